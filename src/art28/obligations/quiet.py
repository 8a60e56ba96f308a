"""Quiet hours: when somebody is not to be disturbed, and the nearest instants at which they may be."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from art28.law.days_off import Calendar, OutsideCalendar
from art28.timelimits.instants import end_of_day, in_utc, start_of_day

_SATURDAY = 5
_FARTHEST = 21
"""Days that are looked through; the longest run of days off is far shorter."""
_LAST_CALL = timedelta(hours=1)
"""What comes before the quiet comes this long before it, so that something can still be done that day."""

Window = tuple[datetime, datetime]
"""From (inclusive) and until (exclusive), in UTC."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Quiet from `begins` until `ends` by the local clock, over midnight where `ends` is not later; equal: no hours at all.

    `days_off`: Saturdays, Sundays and holidays are quiet all day.
    """

    begins: time
    ends: time
    days_off: bool


def next_awake(at: datetime, quiet: Quiet, *, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The first instant at or after `at` that isn't quiet; `at` itself where all is quiet for three weeks."""
    first = at.astimezone(zone).date()
    for offset in range(_FARTHEST):
        for begins, ends in _awake(first + timedelta(days=offset), quiet, zone, calendar):
            if at < ends:
                return max(at, begins)
    return at


def previous_awake(at: datetime, quiet: Quiet, *, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """`at` where it isn't quiet, else an hour before the quiet began; `at` where all was quiet for three weeks."""
    last = at.astimezone(zone).date()
    for offset in range(_FARTHEST):
        for begins, ends in reversed(_awake(last - timedelta(days=offset), quiet, zone, calendar)):
            if begins <= at < ends:
                return at
            if ends <= at:
                return max(begins, ends - _LAST_CALL)
    return at


@lru_cache(maxsize=4096)  # many limits pass through the same days
def _awake(day: date, quiet: Quiet, zone: ZoneInfo, calendar: Calendar) -> tuple[Window, ...]:
    """The windows of a local day that aren't quiet, earliest first."""
    if quiet.days_off and _is_off(day, calendar):
        return ()
    midnight, next_midnight = start_of_day(day, zone), end_of_day(day, zone)
    if quiet.begins == quiet.ends:
        return ((midnight, next_midnight),)
    begins, ends = _local(day, quiet.begins, zone), _local(day, quiet.ends, zone)
    windows = ((ends, begins),) if quiet.ends < quiet.begins else ((midnight, begins), (ends, next_midnight))
    return tuple(window for window in windows if window[0] < window[1])


def _local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return in_utc(datetime.combine(day, clock, tzinfo=zone))


def _is_off(day: date, calendar: Calendar) -> bool:
    try:
        return not calendar.is_working_day(day)
    except OutsideCalendar:  # a year whose holidays nobody knows yet still has its weekends
        return day.weekday() >= _SATURDAY
