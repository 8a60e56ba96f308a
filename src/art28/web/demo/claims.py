"""Claims under agreements: settled, contested, reported and being drawn up."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from art28.web.casework import To
from art28.web.claims import actions
from art28.web.claims.actions import Claimed
from art28.web.claims.models import Claim, Head, Kind, Side
from art28.web.demo import post
from art28.web.demo.telling import Story
from art28.web.demo.world import World

_CLAIMED = (
    (
        430,
        "zakelijk",
        Kind.DAMAGE,
        Side.CONTROLLER,
        "Inbraak bij de leverancier van back-ups",
        "Kosten van eigen onderzoek",
        480_000,
    ),
    (
        220,
        "zakelijk",
        Kind.DAMAGE,
        Side.CONTROLLER,
        "Back-updrager zoekgeraakt bij vervoer",
        "Opnieuw invoeren van documenten",
        125_000,
    ),
    (
        90,
        "zorg",
        Kind.THIRD_PARTY,
        Side.CONTROLLER,
        "Inzage in een dossier zonder behandelrelatie",
        "Schadevergoeding aan een cliënt",
        75_000,
    ),
    (
        12,
        "zakelijk",
        Kind.DAMAGE,
        Side.CONTROLLER,
        "Offerte met klantgegevens naar een concurrent",
        "Kosten van een advocaat",
        210_000,
    ),
)


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    return (_claim(world, number) for number in range(len(_CLAIMED)))


def _claim(world: World, number: int) -> Story:
    days, template, kind, side, event, what, cents = _CLAIMED[number]
    at = yield world.ago(days, "15:30")
    said = Claimed(
        kind=kind,
        claimant=side,
        event=event,
        what=what,
        arose_at=at - timedelta(days=20),
        by_whom="een cliënt" if kind is Kind.THIRD_PARTY else "",
        failure="Onvoldoende beveiliging van de gegevens",
    )
    row = actions.claim(world.under(template, number * 7), said, by=world.by(at))
    actions.add_item(row, head=Head.CAUSE, text=what, cents=cents, proof="factuur", by=world.by(at))
    actions.add_item(
        row, head=Head.LIMIT, text="Uren van medewerkers", cents=cents // 4, proof="urenlijst", by=world.by(at)
    )
    if number == len(_CLAIMED) - 1:
        return
    at = yield at + timedelta(days=4)
    _reported(world, row, at)
    at = yield at + timedelta(days=18)
    actions.answer(row, text="De omvang van de uren is niet onderbouwd.", by=world.by(at))
    if number < 2:
        at = yield at + timedelta(days=30)
        reason = "In overleg; de uren zijn gehalveerd."
        actions.settle(row, cents=cents // 2, reason=reason, above=False, by=world.by(at))


def _reported(world: World, row: Claim, at: datetime) -> None:
    """By whoever claims: the other side, or we to it."""
    if not row.ours:
        actions.receive(row, at=at, how="per aangetekende brief", specified=True, by=world.by(at))
        return
    to = To(recipient="juridisch@verwerker.example", recipient_name="de directie", signed_by="Hester van Loon")
    actions.report(row, to=to, by=world.by(at))
    post.deliver(at + timedelta(minutes=1))
