"""Writes to the register of own activities (Art. 30(1)), and to who keeps the registers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.processing.models import Keeper, OwnActivity

LISTS = ("purposes", "data_subjects", "data", "special", "recipients", "countries", "measures")
TEXTS = ("joint_controller", "legal_basis", "safeguards", "retention", "owner")


class NameTaken(ValueError):
    """Another activity has this name."""


class StateChanged(Exception):
    """The activity was changed since it was read."""


def plain(said: Mapping[str, Any]) -> dict[str, Any]:
    """What was filled in, as columns and as the trail keep it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}


def about(row: OwnActivity) -> dict[str, Any]:
    """What is kept of an activity now."""
    return {name: getattr(row, name) for name in ("name", *LISTS, *TEXTS)}


@transaction.atomic
def add(organisation: Organisation, said: Mapping[str, Any], *, actor: Actor, now: datetime) -> OwnActivity:
    """Add an activity. Raises `NameTaken`."""
    if OwnActivity.objects.filter(organisation=organisation, name=said["name"], ended_at=None).exists():
        raise NameTaken(said["name"])
    content = plain(said)
    row = OwnActivity.objects.create(organisation=organisation, changed_at=now, **content)
    record(organisation=organisation, actor=actor, kind="own_activity.added", subject=row, at=now, content=content)
    return row


@transaction.atomic
def change(row: OwnActivity, said: Mapping[str, Any], *, based_on: int, actor: Actor, now: datetime) -> None:
    """Change an activity. Raises `NameTaken`, and `StateChanged` where another did since version `based_on`."""
    held = OwnActivity.objects.filter(organisation=row.organisation_id, ended_at=None)
    if "name" in said and held.filter(name=said["name"]).exclude(pk=row.pk).exists():
        raise NameTaken(said["name"])
    content = plain(said)
    if held.filter(pk=row.pk, version=based_on).update(**content, version=based_on + 1, changed_at=now) != 1:
        raise StateChanged(row.name)
    row.refresh_from_db()
    record(
        organisation=row.organisation, actor=actor, kind="own_activity.changed", subject=row, at=now, content=content
    )


@transaction.atomic
def end(row: OwnActivity, *, actor: Actor, now: datetime) -> None:
    """Take an activity off the register; it stays in the trail."""
    if OwnActivity.objects.filter(pk=row.pk, ended_at=None).update(ended_at=now) == 1:
        record(organisation=row.organisation, actor=actor, kind="own_activity.ended", subject=row, at=now)


@transaction.atomic
def keep(organisation: Organisation, said: Mapping[str, Any], *, actor: Actor, now: datetime) -> Keeper:
    """Keep who keeps the registers."""
    row, _made = Keeper.objects.update_or_create(organisation=organisation, defaults={**said, "changed_at": now})
    record(
        organisation=organisation, actor=actor, kind="processing.keeper_set", subject=row, at=now, content=dict(said)
    )
    return row
