"""A chain -> its picture as SVG: customers, the organisation in the middle, suppliers with their countries.

Its classes (`gap`, `held`, `short`, `quiet`, `us`; `wide` and `narrow`) are dressed by the page that it stands on.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from art28.agreement import labels
from art28.agreement.naming import same_name
from art28.comparing.chain import Chain
from art28.comparing.whereabouts import Place

ROW, _WIDTH, _MIDDLE, _NAMED = 26, 1000, 500, 14
# Of more suppliers than fit on a screen those with most gaps are drawn by name, and the others together by their countries.
_MOST_SUPPLIERS, _BY_NAME, _GROUPS, _MOST_COUNTRIES = 24, 18, 5, 6
_NARROW, _BOX, _TALL = 340, 40, 46
_ASIDE = 60
_LONGEST_NAME = 34

_DRESS = (
    "<style>text { font-family: 'Libertinus Serif'; font-size: 15px; fill: #1a2022 } .quiet { fill: #465052 }"
    " .short { fill: #9d2318 } path { fill: none; stroke: #9aa19e; stroke-width: 1.2 }"
    " path.gap { stroke: #9d2318; stroke-dasharray: 5 3 } rect { fill: #0c5460 } .us { fill: #ffffff; font-weight: 600 }"
    "</style>"
)


@cache
def chain_words() -> Mapping[str, Mapping[str, str]]:
    """What pages about a chain say, by language."""
    return tomllib.loads(files("art28.comparing").joinpath("chain_words.toml").read_text(encoding="utf-8"))


def picture(found: Chain, language: str) -> str:
    """The picture, in Dutch or English, once for wide screens and once for narrow ones; names in it are escaped.

    The page that it stands on shows one of the two, by the classes `wide` and `narrow`.
    """
    drawn = _Drawn(found, language)
    return "\n".join((*drawn.wide(), *drawn.narrow()))


def alone(found: Chain, language: str) -> str:
    """The wide picture as a file of its own, in the colours of a document."""
    first, *rest = _Drawn(found, language).wide()
    opened = first.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" ', 1)
    # The type of a document runs wider than that of a screen.
    opened = opened.replace(f'viewBox="0 0 {_WIDTH} ', f'viewBox="-{_ASIDE} 0 {_WIDTH + 2 * _ASIDE} ', 1)
    return "\n".join((opened, _DRESS, *rest))


def where(places: Iterable[Place], language: str) -> str:
    """Places in words: "US, worldwide (through Diepgrond)"."""
    through = chain_words()[language]["through"]
    named = (
        f"{labels.region(each.country, language)}{f' ({through.format(via=each.via)})' if each.via else ''}"
        for each in places
    )
    return ", ".join(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class _Shown:
    """A supplier, or some, as drawn: how many gaps are left, the countries, and which of them no customer was promised."""

    name: str
    gaps: int
    countries: tuple[tuple[str, bool], ...]
    also: str = ""


class _Drawn:
    def __init__(self, found: Chain, language: str) -> None:
        self._words = chain_words()[language]
        self._us = found.us
        self._customers = [cut(link.name or link.source) for link in found.customers[:_NAMED]]
        if len(found.customers) > _NAMED:
            self._customers.append(_others(len(found.customers) - _NAMED, language))
        self._suppliers = _gathered(list(_suppliers(found, language)), language)

    def _opened(self, kind: str, width: int, height: float) -> str:
        label = escape(self._words["picture"].format(us=self._us))
        return f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'

    def wide(self) -> Iterator[str]:
        """Customers on the left, suppliers on the right."""
        height = ROW * max(len(self._customers), len(self._suppliers), 2) + ROW
        middle = height / 2
        yield self._opened("wide", _WIDTH, height)
        for y, name in zip(rows(len(self._customers), height), self._customers, strict=True):
            yield f'<path d="M300 {y} C 360 {y} 360 {middle} 410 {middle}"/>'
            yield f'<text x="290" y="{y + 5}" text-anchor="end">{escape(name)}</text>'
        for y, each in zip(rows(len(self._suppliers), height), self._suppliers, strict=True):
            yield f'<path class="{_kind(each)}" d="M590 {middle} C 640 {middle} 640 {y} 690 {y}"/>'
            yield f'<text x="700" y="{y + 5}">{escape(each.name)}{_mark(each)} {_countries(each)}</text>'
        yield f'<rect x="410" y="{middle - 20}" width="180" height="40" rx="4"/>'
        yield f'<text class="us" x="{_MIDDLE}" y="{middle + 5}" text-anchor="middle">{escape(cut(self._us, 22))}</text>'
        yield "</svg>"

    def narrow(self) -> Iterator[str]:
        """Customers above, suppliers below with their countries on a line of their own."""
        box = ROW * (len(self._customers) + 1) + 8
        first = box + _BOX + ROW + 8
        height = first + _TALL * len(self._suppliers) + 4
        yield self._opened("narrow", _NARROW, height)
        if self._customers:
            yield f'<text class="quiet" x="0" y="16">{escape(self._words["served"])}</text>'
            yield f'<path d="M8 {ROW + 12} V{box}"/>'
        for number, name in enumerate(self._customers, start=1):
            y = ROW * number + 12
            yield f'<path d="M8 {y} H22"/><text x="30" y="{y + 5}">{escape(name)}</text>'
        if self._suppliers:
            yield f'<text class="quiet" x="30" y="{first - 8}">{escape(self._words["serving"])}</text>'
            yield f'<path d="M8 {box + _BOX} V{first + _TALL * (len(self._suppliers) - 1) + 10}"/>'
        for number, each in enumerate(self._suppliers):
            y = first + _TALL * number + 10
            yield f'<path class="{_kind(each)}" d="M8 {y} H22"/>'
            yield f'<text x="30" y="{y + 5}">{escape(each.name)}{_mark(each)}</text>'
            yield f'<text x="30" y="{y + 23}">{_countries(each)}</text>'
        yield f'<rect x="0" y="{box}" width="{_NARROW}" height="{_BOX}" rx="4"/>'
        yield f'<text class="us" x="{_NARROW / 2}" y="{box + 25}" text-anchor="middle">{escape(cut(self._us))}</text>'
        yield "</svg>"


def _suppliers(found: Chain, language: str) -> Iterator[_Shown]:
    """The suppliers, those with most gaps first."""
    gaps: dict[str, int] = defaultdict(int)
    beyond: dict[str, set[str]] = defaultdict(set)
    for each in found.gaps:
        gaps[each.supplier.source] += 1
        beyond[each.supplier.source].update(place.country for place in each.outside)
    countries: dict[str, set[str]] = defaultdict(set)
    for place in found.places:
        countries[same_name(place.supplier)].add(place.country)
    for link in sorted(found.suppliers, key=lambda link: (-gaps[link.source], link.name)):
        there = sorted(countries[same_name(link.name)])
        named = tuple((labels.region(code, language), code in beyond[link.source]) for code in there)
        yield _Shown(cut(link.name or link.source), gaps[link.source], named)


def _others(count: int, language: str) -> str:
    return chain_words()[language]["others"].format(n=labels.number(count, language))


def _gathered(suppliers: Sequence[_Shown], language: str) -> Sequence[_Shown]:
    """The suppliers in as many rows as fit on a screen: those behind the first by their countries, most of them first."""
    if len(suppliers) <= _MOST_SUPPLIERS:
        return suppliers
    groups: dict[tuple[str, ...], list[_Shown]] = defaultdict(list)
    for each in suppliers[_BY_NAME:]:
        groups[tuple(country for country, _ in each.countries)].append(each)
    by_size = sorted(groups.values(), key=len, reverse=True)
    rest = [each for group in by_size[_GROUPS:] for each in group]
    return [*suppliers[:_BY_NAME], *(_together(group, language) for group in (*by_size[:_GROUPS], rest) if group)]


def _together(group: Sequence[_Shown], language: str) -> _Shown:
    beyond: dict[str, bool] = {}
    for country, is_beyond in (each for one in group for each in one.countries):
        beyond[country] = beyond.get(country, False) or is_beyond
    shown = sorted(beyond.items(), key=lambda each: (not each[1], each[0]))[:_MOST_COUNTRIES]
    more = "…" if len(beyond) > _MOST_COUNTRIES else ""
    return _Shown(_others(len(group), language), sum(one.gaps for one in group), tuple(shown), more)


def _kind(each: _Shown) -> str:
    return "gap" if each.gaps else "held"


def _mark(each: _Shown) -> str:
    return f'<tspan class="short"> ▲{each.gaps}</tspan>' if each.gaps else ""


def _countries(each: _Shown) -> str:
    named = [*each.countries, *([(each.also, False)] if each.also else [])]
    return " ".join(
        f'<tspan class="{"short" if is_beyond else "quiet"}">{escape(country)}</tspan>' for country, is_beyond in named
    )


def rows(count: int, height: float) -> Sequence[float]:
    """Where so many rows lie in a picture of that height: one below the other about its middle."""
    top = (height - ROW * (count - 1)) / 2
    return [top + ROW * number for number in range(count)]


def cut(name: str, longest: int = _LONGEST_NAME) -> str:
    """A name as far as a picture has room for it."""
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
