"""The packs' pump: plans the night's, and makes those that are due."""

from datetime import datetime

from art28.web.offline import making


def pack(*, now: datetime, limit: int) -> int:
    """Plan and make; returns how many were made."""
    making.plan(now=now)
    return making.make_due(now=now, limit=min(limit, 5))


PUMPS = (pack,)
