"""Periods in days, weeks, months, years or working days, laid on the local calendar."""

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from art28.law.days_off import Calendar, DayOff
from art28.law.parameter import parameter
from art28.timelimits.limit import Step, StepCode
from art28.timelimits.period import InvalidPeriod, Period

_MONTHS_A_YEAR = 12
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Laid:
    """The day the period reaches before any rule moves it, and how it got there."""

    day: date
    steps: tuple[Step, ...]


def lay(event_day: date, period: Period, *, calendar: Calendar, backward: bool) -> Laid:
    """The last counted day; the day of the event is not counted (T-4). Backward: the earliest counted day.

    Years and months first, to the same date or, where the month has none, to its last day (T-7); then the part of a month
    (T-8), weeks and days. Raises `InvalidPeriod` where that lies outside the years that can be counted.
    """
    try:
        if period.working_days:
            return _lay_working_days(event_day, period.days, calendar=calendar, backward=backward)
        return _lay_calendar(event_day, period, sign=-1 if backward else 1)
    except OverflowError:
        raise InvalidPeriod(f"{period} from {event_day} ends outside the years that can be counted") from None


def _lay_calendar(event_day: date, period: Period, *, sign: int) -> Laid:
    steps = [Step(code=StepCode.EVENT_DAY_LEFT_OUT, rule="T-4", day=event_day)]
    whole_months = period.years * _MONTHS_A_YEAR + period.months
    day, clamped = add_months(event_day, sign * whole_months)
    if clamped:
        steps.append(Step(code=StepCode.LAST_DAY_OF_MONTH, rule="T-7", day=day))
    if period.month_fraction:
        month = parameter("r1182.month_fraction", event_day)
        part = int(period.month_fraction * month.value)  # a part of a day falls away: the earlier end
        day += sign * timedelta(days=part)
        steps.append(Step(code=StepCode.MONTH_FRACTION, rule="T-8", amount=part, day=day))
    day += sign * timedelta(weeks=period.weeks, days=period.days)
    in_days_only = not (whole_months or period.month_fraction or period.weeks)
    steps.append(Step(code=StepCode.CALENDAR_ADDED, rule="T-6" if in_days_only else "T-7", day=day))
    return Laid(day, tuple(steps))


def _lay_working_days(event_day: date, amount: int, *, calendar: Calendar, backward: bool) -> Laid:
    step, day, left, passed = -_ONE_DAY if backward else _ONE_DAY, event_day, amount, list[DayOff]()
    while left:
        day += step
        if off := calendar.day_off(day):
            passed.append(off)
        else:
            left -= 1
    counted = Step(code=StepCode.WORKING_DAYS_COUNTED, rule="T-9", amount=amount, day=day, passed=tuple(passed))
    return Laid(day, (Step(code=StepCode.EVENT_DAY_LEFT_OUT, rule="T-4", day=event_day), counted))


def add_months(day: date, amount: int) -> tuple[date, bool]:
    """The same date `amount` months on, and whether it had to become the last day of a shorter month."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + amount, _MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    last = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)), day.day > last


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days lie after `start` up to and including `end`, as a period counts them; negative backward."""
    if end < start:
        return -working_days_between(end - _ONE_DAY, start - _ONE_DAY, calendar)
    return sum(1 for _ in calendar.working_days(start + _ONE_DAY, end))
