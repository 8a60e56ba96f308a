"""Writes to breaches: recorded with the clocks they start, their facts corrected, calls kept, closed with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Max

from art28.agreement.duties import Action, Duty, Trigger
from art28.notices.breach import BreachFacts
from art28.obligations import start as core
from art28.timelimits.period import InvalidPeriod
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.breaches import drafting, promises
from art28.web.breaches.facts import facts_of, facts_record
from art28.web.breaches.models import Breach, Call, FactsVersion, State, TouchedAgreement
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation, Proof


class StateChanged(Exception):
    """The breach or its draft no longer stands as it did when it was read: somebody else changed it."""


class StillRunning(Exception):
    """A breach can't be closed while a notification that it asks for is neither made nor cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """How the organisation came to know: when it was aware, why that instant counts, and whether a sub-processor told it.

    `ends_by` overrides which instant ends the clock of the notification; None leaves it to the duty. `internal_target` is
    within which time the organisation itself wants to have told; it never stands in for the limit.
    """

    aware_at: datetime
    aware_reason: str
    at_sub_processor: bool
    ends_by: core.Proof | None = None
    internal_target: timedelta | None = None

    @property
    def trigger(self) -> Trigger:
        """The event that this is to an agreement."""
        return Trigger.BREACH_AT_SUB_PROCESSOR if self.at_sub_processor else Trigger.BREACH


@transaction.atomic
def record_breach(
    agreement: Agreement,
    *,
    title: str,
    facts: BreachFacts,
    discovery: Discovery,
    by: User,
    actor: Actor,
    now: datetime,
) -> Breach:
    """Record a breach under `agreement`; its clocks start with it, all or nothing.

    The reference in `facts` is not used: the breach gets its own, the next of the year in which it is recorded.
    """
    organisation = agreement.organisation
    year = now.astimezone(ZoneInfo(organisation.time_zone)).year
    breach = Breach.objects.create(
        organisation=organisation,
        year=year,
        number=_next_number(organisation, year),
        title=title,
        at_sub_processor=discovery.at_sub_processor,
        aware_at=discovery.aware_at,
        aware_reason=discovery.aware_reason,
        recorded_at=now,
        recorded_by=by,
    )
    kept = facts_record(facts)
    FactsVersion.objects.create(organisation=organisation, breach=breach, number=1, facts=kept, at=now, by=by)
    content = {"title": title, "aware_at": discovery.aware_at.isoformat(), "aware_reason": discovery.aware_reason}
    _record(breach, "breach.recorded", actor, now, {**content, "agreement": str(agreement.pk), "facts": kept})
    _touch(
        breach, agreement, facts=facts_of(kept, reference=breach.reference), discovery=discovery, actor=actor, now=now
    )
    return breach


def _next_number(organisation: Organisation, year: int) -> int:
    """The next number of the year; the organisation's row is locked meanwhile, so that no number is given twice."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    last = Breach.objects.filter(organisation=organisation, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _touch(
    breach: Breach,
    agreement: Agreement,
    *,
    facts: BreachFacts,
    discovery: Discovery,
    actor: Actor,
    now: datetime,
) -> None:
    TouchedAgreement.objects.create(
        organisation_id=breach.organisation_id,
        breach=breach,
        agreement=agreement,
        draft=drafting.new(agreement, facts),
    )
    found = promises.duties(agreement)
    for duty in promises.of_event(found, discovery.trigger, agreement):
        row = _start(breach, agreement, duty, found, discovery=discovery, actor=actor, now=now)
        if duty.action is Action.REGISTER_BREACH:
            clocks.end(row, at=now, by=Proof.DONE, reason=breach.reference, actor=actor, now=now)


def _start(
    breach: Breach,
    agreement: Agreement,
    duty: Duty,
    found: tuple[Duty, ...],
    *,
    discovery: Discovery,
    actor: Actor,
    now: datetime,
) -> Obligation:
    told = duty.action is Action.NOTIFY_BREACH

    def started(promised: Duty) -> core.Obligation:
        return core.start(
            promised,
            core.Event(duty.trigger, discovery.aware_at, discovery.aware_reason),
            facts_version=promises.facts_version(agreement, duty),
            zone=ZoneInfo(agreement.organisation.time_zone),
            ends_by=discovery.ends_by if told else None,
            internal_target=discovery.internal_target if told else None,
        )

    try:
        obligation = started(duty)
    except InvalidPeriod:
        # Such as 9,999 years: what can't be counted is due at once, and never keeps a breach unrecorded.
        obligation = started(replace(duty, limit=None))
    subject = subject_of(breach)
    return clocks.start(agreement, obligation, subject=subject, following=found, owner=None, actor=actor, now=now)


def subject_of(breach: Breach) -> Subject:
    """The breach as what starts obligations."""
    return Subject("breach", breach.pk, breach.reference)


