"""A message taken into one worker's hands for a while; what a lost worker held comes free when its lease has run out."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Model, PositiveSmallIntegerField, Q, QuerySet, When

MARGIN = timedelta(seconds=100)
"""How much longer a lease runs than a conversation with a mail server may take."""

LONGEST_PAUSE = timedelta(minutes=15)
"""No message waits longer than this for its next attempt."""

RELEASED: dict[str, Any] = {"lease": None, "leased_until": None, "transmitting": False}
"""What a row says of its lease once it is over."""

_COUNTED = PositiveSmallIntegerField()


def due(now: datetime, *, queued: str, leased: str) -> Q:
    """What waits to be sent at `now`, and what a worker left behind; the names are those of the two states.

    A next attempt that lies further ahead than any pause is long was written by a clock that was set back since. Of leases
    that isn't so sure: another machine's clock may be ahead, and who holds one may be speaking to a server.
    """
    # Three conditions beside each other, each of which an index on some rows answers: one within another has all rows read.
    waits = Q(state=queued, next_attempt_at__lte=now) | Q(state=queued, next_attempt_at__gt=now + LONGEST_PAUSE)
    return waits | Q(state=leased, leased_until__lt=now)


def take(rows: QuerySet[Any, Any], *, leased: str, now: datetime) -> UUID | None:
    """Lease the one of `rows` that is due longest, by one update that only one worker can win; None where there is none.

    One whose lease ran out while a server was being spoken to may have left: it goes again, and `repeats` counts that.
    """
    if not rows.exists():  # an idle worker takes no lock
        return None
    lease = uuid4()
    with transaction.atomic():
        first = rows.order_by(F("next_attempt_at").asc(nulls_last=True), "id")
        changed = rows.filter(pk=first.select_for_update(skip_locked=True).values("pk")[:1]).update(
            state=leased,
            lease=lease,
            leased_until=now + timedelta(seconds=settings.EMAIL_TIMEOUT) + MARGIN,
            attempts=F("attempts") + 1,
            repeats=F("repeats") + Case(When(transmitting=True, then=1), default=0, output_field=_COUNTED),
            transmitting=False,
        )
    return lease if changed else None


def held(row: Model, lease: UUID, *, leased: str) -> QuerySet[Any, Any]:
    """The row while it is still in the hands of whoever has this lease."""
    return type(row)._default_manager.filter(pk=row.pk, lease=lease, state=leased)
