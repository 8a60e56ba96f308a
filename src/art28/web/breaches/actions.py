"""Writes to breaches: recorded with the clocks they start, their facts corrected, calls kept, closed with a reason."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import translation
from django.utils.translation import gettext

from art28.agreement.duties import Action
from art28.notices.breach import BreachFacts
from art28.obligations import start as core
from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches import developing, drafting, fanout, instants, promises, queries
from art28.web.breaches.facts import facts_of, facts_record
from art28.web.breaches.models import Breach, Call, FactsVersion, State, TouchedAgreement
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof
from art28.web.clocks.models import State as ClockState
from art28.web.exercises.models import Exercise
from art28.web.notices import actions as outbox
from art28.web.notices import queries as outbox_queries


class StateChanged(Exception):
    """The breach or its draft no longer stands as it did when it was read: somebody else changed it."""


class NothingTouched(ValueError):
    """A breach is recorded under one agreement at least: what isn't known yet counts as touched."""


class StillRunning(Exception):
    """A breach can't be closed while a notification that it asks for is neither made nor cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """How the organisation came to know: when it was aware, why that instant counts, and whether a sub-processor told it.

    `ends_by` overrides which instant ends the clock of the notification; None leaves it to the duty. `internal_target` is
    within which time the organisation itself wants to have told; it never stands in for the limit. `instants` holds what is
    known beside awareness: an agreement whose clock starts with one of these counts from it.
    """

    aware_at: datetime
    aware_reason: str
    at_sub_processor: bool
    ends_by: core.Proof | None = None
    internal_target: timedelta | None = None
    instants: Mapping[Instant, Known] = field(default_factory=dict)


@transaction.atomic
def record_breach(
    organisation: Organisation,
    agreement_ids: Iterable[UUID],
    *,
    title: str,
    facts: BreachFacts,
    discovery: Discovery,
    by: User,
    actor: Actor,
    now: datetime,
    exercise: Exercise | None = None,
) -> Breach:
    """Record a breach that touches these agreements of the organisation, with the clocks of the first chunk of them.

    What is beyond that chunk waits for the worker (`fanout`). The reference in `facts` is not used: the breach gets its own,
    the next of the year in which it is recorded; one that is played in an `exercise` has that one's. Raises `NothingTouched`
    for no agreement at all.
    """
    year = exercise.year if exercise else now.astimezone(ZoneInfo(organisation.time_zone)).year
    breach = Breach.objects.create(
        organisation=organisation,
        year=year,
        number=exercise.number if exercise else _next_number(organisation, year),
        exercise=exercise,
        title=title,
        at_sub_processor=discovery.at_sub_processor,
        aware_at=discovery.aware_at,
        aware_reason=discovery.aware_reason,
        ends_by=discovery.ends_by.value if discovery.ends_by else "",
        target_minutes=discovery.internal_target // timedelta(minutes=1) if discovery.internal_target else None,
        recorded_at=now,
        recorded_by=by,
    )
    kept = facts_record(facts)
    FactsVersion.objects.create(organisation=organisation, breach=breach, number=1, facts=kept, at=now, by=by)
    began = instants.keep(breach, discovery.instants, facts)
    touched = fanout.freeze(breach, agreement_ids)
    if not touched["agreements"]:
        raise NothingTouched
    content = {"title": title, "aware_at": discovery.aware_at.isoformat(), "aware_reason": discovery.aware_reason}
    _record(breach, "breach.recorded", actor, now, {**content, **touched, "instants": began, "facts": kept})
    fanout.start_chunk(breach, actor=actor, now=now)
    return breach


def _next_number(organisation: Organisation, year: int) -> int:
    """The next number of the year; the organisation's row is locked meanwhile, so that no number is given twice."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    last = Breach.objects.filter(organisation=organisation, year=year, exercise=None).aggregate(last=Max("number"))[
        "last"
    ]
    return (last or 0) + 1


