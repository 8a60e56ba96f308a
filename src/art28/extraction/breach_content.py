"""Reading -> what a report of a breach must hold (Art. 33(3) and more), by the clause and by the annex's questionnaire."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.breach import WORDS, on_breach
from art28.extraction.cues import phrase
from art28.extraction.rule import Candidate, Rule
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_LEADS = (
    r"\b(?:bevat\w*|omvat\w*|behelst|vermeldt)\b[^.;]{0,20}\b(?:melding|meldplicht|kennisgeving|rapportage)\b|"
    r"\bin (?:de|het|elke|iedere|die|zijn|haar) (?:melding|kennisgeving|rapport|bericht)\b[^.;]{0,30}\b(?:staat|staan|vermeld\w*|"
    r"noem(?:t|en))\b|\b(?:vertelt|vertellen)\b[^.;]{0,40}\bwat\b|"
    r"\b(?:melding|meldplicht|kennisgeving|rapport(?:age)?|notification|notice|report|informatie|"
    r"information|meldung|notifica\w*)\b[^.;]{0,140}\b(?:bevat\w*|omvat\w*|behelst|bestaat uit|"
    r"vermeld\w*|includ\w*|contain\w*|describe\w*|set out|specif\w*|enthält|umfasst|contient|"
    r"at least|ten minste|minimaal|in ieder geval)\b|"
    r"\b(?:volgende|following|folgenden?|suivantes)\b[^.;]{0,40}\b(?:informatie|gegevens|vragen|"
    r"information|details|questions|informationen|informations)\b|"
    r"\b(?:vragen)\b[^.;]{0,20}\bbeantwoord\w*|\bmet (?:daarin|vermelding|ten minste|minimaal|"
    r"in ieder geval|wat we)\b|\bmet wat (?:PROCESSOR|hij|zij|wij) (?:\w+ ){0,4}we(?:et|ten)\b|"
    r"\binformatie\b[^.;]{0,30}\b(?:verstrekken|verstrekt)\b[^.;]{0,20}:|\b(?:uiterlijk|after|"
    r"na)\b[^.;]{0,60}, met de aard\b|\b(?:aard|nature)\b[^.;]{0,50}\b(?:gevolgen|"
    r"consequences)\b|\bprovide\b[^.;]{0,60}\b(?:information|details|description)\b|"
    r"\btogether with\b"
)
_FORM = re.compile(
    r"\b(?:\w*formulier|vragen\w*|meld\w*|proces|procedure|formulier|form|questionnaire|notification|report\w*)\b"
)
_BREACH = re.compile(r"data-?lek|inbreuk|incident|voorval|breach|meldplicht")
_LEAD_TOPIC = re.compile(rf"{_BREACH.pattern}|\bmelding\b|\bnotification\b")
_THE_BREACH = (
    r"(?:het |de |the |an? |dit |such |any |elk )?(?:\w+ ){0,2}?(?:incident|data-?lek|lek|"
    r"inbreuk|beveiligings\w+|breach|gebeurtenis|event|personal data breach|security incident|"
    r"verletzung)"
)
# "the categories of people and of data, with their estimated numbers"
_COUNTS_OF_BOTH = (
    r"\b(?:personen|betrokkenen|data subjects)\b[^.;]{0,25}\b(?:\w*gegevens|data)\b[^.;]{0,25}\b(?:hun|their)\b"
    r"[^.;,]{0,15}\b(?:aantallen|numbers)\b"
)
_TOKENS = {
    "description": rf"\b(?:omschrijving|beschrijving|samenvatting|description|summary|"
    rf"describe)\b[^.;:]{{0,12}}\b(?:van|of)? ?{_THE_BREACH}\b|\bwat er (?:is )?(?:gebeurd|voorgevallen)\b|"
    rf"\bwat is er (?:gebeurd|voorgevallen)\b|\bfeitelijk relaas\b|\bwhat (?:has )?happened\b|\bgeef een (?:omschrijving|samenvatting|beschrijving)\b",
    "nature": r"\baard van\b|\b(?:de|het|the|een)? ?(?<![a-z])aard\b(?! van de verwerking)|"
    r"\bnature\b(?! of (?:the )?processing)|\bart der verletzung\b|\bnature de la violation\b|"
    r"^[\s*_-]*aard\b",
    "cause": r"\bhoe (?:dat|dit|het)\b[^.;,]{0,20}\bgebeuren\b|\bhow (?:it|this|that)\b[^.;,]{0,15}\bhappen\w*|\boorzaak\b|\boorzaken\b|\broot cause\b|\bcause\b|\bursache\b",
    "data_categories": (
        r"\b(?:categorie\w*|soort(?:en)?|typen?|type|welke|betreffende|getroffen|betrokken|gelekte|"
        r"categor\w+|kinds?|types?|which|affected|"
        r"kategorien)\b[^.;]{0,70}?\b(?:persoons)?gegevens\w*|\b(?:categor\w+|kinds?|types?|which|"
        r"affected)\b[^.;]{0,90}?\b(?:personal )?(?:data(?! subjects?| breach| protection)|records|"
        r"information)\b|"
        r"\bkategorien[^.;]{0,60}\bdaten\w*"
    ),
    "subject_categories": (
        r"\b(?:categorie\w*|groep(?:en)?|soort(?:en)?|typen?|getroffen|welke|\(?categor\w+\)?|which|"
        r"affected|kategorien|groups?)\b[^.;]{0,70}?\b(?:betrokkenen?|personen|data subjects?|"
        r"individuals|betroffene\w*|persons)\b"
    ),
    "subject_count": (
        r"\b(?:aantal(?:len)?|hoeveel(?:heid)?|numbers?|zahl|nombre|how many|"
        r"omvang)\b[^.;]{0,75}?\b(?:betrokkenen?|personen|mensen|data subjects?|individuals|betroffene\w*|"
        r"persons|personnes)\b|"
        r"\b(?:betrokkenen|personen|data subjects)\b[^.;]{0,40}\b(?:aantal(?:len)?|numbers?)\b|"
        rf"{_COUNTS_OF_BOTH}"
    ),
    "record_count": (
        r"\b(?:aantal(?:len)?|hoeveel(?:heid)?|numbers?|zahl|"
        r"nombre)\b[^.;]{0,110}?\b(?:(?:persoons)?gegevens(?:register|record|bestand|set)\w*|dossiers|bestanden|"
        r"(?:personal )?data records|records|datensätze|enregistrements)\b|\b(?:hoeveelheid|"
        r"aantal(?:len)?)\b[^.;]{0,50}\bpersoonsgegevens\b(?! zijn| waarvan)(?!.{0,12}hoeveel)|"
        rf"\baantallen betrokkenen en gegevens\b|{_COUNTS_OF_BOTH}"
    ),
    "measures": r"\b\w*maatregelen\b|\bmeasures\b|\bmaßnahmen\b|\bmesures\b|\bremedial (?:action|steps)\b|"
    r"\bsteps (?:taken|proposed)\b|\bwat (?:PROCESSOR|wij|we|hij|zij)\b[^.;,]{0,20}\b(?:doe[tn]?|gedaan)\b|"
    r"\bwat (?:er |is ){0,2}(?:aan |nog ){0,2}(?:is )?gedaan\b|\bgenomen stappen\b",
    "contact_point": r"\b(?:degene|persoon|iemand)\b[^.;]{0,12}\bbij wie\b|\bbij wie\b[^.;]{0,40}\bterecht\b|\bpoint of contact\b|"
    r"\bperson (?:who|from whom)\b[^.;]{0,25}\binformation\b|"
    r"\bcontact(?:punt|gegevens|point| point| details|informatie| information| person)\b|"
    r"\baanspreekpunt\w*|\bcontactpersoon\b|\banlaufstelle\b|\bpoint de contact\b|"
    r"\bfunctionaris voor (?:de )?gegevensbescherming\b|\bdata protection officer\b",
    "when_occurred": (
        r"\b(?:datum|tijdstip|wanneer|periode|moment|dates?|time|when|period|"
        r"zeitpunkt)\b[^.;]{0,70}?\b(?:plaats(?:gevonden| gevonden| kunnen vinden|vond)?|voorgedaan|"
        r"begon(?:nen)?|began|started|opgetreden|occur\w*|took place|happened|datalek|incident|inbreuk|lek|breach)\b"
    ),
    "when_discovered": (
        r"\b(?:datum|tijdstip|wanneer|moment|dates?|time|when)\b[^.;]{0,60}?\b(?:ontdek\w*|"
        r"geconstateerd|constatering|bekend (?:is )?geworden|kennis\w*|discover\w*|detect\w*|aware|"
        r"waargenomen)\b"
    ),
    "protection": r"\bversleutel\w*|\bencrypt\w*|\bgehasht\b|\bhash\w*|\bonbegrijpelijk\b|\bontoegankelijk\b|"
    r"\bunintelligible\b|\bpseudonymi\w+\b|\bgepseudonimiseerd\b",
    "other_countries": r"\bandere (?:eu-)?land(?:en)? (?:van|binnen|in) de (?:eu|europese unie)\b|\b(?:andere|other|meerdere|welke) (?:eu-?|lid)?-?(?:landen|lidstaten|staten|countries|"
    r"member states)\b|\bgrensoverschrijdend\w*|\bcross-border\b",
    "reachability": r"\bcontactgegevens van de betrokken\w*(?: personen)?\b|\b(?:betrokkenen|"
    r"personen)\b[^.;]{0,40}\bbereik\w*|"
    r"\bcontact details of (?:the )?(?:affected )?(?:data subjects|individuals)\b|\breachable\b",
    "system": r"\b(?:apparaten|systemen|systeem|systems?|devices) waar het om gaat\b|"
    r"\b(?:welke?|which) (?:apparaten|systemen|systeem|systems?|devices)\b|\b(?:betrokken|getroffen|affected|compromised|naam van het) (?:\w+ )?(?:systeem|systemen|"
    r"systems?)\b|\b(?:systeem|systemen|systems?)\b[^.;]{0,20}\b(?:betrokken|getroffen|affected|"
    r"involved)\b",
    "vulnerable_groups": r"\bkwetsbare\b|\bkinderen\b|\bouderen\b|\bminderjarigen\b|\bvulnerable\b|\bchildren\b|"
    r"\bminors\b",
}
_AFTER_MEASURES = re.compile(r"\b(?:\w*maatregelen|measures|maßnahmen|mesures)\b")
_CONSEQUENCE = re.compile(r"\b(?:\w*gevolg(?:en)?|consequences?|impact|effects?|auswirkungen|folgen|conséquences)\b")
_LIKELY = re.compile(
    r"\b(?:waarschijnlijke|verwachte|mogelijke|vermoedelijke|te verwachten|bekende|likely|"
    r"probable|possible|potential|anticipated|wahrscheinlichen|"
    r"probables)\b[^.;,]{0,40}\b(?:gevolg(?:en)?|consequences?|impact|effects?|folgen|"
    r"conséquences)\b"
)
_LIMITING = re.compile(r"\b(?:beperk\w*|mitigat\w*|limit\w*|tegen te gaan|minimi\w*|address)\b")


_MORE_THAN_A_LEAD = 60
_WORDS = (
    *WORDS, "melding", "gegevens", "data", "maatregelen", "contact", "gevolg", "betrokken", "?", "subjects", "measures",
    "consequences", "contains",
)  # fmt: skip
_BY_CONTROLLER = (
    r"\b(?:melding|notification|notice|report|rapport)\b[^.;]{0,15}\b(?:by|door|van|from) (?:the |de )?CONTROLLER\b"
)
_OTHER_DUTIES = (
    r"{assist}[^.;]{0,80}(?:{authority})|\bwordt verstaan\b|\bmeans\b|{audit}|{costs}|\bpersoneel\b|\bregister van\b|"
    r"{register} … (?:inclusief|including|met inbegrip)|\bdocumente\w*|\bdocuments? (?:all|any)\b"
)


def _content(reading: Reading) -> Iterator[Candidate]:
    for statement in _says_what_to_report(reading):
        found = tuple(_tokens(statement.own, reading.language))
        if found:
            yield Candidate("breach.content", found, statement.passages)


def _says_what_to_report(reading: Reading) -> Iterator[Statement]:
    """Statements that list what the report holds: the clause's own, its items, the annex's questions, promised follow-up."""
    language = reading.language
    for statement in statements(reading, *_WORDS):
        if _is_form(statement) or (_on_the_report(statement, reading) and _lists(statement, language)):
            yield statement


def _on_the_report(statement: Statement, reading: Reading) -> bool:
    """Whether `statement` can be about the processor's report, not about the controller's, a register or an audit."""
    language = reading.language
    lead = statement.text[: statement.offset]
    return (
        (on_breach(statement, reading) or _LEAD_TOPIC.search(lead) is not None)
        and statement.subject is not Role.CONTROLLER
        and phrase(_BY_CONTROLLER, language).search(lead) is None
        and statement.search(phrase(_OTHER_DUTIES, language)) is None
    )


def _lists(statement: Statement, language: str) -> bool:
    leads = phrase(_LEADS, language)
    return (
        leads.search(statement.text[: statement.offset]) is not None
        or (statement.search(leads) is not None and len(statement.text) > _MORE_THAN_A_LEAD)
        or (
            statement.search(phrase(r"{follow_up}", language)) is not None
            and statement.search(phrase(r"\bontwikkelingen\b|\bdevelopments\b", language)) is not None
        )
    )


def _is_form(statement: Statement) -> bool:
    """Whether `statement` belongs to an annex's form for reporting a breach."""
    heading = statement.heading
    return (
        statement.clause.part is Part.ANNEX
        and bool(_BREACH.search(heading))
        and bool(_FORM.search(heading))
        and (
            "?" in statement.text
            or ":" in statement.text
            or "…" in statement.text
            or bool(
                re.match(r"^[\s*]*(?:\d{1,2}[.)]|geef|omschrij|vermeld|bijzondere|describe|give|list)", statement.text)
            )
        )
        and "CONTROLLER zijn" not in statement.text
    )


