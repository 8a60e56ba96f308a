"""Audits that a processor has held of itself: planned with a clock, reported with findings, the next one planned at once."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement.duties import Action, Trigger
from art28.terms import Role
from art28.web.accounts.models import Organisation
from art28.web.acting import By, NotNow
from art28.web.audits import queries
from art28.web.audits.models import Finding, OwnAudit, OwnReport, OwnState
from art28.web.casework import keep_act, move
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.own_duties import run_until
from art28.web.database.numbering import next_number

KIND = "ownaudit"
"""`Obligation.subject_kind` of the clock until it is held (`clocks.filters.EVENTS`)."""
_AT_HAND = 20
_LABEL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An audit of one's own as it is planned."""

    scope: str
    auditor: str
    planned_on: date
    norm: str = ""
    independent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What it came to. `file` is the report as it was handed in, by its name; `next_on` when it is held again."""

    held_on: date
    compliant: bool
    outcome: str
    valid_until: date | None
    next_on: date | None
    file: tuple[str, bytes] | None = None


@transaction.atomic
def plan(organisation: Organisation, wanted: Planned, *, follows: OwnAudit | None = None, by: By) -> OwnAudit:
    """Keep that an audit of one's own is planned; its clock runs until the day. Raises `own_duties.NotAhead`."""
    year, number = next_number(organisation, OwnAudit, by.now)
    row = OwnAudit.objects.create(
        organisation=organisation,
        year=year,
        number=number,
        scope=wanted.scope,
        norm=wanted.norm,
        auditor=wanted.auditor,
        independent=wanted.independent,
        planned_on=wanted.planned_on,
        follows=follows,
        recorded_at=by.now,
        recorded_by=by.user,
    )
    _run(row, by)
    content = {
        "scope": row.scope,
        "norm": row.norm,
        "auditor": row.auditor,
        "independent": row.independent,
        "planned_on": row.planned_on.isoformat(),
        "follows": str(follows.pk) if follows else "",
    }
    keep_act(row, "own_audit.planned", by, content)
    return row


@transaction.atomic
def move_to(row: OwnAudit, *, planned_on: date, reason: str, by: By) -> None:
    """Plan it for another day, with why."""
    move(row, (OwnState.PLANNED,), planned_on=planned_on)
    _stop(row, reason, by)
    _run(row, by)
    keep_act(row, "own_audit.moved", by, {"planned_on": planned_on.isoformat(), "reason": reason})


@transaction.atomic
def report(row: OwnAudit, came: Reported, *, by: By) -> OwnAudit | None:
    """Keep what it came to; its clock ends, and the next one is planned where a day is named. Returns that one."""
    name, data = came.file or ("", b"")
    move(
        row,
        (OwnState.PLANNED,),
        state=OwnState.REPORTED,
        held_on=came.held_on,
        compliant=came.compliant,
        outcome=came.outcome,
        valid_until=came.valid_until,
        report_name=name[:255],
        report_sha256=hashlib.sha256(data).hexdigest() if came.file else "",
        reported_at=by.now,
    )
    if came.file:
        OwnReport.objects.create(own=row, data=data)
    clock = clock_of(row)
    if clock is not None:
        held = datetime.combine(came.held_on, time(12), ZoneInfo(row.organisation.time_zone))
        at = min(held, by.now)
        clocks.end(clock, at=at, by=Proof.DONE, reason=came.outcome[:500], actor=by.actor, now=by.now)
    content = {
        "held_on": came.held_on.isoformat(),
        "compliant": came.compliant,
        "outcome": came.outcome,
        "valid_until": came.valid_until.isoformat() if came.valid_until else "",
        "report_sha256": row.report_sha256,
    }
    keep_act(row, "own_audit.reported", by, content)
    if came.next_on is None:
        return None
    again = Planned(
        scope=row.scope,
        norm=row.norm,
        auditor=row.auditor,
        independent=row.independent,
        planned_on=came.next_on,
    )
    return plan(row.organisation, again, follows=row, by=by)


