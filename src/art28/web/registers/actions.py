"""Writes to registers: a measure or lesson is set, which starts its clock, and done, which ends it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations import start as core
from art28.terms import Role
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof
from art28.web.registers.models import Kind, Measure

SUBJECT = "measure"
"""`Obligation.subject_kind` of the clock of a measure."""


class NotAhead(ValueError):
    """A measure is due after today: its clock ends as that day does."""


@transaction.atomic
def set_measure(
    breach: Breach, *, kind: Kind, text: str, due_on: date, owner: User | None, by: User, actor: Actor, now: datetime
) -> Measure:
    """Keep a measure or lesson and start its clock, which ends at the end of `due_on`. Raises `NotAhead`."""
    organisation = breach.organisation
    zone = ZoneInfo(organisation.time_zone)
    days = (due_on - now.astimezone(zone).date()).days
    if days < 1:
        raise NotAhead(due_on.isoformat())
    row = Measure.objects.create(
        organisation=organisation, breach=breach, kind=kind, text=text, due_on=due_on, made_at=now, made_by=by
    )
    event = core.Event(Trigger.BREACH, now, breach.reference)
    obligation = core.start(_duty(days), event, facts_version="", zone=zone, ends_by=core.Proof.DONE)
    clocks.start_own(
        organisation,
        obligation,
        subject=clocks.Subject(SUBJECT, row.pk, f"{breach.reference} · {text}"[:120]),
        following=(),
        owner=owner,
        actor=actor,
        now=now,
    )
    content = {"measure": str(row.pk), "kind": kind, "text": text, "due_on": due_on.isoformat()}
    record(organisation=organisation, actor=actor, kind="measure.set", subject=breach, at=now, content=content)
    return row


def _duty(days: int) -> Duty:
    """What the organisation laid upon itself: so many plain calendar days, without a shift."""
    return Duty(
        id=f"{Trigger.BREACH}.own.{Action.CARRY_OUT_MEASURE}",
        action=Action.CARRY_OUT_MEASURE,
        trigger=Trigger.BREACH,
        bearer=Role.CONTROLLER,
        beneficiary=Role.CONTROLLER,
        limit=DutyLimit(f"P{days}D", "fixed", "contract", LimitSource.AGREEMENT),
        channels=(),
        content=(),
        citations=(),
        provision="",
        facts=(),
        gdpr="33(5)",
    )


@transaction.atomic
def finish(row: Measure, *, outcome: str, actor: Actor, now: datetime) -> None:
    """Keep that it is done, and how. Raises `clocks.StateChanged` where it was done or cancelled meanwhile."""
    clock = clock_of(row)
    if clock is None:
        raise clocks.StateChanged(str(row.pk))
    clocks.end(clock, at=now, by=Proof.DONE, reason=outcome[:500], actor=actor, now=now)
    content = {"measure": str(row.pk), "outcome": outcome}
    record(organisation=row.organisation, actor=actor, kind="measure.done", subject=row.breach, at=now, content=content)


def clock_of(row: Measure) -> Obligation | None:
    """The clock of a measure."""
    rows = clock_queries.obligations(row.organisation).select_related("organisation")
    return rows.filter(subject_kind=SUBJECT, subject_id=row.pk).first()
