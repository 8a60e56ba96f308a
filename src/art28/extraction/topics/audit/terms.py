"""Reading -> how audits are used: how often, after what notice, on what evidence, at whose cost."""

import re
from collections.abc import Iterator

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.audit.audit import (
    FIRST,
    HEADING,
    NOT_ENOUGH,
    REPORTS,
    audit_statements,
    grants,
    is_not_an_audit_right,
)
from art28.extraction.topics.audit.intervals import ANNOUNCED, AT_LEAST_SELF, interval_of
from art28.extraction.values.durations import Duration, durations
from art28.extraction.words.bearing import CONTROLLER, IF, IF_AT_FAULT, PROCESSOR, SHORTCOMING, bearer
from art28.extraction.words.cues import flag, phrase
from art28.extraction.words.statements import Statement, statements
from art28.terms import Role

_CALENDAR = r"\b(?:kalenderjaar|calendar year|kalenderjahr\w*|année civile)\b"
_ROLLING = (
    r"\b(?:twaalf|twelve|12|zwölf|douze)[- ](?:\(12\) )?(?:maanden|months?|monate\w*|mois)\b|\brolling\b|\bvoortschrijdend\w*|"
    r"\b(?:contract-? ?jaar|contract year|vertragsjahr)\b"
)


def _terms(reading: Reading) -> Iterator[Candidate]:
    among = audit_statements(reading)
    language = reading.language
    granted = {s.clause for s in among if grants(s, language)}
    articles = {clause.article for clause in granted if clause.article}
    for statement in among:
        if is_not_an_audit_right(statement, language):
            continue
        here = HEADING.search(statement.heading) or statement.clause.article in articles
        if here or statement.near(phrase(r"{audit}|{examine}", language)):
            if (
                here
                or statement.clause in granted
                or "CONTROLLER" in statement.text
                or _by_controller_next(statement, language)
            ):
                yield from _frequency(statement, language)
            yield from _reports_first(statement, language)
        yield from _periods(statement, language)
    yield from _shown_within(reading, frozenset(map(id, among)))


def _by_controller_next(statement: Statement, language: str) -> bool:
    """Whether the sentence before or after `statement` says that the controller has such an audit done."""
    beside = (one for one in (statement.before, statement.following) if one is not None)
    return any("CONTROLLER" in one.text and one.search(phrase(r"{audit}", language)) for one in beside)


# "PROCESSOR verstrekt binnen tien dagen alle informatie die nodig is om de nakoming aan te tonen."
_SHOWS_COMPLIANCE = (
    r"{compliance} … \b(?:aan te tonen|aantoont|aantonen|te bewijzen)\b|\b(?:aan te tonen|aantonen|aantoont) … {compliance}|\bto(?:ont|nen)\b … \baan\b … {compliance}|\bdemonstrat\w+ … {compliance}|{compliance} … \bdemonstrat\w+|"
    r"\bnachweis\w* … {compliance}|\bdémontrer … {compliance}"
)


def _shown_within(reading: Reading, known: frozenset[int]) -> Iterator[Candidate]:
    """Within what time the processor shows that it complies, where no audit is spoken of."""
    for statement in statements(
        reading, "aan te tonen", "aanto", "toont", "tonen", "demonstrat", "nachweis", "démontrer", headings=False
    ):
        if (
            id(statement) in known
            or statement.subject not in (None, Role.PROCESSOR)
            or "PROCESSOR" not in statement.text
            or not statement.search(phrase(_SHOWS_COMPLIANCE, reading.language))
            or statement.search(phrase(r"{breach}|{rights}|{dpia}|SUBPROCESSOR|{end_of_agreement}", reading.language))
        ):
            continue
        for duration in durations(statement.text):
            if _ONLY_WITHIN.search(statement.text[: duration.start]):
                yield Candidate("audit.evidence_deadline", duration.iso, statement.passages, Strength.PASSING)


_STANDS_BY = (
    r"\b(?:doen|doet)\b[^.;]{0,40}\b(?:recht|audit)\w*[^.;]{0,30}\bniet af\b|\b(?:vervang\w*|ersetz\w*|replace|remplac\w*)\b[^.;]{0,30}\b(?:niet|nicht|not|pas)\b|"
    r"\b(?:niet|nicht|not|pas)\b[^.;]{0,30}\b(?:vervang\w*|ersetz\w*|replace|limit|remplac\w*)\b"
)


