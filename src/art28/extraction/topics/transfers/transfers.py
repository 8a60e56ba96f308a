"""Reading -> transfers: what is allowed outside the region (Art. 44-49).

The sentences of one provision are weighed together: a ban that the next sentence opens with consent is a rule of consent.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements

TRANSFER_WORDS = (
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
    " ue",
    "elders",
    "ander land",
    "verenigde staten",
    "wohin anders",
    "belgi",
    "deutschland",
    "duitsland",
    "germany",
    "allemagne",
    "france",
    "frankrijk",
    "frankreich",
    "ireland",
    "ierland",
    "irland",
    "luxemb",
    "österreich",
    "austria",
)
HOLDS_DATA = r"{data}|^\W*alles blijft\b|\badministrati\w+|\bverwerking\w*|\bprocess\w*|\b\w*verarbeit\w*|\btraite\w*"
_AREA = (
    r"(?:europese economische (?:ruimte|zone)|europese economisch ruimte|europ(?:ean|"
    r"ese) economic area|europäischen? wirtschaftsraum\w*|espace économique européen|\(?eer\)?|"
    r"\(?eea\)?|ewr|eee|"
    r"europese unie|european union|europäischen? union|union européenne|eu(?:[/ ]?-?eer|/eea|"
    r"/ewr)?|ue|united kingdom|uk|nederland|the netherlands|niederlande|europa|europe)"
)
# A member state in which data may stay, so that they stay in the Union.
_MEMBER = (
    r"(?:belgi(?:ë|e|um|en|que)|deutschland|duitsland|germany|allemagne|france|frankrijk|frankreich|(?:the republic of )?ireland|ierland|"
    r"irland|irlande|luxemb(?:o?urg|urg)|österreich|austria|oostenrijk|autriche)"
)
_OUTSIDE = (
    rf"\b(?:buiten|outside(?: of)?|out of|außerhalb|hors(?: de)?|en dehors(?: de)?)(?: de(?:r|s|n)?| het| the|"
    rf" l')? ?(?:\S+ ){{0,6}}?{_AREA}(?!\w)|\bderde land(?:en)?\b|\bthird countr(?:y|ies)\b|"
    rf"\bdrittl[aä]nd\w*|\bpays tiers\b|"
    r"\bcountr(?:y|ies)\b[^.;]{0,30}\b(?:without|lacking|not (?:covered|subject)|that (?:does|do|has|have) (?:not|no))\b[^.;]{0,40}\badequa\w*|"
    rf"\b(?:pays|états?) n'appartenant pas [àa] |\bdaarbuiten\b|\bwohin anders\b|\bnowhere else\b|\bnergens anders\b|\b(?:voor|naar|in) (?:elk|ieder|een) ander land\b|"
    rf"\bnaar (?:een )?ander(?:e)? land(?:en)?\b|\b(?:quitt\w*|leav(?:e|es|ing)) (?:\S+ ){{0,2}}?(?:l')?{_AREA}(?!\w)|"
    rf"\b(?:gaan|gaat|komen|komt) (?:de |het )?{_AREA} (?:niet|nooit) uit\b|\b(?:in|naar) de verenigde staten\b|"
    rf"\bniet[- ]e(?:er|u)\b|\bnon-e(?:ea|u)\b|\bland(?:en)? daarbuiten\b|"
    rf"\b(?:verwerking|opslag|doorgifte|verwerken|opgeslagen|opslaan) elders\b|\belders (?:(?:te |worden |wordt )?(?:verwerk\w*|opgeslagen|op te slaan|opslaan))\b"
)
MOVES = (
    r"\b(?:daarvan (?:\w+ )?afwij\w*|moet dat (?:\w+ )?anders|voor (?:een|elke|iedere) andere (?:locatie|plaats|regio)|SUBPROCESSOR buiten\b[^.;]{0,40}\b(?:zit|zitten|werkt|werken)|moet (?:er )?(?:toch )?iets|overbreng\w*|voor (?:elk|ieder) ander land|mocht dat (?:\w+ )?veranderen|verandert dat|daarbuiten (?:alleen|slechts|uitsluitend|enkel|pas|niet)|(?:over)?gebracht|mag (?:dat |dit )?(?:alleen|slechts|uitsluitend|enkel)|breng(?:t|en)|bewerk\w*|plaatsvind\w*|vindt plaats|slaa(?:t|n)|ga(?:at|an) er \w*gegevens|ga(?:at|an) … \bnaar een land|ga(?:at|an) (?:de |het )?\w*gegevens|ga(?:at|an) (?:zij|ze|die|deze)\b|ga(?:at|an) (?:de |het )?(?:eer|eu|europese \w+(?: \w+)?) (?:niet|nooit)|ga(?:at|an) (?:niet|nooit) (?:naar|buiten)\b|\w*verwerk\w*|doorg\w+|doorgifte\w*|door te geven|ge(?:eft|ven) … door|transfer\w*|"
    r"opgeslagen|opslaan|opslag|exporte\w*|process\w*|stor(?:e|ed|age)\b|\w*verarbeit\w*|"
    r"übermittl\w*|transf[eéè]r\w*|trait[eé]\w*|bewaard|bewaren|bewaart|verzonden|hosted|gehost|verstrek\w*|locat\w*|mov(?:e|es|ed|ing)|sen[dt]|accessed|leaves?|remains?|kept|keeps?|held|benaderd|toegang|"
    r"blijven|blijft|staan|staat|bevind\w*|verla(?:at|ten)|hébergé\w*|conserv\w*|stock(?:é|ée|és|ées|age)|localis\w*|rest(?:e|ent)|transm(?:et|is)\w*|komen|komt|belanden|"
    r"(?:ge)?speicher\w*|bleib\w*|verlager\w*|verbring\w*|verlass\w*|gehen|statt|quitt\w*)"
)
_NEGATION = r"\b(?:niets?|geen|nimmer|nooit|not|no|never|kein\w*|nicht|aucun\w*|ne|verbod\w*|uitgesloten|prohibited|forbidden|excluded|untersagt|ausgeschlossen|unzulässig|interdit\w*|exclu)\b"
_CONSENT = (
    r"\bwithout (?:first )?asking CONTROLLER\b|\bunless CONTROLLER says? (?:yes|so)\b|\bohne (?:vorher )?CONTROLLER zu fragen\b|\bzonder (?:het )?(?:eerst )?CONTROLLER te vragen\b|\bsans demander (?:d'abord )?(?:à |au )?CONTROLLER\b|\bCONTROLLER (?:dat|dit|ermee|daarmee) goed (?:vindt?|heeft gevonden)\b|\b(?:in|toe)(?:ge)?stem[td]\b|\bgoed(?:vindt|gevonden|keurt|gekeurd)\b|\b(?:\w*toestemming|instemming|goedkeuring|akkoord|consent|permission|agrément|einverständnis|approval|authori[sz]ation|"
    r"zustimmung|genehmigung|autorisation|accord)\b|"
    r"\b(?:opdracht|instructies?|instructions?|instructed|weisung\w*|"
    r"verzoek) (?:\S+ ){0,5}?(?:van |of |from |by |des |du |de la )?(?:de |the )?CONTROLLER|"
    r"\bCONTROLLER has (?:\w+ )?(?:agreed|consented|approved|authori[sz]ed)\b|\bif CONTROLLER (?:agrees?|consents?|approves?)\b|\bCONTROLLER (?:instructies?|opdracht|aanwijzing\w*|toestemming)\b|\bopdracht (?:heeft )?(?:verkregen|gekregen|gegeven)\b|\bCONTROLLER … (?:opdracht|instructie|instruct\w*)\b"
)
_GRANTED = (
    r"\bCONTROLLER (?:\w+ ){0,2}(?:geeft|verleent|stemt|gives|grants|consents|agrees|"
    r"authori[sz]es|hereby|acknowledges)\b(?! PROCESSOR (?:geen|niet|persoonsgegevens|gegevens|no|not)\b)|\b(?:geeft|verleent) (?:de )?CONTROLLER\b"
)
_CONDITIONAL = r"\b(?:alleen|uitsluitend|slechts|enkel|pas) met CONTROLLER\b|\b(?:tenzij|indien|als|mits|nadat|wanneer|unless|if|where|provided that|once) (?:de |the )?CONTROLLER\b"
_SAFEGUARDS = (
    r"\bpassende? (?:\w+ ){0,3}(?:beschermingsniveau|waarborgen|doorgiftemechanisme|"
    r"bescherming)\b|\bad[eé]qua\w*\b|\b(?:model|"
    r"standaard)(?:contract)?(?:\s?contract)?(?:bepaling|clausule)\w*|\bmodelcontract\w*|"
    r"\bmodelbepaling\w*|\bscc'?s?\b|\bstandard (?:contractual|data protection) clauses\b|"
    r"\bde wettelijke (?:voorwaarden|eisen|vereisten) (?:daarvoor|hiervoor|daartoe|voor (?:de |een )?doorgifte)\b|"
    r"\bappropriate safeguards\b|\bstandardvertragsklausel\w*|\bangemessenheitsbeschluss\w*|"
    r"\bclauses contractuelles types\b|\bgaranties appropriées\b|"
    r"\bhoofdstuk (?:v|5)\b|\bchapter (?:v|5)\b|\b(?:art(?:ikel(?:en)?|icles?|\.)?) 4[4-9]\b|"
    r"\b(?:eisen|voorwaarden|voorschriften|regels) (?:van|in|uit) de avg (?:\w+ ){0,2}(?:voor|over|aan|inzake|omtrent) (?:de |een )?doorgifte\w*|"
    r"\b(?:requirements|conditions|rules) (?:of|in) (?:the )?(?:uk )?gdpr (?:for|on|about) (?:\w+ )?transfers?\b|"
    r"\bbinding corporate rules\b|\bbindende bedrijfsvoorschriften\b|\bdata privacy framework\b|"
    r"\btransfer mechanism\w*|\bgeeigneten? garantien\b|"
    r"\b(?:erkende|wettelijke|geldige) (?:\w+ ){0,2}waarborg\w*|\been passend niveau\b|\bpassend beschermingsniveau\b"
)
# That the law is heeded is a condition where nothing else is said, and none beside "worldwide".
_HEEDS = r"\b(?:met inachtneming van|overeenkomstig|in overeenstemming met|conform)\b"
_FREELY = (
    r"\b(?:wereldwijd|waar ook ter wereld|worldwide|anywhere in the world|any country|elk land|"
    r"alle landen|globally)\b"
)
_OPENS = (
    r"\b(?:eerst (?:\w+ ){0,3}toestemming|als (?:aan|daarbij|er|voor)|tenzij|zonder|behoudens|behalve|mits|indien|voor zover|na|voordat|alvorens|before|prior to|unless|without|except|"
    r"provided|if|only|subject to|save|alleen|uitsluitend|slechts|onder de voorwaarde|waarbij|"
    r"to the extent|es sei denn|nur|wenn|sauf|ohne|sans|basis|grond|nodig|vereist|en l'absence|à défaut|behoeft|required|requires|needed|vergt|anders dan|"
    r"dan (?:met|na|op|indien)|bedarf|bedürfen|setzt|erforder\w*|sofern|soweit|moyennant|que si|qu'avec|si|requiert|soumis\w*|subordonné\w*|"
    r"grundlage|à (?:la )?condition|encadré\w*|couvert\w*|covered|governed|onder art\w*|under (?:art|chapter)\w*)\b"
)
TRANSFER_HEADING = re.compile(
    r"doorgifte|buiten (?:de )?(?:eer|eu|europ)|transfers?\b|third countr|outside the (?:eea|eu)|"
    r"drittl|drittstaat|^[\W\d]*landen$|exporteren van|internationa|where\b[^.;]{0,20}\bdata\b[^.;]{0,20}\b(?:kept|stored|lives?|held)|plaats van (?:de )?verwerking|ort der (?:daten)?verarbeitung|locations?$|lieux? d|localisation|transferts?\b"
)
_OR = {"nl": r"(?:of|dan wel|danwel|hetzij)", "en": "or", "de": r"(?:oder|bzw)", "fr": "ou"}
_NO_AND = r"(?:(?!\b(?:and|en|und|et|alsmede|as well as|sowie)\b)[^.;]){0,90}?"
# A ban that leaves no way out: "doorgifte naar een derde land is verboden, ook niet met waarborgen".
_BANS = (
    r"\bsluit(?:en)? (?:partijen|PROCESSOR|de partijen) (?:\w+ )?uit\b|\b(?:niet (?:\w+ )?(?:toegestaan|geoorloofd|mogelijk)|verboden|uitgesloten|(?:not|never) (?:permitted|allowed)|prohibited|forbidden|excluded|"
    r"(?:nicht|niemals) (?:\w+ )?(?:zulässig|gestattet|erlaubt)|unzulässig|untersagt|ausgeschlossen|interdit\w*|exclu|"
    r"(?:geven|geeft|gaan|gaat|komen|komt|verwerk\w*|brengen|brengt) (?:\S+ ){0,6}?(?:niet|nooit)|gehen (?:\S+ ){0,3}nicht)\b"
)
_WAY_OUT = (
    r"\b(?:tenzij|zonder|behoudens|behalve|dan (?:met|na|op|indien)|anders dan|unless|without|except (?:with|on|where|if)|other than|sauf (?:accord|autorisation|instruction)|"
    r"à moins|sans|en l'absence|à défaut|es sei denn|ohne|außer|mits|if|only|alleen|slechts|uitsluitend|nur)\b"
)
# Data that stay where they are: "de gegevens blijven binnen de EER".
STAYS = (
    r"\b(?:blijven|blijft|houd(?:t|en)|remains?|stays?|bleiben|bleibt|rest(?:e|ent)|uitsluitend|alleen|enkel|only|exclusively|solely|ausschließlich|nur|uniquement|exclusivement)\b"
    rf"[^.;]{{0,120}}?\b(?:binnen|in|within|inside|innerhalb|im|dans|en)\b(?: \S+){{0,7}}? ?(?:{_AREA}|{_MEMBER})(?!\w)|"
    r"\b(?:hosted|stored|kept|held|processed|opgeslagen|gehost|bewaard|verwerkt)\b[^.;]{0,60}\b(?:within|binnen|in)\b"
    rf"[^.;]{{0,30}}?{_AREA}(?!\w) (?:at all times|te allen tijde)\b"
)
"""That data are in the region and nowhere else."""


def weighed(reading: Reading) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """The statements on transfers, provision by provision, and whether they stand in the body of the agreement."""
    among = (s for s in statements(reading, *TRANSFER_WORDS) if _on_transfers(s, reading.language))
    for _, group in groupby(among, key=lambda s: (s.clause.article, s.clause.heading)):
        found = tuple(group)
        yield found, found[0].clause.part is not Part.ANNEX


def _on_transfers(statement: Statement, language: str) -> bool:
    if "\t" in statement.text:
        return False
    outside = statement.search(phrase(rf"{_OUTSIDE}|{_LEAVES_NOT}", language)) or TRANSFER_HEADING.search(
        statement.heading
    )
    return (
        outside is not None
        and statement.search(phrase(rf"{MOVES}|{_LEAVES_NOT}", language)) is not None
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
                # "Only on instructions, also as regards transfers", as the Regulation says it, tells less than where data stay.
                by_law = all(
                    s.search(phrase(r"\b(?:instru[ck]ti\w*|weisung\w*)\b", reading.language)) for s in settling
                )
                strength = Strength.INFERRED if by_law else Strength.PASSING
            yield Candidate("transfers.rule", value, tuple(p for s in settling for p in s.passages), strength)


# "Clause 9, Option 2 (General written authorisation) is selected": an option of the standard clauses, about sub-processors.
_CHOSEN_OPTION = re.compile(r"\b(?:clause|clausule|klausel|clausula)\b[^.;]{0,30}\boption\w* ?\d?\b", re.IGNORECASE)

# "The following is deemed an instruction to process: … processing to comply with other documented instructions": what counts as
# an instruction is no condition of a transfer.
_INSTRUCTS = re.compile(
    r"\b(?:deemed|considered|regarded|constitut\w+|geld(?:t|en)|beschouwd|aangemerkt|gilt|gelten|considéré\w*|réputé\w*|vau(?:t|drai?t))\b"
    r"(?: (?!not\b|niet\b|nicht\b|pas\b)\w+){0,3}? (?:instructions?|instructies?|weisung(?:en)?)\b|"
    r"\b(?:processing to comply with|instructions? (?:is|are) consistent with)\b",
    re.IGNORECASE,
)

# "Where law obliges it to transfer data, it tells so first, unless that law forbids it": what leaves by law settles no rule.
_OBLIGED = re.compile(
    r"\b(?:si|s'il|lorsqu\w*|if|where|wenn|falls|sofern|indien|als|wanneer)\b[^.;,]{0,30}\bPROCESSOR\b[^.;,]{0,15}\b(?:tenue?|contrainte?|obligée?|required|obliged|verpflichtet|verplicht|gehouden)\b"
    r"[^.;]{0,40}\b(?:transf\w+|übermitt\w+|doorgifte|door te geven)\b[^.;]{0,60}\b(?:droit|loi|law|recht|wet)\b",
    re.IGNORECASE,
)


# "No special categories are processed": what isn't processed at all, wherever it stands.
_OF_A_KIND = r"\b(?:special categor\w+|sensitive (?:personal )?data|bijzondere (?:categorie\w+|persoonsgegevens)|besondere[nr]? (?:kategorien|arten)|catégories particulières|données sensibles)\b"


def _value_of(group: tuple[Statement, ...], language: str) -> tuple[str | None, tuple[Statement, ...]]:
    """The rule that a provision's statements make together, and those that settle it."""

    def saying(*patterns: str) -> tuple[Statement, ...]:
        return tuple(s for s in group if all(s.search(phrase(p, language)) for p in patterns))

    group = tuple(s for s in group if not s.search(_OBLIGED))
    banning = tuple(s for s in group if _bans(s, language))
    if banning:
        return "not_outside_eea", banning
    granted = tuple(s for s in saying(_GRANTED, _SAFEGUARDS) if not s.search(phrase(_CONDITIONAL, language)))
    if granted:
        return "with_safeguards", granted
    consent = tuple(
        s
        for s in saying(_CONSENT, _OPENS)
        if not s.search(_CHOSEN_OPTION) and not s.search(_INSTRUCTS)
        if s.search(phrase(_CONDITIONAL, language)) or not s.search(phrase(_GRANTED, language))
    )
    safeguarded = saying(
        _SAFEGUARDS,
        rf"{_OPENS}|\b(?:op basis van|on the basis|op grond van|zorgt|zorgen|ensures?|apply|applies|gelden|gilt|gelten|stellt … sicher|baseert|relies on|based on|"
        rf"met een)\b",
    )
    either = (
        rf"(?:{_CONSENT}|\b(?:opdracht|instructi\w*)\b){_NO_AND}\b{_OR[language]}\b{_NO_AND}(?:{_SAFEGUARDS})|"
        rf"(?:{_SAFEGUARDS}){_NO_AND}\b{_OR[language]}\b[^.;]{{0,80}}?(?:{_CONSENT})"
    )
    suffices = tuple(s for s in consent if s in safeguarded and s.search(phrase(either, language)))
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
        and not s.search(phrase(rf"\b(?:tenzij|behoudens|unless|except)\b|{_OF_A_KIND}", language))
    )
    if banned:
        return "not_outside_eea", banned
    if free := saying(_FREELY):
        return "free", free
    heeded = saying(_SAFEGUARDS, _HEEDS)
    return ("with_safeguards", heeded) if heeded else (None, ())


