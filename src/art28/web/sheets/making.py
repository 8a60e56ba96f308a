"""A sheet that is due -> a draft and a document for each row, some rows at a time: by any worker, each row once."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from art28.web.accounts.access import Actor
from art28.web.agreements import rows
from art28.web.agreements.models import Direction
from art28.web.audit.actions import record
from art28.web.database import bulk
from art28.web.drafts.beginning import Beginning, Ready, begin_many
from art28.web.drafts.chosen import Chosen
from art28.web.drafts.chosen import made as made_of
from art28.web.drafts.documents import written
from art28.web.parties.models import Counterparty
from art28.web.parties.naming import Named, name_many
from art28.web.sheets import queries
from art28.web.sheets.models import Product, Sheet, SheetRow, State

_AT_ONCE = 20
"""So many rows before other work has its turn."""
_LEASE = timedelta(minutes=10)
_AGAIN = timedelta(minutes=1)
_MOST_ATTEMPTS = 5
_log = logging.getLogger(__name__)


def make_due(*, now: datetime, limit: int) -> int:
    """Make at most `limit` rows of the sheet that has been due for longest; returns how many."""
    sheet = _claimed(now)
    if sheet is None:
        return 0
    try:
        return _make(sheet, min(limit, _AT_ONCE), now)
    except Exception as error:
        _failed(sheet, now)
        _log.warning("rows of a sheet were not made: %s", type(error).__name__)
        return 0


def _claimed(now: datetime) -> Sheet | None:
    """That sheet, ours for a while; a worker that died leaves it to the next."""
    free = Q(lease=None) | Q(leased_until__lt=now)
    for key in Sheet.objects.filter(free, due_at__lte=now).order_by("due_at", "id").values_list("pk", flat=True)[:5]:
        claimed = Sheet.objects.filter(free, pk=key, due_at__lte=now)
        if claimed.update(lease=uuid4(), leased_until=now + _LEASE, attempts=F("attempts") + 1) == 1:
            return Sheet.objects.select_related("organisation", "legal_entity", "by").get(pk=key)
    return None


def _failed(sheet: Sheet, now: datetime) -> None:
    over = sheet.attempts >= _MOST_ATTEMPTS
    Sheet.objects.filter(pk=sheet.pk, lease=sheet.lease).update(
        state=State.STOPPED if over else State.MAKING,
        due_at=None if over else now + _AGAIN,
        lease=None,
        leased_until=None,
    )


@dataclass(frozen=True, slots=True)
class _Written:
    row: SheetRow
    ready: Ready
    data: bytes


def _make(sheet: Sheet, most: int, now: datetime) -> int:
    listed = queries.to_make(sheet, most)
    written_rows = tuple(_written(sheet, row, now) for row in listed)
    with transaction.atomic():
        left = queries.made(sheet) + len(listed) < sheet.row_count
        # The lease fences the rows: whoever lost it meanwhile keeps nothing.
        held = Sheet.objects.filter(pk=sheet.pk, lease=sheet.lease)
        state, due_at, made_at = (State.MAKING, now, None) if left else (State.MADE, None, now)
        if held.update(state=state, due_at=due_at, made_at=made_at, attempts=0, lease=None, leased_until=None) != 1:
            return 0
        _keep(sheet, written_rows, now)
        if not left:
            record(organisation=sheet.organisation, actor=_actor(sheet), kind="sheet.made", subject=sheet, at=now,
                   content={"drafts": sheet.row_count})  # fmt: skip
    return len(listed)


def _written(sheet: Sheet, row: SheetRow, now: datetime) -> _Written:
    chosen = Chosen({key: rows.to_value(value) for key, value in row.facts.items()}, tuple(row.measures))
    made = made_of(chosen, template=sheet.template, language=sheet.language)
    beginning = Beginning(
        counterparty=Counterparty(name=row.party),
        legal_entity=sheet.legal_entity,
        direction=Direction(sheet.direction),
        template=sheet.template,
        language=sheet.language,
        chosen=chosen,
    )
    data = written(made, sheet.form, dated=timezone.localtime(now).date())
    return _Written(row, Ready(beginning, chosen, made), data)


def _keep(sheet: Sheet, listed: Sequence[_Written], now: datetime) -> None:
    """The parties, their drafts and the documents, within the caller's transaction."""
    actor = _actor(sheet)
    wanted = [Named(each.row.party, each.row.details, ()) for each in listed]
    parties = name_many(sheet.organisation, wanted, actor=actor, now=now)
    ready = [each.ready.with_party(party) for each, party in zip(listed, parties, strict=True)]
    drafts = begin_many(sheet.organisation, ready, by=sheet.by, actor=actor, now=now)
    bulk.create(
        Product,
        (
            Product(
                organisation=sheet.organisation,
                row=each.row,
                draft=draft,
                sha256=hashlib.sha256(each.data).hexdigest(),
                data=each.data,
            )
            for each, draft in zip(listed, drafts, strict=True)
        ),
    )


def _actor(sheet: Sheet) -> Actor:
    """Whoever brought the sheet is named for what the worker makes of it."""
    return Actor(sheet.by_id, "sheet")
