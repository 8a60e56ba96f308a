"""Writes to registers: a measure or lesson is set, which starts its clock, and done, which ends it."""

from datetime import date, datetime

from django.db import transaction

from art28.agreement.duties import Trigger
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.own_duties import run_until
from art28.web.registers.models import Kind, Measure

SUBJECT = "measure"
"""`Obligation.subject_kind` of the clock of a measure."""


@transaction.atomic
def set_measure(
    breach: Breach, *, kind: Kind, text: str, due_on: date, owner: User | None, by: User, actor: Actor, now: datetime
) -> Measure:
    """Keep a measure or lesson and start its clock, which ends at the end of `due_on`. Raises `NotAhead`."""
    organisation = breach.organisation
    row = Measure.objects.create(
        organisation=organisation, breach=breach, kind=kind, text=text, due_on=due_on, made_at=now, made_by=by
    )
    run_until(
        organisation,
        due_on,
        clocks.Subject(SUBJECT, row.pk, f"{breach.reference} · {text}"[:120]),
        trigger=Trigger.BREACH,
        cause=breach.reference,
        gdpr="33(5)",
        owner=owner,
        actor=actor,
        now=now,
    )
    content = {"measure": str(row.pk), "kind": kind, "text": text, "due_on": due_on.isoformat()}
    record(organisation=organisation, actor=actor, kind="measure.set", subject=breach, at=now, content=content)
    return row


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
