"""Reading -> the region that personal data don't leave: the Netherlands, the Union, or the Area (Art. 44-49)."""

from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.transfers.transfers import HOLDS_DATA, MOVES, TRANSFER_HEADING, TRANSFER_WORDS
from art28.extraction.words.cues import phrase
from art28.extraction.words.search import AnyCase
from art28.extraction.words.statements import Statement, statements

_REGIONS = (
    (
        "EEA",
        r"(?:(?:europese unie|european union|eu|union européenne|europäischen? union) ?(?:/|of|or|"
        r"en|and|und|oder|ou|et) ?(?:de l'|l'|des? |der |du |the |(?:in )?einem (?:anderen )?vertragsstaat des (?:abkommens über den )?)?)?(?:europese economische? (?:ruimte|zone)|"
        r"european economic area|europäischen? wirtschaftsraum\w*|espace économique européen|"
        r"\beer\b|\beea\b|\bewr\b|\beee\b)",
    ),
    (
        "EU",
        r"europese unie|european union|europäischen? union|union européenne|\beu\b(?![ -](?:gdpr|sccs?|u\.?s\b|law|standard|clauses|commission|data protection|model|dsgvo|recht|kommission|avg|rgpd))|\bue\b|"
        r"\bmember states?\b|\blidstaten\b",
    ),
    ("NL", r"\bnederland\b|\bnederlands(?:e)? (?:grondgebied|territorium|bodem|datacent\w+)\b|\bthe netherlands\b"),
)
_WITHIN = (
    r"\bop (?={area}(?!\w))(?:nederlands|europees|belgisch)\w* (?:grondgebied|bodem|territorium)\b|"
    r"\bop het grondgebied van (?:de )?(?:{area})(?!\w)|"
    r"\b(?:binnen|in|im|within|inside|innerhalb|dans|au sein de|vertragsstaat(?:en)? des abkommens über)(?: de(?:r|s|n)?| het| the| l'| den|"
    r" een| grondgebied van de| landen van de| einem| einer| anderen| landen| lidstaten| van| mitgliedstaat| mitgliedstaaten| états membres|\w* member states of)*(?: landen binnen| (?:datacent\w+|countries|"
    r"servers?|data cent\w+) (?:in|binnen|within))?(?: de| the| l')? ?(?:{area})(?!\w)|\ben (?:{area})(?!\w)|"
    r"\b(?:in|within) (?:the )?(?:united kingdom|uk|switzerland) (?:or|and)(?: in| within)?(?: the)? (?:{area})(?!\w)"
)


# "Er vindt geen doorgifte plaats", "opslag vindt uitsluitend plaats in", "buiten de EU komt niets": data, though no word says so.
_WHATEVER_IS_HELD = (
    r"\bübermittlung\w* (?:in|an)\b[^.;]{0,30}\b(?:länd\w*|staat\w*|außerhalb)\b|\bdoorgifte\w*|\bkomt niets\b|\b(?:opslag|hosting|storage)\b[^.;]{0,40}\b(?:uitsluitend|alleen|enkel|only|exclusively)\b|"
    r"\b(?:uitsluitend|alleen|enkel|only|exclusively)\b[^.;]{0,20}\b(?:opslag|opgeslagen|gehost|storage|stored|hosted)\b"
)
_STORES = r"\bdata-?cent\w+|\bopslag\b|\bservers?\b|\bstorage\b|\bhosting\b|\bgehost\b|\bhosted\b"


# "References in the clauses to a Member State include Switzerland": how words are to be read.
_HOW_TO_READ = r"\breferences? (?:\w+ ){0,6}?to\b[^.;]{0,60}\b(?:include|mean|are|refer|shall)\b|\bverwijzing\w* naar\b[^.;]{0,60}\b(?:omvat\w*|geld\w*)\b|\b(?:bezugnahmen?|verweise?) auf\b|\bréférences? (?:\w+ ){0,4}?(?:à|aux?)\b"
# "Laat dit nakijken door een jurist, in het bijzonder de doorgifte buiten de EER": a note to whoever drafts.
_TO_THE_DRAFTER = (
    r"\blaat (?:dit|deze|het)\b[^.;]{0,60}\b(?:nakijken|controleren|toetsen|beoordelen|nalopen)\b|"
    r"\b(?:have|get) (?:this|it)\b[^.;]{0,40}\b(?:checked|reviewed)\b[^.;]{0,30}\b(?:lawyer|counsel|solicitor)\b"
)
# "Ze gaan de EER niet uit": the data of the sentence before.
_GOES_NOT_OUT = r"\b(?:gaan|gaat|komen|komt) (?:de |het )?(?:{area}) (?:niet|nooit) uit\b"


