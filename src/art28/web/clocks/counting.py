"""The record of a limit -> how it was counted and how else it could be read, in sentences, each with its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from art28.law.provision import UnknownProvision, provision
from art28.obligations.record import limit_of
from art28.timelimits.limit import Caution, CautionCode, Limit, Reading, Regime, Step, StepCode

_READINGS: Mapping[Reading, str | Promise] = {
    Reading.STRICT: gettext_lazy("strict: no other reading ends earlier"),
    Reading.R1182_HOURS: gettext_lazy("the clock hour of the event is not counted"),
    Reading.R1182_HOURS_35: gettext_lazy("hours that hold two working days"),
    Reading.OTHER_CALENDAR: gettext_lazy("by the other list of public holidays"),
    Reading.SHIFTED: gettext_lazy("if an end on a day off moved to the next working day"),
    Reading.DAY_ITSELF: gettext_lazy("if the first day of the period were still in time"),
}
_SOURCES = {
    Reading.R1182_HOURS: "T-3",
    Reading.R1182_HOURS_35: "T-13",
    Reading.OTHER_CALENDAR: "T-1",
    Reading.SHIFTED: "A-10",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A reading: what it says, where it comes from, when it ends (None: has no defined end), and whether it is the limit."""

    name: str
    source: str
    ends_at: datetime | None
    last_day: date | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A step of the count, with the provision that decides it; empty where the period itself does."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that can be told of a limit."""

    steps: tuple[Line, ...]
    readings: tuple[Read, ...]
    warnings: tuple[str, ...]


def counted(record: Mapping[str, Any] | None) -> Counted | None:
    """How a limit was counted; None for one without a number."""
    if record is None:
        return None
    limit = limit_of(record)
    zone = ZoneInfo(limit.zone)
    return Counted(
        tuple(Line(_sentence(step, zone), source(step.rule, limit.regime)) for step in limit.steps),
        tuple(_readings(limit)),
        tuple(_warning(caution) for caution in limit.warnings),
    )


def source(rule: str | None, regime: Regime | None = None) -> str:
    """A provision in words: "Verordening 1182/71, art. 3(1)"; by analogy where another body of rules counts so too."""
    if rule is None:
        return ""
    try:
        found = provision(rule)
    except UnknownProvision:
        return ""
    text = f"{found.source}, {found.article}"
    for written, said in _SAID.items():
        text = text.replace(written, str(said))
    analogy = rule.startswith("T-") and regime not in (None, Regime.EU)
    return _("by analogy with %(provision)s") % {"provision": text} if analogy else text


_SAID: Mapping[str, str | Promise] = {
    "Regulation (EEC, Euratom) No 1182/71": gettext_lazy("Regulation (EEC, Euratom) No 1182/71"),
    "first subparagraph": gettext_lazy("first subparagraph"),
    "second subparagraph": gettext_lazy("second subparagraph"),
    "first sentence": gettext_lazy("first sentence"),
    "second sentence": gettext_lazy("second sentence"),
}
"""How provisions are written in the tables of the law, and how a reader says them."""


def _readings(limit: Limit) -> Iterator[Read]:
    decisive = next((step.rule for step in reversed(limit.steps) if step.rule), None)
    elapsed = limit.last_day is None
    strict = _("hours elapse, over weekends and the change of the clock") if elapsed else source(decisive, limit.regime)
    yield Read(str(_READINGS[Reading.STRICT]), strict, limit.ends_at, limit.last_day, counts=True)
    for other in limit.alternatives:
        where = source(_SOURCES.get(other.reading), Regime.EU)
        yield Read(str(_READINGS[other.reading]), where, other.ends_at, other.last_day, counts=False)
    if any(step.code is StepCode.DISPUTED_READING_LEFT_ASIDE for step in limit.steps):
        name = str(_READINGS[Reading.R1182_HOURS_35])
        yield Read(name, source("T-13"), None, None, counts=False)


def _sentence(step: Step, zone: ZoneInfo) -> str:
    said = {
        "at": date_format(step.at.astimezone(zone), _instant()) if step.at else "",
        "day": date_format(step.day, _day()) if step.day else "",
        "amount": step.amount,
    }
    said["end"] = f"{said['day']} 24:00" if step.day else said["at"]
    return str(_STEPS[step.code]) % said


