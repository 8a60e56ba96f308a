"""What agreements promise of measures: read from their texts, linked by people to the library, one by one or all alike."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from art28.securing.judging import judging
from art28.securing.overviews import overview_terms
from art28.securing.promised import READER, Promised, promised
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.acting import By
from art28.web.agreements import queries as agreements
from art28.web.agreements import restoring
from art28.web.agreements.models import Agreement, AgreementText, Direction, State
from art28.web.audit.actions import Entry, record, record_many
from art28.web.database import bulk
from art28.web.measures.agreed import Linked, Promise, PromiseReading
from art28.web.measures.models import Item, Measure


def waiting() -> QuerySet[Agreement]:
    """The agreements in which we are the processor and whose newest text was not gone through yet, or by an older reader."""
    newest = AgreementText.objects.filter(agreement=OuterRef("pk")).order_by("-read_at", "-id").values("pk")[:1]
    done = PromiseReading.objects.filter(agreement=OuterRef("pk"), reader=READER, text=OuterRef("newest"))
    found = Agreement.objects.filter(state=State.READ, direction=Direction.PROCESSOR).annotate(newest=newest)
    return found.filter(~Exists(done), newest__isnull=False).select_related("organisation").order_by("read_at", "id")


@transaction.atomic
def read(agreement: Agreement, *, actor: Actor, now: datetime) -> int:
    """Go through the text of an agreement; returns how many measures it promises.

    What it promised before and promises still keeps its link; what is no longer there is retired.
    """
    text = agreements.text_of(agreement)
    if text is None:
        return 0
    reading, _ = restoring.reading_of(text)
    found = promised(reading)
    known = {
        row.key: row
        for row in Promise.objects.select_for_update().filter(
            organisation=agreement.organisation_id, agreement=agreement
        )
    }
    decided = _decided_alike(agreement, [each.key for each in found if each.key not in known])
    fresh = [
        _row(agreement, place, each, decided.get(each.key), now)
        for place, each in enumerate(found)
        if each.key not in known
    ]
    bulk.create(Promise, fresh)
    _follow(known, found, now)
    overview, judged = overview_terms(reading), judging(reading)
    said = {
        "text": text,
        "reader": READER,
        "count": len(found),
        "overview": asdict(overview) if overview else None,
        "judging": asdict(judged) if judged else None,
        "at": now,
    }
    PromiseReading.objects.update_or_create(
        agreement=agreement, defaults={"organisation": agreement.organisation, **said}
    )
    content = {"promises": len(found), "new": len(fresh), "reader": READER}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.measures_read",
        subject=agreement,
        at=now,
        content=content,
    )
    return len(found)


def _decided_alike(agreement: Agreement, keys: list[str]) -> Mapping[str, Promise]:
    """What people decided on the same words in other agreements."""
    rows = Promise.objects.filter(organisation=agreement.organisation_id, key__in=keys, retired_at=None)
    return {row.key: row for row in rows.exclude(state=Linked.OPEN).order_by("at", "id")}


def _row(agreement: Agreement, place: int, each: Promised, alike: Promise | None, now: datetime) -> Promise:
    return Promise(
        organisation_id=agreement.organisation_id,
        agreement_id=agreement.pk,
        key=each.key,
        place=place,
        topic=each.topic,
        heading=each.heading,
        words=each.words,
        start=each.start,
        end=each.end,
        state=alike.state if alike else Linked.OPEN,
        measure_id=alike.measure_id if alike else None,
        reason=alike.reason if alike else "",
        by_id=alike.by_id if alike else None,
        at=now,
    )


def _follow(known: Mapping[str, Promise], found: tuple[Promised, ...], now: datetime) -> None:
    """Known promises go where their words stand now; those that are gone are retired."""
    places = {each.key: (place, each) for place, each in enumerate(found)}
    for key, row in known.items():
        if key not in places:
            row.retired_at = row.retired_at or now
            continue
        row.place, each = places[key]
        row.topic, row.heading, row.start, row.end, row.retired_at = (
            each.topic,
            each.heading,
            each.start,
            each.end,
            None,
        )
    fields = ("place", "topic", "heading", "start", "end", "retired_at")
    Promise.objects.bulk_update(known.values(), fields, batch_size=200)


def of_agreement(agreement: Agreement) -> QuerySet[Promise]:
    """What one agreement promises, in its order."""
    rows = Promise.objects.filter(organisation=agreement.organisation_id, agreement=agreement, retired_at=None)
    found = rows.annotate(unmet=Exists(unmet_items("measure")))
    return found.select_related("measure__owner", "by").order_by("place", "id")


def unmet_items(measure: str) -> QuerySet[Item]:
    """What a measure covers and is not met at, for the measure that a query calls `measure`."""
    return Item.objects.filter(measure=OuterRef(measure), inside=True, met=False, ended_on=None)


def reading_of(agreement: Agreement) -> PromiseReading | None:
    """That it was gone through, and what it says of overviews and judging."""
    return PromiseReading.objects.filter(organisation=agreement.organisation_id, agreement=agreement).first()


def judging_of(agreement: Agreement) -> str | None:
    """By which clause the controller judges the measures for itself; None where it says nothing of that."""
    found = reading_of(agreement)
    return str(found.judging["provision"]) if found is not None and found.judging else None


def alike(organisation: Organisation, key: str) -> QuerySet[Promise]:
    """The promises in these words, of whatever agreement."""
    return Promise.objects.filter(organisation=organisation, key=key, retired_at=None)


@transaction.atomic
def link(
    organisation: Organisation, keys: list[str], measure: Measure | None, *, agreement: Agreement | None, by: By
) -> int:
    """Say which measure keeps promises in these words: under one agreement, or under all that promise the same.

    `measure` None takes the links away again. Returns how many promises that were.
    """
    state = Linked.LINKED if measure else Linked.OPEN
    return _decide(organisation, keys, agreement, {"state": state, "measure": measure, "reason": ""}, by)


@transaction.atomic
def dismiss(organisation: Organisation, keys: list[str], reason: str, *, agreement: Agreement | None, by: By) -> int:
    """Say why these words promise no measure."""
    columns = {"state": Linked.DISMISSED, "measure": None, "reason": reason}
    return _decide(organisation, keys, agreement, columns, by)


def _decide(
    organisation: Organisation, keys: list[str], agreement: Agreement | None, columns: Mapping[str, Any], by: By
) -> int:
    rows = Promise.objects.filter(organisation=organisation, key__in=keys, retired_at=None)
    if agreement is not None:
        rows = rows.filter(agreement=agreement)
    touched = list(rows.order_by().values_list("agreement_id", "key"))
    rows.update(by=by.user, at=by.now, **columns)
    measure = columns["measure"]
    by_agreement: dict[Any, list[str]] = {}
    for agreement_id, key in touched:
        by_agreement.setdefault(agreement_id, []).append(key)
    content = {
        "state": str(columns["state"].value),
        "measure": str(measure.pk) if measure else None,
        "name": measure.name if measure else "",
        "reason": columns["reason"],
    }
    entries = (
        Entry("agreement.measures_linked", "agreement", agreement_id, {**content, "promises": sorted(found)})
        for agreement_id, found in by_agreement.items()
    )
    record_many(organisation=organisation, actor=by.actor, at=by.now, entries=entries)
    return len(touched)


def unkept() -> Q:
    """A promise whose measure is not in place, is ended, or was found not effective."""
    return Q(state=Linked.LINKED) & (
        Q(measure__standing__in=("planned", "failed"))
        | Q(measure__ended_at__isnull=False)
        | Q(measure__effect="ineffective")
    )
