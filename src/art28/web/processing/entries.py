"""The register of Art. 30(2): each controller with what is done for it, by chunks, at a fixed number of queries each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.law.destinations import Destination, Level, destination
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.parties import queries as parties
from art28.web.parties.models import Contact
from art28.web.processing import queries, rows
from art28.web.processing.comparing import Difference, differences
from art28.web.processing.models import Activity, Choice, Confirmation, Keeper, Record
from art28.web.processing.rows import Facts
from art28.web.services import queries as services
from art28.web.services.models import Service
from art28.web.subprocessors import register
from art28.web.subprocessors.models import Safeguard

CHUNK = 250
_STANDARDS = "security.standards"
LISTED = (_STANDARDS, "subprocessors.list")
"""The facts that the register itself shows; a record on its own is judged by more."""
_PRIVACY = ("privacy", "contract", "general", "breach", "security", "support")


@dataclass(frozen=True, slots=True)
class Transfer:
    """Data that go outside the EEA: to whom, where, and on what that rests; `safeguard` is None where nothing is on file."""

    recipient: str
    to: Destination
    safeguard: Safeguard | None

    @property
    def is_bare(self) -> bool:
        """Whether it rests on nothing that is known."""
        return self.to.level is not Level.ADEQUATE and self.safeguard is None


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register says of one controller, under one agreement."""

    agreement: Agreement
    record: Record | None
    activities: tuple[Activity, ...]
    choices: tuple[Choice, ...]
    confirmation: Confirmation | None
    taken: tuple[Service, ...]
    contact: Contact | None
    facts: Facts
    sub_processors: tuple[str, ...]
    transfers: tuple[Transfer, ...]
    keeper: Keeper | None

    @property
    def ours(self) -> tuple[Activity, ...]:
        """The rows that are the processor's to answer for."""
        return tuple(row for row in self.activities if not row.outside)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What the catalogue and the agreement say differently."""
        return differences(self.taken, self.ours)

    @property
    def is_as_confirmed(self) -> bool:
        """Whether it is still what the controller confirmed."""
        return self.confirmation is not None and self.confirmation.sha256 == queries.digest(
            self.activities, self.choices
        )

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories of processing (Art. 30(2)(b)): by service where they are known by that, else by purpose."""
        named = [row.service or row.purpose for row in self.ours] + [each.name for each in self.taken]
        return _unlike(each for each in named if each)

    @property
    def purposes(self) -> tuple[str, ...]:
        """The purposes."""
        return _unlike(
            each for each in [row.purpose for row in self.ours] + [p for s in self.taken for p in s.purposes] if each
        )

    @property
    def data(self) -> tuple[str, ...]:
        """The categories of data, those of services taken included."""
        own = [each for row in self.ours for each in row.data]
        return _unlike(own + [one for each in self.taken for one in (*each.data_categories, *each.special_categories)])

    @property
    def ordinary(self) -> tuple[str, ...]:
        """The categories of data without those of a special or sensitive kind."""
        special = {" ".join(each.split()).casefold() for each in self.special}
        return tuple(each for each in self.data if " ".join(each.split()).casefold() not in special)

    @property
    def special(self) -> tuple[str, ...]:
        """Those of a special or sensitive kind."""
        named = [each for row in self.ours for each in row.special] + [
            s for e in self.taken for s in e.special_categories
        ]
        return _unlike(named + [str(each.get_category_display()) for each in self.choices])

    @property
    def data_subjects(self) -> tuple[str, ...]:
        """The categories of people."""
        named = [each for row in self.ours for each in row.data_subjects]
        return _unlike(named + [one for each in self.taken for one in each.data_subjects])

    @property
    def retention(self) -> tuple[str, ...]:
        """How long data are kept."""
        return _unlike(
            each for each in [row.retention for row in self.ours] + [s.retention for s in self.taken] if each
        )

    @property
    def measures(self) -> tuple[str, ...]:
        """What is done for security, in general (Art. 32(1)): standards, for every service, and of each."""
        general = self.keeper.measures.splitlines() if self.keeper else []
        held = [*_standards(self.facts), *general]
        return _unlike([each.strip() for each in held if each.strip()] + [m for s in self.taken for m in s.measures])


def _standards(facts: Facts) -> Iterator[str]:
    """The standards that the agreement names, as people write them."""
    spoken = get_language() or "nl"
    return (labels.choice(_STANDARDS, each, spoken) for each in rows.listed(facts, _STANDARDS))


def _unlike(texts: "Iterator[str] | Sequence[str]") -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(" ".join(text.split()).casefold(), text)
    return tuple(found.values())


Lookup = Callable[[str], "register.Entry | None"]


