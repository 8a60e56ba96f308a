"""Writes: what an obligation stands on changes while it runs. Each keeps what was and what became, and why.

The database refuses a change of the ground without the row of `Change` beside it (guards.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.obligations import moving
from art28.obligations.moving import NotAllowed, Pause, Refusal
from art28.obligations.record import duty_of, limit_of, limit_record
from art28.timelimits.limit import Limit
from art28.web.accounts.access import Actor
from art28.web.audit.actions import record
from art28.web.clocks.actions import RUNNING, StateChanged, in_time
from art28.web.clocks.models import Change, ChangeKind, Obligation, State
from art28.web.clocks.signals import clock_changed


@dataclass(frozen=True, slots=True)
class By:
    """Who changes it, and when; `user_id` is None where art28 does it itself."""

    user_id: UUID | None
    actor: Actor
    now: datetime


@transaction.atomic
def pause(row: Obligation, *, ground: Pause, at: datetime, reason: str, clause: str, by: By) -> Change:
    """Let the time stand still from `at`; `clause` names the clause that says so, for that ground.

    Raises `NotAllowed` where neither law nor agreement knows it, `StateChanged` where it no longer stands as it was read.
    """
    allowed = moving.pauses(duty_of(row.duty))
    if isinstance(allowed, Refusal):
        raise NotAllowed(allowed)
    if ground not in allowed:
        raise NotAllowed(Refusal.LAW_KNOWS_NONE)
    if row.paused_at is not None:
        raise StateChanged(f"obligation {row.pk} stands still already")
    if at < row.started_at or not in_time(row, at):
        raise NotAllowed(Refusal.BEFORE_START if at < row.started_at else Refusal.TOLD_TOO_LATE)
    after: dict[str, Any] = {"ends_at": None, "last_day": None, "paused_at": at}
    told = {"clause": clause} if clause else {}
    change = _change(row, ChangeKind.PAUSED, after, at=at, ground=ground.value, reason=reason, told=told, by=by)
    _record(row, "obligation.paused", by, change)
    return change


@transaction.atomic
def resume(row: Obligation, *, at: datetime, reason: str, by: By) -> Change:
    """Let the time run on from `at`, with as much left as there was. Raises `NotAllowed`, `StateChanged`."""
    if row.paused_at is None or row.limit is None:
        raise StateChanged(f"obligation {row.pk} doesn't stand still")
    if at < row.paused_at:
        raise NotAllowed(Refusal.BEFORE_START)
    limit = moving.resumed(limit_of(row.limit), paused_at=row.paused_at, resumed_at=at)
    after = {**_of_limit(limit), "paused_at": None}
    change = _change(row, ChangeKind.RESUMED, after, at=at, ground="", reason=reason, told={}, by=by)
    _record(row, "obligation.resumed", by, change)
    return change


@transaction.atomic
def extend(row: Obligation, *, told_at: datetime, how: str, reason: str, by: By) -> Change:
    """Extend by the law's own rule: the other was told at `told_at`, and why. Raises `NotAllowed`, `StateChanged`."""
    duty, limit = duty_of(row.duty), _running_limit(row)
    before = Change.objects.filter(obligation=row, kind=ChangeKind.EXTENDED).exists()
    longer = moving.extended(duty, limit, told_at=told_at, before=before)
    after = {**_of_limit(longer.limit), "parameters_version": longer.version}
    told = {"told_at": told_at.isoformat(), "how": how}
    change = _change(row, ChangeKind.EXTENDED, after, at=told_at, ground="12(3)", reason=reason, told=told, by=by)
    _record(row, "obligation.extended", by, change)
    return change


@transaction.atomic
def postpone(
    row: Obligation, *, until: date | datetime, agreed_by: str, agreed_at: datetime, reason: str, by: By
) -> Change:
    """Give a limit of the agreement the later end that both sides agreed on. Raises `NotAllowed`, `StateChanged`."""
    limit = moving.postponed(duty_of(row.duty), _running_limit(row), until=until)
    told = {"agreed_by": agreed_by, "agreed_at": agreed_at.isoformat()}
    change = _change(
        row, ChangeKind.POSTPONED, _of_limit(limit), at=agreed_at, ground="agreed", reason=reason, told=told, by=by
    )
    _record(row, "obligation.postponed", by, change)
    return change