@transaction.atomic
def change_facts(
    breach: Breach,
    *,
    title: str,
    facts: BreachFacts,
    based_on: int,
    news: bool = False,
    by: User,
    actor: Actor,
    now: datetime,
) -> FactsVersion:
    """Keep a new version of the facts and let the drafts follow it; what was sent stays as sent, and what is new is owed.

    `based_on` is the version that the editor saw; raises `StateChanged` where it is no longer the newest. What was
    answered to questions that no field holds stays, but for those that `facts` answer anew; an empty answer takes one away.
    What is `news` is owed where no field says it too, such as when the breach became known.
    """
    Breach.objects.select_for_update().only("id").get(pk=breach.pk)
    newest = FactsVersion.objects.filter(breach=breach).order_by("-number").first()
    if newest is None or newest.number != based_on:
        raise StateChanged(f"the facts are at version {newest and newest.number}, not {based_on}")
    kept = facts_record(facts)
    answers = {**newest.facts.get("answers", {}), **kept["answers"]}
    kept["answers"] = {key: answer for key, answer in answers.items() if answer}
    version = FactsVersion.objects.create(
        organisation_id=breach.organisation_id, breach=breach, number=based_on + 1, facts=kept, at=now, by=by
    )
    Breach.objects.filter(pk=breach.pk).update(title=title)
    breach.title = title
    _refresh_drafts(breach, facts_of(kept, reference=breach.reference))
    _record(breach, "breach.facts_changed", actor, now, {"version": version.number, "title": title, "facts": kept})
    if news or kept != newest.facts:
        developing.owe(breach, version, actor=actor, now=now)
    return version


def _refresh_drafts(breach: Breach, facts: BreachFacts) -> None:
    """Let the drafts in which somebody wrote follow the facts; the others are drawn from them when they are read."""
    standing = TouchedAgreement.objects.filter(breach=breach, closed_at=None)
    _redraw(standing.filter(draft__isnull=False), breach, facts)
    standing.filter(draft__isnull=True).update(version=F("version") + 1)


def _redraw(written: QuerySet[TouchedAgreement], breach: Breach, facts: BreachFacts) -> None:
    rows = list(written.select_related("agreement__organisation"))
    said = promises.promised(breach.organisation, [row.agreement_id for row in rows])
    for row in rows:
        proposed = drafting.new(row.agreement, said[row.agreement_id], facts)
        draft = drafting.refreshed(row.questions, proposed)
        TouchedAgreement.objects.filter(pk=row.pk).update(draft=draft, version=F("version") + 1)


def redraw(organisation: Organisation, agreement_ids: Collection[UUID] | QuerySet[Any, Any]) -> None:
    """Let the drafts under these agreements follow their questionnaires, within the caller's transaction.

    An answer that somebody wrote stays with its question, also where the question got other words; what was sent stays.
    """
    standing = TouchedAgreement.objects.filter(organisation=organisation, agreement__in=agreement_ids, closed_at=None)
    written = standing.filter(draft__isnull=False).select_related("breach__organisation")
    for breach in {row.breach_id: row.breach for row in written}.values():
        newest = FactsVersion.objects.filter(breach=breach).order_by("-number")[0]
        _redraw(
            standing.filter(breach=breach, draft__isnull=False),
            breach,
            facts_of(newest.facts, reference=breach.reference),
        )
    standing.filter(draft__isnull=True).update(version=F("version") + 1)


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
    draft = drafting.written(touched.questions, answers, reasons)
    rows = TouchedAgreement.objects.filter(pk=touched.pk, version=based_on, closed_at=None)
    if rows.update(draft=draft, version=F("version") + 1) != 1:
        raise StateChanged("the draft was changed meanwhile")
    touched.refresh_from_db(fields=("draft", "version"))
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
    confirmed: bool = False,
) -> Call:
    """Keep a telephone call. One that reached somebody ends a notification clock for which that is enough.

    `confirmed` says that whoever was reached confirmed receipt of the last notice, which then counts as confirmed by them.
    """
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
    if reached and confirmed:
        _confirm_by_call(touched, call, actor=actor, now=now)
    return call


def _confirm_by_call(touched: TouchedAgreement, call: Call, *, actor: Actor, now: datetime) -> None:
    """Let the last notice under the agreement count as received, by whom and when the call says."""
    sent = outbox_queries.about(
        touched.breach.organisation, subject_id=touched.breach_id, under=(touched.agreement_id,)
    )
    if not sent:
        return
    message = outbox_queries.message(touched.breach.organisation, sent[-1].carrier_id or sent[-1].pk)
    if message is None or message.acknowledged_at is not None:
        return
    with translation.override(touched.organisation.language):
        name = gettext("%(who)s, by telephone (kept by %(by)s)") % {"who": call.spoken_to or "–", "by": call.by}
    outbox.acknowledge(message, name=name, at=max(call.at, message.handed_over_at), now=now, actor=actor)


def notification(touched: TouchedAgreement) -> Obligation | None:
    """The clock of the notification under one agreement; None where the organisation has none to make."""
    return clock_of(touched, Action.NOTIFY_BREACH)


