"""Facts that stand -> what follows from them: promises, parties, counts. Run within the caller's transaction."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from art28.agreement.catalogue import catalogue
from art28.agreement.duties import Duty
from art28.agreement.model import Fact, OpenQuestion
from art28.obligations.duties import duties_of
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows, sides
from art28.web.agreements.models import (
    Agreement,
    AgreementText,
    Certainty,
    FactState,
    FactVersion,
    PromisedDuty,
    Question,
    State,
)
from art28.web.agreements.signals import duties_derived
from art28.web.database import bulk
from art28.web.parties import actions as parties


@dataclass(frozen=True, slots=True)
class Standing:
    """What an agreement says as it stands: facts settled and questions open. Serves where the core wants an agreement."""

    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...]


def standing(agreement: Agreement) -> Standing:
    """The facts and questions of an agreement now."""
    return standing_of_many(agreement.organisation_id, (agreement.pk,))[agreement.pk]


def standing_of_many(organisation: Organisation | UUID, agreement_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """The facts and questions of several agreements now; two queries."""
    facts: dict[UUID, dict[str, Fact]] = {each: {} for each in agreement_ids}
    versions = FactVersion.objects.filter(organisation=organisation, agreement__in=agreement_ids, current=True)
    told = versions.values_list("agreement", "key", "value", "citations", "rule", "provision")
    for agreement, key, value, citations, rule, provision in told:
        if value is not None:
            facts[agreement][key] = rows.entered(key, value, rows.to_citations(citations), rule, provision)
    open_ones: dict[UUID, list[OpenQuestion]] = {each: [] for each in agreement_ids}
    questions = Question.objects.filter(organisation=organisation, agreement__in=agreement_ids, settled_at=None)
    for row in questions.order_by("key"):
        open_ones[row.agreement_id].append(rows.to_question(row))
    order = {key: number for number, key in enumerate(catalogue())}
    return {
        each: Standing(
            {key: known[key] for key in sorted(known, key=lambda key: order.get(key, len(order)))},
            tuple(open_ones[each]),
        )
        for each, known in facts.items()
    }


@transaction.atomic
def refresh(agreement: Agreement, *, actor: Actor, now: datetime) -> None:
    """Derive promises, parties and counts anew from what stands."""
    if agreement.amends_id is not None:
        beside(agreement, actor=actor, now=now)
        return
    now_standing = standing(agreement)
    text = AgreementText.objects.filter(agreement=agreement).order_by("-read_at", "-id").defer("text", "blocks").first()
    if text is None:
        raise ValueError(f"agreement {agreement.pk} has not been read")
    # What a newer version took the place of, or was put aside, promises nothing any more.
    duties = () if agreement.state in (State.REPLACED, State.ASIDE) else duties_of(now_standing)
    agreement.duty_count = replace_duties(agreement, text, duties, now=now)
    name_parties(agreement, actor=actor, now=now, facts=now_standing.facts)
    count(agreement)
    agreement.save(update_fields=("duty_count", *_COUNTS))
    duties_derived.send(Agreement, agreement=agreement, duties=duties, actor=actor, now=now)


@transaction.atomic
def beside(agreement: Agreement, *, actor: Actor, now: datetime) -> None:
    """Derive for an addendum what it has of itself: its parties and counts. What it changes is promised by what it amends."""
    name_parties(agreement, actor=actor, now=now, facts=standing(agreement).facts)
    count(agreement)
    agreement.save(update_fields=_COUNTS)


def lock(agreement: Agreement) -> None:
    """Hold the agreement's row until the transaction ends, and read it anew: what another has just set must stand."""
    fresh = Agreement.objects.select_for_update().get(pk=agreement.pk)
    for name in (
        "state",
        "direction",
        "legal_entity_id",
        "counterparty_id",
        "counterparty_name",
        *_COUNTS,
        "duty_count",
    ):
        setattr(agreement, name, getattr(fresh, name))


_COUNTS = ("open_count", "asked_count", "decided_count")


def count(agreement: Agreement) -> None:
    """How many facts wait for a person, how many of these need one (questions, uncertain facts), how many are decided."""
    questions = Question.objects.filter(agreement=agreement, settled_at=None)
    waiting, decided = Q(state=FactState.PROPOSED), ~Q(state=FactState.PROPOSED)
    known = FactVersion.objects.filter(agreement=agreement, current=True).aggregate(
        waiting=Count("pk", filter=waiting),
        uncertain=Count("pk", filter=waiting & ~Q(certainty=Certainty.EXPRESS)),
        decided=Count("pk", filter=decided),
    )
    asked = questions.count()
    agreement.open_count = asked + known["waiting"]
    agreement.asked_count = asked + known["uncertain"]
    agreement.decided_count = known["decided"]


def replace_duties(agreement: Agreement, text: AgreementText, duties: tuple[Duty, ...], *, now: datetime) -> int:
    """Keep the promises that are unchanged, retire the others, add the new; returns how many stand."""
    standing_rows = {
        row.key: row for row in PromisedDuty.objects.filter(agreement=agreement, retired_at=None).order_by("order")
    }
    made = {duty.id: duty_row(agreement, text, duty, order, now) for order, duty in enumerate(duties)}
    retired = [row.pk for key, row in standing_rows.items() if key not in made or not _same(row, made[key])]
    PromisedDuty.objects.filter(pk__in=retired).update(retired_at=now)
    bulk.create(
        PromisedDuty,
        [row for key, row in made.items() if key not in standing_rows or standing_rows[key].pk in retired],
    )
    return len(made)


_COMPARED = (
    "action", "trigger", "bearer", "beneficiary", "limit", "channels", "content", "citations", "provision", "facts", "gdpr",
    "provisional",
)  # fmt: skip


def _same(row: PromisedDuty, other: PromisedDuty) -> bool:
    return all(getattr(row, name) == getattr(other, name) for name in _COMPARED)


def duty_row(agreement: Agreement, text: AgreementText, duty: Duty, order: int, now: datetime) -> PromisedDuty:
    """A promise as it is kept, not written yet."""
    return PromisedDuty(
        organisation_id=agreement.organisation_id,
        agreement=agreement,
        text=text,
        key=duty.id,
        order=order,
        action=duty.action.value,
        trigger=duty.trigger.value,
        bearer=duty.bearer.value,
        beneficiary=duty.beneficiary.value,
        limit=rows.of_limit(duty.limit),
        channels=list(duty.channels),
        content=list(duty.content),
        citations=[row for row in rows.of_citations(duty.citations) if row["end"] > row["start"]],
        provision=duty.provision,
        facts=list(duty.facts),
        gdpr=duty.gdpr,
        provisional=duty.provisional,
        made_at=now,
    )


def name_parties(agreement: Agreement, *, actor: Actor, now: datetime, facts: Mapping[str, Fact] | None = None) -> None:
    """Find out which side the organisation is on, and name the other side as a counterparty with its contacts."""
    facts = standing(agreement).facts if facts is None else facts
    own = sides.own_entities(agreement.organisation)
    sides.take(agreement, facts, own)
    theirs = sides.other_side(agreement, facts)
    party = None
    if theirs is not None:
        party = parties.counterparty_named(
            agreement.organisation, theirs.name, actor=actor, now=now, details=dict(theirs.details)
        )
        for contact in theirs.contacts:
            parties.add_contact(party, actor=actor, now=now, **contact)
    sides.name(agreement, facts, party)
    agreement.save(update_fields=("direction", "legal_entity", "counterparty", "counterparty_name"))
