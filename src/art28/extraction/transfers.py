"""Reading -> transfers: what is allowed outside the region, which region is free, and what is carved out (Art. 44-49).

The sentences of one provision are weighed together: a ban that the next sentence opens with consent is a rule of consent.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.cues import flag, phrase
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements

_WORDS = (
    "buiten",
    "outside",
    "third countr",
    "derde land",
    "außerhalb",
    "drittl",
    "pays tiers",
    "hors de",
    "hors d",
    "eer",
    "eea",
    "ewr",
    "europ",
    " eu",
    "doorgifte",
    "transfer",
    "nederland",
    "netherlands",
)
_AREA = (
    r"(?:europese economische (?:ruimte|zone)|europese economisch ruimte|europ(?:ean|"
    r"ese) economic area|europäischen? wirtschaftsraum\w*|espace économique européen|\(?eer\)?|"
    r"\(?eea\)?|ewr|eee|"
    r"europese unie|european union|europäischen? union|union européenne|eu(?:[/ ]?-?eer|/eea|"
    r"/ewr)?|nederland|the netherlands|niederlande|europa|europe)"
)
_OUTSIDE = (
    rf"\b(?:buiten|outside(?: of)?|außerhalb|hors(?: de)?)(?: de(?:r|s|n)?| het| the|"
    rf" l')? ?(?:\S+ ){{0,6}}?{_AREA}(?!\w)|\bderde landen?\b|\bthird countr(?:y|ies)\b|"
    rf"\bdrittl[aä]nd\w*|\bpays tiers\b|"
    rf"\bniet[- ]e(?:er|u)\b|\bnon-e(?:ea|u)\b|\bland(?:en)? daarbuiten\b"
)
_MOVES = (
    r"\b(?:ga(?:at|an) … \bnaar een land|\w*verwerk\w*|doorg\w+|doorgifte\w*|door te geven|ge(?:eft|ven) … door|transfer\w*|"
    r"opgeslagen|opslaan|opslag|exporte\w*|process\w*|stor(?:e|ed|age)\b|verarbeit\w*|"
    r"übermittl\w*|transf[eé]r\w*|traite\w*|bewaard|bewaren|bewaart|verzonden|hosted|gehost|verstrek\w*|locat\w*)"
)
_NEGATION = r"\b(?:niet|geen|nimmer|nooit|not|no|never|kein\w*|nicht|aucun\w*|ne)\b"
_ONLY = r"{only}"
_CONSENT = (
    r"\b(?:\w*toestemming|instemming|goedkeuring|akkoord|consent|approval|authori[sz]ation|"
    r"zustimmung|genehmigung|autorisation|accord)\b|"
    r"\b(?:opdracht|instructies?|instructions?|instructed|weisung\w*|"
    r"verzoek) (?:\S+ ){0,5}?(?:van |of |from |by |des )?(?:de |the )?CONTROLLER|"
    r"\bopdracht (?:heeft )?(?:verkregen|gekregen|gegeven)\b|\bCONTROLLER … (?:opdracht|instructie|instruct\w*)\b"
)
_GRANTED = (
    r"\bCONTROLLER (?:\w+ ){0,2}(?:geeft|verleent|stemt|gives|grants|consents|agrees|"
    r"authori[sz]es|hereby|acknowledges)\b|\b(?:geeft|verleent) (?:de )?CONTROLLER\b"
)
_CONDITIONAL = (
    r"\b(?:tenzij|indien|als|mits|nadat|wanneer|unless|if|where|provided that|once) (?:de |the )?CONTROLLER\b"
)
_SAFEGUARDS = (
    r"\bpassende? (?:\w+ ){0,3}(?:beschermingsniveau|waarborgen|doorgiftemechanisme|"
    r"bescherming)\b|\badequa\w*\b|\b(?:model|"
    r"standaard)(?:contract)?(?:\s?contract)?(?:bepaling|clausule)\w*|\bmodelcontract\w*|"
    r"\bmodelbepaling\w*|\bscc'?s?\b|\bstandard (?:contractual|data protection) clauses\b|"
    r"\bappropriate safeguards\b|\bstandardvertragsklausel\w*|\bangemessenheitsbeschluss\w*|"
    r"\bclauses contractuelles types\b|\bgaranties appropriées\b|"
    r"\bhoofdstuk (?:v|5)\b|\bchapter (?:v|5)\b|\b(?:art(?:ikel(?:en)?|icles?|\.)?) 4[4-9]\b|"
    r"\bbinding corporate rules\b|\bbindende bedrijfsvoorschriften\b|\bdata privacy framework\b|"
    r"\btransfer mechanism\w*|\bgeeigneten? garantien\b|"
    r"\been passend niveau\b|\bpassend beschermingsniveau\b"
)
_FREELY = (
    r"\b(?:wereldwijd|waar ook ter wereld|worldwide|anywhere in the world|any country|elk land|"
    r"alle landen|globally)\b"
)
_OPENS = (
    r"\b(?:tenzij|zonder|behoudens|behalve|mits|indien|voor zover|na|unless|without|except|"
    r"provided|if|only|subject to|save|alleen|uitsluitend|slechts|onder de voorwaarde|waarbij|"
    r"to the extent|es sei denn|nur|wenn|sauf|ohne|sans|basis|grond|nodig|vereist|behoeft|required|requires|needed)\b"
)
_SECONDARY = re.compile(r"SUBPROCESSOR … |^\S* ?(?:bijlage|annex)\b")
_OF_A_SUBPROCESSOR = r"\b(?:enkele|huidige|current|following|volgende) SUBPROCESSOR\b"
TRANSFER_HEADING = re.compile(
    r"doorgifte|buiten de (?:eer|eu|europese)|transfers?\b|third countr|outside the (?:eea|eu)|"
    r"drittl|exporteren van|internationa"
)
_OR_BETWEEN = r"(?:{consent}|\b(?:opdracht|instructi\w*)\b)[^.;]{0,90}\b(?:of|or|oder|ou|dan wel)\b"


def weighed(reading: Reading) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """The statements on transfers, provision by provision, and whether they stand in the body of the agreement."""
    among = (s for s in statements(reading, *_WORDS) if _on_transfers(s, reading.language))
    for _, group in groupby(among, key=lambda s: (s.clause.article, s.clause.heading)):
        found = tuple(group)
        yield found, found[0].clause.part is not Part.ANNEX


def _on_transfers(statement: Statement, language: str) -> bool:
    if "\t" in statement.text:
        return False
    outside = statement.search(phrase(_OUTSIDE, language)) or TRANSFER_HEADING.search(statement.heading)
    return (
        outside is not None
        and statement.search(phrase(_MOVES, language)) is not None
        and not statement.search(phrase(r"{audit}|{secrecy}|\bmeans\b|\bwordt verstaan\b|{breach}", language))
    )


def _rule(reading: Reading) -> Iterator[Candidate]:
    for group, in_body in weighed(reading):
        strength = Strength.EXPRESS if in_body else Strength.PASSING
        value, settling = _value_of(group, reading.language)
        if value:
            if all(
                s.search(
                    phrase(
                        r"\b(?:met inbegrip van|including|onder meer|waaronder|einschließlich|auch|y compris|"
                        r"ook)\b[^.;]{0,40}(?:doorgifte\w*|transfers?)",
                        reading.language,
                    )
                )
                for s in settling
            ):
                strength = Strength.PASSING
            yield Candidate("transfers.rule", value, tuple(p for s in settling for p in s.passages), strength)


def _value_of(group: tuple[Statement, ...], language: str) -> tuple[str | None, tuple[Statement, ...]]:
    """The rule that a provision's statements make together, and those that settle it."""

    def saying(*patterns: str) -> tuple[Statement, ...]:
        return tuple(s for s in group if all(s.search(phrase(p, language)) for p in patterns))

    granted = tuple(s for s in saying(_GRANTED, _SAFEGUARDS) if not s.search(phrase(_CONDITIONAL, language)))
    if granted:
        return "with_safeguards", granted
    consent = tuple(
        s
        for s in saying(_CONSENT, _OPENS)
        if s.search(phrase(_CONDITIONAL, language)) or not s.search(phrase(_GRANTED, language))
    )
    safeguarded = saying(
        _SAFEGUARDS,
        rf"{_OPENS}|\b(?:op basis van|on the basis|op grond van|baseert|relies on|based on|"
        rf"met een)\b",
    )
    suffices = tuple(s for s in consent if s in safeguarded and s.search(phrase(_OR_BETWEEN, language)))
    if suffices:
        return "with_safeguards", suffices
    if consent:
        return "with_consent", consent
    if safeguarded:
        return "with_safeguards", safeguarded
    banned = tuple(
        s
        for s in saying(_NEGATION)
        if not s.search(phrase(r"{an_instruction}", language))
        and not s.search(phrase(r"\b(?:tenzij|behoudens|unless|except)\b", language))
    )
    if banned:
        return "not_outside_eea", banned
    free = saying(_FREELY)
    return ("free", free) if free else (None, ())


