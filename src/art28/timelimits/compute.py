"""A start instant, a period and a regime become a `Limit`: the strict last moment, other readings, steps and warnings."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from art28.law.calendars import NL_1182, NL_AWT
from art28.law.days_off import Calendar, Doubt
from art28.timelimits.days import lay
from art28.timelimits.hours import count_hours
from art28.timelimits.instants import AMSTERDAM, end_of_day, in_utc
from art28.timelimits.limit import Alternative, Caution, CautionCode, Limit, Reading, Regime, Step, StepCode
from art28.timelimits.period import InvalidPeriod, Period
from art28.timelimits.rules import move, short_of_minimum

_ONE_DAY = timedelta(days=1)
_DOUBTS = {
    Doubt.DECREE_DAYS_UNKNOWN: CautionCode.DECREE_DAYS_UNKNOWN,
    Doubt.LIST_UNCONFIRMED: CautionCode.LIST_UNCONFIRMED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """The arguments of `compute_limit` that say how to count."""

    regime: Regime
    calendar: Calendar | None
    zone: ZoneInfo
    shift: bool | None
    backward: bool

    @property
    def days_off(self) -> Calendar:
        return self.calendar or (NL_1182 if self.regime is Regime.EU else NL_AWT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """`day` is the last day in time. `open_end` is what a silent contract, or the edge of a backward count, leaves open."""

    day: date
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]
    open_end: tuple[Reading, date] | None = None


def compute_limit(
    starts_at: datetime,
    period: Period,
    *,
    regime: Regime,
    calendar: Calendar | None = None,
    zone: ZoneInfo = AMSTERDAM,
    shift: bool | None = None,
    backward: bool = False,
) -> Limit:
    """The last moment of `period` counted from the aware instant `starts_at`.

    `calendar` None takes the regime's own: `NL_1182` for Union periods, `NL_AWT` for the others. `shift` is what a contract
    says of an end on a day off: it moves to the next working day (True), it stays (False), or nothing (None). `backward`
    counts a period that must lie wholly before the start, such as "at least 14 days before the audit": the limit is then
    the last moment that leaves it whole.

    The limit holds the strict reading; every other reading in `alternatives` ends on the same instant or later. Sources:
    Regulation (EEC, Euratom) No 1182/71 arts 2 and 3; Algemene termijnenwet arts 1 to 4. Raises `InvalidInstant`,
    `InvalidPeriod`, `OutsideCalendar`.
    """
    counting = _Counting(regime=regime, calendar=calendar, zone=zone, shift=shift, backward=backward)
    start = in_utc(starts_at)
    first = Step(code=StepCode.STARTS, at=start)
    try:
        if regime is Regime.HOURS or period.is_in_hours:
            return _in_hours(start, period, counting, first)
        return _in_days(start, period, counting, first)
    except OverflowError:
        raise InvalidPeriod(f"{period} from {start.date()} ends outside the years that can be counted") from None


def _in_hours(start: datetime, period: Period, counting: _Counting, first: Step) -> Limit:
    counted = count_hours(start, period, counting.regime, zone=counting.zone, backward=counting.backward)
    return Limit(
        starts_at=start,
        period=period,
        regime=counting.regime,
        zone=counting.zone.key,
        calendar=None,
        ends_at=counted.ends_at,
        last_day=None,
        reading=Reading.STRICT,
        alternatives=counted.alternatives,
        steps=(first, *counted.steps, Step(code=StepCode.ENDS, at=counted.ends_at)),
        warnings=counted.warnings + _ignored_shift(counting, in_hours=True),
    )


def _in_days(start: datetime, period: Period, counting: _Counting, first: Step) -> Limit:
    event_day = start.astimezone(counting.zone).date()
    calendar = counting.days_off
    counted = _count(event_day, period, counting, calendar)
    alternatives: list[Alternative] = []
    warnings: tuple[Caution, ...] = ()
    if calendar.variant is not None:
        other_calendar, other = calendar.variant, _count(event_day, period, counting, calendar.variant)
        if other.day < counted.day:  # counted backward, more days off end earlier
            calendar, other_calendar, counted, other = other_calendar, calendar, other, counted
        if other.day != counted.day:
            alternatives.append(
                Alternative(
                    reading=Reading.OTHER_CALENDAR,
                    ends_at=end_of_day(other.day, counting.zone),
                    last_day=other.day,
                    calendar=other_calendar.name,
                )
            )
            warnings = (Caution(code=CautionCode.CALENDARS_DIFFER, rule="T-1", day=other.day),)
    if counted.open_end is not None:
        reading, day = counted.open_end
        alternatives.append(Alternative(reading=reading, ends_at=end_of_day(day, counting.zone), last_day=day))
    ends_at = end_of_day(counted.day, counting.zone)
    return Limit(
        starts_at=start,
        period=period,
        regime=counting.regime,
        zone=counting.zone.key,
        calendar=calendar.name,
        ends_at=ends_at,
        last_day=counted.day,
        reading=Reading.STRICT,
        alternatives=tuple(alternatives),
        steps=(first, *counted.steps, Step(code=StepCode.ENDS, at=ends_at, day=counted.day)),
        warnings=warnings + counted.warnings + _ignored_shift(counting, in_hours=False),
    )


def _count(event_day: date, period: Period, counting: _Counting, calendar: Calendar) -> _Counted:
    laid = lay(event_day, period, calendar=calendar, backward=counting.backward)
    if counting.backward:
        before = _count_before(event_day, laid.day, period, counting, calendar)
        return _Counted(
            day=before.day, steps=laid.steps + before.steps, warnings=before.warnings, open_end=before.open_end
        )
    moved = move(event_day, laid.day, period=period, regime=counting.regime, calendar=calendar, shift=counting.shift)
    doubts: tuple[Caution, ...] = ()
    if period.working_days or moved.used_calendar:
        doubts = _doubts(calendar, event_day if period.working_days else laid.day, moved.day)
    return _Counted(
        day=moved.day,
        steps=laid.steps + moved.steps,
        warnings=moved.warnings + doubts,
        open_end=None if moved.if_shifted is None else (Reading.SHIFTED, moved.if_shifted),
    )


def _count_before(event_day: date, earliest: date, period: Period, counting: _Counting, calendar: Calendar) -> _Counted:
    """The last day that leaves the whole period between it and the event; nothing shifts (T-11, A-2)."""
    last_day = earliest - _ONE_DAY
    rule = {Regime.EU: "T-11", Regime.NL_ACT: "A-2"}.get(counting.regime)
    steps: tuple[Step, ...] = ()
    warnings = [Caution(code=CautionCode.BACKWARD_EDGE, rule=rule, day=earliest)]
    if off := calendar.day_off(last_day):
        steps = (Step(code=StepCode.NOT_SHIFTED, rule=rule, day=last_day, passed=(off,)),)
        warnings.append(
            Caution(code=CautionCode.ENDS_ON_DAY_OFF, rule=rule, day=_working_day_before(last_day, calendar))
        )
    short = short_of_minimum(event_day, earliest, period=period, regime=counting.regime, calendar=calendar)
    if short is not None:
        warnings.append(Caution(code=CautionCode.BACKWARD_MINIMUM_UNSTATED, rule=short))
    if period.working_days:
        warnings += _doubts(calendar, last_day, event_day)
    return _Counted(day=last_day, steps=steps, warnings=tuple(warnings), open_end=(Reading.DAY_ITSELF, earliest))


def _working_day_before(day: date, calendar: Calendar) -> date:
    while not calendar.is_working_day(day):
        day -= _ONE_DAY
    return day


def _doubts(calendar: Calendar, first: date, last: date) -> tuple[Caution, ...]:
    years = ((year, calendar.doubt(year)) for year in range(first.year, last.year + 1))
    return tuple(Caution(code=_DOUBTS[doubt], year=year) for year, doubt in years if doubt is not None)


def _ignored_shift(counting: _Counting, *, in_hours: bool) -> tuple[Caution, ...]:
    """A shift that was asked for where the law decides, where hours run, or where the count goes backward."""
    decided_elsewhere = counting.regime is not Regime.CONTRACT or in_hours or counting.backward
    asked = counting.shift is True or (counting.shift is False and counting.regime in (Regime.EU, Regime.NL_ACT))
    return (Caution(code=CautionCode.SHIFT_IGNORED),) if asked and decided_elsewhere else ()
