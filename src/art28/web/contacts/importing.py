"""A table of parties and contacts -> what it would change, shown first; then done at once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from art28.agreement.naming import same_name
from art28.web import tabular
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.contacts import spelling
from art28.web.contacts.models import Import
from art28.web.contacts.spelling import Wanted
from art28.web.parties import actions as parties
from art28.web.parties import queries as known
from art28.web.parties.models import Contact, Counterparty, Purpose
from art28.web.taking_over import BadCell

KNOWN = (tabular.Heads("contacts", spelling.HEADS, (("party",),)),)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its line, the column, a code for what is wrong, what it holds."""

    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a row changes: a party (None: new) and its contact (None: new); `fields` are what differs of a contact known."""

    party: Counterparty | None
    contact: Contact | None
    wanted: Wanted
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would change, how many rows are so already, and what can't be taken over."""

    changes: tuple[Difference, ...]
    same: int
    faults: tuple[Fault, ...]


class AlreadyApplied(Exception):
    """The table was taken over already."""


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    rows = [{"line": row.line, "cells": dict(row.cells)} for row in tabular.read(name, data, KNOWN)]
    return Import.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def pending(organisation: Organisation, import_id: UUID) -> Import | None:
    """A table that was read."""
    return Import.objects.filter(organisation=organisation, pk=import_id).select_related("organisation").first()


def plan(found: Import) -> Plan:
    """What the table would change now, in two queries. A party is known by its registration number, else by its name; its
    contact by purpose and e-mail address, else by purpose and name."""
    of_parties = _Parties(found.organisation)
    changes: list[Difference] = []
    faults: list[Fault] = []
    seen: set[tuple[str, ...]] = set()
    same = 0
    for line in found.rows:
        try:
            wanted = spelling.wanted_of(line["cells"])
            key = (same_name(wanted.party), wanted.purpose, wanted.email.casefold() or wanted.name.casefold())
            if key in seen:
                raise BadCell("email", "twice", wanted.email or wanted.name or wanted.party)
            seen.add(key)
        except BadCell as bad:
            faults.append(Fault(line["line"], bad.column, bad.code, bad.text))
            continue
        change = of_parties.difference(wanted)
        if change is None:
            same += 1
        else:
            changes.append(change)
    return Plan(tuple(changes), same, tuple(faults))


class _Parties:
    """The parties of an organisation and their contacts, looked up by what a table says of them."""

    def __init__(self, organisation: Organisation) -> None:
        rows = list(Counterparty.objects.filter(organisation=organisation).order_by("created_at", "id"))
        self._by_number = {row.registration: row for row in reversed(rows) if row.registration}
        self._by_name = {same_name(row.name): row for row in reversed(rows)}
        self._contacts: dict[tuple[UUID, str, str], Contact] = {}
        for contact in known.every_contact(organisation).order_by("-created_at", "-id"):
            for text in (contact.name, contact.email):
                if text:
                    self._contacts[(contact.counterparty_id, contact.purpose, text.casefold())] = contact

    def difference(self, wanted: Wanted) -> Difference | None:
        """What a row changes; None for nothing."""
        party = self._by_number.get(wanted.registration) or self._by_name.get(same_name(wanted.party))
        if party is None:
            return Difference(None, None, wanted, ())
        if not wanted.has_contact:
            return None
        contact = next(
            (
                found
                for text in (wanted.email, wanted.name)
                if text and (found := self._contacts.get((party.pk, wanted.purpose, text.casefold())))
            ),
            None,
        )
        if contact is None:
            return Difference(party, None, wanted, ())
        fields = tuple(name for name, value in wanted.details.items() if value and value != getattr(contact, name))
        return Difference(party, contact, wanted, fields) if fields else None


@transaction.atomic
def apply(found: Import, *, actor: Actor, now: datetime) -> Plan:
    """Take over what the table changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    if Import.objects.filter(pk=found.pk, applied_at=None).update(applied_at=now) != 1:
        raise AlreadyApplied(found.name)
    wanted = plan(found)
    for each in wanted.changes:
        if each.contact is not None:
            details = {name: each.wanted.details[name] for name in each.fields}
            parties.change_contact(each.contact, details, actor=actor, now=now)
            continue
        party = each.party or parties.counterparty_named(
            found.organisation, each.wanted.party, actor=actor, now=now, details=_number(each.wanted)
        )
        if each.wanted.has_contact:
            purpose = Purpose(each.wanted.purpose)
            parties.add_contact(party, actor=actor, now=now, purpose=purpose, **each.wanted.details)
    content = {"file": found.name, "changes": len(wanted.changes), "left_out": len(wanted.faults)}
    record(
        organisation=found.organisation, actor=actor, kind="contacts.imported", subject=found, at=now, content=content
    )
    return wanted


def _number(wanted: Wanted) -> dict[str, str]:
    return {"registration": wanted.registration} if wanted.registration else {}