@transaction.atomic
def close(row: OwnAudit, *, by: By) -> None:
    """It is over: every measure was taken. Raises `NotNow`."""
    if Finding.objects.filter(own=row, done_at=None).exists():
        raise NotNow("measures_left")
    move(row, (OwnState.REPORTED,), state=OwnState.CLOSED, ended_at=by.now)
    keep_act(row, "own_audit.closed", by)


@transaction.atomic
def cancel(row: OwnAudit, *, reason: str, by: By) -> None:
    """It isn't held, and why."""
    move(row, (OwnState.PLANNED,), state=OwnState.CANCELLED, reason=reason, ended_at=by.now)
    _stop(row, reason, by)
    keep_act(row, "own_audit.cancelled", by, {"reason": reason})


def _run(row: OwnAudit, by: By) -> None:
    with translation.override(row.organisation.language):
        cause = _("audit of one's own: %(scope)s") % {"scope": row.scope}
    run_until(
        row.organisation,
        row.planned_on,
        Subject(KIND, row.pk, f"{row.reference} {row.scope}"[:_LABEL]),
        trigger=Trigger.STANDING,
        cause=cause[:_LABEL],
        gdpr="32(1)(d)",
        owner=by.user,
        actor=by.actor,
        now=by.now,
        action=Action.REVIEW_MEASURES,
        bearer=Role.PROCESSOR,
        again=clock_queries.obligations(row.organisation).filter(subject_kind=KIND, subject_id=row.pk).count(),
    )


def _stop(row: OwnAudit, reason: str, by: By) -> None:
    clock = clock_of(row)
    if clock is not None:
        clocks.cancel(clock, reason=reason[:500], actor=by.actor, now=by.now)


def clock_of(row: OwnAudit) -> Obligation | None:
    """The clock until it is held, while that runs."""
    rows = clock_queries.obligations(row.organisation).select_related("organisation")
    return rows.filter(subject_kind=KIND, subject_id=row.pk, ended_at=None).first()


def clocks_of(row: OwnAudit) -> tuple[Obligation, ...]:
    """Its clocks and those of its findings, by what ends first."""
    ids = [row.pk, *row.findings.values_list("pk", flat=True)]
    rows = clock_queries.obligations(row.organisation).filter(subject_kind__in=(KIND, queries.KIND), subject_id__in=ids)
    return tuple(rows.select_related("organisation").order_by("due_at", "made_at", "id"))


def audits(organisation: Organisation) -> QuerySet[OwnAudit]:
    """Audits of one's own, each with its findings and those still open."""
    return counted(OwnAudit.objects.filter(organisation=organisation))


def counted(rows: QuerySet[OwnAudit]) -> QuerySet[OwnAudit]:
    """Each with how many findings it has, and how many are open."""
    open_ = Count("findings", filter=Q(findings__done_at=None))
    return rows.annotate(found=Count("findings"), left=open_)


def audit(organisation: Organisation, own_id: UUID) -> OwnAudit | None:
    """One of them."""
    rows = OwnAudit.objects.filter(organisation=organisation, pk=own_id)
    return rows.select_related("organisation", "follows", "next", "recorded_by").first()


def findings(row: OwnAudit) -> tuple[Finding, ...]:
    """What it found, by when it must be mended."""
    rows = Finding.objects.filter(organisation=row.organisation_id, own=row).select_related("owner")
    return tuple(rows.order_by("due_on", "id"))


def finding(row: OwnAudit, finding_id: UUID) -> Finding | None:
    """One of its findings."""
    return Finding.objects.filter(organisation=row.organisation_id, own=row, pk=finding_id).first()


def at_hand(organisation: Organisation, today: date) -> tuple[OwnAudit, ...]:
    """What can be offered instead of an audit: what was reported and holds, the newest first."""
    rows = OwnAudit.objects.filter(organisation=organisation, state__in=(OwnState.REPORTED, OwnState.CLOSED))
    return tuple(counted(rows.filter(valid_until__gte=today)).order_by("-held_on", "id")[:_AT_HAND])
