"""Writes to the register: sub-processors kept, put behind one another, given up; safeguards kept on file."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.agreement.naming import same_name
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry as ActEntry
from art28.web.audit.actions import record, record_many
from art28.web.subprocessors.models import Behind, Safeguard, SubProcessor


class NameTaken(ValueError):
    """Another sub-processor has this name, legal form and spelling apart."""


class StateChanged(Exception):
    """It was changed by somebody else since it was read."""


class GoesInCircles(ValueError):
    """It would stand behind itself, through others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is kept of a sub-processor itself."""

    name: str
    registration: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    countries: tuple[str, ...] = ()
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""

    def record(self) -> dict[str, Any]:
        """As columns and as the trail keep it."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def about(row: SubProcessor) -> About:
    """What is kept of it now."""
    kept = {name: getattr(row, name) for name in About.__slots__ if name != "countries"}
    return About(**kept, countries=tuple(row.countries))


@transaction.atomic
def add(organisation: Organisation, what: About, *, actor: Actor, now: datetime) -> SubProcessor:
    """Put a sub-processor in the register. Raises `NameTaken`."""
    _refuse_twice(organisation, what.name)
    row = SubProcessor.objects.create(organisation=organisation, changed_at=now, **what.record())
    record(
        organisation=organisation, actor=actor, kind="subprocessor.added", subject=row, at=now, content=what.record()
    )
    return row


def _refuse_twice(organisation: Organisation, name: str, *, but: UUID | None = None) -> None:
    rows = SubProcessor.objects.filter(organisation=organisation)
    if same_name(name) in {same_name(known) for pk, known in rows.values_list("pk", "name") if pk != but}:
        raise NameTaken(name)


@transaction.atomic
def add_many(organisation: Organisation, names: Collection[str], *, actor: Actor, now: datetime) -> int:
    """Put those in the register that stand with services only, by name; returns how many."""
    known = {
        same_name(name)
        for name in SubProcessor.objects.filter(organisation=organisation).values_list("name", flat=True)
    }
    fresh = {same_name(name): name for name in names}
    rows = [
        SubProcessor(organisation=organisation, name=name[:200], changed_at=now)
        for key, name in fresh.items()
        if key not in known
    ]
    SubProcessor.objects.bulk_create(rows, batch_size=200)
    entries = [ActEntry("subprocessor.added", "subprocessor", row.pk, about(row).record()) for row in rows]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(rows)


@transaction.atomic
def change(row: SubProcessor, what: About, *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change what is kept. Raises `NameTaken`, and `StateChanged` where another did since version `based_on`."""
    _refuse_twice(row.organisation, what.name, but=row.pk)
    rows = SubProcessor.objects.filter(pk=row.pk, version=based_on)
    if rows.update(**what.record(), version=based_on + 1, changed_at=now) != 1:
        raise StateChanged(row.name)
    row.refresh_from_db()
    _record(row, "subprocessor.changed", what.record(), actor=actor, now=now)


@transaction.atomic
def file_agreement(row: SubProcessor, agreement: Agreement | None, *, actor: Actor, now: datetime) -> None:
    """Keep which agreement is the contract with it, or that there is none."""
    SubProcessor.objects.filter(pk=row.pk).update(agreement=agreement, changed_at=now)
    row.refresh_from_db()
    content = {"agreement": str(agreement.pk) if agreement else None}
    _record(row, "subprocessor.agreement_filed", content, actor=actor, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one stands behind another."""

    role: str = ""
    countries: tuple[str, ...] = ()


@transaction.atomic
def put_behind(parent: SubProcessor, child: SubProcessor, how: Standing, *, actor: Actor, now: datetime) -> Behind:
    """Keep that `child` works for `parent`. Raises `GoesInCircles`."""
    if parent.pk == child.pk or parent.pk in _below(child):
        raise GoesInCircles(f"{child.name} behind {parent.name}")
    row, _ = Behind.objects.update_or_create(
        organisation=parent.organisation,
        parent=parent,
        child=child,
        defaults={"role": how.role, "countries": list(how.countries), "changed_at": now},
    )
    content = {"child": str(child.pk), "role": how.role, "countries": list(how.countries)}
    _record(parent, "subprocessor.put_behind", content, actor=actor, now=now)
    return row


def _below(row: SubProcessor) -> frozenset[UUID]:
    """All that stand behind it, through whatever many others; one query."""
    behind: dict[UUID, list[UUID]] = {}
    for parent, child in Behind.objects.filter(organisation=row.organisation_id).values_list("parent_id", "child_id"):
        behind.setdefault(parent, []).append(child)
    found: set[UUID] = set()
    waiting = [row.pk]
    while waiting:
        for child in behind.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)


@transaction.atomic
def take_from_behind(parent: SubProcessor, child_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Keep that it no longer stands behind `parent`; under another it stays."""
    rows = Behind.objects.filter(organisation=parent.organisation_id, parent=parent, child=child_id)
    if rows.delete()[0]:
        _record(parent, "subprocessor.taken_from_behind", {"child": str(child_id)}, actor=actor, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """A safeguard: for which country, of which kind, and since when."""

    country: str
    kind: str
    signed_on: date
    assessed_on: date | None = None
    note: str = ""


@transaction.atomic
def file_safeguard(row: SubProcessor, what: OnFile, *, by: User, actor: Actor, now: datetime) -> Safeguard:
    """Keep a safeguard on file for data at a sub-processor in a country."""
    kept = Safeguard.objects.create(
        organisation=row.organisation,
        sub_processor=row,
        country=what.country,
        kind=what.kind,
        signed_on=what.signed_on,
        assessed_on=what.assessed_on,
        note=what.note,
        by=by,
        at=now,
    )
    content = {
        "country": what.country,
        "kind": what.kind,
        "signed_on": what.signed_on.isoformat(),
        "assessed_on": what.assessed_on.isoformat() if what.assessed_on else None,
    }
    _record(row, "subprocessor.safeguard_filed", content, actor=actor, now=now)
    return kept


@transaction.atomic
def end_safeguard(row: SubProcessor, safeguard_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Keep that a safeguard no longer holds. Raises `StateChanged` where it had ended."""
    standing = Safeguard.objects.filter(
        organisation=row.organisation_id, sub_processor=row, pk=safeguard_id, ended_at=None
    )
    if standing.update(ended_at=now) != 1:
        raise StateChanged(row.name)
    _record(row, "subprocessor.safeguard_ended", {"safeguard": str(safeguard_id)}, actor=actor, now=now)


@transaction.atomic
def give_copy(row: SubProcessor, *, to: str, what: str, on: date, actor: Actor, now: datetime) -> None:
    """Keep that a customer got a copy of the contract or the particulars of a sub-processor, as it asked."""
    content = {
        "to": to,
        "what": what,
        "on": on.isoformat(),
        "agreement": str(row.agreement_id) if row.agreement_id else None,
        "countries": list(row.countries),
    }
    _record(row, "subprocessor.copy_given", content, actor=actor, now=now)


def _record(row: SubProcessor, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=row.organisation, actor=actor, kind=kind, subject=row, at=now, content=content)
