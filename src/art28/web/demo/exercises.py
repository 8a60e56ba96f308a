"""Exercises: two that were played with a report, one that is played now."""

from collections.abc import Iterator
from datetime import timedelta

from art28.notices.breach import BreachFacts
from art28.web.accounts.rights import Role
from art28.web.breaches import actions as breaches
from art28.web.breaches.actions import Discovery
from art28.web.demo import post
from art28.web.demo.breaches import end_clocks, standing, tell
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.exercises.scenarios import scenarios
from art28.web.exercising import actions


def stories(world: World) -> Iterator[Story]:
    """Two of the past by different people, one that runs."""
    yield _played(world, 320, 0, Role.PRIVACY_OFFICER, over=True)
    yield _played(world, 110, 1, Role.OWNER, over=True)
    yield _played(world, 0, 2, Role.PRIVACY_OFFICER, over=False)


def _played(world: World, days: int, number: int, role: Role, *, over: bool) -> Story:
    at = yield world.ago(days, "10:00") if over else world.now - timedelta(minutes=25)
    known = scenarios("nl")
    scenario = known[number % len(known)]
    exercise = actions.start(world.organisation, scenario, player=world.user(role), **world.acted(at, role))
    at = yield at + timedelta(minutes=6)
    agreement = world.under("zorg", number)
    breach = breaches.record_breach(
        world.organisation,
        (agreement.pk,),
        title=scenario.title,
        facts=BreachFacts(reference="", description=scenario.told),
        discovery=Discovery(
            aware_at=exercise.started_at,
            aware_reason="zo luidt het verhaal",
            at_sub_processor=scenario.at_sub_processor,
        ),
        exercise=exercise,
        **world.did(at, role),
    )
    at = yield at + timedelta(minutes=14)
    tell(world, standing(breach), at)
    post.deliver(at + timedelta(minutes=1))
    if not over:
        return
    at = yield at + timedelta(minutes=40)
    end_clocks(world, breach, at)
    actions.end(exercise, **world.did(at, role))
