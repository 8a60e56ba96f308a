"""Writes to obligations: they start, end, fall late, reopen and are cancelled, each by an update that must change one row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext

from art28.agreement import labels
from art28.agreement.duties import Action, Duty
from art28.obligations import start as core
from art28.obligations.record import duty_of, duty_record, limit_record
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.actions import Entry, record, record_many
from art28.web.clocks.models import Obligation, Proof, State
from art28.web.database import bulk
from art28.web.exercises.kinds import mark

RUNNING = (State.OPEN, State.WAITING, State.LATE)


Move = Callable[[], None]
"""One of the moves below, ready to be made."""


class StateChanged(Exception):
    """The obligation no longer stands as it did when it was read: somebody else moved it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What starts obligations: its kind ("breach"), its id, and what people call it."""

    kind: str
    id: UUID
    label: str


@transaction.atomic
def start(
    agreement: Agreement,
    obligation: core.Obligation,
    *,
    subject: Subject,
    following: tuple[Duty, ...],
    owner: User | None,
    actor: Actor,
    now: datetime,
) -> Obligation:
    """Keep `obligation` and let its clock run; started again for the same subject, the first one is returned as it is."""
    existing = Obligation.objects.filter(
        organisation=agreement.organisation_id, subject_id=subject.id, agreement=agreement, duty_key=obligation.duty.id
    ).first()
    if existing is not None:
        return existing
    ours = bears(agreement.direction, obligation.duty.bearer.value)
    starting = Starting(agreement.pk, obligation, ours=ours, following=following, owner=owner)
    row = new_row(agreement.organisation, starting, subject=subject, now=now)
    row.agreement = agreement
    row.save(force_insert=True)
    _record(row, "obligation.started", actor, now, of_start(row))
    return row


@transaction.atomic
def start_own(
    organisation: Organisation,
    obligation: core.Obligation,
    *,
    subject: Subject,
    following: tuple[Duty, ...],
    owner: User | None,
    actor: Actor,
    now: datetime,
    ours: bool = True,
) -> Obligation:
    """As `start`, for a duty under no agreement: the law lays it on the organisation itself, or we wait for another."""
    existing = Obligation.objects.filter(
        organisation=organisation, subject_id=subject.id, agreement=None, duty_key=obligation.duty.id
    ).first()
    if existing is not None:
        return existing
    starting = Starting(None, obligation, ours=ours, following=following, owner=owner)
    row = new_row(organisation, starting, subject=subject, now=now)
    row.save(force_insert=True)
    _record(row, "obligation.started", actor, now, of_start(row))
    return row


@dataclass(frozen=True, slots=True)
class Starting:
    """An obligation about to run, under an agreement or under the law alone (None).

    `ours` says that the organisation itself must act. `following` holds the duties among which are those its end starts.
    `done` ends it as it starts, for that reason: what the act that started it has also fulfilled, such as keeping a register.
    `occasion` tells one from an earlier one of the same duty about the same subject, such as what became known later still.
    """

    agreement_id: UUID | None
    obligation: core.Obligation
    ours: bool
    following: tuple[Duty, ...] = ()
    owner: User | None = None
    done: str = ""
    occasion: str = ""

    @property
    def key(self) -> str:
        """What no other obligation under the same agreement about the same subject has."""
        return "#".join(filter(None, (self.obligation.duty.id, self.occasion)))


def start_many(
    organisation: Organisation, startings: Sequence[Starting], *, subject: Subject, actor: Actor, now: datetime
) -> int:
    """Keep obligations that are all new, with their acts, set-based; returns how many. Within the caller's transaction.

    The caller holds what makes them new, such as a lease on the agreements; one that exists raises `IntegrityError`.
    """
    made = [new_row(organisation, starting, subject=subject, now=now) for starting in startings]
    bulk.create(Obligation, made)
    entries = [Entry("obligation.started", "obligation", row.pk, of_start(row)) for row in made]
    entries += [Entry("obligation.ended", "obligation", row.pk, of_end(row)) for row in made if row.ended_at]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(made)


def new_row(organisation: Organisation, starting: Starting, *, subject: Subject, now: datetime) -> Obligation:
    """The obligation as it is kept, not yet written."""
    obligation, limit = starting.obligation, starting.obligation.limit
    row = Obligation(
        organisation=organisation,
        agreement_id=starting.agreement_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        subject_label=subject.label,
        duty_key=starting.key,
        action=obligation.duty.action.value,
        bearer=obligation.duty.bearer.value,
        ours=starting.ours,
        duty=duty_record(obligation.duty),
        limit=_limit_record(limit) if limit else None,
        following=[duty_record(duty) for duty in starting.following if duty.action in obligation.starts],
        facts_version=obligation.versions.facts,
        parameters_version=obligation.versions.parameters,
        engine_version=obligation.versions.engine,
        started_at=obligation.started_at,
        start_reason=obligation.event.reason,
        start_kind=obligation.event.kind.value if obligation.event.kind else "",
        ends_at=obligation.ends_at,
        ends_inclusive=limit.includes_end if limit else False,
        last_day=limit.last_day if limit else None,
        internal_target_at=obligation.internal_target_at,
        due_at=obligation.ends_at or obligation.internal_target_at or obligation.started_at,
        ends_by=obligation.ends_by.value,
        state=State.OPEN if starting.ours else State.WAITING,
        owner_id=starting.owner.pk if starting.owner else None,
        made_at=now,
    )
    if starting.done:
        row.state = State.MET if in_time(row, now) else State.LATE
        row.ended_at, row.ended_by, row.ended_reason = now, Proof.DONE, starting.done
    return row


_limit_record = lru_cache(maxsize=256)(limit_record)


def bears(direction: str, bearer: str) -> bool:
    """Whether the organisation itself must act. Where its role is not yet known it is taken for the processor."""
    own = "controller" if direction == Direction.CONTROLLER else "processor"
    return bearer == own


@transaction.atomic
def end(row: Obligation, *, at: datetime, by: Proof, reason: str, actor: Actor, now: datetime) -> None:
    """End the clock at the instant `at`, in time or late, and start the clocks that wait for this end.

    Raises `StateChanged` where it had ended already.
    """
    state = State.MET if in_time(row, at) else State.LATE
    changed = _running(row).update(state=state, ended_at=at, ended_by=by, ended_reason=reason)
    _one(row, changed)
    _record(row, "obligation.ended", actor, now, of_end(row))
    for duty in row.following:
        _start_following(row, duty_of(duty), at=at, actor=actor, now=now)


def in_time(row: Obligation, at: datetime) -> bool:
    """Whether an act at `at` keeps the limit; always, where the limit has no number."""
    if row.ends_at is None:
        return True
    return at <= row.ends_at if row.ends_inclusive else at < row.ends_at


def _start_following(row: Obligation, duty: Duty, *, at: datetime, actor: Actor, now: datetime) -> None:
    with translation.override(row.organisation.language):
        reason = (
            gettext("report by the processor (Art. 33(2) GDPR)")
            if row.action == Action.NOTIFY_BREACH
            else gettext("after: %(duty)s") % {"duty": labels.action(row.action, row.organisation.language)}
        )
    event = core.Event(duty.trigger, at, reason, _FOLLOWS.get(row.action, StartReason.TOLD))
    obligation = core.start(
        duty, event, facts_version=row.facts_version, zone=ZoneInfo(row.organisation.time_zone), ends_by=core.Proof.DONE
    )
    subject = Subject(row.subject_kind, row.subject_id, row.subject_label)
    if row.agreement is None:
        start_own(row.organisation, obligation, subject=subject, following=(), owner=row.owner, actor=actor, now=now)
    else:
        start(row.agreement, obligation, subject=subject, following=(), owner=None, actor=actor, now=now)


_FOLLOWS = {Action.NOTIFY_BREACH.value: StartReason.TOLD_BY_PROCESSOR}


@transaction.atomic
def reopen(row: Obligation, *, reason: str, actor: Actor, now: datetime) -> None:
    """Let a clock run again whose end proved to be none, such as a message that came back.

    Raises `StateChanged` where it is not ended, or ended by something stronger than acceptance.
    """
    ended = Obligation.objects.filter(
        pk=row.pk,
        organisation=row.organisation_id,
        ended_at__isnull=False,
        ended_by__in=(Proof.HANDED_OVER, Proof.ACCEPTED),
    )
    changed = ended.update(state=_state(row, now), ended_at=None, ended_by="", ended_reason="")
    _one(row, changed)
    _record(row, "obligation.reopened", actor, now, {"reason": reason})


@transaction.atomic
def mark_late(row: Obligation, *, actor: Actor, now: datetime) -> None:
    """Say that the end has passed; the clock stays open until what was promised is done. Raises `StateChanged`."""
    changed = _running(row).exclude(state=State.LATE).update(state=State.LATE)
    _one(row, changed)
    _record(row, "obligation.late", actor, now, of_lateness(row))


@transaction.atomic
def explain_lateness(row: Obligation, *, reasons: str, actor: Actor, now: datetime) -> None:
    """Keep why it is late (for the authority: Art. 33(1), last sentence); earlier reasons stay in the trail."""
    late = Obligation.objects.filter(pk=row.pk, organisation=row.organisation_id, state=State.LATE)
    _one(row, late.update(late_reasons=reasons))
    _record(row, "obligation.lateness_explained", actor, now, {"reasons": reasons})


@transaction.atomic
def cancel(row: Obligation, *, reason: str, actor: Actor, now: datetime) -> None:
    """Stop a clock that proved to be started for nothing; the reason stays. Raises `StateChanged` where it has ended."""
    changed = _running(row).update(state=State.CANCELLED, ended_at=now, ended_reason=reason)
    _one(row, changed)
    _record(row, "obligation.cancelled", actor, now, {"reason": reason})


@transaction.atomic
def revive(row: Obligation, *, reason: str, actor: Actor, now: datetime) -> None:
    """Let a clock run on that was stopped for nothing; it counts from where it began. Raises `StateChanged`."""
    cancelled = Obligation.objects.filter(pk=row.pk, organisation=row.organisation_id, state=State.CANCELLED)
    changed = cancelled.update(state=_state(row, now), ended_at=None, ended_reason="")
    _one(row, changed)
    _record(row, "obligation.revived", actor, now, {"reason": reason})


@transaction.atomic
def assign(row: Obligation, *, owner: User | None, actor: Actor, now: datetime) -> None:
    """Give the obligation to somebody, or to nobody in particular. Raises `StateChanged` where it has ended."""
    _one(row, _running(row).update(owner=owner))
    _record(row, "obligation.assigned", actor, now, {"owner": str(owner.pk) if owner else None})


def _state(row: Obligation, now: datetime) -> State:
    """How a clock stands that runs on at `now`."""
    if not in_time(row, now):
        return State.LATE
    return State.OPEN if row.ours else State.WAITING


def _running(row: Obligation) -> QuerySet[Obligation]:
    return Obligation.objects.filter(
        pk=row.pk, organisation=row.organisation_id, state__in=RUNNING, ended_at__isnull=True
    )


def _one(row: Obligation, changed: int) -> None:
    if changed != 1:
        raise StateChanged(f"obligation {row.pk} no longer stands as it was read; load it again")
    row.refresh_from_db(from_queryset=Obligation.objects.select_related("organisation", "agreement"))


def of_start(row: Obligation) -> dict[str, Any]:
    """What the trail says of an obligation that starts."""
    return {"duty": row.duty_key, "ends_at": _iso(row.ends_at), **mark(row)}


def of_end(row: Obligation) -> dict[str, Any]:
    """What the trail says of an obligation that ends."""
    return {"at": _iso(row.ended_at), "by": row.ended_by, "in_time": row.state == State.MET, **mark(row)}


def of_lateness(row: Obligation) -> dict[str, str | None]:
    """What the trail says of an end that has passed."""
    return {"ends_at": _iso(row.ends_at)}


def _record(row: Obligation, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    organisation: Organisation = row.organisation
    record(organisation=organisation, actor=actor, kind=kind, subject=row, at=now, content=content)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
