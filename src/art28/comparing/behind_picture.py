"""Who stands behind suppliers -> a picture as SVG: suppliers on the left, whom they name on the right.

Its classes (`gap`, `short`, `quiet`) are dressed by the page that it stands on.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from statistics import fmean

from art28.agreement import labels
from art28.comparing.behind import Behind
from art28.comparing.picture import ROW, chain_words, cut, rows
from art28.law.destinations import Level

_WIDTH, _LEFT, _RIGHT, _MIDDLE = 1000, 420, 600, 510
_MOST_SUPPLIERS, _MOST_BEHIND, _MOST_COUNTRIES = 24, 18, 6
_LONGEST_RIGHT = 30


def behind_picture(everybody: Sequence[Behind], language: str) -> str:
    """A picture in Dutch or English of those in front and their suppliers, as many as a screen holds; names are escaped."""
    drawn = everybody[:_MOST_BEHIND]
    naming = _naming(drawn)
    height = ROW * max(len(naming), len(drawn), 1) + 2 * ROW
    left = dict(zip(naming, rows(len(naming), height + ROW), strict=True))
    return "\n".join(_lines(drawn, left, height, language))


def _naming(drawn: Sequence[Behind]) -> Sequence[str]:
    """The suppliers that name them, so ordered that few lines cross; those that name most where not all fit."""
    places: dict[str, list[int]] = {}
    for number, each in enumerate(drawn):
        for supplier in each.suppliers:
            places.setdefault(supplier, []).append(number)
    kept = sorted(places, key=lambda name: (-len(places[name]), name.casefold()))[:_MOST_SUPPLIERS]
    return sorted(kept, key=lambda name: (fmean(places[name]), name.casefold()))


def _lines(drawn: Sequence[Behind], left: Mapping[str, float], height: int, language: str) -> Iterator[str]:
    words = chain_words()[language]
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(words["behind_picture"])}">'
    yield f'<text class="quiet" x="{_LEFT - 10}" y="16" text-anchor="end">{escape(words["serving"])}</text>'
    yield f'<text class="quiet" x="{_RIGHT + 10}" y="16">{escape(words["behind"])}</text>'
    for name, y in left.items():
        yield f'<text x="{_LEFT - 10}" y="{y + 5}" text-anchor="end">{escape(cut(name))}</text>'
    for each, y in zip(drawn, rows(len(drawn), height + ROW), strict=True):
        outside = {through.supplier.name for through in each.through if through.is_outside}
        for name in each.suppliers:
            if name in left:
                kind = "gap" if name in outside else "held"
                start = left[name]
                yield f'<path class="{kind}" d="M{_LEFT} {start} C {_MIDDLE} {start} {_MIDDLE} {y} {_RIGHT} {y}"/>'
        name, there = escape(cut(each.name, _LONGEST_RIGHT)), _countries(each, language)
        yield f'<text x="{_RIGHT + 10}" y="{y + 5}">{name} {there}</text>'
    yield "</svg>"


def _countries(each: Behind, language: str) -> str:
    shown, more = each.destinations[:_MOST_COUNTRIES], each.destinations[_MOST_COUNTRIES:]
    named = [(there.level, labels.region(there.country, language)) for there in shown] + [(Level.EEA, "…")] * bool(more)
    return " ".join(
        f'<tspan class="{"quiet" if level is Level.EEA else "short"}">{escape(name)}</tspan>' for level, name in named
    )
