"""Clocks of many subjects ended or stopped by one act, a set at a time."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Q, When

from art28.agreement.duties import Action
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import Entry, alike, record_alike
from art28.web.clocks.actions import RUNNING
from art28.web.clocks.models import Obligation, Proof, State
from art28.web.database.expressions import Among, Hex


def end_many(
    organisation: Organisation,
    *,
    subject_kind: str,
    subject_ids: Collection[UUID | str],
    at: datetime,
    reason: str,
    actor: Actor,
    now: datetime,
    action: Action | None = None,
) -> int:
    """End our clocks that these subjects started, in time or late, each with its act; within the caller's transaction.

    Of one action where that is given. What `actions.end` does for one; what others start by ending is not started here.
    Returns how many ran.
    """
    running = Obligation.objects.filter(
        Among("subject_id", subject_ids),
        organisation=organisation,
        subject_kind=subject_kind,
        ended_at=None,
        state__in=RUNNING,
        following=[],
        **({} if action is None else {"action": action}),
    )
    in_time = Q(ends_at=None) | Q(ends_at__gt=at, ends_inclusive=False) | Q(ends_at__gte=at, ends_inclusive=True)
    met = Case(When(in_time, then=True), default=False)
    rows = running.select_for_update(of=("self",)).annotate(hex=Hex("id"), met=met).values_list("hex", "met")
    ended: dict[State, list[str]] = {State.MET: [], State.LATE: []}
    for text, is_met in rows:
        ended[State.MET if is_met else State.LATE].append(text)
    for state, ids in ended.items():
        if not ids:
            continue
        Obligation.objects.filter(Among("id", ids)).update(
            state=state, ended_at=at, ended_by=Proof.DONE, ended_reason=reason[:500]
        )
        content = {"at": at.isoformat(), "by": Proof.DONE.value, "in_time": state == State.MET}
        entry = Entry("obligation.ended", "obligation", organisation.pk, content)
        act = alike(organisation=organisation, actor=actor, at=now, entry=entry)
        record_alike(organisation, [(text, act) for text in ids])
    return sum(map(len, ended.values()))


def cancel_many(
    organisation: Organisation,
    *,
    subject_kind: str,
    subject_ids: Collection[UUID | str],
    action: Action,
    reason: str,
    actor: Actor,
    now: datetime,
) -> int:
    """Stop the running clocks of one action that these subjects started for nothing, each with its act.

    What `actions.cancel` does for one; within the caller's transaction. Returns how many ran.
    """
    running = Obligation.objects.filter(
        Among("subject_id", subject_ids),
        organisation=organisation,
        subject_kind=subject_kind,
        action=action,
        ended_at=None,
        state__in=RUNNING,
    )
    ids = [
        text for _pk, text in running.select_for_update(of=("self",)).annotate(hex=Hex("id")).values_list("pk", "hex")
    ]
    if ids:
        Obligation.objects.filter(Among("id", ids)).update(state=State.CANCELLED, ended_at=now, ended_reason=reason)
        entry = Entry("obligation.cancelled", "obligation", organisation.pk, {"reason": reason})
        act = alike(organisation=organisation, actor=actor, at=now, entry=entry)
        record_alike(organisation, [(text, act) for text in ids])
    return len(ids)
