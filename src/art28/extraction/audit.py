"""Reading -> audits: the right, on what ground, how often, after what notice, by whom and at whose cost (Art. 28(3)(h))."""

import re
from collections.abc import Iterator
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.extraction.bearing import CONTROLLER, IF_AT_FAULT, PROCESSOR, bearer
from art28.extraction.cues import cue, flag, phrase, reads, settled
from art28.extraction.durations import durations
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

_WORDS = (
    "audit",
    "toezicht",
    "naleving",
    "inspect",
    "controle",
    "controleren",
    "onderzoek",
    "prüfung",
    "kontroll",
    "administratie",
    "nagaan",
    "na kan gaan",
)
_HEADING = re.compile(r"audit|inspecti|controle|toezicht\b|naleving|prüfung|kontroll|verantwoording")
_NOT_THE_CONTROLLERS = (
    r"\bPROCESSOR (?:laat|doet|voert|shall (?:have|conduct|carry)|conducts|engages)\b(?! … CONTROLLER)",
    r"\b(?:interne?|internal) audits?\b",
    r"\baudit[- ]?(?:log|trail)\w*",
    r"\bSUBPROCESSOR (?:zal|shall|verleent)\b",
    r"{rights}",
    r"\bbeveiligingsaudits\b",
    r"\b(?:is|are|wordt|worden) (?:\w+ )?(?:audited|assessed|geaudit|getoetst)\b",
)
_A_RIGHT = (
    r"\b(?:heeft (?:te allen tijde )?het recht|is (?:te allen tijde )?gerechtigd|mag|kan|"
    r"staat … toe|in staat\b|in de gelegenheid|mogelijk|toegang|has the right|have the right|"
    r"may|is entitled|entitled to|allow\w*|permit\w*|contribute|submit to|enable\w*|berechtigt|"
    r"ermöglich\w*|permettre|peut|droit d.audit|recht (?:op|om|tot))\b"
)
_RIGHT = (
    reads(
        "audit.right",
        cue(
            r"\b\w*audits?\b|\binspecti\w*|\binspect\w*|\bcontrole(?:s|ren)?\b|\bprüfung\w*|"
            r"\bkontroll\w*|\binspections?\b|\boverprüf\w*|\büberprüf\w*|\bna (?:kan|kunnen) gaan\b|\bnagaan\b|"
            r"\bonderzoek (?:\w+ )?(?:laten )?(?:doen|uitvoeren|instellen|verrichten)\b|\bkomen kijken\b",
            _A_RIGHT,
            r"CONTROLLER",
            unless=(
                *_NOT_THE_CONTROLLERS,
                r"\b(?:geen|niet|no|not) (?:\S+ ){0,4}(?:recht|gerechtigd|entitled|right)\b",
                r"\b\w*(?:toegangscontrole|access control)\w*",
                r"\bonder controle\b",
                r"\bkosten\b … \b(?:gedragen|rekening)",
                r"\b(?:data-?lek|data breach)\w* … {inform}",
                r"\bPROCESSOR (?:kan|mag|may) (?:\w+ ){0,3}(?:weiger|refus|object)\w*",
            ),
        ),
    ),
    reads(
        "audit.right",
        cue(
            r"CONTROLLER",
            r"\b(?:geen|niet|no|not) (?:\S+ ){0,4}(?:recht|gerechtigd|entitled|right) … (?:audit|"
            r"inspecti|inspect)\w*",
        ),
        value=False,
    ),
)
_AUDITOR = (
    (
        "controller_or_third_party",
        r"\(laten\) (?:uitvoeren|verrichten|doen|controleren)|\buit (?:te )?\(laten\) voeren\b|"
        r"\buit te \(laten\) voeren\b|\buit te voeren (?:of|en/of|dan wel) (?:te )?(?:doen|laten)\b|"
        r"\b(?:door of namens|by or on behalf of|by,? or on behalf of|on behalf of|"
        r"itself or|zelf of|zelf dan wel|either personally or|"
        r"door (?:eigen )?(?:mensen|medewerkers|personeel)[^.;]{0,30} of door (?:een )?|door CONTROLLER zelf of|by CONTROLLER or (?:an? )?(?:\w+ ){0,4}(?:auditor|third|part\w+)|"
        r"door CONTROLLER of (?:een )?(?:\w+ ){0,4}(?:auditor|derde|deskundige\w*|partij)|"
        r"CONTROLLER or (?:an|another) (?:\w+ ){0,3}auditor|"
        r"CONTROLLER or its (?:\w+ ){0,3}(?:auditors?|representatives?)|te \(laten\) controleren)\b",
    ),
    (
        "independent_third_party",
        r"\b(?:door|by|durch|par)\b[^.;]{0,40}\b(?:onafhankelijke?|independent|unabhängig\w*|"
        r"indépendant\w*)\b|\b(?:onafhankelijke?|independent)\b[^.;]{0,30}\b(?:derden?|deskundigen?|"
        r"auditors?|third[- ]part\w+|expert\w*|accountant)\b",
    ),
    ("any_third_party", r"\b(?:door|by)\b[^.;]{0,20}\b(?:derde|derde partij|third party)\b"),
)
_APPOINTS = (
    r"\bCONTROLLER (?:mag|kan|may|can)\b[^.;]{0,40}\b(?:derde(?: partij)?|third party|"
    r"auditor)\b[^.;]{0,40}\b(?:aanwijzen|inschakelen|appoint|designate|mandate)\b"
)
_TIMES = r"(?:één|een|1|one|eens|once|einmal)"
_YEARLY = (
    rf"\b{_TIMES}[ -]?(?:\((?:1|één|one|een)\) ?)?(?:maal|keer|malig|time)? (?:per|a|every|each|"
    rf"in (?:any|een|het)|in elk|im|pro|par) (?:kalender|calendar )?(?:jaar|year|jahr|an)\b|"
    rf"\beens per (?:kalender)?jaar\b|\beenmaal per (?:kalender)?jaar\b|\bjaarlijks(?:e)?\b|"
    rf"\bonce (?:annually|yearly)\b|\bannual(?:ly)?\b"
)
_ONCE = re.compile(
    rf"\b{_TIMES} ?(?:\((?:1|één|one|een)\) ?)?(?:maal|keer|time)? ?(?:per|every|in any|in elke|in de|in a|each|elke|pro|par|"
    r"within any)?(?: (?:consecutive |rolling )?(?:period|periode|tijdvak|term) (?:of|van))?[\s*_]*$|\bevery[\s*_]+$"
)
_CALENDAR = r"\b(?:kalenderjaar|calendar year|kalenderjahr)\b"
_ROLLING = r"\b(?:twaalf|twelve|12)[- ](?:maanden|months?)\b|\brolling\b|\bvoortschrijdend\w*"
_AT_LEAST_SELF = (
    r"\bPROCESSOR … (?:laat|laten|zal|shall|will|conducts) … (?:jaarlijks|annual|yearly|eenmaal|"
    r"once)|\b(?:soc|iso|certific|rapport|report|assurance|policies)\w*\b .{0,60}\b(?:jaarlijks|"
    r"annual|once per year)\b|\b(?:jaarlijks|annual)\w* (?:\w+ )?(?:interne?|internal|rapport|"
    r"certific)\w*"
)
_ANNOUNCED = (
    r"\b(?:aankondig\w*|aangekondigd|vooraankondig\w*|aanzegg\w*|kennisgeving|vooraf|"
    r"voorafgaand\w*|te ?voren|notice|advance|prior|notif\w*|ankündig\w*|vorankündig\w*|préavis|"
    r"op de hoogte|voor te bereiden|to prepare)\b"
)
_REPORTS = (
    r"\b(?:\w*rapport(?:en|ages?|age)?|\w*certifica\w*|certificering\w*|reports?|"
    r"certifications?|verklaring\w*|tpm|soc 2|testat\w*|zertifikat\w*|assurance)\b"
)
_FIRST = (
    r"\b(?:pas(?: \w+){0,3} nadat|eerst|alvorens|voordat|in plaats (?:van|daarvan)|ter vervanging|volstaa\w*|"
    r"als alternatief|instead|first|before|prior to (?:any|the) audit|in lieu|satisf\w+|"
    r"in case this information is not sufficient|if … not sufficient|alternativ\w*|"
    r"voldoende uitsluitsel)\b"
)


