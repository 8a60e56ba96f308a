"""Writes to costs: a line is kept or struck, and lines are charged in a statement."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.breaches.promises import language
from art28.web.costs.bearing import Why
from art28.web.costs.models import Charged, CostLine, Statement
from art28.web.costs.queries import Account


class NotCharged(Exception):
    """The agreement doesn't let these costs be charged on; `why` says for which reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


class NothingToCharge(Exception):
    """No line of ours stands that isn't charged yet."""


class AlreadySettled(Exception):
    """The line was charged or struck before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What somebody says of time or expenses."""

    incurred_by: str
    work: str
    text: str
    on: date
    minutes: int
    hourly_cents: int
    expense_cents: int


@transaction.atomic
def keep(breach: Breach, agreement: Agreement, kept: Kept, *, by: User, actor: Actor, now: datetime) -> CostLine:
    """Keep a line under an agreement that the breach touches."""
    row = CostLine.objects.create(
        organisation=breach.organisation,
        breach=breach,
        agreement=agreement,
        incurred_by=kept.incurred_by,
        work=kept.work,
        text=kept.text,
        on=kept.on,
        minutes=kept.minutes,
        hourly_cents=kept.hourly_cents,
        expense_cents=kept.expense_cents,
        made_at=now,
        made_by=by,
    )
    content = {"line": str(row.pk), "agreement": str(agreement.pk), **_record(row)}
    record(organisation=breach.organisation, actor=actor, kind="cost.kept", subject=breach, at=now, content=content)
    return row


@transaction.atomic
def strike(row: CostLine, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Let a line count no longer. Raises `AlreadySettled` where it was charged or struck."""
    standing = CostLine.objects.filter(pk=row.pk, organisation=row.organisation_id, struck_at=None, charged=None)
    if standing.update(struck_at=now, struck_by=by, struck_reason=reason) != 1:
        raise AlreadySettled(str(row.pk))
    content = {"line": str(row.pk), "reason": reason}
    record(organisation=row.organisation, actor=actor, kind="cost.struck", subject=row.breach, at=now, content=content)


@transaction.atomic
def charge(account: Account, breach: Breach, *, by: User, actor: Actor, now: datetime) -> Statement:
    """Charge our lines under an agreement to the other side, as it says. Raises `NotCharged` or `NothingToCharge`."""
    said = account.bearing
    if said.refused is not None:
        raise NotCharged(said.refused)
    agreement = said.agreement
    wanted = CostLine.objects.select_for_update(of=("self",)).filter(pk__in=[line.pk for line in account.chargeable])
    lines = list(wanted.filter(struck_at=None, charged=None).order_by("on", "id"))
    if not lines:
        raise NothingToCharge
    earlier = Statement.objects.filter(breach=breach, agreement=agreement).aggregate(last=Max("number"))["last"]
    row = Statement.objects.create(
        organisation=breach.organisation,
        breach=breach,
        agreement=agreement,
        number=(earlier or 0) + 1,
        addressee=agreement.counterparty_name,
        language=language(agreement).value,
        clause=said.clause,
        passage=said.passage,
        lines=[_record(line) for line in lines],
        cents=sum(line.cents for line in lines),
        made_at=now,
        made_by=by,
    )
    for line in lines:
        Charged.objects.create(organisation=breach.organisation, line=line, statement=row)
    content = {"statement": row.reference, "agreement": str(agreement.pk), "addressee": row.addressee,
               "clause": row.clause, "lines": [str(line.pk) for line in lines], "cents": row.cents}  # fmt: skip
    record(organisation=breach.organisation, actor=actor, kind="cost.charged", subject=breach, at=now, content=content)
    return row


def _record(row: CostLine) -> dict[str, Any]:
    return {
        "incurred_by": row.incurred_by,
        "work": row.work,
        "text": row.text,
        "on": row.on.isoformat(),
        "minutes": row.minutes,
        "hourly_cents": row.hourly_cents,
        "expense_cents": row.expense_cents,
        "cents": row.cents,
    }
