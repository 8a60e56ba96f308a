"""Audiences of a step -> people: the owner, whoever stands in, management; each falls back on the roles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.obligations.reminding import Audience
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.accounts.rights import Role
from art28.web.audit.actions import record
from art28.web.reminders.models import StandIn


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works in an organisation, as ids: by role, and each one's deputy and manager where one was named."""

    by_role: Mapping[str, tuple[UUID, ...]]
    deputies: Mapping[UUID, UUID]
    managers: Mapping[UUID, UUID]

    @property
    def members(self) -> frozenset[UUID]:
        """Everybody."""
        return frozenset(user for users in self.by_role.values() for user in users)

    def owners(self) -> tuple[UUID, ...]:
        """Who answers for the organisation's account."""
        return self.by_role.get(Role.OWNER, ())

    def reached(self, audiences: Iterable[Audience], owner: UUID | None) -> dict[UUID, Audience]:
        """The people of `audiences`, each once, in the nearest capacity in which they are addressed."""
        found: dict[UUID, Audience] = {}
        for audience in sorted(audiences, key=list(Audience).index):
            for user in self._of(audience, owner):
                found.setdefault(user, audience)
        return found

    def _of(self, audience: Audience, owner: UUID | None) -> tuple[UUID, ...]:
        owner = owner if owner in self.members else None  # who left is reminded of nothing
        officers = self.by_role.get(Role.PRIVACY_OFFICER, ()) or self.owners()
        match audience:
            case Audience.OWNER:
                return (owner,) if owner else officers
            case Audience.DEPUTY:
                named = self.deputies.get(owner) if owner else None
                return (named,) if named else tuple(user for user in officers if user != owner) or self.owners()
            case Audience.MANAGEMENT:
                named = self.managers.get(owner) if owner else None
                return (named,) if named else self.by_role.get(Role.MANAGEMENT, ()) or self.owners()


def staff(organisation: Organisation) -> Staff:
    """Who can be reminded, in two queries."""
    by_role: dict[str, list[UUID]] = {}
    for user, role in Membership.objects.filter(organisation=organisation, ended_at=None).values_list("user", "role"):
        by_role.setdefault(role, []).append(user)
    present = {user for users in by_role.values() for user in users}
    rows = list(
        StandIn.objects.filter(organisation=organisation, membership__ended_at=None).values_list(
            "membership__user", "deputy", "manager"
        )
    )
    return Staff(
        by_role={role: tuple(users) for role, users in by_role.items()},
        deputies={user: deputy for user, deputy, _ in rows if deputy in present},
        managers={user: manager for user, _, manager in rows if manager in present},
    )


class NotAMember(ValueError):
    """A deputy and a manager work in the same organisation, and nobody stands in for themselves."""


@transaction.atomic
def name_stand_ins(
    membership: Membership, *, deputy: User | None, manager: User | None, actor: Actor, now: datetime
) -> None:
    """Say who stands in for a member and who manages them. Raises `NotAMember`."""
    named = [user.pk for user in (deputy, manager) if user]
    there = Membership.objects.filter(organisation=membership.organisation_id, ended_at=None, user_id__in=named)
    if membership.user_id in named or there.count() != len(set(named)):
        raise NotAMember("a deputy or manager must be another member of the organisation")
    StandIn.objects.update_or_create(
        membership=membership,
        defaults={"organisation_id": membership.organisation_id, "deputy": deputy, "manager": manager},
    )
    content = {
        "user": str(membership.user_id),
        "deputy": str(deputy.pk) if deputy else None,
        "manager": str(manager.pk) if manager else None,
    }
    record(
        organisation=membership.organisation,
        actor=actor,
        kind="member.stand_ins_named",
        subject=membership,
        at=now,
        content=content,
    )


def stand_ins(organisation: Organisation) -> Iterator[tuple[Membership, StandIn | None]]:
    """Every member by name, with the stand-ins named for them."""
    rows = Membership.objects.filter(organisation=organisation, ended_at=None).select_related("user", "stand_in")
    for row in rows.order_by("user__name", "id"):
        yield row, getattr(row, "stand_in", None)
