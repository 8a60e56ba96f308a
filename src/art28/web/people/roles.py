"""What roles may do: kept as a table of activities and operations, and held against the access that people have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from art28.web.accounts.models import Organisation
from art28.web.acting import By, StateChanged
from art28.web.audit.actions import record
from art28.web.people.models import Permitted, RoleProfile, StaffMember
from art28.web.people.settling import settle


class NameTaken(ValueError):
    """Another role has this name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What each role may do: by role, the operations for each service; None stands for what is tied to no service."""

    by_role: Mapping[UUID, Mapping[UUID | None, frozenset[str]]]

    def allowed(self, role: UUID | None, service: UUID | None) -> frozenset[str]:
        """What a role may do in a service, with what it may do in any."""
        permitted = self.by_role.get(role, {}) if role else {}
        return permitted.get(service, frozenset()) | permitted.get(None, frozenset())

    def names(self, role: UUID | None, service: UUID | None) -> bool:
        """Whether a role has anything to do there."""
        permitted = self.by_role.get(role, {}) if role else {}
        return service in permitted or None in permitted


def known(organisation: Organisation) -> Known:
    """The roles of an organisation, in one query."""
    found: dict[UUID, dict[UUID | None, frozenset[str]]] = {}
    rows = Permitted.objects.filter(organisation=organisation).values_list("role_id", "service_id", "operations")
    for role, service, operations in rows:
        of = found.setdefault(role, {})
        of[service] = of.get(service, frozenset()) | frozenset(operations)
    return Known(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a role may do in one activity."""

    activity: str
    operations: tuple[str, ...]
    data: tuple[str, ...] = ()
    environment: str = ""
    service: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A role as it is kept."""

    name: str
    description: str = ""
    screened: bool = True
    lines: Sequence[Line] = ()

    def record(self) -> dict[str, object]:
        """As the trail keeps it."""
        lines = [
            {
                "activity": each.activity,
                "operations": list(each.operations),
                "data": list(each.data),
                "environment": each.environment,
                "service": str(each.service) if each.service else "",
            }
            for each in self.lines
        ]
        return {"name": self.name, "description": self.description, "screened": self.screened, "permitted": lines}


@transaction.atomic
def add(organisation: Organisation, profile: Profile, *, by: By) -> RoleProfile:
    """Add a role. Raises `NameTaken`."""
    if RoleProfile.objects.filter(organisation=organisation, name=profile.name).exists():
        raise NameTaken(profile.name)
    row = RoleProfile.objects.create(
        organisation=organisation,
        name=profile.name,
        description=profile.description,
        screened=profile.screened,
        changed_at=by.now,
    )
    _permit(row, profile.lines)
    record(
        organisation=organisation, actor=by.actor, kind="role.added", subject=row, at=by.now, content=profile.record()
    )
    return row


@transaction.atomic
def change(row: RoleProfile, profile: Profile, *, based_on: int, by: By) -> None:
    """Change a role; access that it no longer allows is reported, not taken away. Raises `NameTaken`, `StateChanged`."""
    same = RoleProfile.objects.filter(organisation=row.organisation_id, name=profile.name).exclude(pk=row.pk)
    if same.exists():
        raise NameTaken(profile.name)
    standing = RoleProfile.objects.filter(pk=row.pk, organisation=row.organisation_id, version=based_on)
    fields = {"name": profile.name, "description": profile.description, "screened": profile.screened}
    if standing.update(**fields, version=based_on + 1, changed_at=by.now) != 1:
        raise StateChanged(row.name)
    Permitted.objects.filter(role=row).delete()
    _permit(row, profile.lines)
    record(
        organisation=row.organisation,
        actor=by.actor,
        kind="role.changed",
        subject=row,
        at=by.now,
        content=profile.record(),
    )
    if row.screened != profile.screened:
        for each in StaffMember.objects.filter(organisation=row.organisation_id, role=row, left_at=None):
            settle(each, because=_("the role changed"), actor=by.actor, now=by.now)


def _permit(row: RoleProfile, lines: Iterable[Line]) -> None:
    Permitted.objects.bulk_create(
        Permitted(
            organisation=row.organisation,
            role=row,
            activity=each.activity,
            service_id=each.service,
            operations=list(each.operations),
            data=list(each.data),
            environment=each.environment,
            order=number,
        )
        for number, each in enumerate(lines)
    )