def _region(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *TRANSFER_WORDS):
        if "\t" in statement.text:
            continue
        kept_in = _region_named(statement, _GOES_NOT_OUT, reading.language)
        if kept_in and statement.near(phrase(HOLDS_DATA, reading.language)):
            yield Candidate("transfers.region", kept_in, statement.passages)
            continue
        if not (
            phrase(MOVES, reading.language).search(statement.own)
            and (
                statement.search(phrase(HOLDS_DATA, reading.language))
                or statement.search(phrase(_WHATEVER_IS_HELD, reading.language))
                or (
                    TRANSFER_HEADING.search(statement.heading)
                    and statement.search(
                        phrase(
                            r"\b(?:only|never|not)\b[^.;]{0,20}\b(?:it|them)\b|\bne (?:les|la) transf\w+ (?:pas|jamais)\b|\bdoorgifte\w*|\btransfers?\b|\bübermittlung\w*|\btransferts?\b",
                            reading.language,
                        )
                    )
                )
            )
        ):
            continue
        if statement.search(
            phrase(
                r"^[^.;]{0,80}SUBPROCESSOR(?! (?:buiten|outside) )|\belders\b|\belsewhere\b|\banderswo\b|\bailleurs\b|\bwordt gebruikt\b|{audit}|{breach}|\bmeans\b|\bback-?up\w*|"
                r"\bgevestigd\b|\bapplicable\b|\bwetgeving\b|\bverwerkingsregister\b|\b(?:keeps?|maintains?)\b[^.;]{0,20}\b(?:register|records?)\b|\bverzeichnis\w*|\bregistre\b",
                reading.language,
            )
        ):
            continue
        if statement.search(phrase(rf"{_TO_THE_DRAFTER}|{_HOW_TO_READ}", reading.language)):
            continue
        weak = statement.in_annex or statement.search(phrase(_STORES, reading.language)) is not None
        inside = _region_named(statement, _WITHIN, reading.language)
        left = _region_named(
            statement,
            r"\b(?:verla(?:at|ten)|leaves?|verlassen|quitte(?:nt)?) (?:de |het |the |la |l')?(?:{area}) (?:niet|nooit|nicht|pas)\b|"
            r"\bne quitt\w+ pas (?:la |le |l')?(?:{area})(?!\w)|\bno (?:\w+ ){0,3}?data (?:(?:will|shall|may|must) )?(?:ever )?leaves? [^.;]{0,40}?\b(?:{area})(?!\w)",
            reading.language,
        )
        if left:
            yield Candidate("transfers.region", left, statement.passages)
            continue
        outside = _region_named(
            statement,
            r"\b(?:buiten|outside(?: of)?|außerhalb|hors|dehors|n'appartenant pas)(?: de(?:r|s)?| het| à| d'|"
            r" the| l')? ?(?:[a-z]+ ){0,5}?(?:l')?(?:{area})(?!\w)",
            reading.language,
        )
        if inside and not (outside and inside == outside):
            yield Candidate(
                "transfers.region", inside, statement.passages, Strength.INFERRED if weak else Strength.EXPRESS
            )
        elif outside:
            yield Candidate(
                "transfers.region", outside, statement.passages, Strength.INFERRED if weak else Strength.PASSING
            )


_AND_ANOTHER = AnyCase(
    r"(?:,| en| of| and| or|/)\s?(?:in )?(?:belgi[ëe]|duitsland|frankrijk|ierland|luxemburg|belgium|germany|france|ireland|denemarken|zweden|finland)\b"
)


def _region_named(statement: Statement, around: str, language: str) -> str | None:
    for region, words in _REGIONS:
        found = statement.search(phrase(around.replace("{area}", words), language))
        # "alleen in Nederland en België" keeps data in two countries, and in no region that one of them is.
        if found and not (region == "NL" and _AND_ANOTHER.match(statement.text, found.end())):
            return region
    return None


RULES = (Rule("transfers-region", ("transfers.region",), _region),)
