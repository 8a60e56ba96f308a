"""Reads of organisations, people and memberships."""

from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Membership, Organisation, User


def memberships_of(user: User) -> QuerySet[Membership]:
    """The organisations in which `user` works, oldest first."""
    return (
        Membership.objects.filter(user=user, ended_at=None)
        .select_related("organisation", "user")
        .order_by("created_at", "id")
    )


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
