"""New versions of agreements: one renewal that is being prepared for the agreements of a sector, and one that was stopped."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.amendments import actions, pump
from art28.web.amendments.actions import Wanted
from art28.web.amendments.models import Way
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_MANY = 8


def stories(world: World) -> Iterator[Story]:
    """Both."""
    yield _renewal(world, 120, "overheid", "Nieuwe modelovereenkomst voor gemeenten", stopped=True)
    yield _renewal(world, 4, "zorg", "Zorgovereenkomsten met langere bewaartermijn van logboeken", stopped=False)


def _renewal(world: World, days: int, template: str, name: str, *, stopped: bool) -> Story:
    at = yield world.ago(days, "09:40")
    chosen = [each.pk for number in range(_MANY) if (each := world.another(template, number)) is not None]
    about = {
        "name": name,
        "way": Way.CONSENT,
        "template": "balanced",
        "what": "De overeenkomst is bij de tijd gebracht; wat met u is afgesproken, blijft staan.",
        "signer_name": "Hester van Loon",
        "signer_role": "directeur",
        "signer_email": "hester@dijkvaart.example",
    }
    row = actions.begin(world.organisation, Wanted(about=about, agreement_ids=chosen), **world.did(at))
    at = yield at + timedelta(minutes=30)
    while pump.carry_on(now=at, limit=20):
        pass
    if stopped:
        at = yield at + timedelta(days=12)
        actions.stop(row, **world.acted(at))
