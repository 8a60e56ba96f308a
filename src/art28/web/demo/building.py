"""Organisations and their histories, each made whole or not at all; what is there already stays as it is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random

from django.db import connection, transaction

from art28.web.accounts.models import Membership, Organisation
from art28.web.agreements.readers import Found, readers, spare_garbage
from art28.web.audit.sealing import seal_all
from art28.web.demo import (
    agreements,
    asked_of_measures,
    assets,
    audits,
    breaches,
    catalogue,
    changes,
    claims,
    confirming,
    contacts,
    contracts,
    controller,
    controls,
    costs,
    disclosures,
    dossiers,
    drafts,
    endings,
    events,
    exercises,
    hospital,
    house,
    instructions,
    large_breach,
    liability,
    lifecycle,
    looked_into,
    measures,
    minding,
    own_processing,
    people,
    portfolio,
    provider,
    purposes,
    received,
    renewals,
    requests,
    returned,
    running_breaches,
    samples,
    settings,
    signals,
    staff,
)
from art28.web.demo.agreements import Signed
from art28.web.demo.telling import Story, play
from art28.web.demo.world import HISTORY, World
from art28.web.families.pump import pump as place

Say = Callable[[str], None]
_SEED = 28
# Rows come at places all over the file: with SQLite's own two MiB the whole took an eighth longer.
_KIB_OF_PAGES = 131_072


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
        contracts.stories,
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
        purposes.stories,
        own_processing.stories,
        liability.stories,
        looked_into.stories,
        assets.stories,
        asked_of_measures.stories,
        contacts.stories,
        renewals.stories,
        dossiers.stories,
        received.stories,
        confirming.stories,
        costs.stories,
        house.stories,
        returned.stories,
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
        own_processing.stories,
        liability.stories,
        assets.stories,
        dossiers.stories,
        received.stories,
        confirming.stories,
        costs.stories,
    ),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: with which password, from which samples, for how many customers, on how many processors (None: all)."""

    password: str
    files: tuple[Path, ...]
    customers: int = provider.CUSTOMERS
    processes: int | None = None


@dataclass(frozen=True, slots=True)
class _Begun:
    """An organisation that has its people and nothing else yet, and the files that its history puts in."""

    kind: Kind
    world: World
    signed: list[Signed]
    files: tuple[Path, ...]

    @property
    def texts(self) -> Iterator[tuple[str, bytes]]:
        """The files by name and bytes, in the order in which they are put in; agreements are drafted as they come up."""
        yield from ((path.name, path.read_bytes()) for path in self.files)
        yield from ((each.name, each.data) for each in sorted(self.signed, key=lambda each: each.at))

    @property
    def names(self) -> Iterator[str]:
        """The names of the files."""
        yield from (path.name for path in self.files)
        yield from (each.name for each in self.signed)


def build(wanted: Wanted, *, now: datetime, say: Say) -> tuple[Organisation, ...]:
    """Both organisations, the provider first. What is to be read for either is read beside the telling."""
    there = {row.slug: row for row in Organisation.objects.filter(slug__in=[PROVIDER.slug, CONTROLLER.slug])}
    missing = [kind for kind in (PROVIDER, CONTROLLER) if kind.slug not in there]
    if not missing:
        return there[PROVIDER.slug], there[CONTROLLER.slug]
    spare_garbage()
    _keep_pages()
    with readers(wanted.processes) as read, transaction.atomic():
        begun = [_begin(kind, wanted, now=now) for kind in missing]
        found = {(each.kind.slug, name): read(name, data) for each in begun for name, data in each.texts}
        import_module("art28.web.urls")  # all that pages need, while the first are being read
        for each in begun:
            _tell(each, {name: found.pop((each.kind.slug, name)) for name in each.names}, say)
    there |= {each.kind.slug: each.world.organisation for each in begun}
    return there[PROVIDER.slug], there[CONTROLLER.slug]


def _keep_pages() -> None:
    """Let SQLite hold in memory what one transaction writes all over the file; to PostgreSQL it is the same."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size=-{_KIB_OF_PAGES}")


def _begin(kind: Kind, wanted: Wanted, *, now: datetime) -> _Begun:
    organisation = people.organisation(kind.name, kind.slug, wanted.password, now=now - HISTORY)
    members = Membership.objects.select_related("user", "organisation").filter(organisation=organisation)
    world = World(
        organisation=organisation,
        people={row.role: row for row in members},  # type: ignore[misc]
        now=now,
        chance=Random(_SEED),  # noqa: S311 - no secret
        scale=wanted.customers / provider.CUSTOMERS,
    )
    return _Begun(kind, world, list(kind.signed(world)), wanted.files if kind is PROVIDER else ())


def _tell(begun: _Begun, found: dict[str, Found], say: Say) -> None:
    """Tell the history of one organisation; what was found in a file is taken out as it is put in."""
    world, kind = begun.world, begun.kind
    say(f"{kind.name}: {len(begun.signed)} agreements are read and put in, with two years of history ...")
    stories = [
        *([samples.story(world, begun.files, found)] if begun.files else ()),
        *agreements.stories(world, begun.signed, found),
        *(story for app in kind.apps for story in app(world)),
    ]
    nights = [(at, partial(_nightly, world, say)) for at in _nights(world.now)]
    play(stories, until=world.now, meanwhile=nights)
    _nightly(world, say, world.now)
    minding.explain(world, world.now)
    seal_all(world.organisation.pk, now=world.now)


def _nights(now: datetime) -> Iterator[datetime]:
    """When what waits is carried out and sealed: every fortnight, of late every day."""
    yield from (now - timedelta(days=days) for days in (*range(721, 14, -14), *range(14, 0, -1)))


def _nightly(world: World, say: Say, at: datetime) -> None:
    """What a worker does, and who gives limits away: place agreements, mind limits, seal; and say how far the history is."""
    while place(now=at, limit=500):
        pass
    minding.mind(world, at)
    seal_all(world.organisation.pk, now=at)
    if at.month != world.told_month and (at.month % 4 == 1 or at == world.now):
        say(f"  {at:%Y-%m}: {len(world.agreements)} agreements")
    world.told_month = at.month
