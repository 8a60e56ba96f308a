"""Reading -> breaches: what the processor must report, within what time, to whom, and who tells the authority (Art. 33).

The processor's limit for telling the controller is told apart from the authority's seventy-two hours, from a later full
report and from what a sub-processor owes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from art28.agreement.passages import Reading
from art28.extraction.cues import flag, phrase
from art28.extraction.durations import Duration, durations
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.statements import Statement, statements
from art28.terms import Role

WORDS = ("lek", "inbreuk", "voorval", "incident", "breach", "verletzung", "violation", "datenpanne")
_HEADING = re.compile(r"data-?lek|inbreuk|incident|voorval|breach|meldplicht|verletzung|violation|datenpanne")
_LAW_BROKEN = (
    r"\binbreuk (?:op|maakt op|oplevert op) (?:de |het )?(?:avg|privacy\w*|wet\w*|recht\w*|"
    r"enig recht)\b|\binbreuk\w* (?:op enig|op enige|op het) \w+|\b(?:material|in|of|"
    r"any) breach of (?:this|the|its|these|any) (?:\w+ )?(?:agreement|dpa|terms|obligation|"
    r"clause|addendum|contract)"
)
_OFFERS = (
    r"\b(?:meld|inform|kennis|notif|report|hoogte|waarschuw|inlicht|licht|bericht|unterricht|"
    r"teilt|mitteil|avert|aangekondigd|benachrichtig)\w*"
)
_TO_AUTHORITY = (
    r"\b(?:aan|bij|to|an|auprès de|met) (?:de |the |die |l')?(?:bevoegde |competente |"
    r"competent |relevant |betreffende )?(?:{authority}|{people})"
)
_LATER = (
    r"\b(?:volledig\w*|vult|vullen|aanvullend\w*|nadere|definitie\w*|eind|vervolg\w*|full|final|complete|"
    r"further|additional|supplement\w*|update\w*|root cause|antwoord\w*|reageer\w*|"
    r"respond\w*)\b"
)
_ELSEWHERE = (
    r"\b(?:after|nadat|na) (?:the |de )?CONTROLLER\b|\b(?:notification|notice|melding) (?:by|"
    r"door|van) (?:the |de )?CONTROLLER\b|\baudits?\b|\binspecti\w*|{rights}|{dpia}"
)
_SPLIT = re.compile(
    r";|,? ?\b(?:zodat|opdat|naar aanleiding waarvan|waarna|teneinde|so that|so as to|"
    r"in order (?:to|that)|enabling|to enable|to allow|damit|afin)\b"
)


def about_breach(statement: Statement, language: str) -> bool:
    """Whether `statement` speaks of a breach of personal data or of security, not of a breach of law or contract."""
    if _HEADING.search(statement.heading):
        return True
    if not statement.search(phrase(r"{breach}", language)):
        return False
    return not statement.search(phrase(_LAW_BROKEN, language))


@lru_cache(maxsize=1)
def notices(reading: Reading) -> tuple[Statement, ...]:
    """The statements in which the processor undertakes to tell the controller of a breach."""
    return tuple(_notices(reading))


def _notices(reading: Reading) -> Iterator[Statement]:
    for statement in statements(reading, *WORDS):
        if not about_breach(statement, reading.language) or statement.subject in (Role.CONTROLLER, Role.SUB_PROCESSOR):
            continue
        if statement.search(phrase(_ELSEWHERE, reading.language)):
            continue
        if _tells_controller(statement, reading.language):
            yield statement


_FIRST_NOTICE = r"\b(?:eerste melding|initial (?:notice|notification)|vroegtijdige waarschuwing|early warning)\b"
_ADDRESSED = r"\b(?:aan|to|informe\w*|notif\w+|inform\w*|stelt|zal) (?:de |the )?(?:\w+ ){0,3}?CONTROLLER"
_MUST_REPORT = r"\bPROCESSOR (?:\w+ ){0,3}?(?:meldt|melden|reports?|report|notif\w+)\b|\bmeldt PROCESSOR\b"


def _tells_controller(statement: Statement, language: str) -> bool:
    if statement.search(phrase(_FIRST_NOTICE, language)):
        return True
    return any(_tells(part, language) for part in _SPLIT.split(statement.text)) or _reports_to_nobody(
        statement, language
    )


def _tells(part: str, language: str) -> bool:
    """Whether `part` of a sentence has the controller told, and is not about help or the authority."""
    if "CONTROLLER" not in part or not phrase(r"{inform}", language).search(part):
        return False
    if phrase(r"{assist}|\bdocument\w*\b", language).search(part.split("CONTROLLER")[0]):
        return False
    to_authority = phrase(_TO_AUTHORITY, language).search(part)
    return to_authority is None or phrase(_ADDRESSED, language).search(part) is not None


def _reports_to_nobody(statement: Statement, language: str) -> bool:
    """A duty to report within a time that leaves out to whom: between the parties that is the controller."""
    return (
        statement.subject is Role.PROCESSOR
        and "CONTROLLER" not in statement.text
        and statement.search(phrase(_MUST_REPORT, language)) is not None
        and statement.search(phrase(rf"{_TO_AUTHORITY}|{{authority}}|{{assist}}|\b(?:niet|geen|not|no)\b", language))
        is None
    )


def _deadline(reading: Reading) -> Iterator[Candidate]:
    for statement in notices(reading):
        duration = _own_limit(statement, reading.language)
        if duration:
            strength = Strength.PASSING if statement.in_annex else Strength.EXPRESS
            yield Candidate("breach.deadline", duration.iso, statement.passages, strength)
            yield Candidate("breach.wording", "fixed", statement.passages)
        else:
            wording = _wording(statement)
            if wording:
                yield Candidate("breach.wording", wording, statement.passages, Strength.PASSING)


_LIMIT = re.compile(
    r"\b(?:binnen|uiterlijk|maximaal|niet later dan|within|no later than|not later than|at most|"
    r"innerhalb|spätestens|binnen een termijn van|délai de|sous|dans les)\b[^.;]{0,45}$"
)
_RATHER = re.compile(r"(?:\d|uurs)\s*$")


def _own_limit(statement: Statement, language: str) -> Duration | None:
    """The processor's time for telling the controller, None where the statement names none or only somebody else's."""
    at = 0
    for part in _SPLIT.split(statement.text):
        start = statement.text.index(part, at)
        at = start + len(part)
        if phrase(_TO_AUTHORITY, language).search(part) and "CONTROLLER" not in part:
            continue
        for duration in durations(part):
            before = part[: duration.start]
            if not _LIMIT.search(before) or phrase(_LATER, language).search(before[-60:]):
                continue
            if phrase(r"(?:{authority})[^.;]{0,40}$", language).search(before) or "33" in before[-12:]:
                continue
            return Duration(duration.count, duration.unit, start + duration.start, start + duration.end)
    return None


def limited(statement: Statement, language: str) -> bool:
    """Whether `statement` says within what time the controller is told."""
    return _own_limit(statement, language) is not None or _wording(statement) is not None


_IMMEDIATELY = re.compile(
    r"\b(?:onverwijld|onmiddellijk|direct|meteen|terstond|per omgaande|immediately|forthwith|"
    r"unverzüglich|immédiatement|promptly)\b"
)
_UNDUE = re.compile(
    r"\b(?:zonder (?:enige )?(?:onredelijke|onnodige) vertraging|without (?:any )?undue delay|"
    r"ohne (?:unangemessene|schuldhafte) verzögerung|dans les meilleurs délais|"
    r"meilleurs délais)\b"
)


def _wording(statement: Statement) -> str | None:
    text = statement.text.replace("*", "")
    if _UNDUE.search(text) and not re.search(r"\b(?:onverwijld|onmiddellijk|immediately|unverzüglich)\b", text):
        return "without_undue_delay"
    return "immediately" if _IMMEDIATELY.search(text) else None


_STARTS = {
    "discovery": r"{discovery}",
    "awareness": r"{awareness}",
    "observation": r"{observation}",
    "report_from_sub_processor": r"\bSUBPROCESSOR … (?:geïnformeerd|inlicht|informeert|gemeld|bericht|informed|notified|reported|meldt|notifies)\b|"
    r"\b(?:melding|notice|notification) (?:van|from|by) (?:\w+ )?SUBPROCESSOR\b",
}
_AFTER = (
    r"(?:\b(?:dat|die|which|that) (?:hij|zij|het|de|it|PROCESSOR)\b[^.;]{0,40}?|"
    r"\b(?:na|nadat|vanaf|zodra|in (?:het )?geval van(?: een)?|bij|indien|wanneer|after|upon|"
    r"once|of|from|following|nach|nachdem|sobald|après|having)\b[^.;]{0,70}?)"
)
_GOES_ON = re.compile(
    r"^[\s*_]*(?:\d+(?:\.\d+)*\.?\s+)?(?:d ?it|deze termijn|de termijn|de meldtermijn|"
    r"this period|the period|the time limit|that period)\b"
)


_LIMIT_STARTS = re.compile(
    r"\b(?:termijn|period|time limit|frist|délai)\b[^.;]{0,60}\b(?:begint|start|loopt|lopen|gaat|vangt|aan|begins?|starts?|runs?|beginnt)\b|\b(?:begint|start) (?:de|die|deze) termijn\b"
)
_STEPS = 6


def _on_its_limit(statement: Statement) -> Iterator[Statement]:
    """The sentences after a notice that say when its time begins."""
    current, steps = statement.following, 0
    while current is not None and steps < _STEPS:
        if (steps == 0 and _GOES_ON.search(current.text)) or _LIMIT_STARTS.search(current.text):
            yield current
        current, steps = current.following, steps + 1


def _clock(reading: Reading) -> Iterator[Candidate]:
    for statement in notices(reading):
        if not (_own_limit(statement, reading.language) or _wording(statement)):
            continue
        strength = Strength.EXPRESS if _own_limit(statement, reading.language) else Strength.PASSING
        for one in (statement, *_on_its_limit(statement)):
            found = tuple(
                name for name, words in _STARTS.items() if one.search(phrase(f"{_AFTER}(?:{words})", reading.language))
            )
            if found:
                yield Candidate("breach.clock_starts", found, one.passages, strength)


_CHANNELS = {
    "phone": r"\btelefo\w*|\bgebeld\b|\bbelt\b|\bbellen\b|\b(?:by|via) (?:tele)?phone\b|\btelephone\b",
    "email": r"\b(?:per|via|by|by means of|middels|door middel van|par) (?:an |een )?(?:\w+ )?e-?mail\w*|"
    r"\be-?mail(?:adres)? … (?:melding|gemeld)|\bby mail\b|\bper mail\b",
    "portal": r"\bporta(?:l|al)\w*|\bklantomgeving\b|\bdashboard\b",
    "post": r"\bper post\b|\baangetekend\w*|\bby (?:registered )?(?:post|mail)\b|\bregistered letter\b",
}


_SENT = (
    r"\b(?:melding|waarschuwing|kennisgeving|rapport|notification|notice|report|dat mag|doet dat|does so)\b[^.;]{0,60}"
    r"\b(?:geschiedt|gebeurt|wordt|volgt|vindt|gedaan|gestuurd|verzonden|made|sent|given|delivered|mag)\b"
)


def _channel(reading: Reading) -> Iterator[Candidate]:
    told = tuple(notices(reading))
    among = (
        s
        for s in statements(reading, *WORDS, "melding", "waarschuwing", "rapport", "notif", "dat mag")
        if s in told
        or (
            about_breach(s, reading.language)
            and s.subject is not Role.CONTROLLER
            and s.search(phrase(_SENT, reading.language))
            and not s.search(phrase(_TO_AUTHORITY, reading.language))
        )
    )
    for statement in among:
        found = tuple(name for name, words in _CHANNELS.items() if statement.search(phrase(words, reading.language)))
        if found:
            yield Candidate("breach.channel", found, statement.passages)


_EARLY = (
    r"\beerste (?:melding|waarschuwing|bericht)\b[^.;]{0,110}(?:\bnog niet\b|\bvoorlopig\w*|\bvolledig\w*|\baan(?:ge)?vul\w*|\bvult\b)|\beerste waarschuwing\b|"
    r"\bvroegtijdige waarschuwing\b|\bearly warning\b|\bvoorlopige melding\b|"
    r"\beerste melding … (?:voorlopig|beperkt|aangevuld|aanvull\w*)|\binitial (?:notice|"
    r"notification|report)\b … \b(?:follow|supplement|full|final)\w*|\bpreliminary (?:notice|"
    r"notification|report)\b"
)


def _early(reading: Reading) -> Iterator[Candidate]:
    for statement in statements(reading, *WORDS, "melding", "notif", headings=True):
        if about_breach(statement, reading.language) and statement.search(phrase(_EARLY, reading.language)):
            yield flag("breach.early_warning", statement)


RULES: tuple[Rule, ...] = (
    Rule("breach-deadline", ("breach.deadline", "breach.wording"), _deadline),
    Rule("breach-clock", ("breach.clock_starts",), _clock),
    Rule("breach-channel", ("breach.channel",), _channel),
    Rule("breach-early-warning", ("breach.early_warning",), _early),
)
