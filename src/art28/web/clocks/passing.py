"""Limits that pass: every obligation whose end has passed says so, a set at a time and whatever its organisation."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.audit.actions import Entry, record_many
from art28.web.clocks import queries
from art28.web.clocks.actions import of_lateness
from art28.web.clocks.models import Obligation, State


@transaction.atomic
def mark_late_many(*, actor: Actor, now: datetime, limit: int) -> int:
    """Say of at most `limit` obligations that their end has passed, each with its act; returns how many.

    What `actions.mark_late` does for one. Those that another worker holds are left to it.
    """
    due = queries.due_to_be_late(now=now).select_for_update(skip_locked=True, of=("self",))
    rows = list(due[:limit])
    Obligation.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.LATE)
    for organisation, own in groupby(sorted(rows, key=_organisation), key=lambda row: row.organisation):
        record_many(organisation=organisation, actor=actor, at=now, entries=_entries(own))
    return len(rows)


def _organisation(row: Obligation) -> str:
    return row.organisation_id.hex


def _entries(rows: Iterable[Obligation]) -> Iterable[Entry]:
    return (Entry("obligation.late", "obligation", row.pk, of_lateness(row)) for row in rows)
