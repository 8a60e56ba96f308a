"""The breaches' pump: starts the clocks of agreements that still wait for it."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.breaches import fanout, queries

_CHUNKS = 8
"""How many chunks a round takes before other pumps get their turn."""


def pump(*, now: datetime, limit: int) -> int:
    """Start the next chunks, oldest breach first; returns how many agreements that were."""
    done = 0
    for _ in range(min(limit, _CHUNKS)):
        breach = queries.first_waiting()
        if breach is None:
            break
        done += fanout.start_chunk(breach, actor=WORKER, now=now)
    return done


PUMPS = (pump,)