@transaction.atomic
def change_facts(
    breach: Breach, *, title: str, facts: BreachFacts, based_on: int, by: User, actor: Actor, now: datetime
) -> FactsVersion:
    """Keep a new version of the facts and let the drafts follow it; what was sent stays as sent.

    `based_on` is the version that the editor saw; raises `StateChanged` where it is no longer the newest.
    """
    Breach.objects.select_for_update().only("id").get(pk=breach.pk)
    newest = FactsVersion.objects.filter(breach=breach).aggregate(newest=Max("number"))["newest"]
    if newest != based_on:
        raise StateChanged(f"the facts are at version {newest}, not {based_on}")
    kept = facts_record(facts)
    version = FactsVersion.objects.create(
        organisation_id=breach.organisation_id, breach=breach, number=based_on + 1, facts=kept, at=now, by=by
    )
    Breach.objects.filter(pk=breach.pk).update(title=title)
    breach.title = title
    known = facts_of(kept, reference=breach.reference)
    for touched in TouchedAgreement.objects.filter(breach=breach, closed_at=None).select_related(
        "agreement__organisation"
    ):
        draft = drafting.refreshed(touched.draft, touched.agreement, known)
        TouchedAgreement.objects.filter(pk=touched.pk).update(draft=draft, version=F("version") + 1)
    _record(breach, "breach.facts_changed", actor, now, {"version": version.number, "title": title, "facts": kept})
    return version


@transaction.atomic
def save_draft(
    touched: TouchedAgreement,
    *,
    answers: Mapping[int, str],
    reasons: Mapping[int, str],
    based_on: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep what somebody wrote in the draft. Raises `StateChanged` where another saved since `based_on`."""
    draft = drafting.written(touched.draft, answers, reasons)
    rows = TouchedAgreement.objects.filter(pk=touched.pk, version=based_on, closed_at=None)
    if rows.update(draft=draft, version=F("version") + 1) != 1:
        raise StateChanged("the draft was changed meanwhile")
    touched.refresh_from_db()
    content = {"agreement": str(touched.agreement_id), "unanswered": drafting.unanswered(draft)}
    _record(touched.breach, "breach.draft_saved", actor, now, content)


@transaction.atomic
def record_call(
    touched: TouchedAgreement,
    *,
    at: datetime,
    reached: bool,
    spoken_to: str,
    note: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Call:
    """Keep a telephone call. One that reached somebody ends a notification clock for which that is enough."""
    call = Call.objects.create(
        organisation_id=touched.organisation_id,
        touched=touched,
        at=at,
        reached=reached,
        spoken_to=spoken_to,
        note=note,
        by=by,
        recorded_at=now,
    )
    content = {"agreement": str(touched.agreement_id), "at": at.isoformat(), "reached": reached, "spoken_to": spoken_to}
    _record(touched.breach, "breach.called", actor, now, content)
    clock = notification(touched)
    if reached and clock is not None and clock.ended_at is None and clock.ends_by == Proof.REACHED:
        clocks.end(clock, at=at, by=Proof.REACHED, reason=str(call.pk), actor=actor, now=now)
    return call


def notification(touched: TouchedAgreement) -> Obligation | None:
    """The clock of the notification under one agreement; None where the organisation has none to make."""
    return clock_of(touched, Action.NOTIFY_BREACH)


def clock_of(touched: TouchedAgreement, action: Action) -> Obligation | None:
    """The clock of one duty under one agreement that the breach touches."""
    rows = clock_queries.about(touched.breach.organisation, subject_kind="breach", subject_id=touched.breach_id)
    return next((row for row in rows if row.agreement_id == touched.agreement_id and row.action == action), None)


@transaction.atomic
def close(breach: Breach, *, reason: str, actor: Actor, now: datetime) -> None:
    """Close the breach; duties to supplement lapse with it, for the same reason. Raises `StillRunning`, `StateChanged`."""
    rows = clock_queries.about(breach.organisation, subject_kind="breach", subject_id=breach.pk)
    running = [row for row in rows if row.ours and row.ended_at is None]
    if any(row.action != Action.FOLLOW_UP_BREACH for row in running):
        raise StillRunning(breach.reference)
    changed = Breach.objects.filter(pk=breach.pk, state=State.OPEN).update(
        state=State.CLOSED, closed_at=now, close_reason=reason
    )
    if changed != 1:
        raise StateChanged(f"breach {breach.reference} is closed already")
    breach.refresh_from_db()
    for row in running:
        clocks.cancel(row, reason=reason[:500], actor=actor, now=now)
    TouchedAgreement.objects.filter(breach=breach, closed_at=None).update(closed_at=now)
    _record(breach, "breach.closed", actor, now, {"reason": reason})


def _record(breach: Breach, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=breach.organisation, actor=actor, kind=kind, subject=breach, at=now, content=content)
