"""Audiences of a step -> people: the owner, whoever stands in, management; each falls back on the roles."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.obligations.reminding import Audience
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Membership, Organisation, Team, TeamMember, User
from art28.web.accounts.rights import Role
from art28.web.audit.actions import record
from art28.web.clocks.models import Obligation
from art28.web.exercises import kinds
from art28.web.reminders.models import GroupStandIn, StandIn


@dataclass(frozen=True, slots=True)
class StandIns:
    """A deputy and a manager, where they were named."""

    deputy: UUID | None = None
    manager: UUID | None = None


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works in an organisation, as ids: by role and by team, and who stands in for a person, a team or a role.

    `teams` holds each person's teams, by their names.
    """

    by_role: Mapping[str, tuple[UUID, ...]]
    of_person: Mapping[UUID, StandIns]
    teams: Mapping[UUID, tuple[UUID, ...]]
    members_of: Mapping[UUID, tuple[UUID, ...]]
    of_team: Mapping[UUID, StandIns]
    of_role: Mapping[str, StandIns]

    @property
    def members(self) -> frozenset[UUID]:
        """Everybody."""
        return frozenset(user for users in self.by_role.values() for user in users)

    def owners(self) -> tuple[UUID, ...]:
        """Who answers for the organisation's account."""
        return self.by_role.get(Role.OWNER, ())

    def reached(self, audiences: Iterable[Audience], owner: UUID | None) -> dict[UUID, Audience]:
        """The people of `audiences`, each once, in the nearest capacity in which they are addressed.

        A step that goes to the team alone reaches the deputy where there is no team.
        """
        wanted = sorted(audiences, key=list(Audience).index)
        found = self._found(wanted, owner)
        return found or self._found([Audience.DEPUTY], owner)

    def _found(self, audiences: Iterable[Audience], owner: UUID | None) -> dict[UUID, Audience]:
        found: dict[UUID, Audience] = {}
        for audience in audiences:
            for user in self._of(audience, owner):
                found.setdefault(user, audience)
        return found

    def _of(self, audience: Audience, owner: UUID | None) -> tuple[UUID, ...]:
        owner = owner if owner in self.members else None  # who left is reminded of nothing
        officers = self.by_role.get(Role.PRIVACY_OFFICER, ()) or self.owners()
        named = self._named(owner)
        match audience:
            case Audience.OWNER:
                return (owner,) if owner else officers
            case Audience.TEAM:
                team = (user for key in self.teams.get(owner, ()) for user in self.members_of[key]) if owner else ()
                return tuple(dict.fromkeys(user for user in team if user != owner))
            case Audience.DEPUTY:
                if named.deputy:
                    return (named.deputy,)
                return tuple(user for user in officers if user != owner) or self.owners()
            case Audience.MANAGEMENT:
                return (named.manager,) if named.manager else self.by_role.get(Role.MANAGEMENT, ()) or self.owners()

    def _named(self, owner: UUID | None) -> StandIns:
        """Who stands in for `owner`: whom they named themselves, else their team's, else their role's; never themselves."""
        if owner is None:
            return StandIns()
        roles = (role for role, users in self.by_role.items() if owner in users)
        found = [
            self.of_person.get(owner, StandIns()),
            *(self.of_team.get(team, StandIns()) for team in self.teams.get(owner, ())),
            *(self.of_role.get(role, StandIns()) for role in roles),
        ]
        return StandIns(
            deputy=next((each.deputy for each in found if each.deputy and each.deputy != owner), None),
            manager=next((each.manager for each in found if each.manager and each.manager != owner), None),
        )


def addressed(
    found: Staff, row: Obligation, audiences: Iterable[Audience], *, players: Callable[[], Mapping[UUID, UUID]]
) -> dict[UUID, Audience]:
    """Who hears of an obligation; of one that is played, whoever plays (`players`, asked for then alone) and nobody else."""
    if row.subject_kind not in kinds.PLAYED:
        return found.reached(audiences, row.owner_id)
    player = players().get(row.subject_id)
    return {player: Audience.OWNER} if player in found.members else {}


def staff(organisation: Organisation) -> Staff:
    """Who can be reminded, in four queries."""
    by_role: dict[str, list[UUID]] = {}
    for user, role in Membership.objects.filter(organisation=organisation, ended_at=None).values_list("user", "role"):
        by_role.setdefault(role, []).append(user)
    present = {user for users in by_role.values() for user in users}
    rows = StandIn.objects.filter(organisation=organisation, membership__ended_at=None)
    of_person = {
        user: _present(deputy, manager, present)
        for user, deputy, manager in rows.values_list("membership__user", "deputy", "manager")
    }
    teams: dict[UUID, list[UUID]] = {}
    members_of: dict[UUID, list[UUID]] = {}
    in_teams = TeamMember.objects.filter(
        organisation=organisation, team__ended_at=None, membership__ended_at=None
    ).order_by("team__name", "team_id", "membership__user__name")
    for team, user in in_teams.values_list("team", "membership__user"):
        teams.setdefault(user, []).append(team)
        members_of.setdefault(team, []).append(user)
    groups = list(
        GroupStandIn.objects.filter(organisation=organisation).values_list("team", "role", "deputy", "manager")
    )
    return Staff(
        by_role={role: tuple(users) for role, users in by_role.items()},
        of_person=of_person,
        teams={user: tuple(found) for user, found in teams.items()},
        members_of={team: tuple(found) for team, found in members_of.items()},
        of_team={team: _present(deputy, manager, present) for team, _, deputy, manager in groups if team},
        of_role={role: _present(deputy, manager, present) for _, role, deputy, manager in groups if role},
    )


def _present(deputy: UUID | None, manager: UUID | None, present: set[UUID]) -> StandIns:
    return StandIns(deputy if deputy in present else None, manager if manager in present else None)


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


@transaction.atomic
def name_group_stand_ins(
    organisation: Organisation,
    *,
    team: Team | None,
    role: str,
    deputy: User | None,
    manager: User | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Say who stands in for a team, or for everybody in a role. Raises `NotAMember`."""
    named = {user.pk for user in (deputy, manager) if user}
    there = Membership.objects.filter(organisation=organisation, ended_at=None, user_id__in=named)
    if there.count() != len(named):
        raise NotAMember("a deputy or manager must be a member of the organisation")
    row, _ = GroupStandIn.objects.update_or_create(
        organisation=organisation, team=team, role=role, defaults={"deputy": deputy, "manager": manager}
    )
    content = {
        "team": str(team.pk) if team else None,
        "role": role,
        "deputy": str(deputy.pk) if deputy else None,
        "manager": str(manager.pk) if manager else None,
    }
    record(organisation=organisation, actor=actor, kind="group.stand_ins_named", subject=row, at=now, content=content)


def group_stand_ins(organisation: Organisation) -> Mapping[str, GroupStandIn]:
    """Who stands in for teams and roles, by the team's id or the role."""
    rows = GroupStandIn.objects.filter(organisation=organisation).select_related("deputy", "manager")
    return {str(row.team_id or row.role): row for row in rows}
