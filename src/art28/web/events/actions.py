"""Writes to events: recorded with the clocks they start, cancelled with a reason that stops them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from art28.agreement.duties import Trigger
from art28.terms import StartReason
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.actions import Subject
from art28.web.events import queries
from art28.web.events.models import Event
from art28.web.events.queries import Said

KINDS: Mapping[Trigger, str] = {
    Trigger.DATA_SUBJECT_REQUEST: "request",
    Trigger.SUB_PROCESSOR_CHANGE: "change",
    Trigger.AUDIT_REQUEST: "audit",
    Trigger.UNLAWFUL_INSTRUCTION: "instruction",
    Trigger.TERMINATION: "ending",
    Trigger.AMENDMENT: "amendment",
    Trigger.DPIA: "assessment",
    Trigger.CLAIM: "claim",
    Trigger.STAFF_SCREENING: "screening",
    Trigger.TRANSFER: "transfer",
}
"""What lists call each kind of event (`clocks.filters.EVENTS`)."""


class AlreadyCancelled(Exception):
    """Somebody else cancelled the event meanwhile."""


@transaction.atomic
def record_event(agreement: Agreement, said: Said, *, by: User, actor: Actor, now: datetime) -> Event:
    """Keep that something happened under `agreement`, and let the clocks run that it starts."""
    organisation = agreement.organisation
    year = now.astimezone(ZoneInfo(organisation.time_zone)).year
    event = Event.objects.create(
        organisation=organisation,
        agreement=agreement,
        trigger=said.trigger.value,
        kind=KINDS[said.trigger],
        year=year,
        number=_next_number(organisation, year),
        title=said.title,
        note=said.note,
        at=said.at,
        start_kind=said.kind.value,
        planned_at=said.planned_at,
        recorded_at=now,
        recorded_by=by,
    )
    content = {
        "agreement": str(agreement.pk),
        "trigger": event.trigger,
        "at": said.at.isoformat(),
        "start_kind": event.start_kind,
        "planned_at": said.planned_at.isoformat() if said.planned_at else None,
        "title": event.title,
        "note": event.note,
    }
    record(organisation=organisation, actor=actor, kind="event.recorded", subject=event, at=now, content=content)
    _start(event, agreement, actor, now)
    return event


def _start(event: Event, agreement: Agreement, actor: Actor, now: datetime) -> None:
    """Start what the event starts; what runs or ran already stays as it is."""
    said = Said(
        Trigger(event.trigger), event.at, StartReason(event.start_kind), event.planned_at, event.title, event.note
    )
    subject, promised = Subject(event.kind, event.pk, event.reference), queries.duties(agreement)
    for starting in queries.would_start(agreement, said):
        if starting.obligation is not None:
            clocks.start(
                agreement, starting.obligation, subject=subject, following=promised, owner=None, actor=actor, now=now
            )


def start_missing(*, agreement: Agreement, actor: Actor, now: datetime, **_: Any) -> None:
    """Start what the agreement promises on its events besides, since a fact was corrected: those that still run."""
    standing = Event.objects.filter(
        organisation=agreement.organisation_id, agreement=agreement, cancelled_at=None
    ).select_related("agreement")
    for event in standing:
        rows = clock_queries.obligations(agreement.organisation).filter(subject_kind=event.kind, subject_id=event.pk)
        if rows.filter(ended_at=None).exists():
            _start(event, agreement, actor, now)


def _next_number(organisation: Organisation, year: int) -> int:
    """The next number of the year; the organisation's row is locked meanwhile, so that no number is given twice."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    last: int | None = Event.objects.filter(organisation=organisation, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def cancel(event: Event, *, reason: str, by: User, actor: Actor, now: datetime) -> int:
    """Take back that it happened: its clocks that still run stop for that reason; returns how many.

    What was done meanwhile stays done. Raises `AlreadyCancelled`.
    """
    standing = Event.objects.filter(pk=event.pk, organisation=event.organisation_id, cancelled_at=None)
    if standing.update(cancelled_at=now, cancelled_by=by, cancel_reason=reason) != 1:
        raise AlreadyCancelled(event.reference)
    event.refresh_from_db()
    rows = clock_queries.obligations(event.organisation).select_related("organisation")
    running = list(rows.filter(subject_kind=event.kind, subject_id=event.pk, ended_at=None))
    for row in running:
        clocks.cancel(row, reason=reason, actor=actor, now=now)
    content = {"reason": reason, "clocks": len(running)}
    record(organisation=event.organisation, actor=actor, kind="event.cancelled", subject=event, at=now, content=content)
    return len(running)
