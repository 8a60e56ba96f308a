"""The services' pump: leaves out the agreements of frozen lists that still wait for it."""

from datetime import datetime

from art28.web.services import actions
from art28.web.services.models import ExcludedAgreement, Exclusion

_CHUNKS = 8


def pump(*, now: datetime, limit: int) -> int:
    """Leave out the next chunks, oldest list first; returns how many agreements that were."""
    done = 0
    for _ in range(min(limit, _CHUNKS)):
        waiting = ExcludedAgreement.objects.filter(done_at=None).values("exclusion")
        found = Exclusion.objects.filter(pk__in=waiting).select_related("breach__organisation", "by")
        exclusion = found.order_by("at", "id").first()
        if exclusion is None:
            break
        done += actions.exclude_chunk(exclusion, now=now)
    return done


PUMPS = (pump,)
