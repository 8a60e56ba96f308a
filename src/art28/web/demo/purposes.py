"""Purposes of the organisation's own under agreements, as far as those leave room: decided on, used, ended, refused."""

from collections.abc import Iterator
from datetime import timedelta

from art28.obligations.reusing import Stance
from art28.web.acting import NotNow
from art28.web.agreements import queries
from art28.web.agreements.models import Agreement
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.processing.models import LegalBasis
from art28.web.purposes import actions, bearings
from art28.web.purposes.actions import Wanted
from art28.web.purposes.models import Kind

_WANTED = (
    (Kind.IMPROVEMENT, "Storingen sneller herkennen", ("meldingen aan de servicedesk",), True),
    (Kind.STATISTICS, "Gebruik van diensten per sector tellen", ("gebruiksgegevens",), True),
    (Kind.SURVEY, "Gebruikers vragen hoe tevreden zij zijn", ("naam", "e-mailadres"), False),
    (Kind.IMPROVEMENT, "Een zoekfunctie beproeven op echte meldingen", ("inhoud van meldingen",), False),
)

_LOOKED_AT = 12


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    return (_purpose(world, number) for number in range(len(_WANTED)))


def _purpose(world: World, number: int) -> Story:
    kind, purpose, data, anonymised = _WANTED[number]
    at = yield world.ago(300 - 85 * number, "11:25")
    allowing = _allowing(world) if number < len(_WANTED) - 1 else []
    agreement = allowing[number % len(allowing)] if allowing else world.under("zakelijk", number)
    wanted = Wanted(
        kind=kind, purpose=purpose, data=data, data_subjects=("gebruikers van de klant",), anonymised=anonymised
    )
    try:
        row = actions.register(agreement, wanted, by=world.by(at))
    except NotNow as refusal:
        actions.refused(agreement, purpose, refusal, by=world.by(at))
        return
    if number == len(_WANTED) - 1:
        return
    at = yield at + timedelta(days=6)
    try:
        actions.decide(
            row,
            allowed=number != 2,
            legal_basis=LegalBasis.INTERESTS,
            informed="Vermeld in de privacyverklaring van de dienst.",
            reason="Zonder namen, en ieder kan zich afmelden." if number != 2 else "Gebruikers verwachten dit niet.",
            by=world.by(at),
        )
        if number == 2:
            return
        at = yield at + timedelta(days=20)
        actions.log(row, what="Telling over het kwartaal gemaakt", used_at=at, anonymised=True, by=world.by(at))
    except NotNow as refusal:
        actions.refused(row, purpose, refusal, by=world.by(at))


def _allowing(world: World) -> list[Agreement]:
    """Of the agreements that came first, those that allow a purpose of the processor's own."""
    first = (
        queries.agreements(world.organisation).select_related("organisation").order_by("added_at", "id")[:_LOOKED_AT]
    )
    return [each for each in first if bearings.of(each).stance == Stance.ALLOWED]
