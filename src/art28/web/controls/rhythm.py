"""How often a check is promised, and the newest of what was checked -> until when the next result may wait."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from art28.timelimits.days import add_months
from art28.timelimits.instants import end_of_day


class Rhythm(models.TextChoices):
    """How often somebody or something checks; `AGE` says that only the age of the thing checked counts."""

    DAILY = "daily", _("Daily")
    WEEKLY = "weekly", _("Weekly")
    MONTHLY = "monthly", _("Monthly")
    QUARTERLY = "quarterly", _("Quarterly")
    YEARLY = "yearly", _("Yearly")
    AGE = "age", _("By the age of what is checked")


_DAYS: Mapping[str, int] = MappingProxyType({Rhythm.DAILY: 1, Rhythm.WEEKLY: 7})
_MONTHS: Mapping[str, int] = MappingProxyType({Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12})


def next_day(rhythm: str, last: date) -> date | None:
    """The last day for the check after one on `last`; None where only the age counts.

    >>> next_day("weekly", date(2026, 11, 28)), next_day("monthly", date(2026, 1, 31))
    (datetime.date(2026, 12, 5), datetime.date(2026, 2, 28))
    """
    if rhythm in _DAYS:
        return last + timedelta(days=_DAYS[rhythm])
    if rhythm in _MONTHS:
        return add_months(last, _MONTHS[rhythm])[0]
    return None


def due_at(
    rhythm: str, *, last_at: datetime, age_from: datetime | None, max_age_hours: int | None, zone: ZoneInfo
) -> datetime | None:
    """When a next result must be there: the end of the next day, or the instant at which what was checked grows too old.

    `last_at` is the last check, or the check's beginning; `age_from` the instant of the newest thing that was checked.
    """
    day = next_day(rhythm, last_at.astimezone(zone).date())
    ends = [end_of_day(day, zone)] if day is not None else []
    if max_age_hours is not None and age_from is not None:
        ends.append(age_from + timedelta(hours=max_age_hours))
    return min(ends, default=None)
