"""Writes of commencements: begun for many, confirmed, looked at again, stopped; one agreement left out or taken in again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.commencing.models import Candidate, Commencement, Standing, State
from art28.web.database import bulk
from art28.web.lifecycle import queries as lives
from art28.web.lifecycle import together

_AT_ONCE = 5_000
_AT_A_GO = timedelta(minutes=1)
OPEN = (Standing.LACKS, Standing.REFUSED)


class StateChanged(Exception):
    """It no longer stands as it did when it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """By what agreements are chosen, as the list of stages is narrowed; the day for those with none of their own, and why."""

    stage: str = ""
    words: str = ""
    on: date | None = None
    reason: str = ""


@transaction.atomic
def begin(organisation: Organisation, wanted: Wanted, *, by: User, actor: Actor, now: datetime) -> Commencement:
    """Freeze which agreements are to come into force, for the worker to look at. None does before that is confirmed.

    A form that was sent twice begins one.
    """
    told = {"stage": wanted.stage, "words": wanted.words, "on": wanted.on, "reason": wanted.reason}
    just = Commencement.objects.filter(organisation=organisation, by=by, at__gt=now - _AT_A_GO, **told)
    if (sent := just.exclude(state=State.OVER).order_by("-at").first()) is not None:
        return sent
    chosen = lives.may_come_into_force(organisation, stage=wanted.stage, words=wanted.words)
    ids = list(chosen.order_by("id").values_list("pk", flat=True))
    row = Commencement.objects.create(
        organisation=organisation, agreement_count=len(ids), at=now, by=by, due_at=now, **told
    )  # fmt: skip
    bulk.create(Candidate, (Candidate(organisation=organisation, commencement=row, agreement_id=each) for each in ids))
    content = {"agreements": len(ids), "stage": row.stage, "words": row.words, "reason": row.reason,
               "on": wanted.on.isoformat() if wanted.on else ""}  # fmt: skip
    _record(row, "commencement.begun", content, actor=actor, now=now)
    return row


@transaction.atomic
def confirm(row: Commencement, *, by: User, actor: Actor, now: datetime) -> int:
    """Let what can come into force do so; the worker carries it out. Returns how many those are; raises `StateChanged`."""
    candidates = Candidate.objects.filter(organisation=row.organisation_id, commencement=row, standing=Standing.READY)
    rows = Commencement.objects.filter(Exists(candidates.filter(commencement=OuterRef("pk"))), pk=row.pk)
    moved = rows.filter(state=State.LOOKED).update(
        state=State.GOING, confirmed_by=by, confirmed_at=now, due_at=now, attempts=0
    )
    if moved != 1:
        raise StateChanged(str(row.pk))
    count = candidates.count()
    _record(row, "commencement.confirmed", {"agreements": count}, actor=actor, now=now)
    return count


@transaction.atomic
def look_again(row: Commencement, on: date | None = None, *, actor: Actor, now: datetime) -> int:
    """Have what stayed out looked at again, with a day for those that have none of their own; returns how many.

    What can come into force keeps the day with which it was shown. Raises `StateChanged`.
    """
    given = {"on": on} if on is not None else {}
    _move(row, (State.LOOKED,), state=State.LOOKING, due_at=now, attempts=0, **given)
    count = Candidate.objects.filter(organisation=row.organisation_id, commencement=row, standing__in=OPEN).update(
        standing=Standing.WAITING, obstacle="", missing=""
    )
    content = {"agreements": count, "on": on.isoformat() if on is not None else ""}
    _record(row, "commencement.looked_again", content, actor=actor, now=now)
    return count


@transaction.atomic
def waive(row: Commencement, item: str, reason: str, *, by: User, actor: Actor, now: datetime) -> int:
    """Say that something is not needed under any of the agreements that miss it; they are looked at again.

    Returns under how many it is said now; raises `StateChanged`.
    """
    _move(row, (State.LOOKED,), state=State.LOOKING, due_at=now, attempts=0)
    lacking = Candidate.objects.filter(
        organisation=row.organisation_id, commencement=row, standing__in=OPEN, missing__contains=f" {item} "
    )
    ids = list(lacking.values_list("agreement", flat=True))
    count = sum(
        together.waive_many(
            row.organisation, ids[first : first + _AT_ONCE], item, reason=reason, by=by, actor=actor, now=now
        )
        for first in range(0, len(ids), _AT_ONCE)
    )
    lacking.update(standing=Standing.WAITING, obstacle="", missing="")
    content = {"item": item, "reason": reason, "agreements": count}
    _record(row, "commencement.waived", content, actor=actor, now=now)
    return count


@transaction.atomic
def go_on(row: Commencement, *, actor: Actor, now: datetime) -> None:
    """Have one that stopped go on where it was; raises `StateChanged`."""
    stopped = Commencement.objects.filter(pk=row.pk, state__in=(State.LOOKING, State.GOING), due_at=None)
    if stopped.update(due_at=now, attempts=0) != 1:
        raise StateChanged(str(row.pk))
    _record(row, "commencement.resumed", {}, actor=actor, now=now)


@transaction.atomic
def leave_out(candidate: Candidate, *, actor: Actor, now: datetime) -> None:
    """Leave one agreement out before the others come into force; raises `StateChanged`."""
    may = (Standing.READY, *OPEN)
    _require_looked(candidate)
    if Candidate.objects.filter(pk=candidate.pk, standing__in=may).update(standing=Standing.LEFT_OUT) != 1:
        raise StateChanged(str(candidate.pk))
    content = {"agreement": str(candidate.agreement_id)}
    _record(candidate.commencement, "commencement.left_out", content, actor=actor, now=now)


@transaction.atomic
def take_in(candidate: Candidate, *, actor: Actor, now: datetime) -> None:
    """Take an agreement in again that was left out, and look at it anew; raises `StateChanged`."""
    _move(candidate.commencement, (State.LOOKED,), state=State.LOOKING, due_at=now, attempts=0)
    waits = {"standing": Standing.WAITING, "obstacle": "", "missing": ""}
    if Candidate.objects.filter(pk=candidate.pk, standing=Standing.LEFT_OUT).update(**waits) != 1:
        raise StateChanged(str(candidate.pk))
    content = {"agreement": str(candidate.agreement_id)}
    _record(candidate.commencement, "commencement.taken_in", content, actor=actor, now=now)


@transaction.atomic
def stop(row: Commencement, *, actor: Actor, now: datetime) -> None:
    """Go no further: what is in force stays so, nothing else comes into force by it. Raises `StateChanged`."""
    _move(row, (State.LOOKING, State.LOOKED), state=State.OVER, due_at=None, lease=None, leased_until=None)
    _record(row, "commencement.stopped", {}, actor=actor, now=now)


def _require_looked(candidate: Candidate) -> None:
    """Hold the commencement while one of its agreements is decided on; raises `StateChanged` where it has moved on."""
    held = Commencement.objects.select_for_update(of=("self",)).filter(pk=candidate.commencement_id)
    if held.filter(state=State.LOOKED).first() is None:
        raise StateChanged(str(candidate.pk))


def _move(row: Commencement, before: tuple[State, ...], **changes: Any) -> None:
    if Commencement.objects.filter(pk=row.pk, state__in=before).update(**changes) != 1:
        raise StateChanged(str(row.pk))


def _record(row: Commencement, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=row.organisation, actor=actor, kind=kind, subject=row, at=now, content=content)