def every(organisation: Organisation, found: QuerySet[Agreement], on: date) -> Iterator[Entry]:
    """The entries of agreements in their order, read by chunks, so that their number costs no memory."""
    known = lookup(organisation, on)
    keeper = queries.keeper(organisation)
    ids = found.values_list("pk", flat=True).iterator(CHUNK)
    while chunk := list(islice(ids, CHUNK)):
        read = {
            row.pk: row
            for row in agreements.agreements(organisation).filter(pk__in=chunk).select_related("counterparty")
        }
        yield from entries(organisation, [read[pk] for pk in chunk if pk in read], on, known=known, keeper=keeper)


def lookup(organisation: Organisation, on: date) -> Lookup:
    """The register of sub-processors by name, read once."""
    found = {same_name(each.name): each for each in register.register(organisation, on)}
    return lambda name: found.get(same_name(name))


def entries(
    organisation: Organisation,
    chunk: Sequence[Agreement],
    on: date,
    *,
    known: Lookup | None = None,
    keeper: Keeper | None = None,
    keys: tuple[str, ...] = LISTED,
) -> tuple[Entry, ...]:
    """The entries of some agreements, in seven queries for any number of them beside what is `known` once."""
    ids = [row.pk for row in chunk]
    known = known or lookup(organisation, on)
    held = {row.agreement_id: row for row in Record.objects.filter(organisation=organisation, agreement__in=ids)}
    record_ids = [row.pk for row in held.values()]
    rows_of = _grouped(queries.activities(organisation, record_ids))
    chosen = _grouped(queries.choices(organisation, record_ids))
    confirmed = {row.record_id: row for row in queries.confirmations(organisation, record_ids)}
    facts = agreements.facts_in(organisation, set(ids), keys)
    taken = services.taken_by(organisation, ids, on)
    contacts = _contacts(organisation, chunk)
    found = []
    for each in chunk:
        record = held.get(each.pk)
        activities = tuple(rows_of.get(record.pk, ())) if record else ()
        taken_here = taken.get(each.pk, ())
        named = _sub_processors(activities, taken_here, facts.get(each.pk, {}))
        found.append(
            Entry(
                agreement=each,
                record=record,
                activities=activities,
                choices=tuple(chosen.get(record.pk, ())) if record else (),
                confirmation=confirmed.get(record.pk) if record else None,
                taken=taken_here,
                contact=contacts.get(each.counterparty_id) if each.counterparty_id else None,
                facts=facts.get(each.pk, {}),
                sub_processors=named,
                transfers=tuple(_transfers(named, activities, taken_here, known, on)),
                keeper=keeper,
            )
        )
    return tuple(found)


_Row = TypeVar("_Row", Activity, Choice)


def _grouped(found: QuerySet[_Row]) -> dict[UUID, list[_Row]]:
    groups: dict[UUID, list[_Row]] = {}
    for row in found:
        groups.setdefault(row.record_id, []).append(row)
    return groups


def _contacts(organisation: Organisation, chunk: Sequence[Agreement]) -> dict[UUID, Contact]:
    """Whom to reach at each counterparty about the processing: the contact for privacy, else the next best."""
    found: dict[UUID, Contact] = {}
    ids = {row.counterparty_id for row in chunk if row.counterparty_id}
    for each in parties.contacts_of(organisation, ids):
        have = found.get(each.counterparty_id)
        if have is None or _PRIVACY.index(each.purpose) < _PRIVACY.index(have.purpose):
            found[each.counterparty_id] = each
    return found


def _sub_processors(activities: Sequence[Activity], taken: Sequence[Service], facts: Facts) -> tuple[str, ...]:
    """Who else processes: named in the rows, in the agreement's list, and with the services taken; each once."""
    names = [name for row in activities if not row.outside for name in row.sub_processors]
    names += [str(each.get("name") or "") for each in rows.records(facts, "subprocessors.list")]
    names += [str(one["name"]) for each in taken for one in each.sub_processors]
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(same_name(name), name)
    return tuple(found.values())


def _transfers(
    named: Sequence[str], activities: Sequence[Activity], taken: Sequence[Service], known: Lookup, on: date
) -> Iterator[Transfer]:
    """Data that go outside the EEA: by the countries of sub-processors and those of the rows themselves."""
    seen: set[tuple[str, str]] = set()
    by_service = {
        same_name(str(one["name"])): tuple(one.get("countries", ())) for each in taken for one in each.sub_processors
    }
    for name in named:
        entry = known(name)
        countries = by_service.get(same_name(name)) or (entry.countries if entry else ())
        for country in countries:
            to = destination(country, on)
            if to.level is not Level.EEA and (name, country) not in seen:
                seen.add((name, country))
                yield Transfer(name, to, _safeguard(entry, country, on))
    for row in activities:
        for country in row.countries if not row.outside else ():
            to = destination(country, on)
            if to.level is not Level.EEA and ("", country) not in seen:
                seen.add(("", country))
                yield Transfer("", to, None)


def _safeguard(entry: "register.Entry | None", country: str, on: date) -> Safeguard | None:
    kept = entry.safeguards if entry else ()
    return next((each for each in kept if each.country == country and register.holds(each, on)), None)