def _bans(statement: Statement, language: str) -> bool:
    """Whether a part of the sentence bans transfers outright, without a way out in that part."""
    parts = statement.text.split(";")
    return any(
        phrase(_LEAVES_NOT, language).search(part)
        or (
            phrase(_OUTSIDE, language).search(part)
            and phrase(_BANS, language).search(part)
            and not phrase(_WAY_OUT, language).search(_NOT_EVEN.sub("", part))
        )
        for part in parts
    )


_NOT_EVEN = re.compile(
    r"\b(?:ook|zelfs) niet\b.*|\b(?:not even|even (?:with|if|on))\b.*|\bauch nicht\b.*|\b(?:y compris|même) (?:avec|sur)\b.*"
)


def _confined(reading: Reading) -> Iterator[Candidate]:
    """That the data stay within the region, where nothing is said of what may leave it."""
    for statement in statements(reading, *TRANSFER_WORDS):
        if "\t" in statement.text or statement.search(phrase(_OUTSIDE, reading.language)):
            continue
        if (
            statement.search(phrase(STAYS, reading.language))
            and statement.search(phrase(HOLDS_DATA, reading.language))
            and not statement.search(phrase(rf"{_NOT_OF_THE_DATA}|{{audit}}|{{breach}}|{{secrecy}}", reading.language))
        ):
            said = statement.search(phrase(_ONLY_THERE, reading.language)) is not None
            strength = Strength.PASSING if said and not statement.in_annex else Strength.INFERRED
            yield Candidate("transfers.rule", _unless(statement, reading.language), statement.passages, strength)


