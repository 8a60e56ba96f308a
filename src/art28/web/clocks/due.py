"""A selection of what is due -> the obligations that it finds, a page at a time.

The keys of a page come from one of two indexes that hold all that a selection narrows by (`clocks_running`,
`clocks_ended`), so that nothing but the page itself is read from the table, whatever is asked for and however many run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q, QuerySet

from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import queries as agreements
from art28.web.clocks.filters import Filters, Standing, Whose
from art28.web.clocks.models import Obligation, State

PAGE = 50
MOST_COUNTED = 1_000
_CHUNK = 500
_FEW = 500

Place = tuple[datetime, UUID]
"""Where an obligation stands in the list: when it is due, and its id."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Within what is looked: the organisation, and who "me" is; None where nobody in particular asks."""

    organisation: Organisation
    user: User | None
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        """In which days are counted."""
        return ZoneInfo(self.organisation.time_zone)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page: its obligations, whether there is more after and before it, and how many the selection finds.

    `count` and `late` are counted up to `MOST_COUNTED`, on the first page alone; None on the others.
    """

    rows: tuple[Obligation, ...]
    has_next: bool
    has_previous: bool
    count: int | None
    late: int | None

    @property
    def beyond(self) -> bool:
        """Whether there are more than were counted."""
        return self.count is not None and self.count > MOST_COUNTED

    @property
    def late_beyond(self) -> bool:
        """Whether more are late than were counted."""
        return self.late is not None and self.late > MOST_COUNTED

    @property
    def first(self) -> Place | None:
        """Where the page begins."""
        return (self.rows[0].due_at, self.rows[0].pk) if self.rows else None

    @property
    def last(self) -> Place | None:
        """Where the page ends."""
        return (self.rows[-1].due_at, self.rows[-1].pk) if self.rows else None


def listed(scope: Scope, filters: Filters, *, after: Place | None = None, before: Place | None = None) -> Listed:
    """A page of the selection, soonest first, or, for clocks that have ended, latest first.

    Two queries; a third where words are looked for.
    """
    backwards = filters.standing.ended
    if after is None and before is None:
        keys = list(
            _ordered(scope, filters, backwards=backwards).values_list("due_at", "id", "ends_at", "state")[
                : MOST_COUNTED + 1
            ]
        )
        late = sum(
            state == State.LATE or (ends_at is not None and ends_at < scope.now) for _, _, ends_at, state in keys
        )
        rows = load(scope.organisation, [key[1] for key in keys[:PAGE]])
        return Listed(rows, len(keys) > PAGE, has_previous=False, count=len(keys), late=0 if backwards else late)
    place, turned = (before, True) if before is not None else (after, False)
    found = _beyond(_ordered(scope, filters, backwards=backwards != turned), place, backwards=backwards != turned)
    ids = list(found.values_list("id", flat=True)[: PAGE + 1])
    more, ids = len(ids) > PAGE, ids[:PAGE]
    rows = load(scope.organisation, ids[::-1] if turned else ids)
    return Listed(rows, turned or more, has_previous=more if turned else True, count=None, late=None)


def load(organisation: Organisation, ids: Sequence[UUID]) -> tuple[Obligation, ...]:
    """The obligations of these ids, in their order, with their agreements and owners."""
    found = Obligation.objects.select_related("agreement", "owner").filter(organisation=organisation).in_bulk(list(ids))
    return tuple(found[key] for key in ids if key in found)


def every(scope: Scope, filters: Filters, *, most: int | None = None) -> Iterator[Obligation]:
    """All that the selection finds, in the order of the list, read by chunks."""
    backwards = filters.standing.ended
    place: Place | None = None
    given, base = 0, _ordered(scope, filters, backwards=backwards)
    while most is None or given < most:
        wanted = _CHUNK if most is None else min(_CHUNK, most - given)
        found = _beyond(base, place, backwards=backwards)
        keys = list(found.values_list("due_at", "id")[:wanted])
        yield from load(scope.organisation, [key for _, key in keys])
        given += len(keys)
        if len(keys) < wanted:
            return
        place = keys[-1]


def by_day(scope: Scope, filters: Filters, days: Sequence[date], *, most: int) -> dict[date, tuple[Obligation, ...]]:
    """At most `most` obligations of each of `days`, soonest first; two queries, whatever the number of days."""
    base = selected(scope, filters)
    parts = []
    for day in days:
        start, end = _midnight(day, scope.zone), _midnight(day + timedelta(days=1), scope.zone)
        parts.append(base.filter(due_at__gt=start, due_at__lte=end).order_by("due_at", "id").values_list("id")[:most])
    ids = _union(parts)
    found = {row.pk: row for row in load(scope.organisation, [key for keys in ids for key in keys])}
    return {day: tuple(found[key] for key in keys if key in found) for day, keys in zip(days, ids, strict=True)}


def selected(scope: Scope, filters: Filters) -> QuerySet[Obligation]:
    """The obligations that a selection finds, in no order; every condition stands on the organisation."""
    rows = Obligation.objects.filter(_whose(scope, filters), organisation=scope.organisation)
    rows = rows.filter(_standing(filters.standing, scope.now))
    if filters.action:
        rows = rows.filter(action=filters.action)
    if filters.event:
        rows = rows.filter(subject_kind=filters.event)
    if filters.counterparty:
        rows = rows.filter(agreement__in=agreements.of_counterparty(scope.organisation, filters.counterparty))
    if filters.words:
        rows = rows.filter(Q(subject_label__contains=filters.words) | _of_agreements_named(scope, filters.words))
    after, until = filters.period(scope.now, scope.zone)
    if after is not None:
        rows = rows.filter(due_at__gt=after)
    if until is not None:
        rows = rows.filter(due_at__lte=until)
    return rows


def _of_agreements_named(scope: Scope, words: str) -> Q:
    """On agreements that hold `words` in title or party: few as ids, which the planner can weigh, many as a subquery."""
    named = agreements.named(scope.organisation, words)
    ids = list(named.values_list("pk", flat=True)[: _FEW + 1])
    return Q(agreement__in=ids if len(ids) <= _FEW else named)


def _ordered(scope: Scope, filters: Filters, *, backwards: bool) -> QuerySet[Obligation]:
    order = ("-due_at", "-id") if backwards else ("due_at", "id")
    return selected(scope, filters).order_by(*order)


def _beyond(rows: QuerySet[Obligation], place: Place | None, *, backwards: bool) -> QuerySet[Obligation]:
    """What comes after `place`; said so that an index can begin there."""
    if place is None:
        return rows
    at, key = place
    if backwards:
        return rows.filter(Q(due_at__lt=at) | Q(id__lt=key), due_at__lte=at)
    return rows.filter(Q(due_at__gt=at) | Q(id__gt=key), due_at__gte=at)


def _whose(scope: Scope, filters: Filters) -> Q:
    if filters.person is not None:
        return Q(owner=filters.person)
    if filters.team is not None:
        return Q(owner__in=accounts.team_user_ids(scope.organisation, filters.team))
    nobody, mine = Q(owner=None), Q(owner=scope.user) if scope.user else Q()
    return {Whose.ALL: Q(), Whose.NOBODY: nobody, Whose.MINE: mine}.get(
        Whose(filters.whose), nobody | mine if mine else Q()
    )


def _standing(standing: Standing, now: datetime) -> Q:
    late = Q(state=State.LATE) | Q(ends_at__lt=now)
    in_time = Q(ends_at=None) | Q(ends_at__gte=now)
    unended, ended = Q(ended_at=None), Q(ended_at__isnull=False)
    return {
        Standing.UNENDED: unended,
        Standing.LATE: unended & late,
        Standing.RUNNING: unended & in_time & Q(ours=True, state=State.OPEN),
        Standing.WAITING: unended & in_time & Q(ours=False, state=State.WAITING),
        Standing.MET: ended & Q(state=State.MET),
        Standing.MET_LATE: ended & Q(state=State.LATE),
        Standing.CANCELLED: ended & Q(state=State.CANCELLED),
    }[standing]


def _union(parts: Iterable[QuerySet[Obligation, Any]]) -> list[list[UUID]]:
    """The ids that each of `parts` finds, each in its own order, in one query."""
    statements: list[str] = []
    parameters: list[Any] = []
    for number, part in enumerate(parts):
        sql, given = part.query.sql_with_params()
        statements.append(f"SELECT {number} AS part, found.id FROM ({sql}) AS found")  # noqa: S608 - compiled by Django
        parameters.extend(given)
    if not statements:
        return []
    found: list[list[UUID]] = [[] for _ in statements]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), parameters)
        for part_number, key in cursor.fetchall():
            found[part_number].append(key if isinstance(key, UUID) else UUID(key))
    return found


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)
