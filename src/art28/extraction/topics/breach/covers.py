"""Reading -> which events the processor must report: breaches of personal data, incidents, only those with adverse effects."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.breach.breach import WORDS, notices
from art28.extraction.topics.breach.limit import limited
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements

_BY_LAW = (
    r"\baccidental(?:ly)? or unlawful(?:ly)?\b|\bper ongeluk of op onrechtmatige\b|\b(?:unbeabsichtigt\w*|unrechtmäßig\w*)[^.;]{0,40}\b(?:vernichtung|verlust)\b|"
    r"\b(?:destruction|perte)\b[^.;]{0,40}\b(?:perte|altération|divulgation)\b[^.;]{0,40}\b(?:accidentelle|illicite|non autorisée?)\b|\b(?:leidt|leiden|leading|"
    r"die … leid\w*)\b … \b(?:vernietiging|verlies|destruction|loss)\b|\bartikel 4\b|"
    r"\barticle 4\b|\bart\. 4\b"
)
_ADVERSE = (
    r"\bnadelige (?:gevolgen|effecten)\b|\badverse(?:ly)? (?:effects?|consequences|impacts?|affects?)\b|"
    r"\bnachteilige[nr]? (?:folgen|auswirkungen)\b|\b(?:effets|conséquences) (?:négati\w+|défavorables)\b"
)
_DATA_BREACH = (
    r"\bgegevens (?:zijn )?(?:gelekt|uitgelekt|kwijtgeraakt|gestolen|op straat)\b|\bdata-?lek\w*|\b(?:een|het|elk|ieder) lek\b|\binbreuk\w* in verband met\b|\b(?:personal )?data breach\w*|"
    r"\bpersonal data (?:\w+ )?breach\w*|"
    r"\binbreuk\w* op de (?:beveiliging van )?persoonsgegevens\b|\bverletzung\w* des schutzes\b|"
    r"\bviolations? de données\b|\binbreuk\w*\b|\bverletzung\w* (?:der sicherheit )?personenbezogener daten\b|\bdatenschutzverletzung\w*\b|\bdatenpanne\w*\b|\bbreach of security\b[^.;]{0,30}\b(?:affects?|affecting|of|involving)\b[^.;]{0,20}\bdata\b|"
    r"\bbeveiliging van (?:de )?(?:persoons)?gegevens\b[^.;]{0,30}\b(?:doorbroken|geschonden)\b"
)
_INCIDENT = (
    r"\b(?:sicherheits|it-)vorf[aä]ll\w*|\bstörung\w*[^.;]{0,50}\bsicherheit\b|\bincidents? de sécurité\b|"
    r"\b(?:informatie)?beveiligingsincident\w*|\bbeveiligingslek\w*|\bincident(?:en|s)?\b|"
    r"\bsecurity (?:incident|breach)\w*|\bbeveiligingsinbreuk\w*|\binbreuk op de beveiliging\b(?! van (?:de )?persoonsgegevens)"
)


# "an incident affecting the personal data (such as loss or unauthorised access)" is the Regulation's breach.
_HITS_DATA = (
    r"\bincident\w* (?:\w+ ){0,3}?(?:impact|affect|involv|concern|waarbij|dat|touchant|affectant)\w* [^.;]{0,60}(?:{data})[^.;]{0,30}"
    r"\b(?:loss|unauthori[sz]ed|verlies|verloren|onbevoegd\w*|onrechtmatig\w*|perte|accès non)\b"
)


# A definition in two limbs: (a) a breach of personal data, or (b) any other breach of security.
_BOTH = (
    rf"\((?:a|i|1)\)[^;]{{0,40}}(?:{_DATA_BREACH})[^;]{{0,120}}\((?:b|ii|2)\)[^;]{{0,40}}"
    r"\b(?:inbreuk|toegang|incident|compromise|breach|access|vorfall|zugriff|accès|verstoring)\b"
)


def _covers(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    defined = tuple(_definitions(reading))
    told = tuple(notices(reading))
    both = next((s for s in statements(reading, *WORDS, headings=False) if s.search(phrase(_BOTH, language))), None)
    for statement in tuple(s for s in told if limited(s, language)) or told:
        if statement.search(phrase(_ADVERSE, language)) and statement.search(
            phrase(r"\b(?:leidt|heeft|leading|likely)\b", language)
        ):
            values: tuple[str, ...] = ("adverse_effects_only",)
            if statement.search(phrase(r"\bincident\b … \btekortkoming\b", language)):
                values = ("security_incident", "adverse_effects_only")
            yield Candidate("breach.covers", values, statement.passages)
            continue
        if both is not None:
            yield Candidate(
                "breach.covers", ("personal_data_breach", "security_incident"), (*both.passages, *statement.passages)
            )
            continue
        by_definition = statement.search(phrase(_BY_LAW, language)) is not None
        found = []
        if statement.search(phrase(_DATA_BREACH, language)) or by_definition:
            found.append("personal_data_breach")
        if statement.search(phrase(_INCIDENT, language)) and not by_definition:
            hits_data = statement.search(phrase(_HITS_DATA, language)) is not None
            found.append("personal_data_breach" if hits_data else _meaning_of_incident(defined, language))
        if not found:
            found.extend(_by_its_term(statement, reading))
        if not found and _asked_before(statement, language):
            found.append("personal_data_breach")
        if found and found[0] == "personal_data_breach" and _adverse(defined, language):
            found[0] = "adverse_effects_only"
        if found:
            yield Candidate("breach.covers", tuple(dict.fromkeys(found)), statement.passages)


# "Zien wij een datalek? Wij melden dat binnen 24 uur."
_IT = r"\b(?:dat|dit|deze|die|het|this|that|it|das|dies|cela)\b"


def _asked_before(notice: Statement, language: str) -> bool:
    """Whether `notice` speaks of the breach that the question before it asks about."""
    before = notice.before
    return (
        before is not None
        and before.text.rstrip().endswith("?")
        and notice.search(phrase(_IT, language)) is not None
        and before.search(phrase(_DATA_BREACH, language)) is not None
    )


def _by_its_term(notice: Statement, reading: Reading) -> Iterator[str]:
    """What the term that `notice` has for its events is said to be."""
    used = notice.search(phrase(r"{breach}", reading.language))
    if used is None:
        return
    said = phrase(rf"\b{re.escape(used[0])}[\"'*]* (?:is|zijn|betekent|means|wordt verstaan|:)", reading.language)
    for statement in statements(reading, used[0], headings=False):
        if statement.search(said):
            by_law = statement.search(phrase(_BY_LAW, reading.language)) is not None
            if by_law or statement.search(phrase(_DATA_BREACH, reading.language)):
                yield "personal_data_breach"
            if statement.search(phrase(_INCIDENT, reading.language)) and not by_law:
                yield "security_incident"
            return


def _definitions(reading: Reading) -> Iterator[Statement]:
    """The statements that say what a breach or an incident is."""
    for statement in statements(reading, *WORDS, headings=False):
        if statement.search(phrase(rf"{_BY_LAW}|{_ADVERSE}|{_NAMED_BY_LAW}", reading.language)) and statement.search(
            phrase(r"{breach}", reading.language)
        ):
            yield statement


def _meaning_of_incident(defined: tuple[Statement, ...], language: str) -> str:
    if any(
        _names_incident(s, language)
        and s.search(phrase(rf"{_BY_LAW}|{_NAMED_BY_LAW}", language))
        and not s.search(phrase(_OR_ANOTHER, language))
        for s in defined
    ):
        return "personal_data_breach"
    return "security_incident"


# "Incident: een inbreuk in verband met persoonsgegevens of een andere verstoring": more than the Regulation's breach.
_OR_ANOTHER = r"\b(?:of|dan wel|or|oder|ou)\b[^.;]{0,25}\b(?:verstoring|storing|uitval|onbeschikbaarheid|aanval|beveiligingsincident|disruption|outage|attack|störung|panne)\b"
_NAMED_BY_LAW = r"\bartikel 4 (?:sub|onder|lid|punt|aanhef en onder) ?12\b|\bartikel 34a wbp\b|\bart(?:\.|icle) 4\(12\)|\bpersonal data breach\b|\binbreuk\w* in verband met persoonsgegevens\b|\bverletzung des schutzes\b"
_INCIDENT_IS = (
    r"[\"'*(] ?(?:security |beveiligings|\w+ data )?(?:incident|breach) ?[\"'*)]|"
    r"\b(?:security |beveiligings)?(?:incident|breach)\*{0,2} ?:|\b(?:incident|breach)\W{1,4}(?:means|is (?:a|an|any|een|elk|elke)|shall mean|betekent)\b"
)
_SAYS_WHAT = re.compile(
    r"^\W*(?:means|shall mean|is|betekent|wordt verstaan|bedeutet|désigne|an?|any|een|elke?|eine?|une?)\b"
)


def _names_incident(definition: Statement, language: str) -> bool:
    """Whether `definition` says what an incident is, also where the term stands on the line before."""
    named = phrase(_INCIDENT_IS, language)
    before = definition.before
    return definition.search(named) is not None or (
        before is not None
        and before.search(phrase(r"^\W*(?:\w+ ){0,2}(?:incident|breach)\W*$", language)) is not None
        and _SAYS_WHAT.search(definition.text) is not None
    )


def _adverse(defined: tuple[Statement, ...], language: str) -> bool:
    """Whether a breach is one only where it has or may have adverse effects; a definition without that counts first."""
    with_effects = [
        s
        for s in defined
        if s.search(phrase(_ADVERSE, language))
        and s.search(phrase(r"\bdata-?lek\b|\bbreach\b|\bverletzung\b|\bviolation\b", language))
        and not s.search(phrase(r"{inform}|\bmaatregelen\b", language))
    ]
    plain = [s for s in defined if s.search(phrase(_BY_LAW, language)) and not s.search(phrase(_ADVERSE, language))]
    return bool(with_effects) and not plain


RULES = (Rule("breach-covers", ("breach.covers",), _covers),)