# "Sommige SUBPROCESSOR zitten in Amerika. Met hen zijn standaardcontractbepalingen gesloten."
_WITH_THEM = r"\b(?:met|with) (?:hen|hem|haar|deze (?:partijen|bedrijven|leveranciers)|die (?:partijen|bedrijven|leveranciers)|SUBPROCESSOR|them|these \w+)\b|^\W*(?:\d[\d.]*\s+)?(?:zij|ze|deze (?:partijen|bedrijven|leveranciers)|die|they|these \w+|daarvoor|hiervoor|hierbij|daarbij)\b"
_IN_PLACE = r"\b(?:gesloten|aangesloten|overeengekomen|afgesloten|van toepassing|gecertificeerd|gebruik(?:t|en)|gelden|geldt|concluded|certified|in place|signed|participate\w*|apply|applies)\b"
_BEYOND = rf"{_OUTSIDE}|\b(?:in|naar|uit|from|to) (?:de |the )?(?:verenigde staten|vs|amerika|united states|usa?|india|verenigd koninkrijk)(?!\w)|\bamerikaanse? (?:bedrijf|bedrijven|partij(?:en)?|leveranciers?)\b"


def _safeguarded_there(reading: Reading) -> Iterator[Candidate]:
    """Safeguards that are in place with those of whom the sentence before says that they are elsewhere."""
    for statement in statements(
        reading, "standaard", "modelcontract", "modelclausule", "scc", "privacy framework", "standard contract"
    ):
        before = statement.before
        if (
            before is not None
            and all(statement.search(phrase(words, reading.language)) for words in (_WITH_THEM, _IN_PLACE, _SAFEGUARDS))
            and before.search(phrase(_BEYOND, reading.language))
            and not statement.search(phrase(rf"{_NEGATION}|{{consent}}", reading.language))
        ):
            passages = (*before.passages, *statement.passages)
            yield Candidate("transfers.rule", "with_safeguards", passages, Strength.INFERRED)