_REGIONS = (
    (
        "EEA",
        r"(?:(?:europese unie|european union|eu|union européenne|europäischen? union) ?(?:/|of|or|"
        r"en|and|und|et) ?(?:de |the )?)?(?:europese economische? (?:ruimte|zone)|"
        r"european economic area|europäischen? wirtschaftsraum\w*|espace économique européen|"
        r"\beer\b|\beea\b|\bewr\b|\beee\b)",
    ),
    (
        "EU",
        r"europese unie|european union|europäischen? union|union européenne|\beu\b|"
        r"\bmember states?\b|\blidstaten\b",
    ),
    ("NL", r"\bnederland\b|\bthe netherlands\b"),
)
_WITHIN = (
    r"\b(?:binnen|in|within|inside|innerhalb|dans|au sein de)(?: de(?:r|s|n)?| het| the| l'|"
    r" een| landen| lidstaten|\w* member states of)*(?: landen binnen| (?:datacent\w+|countries|"
    r"servers?|data cent\w+) (?:in|binnen|within))?(?: de| the| l')? ?(?:{area})(?!\w)"
)
_HOLDS_DATA = r"{data}|\badministrati\w+|\bverwerking\w*|\bprocess\w*|\bverarbeit\w*|\btraite\w*"


_STORES = r"\bdata-?cent\w+|\bopslag\b|\bservers?\b|\bstorage\b|\bhosting\b|\bgehost\b|\bhosted\b"


