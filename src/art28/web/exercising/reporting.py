"""A report in words: its time line drawn, its limits as lines, several exercises as bars beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.web.exercising.report import Figures, Report
from art28.web.exercising.timeline import Timeline, timeline
from art28.web.exercising.words import STANDINGS, STEPS, TONES

_BARS = 12
_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 760, 190, 84, 30, 8


def language() -> str:
    """The language that is spoken now, as the core knows it."""
    return (get_language() or "nl")[:2]


def drawn(found: Report) -> Timeline:
    """The time line of a report."""
    spoken = language()
    return timeline(
        found,
        events=_("Story"),
        steps=_("Steps"),
        step_names={code: str(label) for code, label in STEPS.items()},
        names={limit.action: labels.action(limit.action, spoken) for limit in found.limits},
    )


def limits(found: Report) -> list[dict[str, Any]]:
    """The limits of a report, each with how it stands in words."""
    spoken = language()
    return [
        {
            "limit": limit,
            "what": labels.action(limit.action, spoken),
            "standing": STANDINGS[limit.standing],
            "tone": TONES[limit.standing][0],
            "icon": TONES[limit.standing][1],
        }
        for limit in found.limits
    ]


@dataclass(frozen=True, slots=True)
class Bar:
    """One exercise: how long until the first and until the last other side was told, as lengths from the left."""

    y: float
    label: str
    first_width: float
    last_width: float
    took: timedelta | None
    late: bool


@dataclass(frozen=True, slots=True)
class Bars:
    """The exercises under each other, the oldest at the top."""

    width: int
    height: int
    left: int
    bars: tuple[Bar, ...]


def bars(lines: Sequence[Figures]) -> Bars | None:
    """The last exercises in which anybody was told, compared; None where fewer than two are."""
    told = [line for line in lines if line.first_told is not None][:_BARS][::-1]
    if len(told) < len(("this", "the one before")):
        return None
    longest = max(max(line.first_told, line.last_told or line.first_told) for line in told if line.first_told)
    scale = (_WIDTH - _LEFT - _RIGHT) / max(longest.total_seconds(), 1)
    return Bars(
        _WIDTH,
        _TOP + _ROW * len(told) + _TOP,
        _LEFT,
        tuple(_bar(line, number, scale) for number, line in enumerate(told)),
    )


def _bar(line: Figures, number: int, scale: float) -> Bar:
    first = line.first_told.total_seconds() if line.first_told else 0
    last = line.last_told.total_seconds() if line.last_told else None
    return Bar(
        y=_TOP + _ROW * number + _ROW / 2,
        label=f"{line.exercise.reference} · {line.exercise.started_at:%d-%m-%Y}",
        first_width=round(first * scale, 1),
        last_width=round((first if last is None else last) * scale, 1),
        took=line.last_told,
        late=line.late > 0,
    )
