"""Places agreements that were read among the families, one after the other."""

import logging
from datetime import datetime

from art28.web.families.models import Print
from art28.web.families.placing import place_one

_log = logging.getLogger(__name__)


def pump(*, now: datetime, limit: int) -> int:
    """Place at most `limit` agreements that wait; returns how many. Running several at once does no harm."""
    done = 0
    waiting = Print.objects.filter(due=True, read_at__lte=now).order_by("read_at", "id")
    for print_id in list(waiting.values_list("pk", flat=True)[:limit]):
        try:
            done += place_one(print_id, now=now)
        except Exception as error:
            # The kind of error only: its message may quote the agreement. The others go on; this one is tried again.
            _log.error("print %s could not be placed: %s", print_id, type(error).__name__)
    return done


PUMPS = (pump,)
