"""Reads of packs."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from art28.web.accounts.models import Organisation
from art28.web.offline.making import configured
from art28.web.offline.models import Pack, State

OLD = timedelta(days=2)
"""A pack older than this is an alarm."""

_SHOWN = 14


def newest(organisation: Organisation) -> Pack | None:
    """The newest pack that was made."""
    rows = Pack.objects.filter(organisation=organisation, state=State.MADE)
    return rows.order_by("-made_at").first()


def recent(organisation: Organisation) -> tuple[Pack, ...]:
    """The newest packs, also those that were not made."""
    return tuple(Pack.objects.filter(organisation=organisation).order_by("-on", "-number")[:_SHOWN])


def old(*, now: datetime) -> Iterator[tuple[UUID, datetime | None]]:
    """The organisations whose newest pack is too old, or that have none for as long; where packs are made at all."""
    if not configured():
        return
    made = dict(
        Pack.objects.filter(state=State.MADE).order_by().values_list("organisation").annotate(newest=Max("made_at"))
    )
    for organisation, created_at in Organisation.objects.values_list("pk", "created_at"):
        if (made.get(organisation) or created_at) <= now - OLD:
            yield organisation, made.get(organisation)
