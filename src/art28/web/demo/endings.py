"""Agreements that ended or end, and what is kept how long."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.obligations.retaining import Basis, Rule
from art28.web.agreements.models import Agreement
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.endings import actions, certifying, deleting, keeping, planning, queries
from art28.web.endings import pump as endings
from art28.web.endings.deleting import Deletion
from art28.web.endings.keeping import Longer
from art28.web.endings.models import Choice, ChosenHow, CostKind, Ending, KeptOn, Kind, NoticeBy, Scope

_KEPT = (
    ("Gespreksgegevens", "P6M", 200),
    ("Logboeken", "P1Y", 340),
    ("Camerabeelden", "P28D", 25),
    ("Back-ups", "P30D", 33),
)
_FRESH = 10
"""An ending of fewer days ago waits for its choice."""


def stories(world: World) -> Iterator[Story]:
    """One for each agreement that ends, and the terms of what is kept."""
    days = (3, 20, 58, 120, 230, 350, 470, 600)
    for number, ago in enumerate(days):
        yield _ending(world, number, ago)
    yield _kept(world)


def _kept(world: World) -> Story:
    at = yield world.ago(60, "10:00")
    for number, (name, period, since) in enumerate(_KEPT * 3):
        agreement = _of(world, 20 + number)
        rule = Rule(Basis.ROLLING, period)
        planning.set_retention(
            agreement,
            name=name,
            service="",
            rule=rule,
            said="",
            provision="",
            since=world.now - timedelta(days=since - number),
            **world.acted(at),
        )
    keeping.set_hold(
        _of(world, 22), reason="Beslag door de rechtbank in een geschil met een werknemer", **world.did(at)
    )
    for at in (world.ago(59, "06:00"), world.ago(30, "06:00"), world.ago(2, "06:00"), world.now):
        yield at
        endings.begin_clocks(now=at, limit=1_000)


def _of(world: World, number: int) -> Agreement:
    return world.under("zakelijk", number * 3 + 1)


def _ending(world: World, number: int, days: int) -> Story:
    at = yield world.ago(days, "16:00")
    ends_on = (at + timedelta(days=30)).date()
    agreement = world.another("zakelijk", number)
    if agreement is None:
        return
    given = actions.NoticeGiven(
        by=NoticeBy.CONTROLLER if number % 3 else NoticeBy.BOTH,
        scope=Scope.MAIN,
        noticed_on=at.date(),
        ends_on=ends_on,
        clause="12.2",
        target_on=ends_on + timedelta(days=60),
        sure=True,
    )
    row = actions.give_notice(agreement, given, **world.did(at))
    text = "Uitlezen en overdragen"
    actions.add_cost(row, CostKind.HAND_OVER, text, 45_000, actual=False, **world.did(at))
    planning.add_place(
        row, Kind.BACKUP, "Nachtelijke back-up", service="", contact=("", ""), days=30, **world.acted(at)
    )
    if days < _FRESH:
        return
    at = yield at + timedelta(days=14)
    who = f"{row.agreement.counterparty_name}, per e-mail"
    choice = Choice.RETURN if number % 2 else Choice.DELETE
    actions.choose(row, choice, how=ChosenHow.BY_HAND, who=who, at=at, **world.acted(at))
    at = yield at + timedelta(days=20)
    if choice is Choice.RETURN:
        sums = f"{'0123456789abcdef' * 4}  overdracht.zip"
        actions.hand_over(
            row, form="CSV en PDF", how="versleutelde overdracht", checksums=sums, at=at, **world.acted(at)
        )
        actions.confirm_receipt(row, who=who, at=at + timedelta(hours=20), **world.acted(at + timedelta(hours=20)))
    at = yield at + timedelta(days=25)
    _erased(world, row, at)


def _erased(world: World, row: Ending, at: datetime) -> None:
    if row.choice == Choice.DELETE:
        longer = Longer(
            on=KeptOn.STATUTORY,
            what="Facturen",
            reason="eigen administratie",
            law="retention.fiscal_administration",
            told_at=at,
        )
        keeping.stays(row, longer, **world.acted(at))
    theirs = Deletion(at=at, method="gewist door de subverwerker", attested_by="de functionaris van de subverwerker")
    ours = Deletion(at=at, method="omgeving verwijderd, sleutels vernietigd")
    for kind, done in ((Kind.SUB_PROCESSOR, theirs), (Kind.SYSTEM, ours), (None, ours)):
        waiting = queries.outstanding(row)
        found = list((waiting if kind is None else waiting.filter(kind=kind)).values_list("pk", flat=True))
        if found:
            deleting.delete(row.organisation, found, done, **world.did(at))
    certifying.certify(row, signed_by="Pim Wolthuis, functionaris gegevensbescherming", **world.acted(at))
