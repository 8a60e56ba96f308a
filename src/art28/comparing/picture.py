"""A chain -> its picture as SVG: customers on the left, the organisation in the middle, suppliers with their countries.

Its classes (`gap`, `held`, `short`, `quiet`, `us`) are dressed by the page that it stands on.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from art28.agreement.naming import same_name
from art28.comparing.chain import Chain

_ROW, _WIDTH, _MIDDLE, _NAMED = 26, 1000, 500, 14
_LONGEST_NAME = 34


@cache
def chain_words() -> Mapping[str, Mapping[str, str]]:
    """What pages about a chain say, by language."""
    return tomllib.loads(files("art28.comparing").joinpath("chain_words.toml").read_text(encoding="utf-8"))


def picture(found: Chain, language: str) -> str:
    """The picture, in Dutch or English; names in it are escaped."""
    return "\n".join(_picture(found, language))


def _picture(found: Chain, language: str) -> Iterator[str]:
    words = chain_words()[language]
    gaps: dict[str, int] = defaultdict(int)
    for each in found.gaps:
        gaps[each.supplier.source] += 1
    countries: dict[str, set[str]] = defaultdict(set)
    for place in found.places:
        countries[same_name(place.supplier)].add(place.country)
    suppliers = sorted(found.suppliers, key=lambda link: (-gaps[link.source], link.name))
    left = [_cut(link.name or link.source) for link in found.customers[:_NAMED]]
    if len(found.customers) > _NAMED:
        left.append(words["more_customers"].format(n=len(found.customers) - _NAMED))
    height = _ROW * max(len(left), len(suppliers), 2) + _ROW
    middle = height / 2
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(words["picture"].format(us=found.us))}">'
    for y, name in zip(_rows(len(left), height), left, strict=True):
        yield f'<path d="M300 {y} C 360 {y} 360 {middle} 410 {middle}"/>'
        yield f'<text x="290" y="{y + 5}" text-anchor="end">{escape(name)}</text>'
    for y, link in zip(_rows(len(suppliers), height), suppliers, strict=True):
        count = gaps[link.source]
        where = " ".join(sorted(countries[same_name(link.name)]))
        yield f'<path class="{"gap" if count else "held"}" d="M590 {middle} C 640 {middle} 640 {y} 690 {y}"/>'
        mark = f'<tspan class="short"> ▲{count}</tspan>' if count else ""
        yield f'<text x="700" y="{y + 5}">{escape(_cut(link.name or link.source))}{mark} '
        yield f'<tspan class="quiet">{escape(where)}</tspan></text>'
    yield f'<rect x="410" y="{middle - 20}" width="180" height="40" rx="4"/>'
    yield f'<text class="us" x="{_MIDDLE}" y="{middle + 5}" text-anchor="middle">{escape(_cut(found.us, 22))}</text>'
    yield "</svg>"


def _rows(count: int, height: float) -> Sequence[float]:
    top = (height - _ROW * (count - 1)) / 2
    return [top + _ROW * number for number in range(count)]


def _cut(name: str, longest: int = _LONGEST_NAME) -> str:
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
