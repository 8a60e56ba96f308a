"""Reports that suppliers sent: one that belongs to the breach it was of, one of this morning that nobody judged yet."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.web.breaches.models import Breach
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.received import actions
from art28.web.received.actions import Arrival
from art28.web.received.models import ReceivedReport


def stories(world: World) -> Iterator[Story]:
    """Both."""
    yield _joined(world)
    yield _new(world)


def _kept(world: World, at: datetime, supplier: str, said: str) -> ReceivedReport:
    arrival = Arrival(
        supplier=supplier,
        received_at=at,
        noticed_at=at - timedelta(hours=14),
        sent_at=at - timedelta(minutes=20),
        reference=f"INC-{at:%y%m%d}",
        said=said,
        file_name="",
        content=b"",
        read=None,
        data=None,
    )
    return actions.keep(world.organisation, arrival, **world.did(at + timedelta(minutes=10)))


def _joined(world: World) -> Story:
    at = yield world.ago(461, "17:15")
    said = "Wij hebben u vanochtend gebeld; dit is de schriftelijke bevestiging met de eerste bevindingen."
    report = _kept(world, at, "Opslagwerk Ltd", said)
    breach = Breach.objects.select_related("organisation").filter(
        organisation=world.organisation, title="Inbraak bij de leverancier van back-ups"
    ).first()  # fmt: skip
    if breach is not None:
        actions.join(report, breach, **world.did(at + timedelta(hours=1)))


def _new(world: World) -> Story:
    at = yield world.now - timedelta(hours=3)
    _kept(
        world, at, "Grootboekje Online B.V.", "Bij een update waren facturen korte tijd voor andere klanten zichtbaar."
    )
