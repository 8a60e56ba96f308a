"""What those that work for the provider promised it: the contracts in `contracts.toml`, on file and looked at each year."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import files

from django.utils.text import slugify

from art28.web.demo import agreements, catalogue, customers, templates
from art28.web.demo.agreements import Signed
from art28.web.demo.telling import Story
from art28.web.demo.templates import Provider, Taken
from art28.web.demo.world import Customer, World
from art28.web.flowdown import actions as flowdown
from art28.web.flowdown.actions import Evaluated
from art28.web.flowdown.models import Result
from art28.web.subprocessors import actions as register

_FILE = "contracts.toml"
_KEY = "contract/"
_NEVER = 2
"""Of three, which was put on file and not looked at since."""
_SUFFICES = "Certificaat en rapport gezien; in orde."
_POINTS = "Zegt minder toe dan onze klanten kregen; wordt bij verlenging besproken."


@cache
def _those() -> Mapping[str, tuple[str, ...]]:
    """With whom there is a contract, by the template it is on: their keys in `subprocessors.toml`."""
    read = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return {key: tuple(said["of"]) for key, said in read.items()}


def signed(world: World, provider: Provider) -> Iterator[Signed]:
    """A contract with each of them, in which the provider stands where its customers stand towards it."""
    us = Customer(
        name=provider.name,
        sector="zakelijk",
        city=provider.city,
        street=provider.street,
        postcode=provider.postcode,
        registration=provider.registration,
        person=provider.representative,
        site="dijkvaart.example",
    )
    for key, of in _those().items():
        template = templates.templates_in(_FILE)[key]
        for each in of:
            row = catalogue.sub_processors()[each]
            street, postcode, city = row["at"]
            supplier = replace(
                customers.customer(row["name"], "zakelijk", world.chance), street=street, postcode=postcode, city=city
            )
            at = agreements.put_in_at(world)
            facts = templates.facts_of(
                template,
                us,
                templates.signing(supplier),
                [_taken(row["name"])],
                signed_on=(at - timedelta(days=world.chance.randint(5, 900))).date(),
            )
            yield Signed(
                key=f"{_KEY}{each}",
                customer=supplier,
                template=template,
                taken=(),
                name=f"subverwerker-{slugify(row['name'])}.md",
                facts=facts,
                agreed=(),
                at=at,
            )


def _taken(name: str) -> Taken:
    """What one does for the provider: its part in every service, and who stands behind it, as the catalogue has it."""
    works = [(each.about, row) for each in catalogue.kept() for row in each.about.sub_processors if row["name"] == name]
    own = next(row for row in catalogue.sub_processors().values() if row["name"] == name)
    behind = [(catalogue.sub_processors()[key], role) for key, role in own.get("behind", {}).items()]
    return Taken(
        name=works[0][1]["role"].capitalize() if works else "Dienstverlening",
        does=", ".join(dict.fromkeys(row["role"] for _, row in works)) or "ondersteuning van de diensten",
        data=tuple(dict.fromkeys(item for about, _ in works for item in about.data_categories))
        or ("naam", "e-mailadres"),
        special=tuple(dict.fromkeys(item for about, _ in works for item in about.special_categories)),
        people=tuple(dict.fromkeys(item for about, _ in works for item in about.data_subjects)) or ("gebruikers",),
        sub_processors=tuple(
            {
                "name": row["name"],
                "role": role,
                "established_in": row["country"],
                "countries": list(row["countries"]),
            }
            for row, role in behind
        ),
    )


def stories(world: World) -> Iterator[Story]:
    """Each contract is put on file as it comes in, and most are evaluated a while later."""
    for key, of in _those().items():
        for number, each in enumerate(of):
            yield _on_file(world, each, key, number)


def _on_file(world: World, key: str, template: str, number: int) -> Story:
    at = yield world.ago(700 - 31 * number, "14:20")
    while (agreement := world.agreements.get(f"{_KEY}{key}")) is None:
        at = yield at + timedelta(days=14)
    row = world.sub_processors[key]
    register.file_agreement(row, agreement, **world.acted(at))
    points = template == "ruim"
    while number % 3 != _NEVER:
        at = yield at + timedelta(days=5)
        evaluated = Evaluated(
            on=at.date(),
            result=Result.POINTS if points else Result.SUFFICES,
            findings=_POINTS if points else _SUFFICES,
            looked_at="certificaat ISO 27001 en het jaarlijkse rapport",
            next_on=at.date() + timedelta(days=365),
        )
        flowdown.evaluate(row, evaluated, by=world.by(at))
        at = yield at + timedelta(days=350)
