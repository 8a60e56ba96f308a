"""Reads of obligations: what runs, what waits, what belongs to a subject; always of one organisation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.clocks.due import MOST_COUNTED, load
from art28.web.clocks.models import Change, Heartbeat, Obligation, State

_SHOWN = 200
_WEEK = 7
_ALIVE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week strip: how many clocks end on it."""

    on: date
    ending: int
    is_today: bool


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows: at most 200 of each list, with how many there are, counted to just over `MOST_COUNTED`."""

    running: tuple[Obligation, ...]
    running_count: int
    late_count: int
    waiting: tuple[Obligation, ...]
    waiting_count: int
    week: tuple[Day, ...]
    open_questions: int
    agreements_with_questions: int

    @property
    def uncounted(self) -> bool:
        """Whether more run than were counted."""
        return self.running_count > MOST_COUNTED

    @property
    def waiting_uncounted(self) -> bool:
        """Whether more wait than were counted."""
        return self.waiting_count > MOST_COUNTED

    @property
    def running_beyond(self) -> int:
        """How many run that are not listed; they end later."""
        return self.running_count - len(self.running)


def obligations(organisation: Organisation) -> QuerySet[Obligation]:
    """Every obligation of the organisation, with its agreement and owner."""
    return Obligation.objects.filter(organisation=organisation).select_related("agreement", "owner")


def about(
    organisation: Organisation, *, subject_kind: str, subject_id: UUID, under: Collection[UUID] | None = None
) -> tuple[Obligation, ...]:
    """The obligations that one subject started, by what ends first; only those under some agreements where told so."""
    rows = obligations(organisation).filter(subject_kind=subject_kind, subject_id=subject_id)
    if under is not None:
        rows = rows.filter(agreement_id__in=under)
    return tuple(rows.order_by("due_at", "made_at", "id"))


def wanting(organisation: Organisation, *, subject_id: UUID, channel: str) -> QuerySet[Obligation, Any]:
    """The agreements under which we must tell by this channel of what one subject started, for use within another query."""
    rows = Obligation.objects.filter(organisation=organisation, subject_id=subject_id, ours=True)
    return rows.filter(duty__channels__icontains=f'"{channel}"').values("agreement_id")


def running(organisation: Organisation, *, subject_kind: str, subject_id: UUID) -> QuerySet[Obligation]:
    """Our own obligations that one subject started and that have not ended."""
    rows = obligations(organisation).select_related("organisation")
    return rows.filter(subject_kind=subject_kind, subject_id=subject_id, ours=True, ended_at=None)


def today(organisation: Organisation, *, now: datetime) -> Today:
    """What is due, in a fixed number of queries."""
    zone = ZoneInfo(organisation.time_zone)
    first = now.astimezone(zone).date()
    unended = Obligation.objects.filter(organisation=organisation, ended_at=None)
    running, running_count, late_count = _first(organisation, unended.filter(ours=True), now)
    waiting, waiting_count, _late = _first(organisation, unended.filter(ours=False), now)
    asked = agreements.asked(organisation)
    return Today(
        running=running,
        running_count=running_count,
        late_count=late_count,
        waiting=waiting,
        waiting_count=waiting_count,
        week=_week(unended, first, zone),
        open_questions=asked.questions,
        agreements_with_questions=asked.agreements,
    )


def due_to_be_late(*, now: datetime) -> QuerySet[Obligation]:
    """Obligations of every organisation whose end has passed and that don't say so yet, longest past first."""
    passed = Q(ends_inclusive=True, ends_at__lt=now) | Q(ends_inclusive=False, ends_at__lte=now)
    rows = Obligation.objects.filter(passed, ended_at=None, state__in=(State.OPEN, State.WAITING))
    return rows.select_related("organisation").order_by("ends_at", "id")


def is_late(row: Obligation, now: datetime) -> bool:
    """Whether the limit was or is not kept, also before a worker has said so."""
    if row.state == State.LATE:
        return True
    if row.ended_at is not None or row.ends_at is None:
        return False
    return now > row.ends_at if row.ends_inclusive else now >= row.ends_at


@dataclass(frozen=True, slots=True)
class Moved:
    """A change of what a clock stands on, with the end before it and after it (None: without one)."""

    change: Change
    before: datetime | None
    before_day: date | None
    after: datetime | None
    after_day: date | None
    ends_moved: bool


def changes(row: Obligation) -> tuple[Moved, ...]:
    """What was changed about an obligation while it ran, newest first; one query."""
    found = Change.objects.filter(organisation=row.organisation_id, obligation=row).select_related("by")
    return tuple(
        Moved(
            change,
            _instant(change.before.get("ends_at")),
            _day(change.before.get("last_day")),
            _instant(change.after.get("ends_at")),
            _day(change.after.get("last_day")),
            ends_moved="ends_at" in change.after,
        )
        for change in found.order_by("-number")
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def workers_alive(*, now: datetime) -> int:
    """How many workers were seen in the last two minutes and have not stopped."""
    return Heartbeat.objects.filter(seen_at__gte=now - _ALIVE, stopped_at=None).count()


def by_agreement(rows: tuple[Obligation, ...]) -> Mapping[UUID, tuple[Obligation, ...]]:
    """Obligations grouped by the agreement they stand on, each group in the order given."""
    groups: dict[UUID, tuple[Obligation, ...]] = {}
    for row in rows:
        if row.agreement_id is not None:
            groups[row.agreement_id] = (*groups.get(row.agreement_id, ()), row)
    return groups


def _first(
    organisation: Organisation, rows: QuerySet[Obligation], now: datetime
) -> tuple[tuple[Obligation, ...], int, int]:
    """The first to end, and how many there are and how many of them late, counted to just over `MOST_COUNTED`."""
    keys = list(rows.order_by("due_at", "id").values_list("id", "ends_at", "state")[: MOST_COUNTED + 1])
    late = sum(state == State.LATE or (ends_at is not None and ends_at < now) for _, ends_at, state in keys)
    return load(organisation, [key for key, _, _ in keys[:_SHOWN]]), len(keys), late


def _week(unended: QuerySet[Obligation], first: date, zone: ZoneInfo) -> tuple[Day, ...]:
    """How many end on each day from `first`, counted by the database; midnight belongs to the day that it ends."""
    days = [first + timedelta(days=offset) for offset in range(_WEEK)]
    midnights = [_midnight(day, zone) for day in (*days, first + timedelta(days=_WEEK))]
    within = unended.filter(due_at__gt=midnights[0], due_at__lte=midnights[-1], ends_at__isnull=False)
    counts = within.aggregate(
        **{
            f"day_{n}": Count("id", filter=Q(due_at__gt=midnights[n], due_at__lte=midnights[n + 1]))
            for n in range(_WEEK)
        }
    )
    return tuple(Day(day, counts[f"day_{n}"], is_today=n == 0) for n, day in enumerate(days))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)
