"""Writes of organisations, people and memberships."""

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db import transaction

from art28.web.accounts.access import SYSTEM, Actor
from art28.web.accounts.models import Invitation, Membership, Organisation, User
from art28.web.accounts.rights import Role
from art28.web.audit import actions as audit

INVITATION_LASTS = timedelta(days=7)
_TOKEN_BYTES = 24


class LastOwner(Exception):
    """An organisation keeps at least one owner."""


class AlreadyThere(Exception):
    """This person is a member or was invited already."""


@transaction.atomic
def create_organisation(name: str, slug: str, *, now: datetime, language: str = "nl") -> Organisation:
    """A new tenant, without members yet."""
    organisation = Organisation.objects.create(name=name, slug=slug, language=language, created_at=now)
    audit.record(
        organisation=organisation,
        actor=SYSTEM,
        kind="organisation.created",
        subject=organisation,
        at=now,
        content={"name": name},
    )
    return organisation


@transaction.atomic
def create_user(email: str, name: str, *, password: str | None, now: datetime) -> User:
    """A person whose address counts as verified: whoever creates it answers for it."""
    user = User.objects.create_user(email, password, name=name, created_at=now)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@transaction.atomic
def add_member(organisation: Organisation, user: User, role: Role, *, actor: Actor, now: datetime) -> Membership:
    """Let `user` work in `organisation`; somebody who left comes back with the new role."""
    membership, _ = Membership.objects.update_or_create(
        organisation=organisation,
        user=user,
        defaults={"role": role, "ended_at": None},
        create_defaults={
            "role": role,
            "created_at": now,
        },
    )
    _record(membership, "member.added", {"role": role.value}, actor=actor, now=now)
    return membership


@transaction.atomic
def change_role(membership: Membership, role: Role, *, actor: Actor, now: datetime) -> None:
    """Give a member another role; raises LastOwner where nobody would own the organisation."""
    _keep_an_owner(membership, role)
    before = membership.role
    changed = Membership.objects.filter(pk=membership.pk, role=before, ended_at=None).update(role=role)
    if changed == 1:
        _record(membership, "member.role_changed", {"role": role.value, "before": before}, actor=actor, now=now)


@transaction.atomic
def end_membership(membership: Membership, *, actor: Actor, now: datetime) -> None:
    """Let somebody work here no longer; what they did stays theirs. Raises LastOwner."""
    _keep_an_owner(membership, None)
    if Membership.objects.filter(pk=membership.pk, ended_at=None).update(ended_at=now) == 1:
        _record(membership, "member.ended", {}, actor=actor, now=now)


def _keep_an_owner(membership: Membership, role: Role | None) -> None:
    # Locks the owners, so that two who demote each other at once don't leave none.
    owners = Membership.objects.select_for_update().filter(
        organisation_id=membership.organisation_id, role=Role.OWNER, ended_at=None
    )
    others = [row for row in owners if row.pk != membership.pk]
    if membership.role == Role.OWNER and role != Role.OWNER and not others:
        raise LastOwner


@transaction.atomic
def invite(
    organisation: Organisation, email: str, role: Role, *, by: Membership, actor: Actor, now: datetime
) -> tuple[Invitation, str]:
    """Invite somebody; returns the invitation and its token, which is kept nowhere. Raises AlreadyThere."""
    email = email.strip().lower()
    if Membership.objects.filter(organisation=organisation, user__email=email, ended_at=None).exists():
        raise AlreadyThere(email)
    Invitation.objects.filter(
        organisation=organisation, email=email, accepted_at=None, withdrawn_at=None, expires_at__lte=now
    ).update(withdrawn_at=now)
    if Invitation.objects.filter(organisation=organisation, email=email, accepted_at=None, withdrawn_at=None).exists():
        raise AlreadyThere(email)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=role,
        token_hash=token_hash(token),
        invited_by=by.user,
        created_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    content = {"email": email, "role": role.value}
    audit.record(
        organisation=organisation, actor=actor, kind="invitation.sent", subject=invitation, at=now, content=content
    )
    return invitation, token


@transaction.atomic
def withdraw(invitation: Invitation, *, actor: Actor, now: datetime) -> None:
    """Make an open invitation worthless."""
    withdrawn = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=now
    )
    if withdrawn == 1:
        audit.record(
            organisation=invitation.organisation, actor=actor, kind="invitation.withdrawn", subject=invitation, at=now
        )


@transaction.atomic
def accept(invitation: Invitation, *, name: str, password: str | None, now: datetime) -> User | None:
    """Accept an invitation, once; somebody who has an account keeps it as it is. None where it is no longer open."""
    taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None, expires_at__gt=now).update(
        accepted_at=now
    )
    if taken != 1:
        return None
    user = User.objects.filter(email=invitation.email).first() or create_user(
        invitation.email, name, password=password, now=now
    )
    actor = Actor(user.pk, invitation.role)
    add_member(invitation.organisation, user, Role(invitation.role), actor=actor, now=now)
    return user


def token_hash(token: str) -> str:
    """What is kept of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


def set_language(user: User, language: str) -> None:
    """Speak `language` to `user` from now on."""
    User.objects.filter(pk=user.pk).update(language=language)


def _record(membership: Membership, kind: str, content: dict[str, str], *, actor: Actor, now: datetime) -> None:
    audit.record(
        organisation=membership.organisation,
        actor=actor,
        kind=kind,
        subject=membership,
        at=now,
        content={"user": str(membership.user_id), **content},
    )
