"""A commencement that is due -> its agreements looked at by the gate, or let into force, some at a time: by any worker.

What an agreement misses is worked out outside any transaction; its stage is looked at again within the one that sets it.
"""

import logging
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Q

from art28.web.accounts.access import Actor
from art28.web.agreements.models import State as Reading
from art28.web.commencing.models import Candidate, Commencement, Obstacle, Standing, State
from art28.web.lifecycle import gate, together
from art28.web.lifecycle.actions import Why
from art28.web.lifecycle.gathering import Gathered, gather, in_force_since
from art28.web.lifecycle.stages import BEFORE, Stage

_AT_ONCE = 100
"""So many agreements before other work has its turn: as many as one statement of SQLite changes."""
_LEASE = timedelta(minutes=10)
_AGAIN = timedelta(minutes=1)
_MOST_ATTEMPTS = 5
_LOOKED = ("standing", "obstacle", "missing", "on", "day_by")
_log = logging.getLogger(__name__)


def carry_on(*, now: datetime, limit: int) -> int:
    """Take at most `limit` agreements further of the commencement that has been due for longest; returns how many."""
    row = _claimed(now)
    if row is None:
        return 0
    try:
        return (
            _look(row, min(limit, _AT_ONCE), now) if row.state == State.LOOKING else _go(row, min(limit, _AT_ONCE), now)
        )
    except Exception as error:
        _failed(row, now)
        _log.warning("agreements did not come into force: %s", type(error).__name__)
        return 0


def _claimed(now: datetime) -> Commencement | None:
    """That commencement, ours for a while; a worker that died leaves it to the next."""
    free = Commencement.objects.filter(Q(lease=None) | Q(leased_until__lt=now), due_at__lte=now)
    for key in free.order_by("due_at", "id").values_list("pk", flat=True)[:5]:
        if free.filter(pk=key).update(lease=uuid4(), leased_until=now + _LEASE, attempts=F("attempts") + 1) == 1:
            return Commencement.objects.select_related("organisation", "by", "confirmed_by").get(pk=key)
    return None


def _failed(row: Commencement, now: datetime) -> None:
    over = row.attempts >= _MOST_ATTEMPTS
    Commencement.objects.filter(pk=row.pk, lease=row.lease).update(
        due_at=None if over else now + _AGAIN, lease=None, leased_until=None
    )


def _next(row: Commencement, standings: tuple[Standing, ...], most: int) -> list[Candidate]:
    rows = Candidate.objects.filter(organisation=row.organisation_id, commencement=row, standing__in=standings)
    return list(rows.select_related("agreement").order_by("-standing", "id")[:most])


def _look(row: Commencement, most: int, now: datetime) -> int:
    found = _next(row, (Standing.WAITING,), most)
    known = gather(row.organisation, [each.agreement for each in found])
    for each in found:
        each.on, each.day_by = in_force_since(known[each.agreement_id], row.on)
        _judge(each, known[each.agreement_id])
    with transaction.atomic():
        held = _held(row)
        if held is None:
            return 0
        Candidate.objects.bulk_update(found, _LOOKED)
        left = Candidate.objects.filter(commencement=row, standing=Standing.WAITING).exists()
        _release(held, State.LOOKING if left else State.LOOKED, due_at=now if left else None)
    return len(found)


def _judge(each: Candidate, known: Gathered) -> None:
    """Whether an agreement can come into force on its day, kept in its columns."""
    missing = gate.missing(gate.items_of(known), Stage.ACTIVE)
    each.missing = f" {' '.join(item.code for item in missing)} " if missing else ""
    may = known.agreement.state == Reading.READ and known.standing.stage in BEFORE
    if not may:
        each.obstacle = Obstacle.ORDER
    elif missing:
        each.obstacle = Obstacle.INCOMPLETE
    else:
        each.obstacle = Obstacle.NO_DAY if each.on is None else ""
    each.standing = Standing.LACKS if each.obstacle else Standing.READY


def _go(row: Commencement, most: int, now: datetime) -> int:
    """Let those that can come into force; of those that can't it is kept that they were refused."""
    found = _next(row, (Standing.READY, Standing.LACKS), most)
    ready = [each for each in found if each.standing == Standing.READY]
    known = gather(row.organisation, [each.agreement for each in ready])
    days: dict[UUID, date] = {}
    for each in ready:
        day, _by = in_force_since(known[each.agreement_id], each.on)
        _judge(each, known[each.agreement_id])
        if each.standing == Standing.READY and day == each.on and day is not None:
            days[each.agreement_id] = day
        elif each.standing == Standing.READY:
            each.standing, each.obstacle = Standing.LACKS, Obstacle.CHANGED
    with transaction.atomic():
        held = _held(row)
        if held is None:
            return 0
        _settle(row, found, days, now)
        more = Candidate.objects.filter(commencement=row, standing__in=(Standing.READY, Standing.LACKS)).exists()
        out = more or Candidate.objects.filter(commencement=row, standing=Standing.REFUSED).exists()
        after = State.GOING if more else State.LOOKED if out else State.OVER
        _release(held, after, due_at=now if more else None)
    return len(found)


def _settle(row: Commencement, found: Sequence[Candidate], days: Mapping[UUID, date], now: datetime) -> None:
    """Within the caller's transaction: the stages, a record of each agreement, and how each stands."""
    actor, along = Actor(row.confirmed_by_id, "commencement"), {"commencement": str(row.pk)}
    by = row.confirmed_by or row.by
    gone = together.put_in_force(
        row.organisation, days, reason=row.reason, along=along, by=by, actor=actor, now=now
    )  # fmt: skip
    for each in found:
        if each.agreement_id in gone:
            each.standing = Standing.IN_FORCE
        else:
            each.standing = Standing.REFUSED
            each.obstacle = each.obstacle or Obstacle.ORDER
    refused = [(each.agreement_id, _why(each), each.codes) for each in found if each.standing == Standing.REFUSED]
    together.refuse(row.organisation, refused, along=along, actor=actor, now=now)
    Candidate.objects.bulk_update(found, _LOOKED)


def _why(each: Candidate) -> Why:
    return Why(each.obstacle)


def _held(row: Commencement) -> Commencement | None:
    """The commencement, held in this transaction; None where another worker has it meanwhile, or a person stopped it."""
    rows = Commencement.objects.select_for_update(of=("self",)).filter(pk=row.pk, lease=row.lease, state=row.state)
    return rows.first()


def _release(held: Commencement, state: State, *, due_at: datetime | None) -> None:
    Commencement.objects.filter(pk=held.pk).update(
        state=state, due_at=due_at, attempts=0, lease=None, leased_until=None
    )
