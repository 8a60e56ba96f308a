"""The terms that an organisation sets itself where no agreement names one, and how a term counts from a day."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from art28.timelimits.compute import compute_limit
from art28.timelimits.instants import start_of_day
from art28.timelimits.limit import Regime
from art28.timelimits.period import parse_period

TO_SIGN = "P14D"
"""Within which time after joining confidentiality is signed for; without it there is no access anyhow."""
TO_SHOW = "P14D"
"""Within which time after joining a certificate of conduct is shown, by whoever has a role that asks for one."""
TO_INSTRUCT = "P1M"
"""Within which time after joining the security instruction is given."""
REVIEWS = ("P3M", "P6M", "P1Y")
"""How often somebody's access can be reviewed."""


def last_day(since: date, period: str, zone: ZoneInfo) -> date:
    """The last day of `period` counted from the day `since`, on the plain calendar.

    >>> last_day(date(2024, 3, 1), "P3Y", ZoneInfo("Europe/Amsterdam"))
    datetime.date(2027, 3, 1)
    """
    limit = compute_limit(start_of_day(since, zone), parse_period(period), regime=Regime.CONTRACT, zone=zone)
    return limit.last_day or limit.ends_at.astimezone(zone).date()


def earliest(today: date, period: str, zone: ZoneInfo) -> date:
    """The earliest day from which `period` has not run out yet on `today`.

    >>> earliest(date(2027, 3, 1), "P3Y", ZoneInfo("Europe/Amsterdam"))
    datetime.date(2024, 3, 1)
    """
    length = last_day(today, period, zone) - today
    day = today - length - timedelta(days=_MARGIN)
    while last_day(day, period, zone) < today:
        day += timedelta(days=1)
    return day


_MARGIN = 4
"""By how many days a period can be shorter counted from one day than from another (months, leap years)."""