_CONTENT_WITH = r"\bgenoegen\b"
# "PROCESSOR kan aan het verzoek om een audit voldoen door een recent rapport te overleggen."
_SATISFIES = r"\b(?:kan|mag|may|can)\b … \b(?:{audit}|verzoek|request)\b … \b(?:voldoen|satisfy|comply|meet)\b … (?:\bdoor\b|\bby\b) … (?:{reports})"
_SHARES_ITS_RESULT = r"\b(?:auditor|controleur|deskundige|rapport van de audit|auditrapport)\b … \b(?:concept\w*|draft)\b|\bconcept\w*\b … \b(?:rapport|verslag)\b"


def _reports_first(statement: Statement, language: str) -> Iterator[Candidate]:
    """Whether the reports that there are come first; not where they leave the right to an audit as it is."""
    if "SUBPROCESSOR" in statement.text:
        return

    def says(pattern: str) -> bool:
        return statement.search(phrase(pattern, language)) is not None

    reports = says(REPORTS)
    if reports and says(_STANDS_BY) and says(r"{audit}|{examine}"):
        yield Candidate("audit.existing_reports_first", value=False, passages=statement.passages)
    elif (
        (reports and says(FIRST))
        or (
            says(FIRST)
            and says(r"{audit}")
            and not reports
            and not says(_SCOPE_FIRST)
            and statement.near(phrase(REPORTS, language))
        )
    ) or (
        ((says(NOT_ENOUGH) or says(_CONTENT_WITH)) and statement.near(phrase(rf"{REPORTS}|{_EVIDENCE}", language)))
        or says(_SATISFIES.replace("{reports}", REPORTS))
    ):
        yield from (
            () if says(_SENT_TO_IT) or says(_SHARES_ITS_RESULT) else (flag("audit.existing_reports_first", statement),)
        )


# "Thirty days before", "the parties agree on its scope first": what comes before is an announcement or a plan, no report.
_SCOPE_FIRST = (
    r"\b(?:days?|weeks?|months?|dagen|weken|maanden|tage|wochen|monate|jours|semaines|mois)(?: or more)? (?:before|first)\b|"
    r"\b(?:scope|plan|date|dates|details)\b[^.;]{0,40}\bfirst\b|\bfirst\b[^.;]{0,20}\b(?:agree\w*|scope|plan)\b"
)
# "Alternatively, PROCESSOR may have itself audited": another audit, and no report that was there before.
_SENT_TO_IT = r"^[\W\d]*(?:\w{1,3}\W+)?(?:alternatively|als alternatief)\W+PROCESSOR (?:may|can|kan|mag)\b … (?:{audit})|\baan PROCESSOR … \b(?:voorgelegd|toegezonden|gezonden|gestuurd)\b"


def _frequency(statement: Statement, language: str) -> Iterator[Candidate]:
    if statement.search(phrase(AT_LEAST_SELF, language)):
        return
    if statement.subject is Role.PROCESSOR and (
        statement.search(phrase(r"\bten minste\b|\bat least\b|\bmindestens\b|\bau moins\b", language))
        or not statement.search(phrase(r"{audit}", language))
    ):
        return
    period = interval_of(statement, language)
    if period is None:
        return
    yield Candidate("audit.max_frequency", period, statement.passages)
    if statement.search(phrase(_CALENDAR, language)):
        yield Candidate("audit.frequency_basis", "calendar_year", statement.passages)
    elif statement.search(phrase(_ROLLING, language)) or (
        period.endswith("M") and any(d.iso == period for d in durations(statement.text))
    ):
        yield Candidate("audit.frequency_basis", "rolling", statement.passages)


