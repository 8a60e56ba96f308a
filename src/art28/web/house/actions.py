"""Writes of house templates: taken in, replaced by a newer file, settled, archived; filled in for one or for many."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from art28.drafting.house.model import Blank, carried
from art28.drafting.house.sheet import Sheet
from art28.reading.jailed.placed import plain_places
from art28.reading.places import Places
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Direction
from art28.web.audit.actions import record
from art28.web.house.kept import blanks_in, plain_blanks
from art28.web.house.models import BroughtSheet, HouseTemplate, HouseVersion

KEPT = timedelta(days=30)
_NAME = 255


class StateChanged(Exception):
    """The template no longer stands as it did when it was read: another replaced or archived it."""


class File:
    """A Word file as it was brought: its bytes, the places found in it, its blanks as suggested."""

    def __init__(self, name: str, data: bytes, places: Places, blanks: Sequence[Blank]) -> None:
        self.name = "".join(each for each in name if each.isprintable())[-_NAME:] or "template.docx"
        self.data, self.places, self.blanks = data, places, tuple(blanks)
        self.sha256 = hashlib.sha256(data).hexdigest()


@transaction.atomic
def take_in(
    organisation: Organisation, file: File, *, name: str, language: str, direction: Direction, by: User, actor: Actor,
    now: datetime,
) -> HouseTemplate:  # fmt: skip
    """Keep a Word file as a template; nobody has settled its blanks yet."""
    template = HouseTemplate.objects.create(
        organisation=organisation,
        name=name[:200],
        language=language,
        direction=direction,
        version=1,
        made_by=by,
        made_at=now,
        changed_at=now,
    )
    _keep(template, file, file.blanks, by=by, now=now)
    content = {"name": template.name, "sha256": file.sha256, "blanks": len(file.blanks)}
    _record(template, "house.taken_in", content, actor=actor, now=now)
    return template


@transaction.atomic
def replace(
    template: HouseTemplate, file: File, *, based_on: int, by: User, actor: Actor, now: datetime
) -> HouseVersion:
    """Keep a newer file of a template; what was settled of blanks that are in it still goes along. Raises `StateChanged`."""
    before = HouseVersion.objects.get(template=template, number=template.version)
    rows = HouseTemplate.objects.filter(pk=template.pk, version=based_on, archived_at=None)
    if rows.update(version=based_on + 1, changed_at=now) != 1:
        raise StateChanged
    template.refresh_from_db()
    version = _keep(template, file, carried(file.blanks, blanks_in(before)), by=by, now=now)
    content = {"version": version.number, "sha256": file.sha256, "blanks": len(file.blanks)}
    _record(template, "house.replaced", content, actor=actor, now=now)
    return version


def _keep(template: HouseTemplate, file: File, blanks: Sequence[Blank], *, by: User, now: datetime) -> HouseVersion:
    return HouseVersion.objects.create(
        organisation_id=template.organisation_id,
        template=template,
        number=template.version,
        file_name=file.name,
        sha256=file.sha256,
        data=file.data,
        places=plain_places(file.places),
        blanks=plain_blanks(blanks),
        by=by,
        at=now,
    )


@transaction.atomic
def settle(version: HouseVersion, blanks: Sequence[Blank], *, by: User, actor: Actor, now: datetime) -> None:
    """Keep what somebody decided each blank is; documents can be made from then on. Raises `StateChanged`.

    A version that was settled never changes: settled otherwise, the same file is the next version.
    """
    again = version.settled_at is not None
    number = version.number + again
    current = HouseTemplate.objects.filter(pk=version.template_id, version=version.number, archived_at=None)
    if current.update(version=number, changed_at=now) != 1:
        raise StateChanged
    if again:
        HouseVersion.objects.create(
            organisation_id=version.organisation_id,
            template=version.template,
            number=number,
            file_name=version.file_name,
            sha256=version.sha256,
            data=bytes(version.data),
            places=version.places,
            blanks=plain_blanks(blanks),
            settled_by=by,
            settled_at=now,
            by=by,
            at=now,
        )
    else:
        rows = HouseVersion.objects.filter(pk=version.pk, settled_at=None)
        rows.update(blanks=plain_blanks(blanks), settled_by=by, settled_at=now)
    settled = [[each.name, str(each.use), each.fact, each.required] for each in blanks]
    content = {"version": number, "blanks": settled}
    _record(version.template, "house.settled", content, actor=actor, now=now)


@transaction.atomic
def archive(template: HouseTemplate, *, actor: Actor, now: datetime) -> None:
    """Make nothing of it any more; its versions stay. Raises `StateChanged`."""
    if HouseTemplate.objects.filter(pk=template.pk, archived_at=None).update(archived_at=now, changed_at=now) != 1:
        raise StateChanged
    _record(template, "house.archived", {}, actor=actor, now=now)


@transaction.atomic
def bring(version: HouseVersion, sheet: Sheet, *, name: str, by: User, actor: Actor, now: datetime) -> BroughtSheet:
    """Keep the rows of a sheet, to be looked at before documents are made of them."""
    kept = BroughtSheet.objects.create(
        organisation_id=version.organisation_id,
        version=version,
        name=name[-_NAME:] or "?",
        rows=[[each.line, dict(each.given), each.file] for each in sheet.rows],
        unused=list(sheet.unused),
        missing=list(sheet.missing),
        by=by,
        at=now,
    )
    content = {"version": version.number, "rows": len(sheet.rows)}
    record(organisation=version.template.organisation, actor=actor, kind="house.sheet_brought", subject=kept, at=now,
           content=content)  # fmt: skip
    return kept


@transaction.atomic
def keep_filled(version: HouseVersion, digests: Sequence[str], left: int, *, actor: Actor, now: datetime) -> None:
    """Keep that documents were made of a version: their digests, and how many have something open."""
    content = {"version": version.number, "documents": list(digests), "left_open": left}
    _record(version.template, "house.filled", content, actor=actor, now=now)


def forget(*, now: datetime, limit: int) -> int:
    """Delete at most `limit` sheets that were brought longer than a month ago; returns how many."""
    over = BroughtSheet.objects.filter(at__lt=now - KEPT).order_by("at")
    deleted, _ = BroughtSheet.objects.filter(pk__in=list(over.values_list("pk", flat=True)[:limit])).delete()
    return deleted


def _record(subject: HouseTemplate, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=subject.organisation, actor=actor, kind=kind, subject=subject, at=now, content=content)