def _tokens(text: str, language: str) -> Iterator[str]:
    for name, words in _TOKENS.items():
        match = phrase(words, language).search(text)
        if match and not _misread(name, match, text):
            yield name
    if _consequences(text):
        yield "consequences"


def _misread(name: str, match: re.Match[str], text: str) -> bool:
    around = text[max(0, match.start() - 30) : match.end() + 45]
    if name == "contact_point":
        return (
            re.search(
                r"contactgegevens van de (?:betrokken|personen)|contact details of (?:the )?(?:affected|"
                r"data sub)",
                around,
            )
            is not None
        )
    if name == "when_occurred":
        return (
            re.search(r"\b(?:ontdekt|discovered|detected|geconstateerd)\b", text[match.start() : match.end() + 15])
            is not None
            and "plaats" not in match[0]
        )
    if name == "description":
        return re.search(r"(?:van|of) (?:de |the )?(?:aard|nature)", around) is not None
    return False


def _consequences(text: str) -> bool:
    """Whether consequences are to be reported, not only measures against them."""
    before = _AFTER_MEASURES.split(text, maxsplit=1)[0]
    if _CONSEQUENCE.search(before) and not _LIMITING.search(before):
        return True
    return any(not _LIMITING.search(text[max(0, m.start() - 45) : m.end() + 20]) for m in _LIKELY.finditer(text))


RULES = (Rule("breach-content", ("breach.content",), _content),)
