"""Writes: a cost is written down with who bears it, settled anew when an outcome is known, or taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from art28.obligations.paying import bearer as bearer_of
from art28.terms import Role
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.expenses.models import Bearer, ExpenseLine, Ground


class AlreadyTakenBack(Exception):
    """Somebody took the line back before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What was spent: on what, when, how long, how much, whether that is an estimate, and with whom the cause lies."""

    what: str
    on: date
    minutes: int = 0
    cents: int | None = None
    is_estimate: bool = False
    cause: Role | None = None
    bearer: Bearer | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class For:
    """For what it was spent: subject as obligations have it, and the fact of the agreement that says who pays."""

    kind: str
    id: UUID
    label: str
    key: str


@transaction.atomic
def add(
    agreement: Agreement,
    cost: Cost,
    spent_for: For,
    *,
    compliant: bool | None = None,
    by: User,
    actor: Actor,
    now: datetime,
) -> ExpenseLine:
    """Write a line down; who bears it follows from the agreement as it stands, or from `cost.bearer` with its reason."""
    paid = bearer_of(deriving.standing(agreement), spent_for.key, compliant=compliant, cause=cost.cause)
    found = Bearer(paid.party.value) if paid.party else Bearer.OPEN
    row = ExpenseLine.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        subject_kind=spent_for.kind,
        subject_id=spent_for.id,
        subject_label=spent_for.label,
        key=spent_for.key,
        what=cost.what,
        on=cost.on,
        minutes=cost.minutes,
        cents=cost.cents,
        is_estimate=cost.is_estimate,
        bearer=cost.bearer or found,
        ground=Ground.DECIDED if cost.bearer else Ground(paid.ground.value),
        provision=paid.provision,
        reason=cost.reason,
        by=by,
        at=now,
    )
    content = {
        "agreement": str(agreement.pk),
        "subject": str(spent_for.id),
        "what": cost.what,
        "minutes": cost.minutes,
        "cents": cost.cents,
        "estimate": cost.is_estimate,
        "bearer": row.bearer,
        "ground": row.ground,
        "provision": row.provision,
        "reason": cost.reason,
    }
    record(organisation=row.organisation, actor=actor, kind="expense.added", subject=row, at=now, content=content)
    return row


@transaction.atomic
def settle(agreement: Agreement, *, subject_id: UUID, compliant: bool | None, actor: Actor, now: datetime) -> int:
    """Say of the lines whose bearer waited for an outcome who bears them now; returns how many."""
    said = deriving.standing(agreement)
    waiting = ExpenseLine.objects.filter(
        organisation=agreement.organisation_id,
        agreement=agreement,
        subject_id=subject_id,
        ground=Ground.OUTCOME,
        taken_back_at=None,
    )
    rows = list(waiting.select_for_update())
    for row in rows:
        paid = bearer_of(said, row.key, compliant=compliant)
        row.bearer = Bearer(paid.party.value) if paid.party else Bearer.OPEN
        row.save(update_fields=("bearer",))
        content = {"bearer": row.bearer, "compliant": compliant}
        record(
            organisation=agreement.organisation,
            actor=actor,
            kind="expense.settled",
            subject=row,
            at=now,
            content=content,
        )
    return len(rows)


@transaction.atomic
def take_back(row: ExpenseLine, *, reason: str, actor: Actor, now: datetime) -> None:
    """Take a line back that was wrong; it stays readable. Raises `AlreadyTakenBack`."""
    standing = ExpenseLine.objects.filter(pk=row.pk, organisation=row.organisation_id, taken_back_at=None)
    if standing.update(taken_back_at=now, taken_back_reason=reason) != 1:
        raise AlreadyTakenBack
    row.refresh_from_db()
    record(
        organisation=row.organisation,
        actor=actor,
        kind="expense.taken_back",
        subject=row,
        at=now,
        content={"reason": reason},
    )
