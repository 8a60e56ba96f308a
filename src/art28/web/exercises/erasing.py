"""What is left of an exercise, destroyed: the contents of its acts in the trail, by the house's own erasure."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.audit import actions as audit
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.exercises.actions import StateChanged
from art28.web.exercises.models import Exercise, Inject
from art28.web.mailings.models import Mailing
from art28.web.notices.models import OutboxMessage

GROUND = "exercise_over"
"""Why the contents were destroyed, as `audit.actions.erase` keeps it."""


@transaction.atomic
def erase(exercise: Exercise, *, actor: Actor, now: datetime) -> int:
    """Erase an exercise that has ended; returns how many acts lost their content. Raises `StateChanged`.

    Its acts stay in the chain, each with the ground for which its content went; the exercise is found by nobody any more,
    and what it told is emptied.
    """
    ended = Exercise.objects.filter(pk=exercise.pk, ended_at__isnull=False, erased_at=None)
    if ended.update(erased_at=now, told="", title="") != 1:
        raise StateChanged(f"exercise {exercise.reference} still runs, or is erased")
    Inject.objects.filter(exercise=exercise).update(title="", text="")
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


def _subjects(exercise: Exercise) -> list[tuple[str, UUID]]:
    """What the acts of an exercise are about: itself, its breach, the clocks, messages and mailings of that."""
    found: list[tuple[str, UUID]] = [("exercise", exercise.pk)]
    breach: Breach | None = getattr(exercise, "breach", None)
    if breach is None:
        return found
    found.append(("breach", breach.pk))
    for kind, model in (("obligation", Obligation), ("outboxmessage", OutboxMessage), ("mailing", Mailing)):
        rows = model._default_manager.filter(organisation=exercise.organisation_id, subject_id=breach.pk)
        found += [(kind, pk) for pk in rows.values_list("pk", flat=True)]
    return found
