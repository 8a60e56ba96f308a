"""Writes to costs: a line is kept, settled anew when an outcome is known, or struck; lines are charged in a statement."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Max

from art28.terms import Role
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.breaches.promises import language
from art28.web.costs.bearing import Bearing, Borne, Why, borne, ours_in
from art28.web.costs.models import Bearer, Charged, CostLine, Ground, Incurred, Statement
from art28.web.costs.queries import Account, Case


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
    """What somebody says of time or expenses: what for, whose (ours where unsaid), how much, who bears it."""

    text: str
    on: date
    minutes: int = 0
    hourly_cents: int = 0
    expense_cents: int | None = None
    is_estimate: bool = False
    beyond_usual: bool = False
    incurred_by: Incurred | None = None
    work: str = ""
    cause: Role | None = None
    bearer: Bearer | None = None
    reason: str = ""


@transaction.atomic
def keep(
    case: Case,
    agreement: Agreement,
    kept: Kept,
    *,
    compliant: bool | None = None,
    by: User,
    actor: Actor,
    now: datetime,
) -> CostLine:
    """Keep a line; who bears it follows from the agreement as it stands, or from `kept.bearer` with its reason."""
    whose = kept.incurred_by or ours_in(agreement)
    role = Role(whose.value) if whose else None
    found = borne(deriving.standing(agreement), case.key, compliant=compliant, cause=kept.cause, incurred_by=role)
    row = CostLine.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        case_kind=case.kind,
        case_id=case.id,
        case_label=case.label,
        key=case.key,
        incurred_by=whose.value if whose else "",
        work=kept.work,
        text=kept.text,
        on=kept.on,
        minutes=kept.minutes,
        hourly_cents=kept.hourly_cents,
        expense_cents=kept.expense_cents,
        is_estimate=kept.is_estimate,
        beyond_usual=kept.beyond_usual,
        cause=kept.cause.value if kept.cause else "",
        bearer=kept.bearer or found.bearer,
        ground=Ground.DECIDED if kept.bearer else found.ground,
        provision=found.provision,
        reason=kept.reason,
        made_at=now,
        made_by=by,
    )
    content = {"line": str(row.pk), "agreement": str(agreement.pk), "subject": str(case.id), "estimate": row.is_estimate,
               **_record(row)}  # fmt: skip
    subject = case.breach or row
    record(organisation=row.organisation, actor=actor, kind="cost.kept", subject=subject, at=now, content=content)
    return row


@transaction.atomic
def settle(agreement: Agreement, *, case_id: UUID, compliant: bool | None, actor: Actor, now: datetime) -> int:
    """Say of the lines whose bearer waited for an outcome who bears them now; returns how many."""
    said = deriving.standing(agreement)
    waiting = CostLine.objects.filter(
        organisation=agreement.organisation_id,
        agreement=agreement,
        case_id=case_id,
        ground=Ground.OUTCOME,
        struck_at=None,
        charged=None,
    )
    rows = list(waiting.select_for_update(of=("self",)))
    for row in rows:
        found = borne(said, row.key, compliant=compliant)
        _bear(row, Borne(found.bearer, Ground.OUTCOME, row.provision), row, {"compliant": compliant}, actor, now)
    return len(rows)


@transaction.atomic
def strike(case: Case, row: CostLine, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Let a line count no longer; it stays readable. Raises `AlreadySettled` where it was charged or struck."""
    standing = CostLine.objects.filter(pk=row.pk, organisation=row.organisation_id, struck_at=None, charged=None)
    if standing.update(struck_at=now, struck_by=by, struck_reason=reason) != 1:
        raise AlreadySettled(str(row.pk))
    content = {"line": str(row.pk), "reason": reason}
    subject = case.breach or row
    record(organisation=row.organisation, actor=actor, kind="cost.struck", subject=subject, at=now, content=content)


@transaction.atomic
def charge(case: Case, account: Account, *, by: User, actor: Actor, now: datetime) -> Statement:
    """Charge our lines under an agreement to the other side, as it says. Raises `NotCharged` or `NothingToCharge`."""
    if account.refused is not None:
        raise NotCharged(account.refused)
    said, agreement = account.bearing, account.bearing.agreement
    wanted = CostLine.objects.select_for_update(of=("self",)).filter(pk__in=[line.pk for line in account.chargeable])
    lines = list(wanted.filter(struck_at=None, charged=None).order_by("on", "id"))
    if not lines:
        raise NothingToCharge
    _follow(case, said, lines, actor, now)
    earlier = Statement.objects.filter(
        organisation=agreement.organisation_id, case_kind=case.kind, case_id=case.id, agreement=agreement
    )
    row = Statement.objects.create(
        organisation=agreement.organisation,
        case_kind=case.kind,
        case_id=case.id,
        case_label=case.label,
        is_exercise=case.breach is not None and case.breach.exercise_id is not None,
        agreement=agreement,
        number=(earlier.aggregate(last=Max("number"))["last"] or 0) + 1,
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
        Charged.objects.create(organisation=row.organisation, line=line, statement=row)
    content = {"statement": row.reference, "agreement": str(agreement.pk), "addressee": row.addressee,
               "clause": row.clause, "lines": [str(line.pk) for line in lines], "cents": row.cents}  # fmt: skip
    subject = case.breach or row
    record(organisation=row.organisation, actor=actor, kind="cost.charged", subject=subject, at=now, content=content)
    return row


def _follow(case: Case, said: Bearing, lines: list[CostLine], actor: Actor, now: datetime) -> None:
    """Write down who bears lines where the clause says otherwise now than when they were kept."""
    for line in lines:
        found = said.borne(line)
        if found != Borne(Bearer(line.bearer), Ground(line.ground), line.provision):
            _bear(line, found, case.breach or line, {}, actor, now)


def _bear(
    row: CostLine, found: Borne, subject: models.Model, more: dict[str, Any], actor: Actor, now: datetime
) -> None:
    row.bearer, row.ground, row.provision = found.bearer, found.ground, found.provision
    row.save(update_fields=("bearer", "ground", "provision"))
    content = {"line": str(row.pk), **_settled(row), **more}
    record(organisation=row.organisation, actor=actor, kind="cost.settled", subject=subject, at=now, content=content)


def _settled(row: CostLine) -> dict[str, Any]:
    return {"bearer": row.bearer, "ground": row.ground, "provision": row.provision}


def _record(row: CostLine) -> dict[str, Any]:
    return {
        "incurred_by": row.incurred_by,
        "work": row.work,
        "text": row.text,
        "on": row.on.isoformat(),
        "minutes": row.minutes,
        "hourly_cents": row.hourly_cents,
        "beyond_usual": row.beyond_usual,
        "expense_cents": row.expense_cents,
        "cents": row.cents,
        "reason": row.reason,
        **_settled(row),
    }
