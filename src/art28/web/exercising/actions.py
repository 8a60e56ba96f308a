"""Writes to exercises: started, its events told, ended."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext

from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches import actions as breaches
from art28.web.exercises.models import Exercise, Inject
from art28.web.exercises.scenarios import Scenario, story_start
from art28.web.intake import actions as intake
from art28.web.intake import queries as signals


class NoAddress(ValueError):
    """Whoever starts an exercise has no address to which its messages can go."""


class AlreadyPlaying(Exception):
    """The person plays an exercise that has not ended."""


class StateChanged(Exception):
    """The exercise no longer stands as it did when it was read."""


def start(organisation: Organisation, scenario: Scenario, *, player: User, actor: Actor, now: datetime) -> Exercise:
    """Begin an exercise, whose messages all go to `player`. Raises `NoAddress`, `AlreadyPlaying`."""
    try:
        validate_email(player.email)
    except ValidationError:
        raise NoAddress(f"{player.pk} has no e-mail address that works; give one, then start the exercise") from None
    try:
        return _start(organisation, scenario, player=player, actor=actor, now=now)
    except IntegrityError:
        if Exercise.objects.filter(organisation=organisation, player=player, ended_at=None).exists():
            raise AlreadyPlaying(f"{player.pk} plays an exercise already; end it first") from None
        raise


@transaction.atomic
def _start(organisation: Organisation, scenario: Scenario, *, player: User, actor: Actor, now: datetime) -> Exercise:
    zone = ZoneInfo(organisation.time_zone)
    year = now.astimezone(zone).year
    exercise = Exercise.objects.create(
        organisation=organisation,
        year=year,
        number=_next_number(organisation, year),
        scenario=scenario.key,
        language=scenario.language,
        title=scenario.title,
        told=scenario.told.strip(),
        story_at=story_start(scenario, now, zone),
        player=player,
        address=player.email,
        started_at=now,
    )
    Inject.objects.bulk_create(
        Inject(
            organisation=organisation,
            exercise=exercise,
            number=number,
            title=event.title,
            text=event.text,
            due_at=now + event.after,
        )
        for number, event in enumerate(scenario.events, start=1)
    )
    content = {"reference": exercise.reference, "scenario": scenario.key, "player": str(player.pk)}
    record(organisation=organisation, actor=actor, kind="exercise.started", subject=exercise, at=now, content=content)
    return exercise


def _next_number(organisation: Organisation, year: int) -> int:
    """The next number of the year; the organisation's row is locked meanwhile, so that no number is given twice."""
    Organisation.objects.select_for_update().only("id").get(pk=organisation.pk)
    last = Exercise.objects.filter(organisation=organisation, year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def tell(inject: Inject, *, now: datetime) -> Membership | None:
    """Keep that an event was told; to whom, None where somebody else did it or the player works here no longer."""
    waiting = Inject.objects.filter(pk=inject.pk, told_at=None, exercise__ended_at=None)
    if waiting.update(told_at=now) != 1:
        return None
    exercise = inject.exercise
    content = {"event": inject.number}
    organisation = exercise.organisation
    record(
        organisation=organisation, actor=WORKER, kind="exercise.event_told", subject=exercise, at=now, content=content
    )
    rows = Membership.objects.filter(organisation=organisation, user=exercise.player_id, ended_at=None)
    return rows.select_related("organisation", "user").first()


@transaction.atomic
def end(exercise: Exercise, *, by: User, actor: Actor, now: datetime) -> None:
    """End the exercise: its breach is closed, and whatever clock of it still runs lapses. Raises `StateChanged`."""
    if Exercise.objects.filter(pk=exercise.pk, ended_at=None).update(ended_at=now, ended_by=by) != 1:
        raise StateChanged(f"exercise {exercise.reference} has ended already")
    exercise.refresh_from_db()
    breach = getattr(exercise, "breach", None)
    with translation.override(exercise.organisation.language):
        reason = gettext("the exercise has ended")
    for signal in signals.played(exercise):
        if signal.is_open:
            intake.decide_no_breach(signal, reason=reason, by=by, actor=actor, now=now)
    if breach is not None:
        breaches.call_off(breach, reason=reason, by=by, actor=actor, now=now)
    content = {"reference": exercise.reference}
    record(
        organisation=exercise.organisation,
        actor=actor,
        kind="exercise.ended",
        subject=exercise,
        at=now,
        content=content,
    )
