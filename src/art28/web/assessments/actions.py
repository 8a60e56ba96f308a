"""Writes of the controller's side: awareness, decision, consultation, answers, notification, telling people.

Each is one transaction with what it does to the clocks. art28 never notifies the authority itself: it keeps that it was done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import F

from art28.agreement.duties import Action, Duty
from art28.assessing.answering import AnsweredSection
from art28.assessing.form import AuthorityForm
from art28.assessing.letter import PeopleLetter
from art28.assessing.severity import Scored, Severity
from art28.obligations import start as core
from art28.obligations.record import duty_of
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.assessments import queries
from art28.web.assessments.models import (
    About,
    Awareness,
    Consultation,
    Decision,
    Notification,
    ProofBytes,
    Risk,
    Told,
    WrittenAnswers,
)
from art28.web.assessments.queries import Case, Wanted
from art28.web.audit.actions import record
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks import queries as clock_queries
from art28.web.clocks.models import Obligation, Proof, State


class NotOurs(Exception):
    """The notification is another's to make: under no agreement does it fall to this organisation."""


class LaterThanItCounts(Exception):
    """The new reading counts from later than a clock that runs; that loosens it, so a person says so expressly."""


class InconsistentDecision(ValueError):
    """What was decided does not hold together; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ConsultationWanted(Exception):
    """Agreements want the processor consulted first; `wanted` are those in which that is not recorded."""

    def __init__(self, wanted: tuple[Wanted, ...]) -> None:
        super().__init__(", ".join(str(each.agreement.pk) for each in wanted))
        self.wanted = wanted


class ReasonsWanted(Exception):
    """The notification came after the limit: it is kept with the reasons for that (Art. 33(1), last sentence)."""


class DecidedOtherwise(Exception):
    """The decision that stands says the opposite; decide anew first."""


class StateChanged(Exception):
    """Somebody else saved meanwhile."""


@transaction.atomic
def set_awareness(
    found: Case,
    *,
    received_at: datetime | None,
    known_at: datetime | None,
    reason: str,
    may_loosen: bool,
    by: User,
    actor: Actor,
    now: datetime,
) -> Awareness:
    """Keep from when the controller counts as aware, and let the clocks that run count from there.

    A stricter reading holds at once; a looser one wants `may_loosen`, else `LaterThanItCounts`. Raises `NotOurs`.
    """
    if not found.ours:
        raise NotOurs
    row = Awareness(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=queries.next_number(Awareness, found.breach),
        received_at=received_at,
        known_at=known_at,
        reason=reason,
        at=now,
        by=by,
    )
    if not may_loosen and any(row.counts_from > clock.started_at for clock in found.running):
        raise LaterThanItCounts
    row.save(force_insert=True)
    for clock in found.running:
        if clock.started_at != row.counts_from:
            _count_anew(clock, row, actor=actor, now=now)
    content = {"received_at": _iso(received_at), "known_at": _iso(known_at), "reason": reason, "number": row.number}
    _record(found.breach, "assessment.awareness_set", actor, now, content)
    return row


def _count_anew(clock: Obligation, aware: Awareness, *, actor: Actor, now: datetime) -> None:
    """An obligation stays as it was made: the old one is cancelled, and one that counts from the new instant starts."""
    duty = duty_of(clock.duty)
    anew = replace(duty, id=f"{duty.id.split('#')[0]}#{aware.number}")
    obligation = _begun(
        clock.organisation, anew, at=aware.counts_from, reason=aware.reason, version=clock.facts_version
    )
    clocks.cancel(clock, reason=aware.reason, actor=actor, now=now)
    subject = clocks.Subject(clock.subject_kind, clock.subject_id, clock.subject_label)
    if clock.agreement is not None:
        clocks.start(
            clock.agreement, obligation, subject=subject, following=(), owner=clock.owner, actor=actor, now=now
        )


def _begun(organisation: Organisation, duty: Duty, *, at: datetime, reason: str, version: str = "") -> core.Obligation:
    event = core.Event(duty.trigger, at, reason[:300])
    zone = ZoneInfo(organisation.time_zone)
    return core.start(duty, event, facts_version=version, zone=zone, ends_by=core.Proof.DONE)


def _start_own(found: Case, duty: Duty, *, at: datetime, reason: str, actor: Actor, now: datetime) -> None:
    """Start a clock that the law lays on the controller itself, with the owner of the notification's."""
    breach = found.breach
    clocks.start_own(
        breach.organisation,
        _begun(breach.organisation, duty, at=at, reason=reason),
        subject=clocks.Subject("breach", breach.pk, breach.reference),
        following=(),
        owner=found.clock.owner if found.clock else None,
        actor=actor,
        now=now,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decides. `severity` is what the method gave, with `scored` the choices behind it; None where unused."""

    risk: Risk
    authority: bool
    people: bool
    reasons: str
    exception: str = ""
    exception_reasons: str = ""
    scored: Scored | None = None
    severity: Severity | None = None

    def check(self) -> None:
        """Raise `InconsistentDecision` where the parts don't hold together; the score has no say in that."""
        if not self.reasons.strip():
            raise InconsistentDecision("reasons")
        if self.risk != Risk.UNLIKELY and not self.authority:
            raise InconsistentDecision("authority")
        if self.exception and not self.exception_reasons.strip():
            raise InconsistentDecision("exception_reasons")
        if self.people and self.exception:
            raise InconsistentDecision("exception")
        if self.risk == Risk.HIGH and not self.people and not self.exception:
            raise InconsistentDecision("people")


@transaction.atomic
def decide(found: Case, choice: Choice, *, by: User, actor: Actor, now: datetime) -> Decision:
    """Keep a decision as the next version. What need not be notified stops its clock; what must be runs on.

    Raises `InconsistentDecision`, `NotOurs`.
    """
    choice.check()
    if not found.ours:
        raise NotOurs
    number = queries.next_number(Decision, found.breach)
    row = Decision.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=number,
        risk=choice.risk,
        authority=choice.authority,
        people=choice.people,
        exception=choice.exception,
        exception_reasons=choice.exception_reasons,
        reasons=choice.reasons,
        scored=queries.scored_record(choice.scored) if choice.scored else None,
        score=str(choice.severity.score) if choice.severity else "",
        level=choice.severity.level.value if choice.severity else "",
        at=now,
        by=by,
    )
    _authority_clocks(found, choice, actor=actor, now=now)
    _people_clock(found, choice, actor=actor, now=now)
    content = {
        "number": number,
        "risk": choice.risk,
        "authority": choice.authority,
        "people": choice.people,
        "exception": choice.exception,
        "reasons": choice.reasons,
        "exception_reasons": choice.exception_reasons,
        "score": row.score,
    }
    _record(found.breach, "assessment.decided", actor, now, content)
    return row


