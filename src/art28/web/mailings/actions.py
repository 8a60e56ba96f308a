"""The moves of a mailing: approved by a second person, released, recalled, dropped; each an update of exactly one row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.mailings import policies, queries
from art28.web.mailings.errors import (
    ApprovalLapsed,
    NotApproved,
    NothingToSend,
    OwnMailing,
    ReasonsWanted,
    StateChanged,
    TooLate,
)
from art28.web.mailings.models import Mailing, MailingLine, Standing, State
from art28.web.mailings.preparing import choice_of
from art28.web.mailings.sources import Subject, source_of

_BATCH = 500


@transaction.atomic
def approve(mailing: Mailing, *, by: User, actor: Actor, now: datetime) -> None:
    """Approve the mailing as its drafts stand now. Raises `OwnMailing` for who prepared it, and `StateChanged`."""
    if by.pk == mailing.made_by_id:
        raise OwnMailing
    prepared = _rows(mailing, State.PREPARED).filter(approval_wanted=True).exclude(made_by=by)
    _one(mailing, prepared.update(state=State.APPROVED, approved_at=now, approved_by=by))
    _stamp(mailing)
    content = {"agreements": mailing.agreement_count, "messages": mailing.message_count}
    _record(mailing, "mailing.approved", actor, now, content)


def release(mailing: Mailing, *, late_reasons: str = "", by: User, actor: Actor, now: datetime) -> None:
    """Let the mailing leave once its recall time is over, which ends before the first limit does.

    Raises `NothingToSend`, `NotApproved`, `ApprovalLapsed` (and approval is then asked for again), `ReasonsWanted` where
    limits will have passed and nobody said why, and `StateChanged`.
    """
    if mailing.approval_wanted and mailing.approved_by_id is None:
        raise NotApproved
    if mailing.approval_wanted and (changed := _changed(mailing)):
        _lapse(mailing, changed, actor=actor, now=now)
        raise ApprovalLapsed
    _release(mailing, late_reasons.strip(), by=by, actor=actor, now=now)


@transaction.atomic
def _release(mailing: Mailing, late_reasons: str, *, by: User, actor: Actor, now: datetime) -> None:
    if not mailing.message_count:
        raise NothingToSend
    _refresh_limits(mailing)
    reasons = mailing.late_reasons or late_reasons
    window = policies.policy(mailing.organisation).recall_window
    leaving = policies.leaving(now, window, queries.first_limit(mailing, after=now))
    if not reasons and queries.late_at(mailing, at=leaving.at):
        raise ReasonsWanted
    ready = _rows(mailing, State.PREPARED, State.APPROVED, State.RECALLED)
    changed = ready.update(
        state=State.RELEASED,
        released_at=now,
        released_by=by,
        leaves_at=leaving.at,
        shortened=leaving.shortened,
        late_reasons=reasons,
    )
    _one(mailing, changed)
    content = {"leaves_at": leaving.at.isoformat(), "shortened": leaving.shortened, "messages": mailing.message_count}
    _record(mailing, "mailing.released", actor, now, content)


@transaction.atomic
def recall(mailing: Mailing, *, by: User, actor: Actor, now: datetime) -> None:
    """Call a released mailing back before any of it is in the outbox. Raises `TooLate`."""
    standing = _rows(mailing, State.RELEASED).filter(started_at=None)
    if standing.update(state=State.RECALLED, recalled_at=now, recalled_by=by, leaves_at=None) != 1:
        raise TooLate(f"mailing {mailing.pk} has begun to leave, or was not released")
    mailing.refresh_from_db()
    _record(mailing, "mailing.recalled", actor, now, {"messages": mailing.message_count})


@transaction.atomic
def withdraw(mailing: Mailing, *, actor: Actor, now: datetime) -> None:
    """Drop a mailing that has not been released. Raises `StateChanged`."""
    standing = _rows(mailing, State.PREPARING, State.PREPARED, State.APPROVED, State.RECALLED)
    _one(mailing, standing.update(state=State.WITHDRAWN))
    _record(mailing, "mailing.withdrawn", actor, now, {"messages": mailing.message_count})


@transaction.atomic
def _lapse(mailing: Mailing, changed: int, *, actor: Actor, now: datetime) -> None:
    approved = _rows(mailing, State.APPROVED, State.RECALLED)
    _one(mailing, approved.update(state=State.PREPARED, approved_at=None, approved_by=None, waits_since=now, asked=0))
    _record(mailing, "mailing.approval_lapsed", actor, now, {"changed": changed})


def subject_of(mailing: Mailing) -> Subject:
    """The event that the mailing is about."""
    found = source_of(mailing.subject_kind).subject(mailing.organisation, mailing.subject_id)
    if found is None:
        raise StateChanged(f"{mailing.subject_kind} {mailing.subject_id} is gone")
    return found


def _changed(mailing: Mailing) -> int:
    """How many drafts have changed since they were approved."""
    stamped = dict(_waiting(mailing).values_list("agreement_id", "version"))
    standing = source_of(mailing.subject_kind).versions(subject_of(mailing), list(stamped))
    return sum(1 for agreement_id, version in stamped.items() if standing.get(agreement_id) != version)


def _refresh_limits(mailing: Mailing) -> None:
    """Let the lines follow limits that were moved since the mailing was prepared, so that none is missed by waiting."""
    current = source_of(mailing.subject_kind).limits(subject_of(mailing), choice_of(mailing))
    moved = []
    for line in _waiting(mailing).only("id", "agreement_id", "ends_at", "due_at", "order_at"):
        ends_at = current.get(line.agreement_id, line.ends_at)
        if ends_at == line.ends_at:
            continue
        line.ends_at = ends_at
        if ends_at is not None:
            line.due_at, line.order_at = ends_at, min(line.order_at, ends_at)
        moved.append(line)
    MailingLine.objects.bulk_update(moved, ("ends_at", "due_at", "order_at"), batch_size=100)


def _stamp(mailing: Mailing) -> None:
    """Keep at which version each draft is approved."""
    ids = list(_waiting(mailing).values_list("agreement_id", flat=True))
    standing = source_of(mailing.subject_kind).versions(subject_of(mailing), ids)
    by_version: dict[int, list[Any]] = {}
    for agreement_id, version in standing.items():
        by_version.setdefault(version, []).append(agreement_id)
    for version, found in by_version.items():
        for start in range(0, len(found), _BATCH):
            _waiting(mailing).filter(agreement__in=found[start : start + _BATCH]).update(version=version)


def _waiting(mailing: Mailing) -> QuerySet[MailingLine]:
    return MailingLine.objects.filter(mailing=mailing, standing=Standing.WAITING)


def _rows(mailing: Mailing, *states: State) -> QuerySet[Mailing]:
    return Mailing.objects.filter(pk=mailing.pk, organisation=mailing.organisation_id, state__in=states)


def _one(mailing: Mailing, changed: int) -> None:
    if changed != 1:
        raise StateChanged(f"mailing {mailing.pk} no longer stands as it was read; load it again")
    mailing.refresh_from_db()


def _record(mailing: Mailing, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=mailing.organisation, actor=actor, kind=kind, subject=mailing, at=now, content=content)
