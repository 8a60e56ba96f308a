"""Writes to many lives at once, set-based: what `actions` does to one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, State
from art28.web.audit.actions import Entry, record_many
from art28.web.database import bulk
from art28.web.lifecycle import queries
from art28.web.lifecycle.actions import Why, about_refusal, about_step
from art28.web.lifecycle.models import Step, Waiver
from art28.web.lifecycle.stages import BEFORE, Stage


@transaction.atomic
def put_in_force(
    organisation: Organisation, days: Mapping[UUID, date], *, reason: str, along: Mapping[str, str], by: User, actor: Actor,
    now: datetime,
) -> set[UUID]:  # fmt: skip
    """Let agreements come into force, each on its day: what `go` does for one, set-based. Returns which did.

    Whoever calls it has asked the gate. One that may not come into force from its stage, or promises nothing any more, stays
    as it is. `along` goes into the record of each.
    """
    rows = Agreement.objects.select_for_update(of=("self",)).filter(organisation=organisation, pk__in=days)
    among = list(rows.filter(state=State.READ).order_by("id"))
    facts = agreements.facts_in(organisation, {each.pk for each in among}, queries.STANDS_BY)
    standings = queries.standings(organisation, among, facts)
    steps = [
        Step(
            organisation=organisation,
            agreement=each,
            stage=Stage.ACTIVE,
            on=days[each.pk],
            reason=reason,
            at=now,
            by=by,
        )
        for each in among
        if standings[each.pk].stage in BEFORE
    ]
    bulk.create(Step, steps)
    entries = [
        Entry("agreement.stage_set", "agreement", row.agreement_id, {**about_step(row), **along}) for row in steps
    ]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return {row.agreement_id for row in steps}


def refuse(
    organisation: Organisation, refused: Iterable[tuple[UUID, Why, Sequence[str]]], *, along: Mapping[str, str],
    actor: Actor, now: datetime,
) -> None:  # fmt: skip
    """Keep in the trail that agreements did not come into force, with why and the codes of what the gate missed."""
    entries = [
        Entry("agreement.stage_refused", "agreement", pk, {**about_refusal(Stage.ACTIVE, why, missing), **along})
        for pk, why, missing in refused
    ]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)


@transaction.atomic
def waive_many(
    organisation: Organisation, agreement_ids: Collection[UUID], item: str, *, reason: str, by: User, actor: Actor,
    now: datetime,
) -> int:  # fmt: skip
    """Say that something the gate misses is not needed under any of some agreements; where it was said, that stands.

    Returns under how many it is said now.
    """
    rows = Agreement.objects.select_for_update(of=("self",)).filter(organisation=organisation, pk__in=agreement_ids)
    held = list(rows.order_by("id").values_list("pk", flat=True))
    known = Waiver.objects.filter(organisation=organisation, item=item, agreement__in=held)
    said = set(known.values_list("agreement", flat=True))
    left = [each for each in held if each not in said]
    common = {"organisation": organisation, "item": item, "reason": reason, "at": now, "by": by}
    bulk.create(Waiver, (Waiver(agreement_id=each, **common) for each in left))
    content = {"item": item, "reason": reason}
    entries = [Entry("agreement.item_waived", "agreement", each, content) for each in left]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(left)