def _authority_clocks(found: Case, choice: Choice, *, actor: Actor, now: datetime) -> None:
    if not choice.authority:
        for clock in found.running:
            clocks.cancel(clock, reason=choice.reasons[:500], actor=actor, now=now)
        return
    before = found.decision
    if before is not None and not before.authority:
        for clock in found.clocks:
            if clock.state == State.CANCELLED and clock.ended_at == before.at:
                clocks.revive(clock, reason=choice.reasons[:300], actor=actor, now=now)


def _people_clock(found: Case, choice: Choice, *, actor: Actor, now: datetime) -> None:
    """A decision to tell people starts a clock without a number; one not to stops it. A public notice is telling too."""
    wanted = choice.people or choice.exception == "c"
    running = _clock(found.breach, Action.INFORM_DATA_SUBJECTS)
    if wanted and running is None and not found.told:
        _start_own(found, queries.people_duty(), at=now, reason=choice.reasons, actor=actor, now=now)
    elif wanted and running is not None and running.state == State.CANCELLED:
        clocks.revive(running, reason=choice.reasons[:300], actor=actor, now=now)
    elif not wanted and running is not None and running.ended_at is None:
        clocks.cancel(running, reason=choice.reasons[:500], actor=actor, now=now)


def _clock(breach: Breach, action: Action) -> Obligation | None:
    """The organisation's own clock of that duty as controller."""
    rows = clock_queries.obligations(breach.organisation).select_related("organisation")
    found = rows.filter(subject_kind="breach", subject_id=breach.pk, action=action, bearer="controller", ours=True)
    return found.order_by("-made_at", "-id").first()


@transaction.atomic
def consult(
    found: Case,
    wanted: Wanted,
    *,
    about: About,
    held_at: datetime,
    spoken_to: str,
    outcome: str,
    note: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Consultation:
    """Keep that the processor under an agreement was consulted: who, when, on what, how it ended."""
    row = Consultation.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        agreement=wanted.agreement,
        about=about,
        held_at=held_at,
        spoken_to=spoken_to,
        outcome=outcome,
        note=note,
        at=now,
        by=by,
    )
    content = {
        "agreement": str(wanted.agreement.pk),
        "about": about,
        "held_at": held_at.isoformat(),
        "spoken_to": spoken_to,
        "outcome": outcome,
        "note": note,
    }
    _record(found.breach, "assessment.consulted", actor, now, content)
    return row


