"""What people confirmed of what was read: the passages that a family has in common, once for all its agreements."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.families import actions
from art28.web.families.actions import NothingWaits
from art28.web.families.models import FactMark, Family

_KEYS = ("breach.deadline", "audit.notice", "end.data")
"""What clocks hang on most; each decision is about hundreds of agreements."""


def stories(world: World) -> Iterator[Story]:
    """The one there is."""
    yield _confirmed(world)


def _confirmed(world: World) -> Story:
    at = yield world.ago(20, "13:30")
    families = Family.objects.filter(organisation=world.organisation, joined=None)
    family = families.annotate(members=Count("versions__members")).order_by("-members", "id").first()
    if family is None:
        return
    marks = FactMark.objects.filter(organisation=world.organisation, family=family)
    common = marks.filter(key__in=_KEYS).order_by("key", "same").values_list("key", "same").distinct()
    for key, same in list(common):
        at = yield at + timedelta(seconds=20)
        try:
            actions.confirm_once(family, key, same, **world.acted(at))
        except NothingWaits:
            continue
