"""What ends with the agreement it belongs to, ends without anybody's doing."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.lifecycle import actions, queries


def end_with_mains(*, now: datetime, limit: int) -> int:
    """Let agreements in force end whose main agreement has ended; returns how many."""
    ended = queries.ended_mains(now.date(), limit)
    for main in ended:
        actions.end_with_main(main, actor=WORKER, now=now)
    return len(ended)


PUMPS = (end_with_mains,)
