"""Promises in the same words, of however many agreements, as one line; and whether a promise is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.database.expressions import Hex
from art28.web.measures.agreed import Linked, Promise
from art28.web.measures.models import Effect, Measure, Standing
from art28.web.measures.promising import unkept


class Kept(StrEnum):
    """Whether what is promised is kept, and if not, why."""

    OPEN = "open"
    DISMISSED = "dismissed"
    NOT_IN_PLACE = "not_in_place"
    INEFFECTIVE = "ineffective"
    OVERDUE = "overdue"
    PARTLY = "partly"
    KEPT = "kept"

    @property
    def is_gap(self) -> bool:
        """Whether something must be done about it."""
        return self not in (Kept.KEPT, Kept.DISMISSED)


def kept(row: Any, today: date) -> Kept:
    """How one promise of `promising.of_agreement` stands today."""
    if row.state == Linked.DISMISSED:
        return Kept.DISMISSED
    if row.measure is None:
        return Kept.OPEN
    measure = row.measure
    found = (
        (Kept.NOT_IN_PLACE, measure.ended_at or measure.standing in (Standing.PLANNED, Standing.FAILED)),
        (Kept.INEFFECTIVE, measure.effect == Effect.INEFFECTIVE),
        (Kept.OVERDUE, measure.review_on is not None and measure.review_on < today),
        (Kept.PARTLY, measure.standing == Standing.PARTLY or row.unmet),
    )
    return next((each for each, holds in found if holds), Kept.KEPT)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By what promises are narrowed; empty means those that wait to be linked."""

    words: str = ""
    topic: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The same words in several agreements: an example with its agreement, how many there are, and what would fit."""

    key: str
    example: Promise
    agreements: int
    state: str
    suggested: Measure | None

    @property
    def others(self) -> int:
        """How many agreements there are besides that of the example."""
        return self.agreements - 1


def promises(organisation: Organisation, by: Narrowing) -> QuerySet[Promise]:
    """The promises of a selection."""
    rows = Promise.objects.filter(organisation=organisation, retired_at=None)
    if by.state == "gaps":
        rows = rows.filter(Q(state=Linked.OPEN) | unkept())
    else:
        rows = rows.filter(state=by.state if by.state in Linked.values else Linked.OPEN)
    if by.topic:
        rows = rows.filter(topic=by.topic)
    for word in by.words.split():
        rows = rows.filter(Q(words__icontains=word) | Q(agreement__counterparty_name__icontains=word))
    return rows


def groups(organisation: Organisation, by: Narrowing) -> QuerySet[Promise, Mapping[str, Any]]:
    """A line for the same words under the same decision, those that most agreements hold in front."""
    rows = promises(organisation, by).order_by().values("key", "state", "measure")
    found = rows.annotate(agreements=Count("pk"), one=Min(Hex("id")), about=Min("topic"), first=Min("place"))
    return found.order_by("-agreements", "about", "first", "key")


def drawn(organisation: Organisation, found: Iterable[Mapping[str, Any]]) -> Sequence[Group]:
    """The lines of a page, with an example of each and the measure on the same topic; two queries."""
    lines = list(found)
    ids = {UUID(line["one"]) for line in lines}
    rows = Promise.objects.filter(organisation=organisation, pk__in=ids).select_related("agreement", "measure")
    examples = {row.pk: row for row in rows}
    by_topic: dict[str, Measure] = {}
    for measure in Measure.objects.filter(organisation=organisation, ended_at=None).order_by("-changed_at", "id"):
        by_topic[measure.topic] = measure
    return [
        Group(line["key"], example, line["agreements"], line["state"], by_topic.get(example.topic))
        for line in lines
        if (example := examples.get(UUID(line["one"]))) is not None
    ]
