"""Writes to things with custody: added and changed, issued and taken in, lost or destroyed, and what protects them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import record
from art28.web.controls.models import Asset, AssetKind, Custody, CustodyStep, Handing, Safeguard, SafeguardKind

WANTED: Mapping[str, tuple[SafeguardKind, ...]] = MappingProxyType(
    {
        AssetKind.COMPUTER: (
            SafeguardKind.ENCRYPTED,
            SafeguardKind.VIRUS_SCAN,
            SafeguardKind.PATCHED,
            SafeguardKind.NO_DRIVES,
            SafeguardKind.NO_PRIVATE,
        ),
        AssetKind.PHONE: (SafeguardKind.LOCKED, SafeguardKind.ENCRYPTED),
        AssetKind.CARRIER: (SafeguardKind.ENCRYPTED,),
        AssetKind.SERVER: (SafeguardKind.VIRUS_SCAN, SafeguardKind.PATCHED, SafeguardKind.LOCKED),
        AssetKind.KEY: (),
        AssetKind.STORAGE: (SafeguardKind.LOCKED,),
        AssetKind.PAPER: (SafeguardKind.LOCKED,),
        AssetKind.LOCATION: (SafeguardKind.LOCKED,),
    }
)
"""The safeguards that a thing of a kind is to have; what isn't shown lacks."""
_AFTER: Mapping[str, Custody] = MappingProxyType(
    {
        Handing.ISSUED: Custody.ISSUED,
        Handing.RETURNED: Custody.IN_STORE,
        Handing.LOST: Custody.LOST,
        Handing.DESTROYED: Custody.DESTROYED,
    }
)
_BEFORE: Mapping[str, tuple[Custody, ...]] = MappingProxyType(
    {
        Handing.ISSUED: (Custody.IN_STORE,),
        Handing.RETURNED: (Custody.ISSUED, Custody.LOST),
        Handing.LOST: (Custody.IN_STORE, Custody.ISSUED),
        Handing.DESTROYED: (Custody.IN_STORE, Custody.ISSUED, Custody.LOST),
    }
)


class CodeTaken(Exception):
    """Another thing of the organisation has this code."""


class StateChanged(Exception):
    """It was changed or handed over meanwhile, or isn't where that can be done with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a thing is, as somebody said it."""

    code: str
    name: str
    kind: str
    place: Asset | None = None
    country: str = ""
    note: str = ""

    def record(self) -> dict[str, Any]:
        """As plain JSON."""
        place = str(self.place.pk) if self.place else ""
        return {
            "code": self.code,
            "name": self.name,
            "kind": self.kind,
            "place": place,
            "country": self.country,
            "note": self.note,
        }

    def columns(self) -> dict[str, Any]:
        """By column."""
        return {**self.record(), "place": self.place}


def about(row: Asset) -> About:
    """A thing as it is."""
    return About(code=row.code, name=row.name, kind=row.kind, place=row.place, country=row.country, note=row.note)


@transaction.atomic
def add(organisation: Organisation, what: About, *, actor: Actor, now: datetime) -> Asset:
    """Put a thing in the register. Raises `CodeTaken`."""
    if Asset.objects.filter(organisation=organisation, code=what.code).exists():
        raise CodeTaken(what.code)
    row = Asset.objects.create(organisation=organisation, changed_at=now, **what.columns())
    record(organisation=organisation, actor=actor, kind="asset.added", subject=row, at=now, content=what.record())
    return row


@transaction.atomic
def change(row: Asset, what: About, *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change what a thing is. Raises `CodeTaken`, `StateChanged`."""
    if Asset.objects.filter(organisation=row.organisation_id, code=what.code).exclude(pk=row.pk).exists():
        raise CodeTaken(what.code)
    before, after = about(row).record(), what.record()
    rows = Asset.objects.filter(pk=row.pk, organisation=row.organisation_id, version=based_on)
    if rows.update(**what.columns(), version=based_on + 1, changed_at=now) != 1:
        raise StateChanged(row.code)
    content = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    record(organisation=row.organisation, actor=actor, kind="asset.changed", subject=row, at=now, content=content)


@transaction.atomic
def hand(
    row: Asset, what: Handing, *, holder: str, on: date, evidence: str, by: User, actor: Actor, now: datetime
) -> CustodyStep:
    """Issue a thing, take it in, or say that it was lost or destroyed. Raises `StateChanged` where that can't be."""
    rows = Asset.objects.filter(pk=row.pk, organisation=row.organisation_id, custody__in=_BEFORE[what])
    held = holder if what == Handing.ISSUED else ""
    if rows.update(custody=_AFTER[what], holder=held, held_since=on if held else None) != 1:
        raise StateChanged(row.code)
    from_whom = row.holder if what != Handing.ISSUED else holder
    row.refresh_from_db()
    step = CustodyStep.objects.create(
        organisation=row.organisation, asset=row, what=what, holder=from_whom, on=on, evidence=evidence, at=now, by=by
    )
    content = {"what": what.value, "holder": from_whom, "on": on.isoformat(), "evidence": evidence}
    record(organisation=row.organisation, actor=actor, kind="asset.handed", subject=row, at=now, content=content)
    return step


@transaction.atomic
def show(
    row: Asset,
    kind: SafeguardKind,
    *,
    in_place: bool,
    seen_on: date,
    until: date | None,
    evidence: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Safeguard:
    """Keep whether a safeguard of a thing is in place, as it was seen on a day; what was kept before stays in the trail."""
    seen, _ = Safeguard.objects.update_or_create(
        asset=row,
        kind=kind,
        defaults={
            "organisation": row.organisation,
            "in_place": in_place,
            "seen_on": seen_on,
            "until": until,
            "evidence": evidence,
            "at": now,
            "by": by,
        },
    )
    content = {
        "safeguard": kind.value,
        "in_place": in_place,
        "seen_on": seen_on.isoformat(),
        "until": until.isoformat() if until else "",
        "evidence": evidence,
    }
    record(
        organisation=row.organisation, actor=actor, kind="asset.safeguard_seen", subject=row, at=now, content=content
    )
    return seen
