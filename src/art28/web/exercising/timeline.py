"""A report -> its time line as numbers that a template draws, on the page and in the document alike."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from art28.web.exercising.report import Limit, Report, Standing

Placed = Callable[[datetime], float]
"""Where an instant lies."""

_WIDTH, _LEFT, _RIGHT = 760, 190, 24
_TOP, _ROW, _FOOT = 34, 26, 24
_MOST_ROWS = 25
_LABEL = 28
_TICKS = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10080)
_ABOUT = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on a row; `shape` is "step", "event", "done", "late" or "call"."""

    x: float
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is of, its marks, and for a clock from where to where it ran and where its limit lies."""

    y: float
    label: str
    marks: tuple[Mark, ...]
    from_x: float | None = None
    until_x: float | None = None
    limit_x: float | None = None
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture. `ticks` are places on the axis with minutes since the start; `more` clocks were left off."""

    width: int
    height: int
    left: int
    right: int
    ticks: tuple[tuple[float, int], ...]
    rows: tuple[Row, ...]
    more: int


def timeline(
    report: Report, *, events: str, steps: str, step_names: Mapping[str, str], names: Mapping[str, str]
) -> Timeline:
    """The picture of a report; `events` and `steps` name the first two rows, `names` what the clocks are of."""
    start = report.exercise.started_at
    span = max(report.took, timedelta(minutes=1))

    def x(at: datetime) -> float:
        share = min(max((at - start) / span, 0), 1)
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * share, 1)

    rows = [
        Row(_y(0), events, tuple(Mark(x(each.due_at), "event", each.title) for each in reversed(report.told))),
        Row(
            _y(1),
            steps,
            tuple(Mark(x(step.at), "step", step_names[step.code]) for step in report.steps if step.at is not None),
        ),
    ]
    calls: dict[str, list[Mark]] = {}
    for call in report.calls:
        name = call.touched.agreement.counterparty_name or call.touched.agreement.title
        calls.setdefault(name, []).append(Mark(x(call.at), "call", str(call.spoken_to or call.by)))
    for number, limit in enumerate(report.limits[:_MOST_ROWS], start=2):
        label = limit.party or limit.title or names.get(limit.action, limit.action)
        marks = [*_marks(limit, x), *calls.pop(label, [])]
        until = min(limit.done_at or report.until, report.until)
        inside = limit.ends_at is not None and start <= limit.ends_at <= report.until
        rows.append(
            Row(
                _y(number),
                label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…",
                tuple(marks),
                from_x=x(max(limit.started_at, start)),
                until_x=x(until),
                limit_x=x(limit.ends_at) if inside and limit.ends_at else None,
                missed=limit.standing in (Standing.LATE, Standing.MISSED),
            )
        )
    height = int(_y(len(rows) - 1)) + _ROW // 2 + _FOOT
    more = report.limit_count - min(len(report.limits), _MOST_ROWS)
    return Timeline(_WIDTH, height, _LEFT, _WIDTH - _RIGHT, tuple(_ticks(span, x, start)), tuple(rows), more)


def _marks(limit: Limit, x: Placed) -> Iterator[Mark]:
    if limit.done_at is not None:
        yield Mark(x(limit.done_at), "late" if limit.standing is Standing.LATE else "done", limit.title)


def _y(number: int) -> float:
    return _TOP + _ROW * number + _ROW / 2


def _ticks(span: timedelta, x: Placed, start: datetime) -> Iterator[tuple[float, int]]:
    minutes = span.total_seconds() / 60
    every = next((each for each in _TICKS if minutes / each <= _ABOUT), _TICKS[-1])
    for number in range(int(minutes // every) + 1):
        yield x(start + timedelta(minutes=number * every)), number * every
