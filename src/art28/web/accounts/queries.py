"""Reads of organisations, people and memberships."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from art28.web.accounts.models import Invitation, Membership, Organisation, Team, TeamMember, User


def memberships_of(user: User) -> QuerySet[Membership]:
    """The organisations in which `user` works, oldest first."""
    return (
        Membership.objects.filter(user=user, ended_at=None)
        .select_related("organisation", "user")
        .order_by("created_at", "id")
    )


def organisation_called(slug: str) -> Organisation | None:
    """The organisation with this short name; where none is given, the only one there is."""
    if slug:
        return Organisation.objects.filter(slug=slug).first()
    found = tuple(Organisation.objects.order_by("created_at")[:2])
    return found[0] if len(found) == 1 else None


def members(organisation: Organisation) -> QuerySet[Membership]:
    """Who works in `organisation`, by name."""
    return (
        Membership.objects.filter(organisation=organisation, ended_at=None)
        .select_related("user")
        .order_by("user__name", "id")
    )


def names(organisation: Organisation, user_ids: set[UUID]) -> dict[UUID, str]:
    """The names of people by id, of those who work or worked in `organisation`."""
    rows = Membership.objects.filter(organisation=organisation, user_id__in=user_ids).select_related("user")
    return {row.user_id: str(row.user) for row in rows}


def called(organisation: Organisation, word: str) -> QuerySet[Any, UUID]:
    """The ids of the people who work or worked in `organisation` and have a word in their name."""
    rows = Membership.objects.filter(organisation=organisation, user__name__icontains=word)
    return rows.order_by().values_list("user_id", flat=True)


def named(user_id: str) -> Subquery:
    """The name of the person in a column of another table, among those who work or worked in that row's organisation."""
    rows = Membership.objects.filter(organisation=OuterRef("organisation"), user=OuterRef(user_id))
    return Subquery(rows.order_by().values("user__name")[:1])


def member(organisation: Organisation, membership_id: UUID) -> Membership:
    """One member; raises Membership.DoesNotExist, also for one of another organisation."""
    return Membership.objects.select_related("organisation", "user").get(
        organisation=organisation, pk=membership_id, ended_at=None
    )


def teams(organisation: Organisation) -> QuerySet[Team]:
    """The teams of `organisation` by name, without those given up."""
    return Team.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")


def teams_counted(organisation: Organisation) -> QuerySet[Team]:
    """The same, each with how many belong to it."""
    there = Q(members__membership__ended_at=None, members__isnull=False)
    return teams(organisation).annotate(member_count=Count("members", filter=there))


def memberships_in(team: Team) -> QuerySet[TeamMember, UUID]:
    """The ids of the memberships in a team."""
    rows = TeamMember.objects.filter(organisation=team.organisation_id, team=team, membership__ended_at=None)
    return rows.values_list("membership_id", flat=True)


def team(organisation: Organisation, team_id: UUID) -> Team:
    """One team; raises Team.DoesNotExist, also for one of another organisation."""
    return Team.objects.select_related("organisation").get(organisation=organisation, pk=team_id, ended_at=None)


def team_user_ids(organisation: Organisation, team_id: UUID) -> QuerySet[TeamMember, Any]:
    """The people of a team, for use within another query."""
    members = TeamMember.objects.filter(organisation=organisation, team=team_id, membership__ended_at=None)
    return members.values("membership__user")


def open_invitations(organisation: Organisation, *, now: datetime) -> QuerySet[Invitation]:
    """Invitations that can still be accepted, newest first."""
    return Invitation.objects.filter(
        organisation=organisation, accepted_at=None, withdrawn_at=None, expires_at__gt=now
    ).order_by("-created_at", "-id")


def invitation(organisation: Organisation, invitation_id: UUID) -> Invitation:
    """One invitation; raises Invitation.DoesNotExist."""
    return Invitation.objects.select_related("organisation").get(organisation=organisation, pk=invitation_id)


def invitation_by_token(hashed: str, *, now: datetime) -> Invitation | None:
    """The open invitation that a token belongs to; None where it is used, withdrawn, expired or made up."""
    return (
        Invitation.objects.filter(token_hash=hashed, accepted_at=None, withdrawn_at=None, expires_at__gt=now)
        .select_related("organisation", "invited_by")
        .first()
    )


def account_exists(email: str) -> bool:
    """Whether somebody signs in with this address."""
    return User.objects.filter(email=email).exists()
