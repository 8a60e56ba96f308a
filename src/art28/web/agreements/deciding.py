"""What people decide about facts: confirm, correct, choose, mark as not said, several at once, and undo.

A decision is a new version of the fact, with who and when; what stood before stays. Undoing makes a version that restores the
one before. Whoever decides says which version they saw: where it is no longer the newest, nothing happens.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from art28.web.accounts.access import Actor
from art28.web.agreements import deriving, weighing
from art28.web.agreements.models import Agreement, AgreementText, Certainty, FactState, FactVersion, Question
from art28.web.audit import actions as audit
from art28.web.database.identifiers import new_id

_CARRIED = (
    "value", "citations", "rule", "provision", "state", "by_id", "at", "strength", "doubts", "certainty", "urgency", "place",
    "decision",
)  # fmt: skip


class StaleFact(Exception):
    """Somebody else decided on this fact meanwhile; show the newest version and ask again."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision rests on where it isn't what was read: passages that a person points at, or a candidate's."""

    citations: Sequence[Mapping[str, Any]]
    rule: str = ""
    provision: str = ""
    strength: int | None = None
    doubts: Sequence[str] = field(default_factory=tuple)


def confirm(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Confirm a fact as it was read. `seen` is the number of the version that the person saw; raises StaleFact."""
    return confirm_several(agreement, {key: seen}, actor=actor, now=now, decision=None)[0]


@transaction.atomic
def confirm_several(
    agreement: Agreement, seen: Mapping[str, int], *, actor: Actor, now: datetime, decision: UUID | None
) -> tuple[FactVersion, ...]:
    """Confirm facts that a person looked at, by key and the number seen: all or none. `decision` names the act as one."""
    deriving.lock(agreement)
    text = _newest_text(agreement)
    made = []
    for key, number in seen.items():
        current = _current(agreement, key, number)
        if current is None or current.value is None or current.state != FactState.PROPOSED:
            raise StaleFact(key)
        version = _next(agreement, key, current, text, FactState.CONFIRMED, current.value, actor=actor, now=now)
        version.decision = decision
        made.append(_keep(agreement, version, current, actor=actor, now=now))
    deriving.refresh(agreement, actor=actor, now=now)
    return tuple(made)


@transaction.atomic
def settle_several(
    agreement: Agreement, values: Mapping[str, Any], *, actor: Actor, now: datetime, decision: UUID
) -> None:
    """Give facts the values that they have by construction, whatever was read: an agreement that was drafted here.

    What was read the same is confirmed with its passage; what wasn't is settled without one.
    """
    deriving.lock(agreement)
    text = _newest_text(agreement)
    rows = FactVersion.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement, current=True)
    known = {row.key: row for row in rows}
    for key, value in values.items():
        current = known.get(key)
        if current is not None and current.state != FactState.PROPOSED:
            continue
        same = current is not None and current.value == value
        state = FactState.CONFIRMED if same else FactState.CORRECTED
        version = _next(agreement, key, current, text, state, value, actor=actor, now=now)
        version.decision = decision
        if not same:
            version.citations = []
        _keep(agreement, version, current, actor=actor, now=now)
    deriving.refresh(agreement, actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class Changed:
    """What an addendum makes of a fact: its value, None where it is no longer said, and the passage there."""

    value: Any
    citations: Sequence[Mapping[str, Any]]
    provision: str = ""


@transaction.atomic
def amend(
    agreement: Agreement,
    by: AgreementText,
    changes: Mapping[str, Changed],
    *,
    actor: Actor,
    now: datetime,
    decision: UUID,
) -> None:
    """Let an addendum, whose text is `by`, take effect: its facts become those of the agreement, each citing the addendum."""
    deriving.lock(agreement)
    rows = FactVersion.objects.filter(organisation_id=agreement.organisation_id, agreement=agreement, current=True)
    known = {row.key: row for row in rows}
    for key, each in changes.items():
        current = known.get(key)
        if current is None and each.value is None:
            continue
        state = FactState.NOT_SAID if each.value is None else FactState.AMENDED
        version = _next(agreement, key, current, by, state, each.value, actor=actor, now=now)
        version.text, version.decision = by, decision
        version.citations = [{**row, "document": str(by.agreement_id)} for row in each.citations]
        version.rule, version.provision, version.strength, version.doubts = "", each.provision[:120], None, []
        _keep(agreement, version, current, actor=actor, now=now)
    deriving.refresh(agreement, actor=actor, now=now)


@transaction.atomic
def correct(
    agreement: Agreement, key: str, value: Any, *, seen: int, actor: Actor, now: datetime, ground: Ground | None = None
) -> FactVersion:
    """Give a fact another value or passage. `seen` is the version that the person saw, 0 for none; raises StaleFact."""
    return _decide(agreement, key, FactState.CORRECTED, value, seen=seen, actor=actor, now=now, ground=ground)


@transaction.atomic
def choose(agreement: Agreement, key: str, candidate: int, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Settle an open question by one of its candidates, counted from 0, which brings its passages; raises StaleFact."""
    question = Question.objects.filter(agreement=agreement, key=key, settled_at=None).first()
    if question is None or candidate >= len(question.candidates):
        raise StaleFact(key)
    chosen = question.candidates[candidate]
    ground = Ground(
        chosen["citations"], chosen["rule"], chosen["provision"], chosen.get("strength"), chosen.get("doubts", ())
    )
    return _decide(agreement, key, FactState.CONFIRMED, chosen["value"], seen=seen, actor=actor, now=now, ground=ground)


@transaction.atomic
def mark_not_said(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Establish that the agreement doesn't say this."""
    return _decide(agreement, key, FactState.NOT_SAID, None, seen=seen, actor=actor, now=now)


@transaction.atomic
def keep(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> FactVersion:
    """Let stand what was decided before, though a later reading differs; raises StaleFact."""
    current = _current(agreement, key, seen)
    if current is None or current.state == FactState.PROPOSED:
        raise StaleFact(key)
    return _decide(agreement, key, FactState(current.state), current.value, seen=seen, actor=actor, now=now)


@transaction.atomic
def undo(agreement: Agreement, key: str, *, seen: int, actor: Actor, now: datetime) -> None:
    """Take the newest decision on a fact back: what stood before stands again, its open question too; raises StaleFact."""
    deriving.lock(agreement)
    _take_back(agreement, key, seen, actor=actor, now=now)
    deriving.refresh(agreement, actor=actor, now=now)


@transaction.atomic
def undo_several(agreement: Agreement, decision: UUID, *, actor: Actor, now: datetime) -> int:
    """Take back what one decision confirmed and nobody has decided otherwise since; returns how many facts that were."""
    deriving.lock(agreement)
    versions = FactVersion.objects.filter(
        organisation_id=agreement.organisation_id, agreement=agreement, decision=decision, current=True
    ).exclude(state=FactState.PROPOSED)
    numbers = {version.key: version.number for version in versions}
    for key, number in numbers.items():
        _take_back(agreement, key, number, actor=actor, now=now)
    if numbers:
        deriving.refresh(agreement, actor=actor, now=now)
    return len(numbers)


def _current(agreement: Agreement, key: str, seen: int) -> FactVersion | None:
    """The newest version, which must be the one seen."""
    current = FactVersion.objects.filter(
        organisation_id=agreement.organisation_id, agreement=agreement, key=key, current=True
    ).first()
    if (current.number if current else 0) != seen:
        raise StaleFact(key)
    return current


def _newest_text(agreement: Agreement) -> AgreementText:
    text = (
        AgreementText.objects.filter(agreement=agreement)
        .order_by("-read_at", "-id")
        .only("id", "organisation_id")
        .first()
    )
    if text is None:
        raise StaleFact("")
    return text


def _decide(
    agreement: Agreement,
    key: str,
    state: FactState,
    value: Any,
    *,
    seen: int,
    actor: Actor,
    now: datetime,
    ground: Ground | None = None,
) -> FactVersion:
    """Make the next version of a fact, settle its question, and derive the promises anew."""
    deriving.lock(agreement)
    current = _current(agreement, key, seen)
    text = _newest_text(agreement)
    version = _next(agreement, key, current, text, state, value, actor=actor, now=now)
    if ground is not None:
        version.text = text
        version.citations, version.doubts = list(ground.citations), list(ground.doubts)
        version.rule, version.provision, version.strength = ground.rule, ground.provision, ground.strength
    _keep(agreement, version, current, actor=actor, now=now)
    deriving.refresh(agreement, actor=actor, now=now)
    return version


def _next(
    agreement: Agreement,
    key: str,
    current: FactVersion | None,
    text: AgreementText,
    state: FactState,
    value: Any,
    *,
    actor: Actor,
    now: datetime,
) -> FactVersion:
    """The version to come, resting on the passages of the one before unless nothing is said."""
    kept = current if current is not None and value is not None else None
    return FactVersion(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        # Passages count code points of the text in which they were found.
        text_id=kept.text_id if kept is not None and kept.citations else text.pk,
        key=key,
        number=_number(agreement, key, current),
        value=value,
        citations=kept.citations if kept else [],
        rule=kept.rule if kept else "",
        provision=kept.provision if kept else "",
        strength=kept.strength if kept else None,
        doubts=kept.doubts if kept else [],
        certainty=current.certainty if current is not None else "",
        urgency=weighing.urgency(key, Certainty.EXPRESS) if current is None else current.urgency,
        place=weighing.place(key),
        state=state,
        by_id=actor.id,
        at=now,
        supersedes=current,
    )


def _number(agreement: Agreement, key: str, current: FactVersion | None) -> int:
    """One more than any before, also where what a person filled in was taken back."""
    if current is not None:
        return current.number + 1
    last: int | None = FactVersion.objects.filter(agreement=agreement, key=key).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _keep(
    agreement: Agreement, version: FactVersion, current: FactVersion | None, *, actor: Actor, now: datetime
) -> FactVersion:
    """Write the version in place of the current one, settle the open question by it, and record the act."""
    question = Question.objects.filter(agreement=agreement, key=version.key, settled_at=None).first()
    if question is not None:
        version.certainty = Certainty.CONFLICT
    if current is not None:
        _retire(current)
    version.save(force_insert=True)
    if question is not None:
        Question.objects.filter(pk=question.pk).update(settled_at=now, settled_by=version)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind=f"fact.{FactState(version.state).value}",
        subject=agreement,
        at=now,
        content={
            "key": version.key,
            "version": version.number,
            "value": version.value,
            "before": current.value if current else None,
        },
    )
    return version


def _retire(current: FactVersion) -> None:
    if FactVersion.objects.filter(pk=current.pk, current=True).update(current=False) != 1:
        raise StaleFact(current.key)


def _take_back(agreement: Agreement, key: str, seen: int, *, actor: Actor, now: datetime) -> None:
    current = _current(agreement, key, seen)
    if current is None or current.state == FactState.PROPOSED:
        raise StaleFact(key)
    decided = current.restores or current
    before = decided.supersedes
    _retire(current)
    if before is not None:
        origin = before.restores or before
        FactVersion.objects.create(
            organisation_id=agreement.organisation_id,
            agreement=agreement,
            text_id=before.text_id,
            key=key,
            number=current.number + 1,
            supersedes=current,
            restores=origin,
            **{name: getattr(before, name) for name in _CARRIED},
        )
    if not Question.objects.filter(agreement=agreement, key=key, settled_at=None).exists():
        Question.objects.filter(agreement=agreement, settled_by=decided).update(settled_at=None, settled_by=None)
    audit.record(
        organisation=agreement.organisation,
        actor=actor,
        kind="fact.undone",
        subject=agreement,
        at=now,
        content={
            "key": key,
            "version": current.number + 1,
            "value": before.value if before else None,
            "before": current.value,
        },
    )


def new_decision() -> UUID:
    """A name for what is confirmed in one go."""
    return new_id()
