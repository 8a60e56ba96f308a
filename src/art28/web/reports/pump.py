"""The packs' pump: makes those that are due, and removes those whose time is over."""

from datetime import datetime

from art28.web.reports import asking, making


def dossiers(*, now: datetime, limit: int) -> int:
    """Make and remove; returns how many."""
    return making.make_due(now=now, limit=min(limit, 2)) + asking.remove_over(now=now, limit=limit)


PUMPS = (dossiers,)
