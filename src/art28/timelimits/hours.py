"""Periods in hours: they elapse, over weekends, holidays and the change of the clock alike."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from art28.law.parameter import parameter
from art28.timelimits.instants import in_utc
from art28.timelimits.limit import Alternative, Caution, CautionCode, Reading, Regime, Step, StepCode
from art28.timelimits.period import InvalidPeriod, Period, period_of

_HOUR = timedelta(hours=1)
_NO_SHIFT = {Regime.EU: "T-14", Regime.NL_ACT: "A-7", Regime.CONTRACT: "A-10", Regime.HOURS: None}


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The strict end in UTC, other readings, steps and cautions of a count in hours."""

    ends_at: datetime
    alternatives: tuple[Alternative, ...]
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]


def count_hours(starts_at: datetime, period: Period, regime: Regime, *, zone: ZoneInfo, backward: bool) -> Elapsed:
    """Add the hours to the UTC instant, so that 24 hours over the change of the clock are 24 hours.

    No source says how an hour that the clock repeats or skips counts; elapsed time is this project's choice. Counted
    backward the end is the latest instant that leaves the whole period. Raises `InvalidPeriod`.
    """
    length = period.elapsed
    ends_at = _add(starts_at, -length if backward else length, period)
    alternatives: tuple[Alternative, ...] = ()
    steps = [
        Step(code=StepCode.HOURS_ELAPSE, length=length, at=ends_at),
        Step(code=StepCode.NO_SHIFT_FOR_HOURS, rule=_NO_SHIFT[regime]),
    ]
    if regime is Regime.EU and not backward:
        counted_from = next_clock_hour(starts_at, zone)
        alternatives = (
            Alternative(reading=Reading.R1182_HOURS, ends_at=_add(counted_from, length, period), last_day=None),
        )
        steps.append(Step(code=StepCode.EVENT_HOUR_LEFT_OUT, rule="T-3", at=counted_from))
        minimum = parameter("r1182.minimum.period", starts_at.date())
        if length >= period_of(minimum).elapsed:
            steps.append(Step(code=StepCode.DISPUTED_READING_LEFT_ASIDE, rule="T-13"))
    warnings = (Caution(code=CautionCode.WORKING_HOURS_ELAPSE),) if period.working_days else ()
    return Elapsed(ends_at, alternatives, tuple(steps), warnings)


def next_clock_hour(at: datetime, zone: ZoneInfo) -> datetime:
    """The start of the clock hour after the one in which `at` falls, in UTC; an event on the hour lies in that hour."""
    local = at.astimezone(zone)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return in_utc(at) - into + _HOUR


def _add(at: datetime, length: timedelta, period: Period) -> datetime:
    try:
        return at + length
    except OverflowError:
        raise InvalidPeriod(f"{period} from {at.date()} ends outside the years that can be counted") from None
