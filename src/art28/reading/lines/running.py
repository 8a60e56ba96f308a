"""The lines of all pages -> which of them are running heads and feet: they return page after page at the same height."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from art28.document.model import BlockKind
from art28.document.pattern import compiled

_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")
_BARE = re.compile(
    r"^[-–—\s|]*(?:(?:pagina|page|seite|blz\.?|p\.)\s*)?\d{1,3}(?:\s*(?:van|of|von|/|sur|de)\s*\d{1,3})?[-–—\s|]*$",
    re.IGNORECASE,
)
_COUNTED = compiled(
    r"\b(?:pagina|page|seite|blz\.?)\s*\d{1,3}(?:\s*(?:van|of|von|/|sur|de)\s*\d{1,3})?\s*$", re.IGNORECASE
)
_LOOKED_AT = 5
_SHARE = 0.4
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of a page: its text, and how high it stands as a share of the page's height, 1 at the top."""

    text: str
    height: float


def page_number(text: str) -> bool:
    """Whether a line says which page this is and nothing else."""
    return bool(_BARE.match(text))


def running_lines(pages: Sequence[Sequence[Placed]]) -> tuple[dict[int, BlockKind], ...]:
    """For each page the lines, by index, that are a running head, a running foot or a page number."""
    edges = [_edges(page) for page in pages]
    keys = [{index: _key(page[index]) for index in (*top, *low)} for page, (top, low) in zip(pages, edges, strict=True)]
    heads = Counter(key for own, (top, _) in zip(keys, edges, strict=True) for key in {own[i] for i in top})
    feet = Counter(key for own, (_, low) in zip(keys, edges, strict=True) for key in {own[i] for i in low})
    enough = max(2, round(_SHARE * len(pages)))
    found: list[dict[int, BlockKind]] = []
    for page, own, (top, low) in zip(pages, keys, edges, strict=True):
        kinds: dict[int, BlockKind] = {}
        for kind, indices, counts in ((BlockKind.PAGE_HEADER, top, heads), (BlockKind.PAGE_FOOTER, low, feet)):
            for index in indices:
                line = page[index]
                if page_number(line.text) and (line.height < 0.12 or line.height > 0.9):
                    kinds[index] = BlockKind.PAGE_NUMBER
                elif len(line.text) <= _LONGEST and (counts[own[index]] >= enough or _COUNTED.search(line.text)):
                    kinds.setdefault(index, kind)
        found.append(_from_the_edge(kinds, top, low))
    return tuple(found)


def _edges(page: Sequence[Placed]) -> tuple[list[int], list[int]]:
    """The lines nearest the top and the foot, outermost first."""
    by_height = sorted(range(len(page)), key=lambda index: -page[index].height)
    half = (len(by_height) + 1) // 2
    top = [i for i in by_height[: min(_LOOKED_AT, half)] if page[i].height > 0.5]
    low = [i for i in by_height[::-1][: min(_LOOKED_AT, half)] if page[i].height <= 0.5]
    return top, low


def _key(line: Placed) -> tuple[str, int]:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split())), round(line.height * 40)


def _from_the_edge(kinds: dict[int, BlockKind], *edges: Sequence[int]) -> dict[int, BlockKind]:
    """`kinds` without the lines that have text of the agreement between them and the page's edge."""
    kept: dict[int, BlockKind] = {}
    for edge in edges:
        for index in edge:
            if index not in kinds:
                break
            kept[index] = kinds[index]
    return kept
