"""Reads of costs: what a piece of work took, and what each party bears of it."""

from dataclasses import dataclass
from uuid import UUID

from art28.web.accounts.models import Organisation
from art28.web.expenses.models import Bearer, ExpenseLine


@dataclass(frozen=True, slots=True)
class Total:
    """What one party bears: minutes and euro cents, estimates apart."""

    bearer: Bearer
    minutes: int
    cents: int
    estimated_cents: int


@dataclass(frozen=True, slots=True)
class Costs:
    """The lines of a subject, oldest first, and what each party bears of those that stand."""

    lines: tuple[ExpenseLine, ...]
    totals: tuple[Total, ...]


def about(organisation: Organisation, *, subject_kind: str, subject_id: UUID) -> Costs:
    """What one subject took; one query."""
    rows = ExpenseLine.objects.filter(organisation=organisation, subject_kind=subject_kind, subject_id=subject_id)
    lines = tuple(rows.select_related("agreement", "by").order_by("at", "id"))
    standing = [line for line in lines if line.taken_back_at is None]
    totals = (_total(bearer, [line for line in standing if line.bearer == bearer]) for bearer in Bearer)
    return Costs(lines, tuple(total for total in totals if total.minutes or total.cents or total.estimated_cents))


def line(organisation: Organisation, line_id: UUID) -> ExpenseLine | None:
    """One line."""
    return ExpenseLine.objects.filter(organisation=organisation, pk=line_id).select_related("organisation").first()


def _total(bearer: Bearer, lines: list[ExpenseLine]) -> Total:
    spent = [line for line in lines if not line.is_estimate]
    return Total(
        bearer,
        sum(line.minutes for line in spent),
        sum(line.cents or 0 for line in spent),
        sum(line.cents or 0 for line in lines if line.is_estimate),
    )