_ONLY_THERE = (
    r"\b(?:uitsluitend|alleen|slechts|enkel|only|exclusively|solely|ausschließlich|nur|uniquement|exclusivement)\b"
)
_EXCEPT = r"\b(?:tenzij|behoudens|behalve|unless|except|save|es sei denn|außer|sauf|à moins)\b"


def _unless(statement: Statement, language: str) -> str:
    """What may leave the region by a sentence that keeps data in it: nothing, or what its exception names."""
    for value, words in (("with_consent", _CONSENT), ("with_safeguards", _SAFEGUARDS)):
        if statement.search(phrase(f"{_EXCEPT}[^.;]{{0,160}}(?:{words})", language)):
            return value
    return "not_outside_eea"


_NOT_OF_THE_DATA = (
    r"^[^.;]{0,80}SUBPROCESSOR|\bmeans\b|\bback-?up\w*|\bgevestigd\b|\bapplicable\b|\bwetgeving\b|\blaw\b|\brecht\b|\bprimair\w*|\bprimary\b|"
    r"\bin beginsel\b|\bin principe\b|\bgrundsätzlich\b|\ben principe\b"
)


_LEAVES_NOT = rf"\b(?:gaan|gaat|komen|komt) (?:de |het )?{_AREA} (?:niet|nooit) uit\b(?! … \b(?:tenzij|behalve|zonder)\b)(?![^.;]{{0,40}}\b(?:tenzij|behalve|zonder)\b)|\b(?:verla(?:at|ten)|verlassen|quitte(?:nt)?) (?:het grondgebied van (?:de )?|de |het |the |den |das |die |la |l')?{_AREA} (?:niet|nooit|nicht|pas)\b|\bne quitt\w+ pas (?:la |le |l')?{_AREA}(?!\w)|\bno (?:\w+ ){{0,3}}?data (?:(?:will|shall|may|must) )?(?:ever )?leaves?\b(?! … \b(?:unless|except|without)\b)[^.;]{{0,40}}?\b{_AREA}(?!\w)(?![^.;]{{0,40}}\b(?:unless|except|without)\b)"


RULES = (
    Rule("transfers-rule", ("transfers.rule",), _rule),
    Rule("transfers-confined", ("transfers.rule",), _confined),
    Rule("transfers-safeguarded-there", ("transfers.rule",), _safeguarded_there),
)
