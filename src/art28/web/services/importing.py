"""A file of services and who takes them -> what it would change, shown first; then done, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.breaches import queries as breaches
from art28.web.database import bulk
from art28.web.services import actions, spelling, tables
from art28.web.services.actions import About, Use
from art28.web.services.models import Import, Service, ServiceUse
from art28.web.taking_over import BadCell
from art28.web.typed import identifier

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not taken over: its sheet and line, the column, a code for what is wrong, what it holds."""

    sheet: str
    line: int
    column: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A service as it is (None: new) and as the file has it; `fields` are the columns that differ."""

    service: Service | None
    wanted: About
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseDifference:
    """That an agreement takes a service: as it is (None: new) and as the file has it."""

    service_name: str
    agreement_id: UUID
    customer: str
    row: ServiceUse | None
    wanted: Use


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file would change, and what of it can't be taken over."""

    services: tuple[Difference, ...]
    uses: tuple[UseDifference, ...]
    same: int
    faults: tuple[Fault, ...]

    @property
    def changes(self) -> int:
        """How many rows change something."""
        return len(self.services) + len(self.uses)


@transaction.atomic
def put_in(organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Import:
    """Read a file and keep its rows until somebody has looked at what they would change. Raises `tabular.Unreadable`."""
    rows = [{"sheet": row.sheet, "line": row.line, "cells": dict(row.cells)} for row in tables.read(name, data)]
    return Import.objects.create(organisation=organisation, name=name[:255], rows=rows, by=by, read_at=now)


def plan(found: Import) -> Plan:
    """What the file would change now; a fixed number of queries for each five hundred customers."""
    organisation = found.organisation
    known = {row.name: row for row in Service.objects.filter(organisation=organisation)}
    faults: list[Fault] = []
    services, same = _services(found.rows, known, faults)
    names = set(known) | {each.wanted.name for each in services}
    uses, same_uses = _uses(organisation, found.rows, names, faults)
    return Plan(tuple(services), tuple(uses), same + same_uses, tuple(faults))


def _services(
    rows: Sequence[Mapping[str, Any]], known: Mapping[str, Service], faults: list[Fault]
) -> tuple[list[Difference], int]:
    found: dict[str, Difference] = {}
    same = 0
    for row in rows:
        if row["sheet"] != "services":
            continue
        try:
            wanted = spelling.about_of(row["cells"])
            if wanted.name in found:
                raise BadCell("name", "twice", wanted.name)
        except BadCell as bad:
            faults.append(Fault("services", row["line"], bad.column, bad.code, bad.text))
            continue
        service = known.get(wanted.name)
        differing = _differing(service, wanted, row["cells"])
        if service is not None and not differing:
            same += 1
        else:
            found[wanted.name] = Difference(service, wanted, differing)
    return list(found.values()), same


def _differing(service: Service | None, wanted: About, cells: Mapping[str, str]) -> tuple[str, ...]:
    """The columns in which they differ; a column that the file lacks is left as it is."""
    if service is None:
        return tuple(cells)
    have, want = actions.about(service).record(), wanted.record()
    return tuple(name for name in want if name in cells and have[name] != want[name])


def _uses(
    organisation: Organisation, rows: Sequence[Mapping[str, Any]], names: set[str], faults: list[Fault]
) -> tuple[list[UseDifference], int]:
    wanted = [row for row in rows if row["sheet"] == "uses"]
    by_id, by_name = _agreements(organisation, wanted)
    existing: dict[tuple[str, UUID], ServiceUse] = {}
    for row in ServiceUse.objects.filter(organisation=organisation).select_related("service").iterator(2_000):
        if row.agreement_id in by_id:
            existing[row.service.name, row.agreement_id] = row
    found: dict[tuple[str, UUID], UseDifference] = {}
    same = 0
    for line in wanted:
        cells = line["cells"]
        try:
            name = " ".join(cells.get("service", "").split())
            if name not in names:
                raise BadCell("service", "unknown_service", name)
            agreement_id = _agreement(cells, by_id, by_name)
            use = spelling.use_of(cells)
            if (name, agreement_id) in found:
                raise BadCell("customer", "twice", by_id[agreement_id])
        except BadCell as bad:
            faults.append(Fault("uses", line["line"], bad.column, bad.code, bad.text))
            continue
        row_now = existing.get((name, agreement_id))
        if row_now is not None and (row_now.people, row_now.since_on, row_now.until_on) == (
            use.people,
            use.since_on,
            use.until_on,
        ):
            same += 1
        else:
            found[name, agreement_id] = UseDifference(name, agreement_id, by_id[agreement_id], row_now, use)
    return list(found.values()), same


def _agreements(
    organisation: Organisation, rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[UUID, str], dict[str, list[UUID]]]:
    """The agreements that the rows may mean: by id with the other side's name, and by that name."""
    names = {row["cells"].get("customer", "") for row in rows} - {""}
    ids = {found for row in rows if (found := identifier(row["cells"].get("agreement", ""))) is not None}
    by_id: dict[UUID, str] = {}
    by_name: dict[str, list[UUID]] = {}
    for asked, key in ((sorted(names), "counterparty_name__in"), (sorted(ids), "pk__in")):
        for start in range(0, len(asked), _AT_ONCE):
            rows_found = breaches.may_be_touched(organisation, "").filter(**{key: asked[start : start + _AT_ONCE]})
            for pk, name in rows_found.values_list("pk", "counterparty_name"):
                if pk not in by_id:
                    by_name.setdefault(name, []).append(pk)
                by_id[pk] = name
    return by_id, by_name


def _agreement(cells: Mapping[str, str], by_id: Mapping[UUID, str], by_name: Mapping[str, list[UUID]]) -> UUID:
    if given := cells.get("agreement", ""):
        found = identifier(given)
        if found is None or found not in by_id:
            raise BadCell("agreement", "unknown_agreement", given)
        return found
    name = cells.get("customer", "")
    matching = by_name.get(name, [])
    if not matching:
        raise BadCell("customer", "unknown_customer", name)
    if len(matching) > 1:
        raise BadCell("customer", "several", name)
    return matching[0]


class AlreadyApplied(Exception):
    """The file was taken over already."""


@transaction.atomic
def apply(found: Import, *, actor: Actor, now: datetime) -> Plan:
    """Take over what the file changes as things stand now; rows with a fault are left out. Raises `AlreadyApplied`."""
    if Import.objects.filter(pk=found.pk, applied_at=None).update(applied_at=now) != 1:
        raise AlreadyApplied(found.name)
    wanted = plan(found)
    for each in wanted.services:
        if each.service is None:
            actions.add(found.organisation, each.wanted, actor=actor, now=now)
        else:
            merged: dict[str, Any] = {
                **actions.about(each.service).record(),
                **{k: each.wanted.record()[k] for k in each.fields},
            }
            lists: dict[str, Any] = {name: tuple(value) for name, value in merged.items() if isinstance(value, list)}
            what = About(**{**merged, **lists})
            actions.change(each.service, what, based_on=each.service.version, actor=actor, now=now)
    _apply_uses(found.organisation, wanted.uses, now)
    digest = sha256("".join(f"{each.service_name}\t{each.agreement_id}\n" for each in wanted.uses).encode()).hexdigest()
    content = {
        "file": found.name,
        "services": len(wanted.services),
        "uses": len(wanted.uses),
        "uses_sha256": digest,
        "left_out": len(wanted.faults),
    }
    record(
        organisation=found.organisation, actor=actor, kind="services.imported", subject=found, at=now, content=content
    )
    return wanted


def _apply_uses(organisation: Organisation, uses: Sequence[UseDifference], now: datetime) -> None:
    ids = dict(Service.objects.filter(organisation=organisation).values_list("name", "pk"))
    new = [each for each in uses if each.row is None]
    bulk.create(
        ServiceUse,
        (
            ServiceUse(
                organisation_id=organisation.pk,
                service_id=ids[each.service_name],
                agreement_id=each.agreement_id,
                people=each.wanted.people,
                since_on=each.wanted.since_on,
                until_on=each.wanted.until_on,
                changed_at=now,
            )
            for each in new
        ),
    )
    changed = []
    for each in uses:
        if each.row is None:
            continue
        each.row.people, each.row.since_on, each.row.until_on = (
            each.wanted.people,
            each.wanted.since_on,
            each.wanted.until_on,
        )
        each.row.changed_at = now
        changed.append(each.row)
    fields = ("people", "since_on", "until_on", "changed_at")
    ServiceUse.objects.bulk_update(changed, fields, batch_size=_AT_ONCE)


def sheets(organisation: Organisation, *, dutch: bool) -> tuple[tables.Sheet, tables.Sheet]:
    """The catalogue as the two sheets that an import reads."""
    at = 0 if dutch else 1
    heads = tuple(names[at].capitalize() for names in spelling.SERVICE_HEADS.values())
    use_heads = tuple(names[at].capitalize() for names in spelling.USE_HEADS.values())
    rows = Service.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")
    uses = ServiceUse.objects.filter(organisation=organisation, service__ended_at=None).order_by("service__name", "id")
    taken = uses.values_list(
        "service__name", "agreement__counterparty_name", "agreement_id", "people", "since_on", "until_on"
    )
    return (
        (("Diensten", "Services")[at], heads, ([*spelling.cells_of(actions.about(row)).values()] for row in rows)),
        (
            ("Afname", "Taken by")[at],
            use_heads,
            (["" if cell is None else str(cell) for cell in row] for row in taken.iterator(2_000)),
        ),
    )
