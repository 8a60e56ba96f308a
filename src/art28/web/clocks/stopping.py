"""Clocks that proved to run for nothing, stopped a set at a time."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import Entry, record_many
from art28.web.clocks.actions import RUNNING
from art28.web.clocks.models import Obligation, State


def cancel_many(
    organisation: Organisation,
    *,
    subject_id: UUID,
    agreement_ids: Collection[UUID],
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    """Stop our own clocks that a subject started under these agreements, each with its act; within the caller's transaction.

    What `actions.cancel` does for one. Returns how many ran.
    """
    rows = Obligation.objects.filter(
        organisation=organisation,
        subject_id=subject_id,
        agreement__in=agreement_ids,
        ours=True,
        ended_at=None,
        state__in=RUNNING,
    )
    ids = list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
    Obligation.objects.filter(pk__in=ids).update(state=State.CANCELLED, ended_at=now, ended_reason=reason)
    entries = (Entry("obligation.cancelled", "obligation", each, {"reason": reason}) for each in ids)
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(ids)
