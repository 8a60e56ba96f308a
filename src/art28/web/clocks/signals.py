"""What this app tells others, within the transaction in which it happens."""

from dataclasses import dataclass
from datetime import datetime

from django.dispatch import Signal

from art28.terms import StartReason

clock_begins = Signal()
"""From which instant would `obligation` count by `duty`, as the agreement says now? Whoever knows answers a `Begun`."""
clock_changed = Signal()
"""The ground of a running clock changed: `obligation` and `change` (both rows) and `now`."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An instant from which a clock counts, and why, in words and in one of the closed set."""

    at: datetime
    reason: str
    kind: StartReason
