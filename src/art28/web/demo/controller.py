"""The controller: a hospital with the agreements of its processors, on its own paper and on theirs."""

import tomllib
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files

from django.utils.text import slugify

from art28.agreement.model import Value
from art28.web.demo import agreements, catalogue, customers, templates
from art28.web.demo.agreements import Signed
from art28.web.demo.world import Customer, World
from art28.web.parties import actions as parties

HOSPITAL = Customer(
    name="Stichting Ziekenhuis Wilgenborg",
    sector="zorg",
    city="Amersfoort",
    street="Wilgenlaan 200",
    postcode="3818 KL",
    registration="98100200",
    person="Hester van Loon",
    site="wilgenborg.example",
)
_PROCESSORS = 60
_OWN_PAPER = 5
"""Of so many processors two sign on the hospital's own paper, the others on theirs."""


def signed(world: World) -> Iterator[Signed]:
    """An agreement with each processor."""
    parties.add_legal_entity(
        world.organisation, HOSPITAL.name, registration=HOSPITAL.registration, **world.acted(world.began)
    )
    known = templates.templates()
    for number, (name, activity) in enumerate(_processors()[: world.some(_PROCESSORS)]):
        supplier = customers.customer(name, "zakelijk", world.chance)
        template = known["zorg" if number % _OWN_PAPER > 2 else "zakelijk"]
        at = agreements.put_in_at(world)
        agreed = templates.deviations(template, world.chance)
        facts = _facts(world, supplier, activity, template=template.key) | {
            "term.signed_on": (at - timedelta(days=world.chance.randint(5, 900))).date().isoformat()
        }
        yield Signed(
            key=f"{template.key}/{number:04}",
            customer=supplier,
            template=template,
            taken=(),
            name=f"verwerkersovereenkomst-{slugify(name)}.md",
            facts=facts,
            agreed=agreed,
            at=at,
        )


def _processors() -> list[tuple[str, str]]:
    read = tomllib.loads(files(__package__).joinpath("suppliers.toml").read_text(encoding="utf-8"))
    activities = read["activities"]
    shared = [row["name"] for row in catalogue.sub_processors().values()]
    own = [(name, activity) for name, activity in read["processors"]]
    return [*own, *((name, activities[number % len(activities)]) for number, name in enumerate(shared))]


def _facts(world: World, supplier: Customer, activity: str, *, template: str) -> dict[str, Value]:
    special = template == "zorg"
    taken = templates.Taken(
        name=activity.capitalize(),
        does=activity,
        data=("naam", "geboortedatum", "patiëntnummer") if special else ("naam", "e-mailadres", "telefoonnummer"),
        special=("gegevens over gezondheid",) if special else (),
        people=("patiënten",) if special else ("medewerkers", "bezoekers"),
        sub_processors=_behind(world, supplier),
    )
    return templates.facts_of(
        templates.templates()[template], HOSPITAL, templates.signing(supplier), [taken], signed_on=world.now.date()
    )


def _behind(world: World, supplier: Customer) -> tuple[dict[str, object], ...]:
    """Some of those who stand behind others, so that several suppliers have one in common."""
    known = catalogue.sub_processors()
    roles = {key: role for row in known.values() for key, role in row.get("behind", {}).items()}
    behind = [(known[key], role) for key, role in roles.items() if known[key]["name"] != supplier.name]
    return tuple(
        {"name": row["name"], "role": role, "established_in": row["country"], "countries": list(row["countries"])}
        for row, role in world.chance.sample(behind, world.chance.randint(0, 3))
    )
