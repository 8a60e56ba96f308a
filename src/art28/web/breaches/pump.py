"""The breaches' pumps: start the clocks of agreements that still wait for it, and count anew those that must move."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.breaches import fanout, queries, recounting

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


def recount(*, now: datetime, limit: int) -> int:
    """Count the next chunks anew where the instants of a breach changed; returns how many agreements that were."""
    done = 0
    for breach in queries.to_recount()[: min(limit, _CHUNKS)]:
        done += recounting.recount_chunk(breach, actor=WORKER, now=now)
    return done


PUMPS = (pump, recount)
