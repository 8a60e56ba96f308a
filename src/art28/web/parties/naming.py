"""Parties as agreements name them -> counterparties with their contacts, many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit import actions as audit
from art28.web.audit.actions import Entry
from art28.web.database import bulk
from art28.web.parties.models import Contact, Counterparty

_FIELDS = ("purpose", "name", "role", "email", "phone")


@dataclass(frozen=True, slots=True)
class Named:
    """A party by its name, what `counterparty_named` takes as `details`, and contacts as `add_contact` takes them."""

    name: str
    details: Mapping[str, str]
    contacts: Sequence[Mapping[str, Any]]


@transaction.atomic
def name_many(
    organisation: Organisation, wanted: Sequence[Named], *, actor: Actor, now: datetime
) -> list[Counterparty]:
    """The counterparty of each, by registration number or else by name, made where it isn't known yet; and its contacts."""
    numbers, names = known(organisation, wanted)
    found: list[Counterparty] = []
    made: list[tuple[Counterparty, Named]] = []
    for each in wanted:
        number = each.details.get("registration", "")
        party = (numbers.get(number) if number else None) or names.get(each.name)
        if party is None:
            party = Counterparty(organisation=organisation, name=each.name, created_at=now, **each.details)
            made.append((party, each))
            names[each.name] = party
            if number:
                numbers[number] = party
        found.append(party)
    bulk.create(Counterparty, (row for row, _ in made))
    entries = (
        Entry("counterparty.added", "counterparty", row.pk, {"name": row.name, **each.details}) for row, each in made
    )
    audit.record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    _add_contacts(organisation, list(zip(found, wanted, strict=True)), actor=actor, now=now)
    return found


def known(
    organisation: Organisation, wanted: Sequence[Named]
) -> tuple[dict[str, Counterparty], dict[str, Counterparty]]:
    """The parties of those numbers, the oldest of each, and of those names."""
    rows = Counterparty.objects.filter(organisation=organisation)
    asked = {number for each in wanted if (number := each.details.get("registration"))}
    by_number: dict[str, Counterparty] = {}
    for row in rows.filter(registration__in=asked).order_by("created_at"):
        by_number.setdefault(row.registration, row)
    by_name = {row.name: row for row in rows.filter(name__in={each.name for each in wanted})}
    return by_number, by_name


def _add_contacts(
    organisation: Organisation, named: Sequence[tuple[Counterparty, Named]], *, actor: Actor, now: datetime
) -> None:
    """The contacts that aren't known yet; the same contact for the same purpose exists once."""
    standing = Contact.objects.filter(
        organisation=organisation, counterparty__in={party.pk for party, _ in named}, ended_at=None
    )
    there: set[tuple[UUID, tuple[str, ...]]] = {
        (party, tuple(map(str, fields))) for party, *fields in standing.values_list("counterparty_id", *_FIELDS)
    }
    made: list[Contact] = []
    for party, each in named:
        for contact in each.contacts:
            fields = {name: str(contact.get(name, "")) for name in _FIELDS}
            if (party.pk, tuple(fields.values())) not in there:
                there.add((party.pk, tuple(fields.values())))
                made.append(Contact(organisation=organisation, counterparty=party, created_at=now, **fields))
    bulk.create(Contact, made)
    entries = (
        Entry(
            "contact.added",
            "counterparty",
            row.counterparty_id,
            {"contact": str(row.pk), **{name: getattr(row, name) for name in _FIELDS}},
        )
        for row in made
    )
    audit.record_many(organisation=organisation, actor=actor, at=now, entries=entries)
