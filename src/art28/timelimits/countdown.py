"""How much time is left until an instant, as whole days, hours and minutes; a shell makes "nog 5 uur 12 min" of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from art28.timelimits.instants import in_utc


@dataclass(frozen=True, slots=True)
class Countdown:
    """Time left or, where `is_late`, time gone since; a day is 24 hours. What is less than a minute falls away."""

    is_late: bool
    days: int
    hours: int
    minutes: int


def countdown(ends_at: datetime, now: datetime, *, includes_end: bool) -> Countdown:
    """What is left at `now`. `includes_end` as in `Limit`: true for a period in hours, whose last instant is in time.

    Raises `InvalidInstant` where either has no offset.
    """
    left = in_utc(ends_at) - in_utc(now)
    is_late = left < timedelta(0) or (not left and not includes_end)
    hours, rest = divmod(abs(left), timedelta(hours=1))
    days, hours = divmod(hours, timedelta(days=1) // timedelta(hours=1))
    return Countdown(is_late, days, hours, rest // timedelta(minutes=1))