@lru_cache(maxsize=1)
def _audit_statements(reading: Reading) -> tuple[Statement, ...]:
    return tuple(
        s
        for s in statements(reading, *_WORDS)
        if _HEADING.search(s.heading)
        or s.search(phrase(r"{audit}|\bna (?:kan|kunnen) gaan\b|\bnagaan\b", reading.language))
    )


def _right(reading: Reading) -> Iterator[Candidate]:
    among = _audit_statements(reading)
    rights = tuple(settled(reading, among, _RIGHT))
    yield from rights
    granted = tuple(c for c in rights if c.value is True)
    trigger = tuple(_triggers(among, reading.language))
    yield from trigger
    if granted and not trigger:
        yield Candidate("audit.trigger", "any", granted[0].passages, Strength.INFERRED)
    if granted:
        yield from _auditors(among, reading.language)


_EXCLUSIVELY = r"\b(?:uitsluitend|alleen|slechts|enkel|only|solely|nur)\b[^.;]{0,80}(?:{suspicion})"
_ON_SUSPICION = (
    r"\b(?:bij|in geval van|in het geval van|indien|wanneer|upon|in case of|if|where|following|"
    r"bei)\b[^.;]{0,60}(?:{suspicion})"
)
_AS_WELL = (
    r"\b(?:alsook|alsmede|tevens|eveneens|ook|daarnaast|of vaker|behoudens|also|as well as|"
    r"additionally|in addition|or more|more often|except|and)\b"
)


