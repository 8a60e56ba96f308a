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
from art28.web.costs.bearing import Bearing, Why, bearing_of
from art28.web.costs.models import Bearer, CaseKind, CostLine, Incurred, Statement

OFFERED = 100


@dataclass(frozen=True, slots=True)
class Case:
    """For what costs are made, as clocks have it; `key` is the fact that says who pays, `breach` the case if it is one."""

    kind: str
    id: UUID
    label: str
    key: str
    breach: Breach | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """The costs under one agreement: who bears them, and the lines."""

    bearing: Bearing
    lines: tuple[CostLine, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Those in which lines were charged, in the order in which they were made."""
        made = {line.charged.statement.pk: line.charged.statement for line in self.lines if hasattr(line, "charged")}
        return tuple(sorted(made.values(), key=lambda row: row.number))

    @property
    def chargeable(self) -> tuple[CostLine, ...]:
        """Our own lines that stand, are the other side's to bear, and that no statement holds yet."""
        standing = (line for line in self.lines if line.counts and line.priced and not hasattr(line, "charged"))
        return tuple(line for line in standing if self.bearing.on_other_side(line))

    @property
    def refused(self) -> Why | None:
        """Why nothing is charged on by the clause; None where something is, or everything has been."""
        return None if self.chargeable else self.bearing.refused

    def total(self, party: str) -> int:
        """What that party incurred, in cents."""
        return sum(line.cents for line in self.lines if line.incurred_by == party and line.counts)

    @property
    def totals(self) -> tuple[tuple[str, int], ...]:
        """What each party incurred."""
        return tuple((str(label), self.total(value)) for value, label in Incurred.choices)


@dataclass(frozen=True, slots=True)
class Total:
    """What one party bears: minutes and euro cents, estimates apart."""

    bearer: Bearer
    minutes: int
    cents: int
    estimated_cents: int


@dataclass(frozen=True, slots=True)
class Costs:
    """The costs of a case: its lines by day, what each party bears of those that stand, and the same by agreement."""

    kind: str
    id: UUID
    lines: tuple[CostLine, ...]
    totals: tuple[Total, ...]
    accounts: tuple[Account, ...]


def of_breach(breach: Breach) -> Case:
    """A breach as the case that costs are made for."""
    return Case(CaseKind.BREACH.value, breach.pk, breach.reference, "breach.costs", breach)


def lines(organisation: Organisation, kind: str, case_id: UUID) -> QuerySet[CostLine]:
    """Every line about a case, by day."""
    rows = CostLine.objects.filter(organisation=organisation, case_kind=kind, case_id=case_id)
    return rows.select_related("agreement", "made_by", "charged__statement").order_by("on", "id")


def real(organisation: Organisation) -> QuerySet[CostLine]:
    """Every line that was not struck, of whatever case that isn't played."""
    played = Breach.objects.filter(organisation=organisation, exercise__isnull=False)
    rows = CostLine.objects.filter(organisation=organisation, struck_at=None)
    rows = rows.exclude(case_kind=CaseKind.BREACH, case_id__in=played.values("pk"))
    return rows.select_related("agreement", "charged__statement")


def line(organisation: Organisation, kind: str, case_id: UUID, line_id: UUID) -> CostLine | None:
    """One line about a case."""
    rows = lines(organisation, kind, case_id).select_related("organisation", "charged")
    return rows.filter(pk=line_id).first()


def statement(organisation: Organisation, kind: str, case_id: UUID, statement_id: UUID) -> Statement | None:
    """One statement about a case."""
    rows = Statement.objects.filter(organisation=organisation, case_kind=kind, case_id=case_id, pk=statement_id)
    return rows.select_related("organisation", "agreement").first()


def about(organisation: Organisation, *, kind: str, case_id: UUID) -> Costs:
    """What a case took; two queries."""
    rows = tuple(lines(organisation, kind, case_id))
    standing = [row for row in rows if row.struck_at is None]
    totals = (_total(bearer, [row for row in standing if row.bearer == bearer]) for bearer in Bearer)
    borne = tuple(total for total in totals if total.minutes or total.cents or total.estimated_cents)
    return Costs(kind, case_id, rows, borne, _accounts(organisation, rows))


def account(organisation: Organisation, kind: str, case_id: UUID, agreement_id: UUID) -> Account | None:
    """The costs of a case under one agreement; None where nothing was kept under it."""
    rows = lines(organisation, kind, case_id).select_related("agreement__organisation").filter(agreement=agreement_id)
    return next(iter(_accounts(organisation, tuple(rows))), None)


def _accounts(organisation: Organisation, rows: Sequence[CostLine]) -> tuple[Account, ...]:
    """Lines by agreement, in one query."""
    by_agreement: dict[UUID, list[CostLine]] = {}
    held: dict[UUID, Agreement] = {}
    for row in rows:
        by_agreement.setdefault(row.agreement_id, []).append(row)
        held[row.agreement_id] = row.agreement
    said = agreements.facts_in(organisation, set(held), tuple({row.key for row in rows}))
    return tuple(
        Account(
            bearing_of(held[agreement_id], found[0].key, said.get(agreement_id, {}).get(found[0].key)), tuple(found)
        )
        for agreement_id, found in sorted(by_agreement.items(), key=lambda item: held[item[0]].counterparty_name)
    )


def _total(bearer: Bearer, rows: list[CostLine]) -> Total:
    spent = [row for row in rows if row.counts]
    return Total(
        bearer,
        sum(row.minutes for row in spent),
        sum(row.cents for row in spent),
        sum(row.cents for row in rows if row.is_estimate),
    )


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
    """The lines about a breach one after the other, for exporting."""
    yield from lines(breach.organisation, CaseKind.BREACH, breach.pk).iterator(chunk_size=500)