_PROVIDES = (
    r"\b(?:ter beschikking|toegestuurd|toegezonden|(?:stuurt|zendt)\b[^.;]{0,60}\btoe|verstrek\w*|verscha(?:ft|ffen)|levert|overleg(?:t|gen)|"
    r"aanlever\w*|aan te leveren|beantwoord\w*|antwoord|provide\w*|deliver\w*|submits?|suppl(?:y|ies)|furnish\w*|answers?|responds?|"
    r"make available|remet\w*|to(?:ont|nen)\b[^.;]{0,90}\baan\b|demonstrates?|legt\b[^.;]{0,140}\bvor|überlassen|erteil\w*|bereit(?:zu)?stell\w*|vor(?:zu)?leg\w*|übermittel\w*|fourni\w*|transm\w*|communiqu\w*|envoie|met à (?:la |sa )?disposition|zur verfügung)\b"
)
_PASSIVE = (
    r"\b(?:wordt|worden|is|are|shall be|will be|krijgt|krijgen|ontvangt|receives|wird|werden|sont|est)\b[^.;]{0,60}\b(?:toegestuurd|toegezonden|verstrekt|"
    r"provided|supplied|sent|erteilt|übermittelt|vorgelegt|bereitgestellt|fourni\w*|transmis\w*|antwoord|answer)\b|\bCONTROLLER (?:krijg|krijgt|ontvangt|receives)\b"
)
_HANDED_OVER = (
    rf"{_PASSIVE}|(?:{_PROVIDES}) (?:der |de |the |le )?(?:PROCESSOR|hij|zij|er|sie|il|it)\b|"
    rf"\b(?:PROCESSOR|hij|er|il|it|sie) (?:{_PROVIDES})|\bden er\b|\bwhich PROCESSOR\b"
)
_EVERY = re.compile(
    r"\b(?:per|every|elke|a|each|in (?:any|een)|vorige|previous|preceding|afgelopen|je|pro|par|jeden)[\s*_]+$"
)
_KEPT = re.compile(r"\b(?:duur|duration|bewa\w+|retain\w*|besteed|dauer|overschrijd\w*|exceed\w*|hinausgeh\w*)\b")
# Within what time shortcomings are mended is no notice of an audit.
_MENDED = re.compile(
    r"\b(?:hersteld?|herstelt|herstellen|verholpen|verhelpt|remed(?:y|ied|ies)|behoben|behebt|corrigée?s?|corrige)\b"
)
# … nor is that of upkeep.
_UPKEEP = re.compile(
    r"\bPROCESSOR kondigt (?:\w+ )?(?:onderhoud|storing\w*|releases?)\b|\bmaintenance (?:window|is announced)\b"
)
_EVIDENCE = (
    r"\baan (?:\w+ ){0,6}?te tonen\b|\bto(?:ont|nen)\b[^.;]{0,90}\baan (?:CONTROLLER )?dat\b|\bbescheiden\b|\binformatie\b|\binlichtingen\b|\bbewij\w+|\bgegevens\b|\bdocument\w*|\binformation\b|\bevidence\b|\brecords\b|\breports?\b|\w*rapport\w*|"
    r"\bstatements?\b|\w*verklaring\w*|\bvragen\b|\bquestions?\b|\bauskünft\w*|\bnachweis\w*|\bunterlagen\b|\w*berichte?\b|\bzertifikate?\b|\bcertifica(?:ten|tes|ts)\b|\binformations?\b|\bpreuves?\b|\bjustificatifs?\b"
)
_ON_DEMAND = re.compile(
    r"^[\s*_]*(?:na|van|of|after|following|upon|nadat|nach|suivant|à compter de)[^.;]{0,30}\b(?:verzoek|request|vraagt|anfrage|anforderung|demande)"
)
_ONLY_WITHIN = re.compile(
    r"\b(?:binnen|within|uiterlijk|maximaal|termijn van|innerhalb(?: von)?|binnen|spätestens|dans un délai de|sous|dans les)[^.;]{0,25}$"
)
_AROUND = 80
# "Met inachtneming van een termijn van vijf werkdagen kan CONTROLLER een audit laten doen."
_OBSERVING = r"\bmet inachtneming van een (?:aankondigings)?termijn van\b"


def _periods(statement: Statement, language: str) -> Iterator[Candidate]:
    """The notice before an audit, and the time within which the processor hands over what the audit needs."""
    if _KEPT.search(statement.text):
        return
    named = tuple(d for d in durations(statement.text) if not _is_a_rate(statement.text, d))
    for duration in named:
        before, after = statement.text[: duration.start], statement.text[duration.end :]
        near = statement.text[max(0, duration.start - _AROUND) : duration.end + _AROUND]
        delivers = statement.search(phrase(_PROVIDES, language)) and statement.near(phrase(_EVIDENCE, language))
        if _ONLY_WITHIN.search(before) and (
            (delivers and (statement.subject is Role.PROCESSOR or statement.search(phrase(_HANDED_OVER, language))))
            or (_ON_DEMAND.search(after) and statement.near(phrase(_EVIDENCE, language)))
        ):
            yield Candidate("audit.evidence_deadline", duration.iso, statement.passages)
        elif (
            statement.search(phrase(f"{ANNOUNCED}|{_OBSERVING}", language))
            and (len(named) == 1 or phrase(f"{ANNOUNCED}|{_OBSERVING}", language).search(near))
            and statement.subject is not Role.SUB_PROCESSOR
            and not _MENDED.search(statement.text)
            and not _UPKEEP.search(statement.text)
        ):
            urgent = statement.search(phrase(_IN_URGENT_CASES, language)) is not None
            strength = Strength.PASSING if urgent else Strength.EXPRESS
            yield Candidate("audit.notice", duration.iso, statement.passages, strength)
            return


