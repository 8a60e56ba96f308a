"""A region of a page set in columns -> the rows of a table: for each column the lines in its cell.

Rows are parted by more white than the lines within a cell are, or, where all lines stand as far apart, by the first column:
a row begins where it has something new to say.
"""

from collections.abc import Iterator
from itertools import pairwise

from art28.reading.pdf.page import PageLine
from art28.reading.pdf.regions import Band, Region

Cells = tuple[tuple[PageLine, ...], ...]

_ROW_APART = 1.2
_SPACE = 0.8


def rows_of(region: Region) -> Iterator[Cells]:
    """The rows, from top to bottom."""
    drops = [_baseline(one) - _baseline(other) for one, other in pairwise(region.bands)]
    least = _leading(region)
    spaced = bool(drops) and max(drops) > _ROW_APART * least and _parts_rows(region, drops, least)
    row: list[list[PageLine]] = []
    for number, band in enumerate(region.bands):
        columns = [region.column_of(piece) for piece in band]
        opens = drops[number - 1] > _ROW_APART * least if number and spaced else columns[0] == 0
        if not row or opens:
            if row:
                yield tuple(tuple(cell) for cell in row)
            row = [[] for _ in region.columns]
        for piece, column in zip(band, columns, strict=True):
            row[column].append(piece.line)
    if row:
        yield tuple(tuple(cell) for cell in row)


def _leading(region: Region) -> float:
    """How far apart the lines of a cell stand: no two lines of a column stand closer. A cell set in the middle of its row
    stands between the lines of the cells beside it, and says nothing of that."""
    drops = [above.line.baseline - below.line.baseline for own in region.by_column() for above, below in pairwise(own)]
    return min((drop for drop in drops if drop > 0), default=0.0)


def _parts_rows(region: Region, drops: list[float], least: float) -> bool:
    """Whether white parts the rows: then some lines stand closer, and go on with what they stand below."""
    close = [number for number, drop in enumerate(drops) if drop <= _ROW_APART * least]
    if not close or len(region.columns) > 2:
        return bool(close)
    below = [region.bands[number + 1] for number in close]
    return any(len(band) < len(region.columns) for band in below) or all(_is_full(region, n) for n in close)


def _is_full(region: Region, number: int) -> bool:
    """Whether the first cell of a band had no room for the word that stands below it."""
    above, below = region.bands[number][0].line, region.bands[number + 1][0].line
    room = region.columns[1][0] - above.right
    return below.first - below.left + _SPACE * above.size >= room


def _baseline(band: Band) -> float:
    return min(piece.line.baseline for piece in band)
