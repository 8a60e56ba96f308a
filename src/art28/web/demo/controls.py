"""Recurring checks with half a year of results: most pass, one failed and was mended, one fails now, one stays out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from art28.web.accounts.rights import Role
from art28.web.controls import actions, alarms, taking
from art28.web.controls.actions import About
from art28.web.controls.models import Check, Source
from art28.web.controls.taking import Given, Origin
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_BEGAN = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A check, every how many days it is done, how many days ago it failed, and how many days ago it was last done."""

    about: About
    every: int
    failed: tuple[int, ...] = ()
    last: int = 0


def _checks(world: World) -> tuple[Kept, ...]:
    backup = About(
        code="backup-leeftijd",
        name="Leeftijd van de laatste back-up",
        shows="De back-up is hooguit zeven dagen oud",
        rhythm="weekly",
        max_age_hours=168,
        owner=world.user(Role.ENGINEER),
    )
    key = About(
        code="sleutellengte",
        name="Sterkte van de versleuteling",
        shows="Verbindingen gebruiken sleutels van ten minste 2048 bits",
        rhythm="monthly",
        rule="at_least",
        bound=Decimal(2048),
        unit="bits",
        owner=world.user(Role.ENGINEER),
    )
    restore = About(
        code="herstelproef",
        name="Proef met terugzetten",
        shows="Een back-up is volledig teruggezet",
        rhythm="quarterly",
        owner=world.user(Role.ENGINEER),
    )
    access = About(
        code="rechten",
        name="Nalopen van toegangsrechten",
        shows="Rechten van vertrokken medewerkers zijn ingetrokken",
        rhythm="monthly",
        owner=world.user(),
    )
    patches = About(
        code="updates",
        name="Openstaande beveiligingsupdates",
        shows="Niet meer dan vijf systemen wachten op een update",
        rhythm="weekly",
        rule="at_most",
        bound=Decimal(5),
        unit="systemen",
        owner=world.user(Role.ENGINEER),
    )
    return (
        Kept(about=backup, every=7, failed=(62,)),
        Kept(about=key, every=28),
        Kept(about=restore, every=80),
        Kept(about=access, every=28, last=45),
        Kept(about=patches, every=7, failed=(5,)),
    )


def stories(world: World) -> Iterator[Story]:
    """One for each check, and the look for what stays out."""
    yield from (_kept(world, each) for each in _checks(world))
    yield _missed(world)


def _kept(world: World, each: Kept) -> Story:
    at = yield world.ago(_BEGAN, "10:00")
    row = actions.add(world.organisation, each.about, **world.acted(at, Role.ENGINEER))
    for days in range(_BEGAN - each.every, each.last, -each.every):
        at = yield world.ago(days, "07:30")
        failed = any(days - each.every < bad <= days for bad in each.failed)
        _taken(world, row, each, at, passed=not failed)


def _taken(world: World, row: Check, each: Kept, at: datetime, *, passed: bool) -> None:
    bounds = {"at_least": Decimal(4096), "at_most": Decimal(2 if passed else 9)}
    given = Given(
        check=row.pk,
        at=at,
        said=passed if each.about.rule == "said" else None,
        value=bounds.get(each.about.rule),
        of_at=at - timedelta(hours=9 if passed else 200) if each.about.max_age_hours else None,
        note="" if passed else "Wordt vandaag hersteld.",
    )
    origin = Origin(source=Source.HAND, by=world.user(Role.ENGINEER))
    taking.take(world.organisation, (given,), origin=origin, **world.acted(at, Role.ENGINEER))


def _missed(world: World) -> Story:
    at = yield world.now
    alarms.miss(now=at, limit=100)
