"""Reads of exercises; always of one organisation."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation, User
from art28.web.exercises.models import Exercise, Inject


def exercises(organisation: Organisation) -> QuerySet[Exercise]:
    """Every exercise that is not erased."""
    rows = Exercise.objects.filter(organisation=organisation, erased_at=None)
    return rows.select_related("player", "ended_by", "breach")


def exercise(organisation: Organisation, exercise_id: UUID) -> Exercise | None:
    """One exercise, with its breach where that is recorded; None where there is none with that id, or it is erased."""
    return exercises(organisation).select_related("organisation").filter(pk=exercise_id).first()


def running(organisation: Organisation, player: User) -> Exercise | None:
    """The exercise that a person plays now."""
    return exercises(organisation).filter(player=player, ended_at=None).first()


def of_breaches(organisation: Organisation, breach_ids: Collection[UUID]) -> Mapping[UUID, Exercise]:
    """The exercises to which these breaches belong, by breach; also those that are over."""
    rows = Exercise.objects.filter(organisation=organisation, breach__in=breach_ids).select_related("player", "breach")
    return {row.breach.pk: row for row in rows}


def players(organisation: Organisation) -> Mapping[UUID, UUID]:
    """Who plays, by the breach that is played."""
    rows = Exercise.objects.filter(organisation=organisation, breach__isnull=False)
    return dict(rows.values_list("breach", "player"))


def told(exercise: Exercise, *, now: datetime) -> tuple[Inject, ...]:
    """What has happened in the exercise until now, newest first; after its end nothing more happens."""
    until = min(now, exercise.ended_at) if exercise.ended_at else now
    rows = Inject.objects.filter(organisation=exercise.organisation_id, exercise=exercise, due_at__lte=until)
    return tuple(rows.order_by("-due_at", "-number"))


def is_recorded(exercise: Exercise) -> bool:
    """Whether the breach of an exercise is recorded, as the database has it now."""
    return Exercise.objects.filter(pk=exercise.pk, breach__isnull=False).exists()
