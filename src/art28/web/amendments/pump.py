"""The pumps of renewals: drafts to be prepared, new versions to be sent, and those whose day has come."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from art28.web.agreements.models import State as Reading
from art28.web.amendments import holding, preparing, queries, sending
from art28.web.amendments.models import Amendment, Renewal, Standing, State, Way

_KNOWN = (Reading.READ, Reading.ADDENDUM)
_LEASE = timedelta(minutes=2)


def carry_on(*, now: datetime, limit: int) -> int:
    """Prepare or send at most `limit` new versions."""
    done = 0
    while done < limit:
        due = Amendment.objects.filter(due_at__lte=now, standing__in=(Standing.WAITING, Standing.READY))
        first = due.order_by("due_at", "id").values_list("pk", "due_at").first()
        if first is None:
            break
        # Whoever moves it has it for a while; what a lost worker held is due again after that.
        mine = Amendment.objects.filter(pk=first[0], due_at=first[1])
        if mine.update(due_at=now + _LEASE) == 1:
            _one(first[0], now)
            done += 1
    return done


@transaction.atomic
def _one(amendment_id: UUID, now: datetime) -> None:
    amendment = queries.held(amendment_id)
    if amendment.due_at is None:
        return
    if amendment.standing == Standing.WAITING:
        preparing.prepare(amendment, now=now)
        _ready(amendment.renewal)
    elif amendment.standing == Standing.READY and amendment.renewal.state == State.SENDING:
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
