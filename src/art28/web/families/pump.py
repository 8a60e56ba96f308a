"""Places agreements that were read among the families, some at a time."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from art28.web.families.models import Print
from art28.web.families.placing import place_all

_log = logging.getLogger(__name__)
_TOGETHER = 50
"""So many are placed in one transaction: others write meanwhile."""


def pump(*, now: datetime, limit: int) -> int:
    """Place at most `limit` agreements that wait; returns how many. Running several at once does no harm."""
    waiting = Print.objects.filter(due=True, read_at__lte=now).order_by("read_at", "id")
    prints: dict[UUID, list[UUID]] = defaultdict(list)
    for organisation, pk in waiting.values_list("organisation_id", "pk")[:limit]:
        prints[organisation].append(pk)
    return sum(
        _placed(organisation, some[first : first + _TOGETHER], now=now)
        for organisation, some in prints.items()
        for first in range(0, len(some), _TOGETHER)
    )


def _placed(organisation: UUID, prints: Sequence[UUID], *, now: datetime) -> int:
    """Place some; where one of them can't be, the others alone."""
    try:
        return place_all(organisation, prints, now=now)
    except Exception as error:
        if len(prints) > 1:
            return sum(_placed(organisation, [each], now=now) for each in prints)
        # The kind of error only: its message may quote the agreement. The others go on; this one is tried again.
        _log.error("print %s could not be placed: %s", prints[0], type(error).__name__)
        return 0


PUMPS = (pump,)
