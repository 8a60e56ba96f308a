"""One decision on facts of many agreements: confirmed or taken back set-based, with an act on each in the trail.

For facts that rest on the same passage in each. A fact is left alone that somebody decided on meanwhile, or on which a
question is open.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Certainty, FactState, FactVersion, Question
from art28.web.audit import actions as audit

_CARRIED = (
    "organisation_id", "agreement_id", "text_id", "key", "value", "citations", "rule", "provision", "strength", "doubts",
    "certainty", "urgency", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision by which facts are confirmed: its name, who took it in which role, and what it was taken for."""

    decision: UUID
    by: UUID | None
    role: str
    ground: Mapping[str, str]

    @property
    def actor(self) -> Actor:
        """Who took it."""
        return Actor(self.by, self.role)


@transaction.atomic
def confirm(
    organisation: Organisation, facts: Iterable[UUID], *, by: Decided, now: datetime
) -> tuple[FactVersion, ...]:
    """Confirm facts as they were read, by the ids of their versions; returns the versions made."""
    asked = Question.objects.filter(agreement=OuterRef("agreement"), key=OuterRef("key"), settled_at=None)
    waiting = FactVersion.objects.filter(
        ~Exists(asked),
        organisation=organisation,
        pk__in=list(facts),
        current=True,
        state=FactState.PROPOSED,
        value__isnull=False,
    )
    held = _hold(organisation, waiting)
    made = [_next(before, FactState.CONFIRMED, by_id=by.by, at=now, decision=by.decision) for before in held]
    _replace(held, made)
    _counted(held, waiting=-1)
    _record(organisation, "fact.confirmed", made, held, by.actor, by.ground, now=now)
    return tuple(made)


@transaction.atomic
def take_back(
    organisation: Organisation,
    decision: UUID,
    *,
    actor: Actor,
    ground: Mapping[str, str],
    now: datetime,
    most: int,
) -> tuple[FactVersion, ...]:
    """Take back at most `most` facts that a decision confirmed and nobody has decided otherwise since; what stood before
    stands again."""
    confirmed = FactVersion.objects.filter(
        organisation=organisation, decision=decision, current=True, state=FactState.CONFIRMED
    ).select_related("supersedes")
    held = _hold(organisation, confirmed, most)
    made = []
    for current in held:
        before = current.supersedes
        if before is not None:
            restored = _next(
                before, FactState(before.state), by_id=before.by_id, at=before.at, decision=before.decision
            )
            restored.number, restored.supersedes = current.number + 1, current
            restored.restores_id = before.restores_id or before.pk
            made.append(restored)
    _replace(held, made)
    _counted(held, waiting=1)
    _record(organisation, "fact.undone", made, held, actor, ground, now=now)
    return tuple(made)


def _hold(organisation: Organisation, wanted: "object", most: int | None = None) -> list[FactVersion]:
    """The facts wanted, their agreements held until the transaction ends."""
    query = wanted.order_by("agreement_id", "id")  # type: ignore[attr-defined]
    agreements = sorted({row.agreement_id for row in query[:most]})
    list(Agreement.objects.select_for_update().filter(organisation=organisation, pk__in=agreements).order_by("pk"))
    held: list[FactVersion] = list(query.filter(agreement_id__in=agreements)[:most])
    return held


def _next(
    before: FactVersion, state: FactState, *, by_id: UUID | None, at: datetime, decision: UUID | None
) -> FactVersion:
    return FactVersion(
        **{name: getattr(before, name) for name in _CARRIED},
        number=before.number + 1,
        state=state,
        by_id=by_id,
        at=at,
        supersedes=before,
        decision=decision,
    )


def _replace(held: Sequence[FactVersion], made: Sequence[FactVersion]) -> None:
    FactVersion.objects.filter(pk__in=[row.pk for row in held]).update(current=False)
    FactVersion.objects.bulk_create(made, batch_size=500)


def _counted(held: Sequence[FactVersion], *, waiting: int) -> None:
    """Count what waits and what is decided in each agreement; a decision may settle one fact of each."""
    uncertain = {row.agreement_id for row in held if row.certainty != Certainty.EXPRESS}
    every = {row.agreement_id for row in held}
    Agreement.objects.filter(pk__in=every).update(
        open_count=F("open_count") + waiting, decided_count=F("decided_count") - waiting
    )
    Agreement.objects.filter(pk__in=uncertain).update(asked_count=F("asked_count") + waiting)


def _record(
    organisation: Organisation,
    kind: str,
    made: Sequence[FactVersion],
    held: Sequence[FactVersion],
    actor: Actor,
    ground: Mapping[str, str],
    *,
    now: datetime,
) -> None:
    before = {(row.agreement_id, row.key): row for row in held}
    audit.record_many(
        organisation=organisation,
        actor=actor,
        at=now,
        entries=[
            audit.Entry(
                kind,
                "agreement",
                row.agreement_id,
                {
                    "key": row.key,
                    "version": row.number,
                    "value": row.value,
                    "before": before[row.agreement_id, row.key].value,
                    **ground,
                },
            )
            for row in made
        ],
    )
