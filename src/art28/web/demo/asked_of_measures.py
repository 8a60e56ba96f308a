"""What customers ask about measures: overviews, more than was agreed; and a measure that changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from art28.web.casework import To
from art28.web.demo import post
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.measures import certifying, changing, giving, wishing
from art28.web.measures.about import about
from art28.web.measures.agreed import AskedFor
from art28.web.measures.changing import Planned
from art28.web.measures.giving import AskedOverview
from art28.web.measures.models import Measure

_WISHES = (
    (410, "Logboeken twee jaar bewaren in plaats van een", 180_000, "agreed"),
    (190, "Een eigen sleutel voor de versleuteling", 420_000, "declined"),
    (60, "Elk kwartaal een proef met terugzetten", 95_000, "offered"),
    (7, "Toegang alleen vanuit Nederland", None, "asked"),
)


def stories(world: World) -> Iterator[Story]:
    """Overviews, wishes and changes."""
    yield from (_overview(world, days, number) for number, days in enumerate((370, 150, 45, 3)))
    yield from (_wish(world, number) for number in range(len(_WISHES)))
    yield from (_change(world, days, number) for number, days in enumerate((200, 15)))
    yield _weighed(world)


def _overview(world: World, days: int, number: int) -> Story:
    at = yield world.ago(days, "11:40")
    agreement = world.under("zorg", number * 3)
    asked = AskedOverview(
        asked_on=at.date(), asked_by="de accountant van de klant", why=AskedFor.YEARLY, breach=None, reason=""
    )
    row = giving.ask(agreement, asked, by=world.by(at))
    if row.refused or days < 10:
        return
    at = yield at + timedelta(days=2)
    to = To(
        recipient="privacy@klant.example",
        recipient_name="de functionaris gegevensbescherming",
        signed_by="Pim Wolthuis",
    )
    giving.give(row, to, by=world.by(at))
    post.deliver(at + timedelta(minutes=1))


def _wish(world: World, number: int) -> Story:
    days, what, cents, until = _WISHES[number]
    at = yield world.ago(days, "13:20")
    asked = wishing.Asked(asked_on=at.date(), asked_by="de contractbeheerder", what=what)
    row = wishing.ask(world.under("zakelijk", number * 7 + 1), asked, by=world.by(at))
    if until == "asked":
        return
    at = yield at + timedelta(days=9)
    if until == "declined":
        wishing.decline(row, reason="Dat kan bij deze dienst niet per klant.", by=world.by(at))
        return
    wishing.offer(row, price_cents=cents, terms="Vanaf de eerste van de maand.", by=world.by(at))
    if until == "agreed":
        at = yield at + timedelta(days=15)
        signed = {
            "signed_on": at.date(),
            "signed_by_us": "Hester van Loon",
            "signed_by_them": "de directeur",
            "kept_at": "map Overeenkomsten",
        }
        wishing.agree(row, signed, by=world.by(at))


def _change(world: World, days: int, number: int) -> Story:
    """Announced to whom it concerns; the older one took effect."""
    at = yield world.ago(days, "10:05")
    row = Measure.objects.filter(organisation=world.organisation).order_by("id")[number * 3 : number * 3 + 1].first()
    if row is None:
        return
    before = about(row)
    after = replace(before, text=f"{before.text} Dit wordt voortaan elk kwartaal beproefd.")
    planned = Planned(
        after=after,
        why="Aanbeveling uit de jaarlijkse toets.",
        level="Het niveau stijgt: fouten komen eerder aan het licht.",
        lowers=False,
        important=number == 1,
        planned_on=(at + timedelta(days=40)).date(),
    )
    change = changing.propose(row, planned, by=world.by(at))
    if number == 0:
        at = yield at + timedelta(days=5)
        changing.withdraw(change, reason="Eerst wordt de proef geautomatiseerd.", by=world.by(at))


def _weighed(world: World) -> Story:
    at = yield world.ago(320, "15:45")
    columns = {
        "on": at.date(),
        "state_of_the_art": "Sleutels in een aparte module zijn gangbaar bij hosting voor de zorg.",
        "sensitivity": "Dossiers van patiënten: een inbreuk raakt gezondheid en vertrouwen.",
        "cost": "Eenmalig vier dagen werk, daarna een vast bedrag per maand.",
        "outcome": "Ingevoerd voor klanten in de zorg; voor de anderen volgend jaar opnieuw bekeken.",
    }
    certifying.weigh(world.organisation, None, columns, by=world.by(at))