def _region(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *_WORDS):
        if "\t" in statement.text:
            continue
        if not (
            phrase(_MOVES, reading.language).search(statement.own)
            and statement.search(phrase(_HOLDS_DATA, reading.language))
        ):
            continue
        if statement.search(
            phrase(
                r"^[^.;]{0,80}SUBPROCESSOR|\bwordt gebruikt\b|{audit}|{breach}|\bmeans\b|\bback-?up\w*|"
                r"\bgevestigd\b|\bapplicable\b|\bwetgeving\b",
                reading.language,
            )
        ):
            continue
        weak = statement.in_annex or statement.search(phrase(_STORES, reading.language)) is not None
        inside = _region_named(statement, _WITHIN, reading.language)
        outside = _region_named(
            statement,
            r"\b(?:buiten|outside(?: of)?|außerhalb)(?: de(?:r)?| het|"
            r" the)? ?(?:[a-z]+ ){0,5}?(?:{area})(?!\w)",
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


def _region_named(statement: Statement, around: str, language: str) -> str | None:
    for region, words in _REGIONS:
        if statement.search(phrase(around.replace("{area}", words), language)):
            return region
    return None


_ON_REQUEST = (
    r"\b(?:op (?:\S+ ){0,4}verzoek|desgevraagd|wil CONTROLLER weten|if asked|when asked|verzoek daartoe|on (?:\S+ ){0,3}request|"
    r"upon (?:\S+ ){0,3}request|auf anfrage)\b"
)
_LOCATION = (
    r"\b(?:waar (?:\S+ ){0,3}gegevens|places? (?:at|where|in)|in welke? (?:land|landen)|welke? (?:land|landen|locatie)|(?:verwerkings|"
    r"opslag)?locaties?|in which countr(?:y|ies)|locations?|plaats van verwerking)\b"
)


def _location(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, "land", "places", "waar ", "locati", "countr", "location", headings=False):
        if all(
            statement.search(phrase(p, reading.language))
            for p in (
                _ON_REQUEST,
                _LOCATION,
                r"{inform}|\bverstrek\w*|\bprovide\w*|\bgeeft\b|\bstate\b|\binzicht\b",
                r"{processes}|SUBPROCESSOR|{data}",
            )
        ) and not statement.search(phrase(r"{audit}", reading.language)):
            yield flag("transfers.location_on_request", statement)


RULES = (
    Rule("transfers-rule", ("transfers.rule",), _rule),
    Rule("transfers-region", ("transfers.region",), _region),
    Rule("transfers-location", ("transfers.location_on_request",), _location),
)
