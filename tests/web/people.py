"""The three people of every test: members of an organisation in their roles, and an outsider of another."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.test import Client

from art28.web.accounts import actions
from art28.web.accounts.access import SYSTEM, Actor, actor_of
from art28.web.accounts.models import Membership, Organisation
from art28.web.accounts.rights import Role

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tenant:
    """An organisation with one member of each role."""

    organisation: Organisation
    members: dict[Role, Membership]

    def client(self, role: Role) -> Client:
        """A browser in which the member of that role is signed in."""
        client = Client()
        client.force_login(self.members[role].user)
        return client

    def actor(self, role: Role = Role.PRIVACY_OFFICER) -> Actor:
        """The member of that role as an actor."""
        return actor_of(self.members[role])


def tenant(slug: str) -> Tenant:
    """An organisation of that name, with a person for each role."""
    organisation = actions.create_organisation(slug.capitalize(), slug, now=NOW)
    members = {}
    for role in Role:
        user = actions.create_user(f"{role}@{slug}.example", f"{role.label} {slug}", password=None, now=NOW)
        members[role] = actions.add_member(organisation, user, role, actor=SYSTEM, now=NOW)
    return Tenant(organisation, members)
