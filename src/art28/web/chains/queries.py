"""The agreements of an organisation by its role in them -> its chain, as `art28.comparing.chain` makes it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from art28.agreement.model import Fact, OpenQuestion
from art28.comparing.chain import Chain, Link, linked
from art28.comparing.facts import along_a_chain
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion, Question, State

_LIST, _STARTS = "subprocessors.list", "breach.clock_starts"


@dataclass(slots=True)
class _Said:
    """What an agreement says, as far as a chain needs it."""

    facts: dict[str, Fact] = field(default_factory=dict)
    questions: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """The chain, and the agreement behind each link by its `source`; how many agreements are on neither side."""

    chain: Chain
    agreements: Mapping[str, UUID]
    unknown: int


def chain_of(organisation: Organisation, *, on: date) -> Linked:
    """The chain of an organisation, in four queries for any number of agreements; a link's source is the agreement's id."""
    found = Agreement.objects.filter(organisation=organisation, read_at__isnull=False)
    listed = found.order_by("counterparty_name", "title", "id").values_list(
        "pk", "direction", "counterparty_name", "title"
    )
    said = _said(organisation)
    sides: dict[str, list[Link]] = {Direction.PROCESSOR: [], Direction.CONTROLLER: [], Direction.UNKNOWN: []}
    agreements: dict[str, UUID] = {}
    for pk, direction, name, title in listed:
        agreements[str(pk)] = pk
        sides[direction].append(Link(name or title, str(pk), said.get(pk, _Said())))
    chain = linked(organisation.name, sides[Direction.PROCESSOR], sides[Direction.CONTROLLER], on)
    return Linked(chain, agreements, len(sides[Direction.UNKNOWN]))


def _said(organisation: Organisation) -> Mapping[UUID, _Said]:
    """The facts that stand and the open questions that count along a chain."""
    wanted = (*along_a_chain(), _LIST, _STARTS)
    said: dict[UUID, _Said] = defaultdict(_Said)
    read = {"agreement__state": State.READ, "key__in": wanted, "organisation": organisation}
    facts = FactVersion.objects.filter(current=True, **read).exclude(value=None)
    columns = ("agreement_id", "key", "value", "citations", "rule", "provision")
    for agreement_id, key, value, citations, rule, provision in facts.values_list(*columns).iterator(chunk_size=2000):
        said[agreement_id].facts[key] = rows.entered(key, value, rows.to_citations(citations[:1]), rule, provision)
    for question in Question.objects.filter(settled_at=None, **read).order_by("key"):
        kept = said[question.agreement_id]
        kept.questions = (*kept.questions, rows.to_question(question))
    return said
