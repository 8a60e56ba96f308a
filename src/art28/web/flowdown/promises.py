"""What the customers that a sub-processor works for were promised, the same value once however many were promised it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Min, QuerySet, TextField
from django.db.models.functions import Cast

from art28.agreement.model import Fact, OpenQuestion
from art28.comparing.flow_down import keys
from art28.comparing.link import Link
from art28.obligations.impact import Kind
from art28.obligations.settled import strictest_of
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion, Question, State
from art28.web.database.expressions import Hex
from art28.web.subprocessors import impacts
from art28.web.subprocessors.impacts import Change
from art28.web.subprocessors.register import Entry


@dataclass(slots=True)
class Said:
    """What an agreement says, as far as it goes down."""

    facts: dict[str, Fact] = field(default_factory=dict)
    questions: tuple[OpenQuestion, ...] = ()


def services_of(entry: Entry, every: Mapping[UUID, Entry]) -> frozenset[UUID]:
    """The services that a sub-processor works for: its own, and those of whom it stands behind, through whatever many."""
    found: set[UUID] = set()
    seen: set[UUID] = set()
    waiting = [entry]
    while waiting:
        each = waiting.pop()
        found.update(role.service_id for role in each.roles)
        for link in each.parents:
            if link.id not in seen and link.id in every:
                seen.add(link.id)
                waiting.append(every[link.id])
    return frozenset(found)


def customers(
    organisation: Organisation, sub_processor_id: UUID, services: frozenset[UUID], on: date
) -> QuerySet[Agreement]:
    """The agreements with customers for which it may process: that take one of the services, or of which nobody said what
    they take; all where nobody said for which service it works."""
    change = Change(Kind.ADD, sub_processor_id, (), tuple(sorted(services)), on)
    return impacts.touched(organisation, change).filter(direction=Direction.PROCESSOR, state=State.READ)


def promised(organisation: Organisation, concerned: QuerySet[Agreement]) -> tuple[Link, ...]:
    """What these agreements promise of what goes down: a link for each different value, named for one of its agreements.

    Three queries; thousands of agreements on a few templates promise the same few values.
    """
    among = concerned.order_by().values("pk")
    settled = FactVersion.objects.filter(
        organisation=organisation, key__in=keys(), current=True, agreement__in=among
    ).exclude(value=None)
    grouped = settled.order_by().annotate(said=Cast("value", TextField())).values("key", "said")
    ids = [UUID(each) for each in grouped.annotate(one=Min(Hex("id"))).values_list("one", flat=True)]
    found = FactVersion.objects.filter(organisation=organisation, pk__in=ids).select_related("agreement")
    links = [_link(row.agreement, to_fact(row)) for row in found.order_by("key", "id")]
    links.extend(_asked(organisation, among))
    return tuple(links)


def _asked(organisation: Organisation, among: QuerySet[Agreement, Any]) -> Iterator[Link]:
    """The strictest candidate of each open question, each value once."""
    seen: set[tuple[str, str]] = set()
    open_ones = Question.objects.filter(
        organisation=organisation, key__in=keys(), settled_at=None, agreement__in=among
    ).select_related("agreement")
    for question in open_ones.order_by("id").iterator(500):
        if question.candidates:
            fact = strictest_of(rows.to_question(question))
            known = (fact.key, json.dumps(rows.of_value(fact.value)))
            if known not in seen:
                seen.add(known)
                yield _link(question.agreement, fact)


def _link(agreement: Agreement, fact: Fact) -> Link:
    return Link(agreement.counterparty_name or agreement.title, str(agreement.pk), Said({fact.key: fact}))


def to_fact(row: FactVersion) -> Fact:
    """A fact as it is kept, as the core knows it."""
    return rows.entered(row.key, row.value, rows.to_citations(row.citations[:1]), row.rule, row.provision)


def contracts(organisation: Organisation, agreements: Iterable[Agreement]) -> Mapping[UUID, Link]:
    """Contracts with sub-processors as links, by id; two queries for any number."""
    named = {each.pk: each for each in agreements}
    said = {pk: Said() for pk in named}
    facts = FactVersion.objects.filter(organisation=organisation, key__in=keys(), current=True, agreement__in=named)
    for row in facts.exclude(value=None):
        said[row.agreement_id].facts[row.key] = to_fact(row)
    asked = Question.objects.filter(organisation=organisation, key__in=keys(), settled_at=None, agreement__in=named)
    for question in asked.order_by("key"):
        kept = said[question.agreement_id]
        kept.questions = (*kept.questions, rows.to_question(question))
    return {pk: Link(each.counterparty_name or each.title, str(pk), said[pk]) for pk, each in named.items()}


NO_CONTRACT = Link("", "", Said())
"""Where there is no contract: nothing is laid down."""
