"""What waits for a person, over all agreements of an organisation: open questions and facts not yet decided, in order.

The order is that of the columns: what a clock runs from first, the least certain of it first, then agreement by agreement
(the newest first) as the catalogue goes. The number of queries is the same at any size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.fields import CharField

from art28.agreement.catalogue import catalogue
from art28.web import listing
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, Certainty, FactState, FactVersion, Question, State
from art28.web.parties.models import Counterparty

PAGE_SIZE = 40
_RECENT = 5
_DECIDED = ~Q(state=FactState.PROPOSED)

KINDS: Mapping[str, tuple[Certainty, ...]] = {
    "": (Certainty.CONFLICT, Certainty.UNCERTAIN),
    Certainty.CONFLICT: (Certainty.CONFLICT,),
    Certainty.UNCERTAIN: (Certainty.UNCERTAIN,),
    Certainty.EXPRESS: (Certainty.EXPRESS,),
    "all": (Certainty.CONFLICT, Certainty.UNCERTAIN, Certainty.EXPRESS),
}
"""The kinds by which the queue is narrowed, and what each holds; empty is what needs a person."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the queue is narrowed to; empty means all.

    `batch` is an upload, `number` the page, from 1; `words` are sought in names.
    """

    kind: str = ""
    group: str = ""
    agreement: UUID | None = None
    counterparty: UUID | None = None
    batch: UUID | None = None
    words: str = ""
    number: int = 1

    def address(self, **changed: object) -> str:
        """The query string that gives this back, with something changed; without a leading question mark."""
        given = replace(self, **changed)  # type: ignore[arg-type]
        parts = {
            "kind": given.kind,
            "group": given.group,
            "agreement": given.agreement or "",
            "counterparty": given.counterparty or "",
            "batch": given.batch or "",
            "q": given.words,
            "page": given.number if given.number > 1 else "",
        }
        return urlencode({name: part for name, part in parts.items() if part})

    @property
    def narrowing(self) -> bool:
        """Whether anything but the kind leaves something out."""
        return bool(self.group or self.agreement or self.counterparty or self.batch or self.words)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide on: a fact as read, an open question, or both where a reading contradicts a decision."""

    agreement: Agreement
    key: str
    fact: FactVersion | None
    question: Question | None

    @property
    def name(self) -> str:
        """How an address names it."""
        return f"{self.agreement.pk}.{self.key}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One page of what waits, how much waits by kind, and how much of it all was decided."""

    items: tuple[Item, ...]
    counts: Mapping[str, int]
    decided: int
    total: int
    page: Page[Any]


def waiting(organisation: Organisation, narrowed: Narrowed) -> Waiting:
    """A page of the queue."""
    kinds = KINDS.get(narrowed.kind, KINDS[""])
    facts, questions = _facts(organisation, narrowed), _questions(organisation, narrowed)
    by_kind, decided = _counted(facts, questions)
    counts = {name or "asked": sum(by_kind[each] for each in among) for name, among in KINDS.items()}
    waits = sum(by_kind[each] for each in kinds)
    done = sum(decided[each] for each in kinds)
    page = listing.page_of(_names(facts, questions, kinds), waits, narrowed.number, PAGE_SIZE)
    return Waiting(tuple(_items(organisation, page.object_list)), counts, done, done + waits, page)


def item(organisation: Organisation, agreement_id: UUID, key: str) -> Item | None:
    """One thing of the organisation that still waits; None where it doesn't."""
    return next(_items(organisation, [("", agreement_id, key)]), None)


def recent(organisation: Organisation, user_id: UUID) -> tuple[FactVersion, ...]:
    """What this person decided last, newest first, as far as it stands."""
    decided = FactVersion.objects.filter(_DECIDED, organisation=organisation, by_id=user_id, current=True)
    return tuple(decided.select_related("agreement").order_by("-at", "-id")[:_RECENT])


def narrowed_to(organisation: Organisation, narrowed: Narrowed) -> tuple[Agreement | None, Counterparty | None]:
    """The agreement and the counterparty that the queue is narrowed to, by name; one query for each that is given."""
    agreement = counterparty = None
    if narrowed.agreement:
        agreement = Agreement.objects.filter(organisation=organisation, pk=narrowed.agreement).first()
    if narrowed.counterparty:
        counterparty = Counterparty.objects.filter(organisation=organisation, pk=narrowed.counterparty).first()
    return agreement, counterparty


