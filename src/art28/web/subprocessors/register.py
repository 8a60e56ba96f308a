"""The register of sub-processors as a whole: who they are, for which service, behind whom, in which countries, what lacks.

Sub-processors are few (the agreements that name them may be many): the register is put together in a fixed number of queries,
and narrowed and sorted here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from art28.agreement.naming import same_name
from art28.law.adequacy import AdequacyDecision
from art28.law.destinations import Destination, Level, destination
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Direction
from art28.web.services import queries as services
from art28.web.subprocessors.models import Behind, Safeguard, SafeguardKind, SubProcessor


class Gap(StrEnum):
    """What a sub-processor lacks."""

    NO_AGREEMENT = "no_agreement"
    NO_CONTACT = "no_contact"
    NO_COUNTRY = "no_country"
    NO_BASIS = "no_basis"


@dataclass(frozen=True, slots=True)
class Role:
    """What a sub-processor does for a service, and in which countries."""

    service_id: UUID
    service: str
    role: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Another sub-processor before or behind it: what is done there, and in which countries."""

    id: UUID
    name: str
    role: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One sub-processor. `row` is None for one that stands with a service and not yet in the register."""

    name: str
    row: SubProcessor | None
    roles: tuple[Role, ...] = ()
    parents: tuple[Link, ...] = ()
    children: tuple[Link, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    is_customer: bool = False
    on: date = field(default_factory=date.today)

    @property
    def countries(self) -> tuple[str, ...]:
        """Where it processes data, for whatever service; where it is established if nothing else is known."""
        own = tuple(self.row.countries) if self.row else ()
        named = {*own, *(each for role in self.roles for each in role.countries)}
        named |= {each for link in self.parents for each in link.countries}
        if not named and self.row and self.row.country:
            named = {self.row.country}
        return tuple(sorted(named))

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """Each of these countries as the Regulation sees it today."""
        return tuple(destination(each, self.on) for each in self.countries)

    @property
    def bare(self) -> tuple[str, ...]:
        """The countries for which there is neither a decision for all, nor anything on file."""
        kept = {each.country for each in self.safeguards if holds(each, self.on)}
        return tuple(
            each.country
            for each in self.destinations
            if each.level not in (Level.EEA, Level.ADEQUATE) and each.country not in kept
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What lacks, the weightiest first."""
        row = self.row
        found = (
            (Gap.NO_BASIS, bool(self.bare)),
            # Behind another, the contract is that other's; before a service, it must be ours (Art. 28(4)).
            (Gap.NO_AGREEMENT, bool(self.roles) and (row is None or row.agreement_id is None)),
            (Gap.NO_COUNTRY, not self.countries),
            (Gap.NO_CONTACT, row is None or not (row.email or row.phone)),
        )
        return tuple(gap for gap, holds in found if holds)

    @property
    def is_used(self) -> bool:
        """Whether it works for a service, or behind another."""
        return bool(self.roles or self.parents)


def holds(kept: Safeguard, on: date) -> bool:
    """Whether a safeguard still carries a transfer on that day: one that rests on a decision goes with it."""
    return kept.kind != SafeguardKind.WITHIN_DECISION or destination(kept.country, on).level is Level.IN_PART


@dataclass(frozen=True, slots=True)
class Mending:
    """A country of a sub-processor that has no ground on some day; `lost` is the decision that would have ended by then."""

    entry: Entry
    country: str
    lost: AdequacyDecision | None
    is_new: bool


def to_mend(today: Iterable[Entry], later: Iterable[Entry]) -> tuple[Mending, ...]:
    """What has no ground on the later day, what has one today in front: that is what the law takes away."""
    now = {entry.name: set(entry.bare) for entry in today}
    found = [
        Mending(entry, country, destination(country, entry.on).lapsed, country not in now.get(entry.name, set()))
        for entry in later
        if entry.is_used or entry.countries
        for country in entry.bare
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_new, each.country, each.entry.name.casefold())))


