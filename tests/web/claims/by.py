"""Who acts in these tests, and when."""

from django.utils import timezone

from art28.web.acting import By
from web.breaches.world import World, actor


def by(given: World) -> By:
    return By(given.owner, actor(given.owner), timezone.now())
