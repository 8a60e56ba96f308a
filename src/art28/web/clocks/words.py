"""Instants and what is left until them, in the words of the reader's language."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.timelimits.countdown import Countdown, countdown

SOON = timedelta(hours=24)
"""A clock that ends within this time is shown as ending soon; a choice of the interface, not a limit."""


def left(ends_at: datetime, now: datetime, *, inclusive: bool) -> str:
    """What is left, or how long it is late: "nog 5 uur 12 min", "4 uur te laat"."""
    counted = countdown(ends_at, now, includes_end=inclusive)
    length = duration(counted)
    if counted.is_late:
        return _("%(length)s late") % {"length": length}
    return _("%(length)s left") % {"length": length}


def duration(counted: Countdown) -> str:
    """A length of time in two units at most: days and hours, or hours and minutes."""
    days = ngettext("%(n)s day", "%(n)s days", counted.days) % {"n": counted.days}
    hours = _("%(n)s h") % {"n": counted.hours}
    minutes = _("%(n)s min") % {"n": counted.minutes}
    if counted.days:
        return f"{days} {hours}" if counted.hours else days
    if counted.hours:
        return f"{hours} {minutes}" if counted.minutes else hours
    return minutes if counted.minutes else _("less than a minute")
