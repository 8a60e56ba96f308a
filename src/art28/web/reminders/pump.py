"""The reminders' pumps: plan, write, compose, send, and look whether anybody mans the queue."""

from datetime import datetime

from django.utils import timezone

from art28.web.reminders import composing, planning, watch
from art28.web.reminders.delivery import deliver_due

_AT_ONCE = 10
_BEGUN_AT_ONCE = 100
"""Planning writes rows alone, so a piece of work is many obligations; finding those without a plan costs more than one."""


def plan(*, now: datetime, limit: int) -> int:
    """Make the plans of obligations that have none."""
    return planning.begin(now=now, limit=limit * _BEGUN_AT_ONCE)


def write(*, now: datetime, limit: int) -> int:
    """Write the reminders that are due."""
    return planning.advance(now=now, limit=limit * _AT_ONCE)


def compose(*, now: datetime, limit: int) -> int:
    """Write the messages that carry them."""
    return composing.digests(now=now, limit=limit) + composing.compose(now=now, limit=limit)


def send(*, now: datetime, limit: int) -> int:
    """Send at most `limit` messages."""
    return deliver_due(now=now, limit=limit, clock=timezone.now)


def look(*, now: datetime, limit: int) -> int:
    """Raise and clear alarms; not counted as work, so an idle worker stays idle."""  # ARG: every pump takes a limit
    watch.look(now=now)
    return min(0, limit)


PUMPS = (plan, write, compose, send, look)