def clock_of(touched: TouchedAgreement, action: Action) -> Obligation | None:
    """The clock of one duty under one agreement that the breach touches."""
    rows = clock_queries.about(
        touched.breach.organisation,
        subject_kind=touched.breach.subject_kind,
        subject_id=touched.breach_id,
        under=(touched.agreement_id,),
    )
    return next((row for row in rows if row.action == action), None)


@transaction.atomic
def close(breach: Breach, *, reason: str, actor: Actor, now: datetime) -> None:
    """Close the breach; duties to supplement lapse with it, for the same reason. Raises `StillRunning`, `StateChanged`."""
    running = clock_queries.running(breach.organisation, subject_kind=breach.subject_kind, subject_id=breach.pk)
    waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None, excluded_at=None)
    if queries.unended(breach).exists() or waiting.exists():
        raise StillRunning(breach.reference)
    lapsing = list(running)
    changed = Breach.objects.filter(pk=breach.pk, state=State.OPEN).update(
        state=State.CLOSED, closed_at=now, close_reason=reason
    )
    if changed != 1:
        raise StateChanged(f"breach {breach.reference} is closed already")
    breach.refresh_from_db()
    for row in lapsing:
        clocks.cancel(row, reason=reason[:500], actor=actor, now=now)
    TouchedAgreement.objects.filter(breach=breach, closed_at=None).update(closed_at=now)
    _record(breach, "breach.closed", actor, now, {"reason": reason})


@transaction.atomic
def call_off(breach: Breach, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Close a breach that was only played, whatever still runs: its clocks lapse, and those still to start never do."""
    if not breach.exercise_id:
        raise ValueError(f"breach {breach.reference} is real: it is closed once all has been told")
    running = clock_queries.obligations(breach.organisation).filter(subject_id=breach.pk, ended_at=None)
    for row in running.select_related("organisation"):
        clocks.cancel(row, reason=reason[:500], actor=actor, now=now)
    TouchedAgreement.objects.filter(breach=breach, started_at=None, excluded_at=None).update(
        excluded_at=now, excluded_by=by, excluded_reason=reason
    )
    TouchedAgreement.objects.filter(breach=breach, closed_at=None).update(closed_at=now)
    changed = Breach.objects.filter(pk=breach.pk, state=State.OPEN).update(
        state=State.CLOSED, closed_at=now, close_reason=reason
    )
    if changed:
        _record(breach, "breach.closed", actor, now, {"reason": reason})


@transaction.atomic
def exclude(touched: TouchedAgreement, *, reason: str, by: User, actor: Actor, now: datetime) -> None:
    """Keep that the breach does not touch this agreement after all, and why; its clocks stop for that reason.

    Raises `StateChanged` where it was excluded, told or closed meanwhile: who has been told is not untold.
    """
    standing = TouchedAgreement.objects.filter(pk=touched.pk, excluded_at=None, sent=0, closed_at=None)
    if standing.update(excluded_at=now, excluded_by=by, excluded_reason=reason, version=F("version") + 1) != 1:
        raise StateChanged(f"agreement {touched.agreement_id} no longer stands as it was read")
    for row in _clocks(touched).filter(ended_at=None):
        clocks.cancel(row, reason=reason[:500], actor=actor, now=now)
    content = {"agreement": str(touched.agreement_id), "reason": reason}
    _record(touched.breach, "breach.agreement_excluded", actor, now, content)


@transaction.atomic
def include(touched: TouchedAgreement, *, actor: Actor, now: datetime) -> None:
    """Undo `exclude`: the agreement counts as touched again, and its clocks run on from where they began."""
    excluded = TouchedAgreement.objects.filter(pk=touched.pk, excluded_at__isnull=False, closed_at=None)
    at = touched.excluded_at
    changed = excluded.update(excluded_at=None, excluded_by=None, excluded_reason="", version=F("version") + 1)
    if changed != 1:
        raise StateChanged(f"agreement {touched.agreement_id} is not excluded")
    for row in _clocks(touched).filter(state=ClockState.CANCELLED, ended_at=at):
        clocks.revive(row, reason=touched.breach.reference, actor=actor, now=now)
    content = {"agreement": str(touched.agreement_id)}
    _record(touched.breach, "breach.agreement_included", actor, now, content)


def _clocks(touched: TouchedAgreement) -> QuerySet[Obligation]:
    rows = clock_queries.obligations(touched.breach.organisation).select_related("organisation")
    return rows.filter(subject_id=touched.breach_id, agreement_id=touched.agreement_id, ours=True)


def _record(breach: Breach, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=breach.organisation, actor=actor, kind=kind, subject=breach, at=now, content=content)
