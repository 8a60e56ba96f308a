"""Text -> the terms that an agreement defines for a breach and for a sub-processor, in words of its own.

A definition is a line or a row that opens with the term ("Storing: een inbreuk op de beveiliging …"), or a description that
ends in it ("… (hierna: 'Storing')"). What the description says decides, whatever the word is.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from art28.document.pattern import lasting
from art28.extraction.words.search import Led


class Concept(StrEnum):
    """What a defined term may stand for, other than a party."""

    BREACH = "breach"
    SUB_PROCESSOR = "sub_processor"


# The words that cues know for a breach, so that a defined term can be read as one.
BREACH_WORD: Mapping[str, str] = MappingProxyType(
    {"nl": "datalek", "en": "data breach", "de": "verletzung", "fr": "violation"}
)
_TERM = r"(?P<term>[A-Z][\w-]{2,}(?: (?:[A-Z][\w-]+|van|of|voor|met)){0,3})"
_LABEL = r"(?:[\s*_•(-]*(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]|[ivx]+)[.)]?[\s]+)?"
_OPENS_LINE = lasting(
    rf"(?:^{_LABEL}|(?<=[.;] ))[\s*_\"'•-]*(?:de |het |een |the |an? )?{_TERM}[\"'*_]*(?:\(s\)|\(en\))?[\"'*_]*\s*"
    r"(?::|\t|=| - |,? ?(?:betekent|means|shall mean|bedeutet|bezeichnet|désigne|(?:is|wordt verstaan):?(?= (?:een|elk|ied|any|an?)\b)))"
    r"[\s*_\"']*(?P<said>[^\n]{15,400})",
    re.MULTILINE,
)
_NAMED = Led(
    ("hierna", "verder", "hereinafter", "hereafter", "each", "nachfolgend", "im folgenden", "ci-après"),
    r"\b(?:hierna|verder|hereinafter|hereafter|each,?|nachfolgend|im folgenden|ci-après)"
    r"(?: ook)?(?: te noemen| genoemd| referred to as| an?| de| het| the| each)*[\s:,]*"
    rf"[\"'](?:de |het |een |the |an? )?{_TERM}[\"']",
)
_BEFORE_IT = lasting(r"[^\n;]{15,260}\Z")
_BREACH = lasting(
    r"\b(?:inbreuk(?:en)? (?:op de beveiliging|in verband met)|(?:een|elk|ieder) (?:data-?lek|(?:beveiligings)?incident)\b|"
    r"personal data breach|breach of (?:\S+ ){0,2}security|"
    r"(?:unauthori[sz]ed|accidental|unlawful)[^.;]{0,60}(?:destruction|loss|access|disclosure)[^.;]{0,80}\bdata\b|"
    r"verletzung (?:des schutzes|der sicherheit)|violation de (?:la sécurité|données))",
    re.IGNORECASE,
)
_ENGAGED = lasting(
    r"^[^.;]{0,60}\b(?:derden?|partij(?:en)?|(?:rechts)?persoon|onderneming|organisatie|bedrijf|leveranciers?|third part(?:y|ies)|"
    r"entity|person|company|dritte\w*|unternehmen|tiers)\b[^.;]{0,90}?"
    r"\b(?:(?:in)?geschakeld|inschakelt|ingehuurd|inhuurt|engage[sd]?|appoint(?:s|ed)|retain(?:s|ed)|hired|"
    r"beauftragt\w*|mandaté\w*|engagé\w*)\b",
    re.IGNORECASE,
)
_SUB_PROCESSOR = lasting(
    r"^(?:iedere|elke|ieder|elk|een|any|every|each|an?|jede\w*|ein\w*|tout\w*|une?) (?:\w+ )?"
    r"(?:\(?sub-?\)?-?(?:verwerker|bewerker|processor)s?|onderaannemer|sub-?contractor|unterauftrag\w+|sous-traitant ultérieur)\b",
    re.IGNORECASE,
)
_TO_PROCESS = lasting(r"gegevens|verwerk|\bdata\b|process|daten|données|trait", re.IGNORECASE)
_KNOWN = lasting(
    r"breach|incident|inbreuk|(?:data|beveiligings)-?lek|voorval|verletzung|vorfall|violation", re.IGNORECASE
)
_NOT_SUCH = lasting(
    r"^(?:(?:sub|ver|be)?-?(?:ver|be)werk|sub-?process|process|controller|auftrag|partij|part(?:y|ies)|overeenkomst|agreement|"
    r"contract|dienst|service|auditor|betrokkene|data subject|medewerker|personeel|staff|maatregel|measure|beveiliging(?:s(?:maat|bel))?|"
    r"security(?! (?:incident|event))|melding|notifi|bijlage|annex|persoonsgegevens|personal data$|privacy|avg|gdpr|wet|law|functionaris|"
    r"derden?$|artikel|article|onderwerp|purpose|doel|toezicht|superv|meldplicht|procedure)",
    re.IGNORECASE,
)
_DEFINED_IN = 40_000


def concepts_in(text: str) -> Mapping[str, Concept]:
    """Each term that `text` defines for a breach or a sub-processor and goes on to use."""
    found: dict[str, Concept] = {}
    for term, said in _definitions(text[:_DEFINED_IN]):
        concept = _concept(said)
        if concept is None or _NOT_SUCH.search(term) or (concept is Concept.BREACH and _KNOWN.search(term)):
            continue
        forms = [form for form in _forms(term) if form in text]
        if sum(len(re.findall(rf"\b{re.escape(form)}\b", text)) for form in forms) > 1:
            for form in forms:
                found.setdefault(form, concept)
    return MappingProxyType(found)


# "Deze verwerkersovereenkomst (hierna "VWO")": letters by which the agreement calls itself, and that nothing else is called by.
_ABBREVIATED = lasting(
    r"\b(?:[Dd]eze |[Tt]his |[Dd]iese[rs]? |[Dd]er |[Dd]ieser |[Ll]e présent )?(?P<kind>(?:[Vv]erwerkers|[Bb]ewerkers)overeenkomst|[Dd]ata [Pp]rocessing (?:[Aa]greement|[Aa]ddendum)|"
    r"(?:[Aa]uftragsverarbeitungsv|[Vv])ertrag zur Auftragsverarbeitung|[Aa]uftragsverarbeitungsvertrag) "
    r"\((?:(?:hierna|verder|hereinafter|nachfolgend|im Folgenden)(?: ook| te noemen)?:? )?[\"']?(?:de |the |der )?[\"']?(?P<letters>[A-Z]{2,6})[\"']?\)"
)
_USUAL_LETTERS = frozenset({"AVG", "GDPR", "DPA", "AVV", "EER", "EU", "DSGVO"})


# "de Intercompany Dienstverleningsovereenkomst van 2 januari 2024 (de 'ICD')": letters by which the main agreement is called.
_LETTERS_IN_BRACKETS = lasting(
    r"\((?:(?:hierna|verder|hereinafter)(?: ook| te noemen)?:? )?(?:de |the )?[\"']?(?P<letters>[A-Z]{2,6})[\"']?\)"
)
_MAIN_BEFORE = lasting(
    r"\b(?P<kind>(?:[Hh]oofd|[Dd]ienstverlenings|[Rr]aam|[Mm]antel|[Ll]icentie|[Ss]ervice|[Dd]iensten|[Ss]amenwerkings|[Oo]pdracht|[Ll]everings|[Hh]osting|[Bb]eheer|[Oo]nderhouds)-?overeenkomst|"
    r"(?:Main|Master|Framework|Licen[cs]e|Hosting|Supply) (?:Services? )?Agreement|Services? Agreement)\b[^.;()\n\"]{0,80}$"
)
_NEAR = 120


def main_abbreviation(text: str) -> tuple[str, str] | None:
    """The letters by which `text` calls the main agreement ("ICD"), with the words that they stand for; None where it has none."""
    for match in _LETTERS_IN_BRACKETS.finditer(text, 0, _DEFINED_IN):
        main = _MAIN_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()])
        if main and match["letters"] not in _USUAL_LETTERS:
            return match["letters"], "main agreement" if main["kind"].endswith("Agreement") else "hoofdovereenkomst"
    return None


def own_abbreviation(text: str) -> tuple[str, str] | None:
    """The letters by which `text` calls itself ("VWO"), with the words that they stand for; None where it has none."""
    match = next((m for m in _ABBREVIATED.finditer(text[:_DEFINED_IN]) if m["letters"] not in _USUAL_LETTERS), None)
    return (match["letters"], match["kind"].lower()) if match else None


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _OPENS_LINE.finditer(text):
        yield match["term"], match["said"][:160]
    for match in _NAMED.finditer(text):
        said = _BEFORE_IT.search(text[max(match.start() - 260, 0) : match.start()].rstrip(" ,("))
        if said:
            yield match["term"], said[0][-160:]


def _forms(term: str) -> Iterator[str]:
    """The term and its plurals: "Helper" and "Helpers", "Hulppersoon" and "Hulppersonen", also as in a heading."""
    for form in (term, *(f"{term}{ending}" for ending in ("en", "s", "n", "e")), _DOUBLE.sub(r"\1\2en", term)):
        yield form
        yield form.upper()


_DOUBLE = lasting(r"([aeou])\1([a-z])$")


def _concept(said: str) -> Concept | None:
    if _BREACH.search(said):
        return Concept.BREACH
    if _SUB_PROCESSOR.match(said):
        return Concept.SUB_PROCESSOR
    return Concept.SUB_PROCESSOR if _ENGAGED.search(said) and _TO_PROCESS.search(said) else None
