"""Making, finding and revoking tokens."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from art28.web.accounts import queries as accounts
from art28.web.accounts.access import Actor, actor_of
from art28.web.accounts.actions import token_hash
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.api.models import ApiToken, Scope
from art28.web.audit.actions import record

_PREFIX = "a28_"
_TOKEN_BYTES = 32
_SHOWN = 8
_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: the organisation, the person whose token it is (None for the organisation's own), what it may."""

    organisation: Organisation
    user: User | None
    actor: Actor
    scopes: frozenset[str]
    token: ApiToken


@transaction.atomic
def make(
    organisation: Organisation,
    *,
    user: User | None,
    name: str,
    scopes: Collection[str],
    expires_at: datetime | None,
    by: User,
    actor: Actor,
    now: datetime,
) -> tuple[ApiToken, str]:
    """A token of `user`, or of the organisation where None; returns its row and the token itself, which is kept nowhere."""
    secret = _PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)
    row = ApiToken.objects.create(
        organisation=organisation,
        user=user,
        name=name,
        scopes=sorted(scopes),
        token_hash=token_hash(secret),
        hint=secret[:_SHOWN],
        made_by=by,
        made_at=now,
        expires_at=expires_at,
    )
    content = {
        "of": "person" if user else "organisation",
        "scopes": row.scopes,
        "expires_at": expires_at.isoformat() if expires_at else None,
    }
    record(organisation=organisation, actor=actor, kind="token.made", subject=row, at=now, content=content)
    return row, secret


@transaction.atomic
def revoke(row: ApiToken, *, actor: Actor, now: datetime) -> None:
    """Make a token worthless, at once; a second time changes nothing."""
    if ApiToken.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=now) == 1:
        record(organisation=row.organisation, actor=actor, kind="token.revoked", subject=row, at=now)


def listed(organisation: Organisation, user: User, *, everybody: bool) -> QuerySet[ApiToken]:
    """The tokens in use: one's own, and, for `everybody`, those of the organisation and of others."""
    rows = ApiToken.objects.filter(organisation=organisation, revoked_at=None).select_related("user", "organisation")
    return rows if everybody else rows.filter(user=user)


def caller(secret: str, *, now: datetime) -> Caller | None:
    """Who calls with this token; None for one that is unknown, revoked, out of date, or of somebody who left."""
    unexpired = Q(expires_at=None) | Q(expires_at__gt=now)
    rows = ApiToken.objects.filter(unexpired, token_hash=token_hash(secret), revoked_at=None)
    row = rows.select_related("organisation", "user").first()
    if row is None:
        return None
    actor = Actor(None, "api")
    if row.user is not None:
        membership = _membership(row.organisation, row.user)
        if membership is None:
            return None
        actor = actor_of(membership)
    if row.used_at is None or row.used_at <= now - _NOTED_EVERY:
        ApiToken.objects.filter(pk=row.pk).update(used_at=now)
    known = frozenset(row.scopes) & frozenset(Scope.values)
    return Caller(row.organisation, row.user, actor, known, row)


def _membership(organisation: Organisation, user: User) -> Membership | None:
    if not user.is_active:
        return None
    return accounts.memberships_of(user).filter(organisation=organisation).first()
