"""Agreements with customers on the provider's templates: put in, read, and the services that are taken under each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.utils.text import slugify

from art28.agreement.model import Value
from art28.web.accounts.access import Actor
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, registering
from art28.web.agreements.models import Agreement
from art28.web.agreements.readers import Found
from art28.web.demo import templates
from art28.web.demo.catalogue import Kept
from art28.web.demo.telling import Story
from art28.web.demo.templates import Provider, Taken, Template
from art28.web.demo.world import Customer, World
from art28.web.services import actions as services

_MOST_SERVICES = 5
_FIRST_ROUNDS = 6
_AT_THE_START = 0.25
"""The share of agreements that were put in when the organisation began with art28."""


@dataclass(frozen=True)
class Signed:
    """An agreement with a customer, as a file; `at` is when it was put in, `agreed` what was negotiated in it."""

    key: str
    customer: Customer
    template: Template
    taken: tuple[Kept, ...]
    name: str
    facts: Mapping[str, Value]
    agreed: tuple[Mapping[str, Any], ...]
    at: datetime

    @cached_property
    def data(self) -> bytes:
        """Its text, drafted when it is first asked for."""
        return templates.text_of(self.template, self.facts, self.agreed)


def signed(world: World, provider: Provider, kept: Sequence[Kept], names: Mapping[str, str]) -> Iterator[Signed]:
    """One for each customer; `names` are those of the sub-processors, by key."""
    known = templates.templates()
    for number, customer in enumerate(world.customers):
        fitting = [each for each in known.values() if each.sector == customer.sector]
        template = fitting[0] if len(fitting) == 1 or number % 6 else fitting[1]
        at = put_in_at(world)
        taken = _taken(world, kept, customer.sector)
        agreed = templates.deviations(template, world.chance)
        facts = templates.facts_of(
            template,
            customer,
            provider,
            [_in_words(each, names) for each in taken],
            signed_on=(at - timedelta(days=world.chance.randint(5, 900))).date(),
        )
        yield Signed(
            key=f"{template.key}/{number:04}",
            customer=customer,
            template=template,
            taken=taken,
            name=f"verwerkersovereenkomst-{slugify(customer.name)}.md",
            facts=facts,
            agreed=agreed,
            at=at,
        )


def put_in_at(world: World) -> datetime:
    """When an agreement was put in: many in the rounds of the first days, the others each month with what was signed."""
    if world.chance.random() < _AT_THE_START:
        return world.ago(727 - 2 * world.chance.randrange(_FIRST_ROUNDS), "10:30")
    return world.ago(20 + 28 * world.chance.randrange(25), "10:30")


def _taken(world: World, kept: Sequence[Kept], sector: str) -> tuple[Kept, ...]:
    """What a customer of a sector takes: one service of its own sector at least, where there is one."""
    own = [each for each in kept if sector in each.sectors]
    common = [each for each in kept if not each.sectors]
    many = world.chance.randint(1, _MOST_SERVICES)
    found = world.chance.sample(own, min(len(own), 1 + many // 3)) + world.chance.sample(common, many)
    return tuple(sorted(found, key=kept.index))


def _in_words(each: Kept, names: Mapping[str, str]) -> Taken:
    about = each.about
    return Taken(
        name=about.name,
        does=about.description,
        data=about.data_categories,
        special=about.special_categories,
        people=about.data_subjects,
        sub_processors=tuple({**row, "established_in": names[row["name"]]} for row in about.sub_processors),
    )


def stories(world: World, those: Sequence[Signed], found: dict[str, Found]) -> Iterator[Story]:
    """How they were put in, round by round, and linked to their services."""
    rounds: dict[datetime, list[Signed]] = {}
    for each in those:
        rounds.setdefault(each.at, []).append(each)
    for at in rounds:
        yield _put_in(world, rounds[at], found)


def _put_in(world: World, those: Sequence[Signed], found: dict[str, Found]) -> Story:
    at = yield those[0].at
    uploads = [actions.Upload(each.name, "text/markdown", each.data) for each in those]
    taken = take_in(world, uploads, found, actor=world.actor(Role.ENGINEER), now=at)
    kept = [(each, agreement) for each, agreement in zip(those, taken, strict=True) if agreement is not None]
    world.agreements.update((each.key, agreement) for each, agreement in kept)
    at = at + timedelta(hours=1)
    uses = [
        (world.services[service.about.name], agreement, _use(world, service.many, at))
        for each, agreement in kept
        for service in each.taken
    ]
    services.link_many(world.organisation, uses, **world.acted(at, Role.ENGINEER))


def _use(world: World, many: int, at: datetime) -> services.Use:
    return services.Use(
        people=round(many * world.chance.uniform(0.3, 1.7)),
        since_on=at.date() - timedelta(days=world.chance.randint(0, 900)),
    )


def take_in(
    world: World,
    uploads: Sequence[actions.Upload],
    found: dict[str, Found],
    *,
    actor: Actor,
    now: datetime,
) -> list[Agreement | None]:
    """Put files in with what was read in them, which is taken out of `found`; None where one can't be read or is there."""
    brought = [registering.Brought(upload, found.pop(upload.name).result()) for upload in uploads]
    taken = registering.register(
        world.organisation, brought, actor=actor, now=now, largest_bytes=settings.UPLOAD_MAX_BYTES
    )
    return [each.agreement if each.refusal is None else None for each in taken]
