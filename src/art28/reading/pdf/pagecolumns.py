"""The pieces of lines on a page -> its columns of prose one after the other, where the file writes line by line across them.

A gutter is a strip that few lines cross, with filled lines on both sides. A table whose two columns hold long texts has such
a strip too; its rows begin level on both sides after white, which paragraphs don't.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from art28.reading.pdf.page import PageLine
from art28.reading.pdf.regions import Band, Piece, bands_of

_LEAST_CHARACTERS = 28
_LEAST_WIDTH = 13.0
_SAME_LEFT = 3.0
_LINES_AT_LEAST = 4
_REACHES = 0.82
# Of the lines in a column of prose, so many reach its right edge; of one that holds a list beside it, so many still do.
_FILLED = 0.5
_SOME = 0.25
_ALIKE = 0.55
_ROW_APART = 1.3
_ROWS_AT_LEAST = 2
_ROWS_SHARE = 0.12
_CHANGES_AT_MOST = 3
_CHANGES_SHARE = 0.05


def columns_of(pieces: Sequence[Piece]) -> list[list[PageLine]]:
    """The lines in stretches to be read one after the other; empty where the page has no columns of prose."""
    gutter = _gutter([piece.line for piece in pieces])
    if gutter is None:
        return []
    stretches = list(_stretches(bands_of(pieces), gutter))
    beside = [band for crossing, bands in stretches if not crossing for band in bands]
    level = [piece for band in beside for piece in band]
    if _is_written_by_column(level, gutter) or not _is_prose(beside, gutter):
        return []
    found: list[list[PageLine]] = []
    for crossing, bands in stretches:
        stretch = [piece for band in bands for piece in band]
        found += [_lines(side) for side in ([stretch] if crossing else _sides(stretch, gutter)) if side]
    return found


def _sides(pieces: Sequence[Piece], gutter: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces left and right of the gutter."""
    return [p for p in pieces if p.line.left < gutter], [p for p in pieces if p.line.left >= gutter]


def _is_written_by_column(pieces: Sequence[Piece], gutter: float) -> bool:
    """Whether the file seldom goes from one side of the gutter to the other."""
    sides = [piece.line.left < gutter for piece in sorted(pieces, key=lambda piece: piece.order)]
    changes = sum(one is not other for one, other in pairwise(sides))
    return changes <= max(_CHANGES_AT_MOST, _CHANGES_SHARE * len(pieces))


def _lines(pieces: Sequence[Piece]) -> list[PageLine]:
    """Pieces in the file's order, those of one line that stand together joined again."""
    whole: list[PageLine] = []
    ordered = sorted(pieces, key=lambda piece: piece.order)
    numbers = [piece.number for piece in ordered]
    for piece in ordered:
        line = piece.line
        if line.line is not None and numbers.count(piece.number) > 1:
            together = [other.line for other in ordered if other.number == piece.number]
            if together[0] is not line:
                continue
            of = line.line
            first = next(i for i, word in enumerate(of.words) if word.left >= line.left - 0.1)
            last = max(i for i, word in enumerate(of.words) if word.right <= together[-1].right + 0.1)
            line = of.part(first, last)
        whole.append(line)
    return whole


def _gutter(lines: Sequence[PageLine]) -> float | None:
    """Where the second column of prose begins; None where the page has one."""
    wide = [line for line in lines if _is_wide(line)]
    lefts: list[list[PageLine]] = []
    for line in sorted(wide, key=lambda one: one.left):
        if lefts and line.left - lefts[-1][-1].left <= _SAME_LEFT:
            lefts[-1].append(line)
        else:
            lefts.append([line])
    for group in lefts:
        start = group[0].left
        before = [line for line in wide if line.right < start]
        if len(group) >= _LINES_AT_LEAST and len(before) >= _LINES_AT_LEAST:
            return start - _SAME_LEFT
    return None


def _is_wide(line: PageLine) -> bool:
    return len(line.text) >= _LEAST_CHARACTERS and line.right - line.left >= _LEAST_WIDTH * line.size


def _stretches(bands: Sequence[Band], gutter: float) -> Iterator[tuple[bool, list[Band]]]:
    """The bands in stretches that cross the gutter or leave it free; what stands beside a line that crosses follows it."""
    held: list[Band] = []
    crossing = False
    for band in bands:
        across = [p for p in band if p.line.left < gutter and p.line.right > gutter + _SAME_LEFT]
        for crosses, part in ((True, across), (False, [piece for piece in band if piece not in across])):
            if not part:
                continue
            if held and crosses is not crossing:
                yield crossing, held
                held = []
            crossing = crosses
            held.append(part)
    if held:
        yield crossing, held


def _is_prose(bands: Sequence[Band], gutter: float) -> bool:
    """Whether both sides hold text that runs from edge to edge, in paragraphs that don't begin level with each other."""
    widths: list[float] = []
    filled: list[float] = []
    for side in _sides([piece for band in bands for piece in band], gutter):
        lines = [piece.line for piece in side]
        if len(lines) < _LINES_AT_LEAST or median(len(line.text) for line in lines) < _LEAST_CHARACTERS / 2:
            return False
        right = sorted(line.right for line in lines)[int((len(lines) - 1) * 0.9)]
        widths.append(right - min(line.left for line in lines))
        reach = right - (1 - _REACHES) * widths[-1]
        filled.append(sum(line.right >= reach for line in lines) / len(lines))
    if min(widths) < _ALIKE * max(widths) or min(filled) < _SOME or max(filled) < _FILLED:
        return False
    tops = [max(piece.line.baseline for piece in band) for band in bands]
    drops = [one - other for one, other in pairwise(tops)]
    usual = median(drops) if drops else 0.0
    rows = sum(
        drop > _ROW_APART * usual and all(_sides(band, gutter)) for band, drop in zip(bands[1:], drops, strict=True)
    )
    return rows < max(_ROWS_AT_LEAST, _ROWS_SHARE * len(bands))
