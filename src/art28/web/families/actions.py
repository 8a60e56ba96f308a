"""What people decide once for a family. Each is carried out in chunks of a fraction of a second; one cut off half-way can be
carried out again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import Actor
from art28.web.agreements import together
from art28.web.agreements.models import FactState, FactVersion
from art28.web.audit import actions as audit
from art28.web.families.models import FactMark, Family, FamilyDecision
from art28.web.families.placing import ground_of

_CHUNK = 200


class NothingWaits(Exception):
    """No fact of the family waits on this passage any more; show the page anew."""


def confirm_once(family: Family, key: str, same: str, *, actor: Actor, now: datetime) -> int:
    """Confirm a fact for all members whose passage is the same; returns for how many. Members that come later follow.

    Raises NothingWaits.
    """
    facts = _waiting(family, key).filter(same=same)
    return _confirm(family, key, same, facts.values_list("fact_id", flat=True), listed=False, actor=actor, now=now)


def confirm_listed(family: Family, key: str, blank: str, shown: Iterable[UUID], *, actor: Actor, now: datetime) -> int:
    """Confirm what members fill into one blank, as far as it was shown; returns for how many. Raises NothingWaits."""
    facts = _waiting(family, key).filter(blank=blank, fact_id__in=list(shown))
    return _confirm(family, key, blank, facts.values_list("fact_id", flat=True), listed=True, actor=actor, now=now)


def _waiting(family: Family, key: str) -> QuerySet[FactMark]:
    return FactMark.objects.filter(
        organisation_id=family.organisation_id,
        family=family,
        key=key,
        fact__current=True,
        fact__state=FactState.PROPOSED,
    ).order_by("fact_id")


def _confirm(
    family: Family, key: str, mark: str, facts: Iterable[UUID], *, listed: bool, actor: Actor, now: datetime
) -> int:
    waiting = list(facts)
    if not waiting:
        raise NothingWaits(key)
    decision = _decision(family, key, mark, listed=listed, actor=actor, now=now)
    by = together.Decided(decision.pk, actor.id, actor.label, ground_of(decision))
    done = 0
    for at in range(0, len(waiting), _CHUNK):
        done += len(together.confirm(family.organisation, waiting[at : at + _CHUNK], by=by, now=now))
    audit.record(
        organisation=family.organisation,
        actor=actor,
        kind="family.confirmed",
        subject=family,
        at=now,
        content={"key": key, "mark": mark, "listed": listed, "decision": str(decision.pk), "facts": done},
    )
    return done


@transaction.atomic
def _decision(family: Family, key: str, mark: str, *, listed: bool, actor: Actor, now: datetime) -> FamilyDecision:
    decision, _ = FamilyDecision.objects.select_related("family").get_or_create(
        family=family,
        key=key,
        mark=mark,
        listed=listed,
        undone_at=None,
        defaults={
            "organisation_id": family.organisation_id,
            "by_id": actor.id,
            "role": actor.label[:20],
            "at": now,
        },
    )
    return decision


def undo(decision: FamilyDecision, *, actor: Actor, now: datetime) -> int:
    """Take a decision back for all members where nobody decided otherwise since; returns for how many."""
    changed = FamilyDecision.objects.filter(pk=decision.pk, undone_at=None).update(undone_at=now)
    if changed != 1:
        return 0
    family = decision.family
    done = 0
    while made := together.take_back(
        family.organisation, decision.pk, actor=actor, ground=ground_of(decision), now=now, most=_CHUNK
    ):
        _follow(made)
        done += len(made)
    audit.record(
        organisation=family.organisation,
        actor=actor,
        kind="family.undone",
        subject=family,
        at=now,
        content={"key": decision.key, "mark": decision.mark, "decision": str(decision.pk), "facts": done},
    )
    return done


def _follow(restored: Sequence[FactVersion]) -> None:
    """Let the marks point at the versions that stand again."""
    stands = {row.restores_id: row.pk for row in restored}
    marks = list(FactMark.objects.filter(fact_id__in=[each for each in stands if each is not None]))
    for mark in marks:
        mark.fact_id = stands[mark.fact_id]
    FactMark.objects.bulk_update(marks, ("fact",))
