"""Today: what is late, what runs, what waits on another, the week and what is asked; a few lines of each.

What one event asks of many, such as a breach that many customers must be told of, stands as one line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.clocks.due import MOST_COUNTED, load
from art28.web.clocks.models import Obligation, State

LATE, RUNNING, WAITING = 4, 12, 6
"""How many lines each part shows."""
UNDATED = 5
"""How many of what runs may be without an end, so that they never hide what ends tonight."""
_WEEK = 7
_KEY = ("id", "subject_kind", "subject_label", "action")
Key = tuple[UUID, str, str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """What one event asks under one heading: the obligation that is due first, and how many there are alike."""

    row: Obligation
    alike: int

    @property
    def others(self) -> int:
        """How many ask the same besides the one that is shown."""
        return self.alike - 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: its first lines, and how many obligations there are, counted to just over `MOST_COUNTED`."""

    lines: tuple[Line, ...]
    count: int

    @property
    def uncounted(self) -> bool:
        """Whether there are more than were counted."""
        return self.count > MOST_COUNTED

    @property
    def beyond(self) -> int:
        """How many stand on no line."""
        return self.count - sum(line.alike for line in self.lines)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week strip: how many clocks end on it."""

    on: date
    ending: int
    is_today: bool


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows."""

    late: Part
    running: Part
    waiting: Part
    week: tuple[Day, ...]
    open_questions: int
    agreements_with_questions: int

    @property
    def quiet(self) -> bool:
        """Whether nothing of ours runs."""
        return not self.late.count and not self.running.count


def today(organisation: Organisation, *, now: datetime) -> Today:
    """What there is to do, in eight queries: what passed or began last in front of its like, then what ends first."""
    zone = ZoneInfo(organisation.time_zone)
    unended = Obligation.objects.filter(organisation=organisation, ended_at=None)
    ours, theirs = unended.filter(ours=True), unended.filter(ours=False)
    passed = Q(state=State.LATE) | Q(ends_at__lt=now)
    late = _groups(_lately(ours.filter(passed), now))
    undated, coming = _groups(_lately(ours.exclude(passed), now)), _groups(_soon(ours, now))
    awaited = _groups([*_soon(theirs, now), *_lately(theirs, now)])
    running = {**_first(undated, UNDATED), **coming}
    shown = _first(late, LATE), _first(running, RUNNING), _first(awaited, WAITING)
    counts = (sum(late.values()), sum(undated.values()) + sum(coming.values()), sum(awaited.values()))
    rows = {row.pk: row for row in load(organisation, [key for groups in shown for key in groups])}
    parts = [_part(groups, count, rows) for groups, count in zip(shown, counts, strict=True)]
    asked = agreements.asked(organisation)
    return Today(
        late=parts[0],
        running=parts[1],
        waiting=parts[2],
        week=_week(unended, now.astimezone(zone).date(), zone),
        open_questions=asked.questions,
        agreements_with_questions=asked.agreements,
    )


def _lately(rows: QuerySet[Obligation], now: datetime) -> list[Key]:
    """What was due or began until now, the last first."""
    return list(rows.filter(due_at__lte=now).order_by("-due_at", "-id").values_list(*_KEY)[: MOST_COUNTED + 1])


def _soon(rows: QuerySet[Obligation], now: datetime) -> list[Key]:
    """What is due from now on, the soonest first."""
    return list(rows.filter(due_at__gt=now).order_by("due_at", "id").values_list(*_KEY)[: MOST_COUNTED + 1])


def _groups(keys: Iterable[Key]) -> dict[UUID, int]:
    """By event and act the first obligation, with how many are alike."""
    first: dict[tuple[str, str, str], UUID] = {}
    alike: dict[UUID, int] = {}
    for key, kind, label, action in keys:
        shown = first.setdefault((kind, label, action), key)
        alike[shown] = alike.get(shown, 0) + 1
    return alike


def _first(groups: dict[UUID, int], most: int) -> dict[UUID, int]:
    return dict(islice(groups.items(), most))


def _part(groups: dict[UUID, int], count: int, rows: dict[UUID, Obligation]) -> Part:
    lines = tuple(Line(rows[key], alike) for key, alike in groups.items() if key in rows)
    return Part(lines, min(count, MOST_COUNTED + 1))


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
