"""Writes of sheets: brought, set to be made, and gone after a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import rows
from art28.web.agreements.models import Direction
from art28.web.audit.actions import record
from art28.web.database import bulk
from art28.web.parties.models import LegalEntity
from art28.web.sheets.models import Form, Sheet, SheetRow, State
from art28.web.sheets.reading import Looked

KEPT = timedelta(days=30)
_NAME = 255


class StateChanged(Exception):
    """The sheet no longer stands as it did when it was read: somebody had it made meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a sheet is brought for."""

    template: str
    language: str
    legal_entity: LegalEntity
    direction: Direction
    form: Form
    name: str
    unused: Sequence[str] = ()


@transaction.atomic
def bring(
    organisation: Organisation, asked: Asked, looked: Sequence[Looked], *, by: User, actor: Actor, now: datetime
) -> Sheet:
    """Keep what each row would make, to be looked at before anything is made of it."""
    sheet = Sheet.objects.create(
        organisation=organisation,
        template=asked.template,
        language=asked.language,
        legal_entity=asked.legal_entity,
        direction=asked.direction,
        form=asked.form,
        name=asked.name[-_NAME:] or "?",
        unused=list(asked.unused),
        row_count=len(looked),
        by=by,
        at=now,
    )
    bulk.create(
        SheetRow,
        (
            SheetRow(
                organisation=organisation,
                sheet=sheet,
                line=each.line,
                party=each.party,
                details=dict(each.details),
                facts={key: rows.of_value(value) for key, value in each.facts.items()},
                measures=list(each.measures),
                blanks=list(each.blanks),
                file_name=each.file_name,
            )
            for each in looked
        ),
    )
    content = {"template": asked.template, "language": asked.language, "rows": len(looked)}
    _record(sheet, "sheet.brought", content, actor=actor, now=now)
    return sheet


@transaction.atomic
def make(sheet: Sheet, *, actor: Actor, now: datetime) -> None:
    """Have the drafts made by a worker; one that stopped goes on where it was. Raises `StateChanged`."""
    standing = Sheet.objects.filter(pk=sheet.pk, state__in=(State.BROUGHT, State.STOPPED))
    if standing.update(state=State.MAKING, due_at=now, attempts=0) != 1:
        raise StateChanged
    _record(sheet, "sheet.making", {"rows": sheet.row_count}, actor=actor, now=now)


def forget(*, now: datetime, limit: int) -> int:
    """Delete at most `limit` sheets that were brought longer than a month ago; returns how many. Their drafts stay."""
    over = Sheet.objects.filter(at__lt=now - KEPT).exclude(state=State.MAKING).order_by("at")
    keys = list(over.values_list("pk", flat=True)[:limit])
    Sheet.objects.filter(pk__in=keys).delete()
    return len(keys)


def _record(sheet: Sheet, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=sheet.organisation, actor=actor, kind=kind, subject=sheet, at=now, content=content)
