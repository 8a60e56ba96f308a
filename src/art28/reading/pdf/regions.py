"""Pieces of lines with their places -> the regions of a page where they stand side by side, in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from art28.reading.building.openings import opening_of
from art28.reading.pdf.page import PageLine

_ABOVE, _BELOW = 0.7, 0.2
_NEXT_BAND = 3.4
_TIGHT = 1.3
# A line that stands less below another is no line below it: its cell stands in the middle of the row.
_BESIDE = 0.9
_SAME_DROP = 1.1
_NEXT_PARAGRAPH = 2.4
_NEXT_LINE = 1.6
_COLUMNS_AT_MOST = 12
# A column of prose is so many times its type size wide, and so much of the widest column.
_LEAST_WIDTH = 13.0
_ALIKE = 0.55
# Edges of type reach a little over their column.
_OVER = 1.0
# Columns that start with a piece each are parted by this share of the type size at least.
_GUTTER = 0.5
_LEAST_GAP = 0.4
_SAME_PLACE = 6.0


class Piece(NamedTuple):
    """A part of a line, the number of that line in the file's order, and the order of the part."""

    line: PageLine
    number: int
    order: float


Band = list[Piece]


@dataclass(slots=True, eq=False)
class Region:
    """Bands of pieces from top to bottom, each piece within one of the columns, given by their edges from left to right."""

    bands: list[Band] = field(default_factory=list)
    columns: list[tuple[float, float]] = field(default_factory=list)

    @property
    def pieces(self) -> Iterator[Piece]:
        """All pieces, from top to bottom."""
        return (piece for band in self.bands for piece in band)

    def column_of(self, piece: Piece) -> int:
        """The column that a piece stands in."""
        return _nearest((piece.line.left + piece.line.right) / 2, self.columns)

    def by_column(self) -> list[list[Piece]]:
        """The pieces of each column, from top to bottom."""
        held: list[list[Piece]] = [[] for _ in self.columns]
        for piece in self.pieces:
            held[self.column_of(piece)].append(piece)
        return held

    def is_written_by_column(self) -> bool:
        """Whether the file writes one column whole, then the next."""
        orders = [[piece.order for piece in own] for own in self.by_column()]
        return all(max(one) < min(other) for one, other in pairwise(orders) if one and other)

    def takes(self, band: Band) -> bool:
        """Whether a band stands in the region's columns; they are widened and added to where it does."""
        columns = list(self.columns)
        taken: Band = []
        for piece in band:
            shares = _shared(piece, columns, is_next=self._is_next(piece.line))
            if shares is None:
                return False
            for share in shares:
                _add(columns, share.line)
            taken += shares
        columns.sort()
        if len(columns) > _COLUMNS_AT_MOST or any(one[1] > other[0] + _OVER for one, other in pairwise(columns)):
            return False
        self.columns = columns
        self.bands.append(taken)
        return True

    def _is_next(self, line: PageLine) -> bool:
        """Whether a line stands right below the last band."""
        return bool(self.bands) and _top(self.bands[-1]) - line.baseline <= _NEXT_LINE * line.size

    def is_wide(self) -> bool:
        """Whether the columns are about as wide as each other, and wide enough for prose."""
        widths = [right - left for left, right in self.columns]
        return min(widths) >= max(_ALIKE * max(widths), _LEAST_WIDTH * self.bands[0][0].line.size)

    def is_tight(self, drop: float) -> bool:
        """Whether a band that stands so much lower is of the row above it: white parts the rows, and there is none."""
        drops = [_top(one) - _top(other) for one, other in zip(self.bands, self.bands[1:], strict=False)]
        least = min((one for one in drops if one > 0), default=0.0)
        return bool(drops) and max(drops) > _TIGHT * least and drop <= _SAME_DROP * least

    def settle(self) -> None:
        """Find the columns anew from all words: the strips that stay blank from top to bottom part them."""
        places = sorted((word[0], word[1], piece.line.size) for piece in self.pieces for word in _places(piece.line))
        begin = [low for low, _ in self.columns]
        columns: list[tuple[float, float]] = []
        for left, right, size in places:
            narrow = _GUTTER * size if all(abs(left - low) > _OVER for low in begin) else 0.0
            if columns and left < columns[-1][1] + narrow:
                columns[-1] = (columns[-1][0], max(columns[-1][1], right))
            else:
                columns.append((left, right))
        columns = self._borne_out(columns)
        if len(columns) <= _COLUMNS_AT_MOST:
            self.columns = columns
            self.bands = [[share for piece in band for share in _cut(piece, columns)] for band in self.bands]

    def _borne_out(self, columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """The columns, joined where no two pieces part at the strip between them: one line's wide spaces are no strip."""
        parted: set[int] = set()
        for band in self.bands:
            for one, other in pairwise(band):
                parted.update(range(_nearest(one.line.right, columns), _nearest(other.line.left, columns)))
        joined: list[tuple[float, float]] = []
        for index, (left, right) in enumerate(columns):
            if joined and index - 1 not in parted:
                joined[-1] = (joined[-1][0], max(joined[-1][1], right))
            else:
                joined.append((left, right))
        return joined

    def makes_columns(self) -> bool:
        """Whether two bands in a row have pieces in the same column, not the first."""
        several = [{self.column_of(piece) for piece in band} - {0} for band in self.bands if len(band) > 1]
        return any(one & other for one, other in pairwise(several))


def regions_of(pieces: Sequence[Piece]) -> Iterator[Region]:
    """The regions where pieces stand side by side, from top to bottom."""
    region = Region()
    above: Band = []
    bands = bands_of(pieces)
    for index, band in enumerate(bands):
        if region.bands and not (_follows(region, band, bands[index + 1 : index + 2]) and region.takes(band)):
            if region.makes_columns():
                yield _headed(region, above)
            region = Region()
        if not region.bands and len(band) > 1:
            region.takes(band)
            above = bands[index - 1] if index else []
    if region.makes_columns():
        yield _headed(region, above)


def _headed(region: Region, above: Band) -> Region:
    """The region with its columns settled, and with the line above it where that names them, word above column."""
    region.settle()
    if len(above) == 1 and above[0].line.words and len(region.columns) > 2:
        line = above[0].line
        below = region.bands[0][0].line
        shares = _cut(above[0], region.columns) if line.baseline - below.baseline <= _NEXT_BAND * line.size else []
        apart = [one.line.right + _LEAST_GAP * line.size < other.line.left for one, other in pairwise(shares)]
        if len(shares) >= len(region.columns) - 1 and all(apart) and _lined_up(shares, region.columns):
            region.bands.insert(0, shares)
            for share in shares:
                _add(region.columns, share.line)
    return region


def _lined_up(shares: Band, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether each share begins where its column does."""
    return all(any(abs(share.line.left - left) <= _SAME_PLACE for left, _ in columns) for share in shares)


def bands_of(pieces: Sequence[Piece]) -> list[Band]:
    """The pieces that are level with each other, from the top, each from left to right."""
    found: list[Band] = []
    foot = 0.0
    for piece in sorted(pieces, key=lambda p: -p.line.baseline):
        line = piece.line
        if found and line.baseline + _ABOVE * line.size > foot and _fits(piece, found[-1]):
            found[-1].append(piece)
            foot = min(foot, line.baseline - _BELOW * line.size)
        else:
            found.append([piece])
            foot = line.baseline - _BELOW * line.size
    for band in found:
        band.sort(key=lambda p: p.line.left)
    return found


def _fits(piece: Piece, band: Band) -> bool:
    """Whether a piece stands beside all of a band, not below part of it."""
    line = piece.line
    return all(line.left >= other.line.right - _OVER or line.right <= other.line.left + _OVER for other in band)


def _follows(region: Region, band: Band, after: Sequence[Band]) -> bool:
    """Whether a band goes on with the region above it."""
    above = region.bands[-1]
    drop = _top(above) - _top(band)
    size = max(max(p.line.size for p in above), max(p.line.size for p in band))
    if drop > _NEXT_BAND * size:
        return False
    if len(band) > 1:
        return True
    line = band[0].line
    if len(region.columns) < 2 or line.left > region.columns[0][1] or drop < _BESIDE * size:
        return True
    if drop <= _NEXT_LINE * size and _begun(band[0], region.columns):
        return True
    if after and after[0][0].line.left > region.columns[0][1] and _top(band) - _top(after[0]) < _BESIDE * size:
        return True
    # The first column alone: the cell above goes on, or the paragraph after the table begins.
    if line.right > region.columns[1][0] - _GUTTER * line.size or drop > _TIGHT * size:
        return False
    if region.is_tight(drop) or (region.is_wide() and drop <= _NEXT_PARAGRAPH * size):
        return True
    first = [p.line for p in above if p.line.left < region.columns[0][1]]
    goes_on = bool(first) and opening_of(line.text.strip()) is None
    return goes_on and (line.text.strip()[:1].islower() or first[-1].text.rstrip().endswith("-") or _several(after))


def _top(band: Band) -> float:
    """The highest baseline of a band."""
    return max(piece.line.baseline for piece in band)


def _several(bands: Sequence[Band]) -> bool:
    return bool(bands) and len(bands[0]) > 1


def is_label(text: str) -> bool:
    """Whether `text` is the number or bullet that opens an item."""
    opened = opening_of(f"{text} x")
    return opened is not None and opened[1] == text


def _places(line: PageLine) -> Sequence[tuple[float, float]]:
    """From where to where words stand; the number or bullet of an item reaches to its text."""
    if not line.words:
        return [(line.left, line.right)]
    places = [(word.left, word.right) for word in line.words]
    if len(places) > 1 and is_label(line.text[line.words[0].start : line.words[0].end]):
        places[0] = (places[0][0], places[1][0])
    return places


def _touched(line: PageLine, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [index for index, (low, high) in enumerate(columns) if line.left < high - _OVER and low < line.right - _OVER]


def _add(columns: list[tuple[float, float]], line: PageLine) -> None:
    """Widen the column that a line stands in, or add one."""
    touched = _touched(line, columns)
    if touched:
        low, high = columns[touched[0]]
        columns[touched[0]] = (min(low, line.left), max(high, line.right))
    else:
        columns.append((line.left, line.right))


def _shared(piece: Piece, columns: Sequence[tuple[float, float]], *, is_next: bool) -> Band | None:
    """A piece that runs over several columns, cut between them where its words leave room there; None where they don't.

    In the next line of a table a common space is room enough before a word that begins right where its column does.
    """
    touched = _touched(piece.line, columns)
    if len(touched) < 2:
        return [piece]
    own = [columns[index] for index in touched]
    begun = _begun(piece, own) if is_next else []
    shares = begun or _cut(piece, own)
    if len(shares) != len(touched) or any(len(_touched(share.line, columns)) > 1 for share in shares):
        return None
    gaps = [other.line.left - one.line.right for one, other in pairwise(shares)]
    return shares if begun or all(gap >= _LEAST_GAP * piece.line.size for gap in gaps) else None


def _begun(piece: Piece, columns: Sequence[tuple[float, float]]) -> Band:
    """A piece in shares that each begin with the word that stands right where its column begins; empty without one."""
    if len(columns) < 2:
        return []
    words = piece.line.words
    starts = [
        next((index for index, word in enumerate(words) if index and abs(word.left - left) <= _OVER), 0)
        for left, _ in columns[1:]
    ]
    cuts = [0, *starts, len(words)]
    if any(one >= other for one, other in pairwise(cuts)):
        return []
    return _shares(piece, cuts)


def _cut(piece: Piece, columns: Sequence[tuple[float, float]]) -> Band:
    """A piece in shares, the words of each nearest to one column."""
    words = piece.line.words
    if len(words) < 2:
        return [piece]
    nearest = [_nearest((word.left + word.right) / 2, columns) for word in words]
    cuts = [0, *(at for at in range(1, len(words)) if nearest[at] != nearest[at - 1]), len(words)]
    return _shares(piece, cuts) if len(cuts) > 2 else [piece]


def _shares(piece: Piece, cuts: Sequence[int]) -> Band:
    return [
        Piece(piece.line.part(start, end - 1), piece.number, piece.order + number / 256)
        for number, (start, end) in enumerate(pairwise(cuts))
    ]


def _nearest(at: float, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a place lies in, or nearest to."""
    return min(range(len(columns)), key=lambda index: _distance(at, columns[index]))


def _distance(at: float, edges: tuple[float, float]) -> float:
    return max(edges[0] - at, at - edges[1], 0.0)
