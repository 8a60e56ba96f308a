"""Writes to services: kept, linked to agreements, given up; and agreements of a breach left out, many at once."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record, record_many
from art28.web.breaches import leaving_out
from art28.web.breaches.models import Breach
from art28.web.database import bulk
from art28.web.services.models import ExcludedAgreement, Exclusion, Service, ServiceUse

CHUNK = 500
LISTS = ("data_categories", "special_categories", "data_subjects", "purposes", "measures", "systems")
"""What is kept of a service as a list of texts."""


class NameTaken(ValueError):
    """Another service has this name."""


class StateChanged(Exception):
    """The service was changed since it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is kept of a service."""

    name: str
    description: str = ""
    data_categories: tuple[str, ...] = ()
    special_categories: tuple[str, ...] = ()
    data_subjects: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    retention: str = ""
    measures: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    sub_processors: tuple[Mapping[str, Any], ...] = ()
    people: int | None = None

    def record(self) -> dict[str, Any]:
        """As columns and as the trail keep it."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def about(service: Service) -> About:
    """What is kept of a service now."""
    lists = {name: tuple(getattr(service, name)) for name in (*LISTS, "sub_processors")}
    return About(
        name=service.name,
        description=service.description,
        retention=service.retention,
        people=service.people,
        **lists,
    )


@transaction.atomic
def add(organisation: Organisation, what: About, *, actor: Actor, now: datetime) -> Service:
    """Add a service. Raises `NameTaken`."""
    if Service.objects.filter(organisation=organisation, name=what.name).exists():
        raise NameTaken(what.name)
    service = Service.objects.create(organisation=organisation, changed_at=now, **what.record())
    record(organisation=organisation, actor=actor, kind="service.added", subject=service, at=now, content=what.record())
    return service


@transaction.atomic
def change(service: Service, what: About, *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change what is kept of a service. Raises `NameTaken`, and `StateChanged` where another did since version `based_on`."""
    same = Service.objects.filter(organisation=service.organisation_id, name=what.name).exclude(pk=service.pk)
    if same.exists():
        raise NameTaken(what.name)
    rows = Service.objects.filter(pk=service.pk, version=based_on)
    if rows.update(**what.record(), version=based_on + 1, changed_at=now) != 1:
        raise StateChanged(service.name)
    record(
        organisation=service.organisation,
        actor=actor,
        kind="service.changed",
        subject=service,
        at=now,
        content=what.record(),
    )
    service.refresh_from_db()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How an agreement takes a service."""

    people: int | None = None
    since_on: date | None = None
    until_on: date | None = None

    def record(self) -> dict[str, Any]:
        """As the trail keeps it."""
        return {
            "people": self.people,
            "since": self.since_on.isoformat() if self.since_on else None,
            "until": self.until_on.isoformat() if self.until_on else None,
        }


@transaction.atomic
def link(service: Service, agreement: Agreement, use: Use, *, actor: Actor, now: datetime) -> ServiceUse:
    """Keep that a service is taken under an agreement, or how from now on."""
    row, _ = ServiceUse.objects.update_or_create(
        service=service,
        agreement=agreement,
        organisation=service.organisation,
        defaults={"people": use.people, "since_on": use.since_on, "until_on": use.until_on, "changed_at": now},
    )
    _record(service, agreement.pk, "service.linked", use.record(), actor=actor, now=now)
    return row


@transaction.atomic
def link_many(
    organisation: Organisation, taken: Sequence[tuple[Service, Agreement, Use]], *, actor: Actor, now: datetime
) -> None:
    """The same for many at once; the acts stand in the order given."""
    standing = {
        (row.service_id, row.agreement_id): row
        for row in ServiceUse.objects.filter(
            organisation=organisation, agreement__in={agreement.pk for _, agreement, _ in taken}
        )
    }
    new: dict[tuple[UUID, UUID], ServiceUse] = {}
    changed: list[ServiceUse] = []
    for service, agreement, use in taken:
        key = (service.pk, agreement.pk)
        row = standing.get(key) or new.get(key)
        if row is None:
            row = new[key] = ServiceUse(organisation=organisation, service=service, agreement=agreement)
        elif key in standing:
            changed.append(row)
        row.people, row.since_on, row.until_on, row.changed_at = use.people, use.since_on, use.until_on, now
    bulk.create(ServiceUse, new.values())
    ServiceUse.objects.bulk_update(changed, ("people", "since_on", "until_on", "changed_at"), batch_size=100)
    entries = (
        Entry("service.linked", "service", service.pk, {"agreement": str(agreement.pk), **use.record()})
        for service, agreement, use in taken
    )
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)


@transaction.atomic
def unlink(service: Service, agreement_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Take back that a service is taken under an agreement: it never was. What ended has an `until_on` instead."""
    deleted, _ = ServiceUse.objects.filter(
        organisation=service.organisation_id, service=service, agreement=agreement_id
    ).delete()
    if deleted:
        _record(service, agreement_id, "service.unlinked", {}, actor=actor, now=now)


def _record(
    service: Service, agreement_id: UUID, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime
) -> None:
    record(
        organisation=service.organisation,
        actor=actor,
        kind=kind,
        subject=service,
        at=now,
        content={"agreement": str(agreement_id), **content},
    )


@transaction.atomic
def exclude_many(
    breach: Breach,
    agreement_ids: Iterable[UUID],
    *,
    reason: str,
    selection: Mapping[str, Any],
    by: User,
    actor: Actor,
    now: datetime,
) -> Exclusion:
    """Freeze the list of agreements that the breach doesn't touch, with the one reason; the first chunk is left out at once.

    What is beyond it waits for the worker (`services.pump`). `selection` says by what they were found.
    """
    ids = tuple(agreement_ids)
    exclusion = Exclusion.objects.create(
        organisation=breach.organisation,
        breach=breach,
        reason=reason,
        selection=dict(selection),
        count=len(ids),
        sha256=hashlib.sha256("".join(f"{each}\n" for each in ids).encode()).hexdigest(),
        by=by,
        role=actor.label,
        at=now,
    )
    bulk.create(
        ExcludedAgreement,
        (
            ExcludedAgreement(organisation_id=breach.organisation_id, exclusion_id=exclusion.pk, agreement_id=each)
            for each in ids
        ),
    )
    content = {"agreements": len(ids), "agreements_sha256": exclusion.sha256, "reason": reason, **selection}
    record(
        organisation=breach.organisation,
        actor=actor,
        kind="breach.agreements_excluded",
        subject=breach,
        at=now,
        content=content,
    )
    exclude_chunk(exclusion, now=now)
    return exclusion


@transaction.atomic
def exclude_chunk(exclusion: Exclusion, *, now: datetime) -> int:
    """Leave out the next chunk of a frozen list; returns how many of it were handled."""
    waiting = ExcludedAgreement.objects.filter(exclusion=exclusion, done_at=None).order_by("id")
    lines = dict(waiting.select_for_update(skip_locked=True, of=("self",)).values_list("agreement_id", "pk")[:CHUNK])
    if not lines:
        return 0
    done = leaving_out.exclude_set(
        exclusion.breach,
        tuple(lines),
        reason=exclusion.reason,
        by=exclusion.by,
        actor=Actor(exclusion.by_id, exclusion.role),
        now=now,
    )
    gone = [pk for agreement_id, pk in lines.items() if agreement_id not in done]
    ExcludedAgreement.objects.filter(pk__in=list(lines.values())).update(done_at=now)
    ExcludedAgreement.objects.filter(pk__in=gone).update(left=True)
    return len(lines)
