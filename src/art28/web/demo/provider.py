"""The provider: its services, sub-processors and customers, with an agreement for each on one of its templates."""

from collections.abc import Iterator

from art28.web.contacts import appointing
from art28.web.contacts.appointing import Who
from art28.web.contacts.models import Level
from art28.web.demo import agreements, catalogue, contracts, customers
from art28.web.demo.agreements import Signed
from art28.web.demo.templates import Desk, Provider
from art28.web.demo.world import World
from art28.web.parties import actions as parties

COMPANY = Provider(
    "Dijkvaart Telecom & Cloud B.V.",
    "99063815",
    "Singelkade 12",
    "8011 AB",
    "Zwolle",
    "Hester van Loon",
    Desk("Pim Wolthuis", "functionaris gegevensbescherming", "038 000 01 28", "datalek@dijkvaart.example"),
)
CUSTOMERS = 300


def signed(world: World) -> Iterator[Signed]:
    """An agreement with each customer, and the contracts with those that work for it."""
    parties.add_legal_entity(
        world.organisation, COMPANY.name, registration=COMPANY.registration, **world.acted(world.began)
    )
    _appoint(world)
    world.customers.extend(customers.customers(world.some(CUSTOMERS), world.chance))
    yield from agreements.signed(world, COMPANY, catalogue.kept(), catalogue.countries())
    yield from contracts.signed(world, COMPANY)


def _appoint(world: World) -> None:
    """Name whom customers turn to, before there are any: so each agreement can come into force."""
    desk = Who(name="Servicedesk", role="eerste lijn", email="servicedesk@dijkvaart.example", phone="038 000 04 18")
    lead = Who(name=COMPANY.representative, role="directeur", email="directie@dijkvaart.example", phone="038 000 04 10")
    watch = Who(name="Wachtdienst inbreuken", email="inbreuken@dijkvaart.example", phone="038 000 04 19")
    for level, who in ((Level.FIRST, desk), (Level.BREACH, watch), (Level.FINAL, lead)):
        appointing.appoint(world.organisation, None, level, who, by=world.by(world.began))
