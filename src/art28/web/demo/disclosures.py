"""What was disclosed to others, on which ground; permissions on file; documents marked confidential."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.demo import customers
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.disclosures import actions
from art28.web.disclosures.actions import Refused, Wanted
from art28.web.disclosures.models import Ground, Towards

_DISCLOSED = (
    (
        633,
        "zakelijk",
        Towards.THIRD_PARTY,
        "Onderzoeksbureau Noordzijde",
        "het toegangslogboek van januari",
        Ground.PERMISSION,
    ),
    (505, "overheid", Towards.AUTHORITY, "de rechtbank", "de aanmeldingen van één gebruiker", Ground.LEGAL_DUTY),
    (
        402,
        "zorg",
        Towards.THIRD_PARTY,
        "de nieuwe leverancier van de klant",
        "een kopie van de roosters",
        Ground.PERMISSION,
    ),
    (288, "onderwijs", Towards.THIRD_PARTY, "een ouder van een andere leerling", "de lijst van een groep", None),
    (164, "zakelijk", Towards.AUTHORITY, "de politie", "de camerabeelden van een inbraak", Ground.LEGAL_DUTY),
    (49, "overheid", Towards.THIRD_PARTY, "een journalist", "meldingen uit een straat", None),
    (7, "zorg", Towards.THIRD_PARTY, "de accountant van de klant", "een overzicht van gebruikers", Ground.PERMISSION),
)


def stories(world: World) -> Iterator[Story]:
    """One for each, and the marks."""
    yield from (_disclosed(world, number) for number in range(len(_DISCLOSED)))
    yield _marks(world)


def _disclosed(world: World, number: int) -> Story:
    days, template, towards, recipient, what, ground = _DISCLOSED[number]
    at = yield world.ago(days, "14:05")
    agreement = world.under(template, number * 7 + 2)
    permission = None
    if ground is Ground.PERMISSION:
        permission = actions.permit(
            agreement,
            recipient=recipient,
            what=what,
            given_by=customers.person(world.chance),
            given_on=at.date(),
            kept_at="per e-mail, in het dossier",
            **world.did(at),
        )
    at += timedelta(hours=1)
    by_law = ground is Ground.LEGAL_DUTY
    wanted = Wanted(
        recipient=recipient,
        towards=towards,
        what=what,
        on=at.date(),
        ground=ground,
        permission=permission,
        told_on=at.date() if by_law else None,
        clause="bevel van de rechter-commissaris" if by_law else "",
        consulted=customers.person(world.chance) if by_law else "",
        consulted_on=at.date() if by_law else None,
        outcome="geen bezwaar" if by_law else "",
    )
    try:
        actions.disclose(agreement, None, wanted, **world.did(at))
    except Refused:
        return


def _marks(world: World) -> Story:
    at = yield world.ago(350, "09:00")
    for number in range(6):
        reason = "De overeenkomst noemt zichzelf vertrouwelijk."
        actions.mark(world.under("overheid", number), confidential=True, reason=reason, **world.did(at))
