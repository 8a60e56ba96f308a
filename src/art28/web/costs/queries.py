"""Reads of costs; always of one organisation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.costs.bearing import FACT, Bearing, bearing_of
from art28.web.costs.models import CostLine, Incurred, Statement

OFFERED = 100


@dataclass(frozen=True, slots=True)
class Account:
    """The costs under one agreement: who bears them, the lines, what was charged in which statement."""

    bearing: Bearing
    lines: tuple[CostLine, ...]
    statements: tuple[Statement, ...]

    @property
    def chargeable(self) -> tuple[CostLine, ...]:
        """Our own lines that stand and that no statement holds yet."""
        ours = (line for line in self.lines if line.incurred_by == self.bearing.ours)
        return tuple(line for line in ours if line.struck_at is None and not hasattr(line, "charged"))

    def total(self, party: str) -> int:
        """What that party incurred, in cents."""
        return sum(line.cents for line in self.lines if line.incurred_by == party and line.struck_at is None)

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """What each party incurred."""
        return tuple((str(label), self.total(value)) for value, label in Incurred.choices)


def lines(breach: Breach) -> QuerySet[CostLine]:
    """Every line about a breach, by day."""
    rows = CostLine.objects.filter(organisation=breach.organisation_id, breach=breach)
    return rows.select_related("agreement", "made_by", "struck_by", "charged__statement__breach").order_by("on", "id")


def line(organisation: Organisation, breach_id: UUID, line_id: UUID) -> CostLine | None:
    """One line about a breach."""
    rows = CostLine.objects.filter(organisation=organisation, breach=breach_id, pk=line_id)
    return rows.select_related("organisation", "breach", "charged").first()


def statement(organisation: Organisation, breach_id: UUID, statement_id: UUID) -> Statement | None:
    """One statement about a breach."""
    rows = Statement.objects.filter(organisation=organisation, breach=breach_id, pk=statement_id)
    return rows.select_related("organisation", "breach", "agreement").first()


def accounts(breach: Breach) -> tuple[Account, ...]:
    """The costs by agreement, in a fixed number of queries."""
    organisation = breach.organisation
    by_agreement: dict[UUID, list[CostLine]] = {}
    held: dict[UUID, Agreement] = {}
    for row in lines(breach):
        by_agreement.setdefault(row.agreement_id, []).append(row)
        held[row.agreement_id] = row.agreement
    said = agreements.facts_in(organisation, set(held), (FACT,))
    made: dict[UUID, list[Statement]] = {}
    rows = Statement.objects.filter(organisation=organisation, breach=breach).select_related("breach")
    for each in rows.order_by("number"):
        made.setdefault(each.agreement_id, []).append(each)
    return tuple(
        Account(
            bearing_of(held[agreement_id], said.get(agreement_id, {}).get(FACT)),
            tuple(found),
            tuple(made.get(agreement_id, ())),
        )
        for agreement_id, found in sorted(by_agreement.items(), key=lambda item: held[item[0]].counterparty_name)
    )


def account(breach: Breach, agreement_id: UUID) -> Account | None:
    """The costs under one agreement; None where nothing was kept under it."""
    return next((each for each in accounts(breach) if each.bearing.agreement.pk == agreement_id), None)


def offered(breach: Breach, words: str) -> Sequence[Agreement]:
    """The agreements that a line may belong to: the first hundred that the breach touches and that hold `words`."""
    rows = agreements.agreements(breach.organisation).filter(pk__in=breaches.touched_agreements(breach))
    if words:
        rows = rows.filter(counterparty_name__icontains=words)
    return tuple(rows.order_by("counterparty_name", "title", "id")[:OFFERED])


def touched(breach: Breach, agreement_id: UUID) -> Agreement | None:
    """One agreement that the breach touches."""
    rows = agreements.agreements(breach.organisation).filter(pk__in=breaches.touched_agreements(breach))
    return rows.select_related("organisation").filter(pk=agreement_id).first()


def every(breach: Breach) -> Iterator[CostLine]:
    """The lines one after the other, for exporting."""
    yield from lines(breach).iterator(chunk_size=500)
