"""Writes of organisations, people and memberships."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Role


@transaction.atomic
def create_organisation(name: str, slug: str, *, now: datetime, language: str = "nl") -> Organisation:
    """A new tenant, without members yet."""
    return Organisation.objects.create(name=name, slug=slug, language=language, created_at=now)


@transaction.atomic
def create_user(email: str, name: str, *, password: str | None, now: datetime) -> User:
    """A person whose address counts as verified: whoever creates it answers for it."""
    user = User.objects.create_user(email, password, name=name, created_at=now)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def add_member(organisation: Organisation, user: User, role: Role, *, actor: Actor, now: datetime) -> Membership:  # noqa: ARG001
    """Let `user` work in `organisation`."""
    return Membership.objects.create(organisation=organisation, user=user, role=role, created_at=now)


def set_language(user: User, language: str) -> None:
    """Speak `language` to `user` from now on."""
    User.objects.filter(pk=user.pk).update(language=language)