def correct(
    row: Obligation,
    kind: ChangeKind,
    after: Mapping[str, Any],
    *,
    told: Mapping[str, Any],
    by: By,
    ground: str = "fact",
    reason: str = "",
) -> Change:
    """Put the obligation on the ground that a corrected fact, or an earlier start, gives it. Within the caller's transaction.

    Raises `StateChanged` where it no longer stands as it was read.
    """
    change = _change(row, kind, after, at=by.now, ground=ground, reason=reason[:1000], told=told, by=by)
    _record(row, "obligation.corrected", by, change)
    return change


def _running_limit(row: Obligation) -> Limit:
    if row.paused_at is not None:
        raise StateChanged(f"obligation {row.pk} stands still")
    if row.limit is None:
        raise NotAllowed(Refusal.NO_NUMBER)
    return limit_of(row.limit)


def _of_limit(limit: Limit) -> dict[str, Any]:
    return {
        "limit": limit_record(limit),
        "ends_at": limit.ends_at,
        "ends_inclusive": limit.includes_end,
        "last_day": limit.last_day,
    }


def _change(
    row: Obligation,
    kind: ChangeKind,
    after: Mapping[str, Any],
    *,
    at: datetime,
    ground: str,
    reason: str,
    told: Mapping[str, Any],
    by: By,
) -> Change:
    """Keep the change, then make it: one row must change, and it must stand as it was read."""
    standing = Obligation.objects.filter(
        pk=row.pk, organisation=row.organisation_id, revision=row.revision, ended_at=None, state__in=RUNNING
    )
    if not standing.select_for_update().exists():
        raise StateChanged(f"obligation {row.pk} no longer stands as it was read; load it again")
    moved = {name: value for name, value in after.items() if getattr(row, name) != value}
    change = Change.objects.create(
        organisation_id=row.organisation_id,
        obligation=row,
        number=row.revision + 1,
        kind=kind,
        at=at,
        ground=ground,
        reason=reason,
        told=dict(told),
        before={name: _plain(getattr(row, name)) for name in moved},
        after={name: _plain(value) for name, value in moved.items()},
        by_id=by.user_id,
        recorded_at=by.now,
    )
    for name, value in moved.items():
        setattr(row, name, value)
    if row.ends_at is not None and row.internal_target_at is not None and row.internal_target_at > row.ends_at:
        moved["internal_target_at"] = row.internal_target_at = row.ends_at
    due_at = row.ends_at or (row.due_at if row.paused_at else row.internal_target_at or row.started_at)
    state = State.LATE if not in_time(row, by.now) else State.OPEN if row.ours else State.WAITING
    if standing.update(**moved, revision=row.revision + 1, due_at=due_at, state=state) != 1:
        raise StateChanged(f"obligation {row.pk} no longer stands as it was read; load it again")
    row.refresh_from_db()
    clock_changed.send(Obligation, obligation=row, change=change, now=by.now)
    return change


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value  # an instant is a date too


def _record(row: Obligation, kind: str, by: By, change: Change) -> None:
    content = {
        "number": change.number,
        "change": change.kind,
        "at": change.at.isoformat(),
        "ground": change.ground,
        "reason": change.reason,
        "told": change.told,
        "before": {name: change.before.get(name) for name in _TOLD if name in change.before},
        "after": {name: change.after.get(name) for name in _TOLD if name in change.after},
    }
    record(organisation=row.organisation, actor=by.actor, kind=kind, subject=row, at=by.now, content=content)


_TOLD = (
    "started_at",
    "start_kind",
    "ends_at",
    "last_day",
    "facts_version",
    "parameters_version",
    "paused_at",
    "ends_by",
)
"""What the trail keeps of a change; the whole of it stands in the change itself."""
