"""Agreements with customers on the provider's templates: put in, read, and the services that are taken under each."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.text import slugify

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Role
from art28.web.agreements import actions, pump
from art28.web.agreements.models import Agreement
from art28.web.agreements.reading import Read
from art28.web.agreements.storing import store
from art28.web.demo import templates
from art28.web.demo.catalogue import Kept
from art28.web.demo.telling import Story
from art28.web.demo.templates import Provider, Taken, Template
from art28.web.demo.world import Customer, World
from art28.web.services import actions as services

_MOST_SERVICES = 5
_AT_THE_START = 0.55
"""The share of agreements that were put in when the organisation began with art28."""


@dataclass(frozen=True, slots=True)
class Signed:
    """An agreement with a customer, as a file; `at` is when it was put in, `deviates` whether anything was negotiated."""

    key: str
    customer: Customer
    template: Template
    taken: tuple[Kept, ...]
    name: str
    data: bytes
    at: datetime
    deviates: bool


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
            data=templates.text_of(template, facts, agreed),
            at=at,
            deviates=bool(agreed),
        )


def put_in_at(world: World) -> datetime:
    """When an agreement was put in: many at the start, the others ever since."""
    days = 725 - world.chance.random() * 12 if world.chance.random() < _AT_THE_START else world.chance.uniform(20, 700)
    return world.ago(days, f"{world.chance.randint(9, 16):02}:{world.chance.randint(0, 59):02}")


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


def stories(world: World, those: Sequence[Signed], found: Mapping[str, "Future[Read]"]) -> Iterator[Story]:
    """How each was put in, read, and linked to its services."""
    for each in those:
        yield _put_in(world, each, found)


def _put_in(world: World, each: Signed, found: Mapping[str, "Future[Read]"]) -> Story:
    at = yield each.at
    at = at + timedelta(seconds=world.chance.randint(20, 90))
    upload = actions.Upload(each.name, "text/markdown", each.data)
    agreement = read_in(world.organisation, upload, found[each.name], actor=world.actor(Role.ENGINEER), now=at)
    if agreement is None:
        return
    world.agreements[each.key] = agreement
    at = at + timedelta(hours=1)
    for service in each.taken:
        people = round(service.many * world.chance.uniform(0.3, 1.7))
        use = services.Use(people=people, since_on=at.date() - timedelta(days=world.chance.randint(0, 900)))
        services.link(world.services[service.about.name], agreement, use, **world.acted(at, Role.ENGINEER))


def read_in(
    organisation: Organisation, upload: actions.Upload, found: "Future[Read]", *, actor: Actor, now: datetime
) -> Agreement | None:
    """Put a file in and keep what was read in it; None where it is in already."""
    (taken,) = actions.put_in(organisation, [upload], actor=actor, now=now, largest_bytes=settings.UPLOAD_MAX_BYTES)
    if taken.agreement is None or taken.refusal is not None:
        return None
    claimed = pump.claim(now=now, of_file=taken.agreement.source_id)
    if claimed is None:
        return None
    store(claimed[0].pk, found.result(), lease=claimed[1], now=now)
    return Agreement.objects.select_related("organisation").get(pk=taken.agreement.pk)
