"""An exercise destroyed: what it told, wrote and sent, and the contents of its acts by the house's own erasure."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.audit import actions as audit
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.contacts.models import Escalation
from art28.web.exercises.models import Exercise, Inject
from art28.web.exercising.actions import StateChanged
from art28.web.intake.models import ProvisionalClock, Signal, SignalVersion
from art28.web.mailings.models import Mailing
from art28.web.notices.models import OutboxMessage
from art28.web.received import queries as reports
from art28.web.received.models import Proposal, ReceivedReport, ReportFile

GROUND = "exercise_over"
"""Why the contents were destroyed, as `audit.actions.erase` keeps it."""


@transaction.atomic
def erase(exercise: Exercise, *, actor: Actor, now: datetime) -> int:
    """Erase an exercise that has ended; returns how many acts lost their content. Raises `StateChanged`.

    Its acts stay in the chain, each with the ground for which its content went; its rows stay too, emptied of all that was
    written, and are found by nobody any more.
    """
    ended = Exercise.objects.filter(pk=exercise.pk, ended_at__isnull=False, erased_at=None)
    if ended.update(erased_at=now, told="", title="") != 1:
        raise StateChanged(f"exercise {exercise.reference} still runs, or is erased")
    Inject.objects.filter(exercise=exercise).update(title="", text="")
    _empty(exercise)
    done = 0
    for kind, subject in _subjects(exercise):
        done += audit.erase(
            organisation=exercise.organisation,
            actor=actor,
            subject_kind=kind,
            subject_id=subject,
            ground=GROUND,
            now=now,
        )
    content = {"reference": exercise.reference, "acts": done}
    audit.record(
        organisation=exercise.organisation,
        actor=actor,
        kind="exercise.erased",
        subject=exercise,
        at=now,
        content=content,
    )
    return done


def _empty(exercise: Exercise) -> None:
    """Empty what was written and sent; the database allows that for an exercise that is erased, and for nothing else."""
    SignalVersion.objects.filter(signal__exercise=exercise).update(facts={}, why="")
    Signal.objects.filter(exercise=exercise).update(summary="", reporter="", reason="", look_for="")
    ProvisionalClock.objects.filter(signal__exercise=exercise).update(ended_reason="")
    for report in reports.played(exercise):
        ReportFile.objects.filter(report=report).update(data=b"")
        Proposal.objects.filter(report=report).update(question="", value={}, quote="")
        ReceivedReport.objects.filter(pk=report.pk).update(supplier="", reference="", said="", data=None, file_name="")
    breach: Breach | None = getattr(exercise, "breach", None)
    if breach is None:
        return
    Breach.objects.filter(pk=breach.pk).update(title="", aware_reason="", close_reason="")
    FactsVersion.objects.filter(breach=breach).update(facts={})
    TouchedAgreement.objects.filter(breach=breach).update(draft=None, excluded_reason="")
    Escalation.objects.filter(organisation=exercise.organisation_id, breach=breach).update(matter="")
    Call.objects.filter(touched__breach=breach).update(spoken_to="", note="")
    OutboxMessage.objects.filter(organisation=exercise.organisation_id, subject_id=breach.pk).update(
        subject="", recipient_name="", body_text="", body_html="", page_html="", notice={}
    )


def _subjects(exercise: Exercise) -> list[tuple[str, UUID]]:
    """What the acts of an exercise are about: itself, its breach, the clocks, messages and mailings of that."""
    found: list[tuple[str, UUID]] = [("exercise", exercise.pk)]
    found += [("receivedreport", each.pk) for each in reports.played(exercise)]
    found += [("signal", pk) for pk in Signal.objects.filter(exercise=exercise).values_list("pk", flat=True)]
    breach: Breach | None = getattr(exercise, "breach", None)
    if breach is None:
        return found
    found.append(("breach", breach.pk))
    for kind, model in (("obligation", Obligation), ("outboxmessage", OutboxMessage), ("mailing", Mailing)):
        rows = model._default_manager.filter(organisation=exercise.organisation_id, subject_id=breach.pk)
        found += [(kind, pk) for pk in rows.values_list("pk", flat=True)]
    return found
