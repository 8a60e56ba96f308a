"""A table of staff -> who is new, who is there already, what can't be read: shown first, then taken over at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.web import tabular
from art28.web.accounts.models import Organisation, User
from art28.web.acting import By
from art28.web.audit.actions import record
from art28.web.people import actions, spelling
from art28.web.people.models import Form, Identity, Import, Matter, RoleProfile, StaffMember
from art28.web.people.spelling import Person
from art28.web.taking_over import BadCell

_KNOWN = (tabular.Heads("staff", spelling.HEADS, (("name",), ("joined_on",))),)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its line, the column, a code for what is wrong, what it holds."""

    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is there already, and what of them the table has otherwise, which is left as it is."""

    line: int
    name: str
    reference: str
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would add."""

    new: tuple[tuple[Person, RoleProfile | None], ...]
    known: tuple[Known, ...]
    faults: tuple[Fault, ...]


class AlreadyApplied(Exception):
    """The table was taken over already."""


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a table and keep its rows until somebody has looked at them. Raises `tabular.Unreadable`."""
    rows = [{"line": row.line, "cells": dict(row.cells)} for row in tabular.read(name, data, _KNOWN)]
    return Import.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def plan(found: Import, today: date) -> Plan:
    """What the table would add now; three queries however long it is."""
    roles = {each.name.casefold(): each for each in RoleProfile.objects.filter(organisation=found.organisation)}
    there = _there(found.organisation)
    new: dict[str, tuple[Person, RoleProfile | None]] = {}
    known: list[Known] = []
    faults: list[Fault] = []
    for row in found.rows:
        try:
            person = spelling.person(row["cells"], today)
            key = (person.email or person.name).casefold()
            if key in new:
                raise BadCell("name", "twice", person.name)
            if person.role and person.role.casefold() not in roles:
                raise BadCell("role", "role", person.role)
        except BadCell as bad:
            faults.append(Fault(row["line"], bad.column, bad.code, bad.text))
            continue
        if key in there:
            known.append(_known(row["line"], person, there[key]))
        else:
            new[key] = (person, roles.get(person.role.casefold()))
    return Plan(tuple(new.values()), tuple(known), tuple(faults))


def _there(organisation: Organisation) -> Mapping[str, Identity]:
    rows = Identity.objects.filter(organisation=organisation, erased_at=None).select_related("member__role")
    found: dict[str, Identity] = {}
    for each in rows.iterator(2_000):
        found[each.name.casefold()] = each
        if each.email:
            found[each.email.casefold()] = each
    return found


def _known(line: int, person: Person, identity: Identity) -> Known:
    member: StaffMember = identity.member
    pairs = {
        "function": (person.function, member.function),
        "role": (person.role, member.role.name if member.role else ""),
        "joined_on": (person.joined_on, member.joined_on),
        "kind": (person.kind.value, member.kind),
    }
    differing = tuple(name for name, (said, kept) in pairs.items() if said and said != kept)
    return Known(line, person.name, member.reference, differing)


@transaction.atomic
def apply(found: Import, *, by: By) -> Plan:
    """Let everybody join who is new; the rows of the table go. Raises `AlreadyApplied`."""
    organisation = found.organisation
    today = by.now.astimezone(ZoneInfo(organisation.time_zone)).date()
    wanted = plan(found, today)
    standing = Import.objects.filter(pk=found.pk, organisation=organisation, applied_at=None)
    if standing.update(applied_at=by.now, rows=[]) != 1:
        raise AlreadyApplied(found.name)
    numbers = iter(actions.numbers(organisation))
    for person, role in wanted.new:
        row = actions.begin(organisation, _about(person, role), next(numbers), by=by)
        _keep(row, person, by)
    content = {"new": len(wanted.new), "known": len(wanted.known), "left_out": len(wanted.faults)}
    record(organisation=organisation, actor=by.actor, kind="staff.imported", subject=found, at=by.now, content=content)
    return wanted


def _about(person: Person, role: RoleProfile | None) -> actions.About:
    return actions.About(
        name=person.name,
        email=person.email,
        employer=person.employer,
        kind=person.kind,
        function=person.function,
        role=role,
        joined_on=person.joined_on,
    )


def _keep(row: StaffMember, person: Person, by: By) -> None:
    """What the table says was signed and seen; their clocks start with the next round of the pump."""
    signed = actions.Signed(matter=Matter.SECRECY, form=Form.STATEMENT, signed_on=row.joined_on, kept_at=person.kept_at)
    if person.signed_on:
        actions.keep_signed(row, replace(signed, signed_on=person.signed_on), by=by)
    if person.accepted_on:
        actions.keep_signed(row, replace(signed, matter=Matter.DUTIES, signed_on=person.accepted_on), by=by)
    if person.issued_on and person.seen_on:
        actions.keep_seen(row, issued_on=person.issued_on, seen_on=person.seen_on, by=by)


def forget(before: datetime, limit: int) -> int:
    """Empty the rows of tables that were read before `before` and never taken over; returns how many."""
    old = (
        Import.objects.filter(applied_at=None, read_at__lt=before).exclude(rows=[]).values_list("pk", flat=True)[:limit]
    )
    return Import.objects.filter(pk__in=list(old)).update(rows=[])


def heads(*, dutch: bool) -> tuple[str, ...]:
    """The heads of an empty table to fill in."""
    return tuple(names[0 if dutch else 1].capitalize() for names in spelling.HEADS.values())
