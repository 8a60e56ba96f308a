"""The clocks' pump: says of every obligation past its end that it is late."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.clocks import queries, targets
from art28.web.clocks.actions import StateChanged, mark_late


def pump(*, now: datetime, limit: int) -> int:
    """Mark at most `limit` obligations late; what another worker was first to mark is left as it is."""
    done = 0
    for row in queries.due_to_be_late(now=now)[:limit]:
        try:
            mark_late(row, actor=WORKER, now=now)
        except StateChanged:
            continue
        done += 1
    return done


PUMPS = (pump, targets.pump)
