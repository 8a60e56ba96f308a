"""Lines of a page whose words stand side by side -> the rows of a table that nothing rules, or columns read one by one.

Contact details, signatures and lists of sub-processors are often set with tabs or with a table without borders, and a file
may write a cell at a time or a line at a time. What stands side by side, line after line, between the same blank strips is
set in columns. They are prose where their lines are filled and the text of each goes on below; otherwise a table.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from art28.reading.pdf.page import PageLine
from art28.reading.pdf.pagecolumns import columns_of
from art28.reading.pdf.regions import Piece, Region, bands_of, is_label, regions_of
from art28.reading.pdf.tablerows import Cells, rows_of

# Words stand apart from this many times the type size on, and from this many times the line's usual space on.
_APART = 1.7
_SPACES = 3.0
_LEAST_PROSE = 28
_FILLED = 0.5
_REACHES = 0.82
_PROSE_BANDS = 4
# A column that is written whole before the next is at least so high, in points; a cell of a table seldom is.
_TALL = 150.0


def parts_of(line: PageLine) -> tuple[PageLine, ...]:
    """`line` in parts between which its words stand apart; the number or bullet before a text is no part of its own."""
    cuts = _cuts(line)
    if not cuts:
        return (line,)
    edges = [0, *cuts, len(line.words)]
    return tuple(line.part(start, end - 1) for start, end in pairwise(edges))


def _cuts(line: PageLine) -> list[int]:
    """The words before which the line is cut."""
    words = line.words
    if len(words) < 2 or not line.upright:
        return []
    gaps = [right[2] - left[3] for left, right in pairwise(words)]
    wide = _APART * line.size
    if max(gaps) <= wide:
        return []
    if len(gaps) > 2:
        wide = max(wide, _SPACES * sorted(gaps)[len(gaps) // 6])
    cuts = [index for index, gap in enumerate(gaps, start=1) if gap > wide]
    if cuts and is_label(line.text[: words[cuts[0] - 1].end].strip()):
        cuts = cuts[1:]
    return cuts


def grouped(lines: Sequence[PageLine]) -> Iterator[PageLine | Cells]:
    """The lines in reading order; where they make a table, its rows instead: for each column the lines in its cell."""
    for run in _runs(lines):
        yield from _grouped(run)


def _runs(lines: Sequence[PageLine]) -> Iterator[Sequence[PageLine]]:
    """The lines, those of columns that the file writes whole apart."""
    start = 0
    for end in [*_next_columns(lines), len(lines)]:
        yield lines[start:end]
        start = end


def _next_columns(lines: Sequence[PageLine]) -> Iterator[int]:
    """Where the file goes on at the top of the next column, having written one from top to bottom."""
    for index, (one, other) in enumerate(pairwise(lines), start=1):
        if other.baseline - one.baseline > _TALL and other.left > one.left:
            before = [line.right for line in lines[:index] if line.baseline < other.baseline + line.size]
            after = [line.left for line in lines[index:] if line.baseline > one.baseline]
            if before and after and max(before) < min(after):
                yield index


def _grouped(lines: Sequence[PageLine]) -> Iterator[PageLine | Cells]:
    if _stand_alone(lines):
        yield from lines
        return
    pieces = _pieces(lines)
    columns = columns_of(pieces)
    if len(columns) > 1:
        for column in columns:
            yield from _grouped(column)
        return
    regions = [region for region in regions_of(pieces) if _hangs(region) or not region.is_written_by_column()]
    held = {piece.number for region in regions for piece in region.pieces}
    written: dict[int, list[PageLine | Cells]] = {}
    for region in regions:
        for number, entry in _written(region):
            written.setdefault(number, []).append(entry)
    for number, line in enumerate(lines):
        if number in held:
            yield from written.get(number, ())
        else:
            yield line


def measured_beside(lines: Sequence[PageLine], measured: Callable[[PageLine], PageLine]) -> list[PageLine]:
    """The lines, with the places of their words where they stand side by side, and just above and below."""
    return [line for run in _runs(lines) for line in _measured(run, measured)]


def _measured(lines: Sequence[PageLine], measured: Callable[[PageLine], PageLine]) -> Sequence[PageLine]:
    if _stand_alone(lines):
        return lines
    pieces = _pieces(lines)
    bands = bands_of(pieces)
    beside = [len(band) > 1 for band in bands]
    wanted = {
        piece.number for index, band in enumerate(bands) if any(beside[max(index - 1, 0) : index + 2]) for piece in band
    }
    return [measured(line) if number in wanted else line for number, line in enumerate(lines)]


def _pieces(lines: Sequence[PageLine]) -> list[Piece]:
    return [
        Piece(part, number, number + share / 16)
        for number, line in enumerate(lines)
        for share, part in enumerate(parts_of(line))
    ]


def _written(region: Region) -> Iterator[tuple[int, PageLine | Cells]]:
    """What a region says, each entry with the line in whose place it stands: that of the region's first, as a rule."""
    if _hangs(region):
        # The file may write all numbers of a page before the first of its clauses: they stand where the clauses do.
        places = [band[-1].number for band in region.bands]
        in_order = places == sorted(places)
        for place, band in zip(places, region.bands, strict=True):
            yield place if in_order else min(places), _joined(band)
        return
    first = min(piece.number for piece in region.pieces)
    if _is_prose(region):
        yield from ((first, piece.line) for own in region.by_column() for piece in own)
    else:
        yield from ((first, row) for row in rows_of(region))


def _hangs(region: Region) -> bool:
    """Whether the first of two columns holds the numbers or bullets of the items in the second."""
    if len(region.columns) != 2:
        return False
    first, second = region.by_column()
    return len(second) >= len(first) and all(is_label(piece.line.text.strip()) for piece in first)


def _joined(band: Sequence[Piece]) -> PageLine:
    """The number of an item and the line beside it, as one line; a line of the item alone as it is."""
    first, *rest = (piece.line for piece in band)
    for line in rest:
        text = f"{first.text.rstrip()} {line.text.lstrip()}"
        first = first._replace(text=text, right=max(first.right, line.right), words=(), bold=line.bold, size=line.size)
    return first


def _is_prose(region: Region) -> bool:
    """Whether the columns are those of a page of text: as wide, long of line, and filled from edge to edge."""
    by_column = [[piece.line for piece in pieces] for pieces in region.by_column()]
    if not 2 <= len(by_column) <= 3 or min(map(len, by_column)) < _PROSE_BANDS:
        return False
    if not region.is_wide():
        return False
    for (left, right), own in zip(region.columns, by_column, strict=True):
        filled = sum(line.right - left >= _REACHES * (right - left) for line in own)
        if median(len(line.text) for line in own) < _LEAST_PROSE or filled < _FILLED * len(own):
            return False
    return True


def _stand_alone(lines: Sequence[PageLine]) -> bool:
    """Whether each line stands wholly below the one before it, and none is in parts."""
    if not all(one.baseline - other.baseline > 0.5 * other.size for one, other in pairwise(lines)):
        return False
    return not any(line.words and _cuts(line) for line in lines)