_STEPS: Mapping[StepCode, str | Promise] = {
    StepCode.STARTS: gettext_lazy("It begins on %(at)s."),
    StepCode.EVENT_DAY_LEFT_OUT: gettext_lazy("The day of the event, %(day)s, is not counted."),
    StepCode.HOURS_ELAPSE: gettext_lazy("The hours elapse until %(at)s."),
    StepCode.NO_SHIFT_FOR_HOURS: gettext_lazy("A period in hours does not move for weekends or public holidays."),
    StepCode.EVENT_HOUR_LEFT_OUT: gettext_lazy(
        "By another reading the clock hour of the event is not counted: from %(at)s."
    ),
    StepCode.DISPUTED_READING_LEFT_ASIDE: gettext_lazy(
        "Whether hours stretch to two working days is disputed; it is not computed."
    ),
    StepCode.CALENDAR_ADDED: gettext_lazy("The period reaches %(day)s."),
    StepCode.LAST_DAY_OF_MONTH: gettext_lazy("That month has no such date: its last day, %(day)s."),
    StepCode.MONTH_FRACTION: gettext_lazy("The part of a month is %(amount)s days, until %(day)s."),
    StepCode.WORKING_DAYS_COUNTED: gettext_lazy("%(amount)s working days reach %(day)s."),
    StepCode.SHIFTED: gettext_lazy("It moves over days off to %(day)s."),
    StepCode.LENGTHENED: gettext_lazy("It is lengthened to %(day)s, so that it holds %(amount)s working days."),
    StepCode.NOT_COVERED: gettext_lazy("The Act does not move or lengthen a period of this length."),
    StepCode.NOT_SHIFTED: gettext_lazy("%(day)s is a day off, and nothing moves it."),
    StepCode.STOOD_STILL: gettext_lazy("Time stood still meanwhile: it ends %(end)s."),
    StepCode.AGREED_LATER: gettext_lazy("The parties agreed on a later end: %(end)s."),
    StepCode.ENDS: gettext_lazy("It ends %(end)s."),
}


def _warning(caution: Caution) -> str:
    said = {"day": date_format(caution.day, _day()) if caution.day else "", "year": caution.year}
    return str(_WARNINGS[caution.code]) % said


_WARNINGS: Mapping[CautionCode, str | Promise] = {
    CautionCode.CONTRACT_SILENT_ON_SHIFT: gettext_lazy(
        "The end, %(day)s, is a day off and the agreement does not say that it moves: it stays."
    ),
    CautionCode.CALENDARS_DIFFER: gettext_lazy(
        "The official list of public holidays of that year was not seen. By the other list it ends on %(day)s; the earlier "
        "of the two counts."
    ),
    CautionCode.DECREE_DAYS_UNKNOWN: gettext_lazy(
        "No decree that adds public holidays in %(year)s is known: a day off may be missing."
    ),
    CautionCode.LIST_UNCONFIRMED: gettext_lazy(
        "The list of public holidays of %(year)s was not checked against the Official Journal."
    ),
    CautionCode.BACKWARD_EDGE: gettext_lazy(
        "Counted so that the whole period lies before the event; whether %(day)s would still be in time depends on the "
        "wording."
    ),
    CautionCode.BACKWARD_MINIMUM_UNSTATED: gettext_lazy(
        "The least number of working days is not applied to a period counted back: the law does not say."
    ),
    CautionCode.ENDS_ON_DAY_OFF: gettext_lazy(
        "The last day is a day off and nothing moves it; the working day before it is %(day)s."
    ),
    CautionCode.SHIFT_IGNORED: gettext_lazy("What was said about moving the end has no effect here."),
    CautionCode.WORKING_HOURS_ELAPSE: gettext_lazy(
        "Hours on working days are counted as hours that elapse, which ends earlier."
    ),
    CautionCode.UNITS_MIXED: gettext_lazy(
        "The period mixes units; whether the Act covers it was decided by the stricter reading."
    ),
    CautionCode.LOCAL_TIME_AMBIGUOUS: gettext_lazy("The clock showed that hour twice; the first was taken."),
    CautionCode.TIME_OF_DAY_MISSING: gettext_lazy("Only a day was given for a period in hours; counted from 00:00."),
    CautionCode.PAUSE_UNSTATED: gettext_lazy(
        "No text says how a pause is counted: its whole days are added, and nothing moves over days off."
    ),
}


def _day() -> str:
    return "l j F Y"


def _instant() -> str:
    return "l j F Y H:i"
