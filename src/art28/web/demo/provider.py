"""The provider: its services, sub-processors and customers, with an agreement for each on one of its templates."""

from collections.abc import Iterator

from art28.web.demo import agreements, catalogue, customers
from art28.web.demo.agreements import Signed
from art28.web.demo.templates import Provider
from art28.web.demo.world import World
from art28.web.parties import actions as parties

COMPANY = Provider(
    "Dijkvaart Telecom & Cloud B.V.", "99063815", "Singelkade 12", "8011 AB", "Zwolle", "Hester van Loon"
)
CUSTOMERS = 300


def signed(world: World) -> Iterator[Signed]:
    """An agreement with each customer."""
    parties.add_legal_entity(
        world.organisation, COMPANY.name, registration=COMPANY.registration, **world.acted(world.began)
    )
    world.customers.extend(customers.customers(world.some(CUSTOMERS), world.chance))
    yield from agreements.signed(world, COMPANY, catalogue.kept(), catalogue.countries())
