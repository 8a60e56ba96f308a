"""How long it took to tell, against the limit: by agreement or by other side, in one pass."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from art28.agreement.duties import Action
from art28.web.accounts.models import Organisation
from art28.web.clocks.models import Obligation, State

WHAT = {"reports": Action.NOTIFY_BREACH, "authority": Action.NOTIFY_AUTHORITY}
"""Whom was told: the other side of the agreement, or the authority."""

BIN = 5
MOST = 150
"""Shares of the limit are counted in steps of five hundredths, up to one and a half times the limit and all beyond it."""

_BINS = MOST // BIN + 1
_SHOWN = 20
_LATE_SHOWN = 50
_CHUNK = 2_000


@dataclass(slots=True)
class Group:
    """What was told under one agreement, or to one other side."""

    name: str
    count: int = 0
    late: int = 0
    longest: timedelta = timedelta(0)
    bins: list[int] = field(default_factory=lambda: [0] * _BINS)
    without_number: int = 0

    def add(self, started_at: datetime, ended_at: datetime, ends_at: datetime | None, *, late: bool) -> None:
        """Count one."""
        took = max(ended_at - started_at, timedelta(0))
        self.count += 1
        self.late += late
        self.longest = max(self.longest, took)
        if ends_at is None or ends_at <= started_at:
            self.without_number += 1
            return
        share = int(100 * took / (ends_at - started_at))
        self.bins[min(share // BIN, _BINS - 1)] += 1

    @property
    def median(self) -> int | None:
        """Which share of the limit half of them took at most, in hundredths; None where none has a number."""
        half, seen = (self.count - self.without_number + 1) // 2, 0
        for number, here in enumerate(self.bins):
            seen += here
            if here and seen >= half:
                return (number + 1) * BIN
        return None


@dataclass(frozen=True, slots=True)
class Figures:
    """All together, and the groups in which most was told, those with the most lateness first; `more` were left off."""

    total: Group
    groups: tuple[Group, ...]
    more: int
    late: tuple[Obligation, ...]


def figures(organisation: Organisation, *, what: str, by: str) -> Figures:
    """What was told ("reports", "authority"), by "agreement" or by other "party"; three queries at any size."""
    ended = _ended(organisation, WHAT[what])
    of_agreement = ("agreement_id", "agreement__title", "agreement__counterparty_name")
    columns = (*of_agreement, "started_at", "ended_at", "ends_at", "state")
    total = Group("")
    groups: dict[object, Group] = {}
    for row in ended.values_list(*columns).iterator(_CHUNK):
        _count(total, groups, row, by)
    ordered = sorted(groups.values(), key=lambda group: (-group.late, -group.count, group.name))
    late = ended.filter(state=State.LATE).select_related("agreement").order_by("-ended_at", "-id")[:_LATE_SHOWN]
    return Figures(total, tuple(ordered[:_SHOWN]), max(0, len(ordered) - _SHOWN), tuple(late))


def told(organisation: Organisation, *, what: str, since: datetime, before: datetime, name: str) -> Group:
    """All that was told in a time, as one group; one query, in one pass."""
    found = Group(name)
    ended = _ended(organisation, WHAT[what]).filter(ended_at__gte=since, ended_at__lt=before)
    for started_at, ended_at, ends_at, state in ended.values_list(
        "started_at", "ended_at", "ends_at", "state"
    ).iterator(_CHUNK):
        found.add(started_at, ended_at, ends_at, late=state == State.LATE)  # type: ignore[arg-type]
    return found


_Row = tuple[UUID | None, str | None, str | None, datetime, datetime, datetime | None, str]


def _count(total: Group, groups: dict[object, Group], row: _Row, by: str) -> None:
    agreement, title, party, started_at, ended_at, ends_at, state = row
    name = party or title or ""
    key: object = agreement if by == "agreement" else name
    if by == "agreement" and title and party:
        name = f"{party} · {title}"
    group = groups.setdefault(key, Group(name))
    for each in (total, group):
        each.add(started_at, ended_at, ends_at, late=state == State.LATE)


def _ended(organisation: Organisation, action: Action) -> QuerySet[Obligation]:
    return Obligation.objects.filter(
        organisation=organisation,
        subject_kind="breach",
        action=action,
        ours=True,
        ended_at__isnull=False,
        state__in=(State.MET, State.LATE),
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of the plot: where, how large, and how many it stands for."""

    x: float
    y: float
    radius: float
    count: int
    share: int
    late: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the plot."""

    y: float
    label: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A strip for each group: left is at once, the upright line is the limit, what lies right of it was late."""

    width: int
    height: int
    left: int
    limit_x: float
    ticks: tuple[tuple[float, int], ...]
    lines: tuple[Line, ...]


_LEFT, _RIGHT, _TOP, _ROW, _WIDTH = 220, 20, 28, 30, 760
_SMALL, _LARGE = 3.0, 11.0
_LABEL = 32


def plot(groups: Iterable[Group]) -> Plot:
    """The strips of groups, as numbers that a template draws."""
    drawn = tuple(group for group in groups if group.count > group.without_number)
    most = max((max(group.bins) for group in drawn), default=1)
    lines = tuple(_line(group, number, most) for number, group in enumerate(drawn))
    ticks = tuple((_x(share), share) for share in (0, 25, 50, 75, 100, 125, 150))
    return Plot(_WIDTH, _TOP + _ROW * len(drawn) + 26, _LEFT, _x(100), ticks, lines)


def _line(group: Group, number: int, most: int) -> Line:
    y = _TOP + _ROW * number + _ROW / 2
    dots = (
        Dot(_x(share * BIN + BIN / 2), y, _radius(count, most), count, share * BIN, late=share * BIN >= 100)
        for share, count in enumerate(group.bins)
        if count
    )
    label = group.name if len(group.name) <= _LABEL else f"{group.name[: _LABEL - 1]}…"
    return Line(y, label, tuple(dots))


def _x(share: float) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * min(share, MOST) / MOST, 1)


def _radius(count: int, most: int) -> float:
    """By area: four times as many, twice as wide."""
    return round(_SMALL + (_LARGE - _SMALL) * ((count / most) ** 0.5), 1) if most > 1 else 5.0