def _facts(organisation: Organisation, narrowed: Narrowed) -> QuerySet[FactVersion]:
    """The current facts that the queue is about, decided or not."""
    return FactVersion.objects.filter(_within(narrowed), organisation=organisation, current=True).exclude(certainty="")


def _questions(organisation: Organisation, narrowed: Narrowed) -> QuerySet[Question]:
    return Question.objects.filter(_within(narrowed), organisation=organisation, settled_at=None)


def _within(narrowed: Narrowed) -> Q:
    found = Q(agreement__state=State.READ)
    if narrowed.group:
        found &= Q(key__in=[spec.key for spec in catalogue().values() if spec.group == narrowed.group])
    if narrowed.agreement:
        found &= Q(agreement=narrowed.agreement)
    if narrowed.counterparty:
        found &= Q(agreement__counterparty=narrowed.counterparty)
    if narrowed.batch:
        found &= Q(agreement__batch=narrowed.batch)
    if narrowed.words:
        found &= Q(agreement__title__icontains=narrowed.words) | Q(
            agreement__counterparty_name__icontains=narrowed.words
        )
    return found


def _unasked(facts: QuerySet[FactVersion]) -> QuerySet[FactVersion]:
    """Facts that wait by themselves: where a question on the same fact is open, the question stands for both."""
    asked = Question.objects.filter(agreement=OuterRef("agreement"), key=OuterRef("key"), settled_at=None)
    return facts.filter(~Exists(asked), state=FactState.PROPOSED)


def _counted(
    facts: QuerySet[FactVersion], questions: QuerySet[Question]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How much waits, and how much was decided, by certainty."""
    waits = dict.fromkeys(Certainty.values, 0)
    decided = dict.fromkeys(Certainty.values, 0)
    for certainty, number in _unasked(facts).order_by().values_list("certainty").annotate(number=Count("pk")):
        waits[certainty] += number
    for certainty, number in facts.filter(_DECIDED).order_by().values_list("certainty").annotate(number=Count("pk")):
        decided[certainty] += number
    waits[Certainty.CONFLICT] += questions.count()
    return waits, decided


_ORDER = ("urgency", "-agreement_id", "place", "key")
_COLUMNS = ("certainty_of", "agreement_id", "key", "urgency", "place")


def _names(
    facts: QuerySet[FactVersion], questions: QuerySet[Question], kinds: tuple[Certainty, ...]
) -> "QuerySet[FactVersion, tuple[str, UUID, str, int, int]]":
    """What waits, by name, in order."""
    asked = questions.annotate(certainty_of=Value(Certainty.CONFLICT.value, CharField())).values_list(*_COLUMNS)
    open_facts = _unasked(facts).filter(certainty__in=kinds)
    read = open_facts.annotate(certainty_of=Value("", CharField())).values_list(*_COLUMNS)
    both = asked.union(read, all=True) if Certainty.CONFLICT in kinds else read
    return both.order_by(*_ORDER)  # type: ignore[return-value]


def _items(organisation: Organisation, named: object) -> Iterator[Item]:
    """The rows behind names, in their order: three queries for however many."""
    names = [(row[1], row[2]) for row in named]  # type: ignore[attr-defined]
    agreements = {agreement for agreement, _ in names}
    keys = {key for _, key in names}
    facts = {
        (row.agreement_id, row.key): row
        for row in FactVersion.objects.filter(
            organisation=organisation, agreement__in=agreements, key__in=keys, current=True
        ).select_related("by")
    }
    questions = {
        (row.agreement_id, row.key): row
        for row in Question.objects.filter(
            organisation=organisation, agreement__in=agreements, key__in=keys, settled_at=None
        )
    }
    rows = {
        row.pk: row
        for row in Agreement.objects.filter(organisation=organisation, pk__in=agreements).select_related(
            "organisation", "counterparty"
        )
    }
    for agreement, key in names:
        fact, question = facts.get((agreement, key)), questions.get((agreement, key))
        if agreement in rows and (question or (fact and fact.state == FactState.PROPOSED)):
            yield Item(rows[agreement], key, fact, question)
