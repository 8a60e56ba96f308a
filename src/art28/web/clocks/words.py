"""Instants and what is left until them, in the words that a person uses, in the reader's language.

Late is said before anything else. What ends tomorrow, or later today than one counts in hours, is said by its hour; what
ends sooner, by what is left; what ends later, by whole days, months or years, never more than there is.
"""

from datetime import date, datetime, timedelta, tzinfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.timelimits.countdown import Countdown, countdown

SOON = timedelta(hours=24)
"""A clock that ends within this time is shown as ending soon; a choice of the interface, not a limit."""
_COUNTED_IN_HOURS = timedelta(hours=12)
_HOURS_ALONG_WITH_DAYS = 2
_TOLD_IN_MONTHS, _TOLD_IN_YEARS = 2, 24


def left(
    ends_at: datetime,
    now: datetime,
    *,
    inclusive: bool,
    last_day: date | None = None,
    zone: tzinfo | None = None,
) -> str:
    """What is left: "nog 3 uur 12 minuten", "morgen om 09:00", "nog 5 dagen"; or how long it is late: "2 dagen te laat".

    `inclusive` as in `Limit.includes_end`; `last_day` is set for a limit in days, which ends as that day does. Days are
    those of `zone`, the current one where None.
    """
    counted = countdown(ends_at, now, includes_end=inclusive)
    today = timezone.localtime(now, zone).date()
    ends = timezone.localtime(ends_at, zone)
    if counted.is_late:
        return _("%(length)s late") % {"length": _long(ends.date(), today) or duration(counted)}
    days = ((last_day or ends.date()) - today).days
    if days == 1 and (last_day or ends_at - now > _COUNTED_IN_HOURS):
        hour = f"{ends:%H:%M}{which_of_two(ends_at, zone)}"
        return _("until tomorrow at midnight") if last_day else _("tomorrow at %(hour)s") % {"hour": hour}
    if long := _long(today, last_day or ends.date()):
        return _("%(length)s left") % {"length": long}
    if last_day and days > 1:
        return _("%(length)s left") % {"length": ngettext("%(n)s day", "%(n)s days", days) % {"n": days}}
    if last_day:  # the day itself, which has 25 hours where the clock goes back
        counted = Countdown(counted.is_late, 0, counted.days * 24 + counted.hours, counted.minutes)
    return _("%(length)s left") % {"length": duration(counted)}


def _long(first: date, last: date) -> str:
    """A length of two months or more, in whole months or, from two years on, years; empty for a shorter one."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if months >= _TOLD_IN_YEARS:
        return ngettext("%(n)s year", "%(n)s years", months // 12) % {"n": months // 12}
    if months >= _TOLD_IN_MONTHS:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    return ""


def which_of_two(at: datetime, zone: tzinfo | None = None) -> str:
    """Which hour is meant where the clock shows it twice: " (summer time)", " (winter time)"; empty for any other."""
    local = timezone.localtime(at, zone)
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    if first == second:
        return ""
    return f" ({_('winter time') if local.fold else _('summer time')})"


def year_of(day: date, zone: tzinfo | None = None, *, now: datetime | None = None) -> str:
    """The year of a day that lies in another one than today, with a space before it: " 2033"; else empty."""
    return f" {day.year}" if day.year != timezone.localtime(now, zone).year else ""


def duration(counted: Countdown) -> str:
    """A length of time in two units at most: a few days with hours, many days alone, hours with minutes."""
    days = ngettext("%(n)s day", "%(n)s days", counted.days) % {"n": counted.days}
    hours = ngettext("%(n)s hour", "%(n)s hours", counted.hours) % {"n": counted.hours}
    minutes = ngettext("%(n)s minute", "%(n)s minutes", counted.minutes) % {"n": counted.minutes}
    if counted.days:
        return f"{days} {hours}" if counted.hours and counted.days <= _HOURS_ALONG_WITH_DAYS else days
    if counted.hours:
        return f"{hours} {minutes}" if counted.minutes else hours
    return minutes if counted.minutes else _("less than a minute")
