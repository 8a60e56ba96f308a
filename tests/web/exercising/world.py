"""An exercise with its breach, beside a world of a real organisation with an agreement."""

from datetime import datetime, timedelta
from typing import Any

from art28.web.accounts.models import User
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import Breach
from art28.web.exercises.models import Exercise
from art28.web.exercises.scenarios import Scenario, scenario
from art28.web.exercising import actions
from web.breaches.world import KNOWN, NOW, World, actor, discovery


def story(key: str = "wrong-recipient", language: str = "nl") -> Scenario:
    found = scenario(key, language)
    assert found is not None
    return found


def started(given: World, *, player: User | None = None, now: datetime = NOW, **changes: Any) -> Exercise:
    who = player or given.owner
    return actions.start(given.organisation, story(**changes), player=who, actor=actor(who), now=now)


def recorded(given: World, exercise: Exercise, *, now: datetime | None = None) -> Breach:
    """The breach of the exercise, recorded four minutes after it began."""
    return breaches.record_breach(
        given.organisation,
        (given.agreement.pk,),
        title="Geoefende inbreuk",
        facts=KNOWN,
        discovery=discovery(exercise.started_at),
        by=given.owner,
        actor=actor(given.owner),
        now=now or exercise.started_at + timedelta(minutes=4),
        exercise=exercise,
    )


def play(given: World) -> tuple[Exercise, Breach]:
    exercise = started(given)
    return exercise, recorded(given, exercise)