SORTS = ("name", "country", "services", "gaps")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By what the register is narrowed and sorted; empty means all, by name."""

    words: str = ""
    country: str = ""
    gap: str = ""
    service: str = ""
    sort: str = "name"

    @property
    def narrows(self) -> bool:
        """Whether anything but an order is asked for."""
        return bool(self.words or self.country or self.gap or self.service)


def register(organisation: Organisation, on: date) -> tuple[Entry, ...]:
    """Every sub-processor by name, those included that only stand with a service; six queries, however many there are."""
    rows = {same_name(row.name): row for row in _rows(organisation)}
    spelled = {key: row.name for key, row in rows.items()}
    roles: dict[str, list[Role]] = {}
    for key, name, role in _roles(organisation):
        spelled.setdefault(key, name)
        roles.setdefault(key, []).append(role)
    parents, children = _links(organisation, {row.pk: row.name for row in rows.values()})
    safeguards: dict[UUID, list[Safeguard]] = {}
    for each in Safeguard.objects.filter(organisation=organisation, ended_at=None).order_by(
        "country", "signed_on", "id"
    ):
        safeguards.setdefault(each.sub_processor_id, []).append(each)
    customers = _customers(organisation) & spelled.keys()
    found = (
        Entry(
            name,
            row := rows.get(key),
            tuple(roles.get(key, ())),
            tuple(parents.get(row.pk, ())) if row else (),
            tuple(children.get(row.pk, ())) if row else (),
            tuple(safeguards.get(row.pk, ())) if row else (),
            key in customers,
            on,
        )
        for key, name in spelled.items()
    )
    return tuple(sorted(found, key=lambda entry: (entry.name.casefold(), entry.name)))


def _rows(organisation: Organisation) -> Iterable[SubProcessor]:
    return SubProcessor.objects.filter(organisation=organisation, ended_at=None).select_related("agreement")


def _roles(organisation: Organisation) -> Iterator[tuple[str, str, Role]]:
    rows = services.offered(organisation).exclude(sub_processors=[])
    for service_id, service, named in rows.values_list("pk", "name", "sub_processors"):
        for each in named:
            countries = tuple(str(code) for code in each.get("countries", ()))
            role = Role(service_id, service, str(each.get("role", "")), countries)
            yield same_name(str(each["name"])), str(each["name"]), role


def _links(
    organisation: Organisation, names: Mapping[UUID, str]
) -> tuple[Mapping[UUID, list[Link]], Mapping[UUID, list[Link]]]:
    """By each of the sub-processors that have `names`, those before whom it stands, and those behind it."""
    parents: dict[UUID, list[Link]] = {}
    children: dict[UUID, list[Link]] = {}
    rows = Behind.objects.filter(organisation=organisation).order_by("id")
    found = [
        each
        for each in rows.values_list("parent", "child", "role", "countries")
        if each[0] in names and each[1] in names
    ]
    for parent, child, role, named in sorted(found, key=lambda each: (names[each[0]], names[each[1]])):
        countries = tuple(str(code) for code in named)
        parents.setdefault(child, []).append(Link(parent, names[parent], role, countries))
        children.setdefault(parent, []).append(Link(child, names[child], role, countries))
    return parents, children


def _customers(organisation: Organisation) -> frozenset[str]:
    """For whom the organisation is the processor, as names are compared."""
    rows = agreements.agreements(organisation).filter(direction=Direction.PROCESSOR).order_by()
    return frozenset(same_name(name) for name in rows.values_list("counterparty_name", flat=True).distinct().iterator())


def narrowed(entries: Iterable[Entry], by: Narrowing) -> tuple[Entry, ...]:
    """The entries that answer to a selection, in the order asked for."""
    found = [entry for entry in entries if _holds(entry, by)] if by.narrows else entries
    return tuple(sorted(found, key=_ORDER.get(by.sort, _ORDER["name"])))


def _holds(entry: Entry, by: Narrowing) -> bool:
    if by.country and by.country not in entry.countries:
        return False
    if by.gap and by.gap not in entry.gaps:
        return False
    if by.service and by.service not in {str(role.service_id) for role in entry.roles}:
        return False
    if not by.words:
        return True
    text = " ".join(_words(entry)).casefold()
    return all(word in text for word in by.words.casefold().split())


def _words(entry: Entry) -> Iterator[str]:
    yield entry.name
    if entry.row is not None:
        yield from (entry.row.registration, entry.row.city, entry.row.contact_name, entry.row.email, entry.row.note)
    for role in entry.roles:
        yield from (role.service, role.role)
    for link in (*entry.parents, *entry.children):
        yield from (link.name, link.role)


_ORDER: Mapping[str, Any] = {
    "name": lambda entry: (entry.name.casefold(), entry.name),
    "country": lambda entry: (entry.countries or ("~",), entry.name.casefold()),
    "services": lambda entry: (-len(entry.roles), entry.name.casefold()),
    "gaps": lambda entry: (-len(entry.gaps), entry.name.casefold()),
}


def places(entries: Iterable[Entry]) -> tuple[tuple[Destination, tuple[Entry, ...]], ...]:
    """Every country, with the sub-processors that process data there."""
    found: dict[str, tuple[Destination, list[Entry]]] = {}
    for entry in entries:
        for each in entry.destinations:
            found.setdefault(each.country, (each, []))[1].append(entry)
    return tuple((where, tuple(there)) for _, (where, there) in sorted(found.items()))


def gaps_of(entries: Iterable[Entry]) -> tuple[Gap, ...]:
    """What any in the register lacks, the weightiest first."""
    found = {each for entry in entries for each in entry.gaps}
    return tuple(gap for gap in Gap if gap in found)


def countries_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Every country in the register."""
    return tuple(sorted({each for entry in entries for each in entry.countries}))
