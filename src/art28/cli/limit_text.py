"""A `Limit` in English sentences and as JSON values, for `art28 limit`."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from art28.law.days_off import DayOff
from art28.law.provision import provision
from art28.timelimits.limit import Alternative, Caution, CautionCode, Limit, Reading, Regime, Step, StepCode

_READINGS = {
    Reading.STRICT: "strict",
    Reading.R1182_HOURS: "clock hour of the event not counted; informative",
    Reading.R1182_HOURS_35: "stretched to two working days; disputed",
    Reading.OTHER_CALENDAR: "by the other list of holidays",
    Reading.SHIFTED: "if the contract moved the end to a working day",
    Reading.DAY_ITSELF: "if the first day of the period were still in time",
}

_STEPS = {
    StepCode.STARTS: "Starts {at}",
    StepCode.EVENT_DAY_LEFT_OUT: "The day of the event, {day}, is not counted",
    StepCode.HOURS_ELAPSE: "{hours} elapse, to {at}",
    StepCode.NO_SHIFT_FOR_HOURS: "A period in hours does not move for weekends or holidays",
    StepCode.EVENT_HOUR_LEFT_OUT: "By another reading the clock hour of the event is not counted: from {at}",
    StepCode.DISPUTED_READING_LEFT_ASIDE: "That hours stretch to two working days is disputed and is not computed",
    StepCode.CALENDAR_ADDED: "The period reaches {day}",
    StepCode.LAST_DAY_OF_MONTH: "That month has no such date: its last day, {day}",
    StepCode.MONTH_FRACTION: "The part of a month is {amount} days, to {day}",
    StepCode.WORKING_DAYS_COUNTED: "{amount} working days reach {day}{over}",
    StepCode.SHIFTED: "Moves over {passed} to {day}",
    StepCode.LENGTHENED: "Is lengthened to {day}, so that it holds {amount} working days",
    StepCode.NOT_COVERED: "The Act does not move or lengthen a period of this length",
    StepCode.NOT_SHIFTED: "Stays on {first}",
    StepCode.STOOD_STILL: "Time stood still meanwhile: ends {end}",
    StepCode.AGREED_LATER: "The parties agreed on {end}",
    StepCode.ENDS: "Ends {end}",
}
_CAUTIONS = {
    CautionCode.CONTRACT_SILENT_ON_SHIFT: (
        "The end, {day}, is a day off and the contract is taken as silent on moving it: it stays. "
        "Use --shift or --no-shift if the contract says so."
    ),
    CautionCode.CALENDARS_DIFFER: (
        "The official list of holidays of that year was not seen: with or without the decree days, the end differs, "
        "and the other end is {day}. Plan on the earlier of the two."
    ),
    CautionCode.DECREE_DAYS_UNKNOWN: "No decree that adds holidays in {year} is known: a day off may be missing.",
    CautionCode.LIST_UNCONFIRMED: "The list of holidays of {year} was not checked against the Official Journal.",
    CautionCode.BACKWARD_EDGE: (
        "Counted so that the whole period lies before the event; whether {day} would still be in time depends on the "
        "wording."
    ),
    CautionCode.BACKWARD_MINIMUM_UNSTATED: (
        "The least number of working days is not applied to a period counted backward: the law doesn't say."
    ),
    CautionCode.ENDS_ON_DAY_OFF: "The last day is a day off and nothing moves it; the working day before it is {day}.",
    CautionCode.SHIFT_IGNORED: (
        "What was said about moving the end has no effect: the law decides, or such a period doesn't move at all."
    ),
    CautionCode.WORKING_HOURS_ELAPSE: "Hours on working days are counted as hours that elapse, which ends earlier.",
    CautionCode.UNITS_MIXED: "The period mixes units; whether the Act covers it was decided by the stricter reading.",
    CautionCode.LOCAL_TIME_AMBIGUOUS: "The clock shows that local time twice; the first is taken. Give the offset to choose.",
    CautionCode.PAUSE_UNSTATED: (
        "No text says how a pause is counted: its whole days are added, and nothing moves over days off."
    ),
    CautionCode.TIME_OF_DAY_MISSING: "Only a day was given for a period in hours; counted from 00:00.",
}


def as_text(limit: Limit) -> str:
    """The answer first, then the count, other readings and warnings."""
    zone = ZoneInfo(limit.zone)
    lines = [f"{_end(limit.ends_at, limit.last_day, zone)}  ({limit.reading})", "", "Count:"]
    lines += [f"  {number}. {step_text(step, limit)}" for number, step in enumerate(limit.steps, start=1)]
    if limit.alternatives:
        lines += ["", "Other readings, never a deadline:"]
        lines += [f"  {_alternative_text(item, zone)}" for item in limit.alternatives]
    if limit.warnings:
        lines += ["", "Warnings:"]
        lines += [f"  {caution_text(item)}" for item in limit.warnings]
    return "\n".join(lines)


def as_json(limit: Limit) -> dict[str, object]:
    """Instants with the offset of the limit's zone; `last_day` null for a period in hours."""
    zone = ZoneInfo(limit.zone)
    return {
        "ends_at": _instant(limit.ends_at, zone),
        "last_day": _day(limit.last_day),
        "reading": str(limit.reading),
        "calendar": limit.calendar,
        "alternatives": [
            {
                "reading": str(item.reading),
                "ends_at": _instant(item.ends_at, zone),
                "last_day": _day(item.last_day),
                "calendar": item.calendar,
            }
            for item in limit.alternatives
        ],
        "steps": [_step_json(step, limit, zone) for step in limit.steps],
        "warnings": [
            {
                "code": str(item.code),
                "rule": item.rule,
                "day": _day(item.day),
                "year": item.year,
                "text": caution_text(item),
            }
            for item in limit.warnings
        ],
    }


