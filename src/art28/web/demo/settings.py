"""How the organisation set art28: a team, targets, a token for a program, what the Cyberbeveiligingswet makes of it."""

from collections.abc import Iterator
from datetime import timedelta

from art28.agreement.duties import Action
from art28.web.accounts import teams
from art28.web.accounts.rights import Role
from art28.web.api import tokens
from art28.web.clocks import saving, targets
from art28.web.clocks.filters import Filters
from art28.web.cybersecurity import actions as cybersecurity
from art28.web.cybersecurity.models import Scope
from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.reminders import actions as reminders
from art28.web.reminders.models import ChannelKind

_TARGETS = ((Action.NOTIFY_BREACH, "PT12H"), (Action.ANSWER_REQUEST, "P10D"))


def stories(world: World) -> Iterator[Story]:
    """All of it, in the first weeks."""
    yield _set(world)


def _set(world: World) -> Story:
    at = yield world.ago(728, "16:00")
    team = teams.make(world.organisation, "Piket datalekken", **world.acted(at, Role.OWNER))
    members = [world.people[role].pk for role in (Role.PRIVACY_OFFICER, Role.ENGINEER)]
    teams.change(team, "Piket datalekken", members, **world.acted(at, Role.OWNER))
    for action, period in _TARGETS:
        targets.set_target(world.organisation, action, period, **world.acted(at, Role.OWNER))
    officer = world.people[Role.PRIVACY_OFFICER]
    reminders.add_channel(officer, ChannelKind.EMAIL, "piket@dijkvaart.example", **world.acted(at))
    saving.save(world.organisation, world.user(), "Datalekken", Filters(event="breach"), shared=True, now=at)
    tokens.make(
        world.organisation,
        user=None,
        name="Bewaking van de beveiliging",
        scopes=["signals:write"],
        expires_at=None,
        **world.did(at + timedelta(hours=1), Role.OWNER),
    )
    cybersecurity.set_entity(
        world.organisation,
        scope=Scope.IMPORTANT,
        legal_entity=None,
        sector="beheer van ICT-diensten" if world.services else "zorg",
        managed_provider=bool(world.customers),
        csirt="CSIRT-loket voor digitale diensten",
        authority="de bevoegde autoriteit",
        **world.did(at + timedelta(hours=2), Role.OWNER),
    )
