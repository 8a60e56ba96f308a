"""What people confirmed of what was read: the passages that a family has in common, once for all its agreements."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.families import actions
from art28.web.families.actions import NothingWaits
from art28.web.families.models import FactMark, Family

_KEYS = ("breach.", "subprocessors.", "audit.", "end.")
_FAMILIES = 1


def stories(world: World) -> Iterator[Story]:
    """One for each family that somebody went through."""
    return (_confirmed(world, place) for place in range(_FAMILIES))


def _confirmed(world: World, place: int) -> Story:
    at = yield world.ago(430 - 60 * place, "13:30")
    families = Family.objects.filter(organisation=world.organisation, joined=None)
    family = families.annotate(members=Count("versions__members")).order_by("-members", "id")[place : place + 1].first()
    if family is None:
        return
    marks = FactMark.objects.filter(organisation=world.organisation, family=family)
    common = marks.order_by("key", "same").values_list("key", "same").distinct()
    for key, same in [each for each in common if each[0].startswith(_KEYS)]:
        at = yield at + timedelta(seconds=20)
        try:
            actions.confirm_once(family, key, same, **world.acted(at))
        except NothingWaits:
            continue
