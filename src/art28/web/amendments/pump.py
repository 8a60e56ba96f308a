"""The pumps of renewals: drafts to be prepared, new versions to be sent, and those whose day has come."""

from datetime import datetime, timedelta
from secrets import randbelow
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from art28.web.agreements.models import State as Reading
from art28.web.amendments import holding, preparing, queries, sending
from art28.web.amendments.models import Amendment, Renewal, Standing, State, Way

_KNOWN = (Reading.READ, Reading.ADDENDUM)
_LEASE = timedelta(minutes=10)
_AT_ONCE = 25
"""So many are prepared together."""
_APART = 1_000_000
"""Two workers that begin at the same instant have leases of their own."""


def carry_on(*, now: datetime, limit: int) -> int:
    """Prepare or send at most `limit` new versions: prepared some of a renewal together, sent one by one."""
    done = 0
    while done < limit:
        due = Amendment.objects.filter(due_at__lte=now, standing__in=(Standing.WAITING, Standing.READY))
        first = due.order_by("due_at", "id").values("pk", "due_at", "standing", "renewal").first()
        if first is None:
            break
        if first["standing"] == Standing.WAITING:
            done += _prepare(first["renewal"], min(limit - done, _AT_ONCE), now)
            continue
        # Whoever moves it has it for a while; what a lost worker held is due again after that.
        mine = Amendment.objects.filter(pk=first["pk"], due_at=first["due_at"])
        if mine.update(due_at=now + _LEASE) == 1:
            _send(first["pk"], now)
            done += 1
    return done


def _prepare(renewal_id: UUID, most: int, now: datetime) -> int:
    """Prepare at most so many agreements of a renewal that are due; returns how many were taken in hand."""
    due = Amendment.objects.filter(renewal=renewal_id, standing=Standing.WAITING, due_at__lte=now)
    ids = list(due.order_by("due_at", "id").values_list("pk", flat=True)[:most])
    lease = now + _LEASE + timedelta(microseconds=randbelow(_APART))
    if (taken := due.filter(pk__in=ids).update(due_at=lease)) == 0:
        return 0
    renewal = Renewal.objects.select_related("organisation", "made_by").get(pk=renewal_id)
    looked = preparing.look(renewal, queries.in_hand(renewal, lease, ids), now=now)
    preparing.keep(renewal, looked, lease=lease, now=now)
    _ready(renewal)
    return taken


@transaction.atomic
def _send(amendment_id: UUID, now: datetime) -> None:
    amendment = queries.held(amendment_id)
    if amendment.due_at is None or amendment.standing != Standing.READY:
        return
    if amendment.renewal.state == State.SENDING:
        sending.send(amendment, now=now)


def _ready(renewal: Renewal) -> None:
    if not Amendment.objects.filter(renewal=renewal, standing=Standing.WAITING).exists():
        Renewal.objects.filter(pk=renewal.pk, state=State.PREPARING).update(state=State.READY)


def take_effect(*, now: datetime, limit: int) -> int:
    """Let at most `limit` new versions hold whose day has come."""
    by_notice = Q(standing=Standing.SENT, renewal__way=Way.NOTICE)
    due = Amendment.objects.filter(
        Q(standing=Standing.SIGNED) | by_notice, effective_on__lte=now.date() + timedelta(days=1)
    )
    rows = due.filter(Q(draft__agreement=None) | Q(draft__agreement__state__in=_KNOWN))
    return sum(holding.take_effect(each, now=now) for each in rows.order_by("effective_on", "id")[:limit])


PUMPS = (carry_on, take_effect)
