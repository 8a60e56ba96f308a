"""The library as lists show it: measures with their newest evidence and how many agreements promise them, and what lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce, Lower
from django.urls import reverse

from art28.web.accounts.models import Organisation
from art28.web.measures.agreed import Promise
from art28.web.measures.models import Certificate, Effect, Evidence, Item, Measure, MeasureVersion, Review, Standing
from art28.web.measures.promising import unmet_items


class Gap(StrEnum):
    """What a measure lacks, the weightiest first."""

    OVERDUE = "overdue"
    NOT_IN_PLACE = "not_in_place"
    INEFFECTIVE = "ineffective"
    UNMET = "unmet"
    NO_EVIDENCE = "no_evidence"
    NO_REVIEW = "no_review"
    NO_OWNER = "no_owner"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """By what the library is narrowed and sorted; empty means all that are in use, by name."""

    words: str = ""
    topic: str = ""
    standing: str = ""
    gap: str = ""
    control: str = ""
    owner: str = ""
    sort: str = "name"


SORTS = ("name", "topic", "review", "promises")
_ORDER: Mapping[str, tuple[Any, ...]] = {
    "name": (Lower("name"), "id"),
    "topic": ("topic", Lower("name"), "id"),
    "review": (F("review_on").asc(nulls_last=True), "id"),
    "promises": ("-promised", Lower("name"), "id"),
}


def in_place(organisation: Organisation) -> tuple[str, ...]:
    """What the measures that are in place say, by name: what may be promised."""
    rows = Measure.objects.filter(organisation=organisation, standing=Standing.IN_PLACE, ended_at=None)
    return tuple(" ".join(text.split()) for text in rows.order_by("name", "id").values_list("text", flat=True))


def measures(organisation: Organisation) -> QuerySet[Measure]:
    """Every measure in use, with `proven_on` (its newest evidence) and `promised` (by how many agreements).

    `unmet` says that something under it is covered and does not meet it.
    """
    evidence = Evidence.objects.filter(measure=OuterRef("pk")).order_by("-on", "-id").values("on")[:1]
    promised = (
        Promise.objects.filter(measure=OuterRef("pk"), retired_at=None)
        .order_by()
        .values("measure")
        .annotate(count=Count("agreement", distinct=True))
        .values("count")
    )
    rows = Measure.objects.filter(organisation=organisation, ended_at=None).select_related("owner")
    return rows.annotate(
        proven_on=Subquery(evidence), promised=Coalesce(Subquery(promised), 0), unmet=Exists(unmet_items("pk"))
    )


def narrowed(organisation: Organisation, by: Narrowing, today: date) -> QuerySet[Measure]:
    """The measures that answer to a selection, in the order asked for."""
    rows = measures(organisation)
    for word in by.words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(text__icontains=word))
    if by.topic:
        rows = rows.filter(topic=by.topic)
    if by.standing in Standing.values:
        rows = rows.filter(standing=by.standing)
    if by.owner:
        rows = rows.filter(owner=UUID(by.owner))
    if by.control:
        quoted = f'"{by.control}"'
        rows = rows.annotate(iso=Cast("iso27001", TextField()), nen=Cast("nen7510", TextField()))
        rows = rows.filter(Q(iso__contains=quoted) | Q(nen__contains=quoted))
    if by.gap in _GAPS:
        rows = rows.filter(_lacking(Gap(by.gap), today))
    return rows.order_by(*_ORDER.get(by.sort, _ORDER["name"]))


def _lacking(gap: Gap, today: date) -> Q:
    return {
        Gap.OVERDUE: Q(review_on__lt=today),
        Gap.NOT_IN_PLACE: Q(standing__in=(Standing.PLANNED, Standing.FAILED), promised__gt=0),
        Gap.INEFFECTIVE: Q(effect=Effect.INEFFECTIVE),
        Gap.UNMET: Q(unmet=True),
        Gap.NO_EVIDENCE: Q(standing__in=(Standing.IN_PLACE, Standing.PARTLY), proven_on=None),
        Gap.NO_REVIEW: Q(review_on=None),
        Gap.NO_OWNER: Q(owner=None),
    }[gap]


_GAPS = frozenset(gap.value for gap in Gap)


def gaps_of(row: Any, today: date) -> tuple[Gap, ...]:
    """What one measure of `measures` lacks."""
    found = (
        (Gap.OVERDUE, row.review_on is not None and row.review_on < today),
        (Gap.NOT_IN_PLACE, row.standing in (Standing.PLANNED, Standing.FAILED) and row.promised > 0),
        (Gap.INEFFECTIVE, row.effect == Effect.INEFFECTIVE),
        (Gap.UNMET, row.unmet),
        (Gap.NO_EVIDENCE, row.standing in (Standing.IN_PLACE, Standing.PARTLY) and row.proven_on is None),
        (Gap.NO_REVIEW, row.review_on is None),
        (Gap.NO_OWNER, row.owner_id is None),
    )
    return tuple(gap for gap, holds in found if holds)


def measure(organisation: Organisation, measure_id: UUID) -> Any:
    """One measure, also one that was given up; None for another organisation's."""
    evidence = Evidence.objects.filter(measure=OuterRef("pk")).order_by("-on", "-id").values("on")[:1]
    promised = Count("promises__agreement", filter=Q(promises__retired_at=None), distinct=True)
    rows = Measure.objects.filter(organisation=organisation, pk=measure_id).select_related("owner", "organisation")
    return rows.annotate(proven_on=Subquery(evidence), promised=promised, unmet=Exists(unmet_items("pk"))).first()


def versions(row: Measure) -> QuerySet[MeasureVersion]:
    """What it said before, newest first."""
    rows = MeasureVersion.objects.filter(organisation=row.organisation_id, measure=row)
    return rows.select_related("by").order_by("-number")


def evidence(row: Measure) -> QuerySet[Evidence]:
    """What shows that it is in place, newest first, with the review that it closed."""
    rows = Evidence.objects.filter(organisation=row.organisation_id, measure=row)
    return rows.select_related("by", "review").order_by("-on", "-id")


def reviews(row: Measure) -> QuerySet[Review]:
    """Its reviews, newest first."""
    rows = Review.objects.filter(organisation=row.organisation_id, measure=row)
    return rows.select_related("by", "evidence").order_by("-on", "-id")


def items(row: Measure) -> QuerySet[Item]:
    """What stands under it, what is gone last."""
    rows = Item.objects.filter(organisation=row.organisation_id, measure=row)
    return rows.order_by(F("ended_on").asc(nulls_first=True), Lower("name"), "id")


def promising(row: Measure) -> QuerySet[Promise]:
    """Which agreements promise it, in which words."""
    rows = Promise.objects.filter(organisation=row.organisation_id, measure=row, retired_at=None)
    return rows.select_related("agreement").order_by("agreement__counterparty_name", "place", "id")


def address(organisation: Organisation, case_id: UUID) -> str | None:
    """Where the clock of a review or of a certificate leads; None for an id that is neither."""
    if Measure.objects.filter(organisation=organisation, pk=case_id).exists():
        return reverse("measures:detail", args=(case_id,))
    if Certificate.objects.filter(organisation=organisation, pk=case_id).exists():
        return reverse("measures:certificates")
    return None
