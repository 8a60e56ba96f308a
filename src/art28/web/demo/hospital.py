"""What processors told the hospital, and what it made of that as a controller: awareness, risk, decision, consultation."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from art28.assessing.severity import Circumstance, DataClass, Scored, severity
from art28.notices.breach import Affected, BreachFacts, Count, Extent
from art28.web.accounts.rights import Role
from art28.web.assessments import actions, deciding, queries
from art28.web.assessments.models import About, Risk
from art28.web.breaches import actions as breaches
from art28.web.breaches.actions import Discovery
from art28.web.breaches.models import Breach
from art28.web.demo.breaches import CONTACT, end_clocks
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.received import actions as received
from art28.web.received.actions import Arrival
from art28.web.registers import actions as registers
from art28.web.registers.models import Kind

_TOLD = (
    (640, "zorg", "Afspraken van patiënten korte tijd zichtbaar voor anderen", 210, Risk.RISK),
    (455, "zakelijk", "Lijst van medewerkers naar een verkeerd adres gemaild", 90, Risk.UNLIKELY),
    (300, "zorg", "Uitslagen gekoppeld aan een verkeerde patiënt", 14, Risk.HIGH),
    (140, "zakelijk", "Toegangspassen op een verloren laptop", 1200, Risk.RISK),
    (35, "zorg", "Herinneringen verzonden aan het vorige telefoonnummer", 33, Risk.UNLIKELY),
    (1, "zorg", "Dossiers van een afdeling in te zien voor een andere instelling", 460, Risk.HIGH),
)


def stories(world: World) -> Iterator[Story]:
    """One for each breach, and a report that waits."""
    yield from (_told(world, number) for number in range(len(_TOLD)))
    yield _waiting(world)


def _told(world: World, number: int) -> Story:
    days, template, title, people, risk = _TOLD[number]
    at = yield world.ago(days, "08:50")
    agreement = world.under(template, number * 5)
    breach = breaches.record_breach(
        world.organisation,
        (agreement.pk,),
        title=title,
        facts=BreachFacts(
            reference="",
            description=f"{title}.",
            affected=(Affected.CONFIDENTIALITY,),
            occurred_from=at - timedelta(hours=40),
            discovered_at=at,
            how_discovered=f"Melding van {agreement.counterparty_name}",
            ongoing=Extent.NO,
            data_categories=("naam", "gegevens over gezondheid") if template == "zorg" else ("naam", "functie"),
            subject_categories=("patiënten",) if template == "zorg" else ("medewerkers",),
            subjects=Count(people, people),
            measures_taken="De verwerker heeft de toegang afgesloten.",
            contact=CONTACT,
        ),
        discovery=Discovery(aware_at=at, aware_reason="bericht van de verwerker", at_sub_processor=False),
        **world.did(at + timedelta(minutes=30)),
    )
    at = yield at + timedelta(hours=7)
    _weighed(world, breach, risk, people, at)
    measure = registers.set_measure(
        breach,
        kind=Kind.MEASURE,
        text="Met de verwerker afspreken hoe dit wordt voorkomen",
        due_on=(at + timedelta(days=45)).date(),
        owner=world.user(),
        **world.did(at),
    )
    at = yield at + timedelta(days=12)
    end_clocks(world, breach, at)
    breaches.close(breach, reason="Gemeld waar dat moest en besproken met de verwerker.", **world.acted(at))
    at = yield at + timedelta(days=25)
    registers.finish(measure, outcome="Afgesproken en vastgelegd in het overleg met de verwerker.", **world.acted(at))


def _weighed(world: World, breach: Breach, risk: Risk, people: int, at: datetime) -> None:
    found = queries.case(breach)
    chosen = Scored(
        contexts={DataClass.SIMPLE: 2, DataClass.SENSITIVE: 3 if risk is Risk.HIGH else 1},
        identification=Decimal(1),
        circumstances={kind: Decimal(0) for kind in Circumstance},
    )
    choice = deciding.Choice(
        risk=risk,
        authority=risk is not Risk.UNLIKELY,
        people=risk is Risk.HIGH,
        reasons="Aantal en soort van de gegevens, en hoe lang zij te zien waren.",
        scored=chosen,
        severity=severity(chosen, people=people, unintelligible=False),
    )
    deciding.decide(found, choice, **world.did(at, Role.PRIVACY_OFFICER))
    found = queries.case(breach)
    if found.wanted:
        actions.consult(
            found,
            found.wanted[0],
            about=About.AUTHORITY,
            held_at=at,
            spoken_to=CONTACT.name,
            outcome="agreed",
            note="Akkoord.",
            **world.did(at),
        )


def _waiting(world: World) -> Story:
    """A report in words, about nothing that is recorded yet."""
    at = yield world.now - timedelta(hours=3)
    supplier = world.under("zakelijk", 3).counterparty_name
    arrival = Arrival(
        supplier=supplier,
        received_at=at,
        noticed_at=at - timedelta(hours=10),
        sent_at=at - timedelta(minutes=20),
        reference="INC-2231",
        said="Een medewerker heeft een export op een privéapparaat gezet. Wij zoeken uit wat erin stond.",
        file_name="",
        content=b"",
        read=None,
        data=None,
    )
    received.keep(world.organisation, arrival, **world.did(at))
