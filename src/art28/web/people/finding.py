"""What is wrong with the access that people have: beyond their role, without being bound or screened, an account shared."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.people import queries, roles
from art28.web.people.models import Grant


class Finding(StrEnum):
    """What is found of somebody's access."""

    BEYOND = "beyond"
    NO_NEED = "no_need"
    NO_ROLE = "no_role"
    UNBOUND = "unbound"
    UNSCREENED = "unscreened"
    SHARED = "shared"
    LEFT = "left"


LABELS: Mapping[Finding, str | Promise] = {
    Finding.BEYOND: _("more than the role allows"),
    Finding.NO_NEED: _("a service in which the role has nothing to do"),
    Finding.NO_ROLE: _("no role"),
    Finding.UNBOUND: _("no confidentiality statement"),
    Finding.UNSCREENED: _("no valid certificate of conduct"),
    Finding.SHARED: _("account shared with somebody else"),
    Finding.LEFT: _("withdrawn, not yet removed from the system"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """What access is held against: the roles, who is bound and screened, and which accounts more than one person has."""

    roles: roles.Known
    unbound: frozenset[UUID]
    unscreened: frozenset[UUID]
    shared: frozenset[tuple[str, str]]

    def findings(self, row: Grant) -> tuple[Finding, ...]:
        """What is wrong with one right; empty for what stands as it should, or is wholly gone."""
        if row.withdrawn_at is not None:
            return () if row.removed_at is not None else (Finding.LEFT,)
        checks: Iterable[tuple[bool, Finding]] = (*self._of_role(row), *self._of_person(row))
        return tuple(found for met, found in checks if met)

    def _of_role(self, row: Grant) -> Iterable[tuple[bool, Finding]]:
        role = row.member.role_id
        named = self.roles.names(role, row.service_id)
        yield role is None, Finding.NO_ROLE
        yield role is not None and not named, Finding.NO_NEED
        yield named and not set(row.operations) <= self.roles.allowed(role, row.service_id), Finding.BEYOND

    def _of_person(self, row: Grant) -> Iterable[tuple[bool, Finding]]:
        yield row.member_id in self.unbound, Finding.UNBOUND
        yield row.member_id in self.unscreened, Finding.UNSCREENED
        yield (row.system.casefold(), row.account.casefold()) in self.shared, Finding.SHARED


def held(organisation: Organisation, today: date) -> Held:
    """What all access is held against, at a fixed number of queries."""
    standing = Grant.objects.filter(organisation=organisation, withdrawn_at=None)
    with_access: QuerySet[Any] = queries.members(organisation, today).filter(pk__in=standing.values("member"))
    unbound, unscreened = set(), set()
    for pk, is_bound, is_screened, role, screened in with_access.values_list(
        "pk", "is_bound", "is_screened", "role", "role__screened"
    ):
        if not is_bound:
            unbound.add(pk)
        if not is_screened and (role is None or screened):
            unscreened.add(pk)
    accounts = {
        (system.casefold(), account.casefold(), member)
        for system, account, member in standing.exclude(account="").values_list("system", "account", "member")
    }
    counted = Counter((system, account) for system, account, _member in accounts)
    shared = frozenset(each for each, number in counted.items() if number > 1)
    return Held(roles.known(organisation), frozenset(unbound), frozenset(unscreened), shared)


def found(organisation: Organisation, known: Held, wanted: str) -> list[UUID]:
    """The access that has the finding `wanted`, or any."""
    rows = Grant.objects.filter(organisation=organisation, removed_at=None).select_related("member")
    return [
        row.pk for row in rows.iterator(2_000) if (said := known.findings(row)) and (wanted == "any" or wanted in said)
    ]
