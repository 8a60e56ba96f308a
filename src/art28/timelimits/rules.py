"""What moves the laid-down day: the shift past days off and the least number of working days, by regime."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice
from typing import assert_never

from art28.law.days_off import Calendar
from art28.law.parameter import parameter
from art28.timelimits.limit import Caution, CautionCode, Regime, Step, StepCode
from art28.timelimits.period import Period

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The last day after the rules. `used_calendar` tells whether a list of holidays had a say in it.

    `if_shifted` is the next working day where a contract leaves open whether an end on a day off moves.
    """

    day: date
    used_calendar: bool
    steps: tuple[Step, ...] = ()
    warnings: tuple[Caution, ...] = ()
    if_shifted: date | None = None


def move(
    event_day: date, laid: date, *, period: Period, regime: Regime, calendar: Calendar, shift: bool | None
) -> Moved:
    """The last day of a period counted forward. `shift` is what a contract says of an end on a day off, None for nothing."""
    match regime:
        case Regime.EU:
            return _by_regulation(event_day, laid, period, calendar)
        case Regime.NL_ACT:
            return _by_act(event_day, laid, period, calendar)
        case Regime.CONTRACT:
            return _by_contract(laid, calendar, shift=shift)
        case Regime.HOURS:
            return Moved(day=laid, used_calendar=False)
        case _:
            assert_never(regime)


def short_of_minimum(event_day: date, laid: date, *, period: Period, regime: Regime, calendar: Calendar) -> str | None:
    """For a period counted backward: the rule of a least number of working days that it would fail, None for none.

    T-11 and A-2 switch off the shift backward; whether T-12 and A-3 still apply is unstated, so they are not applied.
    """
    if regime is Regime.EU:
        rule, threshold, held = "T-12", "r1182.minimum.period", "r1182.minimum.held"
    elif regime is Regime.NL_ACT and _act_covers(period, event_day):
        rule, threshold, held = "A-3", "awt.minimum.period", "awt.minimum.held"
    else:
        return None
    if not _lasts(period, parameter(threshold, event_day).value):
        return None
    least = parameter(held, event_day).value
    return rule if _count(calendar, laid, event_day - _ONE_DAY, at_most=least) < least else None


def _by_regulation(event_day: date, laid: date, period: Period, calendar: Calendar) -> Moved:
    day, steps = _shift(laid, calendar, rule="T-10")
    if _lasts(period, parameter("r1182.minimum.period", event_day).value):
        held = parameter("r1182.minimum.held", event_day).value
        day, lengthened = _lengthen(event_day, day, calendar, rule="T-12", held=held)
        steps += lengthened
    return Moved(day=day, used_calendar=True, steps=steps)


def _by_act(event_day: date, laid: date, period: Period, calendar: Calendar) -> Moved:
    warnings = (Caution(code=CautionCode.UNITS_MIXED, rule="A-7"),) if _mixes_units(period) else ()
    if not _act_covers(period, event_day):
        steps: tuple[Step, ...] = (Step(code=StepCode.NOT_COVERED, rule="A-7"),)
        if passed := calendar.days_off_from(laid):
            steps += (Step(code=StepCode.NOT_SHIFTED, rule="A-7", day=laid, passed=passed),)
        return Moved(day=laid, used_calendar=False, steps=steps, warnings=warnings)
    day, steps = _shift(laid, calendar, rule="A-1")
    if _lasts(period, parameter("awt.minimum.period", event_day).value):
        held = parameter("awt.minimum.held", event_day).value
        day, lengthened = _lengthen(event_day, day, calendar, rule="A-3", held=held)
        steps += lengthened
    return Moved(day=day, used_calendar=True, steps=steps, warnings=warnings)


def _by_contract(laid: date, calendar: Calendar, *, shift: bool | None) -> Moved:
    if shift:
        day, steps = _shift(laid, calendar, rule=None)
        return Moved(day=day, used_calendar=True, steps=steps)
    passed = calendar.days_off_from(laid)
    if not passed:
        return Moved(day=laid, used_calendar=False)
    if shift is False:
        stays = Step(code=StepCode.NOT_SHIFTED, day=laid, passed=passed)
        return Moved(day=laid, used_calendar=False, steps=(stays,))
    return Moved(
        day=laid,
        used_calendar=False,
        steps=(Step(code=StepCode.NOT_SHIFTED, rule="A-10", day=laid, passed=passed),),
        warnings=(Caution(code=CautionCode.CONTRACT_SILENT_ON_SHIFT, rule="A-10", day=laid),),
        if_shifted=passed[-1].on + _ONE_DAY,
    )


def _shift(day: date, calendar: Calendar, *, rule: str | None) -> tuple[date, tuple[Step, ...]]:
    passed = calendar.days_off_from(day)
    if not passed:
        return day, ()
    later = passed[-1].on + _ONE_DAY
    return later, (Step(code=StepCode.SHIFTED, rule=rule, day=later, passed=passed),)


def _lengthen(event_day: date, day: date, calendar: Calendar, *, rule: str, held: int) -> tuple[date, tuple[Step, ...]]:
    """The first day on which the period holds `held` working days, if that is later than `day`."""
    missing = held - _count(calendar, event_day + _ONE_DAY, day, at_most=held)
    if missing <= 0:
        return day, ()
    later = day
    while missing:
        later += _ONE_DAY
        missing -= calendar.is_working_day(later)
    return later, (Step(code=StepCode.LENGTHENED, rule=rule, day=later, amount=held),)


def _count(calendar: Calendar, first: date, last: date, *, at_most: int) -> int:
    """The working days from `first` up to and including `last`; stops at `at_most`, so a long period costs no more."""
    return sum(1 for _ in islice(calendar.working_days(first, last), at_most))


def _lasts(period: Period, days: int) -> bool:
    """Whether the period is one of `days` days or more; a part of a month is longer than any such threshold."""
    return period.has_months or bool(period.weeks) or period.days >= days


def _mixes_units(period: Period) -> bool:
    return sum((period.has_months, bool(period.weeks), bool(period.days))) > 1


def _act_covers(period: Period, on: date) -> bool:
    """Whether the Algemene termijnenwet reaches a period of this length (A-7).

    The Act names a longest period in days, in weeks and in months. A period that mixes units is covered only if it is short
    enough by each of them, a month taken as 30 days: in doubt the end does not move, which is the earlier end.
    """
    longest = {unit: parameter(f"awt.longest.{unit}", on).value for unit in ("days", "weeks", "months")}
    if period.years or period.months + period.month_fraction > longest["months"] or period.weeks > longest["weeks"]:
        return False
    if not _mixes_units(period):
        return period.days <= longest["days"]
    days_a_month = parameter("r1182.month_fraction", on).value
    months_in_days: Fraction = (period.months + period.month_fraction) * days_a_month
    in_days = months_in_days + timedelta(weeks=period.weeks, days=period.days).days
    return in_days <= min(longest["days"], timedelta(weeks=longest["weeks"]).days)
