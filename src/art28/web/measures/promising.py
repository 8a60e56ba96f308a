"""What agreements promise of measures: read from their texts, linked by people to the library, one by one or all alike."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

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
from art28.web.audit.actions import Entry, record_many
from art28.web.database import bulk
from art28.web.measures.agreed import Linked, Promise, PromiseReading
from art28.web.measures.models import Item, Measure


def waiting() -> QuerySet[Agreement]:
    """The agreements in which we are the processor and whose newest text was not gone through yet, or by an older reader."""
    newest = AgreementText.objects.filter(agreement=OuterRef("pk")).order_by("-read_at", "-id").values("pk")[:1]
    done = PromiseReading.objects.filter(agreement=OuterRef("pk"), reader=READER, text=OuterRef("newest"))
    found = Agreement.objects.filter(state=State.READ, direction=Direction.PROCESSOR).annotate(newest=newest)
    return found.filter(~Exists(done), newest__isnull=False).select_related("organisation").order_by("read_at", "id")


@dataclass(frozen=True, slots=True)
class _Gone:
    """What was found in the newest text of one agreement, and what was known of it by key."""

    agreement: Agreement
    text_id: UUID
    found: tuple[Promised, ...]
    overview: dict[str, Any] | None
    judging: dict[str, Any] | None
    known: dict[str, Promise] = field(default_factory=dict)

    @property
    def fresh(self) -> Iterator[tuple[int, Promised]]:
        """What wasn't known yet, each with its place."""
        return ((place, each) for place, each in enumerate(self.found) if each.key not in self.known)


def read(agreement: Agreement, *, actor: Actor, now: datetime) -> int:
    """Go through the text of an agreement; returns how many measures it promises."""
    return read_many(agreement.organisation, (agreement,), actor=actor, now=now)


def read_many(organisation: Organisation, those: Sequence[Agreement], *, actor: Actor, now: datetime) -> int:
    """Go through the texts of agreements, with as many statements for many as for one; returns how many promises stand.

    What one promised before and promises still keeps its link; what is no longer there is retired. The texts are gone through
    before anything is locked.
    """
    return _keep(organisation, _gone_through(organisation, those), actor=actor, now=now)


def _gone_through(organisation: Organisation, those: Sequence[Agreement]) -> list[_Gone]:
    """What is found in each agreement that was read, in their order."""
    gone: dict[UUID, _Gone] = {}
    by_id = {each.pk: each for each in those}
    for text in agreements.prepared_texts_in(organisation, by_id):
        reading, _ = restoring.reading_of(text)
        overview, judged = overview_terms(reading), judging(reading)
        gone[text.agreement_id] = _Gone(
            by_id[text.agreement_id],
            text.pk,
            promised(reading),
            asdict(overview) if overview else None,
            asdict(judged) if judged else None,
        )
    return [gone[pk] for pk in by_id if pk in gone]


@transaction.atomic
def _keep(organisation: Organisation, gone: Sequence[_Gone], *, actor: Actor, now: datetime) -> int:
    by_id = {each.agreement.pk: each for each in gone}
    for row in Promise.objects.select_for_update().filter(organisation=organisation, agreement__in=list(by_id)):
        by_id[row.agreement_id].known[row.key] = row
    decided = _decided_alike(organisation, {one.key for each in gone for _, one in each.fresh})
    entries = [Entry("agreement.measures_read", "agreement", each.agreement.pk, _said(each)) for each in gone]
    bulk.create(
        Promise,
        [_row(each.agreement, place, one, decided.get(one.key), now) for each in gone for place, one in each.fresh],
    )
    followed = [row for each in gone for row in _followed(each, now)]
    Promise.objects.bulk_update(followed, (*_PLACED, "retired_at"), batch_size=200)
    PromiseReading.objects.bulk_create(
        (
            PromiseReading(
                organisation=organisation,
                agreement=each.agreement,
                text_id=each.text_id,
                reader=READER,
                count=len(each.found),
                overview=each.overview,
                judging=each.judging,
                at=now,
            )
            for each in gone
        ),
        update_conflicts=True,
        unique_fields=("agreement",),
        update_fields=("text", "reader", "count", "overview", "judging", "at"),
    )
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return sum(len(each.found) for each in gone)


def _said(each: _Gone) -> dict[str, int]:
    """What the trail says of an agreement that was gone through."""
    return {"promises": len(each.found), "new": sum(1 for _ in each.fresh), "reader": READER}


def _decided_alike(organisation: Organisation, keys: Collection[str]) -> Mapping[str, Promise]:
    """What people decided on the same words in other agreements."""
    rows = Promise.objects.filter(organisation=organisation, key__in=sorted(keys), retired_at=None)
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


_PLACED = ("place", "topic", "heading", "start", "end")


def _followed(gone: _Gone, now: datetime) -> Iterator[Promise]:
    """Known promises where their words stand now; those that are gone are retired."""
    places = {each.key: (place, each) for place, each in enumerate(gone.found)}
    for key, row in gone.known.items():
        if key not in places:
            row.retired_at = row.retired_at or now
        else:
            row.place, each = places[key]
            row.topic, row.heading, row.start, row.end = each.topic, each.heading, each.start, each.end
            row.retired_at = None
        yield row


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


def judging_in(organisation: Organisation, agreement_ids: Collection[UUID]) -> dict[UUID, str]:
    """By which clause of some agreements the controller judges the measures for itself; of those that say so."""
    rows = PromiseReading.objects.filter(organisation=organisation, agreement__in=agreement_ids)
    said = rows.values_list("agreement", "judging")
    return {agreement_id: str(judging["provision"]) for agreement_id, judging in said if judging}


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