# "After a breach … 24 hours' notice suffices": what is short because it presses.
_IN_URGENT_CASES = (
    r"(?:{breach}|{suspicion})[^;]{0,200}\b(?:suffices?|is enough|is sufficient|volstaa[nt]|genügt|genügen|reicht|suffit|no such limit)\b|"
    r"\b(?:urgent|dringend\w*|spoed\w*|eilbedürft\w*|urgence)\b[^.;]{0,80}\b(?:suffices?|is enough|volstaa[nt]|genügt|reicht|suffit)\b"
)


def _is_a_rate(text: str, duration: Duration) -> bool:
    """Whether a period says how often something may happen."""
    before = text[: duration.start]
    return bool(_EVERY.search(before) or _ONCE_IN.search(before))


_ONCE_IN = re.compile(
    r"\b(?:één|een|1|one|eens|eenmaal|once|einmal|un|une)\b[^.;]{0,40}\b(?:per|every|in|elke|each|je|alle|pro|par|zeitraum von|period of|periode van)[^.;]{0,12}$|"
    r"\b(?:every|conducted less than|alle)[\s*_]+$"
)


def _costs(reading: Reading) -> Iterator[Candidate]:
    among = audit_statements(reading)
    language = reading.language
    found: list[tuple[str, Statement]] = []
    for statement in statements(reading, *_COST_WORDS, headings=False):
        if statement not in among:
            continue
        if statement.search(phrase(r"SUBPROCESSOR|{rights}|{dpia}|" + _WHAT_PEOPLE_ASK, language)):
            continue
        who = bearer(statement, language)
        if who != IF_AT_FAULT and statement.search(
            phrase(r"\bkosten van (?:het |de )?(?:certifica\w+|licentie\w*)\b|\b(?:boete|herstel|remed)\w*", language)
        ):
            continue
        if who in (CONTROLLER, PROCESSOR, IF_AT_FAULT):
            found.append((who, statement))
        after = statement.following
        if who == CONTROLLER and after is not None and after.search(phrase(_THEN_THEY_ARE_ITS, language)):
            # "De kosten zijn voor CONTROLLER. Blijkt dat PROCESSOR tekortschiet, dan zijn zij voor PROCESSOR."
            found.append((IF_AT_FAULT, after))
    conditional = [(who, s) for who, s in found if who == IF_AT_FAULT]
    for who, statement in conditional or found:
        yield Candidate("audit.costs", who, statement.passages)


_WHAT_PEOPLE_ASK = r"\b(?:inzien|access|einsehen|consulter),? (?:\w+,? ){0,2}(?:corriger|correct|rectif|berichtig)\w*"
_THEN_THEY_ARE_ITS = (
    rf"{IF}[^;]{{0,200}}?{SHORTCOMING}[^;]{{0,80}}\b(?:zijn|komen|are|shall be|will be|gehen|sont|seront) (?:zij|deze|die|ze|they|sie|diese|ils|elles)?[^.;]{{0,40}}"
    r"\b(?:voor|ten laste van|for|by|zu lasten|à la charge) (?:rekening van |d)?(?:de |the |des |du |e )?PROCESSOR\b|"
    rf"{IF}[^;]{{0,60}}?PROCESSOR\b[^;]{{0,200}}?{SHORTCOMING}[^;,]{{0,60}}, dan (?:komen|zijn) (?:de |die |deze |zij )?(?:\w*kosten )?voor (?:zijn|haar|diens) rekening\b|"
    rf"{IF}[^;]{{0,200}}?{SHORTCOMING}[^;]{{0,60}}\b(?:deze|die|de) (?:\w*kosten )?[^.;]{{0,12}}\bop (?:hem|haar|PROCESSOR) (?:te )?verhalen\b|"
    rf"{IF}[^;]{{0,200}}?(?:{SHORTCOMING}|\bniet goed\b)[^;,]{{0,60}}, dan (?:betaal|betaalt|betalen|vergoedt|vergoeden|draagt|dragen) (?:de )?PROCESSOR\b|"
    rf"\bbij (?:\w+ )?{SHORTCOMING}[^;,]{{0,40}}\b(?:betaalt|betalen|vergoedt|vergoeden|draagt|dragen) (?:de )?PROCESSOR\b"
)
_COST_WORDS = (
    "rechnung",
    *(
        "kosten",
        "kost",
        "cost",
        "pay ",
        "pays ",
        "expense",
        "vergoed",
        "charge",
        "tarie",
        "rates",
        "fees",
        "reimburs",
        "betaal",
        "rekening",
        "factur",
        "nacalculatie",
        "laste van",
    ),
    *("invoic", "pays", "vergüt", "aufwand", "zahl", "frais", "coût", "charge de"),
)


RULES = (
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
