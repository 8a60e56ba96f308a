"""The sealer as a pump."""

from datetime import datetime

from art28.web.audit.models import Unsealed
from art28.web.audit.sealing import seal


def pump(*, now: datetime, limit: int) -> int:
    """Seal at most `limit` acts that wait, organisation by organisation."""
    done = 0
    for organisation_id in Unsealed.objects.order_by().values_list("organisation_id", flat=True).distinct():
        if done < limit:
            done += seal(organisation_id, now=now, limit=limit - done)
    return done


PUMPS = (pump,)
