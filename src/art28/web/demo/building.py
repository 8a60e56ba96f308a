"""Organisations and their histories, each made whole or not at all; what is there already stays as it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from django.db import transaction

from art28.web.accounts.models import Membership, Organisation
from art28.web.audit.sealing import seal_all
from art28.web.demo import (
    agreements,
    audits,
    breaches,
    catalogue,
    changes,
    claims,
    controller,
    controls,
    disclosures,
    drafts,
    endings,
    events,
    exercises,
    hospital,
    instructions,
    large_breach,
    lifecycle,
    measures,
    people,
    portfolio,
    provider,
    requests,
    running_breaches,
    samples,
    settings,
    signals,
    staff,
)
from art28.web.demo.agreements import Signed
from art28.web.demo.reading import reading
from art28.web.demo.telling import Story, play
from art28.web.demo.world import HISTORY, World
from art28.web.families.pump import pump as place

Say = Callable[[str], None]
_SEED = 28


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two organisations: its name, the agreements it has, and the apps whose histories are told in it."""

    name: str
    slug: str
    signed: Callable[[World], Iterator[Signed]]
    apps: Sequence[Callable[[World], Iterable[Story]]]


PROVIDER = Kind(
    "Dijkvaart Groep",
    "dijkvaart",
    provider.signed,
    (
        settings.stories,
        catalogue.stories,
        lifecycle.stories,
        portfolio.stories,
        changes.stories,
        signals.stories,
        breaches.stories,
        large_breach.stories,
        running_breaches.stories,
        exercises.stories,
        requests.stories,
        instructions.stories,
        audits.stories,
        events.stories,
        disclosures.stories,
        endings.stories,
        drafts.stories,
        measures.stories,
        controls.stories,
        claims.stories,
        staff.stories,
    ),
)
CONTROLLER = Kind(
    "Ziekenhuis Wilgenborg",
    "wilgenborg",
    controller.signed,
    (
        settings.stories,
        lifecycle.stories,
        portfolio.stories,
        signals.stories,
        hospital.stories,
        exercises.stories,
        requests.own,
        instructions.stories,
        audits.stories,
        events.stories,
        disclosures.stories,
        endings.stories,
        drafts.stories,
        measures.stories,
        controls.stories,
        claims.stories,
    ),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: with which password, from which samples, for how many customers, on how many processors (None: all)."""

    password: str
    files: tuple[Path, ...]
    customers: int = provider.CUSTOMERS
    processes: int | None = None


def build(wanted: Wanted, *, now: datetime, say: Say) -> tuple[Organisation, ...]:
    """Both organisations, the provider first."""
    return tuple(_built(kind, wanted, now=now, say=say) for kind in (PROVIDER, CONTROLLER))


def _built(kind: Kind, wanted: Wanted, *, now: datetime, say: Say) -> Organisation:
    known = Organisation.objects.filter(slug=kind.slug).first()
    if known is not None:
        return known
    with transaction.atomic():
        organisation = people.organisation(kind.name, kind.slug, wanted.password, now=now - HISTORY)
        members = Membership.objects.select_related("user", "organisation").filter(organisation=organisation)
        world = World(
            organisation=organisation,
            people={row.role: row for row in members},  # type: ignore[misc]
            now=now,
            chance=Random(_SEED),  # noqa: S311 - no secret
            scale=wanted.customers / provider.CUSTOMERS,
        )
        _tell(world, kind, wanted, say)
    return organisation


def _tell(world: World, kind: Kind, wanted: Wanted, say: Say) -> None:
    signed = list(kind.signed(world))
    say(f"{kind.name}: {len(signed)} agreements are drafted, read and put in, with two years of history ...")
    files = wanted.files if kind is PROVIDER else ()
    waiting = {path.name: path.read_bytes() for path in files} | {each.name: each.data for each in signed}
    with reading(waiting, processes=wanted.processes) as found:
        stories = [
            *([samples.story(world, files, found)] if kind is PROVIDER else ()),
            *agreements.stories(world, signed, found),
            *(story for app in kind.apps for story in app(world)),
        ]
        nights = [(at, partial(_nightly, world, say)) for at in _nights(world.now)]
        play(stories, until=world.now, meanwhile=nights)
    _nightly(world, say, world.now)


def _nights(now: datetime) -> Iterator[datetime]:
    """When what waits is carried out and sealed: every fortnight, of late every day."""
    yield from (now - timedelta(days=days) for days in (*range(721, 14, -14), *range(14, 0, -1)))


def _nightly(world: World, say: Say, at: datetime) -> None:
    """What a worker does: place agreements among their families, and seal the evidence; and say how far the history is."""
    while place(now=at, limit=500):
        pass
    seal_all(world.organisation.pk, now=at)
    if at.month != world.told_month and (at.month % 4 == 1 or at == world.now):
        say(f"  {at:%Y-%m}: {len(world.agreements)} agreements")
    world.told_month = at.month