def _triggers(among: tuple[Statement, ...], language: str) -> Iterator[Candidate]:
    """The ground that an audit needs; nothing where no suspicion is spoken of."""
    own = tuple(
        s
        for s in among
        if not _not_an_audit_right(s, language)
        and not s.search(phrase(r"{costs}|\bten minste \d+ werkdagen\b", language))
        and (s.search(phrase(r"{audit}", language)) or _HEADING.search(s.heading))
    )
    anywhere = any(_often(s, language) for s in own)
    for statement in own:
        often = _often(statement, language)
        if not often and statement.search(phrase(_EXCLUSIVELY, language)):
            yield Candidate("audit.trigger", "suspicion_only", statement.passages)
        elif often and statement.search(phrase(rf"{_AS_WELL}[^.;]{{0,80}}(?:{{suspicion}})", language)):
            yield Candidate("audit.trigger", "both", statement.passages)
        elif (
            not often
            and statement.subject is not Role.PROCESSOR
            and statement.search(phrase(_ON_SUSPICION, language))
            and not statement.search(phrase(_ANNOUNCED, language))
        ):
            value = "both" if anywhere else "suspicion_only"
            yield Candidate("audit.trigger", value, statement.passages, Strength.PASSING)


def _often(statement: Statement, language: str) -> bool:
    """Whether `statement` lets audits recur at an interval."""
    return statement.search(phrase(_YEARLY, language)) is not None or _once_in(statement) is not None


def _not_an_audit_right(statement: Statement, language: str) -> bool:
    return any(statement.search(phrase(p, language)) for p in _NOT_THE_CONTROLLERS)


def _auditors(among: tuple[Statement, ...], language: str) -> Iterator[Candidate]:
    own = any(s.search(phrase(_APPOINTS, language)) for s in among)
    for statement in among:
        if _not_an_audit_right(statement, language) or not (
            statement.search(phrase(r"{audit}", language)) or _HEADING.search(statement.heading)
        ):
            continue
        if statement.search(phrase(_APPOINTS, language)):
            yield Candidate("audit.auditor", "controller_or_third_party", statement.passages)
            continue
        if own or (statement.search(phrase(_FIRST, language)) and statement.search(phrase(_REPORTS, language))):
            continue
        for value, words in _AUDITOR:
            if statement.search(phrase(words, language)):
                strength = Strength.PASSING if value == "any_third_party" else Strength.EXPRESS
                yield Candidate("audit.auditor", value, statement.passages, strength)
                break


def _terms(reading: Reading) -> Iterator[Candidate]:
    among = _audit_statements(reading)
    language = reading.language
    granted = {s.clause for s in among if _grants(s, language)}
    for statement in among:
        if _not_an_audit_right(statement, language):
            continue
        if statement.near(phrase(r"{audit}", language)) or _HEADING.search(statement.heading):
            if statement.clause in granted or "CONTROLLER" in statement.text or _HEADING.search(statement.heading):
                yield from _frequency(statement, language)
            if (
                statement.search(phrase(_REPORTS, language))
                and statement.search(phrase(_FIRST, language))
                and "SUBPROCESSOR" not in statement.text
            ):
                yield flag("audit.existing_reports_first", statement)
        yield from _periods(statement, language)


def _frequency(statement: Statement, language: str) -> Iterator[Candidate]:
    if statement.search(phrase(_AT_LEAST_SELF, language)):
        return
    if statement.subject is Role.PROCESSOR and (
        statement.search(phrase(r"\bten minste\b|\bat least\b", language))
        or not statement.search(phrase(r"{audit}", language))
    ):
        return
    period = _once_in(statement)
    if period is None and statement.search(phrase(_YEARLY, language)):
        period = "P1Y"
    if period is None:
        return
    yield Candidate("audit.max_frequency", period, statement.passages)
    if statement.search(phrase(_CALENDAR, language)):
        yield Candidate("audit.frequency_basis", "calendar_year", statement.passages)
    elif period.endswith("M") or statement.search(phrase(_ROLLING, language)):
        yield Candidate("audit.frequency_basis", "rolling", statement.passages)


