"""Reads of drafts; always of one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.drafts.models import Draft, DraftVersion, State

PAGE_SIZE = 50
FILTERS: Mapping[str, tuple[str, ...]] = {
    "open": (State.OPEN, State.SENT, State.AGREED),
    "signing": (State.SIGNING,),
    "signed": (State.SIGNED,),
    "withdrawn": (State.WITHDRAWN,),
}
"""The filters of the list, and the states that each holds."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The drafts that a list is narrowed to, and how many there are by filter."""

    drafts: QuerySet[Draft]
    counts: Mapping[str, int]


def listed(organisation: Organisation, *, words: str, state: str) -> Listed:
    """The drafts, what changed last first."""
    rows = Draft.objects.filter(organisation=organisation)
    for word in words.split():
        rows = rows.filter(Q(counterparty__name__icontains=word) | Q(title__icontains=word))
    counted = {name: Count("pk", filter=Q(state__in=among)) for name, among in FILTERS.items()}
    counts: dict[str, int] = rows.aggregate(all=Count("pk"), **counted)
    if state in FILTERS:
        rows = rows.filter(state__in=FILTERS[state])
    return Listed(rows.select_related("counterparty", "made_by").order_by("-changed_at", "-id"), counts)


def draft(organisation: Organisation, draft_id: UUID) -> Draft | None:
    """One draft."""
    rows = Draft.objects.filter(organisation=organisation, pk=draft_id)
    return rows.select_related("organisation", "counterparty", "legal_entity", "agreement", "made_by").first()


def versions(found: Draft) -> QuerySet[DraftVersion]:
    """The versions of a draft, newest first, without their facts."""
    rows = DraftVersion.objects.filter(organisation=found.organisation_id, draft=found)
    return rows.select_related("by").defer("facts", "measures").order_by("-number")


def version(found: Draft, number: int | None = None) -> DraftVersion | None:
    """One version, the newest unless a number is named."""
    rows = DraftVersion.objects.filter(organisation=found.organisation_id, draft=found)
    return rows.filter(number=number or found.version).select_related("by").first()


def last_measures(organisation: Organisation, language: str) -> tuple[str, ...]:
    """The measures of the newest version in a language that names any: what the organisation said of itself last."""
    rows = DraftVersion.objects.filter(organisation=organisation, draft__language=language).exclude(measures=[])
    found = rows.order_by("-at", "-id").values_list("measures", flat=True).first()
    return tuple(map(str, found or ()))
