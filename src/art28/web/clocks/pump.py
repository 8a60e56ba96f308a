"""The clocks' pumps: of every obligation past its end they say that it is late; and lists follow the own targets."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.clocks import passing, targets

_AT_ONCE = 10
"""Rows alone are written, so a piece of work is several obligations: thousands may end at one instant."""


def pump(*, now: datetime, limit: int) -> int:
    """Mark the obligations late whose end has passed."""
    return passing.mark_late_many(actor=WORKER, now=now, limit=limit * _AT_ONCE)


PUMPS = (pump, targets.pump)
