"""A pack that accounts for an agreement, asked for just now: the worker makes it once it runs."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.reports import asking


def stories(world: World) -> Iterator[Story]:
    """The one there is."""
    yield _asked(world)


def _asked(world: World) -> Story:
    at = yield world.now - timedelta(minutes=12)
    asked = asking.Asking(agreement=world.under("zorg", 1), language="nl", from_on=(at - timedelta(days=365)).date())
    asking.ask(world.organisation, asked, **world.did(at))
