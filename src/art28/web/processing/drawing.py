"""Draws records up: rows from what each agreement says, again where that changed. What people added or filled in stays."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.actions import Entry, record_many
from art28.web.database import bulk
from art28.web.processing import reading, recognising, rows
from art28.web.processing.models import Activity, Origin, Record

_AT_ONCE = 500


def follow(*, agreement: Agreement, now: datetime, **_: Any) -> None:
    """Have a record drawn up anew: something was read of its agreement, or decided on it."""
    Record.objects.filter(organisation=agreement.organisation_id, agreement=agreement).update(due_at=now)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many rows a record gained and lost."""

    added: int
    ended: int


@transaction.atomic
def draw(
    organisation: Organisation, agreement_ids: Collection[UUID], *, actor: Actor, now: datetime
) -> dict[UUID, Drawn]:
    """Draw up the records of some agreements; a fixed number of queries, however many they are. Returns what changed."""
    found = {row.pk: row for row in agreements.agreements(organisation).filter(pk__in=agreement_ids)}
    mine = [pk for pk, row in found.items() if row.direction != Direction.CONTROLLER]
    records = _records(organisation, mine)
    facts = agreements.facts_in(organisation, set(mine), rows.FACTS)
    points = {
        pk: [each.record() for each in reading.points(text)] for pk, text in agreements.texts_in(organisation, mine)
    }
    there: dict[UUID, list[Activity]] = {}
    for row in Activity.objects.filter(organisation=organisation, record__in=records.values(), ended_at=None):
        there.setdefault(row.record_id, []).append(row)
    new: list[Activity] = []
    gone: list[UUID] = []
    drawn: dict[UUID, Drawn] = {}
    for pk, record in records.items():
        wanted = rows.rows(facts.get(pk, {}))
        known = {row.key: row for row in there.get(record.pk, ())}
        added = [_activity(record, row, place, now) for place, row in enumerate(wanted) if row.key not in known]
        keys = {row.key for row in wanted}
        ended = [row.pk for key, row in known.items() if row.origin == Origin.ANNEX and key not in keys]
        _refresh(known, wanted)
        new, gone = [*new, *added], [*gone, *ended]
        record.points, record.drawn_at, record.due_at = points.get(pk, []), now, None
        drawn[pk] = Drawn(len(added), len(ended))
    Record.objects.bulk_update(records.values(), ("points", "drawn_at", "due_at"), batch_size=_AT_ONCE)
    Activity.objects.filter(organisation=organisation, pk__in=gone).update(ended_at=now)
    bulk.create(Activity, new)
    _keep(organisation, records, drawn, actor=actor, now=now)
    return drawn


def _records(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, Record]:
    """The record of each agreement, made where there is none, and held until the transaction ends.

    Another worker may draw the same one up at that moment: whoever comes second waits here, and finds what the first made.
    """
    rows = Record.objects.filter(organisation=organisation, agreement__in=agreement_ids)
    known = set(rows.values_list("agreement_id", flat=True))
    made = (Record(organisation_id=organisation.pk, agreement_id=pk) for pk in agreement_ids if pk not in known)
    Record.objects.bulk_create(made, ignore_conflicts=True, batch_size=_AT_ONCE)
    return {row.agreement_id: row for row in rows.select_for_update(of=("self",)).order_by("pk")}


def _activity(record: Record, row: rows.Row, place: int, now: datetime) -> Activity:
    special = list(recognising.special(row.data))
    return Activity(
        organisation_id=record.organisation_id,
        record_id=record.pk,
        origin=Origin.ANNEX,
        key=row.key,
        place=place,
        service=row.service,
        purpose=row.purpose,
        data=list(row.data),
        special=special,
        is_special=bool(special),
        data_subjects=list(row.data_subjects),
        retention=row.retention,
        sub_processors=list(row.sub_processors),
        provision=row.provision,
        passage=row.passage,
        added_at=now,
    )


def _refresh(known: dict[str, Activity], wanted: tuple[rows.Row, ...]) -> None:
    """Take over what a row says now where nobody has filled anything in."""
    for row in wanted:
        have = known.get(row.key)
        if have is None or have.origin != Origin.ANNEX or have.version > 1:
            continue
        want = (list(row.data_subjects), row.retention, list(row.sub_processors), row.provision, row.passage)
        if want != (have.data_subjects, have.retention, have.sub_processors, have.provision, have.passage):
            have.data_subjects, have.retention, have.sub_processors, have.provision, have.passage = want
            have.save(update_fields=("data_subjects", "retention", "sub_processors", "provision", "passage"))


def _keep(
    organisation: Organisation, records: dict[UUID, Record], drawn: dict[UUID, Drawn], *, actor: Actor, now: datetime
) -> None:
    entries = _entries(records, drawn)
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)


def _entries(records: dict[UUID, Record], drawn: dict[UUID, Drawn]) -> Iterator[Entry]:
    for pk, each in drawn.items():
        content = {"agreement": str(pk), "added": each.added, "ended": each.ended}
        yield Entry("processing.drawn", "record", records[pk].pk, content)
