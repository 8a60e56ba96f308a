"""Whom the controller told of a breach, the authority and people. art28 notifies nobody: it keeps that it was done."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from art28.agreement.duties import Action
from art28.assessing.answering import AnsweredSection
from art28.assessing.form import AuthorityForm
from art28.assessing.letter import PeopleLetter
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.assessments import queries
from art28.web.assessments.acts import keep_act
from art28.web.assessments.models import About, Notification, ProofBytes, Told
from art28.web.assessments.own_clocks import clock_of, start_own
from art28.web.assessments.queries import Case
from art28.web.assessments.refusals import ConsultationWanted, DecidedOtherwise, NotOurs, ReasonsWanted
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Proof


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
    keep_act(found.breach, "assessment.authority_notified", actor, now, content)
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
    running = clock_of(found.breach, Action.FOLLOW_UP_BREACH)
    if given.complete:
        if running is not None and running.ended_at is None:
            reason = given.reference or found.breach.reference
            clocks.end(running, at=given.notified_at, by=Proof.DONE, reason=reason, actor=actor, now=now)
    elif running is None:
        start_own(found, queries.supplement_duty(), at=given.notified_at, reason=given.reference, actor=actor, now=now)


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
    running = clock_of(found.breach, Action.INFORM_DATA_SUBJECTS)
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
    keep_act(found.breach, "assessment.people_told", actor, now, content)
    return row
