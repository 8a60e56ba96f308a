"""The agreements of an organisation by its role in them -> its chain, as `art28.comparing.chain` makes it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from art28.agreement.model import Fact, OpenQuestion
from art28.comparing.behind import Behind, behind
from art28.comparing.chain import Chain, linked
from art28.comparing.facts import along_a_chain
from art28.comparing.link import Link
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion, Question, State

_LIST, _STARTS, _TRANSFERS = "subprocessors.list", "breach.clock_starts", "transfers.rule"


@dataclass(slots=True)
class _Said:
    """What an agreement says, as far as a chain needs it."""

    facts: dict[str, Fact] = field(default_factory=dict)
    questions: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """The chain, and how many agreements are on neither side."""

    chain: Chain
    unknown: int


@dataclass(frozen=True, slots=True)
class Named:
    """Everybody whom suppliers' agreements name, and the suppliers whose agreement names nobody."""

    everybody: tuple[Behind, ...]
    silent: tuple[Link, ...]
    suppliers: int

    def called(self, key: str) -> Behind | None:
        """The one whose name is compared by `key`, None where nobody names it."""
        return next((each for each in self.everybody if each.key == key), None)


def chain_of(organisation: Organisation, *, on: date) -> Linked:
    """The chain of an organisation, in three queries for any number of agreements; a link's source is the agreement's id."""
    sides = _sides(organisation, Direction, (*along_a_chain(), _LIST, _STARTS))
    chain = linked(organisation.name, sides[Direction.PROCESSOR], sides[Direction.CONTROLLER], on)
    return Linked(chain, len(sides[Direction.UNKNOWN]))


def named_by_suppliers(organisation: Organisation, *, on: date) -> Named:
    """Who stands behind an organisation's suppliers, in three queries for any number of agreements."""
    suppliers = _sides(organisation, (Direction.CONTROLLER,), (_LIST, _TRANSFERS))[Direction.CONTROLLER]
    everybody = behind(suppliers, on)
    naming = {through.supplier.source for each in everybody for through in each.through}
    return Named(everybody, tuple(link for link in suppliers if link.source not in naming), len(suppliers))


def _sides(
    organisation: Organisation, directions: Iterable[Direction], keys: Iterable[str]
) -> Mapping[Direction, list[Link]]:
    """The agreements that were read, by the organisation's role in them; a link's source is the agreement's id."""
    wanted = {direction: list[Link]() for direction in directions}
    found = Agreement.objects.filter(organisation=organisation, read_at__isnull=False, direction__in=wanted)
    found = found.exclude(state=State.ASIDE)
    listed = found.order_by("counterparty_name", "title", "id").values_list(
        "pk", "direction", "counterparty_name", "title"
    )
    said = _said(organisation, wanted, keys)
    for pk, direction, name, title in listed:
        wanted[Direction(direction)].append(Link(name or title, str(pk), said.get(pk, _Said())))
    return wanted


def _said(organisation: Organisation, directions: Iterable[Direction], keys: Iterable[str]) -> Mapping[UUID, _Said]:
    """The facts that stand and the open questions, of those keys."""
    said: dict[UUID, _Said] = defaultdict(_Said)
    read = {
        "agreement__state": State.READ,
        "agreement__direction__in": tuple(directions),
        "key__in": tuple(keys),
        "organisation": organisation,
    }
    facts = FactVersion.objects.filter(current=True, **read).exclude(value=None)
    columns = ("agreement_id", "key", "value", "citations", "rule", "provision")
    for agreement_id, key, value, citations, rule, provision in facts.values_list(*columns).iterator(chunk_size=2000):
        said[agreement_id].facts[key] = rows.entered(key, value, rows.to_citations(citations[:1]), rule, provision)
    for question in Question.objects.filter(settled_at=None, **read).order_by("key"):
        kept = said[question.agreement_id]
        kept.questions = (*kept.questions, rows.to_question(question))
    return said
