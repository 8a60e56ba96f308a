"""The three people of every test: members of an organisation in their roles, and an outsider of another."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from art28.web.accounts import actions
from art28.web.accounts.access import SYSTEM, Actor, actor_of
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Role

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tenant:
    """An organisation with one member of each role."""

    organisation: Organisation
    members: dict[Role, Membership]

    def client(self, role: Role) -> Client:
        """A browser in which the member of that role is signed in."""
        return signed_in(self.members[role].user)

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


def signed_in(user: User) -> Client:
    """A browser with the session of `user`, as signing in leaves it; what that itself does has tests of its own."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client
