"""The measures' pump: agreements that were read are gone through for what they promise."""

from datetime import datetime

from art28.web.accounts.access import WORKER
from art28.web.measures import promising

_AT_ONCE = 20


def pump(*, now: datetime, limit: int) -> int:
    """Go through the next agreements; returns how many."""
    rows = list(promising.waiting()[: min(limit, _AT_ONCE)])
    for agreement in rows:
        promising.read(agreement, actor=WORKER, now=now)
    return len(rows)


PUMPS = (pump,)