def _once_in(statement: Statement) -> str | None:
    """The period in which something may happen once, as ISO 8601."""
    return next((d.iso for d in durations(statement.text) if _ONCE.search(statement.text[: d.start])), None)


_PROVIDES = (
    r"\b(?:ter beschikking|toegestuurd|toegezonden|(?:stuurt|zendt)\b[^.;]{0,60}\btoe|verstrek\w*|aanlever\w*|aan te leveren|provide|deliver|"
    r"make available|supply|überlassen)\b"
)
_PASSIVE = r"\b(?:wordt|worden|is|are|shall be|will be)\b[^.;]{0,60}\b(?:toegestuurd|toegezonden|verstrekt|provided|supplied|sent)\b"
_EVERY = re.compile(r"\b(?:per|every|elke|a|each|in (?:any|een)|vorige|previous|preceding|afgelopen)[\s*_]+$")
_KEPT = re.compile(r"\b(?:duur|duration|bewa\w+|retain\w*)\b")
_EVIDENCE = r"\binformatie\b|\binlichtingen\b|\bbewij\w+|\bgegevens\b|\bdocument\w*|\binformation\b|\bevidence\b|\brecords\b|\breports?\b|\w*rapport\w*"
_ON_DEMAND = re.compile(r"^[\s*_]*(?:na|van|of|after|following|upon)[^.;]{0,20}\b(?:verzoek|request)")
_ONLY_WITHIN = re.compile(r"\b(?:binnen|within|uiterlijk|maximaal|termijn van)[^.;]{0,25}$")


def _periods(statement: Statement, language: str) -> Iterator[Candidate]:
    """The notice before an audit, and the time within which the processor hands over what the audit needs."""
    for duration in durations(statement.text):
        before, after = statement.text[: duration.start], statement.text[duration.end :]
        if _EVERY.search(before) or _ONCE.search(before) or _KEPT.search(statement.text):
            continue
        delivers = statement.search(phrase(_PROVIDES, language)) and statement.near(phrase(_EVIDENCE, language))
        if _ONLY_WITHIN.search(before) and (
            (delivers and (statement.subject is Role.PROCESSOR or statement.search(phrase(_PASSIVE, language))))
            or (_ON_DEMAND.search(after) and statement.near(phrase(_EVIDENCE, language)))
        ):
            yield Candidate("audit.evidence_deadline", duration.iso, statement.passages)
        elif statement.search(phrase(_ANNOUNCED, language)) and statement.subject is not Role.SUB_PROCESSOR:
            yield Candidate("audit.notice", duration.iso, statement.passages)
        return


_AFTER = 3


def _grants(statement: Statement, language: str) -> bool:
    return any(one.meets(statement, language) for one in _RIGHT[0].cues)


def _after(statement: Statement) -> Iterator[Statement]:
    """The few sentences after `statement` in its clause."""
    current = statement.following
    for _ in range(_AFTER):
        if current is None:
            return
        yield current
        current = current.following


def _costs(reading: Reading) -> Iterator[Candidate]:
    among = _audit_statements(reading)
    after = {id(s) for right in among if _grants(right, reading.language) for s in _after(right)}
    found: list[tuple[str, Statement]] = []
    for statement in statements(
        reading,
        "kosten",
        "cost",
        "expense",
        "vergoed",
        "charge",
        "tarie",
        "rates",
        "reimburs",
        "betaal",
        headings=False,
    ):
        if statement not in among and id(statement) not in after:
            continue
        if statement.search(phrase(r"SUBPROCESSOR|{rights}|{dpia}|\b(?:boete|herstel|remed)\w*", reading.language)):
            continue
        who = bearer(statement, reading.language)
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            found.append((who, statement))
    conditional = [(who, s) for who, s in found if who == IF_AT_FAULT]
    for who, statement in conditional or found:
        yield Candidate("audit.costs", who, statement.passages)


RULES = (
    Rule("audit-right", ("audit.right", "audit.trigger", "audit.auditor"), _right),
    Rule(
        "audit-terms",
        (
            "audit.max_frequency",
            "audit.frequency_basis",
            "audit.notice",
            "audit.existing_reports_first",
            "audit.evidence_deadline",
        ),
        _terms,
    ),
    Rule("audit-costs", ("audit.costs",), _costs),
)
