"""A table of sub-processors -> what it would change, shown first; then done at once. And the register as a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from art28.agreement.naming import same_name
from art28.web import tabular
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.subprocessors import actions, spelling
from art28.web.subprocessors.actions import About
from art28.web.subprocessors.models import Import, SubProcessor
from art28.web.subprocessors.register import Entry
from art28.web.subprocessors.spelling import BadCell

_KNOWN = (tabular.Heads("sub-processors", spelling.HEADS, (("name",),)),)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its line, the column, a code for what is wrong, what it holds."""

    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A sub-processor as it is (None: new) and as the table has it; `fields` are the columns that differ."""

    row: SubProcessor | None
    wanted: About
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
    rows = [{"line": row.line, "cells": dict(row.cells)} for row in tabular.read(name, data, _KNOWN)]
    return Import.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def pending(organisation: Organisation, import_id: UUID) -> Import | None:
    """A table that was read."""
    return Import.objects.filter(organisation=organisation, pk=import_id).select_related("organisation").first()


def plan(found: Import) -> Plan:
    """What the table would change now; one query."""
    known = {same_name(row.name): row for row in SubProcessor.objects.filter(organisation=found.organisation_id)}
    changes: dict[str, Difference] = {}
    faults: list[Fault] = []
    same = 0
    for line in found.rows:
        try:
            wanted = spelling.about_of(line["cells"])
            key = same_name(wanted.name)
            if key in changes:
                raise BadCell("name", "twice", wanted.name)
        except BadCell as bad:
            faults.append(Fault(line["line"], bad.column, bad.code, bad.text))
            continue
        row = known.get(key)
        differing = _differing(row, wanted, line["cells"])
        if row is not None and not differing:
            same += 1
        else:
            changes[key] = Difference(row, wanted, differing)
    return Plan(tuple(changes.values()), same, tuple(faults))


def _differing(row: SubProcessor | None, wanted: About, cells: Mapping[str, str]) -> tuple[str, ...]:
    """The columns in which they differ; a column that the table lacks is left as it is."""
    if row is None:
        return tuple(name for name in spelling.HEADS if name in cells)
    have, want = actions.about(row).record(), wanted.record()
    return tuple(name for name in want if name in cells and have[name] != want[name])


@transaction.atomic
def apply(found: Import, *, actor: Actor, now: datetime) -> Plan:
    """Take over what the table changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    if Import.objects.filter(pk=found.pk, applied_at=None).update(applied_at=now) != 1:
        raise AlreadyApplied(found.name)
    wanted = plan(found)
    for each in wanted.changes:
        if each.row is None:
            actions.add(found.organisation, each.wanted, actor=actor, now=now)
            continue
        merged: dict[str, Any] = actions.about(each.row).record()
        merged |= {name: each.wanted.record()[name] for name in each.fields}
        what = About(**{**merged, "countries": tuple(merged["countries"])})
        actions.change(each.row, what, based_on=each.row.version, actor=actor, now=now)
    content = {"file": found.name, "changes": len(wanted.changes), "left_out": len(wanted.faults)}
    record(
        organisation=found.organisation,
        actor=actor,
        kind="subprocessors.imported",
        subject=found,
        at=now,
        content=content,
    )
    return wanted


def heads(*, dutch: bool) -> tuple[str, ...]:
    """The heads of the register as a table: those that an import reads, then what is kept elsewhere."""
    own = tuple(names[0 if dutch else 1].capitalize() for names in spelling.HEADS.values())
    return (*own, _("Services"), _("Behind"), _("Countries in all"), _("Agreement"))


def lines(entries: Iterable[Entry]) -> Iterator[list[str]]:
    """The register row by row."""
    for entry in entries:
        own = spelling.cells_of(actions.about(entry.row) if entry.row else About(name=entry.name))
        services = (f"{role.service}: {role.role}" if role.role else role.service for role in entry.roles)
        filed = entry.row.agreement.title if entry.row and entry.row.agreement else ""
        yield [
            *own.values(),
            "; ".join(services),
            "; ".join(link.name for link in entry.parents),
            ", ".join(entry.countries),
            filed,
        ]
