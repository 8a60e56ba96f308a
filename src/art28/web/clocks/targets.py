"""The organisation's own targets per kind of duty: reads, writes, and the pump that lets lists sort by them.

A target is never a limit. Where a limit has no number ("without undue delay"), the list stands by the target instead of the
start; nothing falls late by it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Least

from art28.agreement.duties import Action
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.clocks.filters import length
from art28.web.clocks.models import InternalTarget, Obligation

Targets = Mapping[str, timedelta]
"""The target of each kind of duty that has one."""


def targets(organisation: Organisation) -> Targets:
    """All targets of the organisation; one query."""
    rows = InternalTarget.objects.filter(organisation=organisation).values_list("action", "period")
    return {action: length(period) for action, period in rows}


def periods(organisation: Organisation) -> Mapping[str, str]:
    """The same as ISO 8601 periods."""
    return dict(InternalTarget.objects.filter(organisation=organisation).values_list("action", "period"))


def target_at(row: Obligation, known: Targets) -> datetime | None:
    """When the organisation itself wants it done, never after the limit; None where it set no target."""
    if row.internal_target_at is not None:
        return row.internal_target_at
    wanted = known.get(row.action)
    if wanted is None:
        return None
    at = row.started_at + wanted
    return min(at, row.ends_at) if row.ends_at else at


@transaction.atomic
def set_target(organisation: Organisation, action: Action, period: str, *, actor: Actor, now: datetime) -> None:
    """Set the target of a kind of duty, or, with an empty period, none; running clocks follow.

    One that has a target of its own, such as that of a breach, keeps it.
    """
    current = InternalTarget.objects.filter(organisation=organisation, action=action.value).first()
    before = current.period if current else ""
    if before == period:
        return
    if current is None:
        current = InternalTarget(organisation=organisation, action=action.value)
    current.period, current.set_at = period, now
    record(
        organisation=organisation,
        actor=actor,
        kind="target.set",
        subject=current,
        at=now,
        content={"action": action.value, "period": period},
    )
    if period:
        current.save()
    else:
        current.delete()
    if before:
        _follow(organisation.pk, action.value, length(before), length(period) if period else None)
    _without_number(organisation.pk, action.value).update(
        due_at=F("started_at") + (length(period) if period else timedelta())
    )


def _follow(organisation_id: UUID, action: str, before: timedelta, period: timedelta | None) -> None:
    """Give the running clocks that took the target that stood before the new one; never past their limit."""
    took = Q(internal_target_at=F("started_at") + before) | Q(
        internal_target_at=F("ends_at"), ends_at__lt=F("started_at") + before
    )
    rows = Obligation.objects.filter(took, organisation=organisation_id, action=action, ended_at=None, paused_at=None)
    if period is None:
        rows.filter(ends_at=None).update(due_at=F("started_at"))
        rows.update(internal_target_at=None)
        return
    at = F("started_at") + period
    without_number = list(rows.filter(ends_at=None).values_list("pk", flat=True))
    rows.filter(ends_at__isnull=False).update(internal_target_at=Least(at, F("ends_at")))
    Obligation.objects.filter(organisation=organisation_id, pk__in=without_number).update(
        internal_target_at=at, due_at=at
    )


def pump(*, now: datetime, limit: int) -> int:  # noqa: ARG001 - the arguments of every pump
    """Let clocks without a number that were started since stand by their target; returns how many were moved, at most."""
    moved = 0
    for target in InternalTarget.objects.all()[:limit]:
        rows = _without_number(target.organisation_id, target.action).filter(due_at=F("started_at"))
        moved += rows.update(due_at=F("started_at") + length(target.period))
    return moved


def _without_number(organisation_id: UUID, action: str) -> QuerySet[Obligation]:
    return Obligation.objects.filter(
        organisation=organisation_id,
        action=action,
        ended_at=None,
        ends_at=None,
        internal_target_at=None,
        paused_at=None,
    )
