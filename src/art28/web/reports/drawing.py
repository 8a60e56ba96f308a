"""Numbers by month -> bars, as numbers that a template draws: side by side for two years, or one upon the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: where, how large, of which series, and what it says."""

    x: float
    y: float
    width: float
    height: float
    series: str
    title: str


@dataclass(frozen=True, slots=True)
class Series:
    """What bars of a hue stand for; `key` is "now", "before" or "late"."""

    key: str
    label: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """The drawing: bars over twelve months, a scale, and what each hue is."""

    width: int
    height: int
    base: int
    left: int
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    months: tuple[tuple[float, str], ...]
    legend: tuple[tuple[float, str, str], ...]
    title: str


_WIDTH, _HEIGHT, _LEFT, _TOP, _BASE = 760, 230, 36, 34, 196
_STEPS = (1, 2, 5)
_WANTED = 4
_LEGEND = 190


def bars(series: Sequence[Series], *, title: str, stacked: bool) -> Bars:
    """The drawing of series of twelve numbers each."""
    sums = [sum(each) for each in zip(*(one.values for one in series), strict=True)]
    top = max([*(sums if stacked else (value for one in series for value in one.values)), 1])
    step = _step(top)
    most = -(-top // step) * step
    unit = (_BASE - _TOP) / most
    month = (_WIDTH - _LEFT) / 12
    drawn: list[Bar] = []
    for number in range(12):
        below = 0.0
        wide = month * (0.56 if stacked else 0.64 / len(series))
        for place, one in enumerate(series):
            value = one.values[number]
            height = round(value * unit, 1)
            x = _LEFT + month * number + (month * 0.22 if stacked else month * 0.18 + wide * place)
            if value:
                said = f"{_name(number)}, {one.label}: {value}"
                drawn.append(Bar(round(x, 1), round(_BASE - below - height, 1), round(wide, 1), height, one.key, said))
            if stacked:
                below += height
    ticks = tuple((round(_BASE - at * unit, 1), at) for at in range(0, most + 1, step))
    months = tuple((round(_LEFT + month * (number + 0.5), 1), _name(number)) for number in range(12))
    legend = tuple((_LEFT + _LEGEND * place, one.key, one.label) for place, one in enumerate(series))
    return Bars(_WIDTH, _HEIGHT, _BASE, _LEFT, tuple(drawn), ticks, months, legend, title)


def _name(number: int) -> str:
    return date_format(date(2000, number + 1, 1), "M").lower().rstrip(".")


def _step(top: int) -> int:
    """A round step that gives some four lines."""
    power = 1
    while True:
        for each in _STEPS:
            if each * power * _WANTED >= top:
                return each * power
        power *= 10
