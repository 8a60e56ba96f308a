"""What stands beside claims: proof of insurance, a dispute that was talked over, and failures that had to be cured."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.claims import disputing, insuring, terminating
from art28.web.claims.cases import DisputeState, Ground
from art28.web.claims.sides import Side
from art28.web.demo.telling import Story
from art28.web.demo.world import World


def stories(world: World) -> Iterator[Story]:
    """Insurance year after year, disputes, terminations."""
    yield _insured(world)
    yield _dispute(world, 340, 3, settled=True)
    yield _dispute(world, 24, 8, settled=False)
    yield _failure(world, 210, 5, cured=True)
    yield _failure(world, 9, 12, cured=False)


def _insured(world: World) -> Story:
    for turn, days in enumerate((690, 330)):
        at = yield world.ago(days, "10:40")
        insuring.keep(
            world.organisation,
            None,
            insurer="Noorderpolis Verzekeringen N.V.",
            number=f"NP-{4410 + turn}",
            covers="aansprakelijkheid voor bedrijven en schade door inbreuken",
            cents=250_000_000,
            expires_on=(at + timedelta(days=375)).date(),
            document="map Verzekeringen",
            by=world.by(at),
        )


def _dispute(world: World, days: int, number: int, *, settled: bool) -> Story:
    at = yield world.ago(days, "15:05")
    what = "Wie draagt de kosten van het terugzetten van de back-up?" if settled else "Is de opzegging op tijd gedaan?"
    row = disputing.notice(world.under("zakelijk", number), what=what, claim=None, by=world.by(at))
    at = yield at + timedelta(days=7)
    disputing.go(row, DisputeState.TALKS, on=at.date(), what="Gesprek bij de klant op kantoor.", by=world.by(at))
    if settled:
        at = yield at + timedelta(days=30)
        disputing.go(row, DisputeState.SETTLED, on=at.date(), what="Ieder draagt de helft.", by=world.by(at))


def _failure(world: World, days: int, number: int, *, cured: bool) -> Story:
    at = yield world.ago(days, "09:50")
    row = terminating.begin(
        world.under("overheid", number),
        ground=Ground.BREACH,
        party=Side.CONTROLLER,
        reason="Het jaarlijkse overzicht van maatregelen bleef uit.",
        noticed_on=at.date(),
        until=(at + timedelta(days=30)).date(),
        to=None,
        by=world.by(at),
    )
    if cured:
        at = yield at + timedelta(days=11)
        terminating.stay(row, outcome="Het overzicht is gegeven; de klant heeft dat bevestigd.", by=world.by(at))
