"""Signals of possible breaches: most were none, some became one, a few wait."""

from collections.abc import Iterator
from datetime import timedelta

from art28.web.accounts.rights import Role
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.intake import actions
from art28.web.intake.actions import Origin
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Source

_NONE = (
    (
        670,
        "Een gebruiker kreeg een mail met een vreemde bijlage.",
        "Servicedesk",
        "De bijlage is tegengehouden en niet geopend.",
    ),
    (
        560,
        "Veel mislukte aanmeldingen op één account.",
        "Aanmelden en rechten",
        "Een vergeten wachtwoord op een oude telefoon.",
    ),
    (433, "Een schijf staat als defect gemeld.", "Back-up", "De schijf was versleuteld en is bij ons vernietigd."),
    (
        340,
        "Een klant ziet een onbekende naam in zijn overzicht.",
        "Vaste telefonie",
        "Het was een nieuwe medewerker van de klant zelf.",
    ),
    (255, "Een laptop is niet ingeleverd bij vertrek.", "Beheerde werkplek", "De laptop lag nog in de vergaderkamer."),
    (
        160,
        "Een map was korte tijd zonder wachtwoord te openen.",
        "Bestanden delen",
        "Uit het logboek blijkt dat niemand haar heeft geopend.",
    ),
    (
        88,
        "Een leverancier meldt onderhoud aan zijn beveiliging.",
        "Bewaking van beveiliging",
        "Er waren geen persoonsgegevens bij betrokken.",
    ),
    (
        27,
        "Een factuur kwam bij de verkeerde afdeling terecht.",
        "Boekhouding",
        "Binnen dezelfde klant, aan iemand die haar mocht zien.",
    ),
)
_OPEN = (
    (30, "Een klant meldt dat oude medewerkers nog in het portaal staan.", "Aanmelden en rechten"),
    (8, "Een back-up van gisteren kan niet worden teruggezet.", "Back-up"),
    (2, "Een bezoeker ziet de naam van een ander in het formulier.", "Website"),
)


def stories(world: World) -> Iterator[Story]:
    """One for each."""
    for days, what, service, reason in _NONE:
        yield _none(world, days, what, service, reason)
    for hours, what, service in _OPEN:
        yield _open(world, hours, what, service)


def _none(world: World, days: int, what: str, service: str, reason: str) -> Story:
    at = yield world.ago(days, "11:50")
    facts = SignalFacts(what=what, where="service", where_name=service, noticed_at=at - timedelta(minutes=30))
    origin = Origin(source=Source.FORM, by=world.user(Role.ENGINEER))
    signal = actions.report(world.organisation, facts, origin=origin, **world.acted(at, Role.ENGINEER))
    at = yield at + timedelta(hours=3)
    actions.decide_no_breach(signal, reason=reason, **world.did(at))


def _open(world: World, hours: int, what: str, service: str) -> Story:
    at = yield world.now - timedelta(hours=hours)
    facts = SignalFacts(what=what, where="service", where_name=service, noticed_at=at - timedelta(minutes=15))
    origin = Origin(source=Source.FORM, by=world.user(Role.ENGINEER))
    signal = actions.report(world.organisation, facts, origin=origin, **world.acted(at, Role.ENGINEER))
    at = yield at + timedelta(hours=1)
    if hours > 5:
        until = at + timedelta(hours=24)
        todo = "Logboeken nalopen en de klant terugbellen."
        actions.look_into(signal, who=world.user(Role.ENGINEER), until=until, what=todo, **world.acted(at))
