"""Writes: several obligations given to one person at once, and that undone at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import Entry, record_many
from art28.web.clocks.models import AssignedObligation, Assignment, Obligation

MOST = 1_000
"""How many obligations are given away at once."""
UNDONE_WITHIN = timedelta(hours=1)


@transaction.atomic
def assign_many(
    organisation: Organisation, ids: Sequence[UUID], *, owner: User | None, by: User, actor: Actor, now: datetime
) -> tuple[Assignment | None, int]:
    """Give what still runs of `ids` to `owner`, or to nobody in particular; returns what undoes it, and how many moved.

    What ended meanwhile, or was theirs already, is left as it is; where none moved nothing is kept. Raises ValueError for
    more than `MOST`.
    """
    if len(ids) > MOST:
        raise ValueError(f"{len(ids)} obligations at once; at most {MOST}")
    running = Obligation.objects.select_for_update().filter(organisation=organisation, pk__in=ids, ended_at=None)
    before = dict(running.values_list("pk", "owner_id"))
    moved = [key for key, whose in before.items() if whose != (owner.pk if owner else None)]
    if not moved:
        return None, 0
    assignment = Assignment.objects.create(organisation=organisation, by=by, owner=owner, at=now)
    Obligation.objects.filter(organisation=organisation, pk__in=moved, ended_at=None).update(owner=owner)
    AssignedObligation.objects.bulk_create(
        [
            AssignedObligation(
                organisation=organisation, assignment=assignment, obligation_id=key, before_id=before[key]
            )
            for key in moved
        ],
        batch_size=500,
    )
    entries = (_entry(key, owner.pk if owner else None) for key in moved)
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return assignment, len(moved)


@transaction.atomic
def undo(assignment: Assignment, *, actor: Actor, now: datetime) -> int:
    """Give each obligation back to whom it was; what was given on or has ended since stays. Returns how many moved.

    Nothing happens a second time, nor after `UNDONE_WITHIN`.
    """
    still = Assignment.objects.filter(pk=assignment.pk, undone_at=None, at__gte=now - UNDONE_WITHIN)
    if still.update(undone_at=now) != 1:
        return 0
    lines = AssignedObligation.objects.filter(organisation=assignment.organisation_id, assignment=assignment)
    entries: list[Entry] = []
    for before in set(lines.values_list("before_id", flat=True)):
        rows = Obligation.objects.select_for_update().filter(
            organisation=assignment.organisation_id,
            pk__in=lines.filter(before=before).values("obligation"),
            owner=assignment.owner_id,
            ended_at=None,
        )
        keys = list(rows.values_list("pk", flat=True))
        Obligation.objects.filter(organisation=assignment.organisation_id, pk__in=keys).update(owner=before)
        entries.extend(_entry(key, before) for key in keys)
    record_many(organisation=assignment.organisation, actor=actor, at=now, entries=entries)
    return len(entries)


def of_person(organisation: Organisation, assignment_id: UUID, user: User) -> Assignment:
    """An assignment that `user` made; raises Assignment.DoesNotExist."""
    return Assignment.objects.select_related("organisation").get(organisation=organisation, pk=assignment_id, by=user)


def _entry(key: UUID, owner: UUID | None) -> Entry:
    return Entry("obligation.assigned", "obligation", key, {"owner": str(owner) if owner else None})
