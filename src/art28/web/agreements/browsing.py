"""The list of agreements: what it is narrowed to, a page of it, and the whole for a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Count, Q, QuerySet

from art28.web import listing
from art28.web.accounts.models import Organisation
from art28.web.agreements import lists, search
from art28.web.agreements.models import Agreement, Direction, State

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list of agreements is narrowed to; empty means all. `number` is the page, from 1."""

    words: str = ""
    state: str = ""
    direction: str = ""
    number: int = 1
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of agreements, and how many there are in all, by state."""

    page: Page[Agreement]
    counts: Mapping[str, int]


def listed(organisation: Organisation, narrowed: Filter) -> Listed:
    """A page of the list; two queries however many agreements there are."""
    found = narrowed_to(organisation, narrowed)
    states = {name: Count("pk", filter=Q(state__in=among)) for name, among in STATES.items()}
    counting = Count("pk", filter=~Q(state=State.ASIDE))
    counts: dict[str, int] = found.order_by().aggregate(all=counting, **states)
    found = _in_state(found, narrowed.state)
    total = counts[narrowed.state or "all"] if narrowed.state in (*STATES, "") else counts["all"]
    return Listed(listing.page_of(found.select_related("source"), total, narrowed.number, PAGE_SIZE), counts)


def all_listed(organisation: Organisation, narrowed: Filter) -> QuerySet[Agreement]:
    """Every agreement of the list, for a file."""
    return _in_state(narrowed_to(organisation, narrowed), narrowed.state)


def _in_state(found: QuerySet[Agreement], state: str) -> QuerySet[Agreement]:
    """Those of a filter; what was put aside stands under its own alone."""
    return found.filter(state__in=STATES[state]) if state in STATES else found.exclude(state=State.ASIDE)


def narrowed_to(organisation: Organisation, narrowed: Filter) -> QuerySet[Agreement]:
    """The agreements that answer to words and role, in the order asked for, whatever their state."""
    found = Agreement.objects.filter(organisation=organisation).order_by("-added_at", "-id")
    ids = search.matching(organisation.pk, narrowed.words)
    if narrowed.words.strip():
        by_name = Q(title__icontains=narrowed.words.strip()) | Q(counterparty_name__icontains=narrowed.words.strip())
        found = found.filter(by_name | Q(pk__in=ids)) if ids is not None else found.filter(by_name)
    if narrowed.direction in Direction.values:
        found = found.filter(direction=narrowed.direction)
    return found.order_by(*lists.SORTS[narrowed.sort][1]) if narrowed.sort in lists.SORTS else found


STATES: Mapping[str, tuple[str, ...]] = {
    "read": (State.READ,),
    "busy": (State.QUEUED, State.READING),
    "failed": (State.FAILED,),
    "aside": (State.ASIDE,),
}
"""The filters of the list, and the states that each holds."""
