"""What must go at the end, and by when: services with their systems and sub-processors, back-ups, data as listed."""

import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Count, Max, Q

from art28.obligations import retaining
from art28.timelimits.instants import end_of_day
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record_many
from art28.web.clocks import actions as clocks
from art28.web.database.expressions import Among
from art28.web.database.identifiers import new_id
from art28.web.endings import queries
from art28.web.endings.models import Basis, Ending, Item, Kind
from art28.web.endings.saying import agreed_of
from art28.web.services import queries as services

LEAD = timedelta(days=30)
"""How long before its last day the clock of an item begins, unless its term is shorter."""
_CHUNK = 1_000
_PLANNED = ("ending", "counts_from", "due_at", "last_day", "counted", "clock_at", "clocked_at")


def plan(row: Ending, *, now: datetime) -> None:
    """Put in what the services of the agreement use, and let what is kept count from the end; in the caller's transaction."""
    made: dict[tuple[str, str], Item] = {}
    for service in services.taken_under(row.organisation, row.agreement_id):
        for name in service.systems:
            place = _place(row, Kind.SYSTEM, str(name), service=service.name, now=now)
            made.setdefault((Kind.SYSTEM, str(name).casefold()), place)
        for other in service.sub_processors:
            name = str(other.get("name", ""))
            place = _place(row, Kind.SUB_PROCESSOR, name, service=service.name, now=now)
            place.contact_email, place.token = str(other.get("email", "")), secrets.token_urlsafe(32)
            if name:
                made.setdefault((Kind.SUB_PROCESSOR, name.casefold()), place)
    Item.objects.bulk_create(made.values())
    for kept in Item.objects.filter(agreement=row.agreement, ending=None, deleted_at=None):
        kept.ending = row
        if kept.basis == Basis.END and kept.kept_until is None:
            from_end(kept, row, now)
        kept.save(update_fields=_PLANNED)


def _place(row: Ending, kind: Kind, name: str, *, service: str, now: datetime) -> Item:
    place = Item(
        id=new_id(),
        organisation=row.organisation,
        agreement=row.agreement,
        ending=row,
        kind=kind,
        name=name[:200],
        service=service[:200],
        basis=Basis.END,
        period="P0D",
        set_at=now,
    )
    by_agreement(place, row, now)
    return place


def from_end(kept: Item, row: Ending, now: datetime) -> None:
    """Let the term of something that is kept count from the end; what goes with the end is counted in days from now."""
    zone = ZoneInfo(row.organisation.time_zone)
    if kept.period == "P0D":
        count_to(kept, row.ends_on, now, zone)
    else:
        count(kept, row.ended_at, kept.period, zone, last=row.ends_on)


def by_agreement(place: Item, row: Ending, now: datetime) -> None:
    """By when a system or sub-processor must be empty: the agreed term from the end, else the day that was set."""
    zone, agreed = ZoneInfo(row.organisation.time_zone), agreed_of(row.agreed)
    place.provision = agreed.clause("end.deadline", "end.data")[:80]
    if period := agreed.text("end.deadline"):
        count(place, row.ended_at, period, zone, last=row.ends_on)
    else:
        count_to(place, row.target_on or row.ends_on, now, zone)


def count(place: Item, since: datetime, period: str, zone: ZoneInfo, *, last: date) -> None:
    """Let a term count from `since`; one that can't be counted ends with the day `last`."""
    limit = retaining.kept_until(since, period, zone)
    if limit is None:
        count_to(place, last, since, zone)
        return
    _set(place, since, period, limit.ends_at, limit.last_day or limit.ends_at.astimezone(zone).date())


def count_to(place: Item, on: date, since: datetime, zone: ZoneInfo) -> None:
    """Let it end with the day `on`, counted in days from `since`, or from the day before where that is not earlier."""
    days = (on - since.astimezone(zone).date()).days
    if days < 1:
        since, days = end_of_day(on - timedelta(days=1), zone) - timedelta(minutes=1), 1
    _set(place, since, f"P{days}D", end_of_day(on, zone), on)


def _set(place: Item, since: datetime, period: str, due_at: datetime, last_day: date) -> None:
    place.counts_from, place.counted, place.due_at, place.last_day = since, period, due_at, last_day
    place.clock_at, place.clocked_at = max(since, due_at - LEAD), None


@transaction.atomic
def add_place(
    row: Ending, kind: Kind, name: str, *, service: str, contact: tuple[str, str], days: int | None, now: datetime,
    actor: Actor,
) -> Item:  # fmt: skip
    """Put in a place that the services don't name: a system, a sub-processor, or a back-up that is overwritten by itself.

    A back-up's own term counts from when the systems are empty, so until then it has no last day.
    """
    place = _place(row, kind, name, service=service, now=now)
    place.contact_name, place.contact_email = contact
    if kind is Kind.SUB_PROCESSOR:
        place.token = secrets.token_urlsafe(32)
    if kind is Kind.BACKUP:
        place.basis, place.period = Basis.ROLLING, f"P{days or 1}D"
        place.counts_from = place.due_at = place.last_day = place.clock_at = None
    place.save(force_insert=True)
    begin_backups(row.organisation, (row.pk,))
    _record(row, "ending.place_added", [place], actor, now)
    return place


