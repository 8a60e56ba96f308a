"""Sub-processors looked at: evaluations year after year, and customers who asked to see a contract."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.flowdown import actions
from art28.web.flowdown.actions import Asked, Evaluated, Reply
from art28.web.flowdown.models import Answered, Result

_EVALUATED = 12
_ASKED = ((260, 2), (75, 6), (5, 9))


def stories(world: World) -> Iterator[Story]:
    """One for each sub-processor that is evaluated, and one for each request."""
    yield from (_evaluated(world, number) for number in range(_EVALUATED))
    yield from (_asked(world, days, number) for days, number in _ASKED)


def _evaluated(world: World, number: int) -> Story:
    for turn in range(2):
        at = yield world.ago(640 - number * 14 - turn * 350, "14:30")
        found = Result.POINTS if (number + turn) % 5 == 4 else Result.SUFFICES
        what = Evaluated(
            on=at.date(),
            result=found,
            findings="Certificaat loopt af; nieuw rapport gevraagd."
            if found is Result.POINTS
            else "Geen bijzonderheden.",
            looked_at="certificaat, rapport van de accountant, vragenlijst",
            next_on=(at + timedelta(days=365)).date(),
        )
        actions.evaluate(list(world.sub_processors.values())[number], what, by=world.by(at))


def _asked(world: World, days: int, number: int) -> Story:
    at = yield world.ago(days, "10:55")
    row = list(world.sub_processors.values())[number]
    asked = Asked(
        asked_by="de functionaris gegevensbescherming",
        asked_on=at.date(),
        question=f"Welke afspraken zijn er met {row.name} over doorgifte?",
        due_on=(at + timedelta(days=14)).date(),
    )
    inspection = actions.ask(row, world.under("overheid", number), asked, by=world.by(at))
    if days < 30 or inspection.granted:
        return
    at = yield at + timedelta(days=8)
    reply = Reply(
        answer=Answered.REFUSED,
        answered_on=at.date(),
        given_to="",
        blacked_out="",
        reason="De overeenkomst geeft recht op een samenvatting; die is gestuurd.",
    )
    actions.answer(inspection, reply, None, by=world.by(at))