def step_text(step: Step, limit: Limit) -> str:
    """One sentence, with the provision that decides."""
    zone = ZoneInfo(limit.zone)
    what = _STEPS[step.code].format(
        day=_weekday(step.day),
        at=_clock(step.at, zone),
        end=_end(step.at, step.day, zone),
        amount=step.amount,
        hours=_hours(step.length),
        passed=_days_off(step.passed),
        first=_days_off(step.passed[:1]),
        over=f", leaving out {_days_off(step.passed)}" if step.passed else "",
    )
    return what + _because(step.rule, limit.regime)


def caution_text(caution: Caution) -> str:
    """One sentence on what whoever relies on the limit should know."""
    return _CAUTIONS[caution.code].format(day=_weekday(caution.day), year=caution.year)


def _because(rule: str | None, regime: Regime) -> str:
    if rule is None:
        return "."
    found = provision(rule)
    analogy = "as in " if rule.startswith("T-") and regime is not Regime.EU else ""
    return f" ({rule}: {analogy}{found.source}, {found.article})."


def _alternative_text(item: Alternative, zone: ZoneInfo) -> str:
    calendar = f", {item.calendar}" if item.calendar else ""
    return f"{item.reading}: {_end(item.ends_at, item.last_day, zone)}  ({_READINGS[item.reading]}{calendar})"


def _step_json(step: Step, limit: Limit, zone: ZoneInfo) -> dict[str, object]:
    found: dict[str, object] = {"code": str(step.code), "rule": step.rule}
    if step.rule is not None:
        found["provision"] = f"{provision(step.rule).source}, {provision(step.rule).article}"
    if step.day is not None:
        found["day"] = _day(step.day)
    if step.at is not None:
        found["at"] = _instant(step.at, zone)
    if step.amount is not None:
        found["amount"] = step.amount
    if step.length is not None:
        found["seconds"] = step.length.total_seconds()
    if step.passed:
        found["passed"] = [{"day": _day(off.on), "code": off.code, "rule": off.rule} for off in step.passed]
    return found | {"text": step_text(step, limit)}


def _end(at: datetime | None, last_day: date | None, zone: ZoneInfo) -> str:
    return f"{_weekday(last_day)} 24:00" if last_day else _clock(at, zone)


def _clock(at: datetime | None, zone: ZoneInfo) -> str:
    if at is None:
        return ""
    local = at.astimezone(zone)
    spec = "minutes" if not (local.second or local.microsecond) else "seconds"
    return f"{local:%a} {local.isoformat(' ', spec)}"


def _hours(length: timedelta | None) -> str:
    if length is None:
        return ""
    hours, rest = divmod(length, timedelta(hours=1))
    return f"{hours} hours" + (f" and {rest // timedelta(minutes=1)} minutes" if rest else "")


def _weekday(day: date | None) -> str:
    return f"{day:%a} {day.isoformat()}" if day else ""


def _days_off(passed: Iterable[DayOff]) -> str:
    return ", ".join(f"{_weekday(off.on)} ({off.code.replace('_', ' ')})" for off in passed)


def _instant(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).isoformat()


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