def begin_backups(organisation: Organisation, endings: Collection[UUID]) -> None:
    """Once every system of an ending is empty, the terms of its back-ups count from when the last of them was."""
    places = Item.objects.filter(Among("ending_id", endings), organisation=organisation)
    waiting = list(places.filter(kind=Kind.BACKUP, counts_from=None, deleted_at=None))
    if not waiting:
        return
    systems = places.filter(kind=Kind.SYSTEM, kept_until=None, ending__in={each.ending_id for each in waiting})
    emptied = systems.order_by().values("ending").annotate(left=Count("id", filter=Q(deleted_at=None)))
    last = {ending: at for ending, left, at in emptied.values_list("ending", "left", Max("deleted_at")) if not left}
    zone = ZoneInfo(organisation.time_zone)
    begun = [each for each in waiting if each.ending_id in last]
    for place in begun:
        at = last[place.ending_id]
        count(place, at, place.period, zone, last=at.astimezone(zone).date())
    Item.objects.bulk_update(begun, _PLANNED, _CHUNK)


def drop(row: Ending, *, reason: str, actor: Actor, now: datetime) -> None:
    """The end was none: its places have no term any more, and what was kept before goes on as it was."""
    standing = list(Item.objects.filter(organisation=row.organisation_id, ending=row, deleted_at=None))
    for clock in queries.clocks_of(row.organisation, [each.pk for each in standing]):
        clocks.cancel(clock, reason=reason, actor=actor, now=now)
    places = [each.pk for each in standing if each.kind != Kind.DATA]
    Item.objects.filter(pk__in=places).update(clock_at=None, due_at=None, last_day=None)
    ends = [each.pk for each in standing if each.kind == Kind.DATA and each.basis == Basis.END]
    Item.objects.filter(pk__in=ends, kept_until=None).update(
        counts_from=None, due_at=None, last_day=None, clock_at=None, clocked_at=None
    )
    Item.objects.filter(ending=row, kind=Kind.DATA, deleted_at=None).update(ending=None)


@transaction.atomic
def set_retention(
    agreement: Agreement,
    *,
    name: str,
    service: str,
    rule: retaining.Rule,
    said: str,
    provision: str,
    since: datetime | None,
    actor: Actor,
    now: datetime,
    held_by: str = "",
    on_order: bool = False,
) -> Item:
    """Keep how long something is kept under an agreement; a rolling term counts from `since`."""
    zone, standing = ZoneInfo(agreement.organisation.time_zone), queries.of_agreement(agreement)
    row = Item(
        id=new_id(),
        organisation=agreement.organisation,
        agreement=agreement,
        ending=standing,
        kind=Kind.DATA,
        name=name[:200],
        service=service[:200],
        contact_name=held_by[:200],
        basis=rule.basis.value,
        period=rule.period,
        provision=provision[:80],
        said=said[:300],
        on_order=on_order,
        set_at=now,
    )
    if rule.basis is retaining.Basis.ROLLING:
        count(row, since or now, rule.period, zone, last=(since or now).astimezone(zone).date())
    elif standing is not None:
        from_end(row, standing, now)
    row.save(force_insert=True)
    content = {"agreement": str(agreement.pk), "name": row.name, "basis": row.basis, "period": row.period}
    content |= {"on_order": "1"} if on_order else {}
    entry = Entry("retention.set", "item", row.pk, content)
    record_many(organisation=agreement.organisation, actor=actor, at=now, entries=(entry,))
    return row


def take_over(agreement: Agreement, *, actor: Actor, now: datetime) -> tuple[int, tuple[str, ...]]:
    """Put in what the agreement's table of processing says is kept how long; returns how many, and what a person must say.

    What is in already stays. A term whose words settle nothing is left to a person, as the second answer.
    """
    there = set(
        Item.objects.filter(agreement=agreement, kind=Kind.DATA).values_list("name", "service", "basis", "period")
    )
    added, unclear = 0, []
    for data, service, said, provision, held_by in _listed(agreement):
        rules = retaining.rules_of(said)
        if not rules:
            unclear.append(f"{data}: {said}")
        for rule in rules:
            if (data, service, rule.basis.value, rule.period) in there:
                continue
            set_retention(
                agreement, name=data, service=service, rule=rule, said=said, provision=provision, since=now,
                actor=actor, now=now,
                held_by=held_by,
            )  # fmt: skip
            there.add((data, service, rule.basis.value, rule.period))
            added += 1
    return added, tuple(unclear)


def _listed(agreement: Agreement) -> Iterable[tuple[str, str, str, str, str]]:
    """The rows of the agreement's table of processing that say how long: data, service, term, provision, sub-processor."""
    rows = agreements.facts_under(agreement.organisation, (agreement.pk,), ("processing.activities",))
    for fact in rows:
        for each in fact.value if isinstance(fact.value, list) else ():
            if isinstance(each, dict) and each.get("retention"):
                name = str(each.get("data") or each.get("service") or each.get("purpose") or "")
                yield (
                    name[:200],
                    str(each.get("service") or "")[:200],
                    str(each["retention"]),
                    fact.provision,
                    _held_by(each),
                )


def _held_by(each: Mapping[str, Any]) -> str:
    """The sub-processors that a row of the table names, as one text."""
    named = each.get("sub_processor") or ""
    return ", ".join(map(str, named)) if isinstance(named, list) else str(named)


def _record(row: Ending, kind: str, places: Iterable[Item], actor: Actor, now: datetime) -> None:
    entries = [Entry(kind, "ending", row.pk, {"item": str(each.pk), "kind": each.kind}) for each in places]
    record_many(organisation=row.organisation, actor=actor, at=now, entries=entries)