@transaction.atomic
def write_answers(
    row: WrittenAnswers, answers: Mapping[str, str], *, based_on: int, actor: Actor, now: datetime
) -> WrittenAnswers:
    """Keep what people wrote in a form. Raises `StateChanged` where another saved since `based_on`."""
    given = {number: text for number, text in answers.items() if text.strip()}
    if row.version == 0:
        row.answers, row.version, row.changed_at = given, 1, now
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise StateChanged(row.form) from None
    else:
        rows = WrittenAnswers.objects.filter(pk=row.pk, version=based_on)
        if rows.update(answers=given, version=F("version") + 1, changed_at=now) != 1:
            raise StateChanged(row.form)
        row.refresh_from_db()
    content = {"form": row.form, "version": row.version, "answers": given}
    _record(row.breach, "assessment.answers_written", actor, now, content)
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is kept of a notification that was made: when, under which number, whether more follows, and its proof."""

    notified_at: datetime
    reference: str
    complete: bool
    late_reasons: str = ""
    proof_name: str = ""
    proof: bytes = b""


@transaction.atomic
def notified(
    found: Case,
    given: Given,
    *,
    form: AuthorityForm,
    sections: tuple[AnsweredSection, ...],
    by: User,
    actor: Actor,
    now: datetime,
) -> Notification:
    """Keep that the authority was notified, with the form as it stood; the first ends the clock, a later one supplements.

    Raises `NotOurs`, `DecidedOtherwise`, `ConsultationWanted` and, for one after the limit without reasons, `ReasonsWanted`.
    """
    if not found.ours:
        raise NotOurs
    if found.decision is not None and not found.decision.authority:
        raise DecidedOtherwise
    wanted = found.unconsulted(About.AUTHORITY)
    if wanted:
        raise ConsultationWanted(wanted)
    late = [clock for clock in found.running if not clocks.in_time(clock, given.notified_at)]
    if late and not given.late_reasons.strip():
        raise ReasonsWanted
    row = _keep(found, given, form=form, sections=sections, by=by, now=now)
    for clock in found.running:
        reason = given.reference or found.breach.reference
        clocks.end(clock, at=given.notified_at, by=Proof.DONE, reason=reason, actor=actor, now=now)
        if clock in late:
            clocks.explain_lateness(clock, reasons=given.late_reasons, actor=actor, now=now)
    _supplement_clock(found, given, actor=actor, now=now)
    content = {
        "number": row.number,
        "notified_at": given.notified_at.isoformat(),
        "reference": given.reference,
        "complete": given.complete,
        "late_reasons": given.late_reasons,
        "form": f"{form.id} {form.edition}",
        "answers": row.answers,
        "proof": {"name": row.proof_name, "sha256": row.proof_sha256} if given.proof else None,
    }
    _record(found.breach, "assessment.authority_notified", actor, now, content)
    return row


def _keep(
    found: Case, given: Given, *, form: AuthorityForm, sections: tuple[AnsweredSection, ...], by: User, now: datetime
) -> Notification:
    row = Notification.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=queries.next_number(Notification, found.breach),
        notified_at=given.notified_at,
        reference=given.reference,
        complete=given.complete,
        late_reasons=given.late_reasons,
        form=form.id,
        form_edition=form.edition,
        answers=[
            {"number": item.number, "question": item.question, "answer": item.answer}
            for section in sections
            for item in section.items
        ],
        proof_name=given.proof_name if given.proof else "",
        proof_sha256=sha256(given.proof).hexdigest() if given.proof else "",
        at=now,
        by=by,
    )
    if given.proof:
        ProofBytes.objects.create(organisation=found.breach.organisation, notification=row, content=given.proof)
    return row


def _supplement_clock(found: Case, given: Given, *, actor: Actor, now: datetime) -> None:
    """A notification that is not complete starts a clock for what follows; a complete one ends it."""
    running = _clock(found.breach, Action.FOLLOW_UP_BREACH)
    if given.complete:
        if running is not None and running.ended_at is None:
            reason = given.reference or found.breach.reference
            clocks.end(running, at=given.notified_at, by=Proof.DONE, reason=reason, actor=actor, now=now)
    elif running is None:
        _start_own(found, queries.supplement_duty(), at=given.notified_at, reason=given.reference, actor=actor, now=now)


@transaction.atomic
def told(
    found: Case,
    *,
    told_at: datetime,
    means: tuple[str, ...],
    people_count: int | None,
    place: str,
    letters: tuple[PeopleLetter, ...],
    by: User,
    actor: Actor,
    now: datetime,
) -> Told:
    """Keep that people, or the public, were told, with the letter as it stood; ends the clock of telling them.

    Raises `NotOurs`, `DecidedOtherwise` where it was decided not to, and `ConsultationWanted`.
    """
    if not found.ours:
        raise NotOurs
    decision = found.decision
    if decision is None or not (decision.people or decision.exception == "c"):
        raise DecidedOtherwise
    wanted = found.unconsulted(About.PEOPLE)
    if wanted:
        raise ConsultationWanted(wanted)
    kept = {letter.language.value: letter.text for letter in letters}
    row = Told.objects.create(
        organisation=found.breach.organisation,
        breach=found.breach,
        number=queries.next_number(Told, found.breach),
        told_at=told_at,
        means=list(means),
        people_count=people_count,
        place=place,
        letters=kept,
        at=now,
        by=by,
    )
    running = _clock(found.breach, Action.INFORM_DATA_SUBJECTS)
    if running is not None and running.ended_at is None:
        reason = found.breach.reference
        clocks.end(running, at=told_at, by=Proof.DONE, reason=reason, actor=actor, now=now)
    content = {
        "number": row.number,
        "told_at": told_at.isoformat(),
        "means": list(means),
        "people": people_count,
        "place": place,
        "letters": kept,
    }
    _record(found.breach, "assessment.people_told", actor, now, content)
    return row


def _record(breach: Breach, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=breach.organisation, actor=actor, kind=kind, subject=breach, at=now, content=content)


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
