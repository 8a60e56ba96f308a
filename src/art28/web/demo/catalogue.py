"""What the provider offers and who works on it: what stands in `services.toml` and `subprocessors.toml`, kept by actions."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.text import slugify

from art28.web.accounts.rights import Role
from art28.web.demo import customers
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.services import actions as services
from art28.web.services.actions import About
from art28.web.subprocessors import actions as register
from art28.web.subprocessors.actions import OnFile, Standing


@dataclass(frozen=True, slots=True)
class Kept:
    """A service: what is kept of it, the sectors whose customers take it (none: all), and how many people one has, about."""

    about: About
    sectors: frozenset[str]
    many: int


@cache
def sub_processors() -> Mapping[str, Mapping[str, Any]]:
    """What stands in `subprocessors.toml`, by key."""
    return tomllib.loads(files(__package__).joinpath("subprocessors.toml").read_text(encoding="utf-8"))


def countries() -> Mapping[str, str]:
    """Where each sub-processor is established, by its name."""
    return {row["name"]: row["country"] for row in sub_processors().values()}


@cache
def kept() -> tuple[Kept, ...]:
    """What stands in `services.toml`."""
    read = tomllib.loads(files(__package__).joinpath("services.toml").read_text(encoding="utf-8"))
    return tuple(
        Kept(
            about=About(
                name=row["name"],
                description=row["does"],
                data_categories=tuple(read["data"][row["data"]]),
                special_categories=tuple(row.get("special", ())),
                data_subjects=tuple(row["people"]),
                purposes=(row["does"].rstrip(".").lower(),),
                retention=read["kept"][row["data"]],
                measures=tuple(read["guards"][row["data"]]),
                systems=tuple(row["systems"]),
                sub_processors=tuple(_works(key, role) for key, role in row["with"].items()),
                people=row["many"],
            ),
            sectors=frozenset(row.get("of", ())),
            many=row["many"],
        )
        for row in read["service"]
    )


def _works(key: str, role: str) -> Mapping[str, Any]:
    row = sub_processors()[key]
    return {"name": row["name"], "role": role, "countries": list(row["countries"]), "email": _mailbox(row["name"])}


def _mailbox(name: str) -> str:
    return f"privacy@{slugify(name.split()[0])}.example"


def stories(world: World) -> Iterator[Story]:
    """The register of sub-processors and the catalogue of services, both as the organisation began with art28."""
    yield _register(world)
    yield _catalogue(world, kept())


def _catalogue(world: World, those: Sequence[Kept]) -> Story:
    at = yield world.ago(729, "10:15")
    for each in those:
        at += timedelta(minutes=4)
        world.services[each.about.name] = services.add(world.organisation, each.about, **world.acted(at, Role.ENGINEER))


def _register(world: World) -> Story:
    at = yield world.ago(729, "09:05")
    for key, row in sub_processors().items():
        at += timedelta(minutes=1)
        street, postcode, city = row["at"]
        about = register.About(
            name=row["name"],
            registration=f"97{world.chance.randint(0, 999_999):06}" if row["country"] == "NL" else "",
            street=street,
            postcode=postcode,
            city=city,
            country=row["country"],
            countries=tuple(row["countries"]),
            contact_name=customers.person(world.chance),
            email=_mailbox(row["name"]),
            phone=""
            if row["country"] != "NL"
            else f"0{world.chance.randint(10, 79)} 000 {world.chance.randint(1000, 9999)}",
        )
        world.sub_processors[key] = register.add(world.organisation, about, **world.acted(at))
    for key, row in sub_processors().items():
        for child, role in row.get("behind", {}).items():
            how = Standing(role=role, countries=tuple(sub_processors()[child]["countries"]))
            register.put_behind(world.sub_processors[key], world.sub_processors[child], how, **world.acted(at))
    for key, row in sub_processors().items():
        for country, kind in row.get("safeguard", {}).items():
            assessed = world.ago(365 * row["assessed"]).date() if "assessed" in row else None
            on_file = OnFile(country=country, kind=kind, signed_on=world.ago(740).date(), assessed_on=assessed)
            register.file_safeguard(world.sub_processors[key], on_file, **world.did(at))
