"""Lines of a page whose words stand in columns -> the rows of a table that nothing rules.

Contact details, signatures and lists of sub-processors are often set with tabs or with a table without borders. Words
that stand apart, line after line, from the same place on, are its columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from art28.reading.lines import opening_of
from art28.reading.pdfpage import PageLine

# Words stand apart from this many times the type size on, and from this many times the line's usual space on.
_APART = 1.7
_SPACES = 3.0
_SAME_PLACE = 6.0
_NEXT_LINE = 3.4
_ROW_APART = 1.25


@dataclass(slots=True)
class _Group:
    """Lines that may make a table, each in parts."""

    lines: list[tuple[PageLine, ...]] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    def take(self, parts: tuple[PageLine, ...]) -> None:
        self.lines.append(parts)
        for part in parts:
            if self.column(part) is None:
                self.starts = sorted([*self.starts, part.left])

    def column(self, part: PageLine) -> int | None:
        """The column that a part starts in; None where it starts a new one."""
        places = ((abs(start - part.left), index) for index, start in enumerate(self.starts))
        distance, index = min(places, default=(_SAME_PLACE + 1, 0))
        return index if distance <= _SAME_PLACE else None

    def is_table(self) -> bool:
        """Whether two lines or more have parts in the same second column."""
        several = [parts for parts in self.lines if len(parts) > 1]
        if len(several) < 2 or len(self.starts) > 12:
            return False
        columns = [{self.column(part) for part in parts[1:]} for parts in several]
        return any(len(one & other) > 0 for one, other in pairwise(columns))


def parts_of(line: PageLine) -> tuple[PageLine, ...]:
    """`line` in parts between which its words stand apart; the number or bullet before a text is no part of its own."""
    if len(line.words) < 2 or not line.upright:
        return (line,)
    gaps = [right.left - left.right for left, right in pairwise(line.words)]
    wide = max(_APART * line.size, _SPACES * median(gaps) if len(gaps) > 2 else 0)
    cuts = [index for index, gap in enumerate(gaps, start=1) if gap > wide]
    if not cuts:
        return (line,)
    first = line.text[: line.words[cuts[0] - 1].end].strip()
    opened = opening_of(f"{first} x")
    if opened is not None and opened[1] is not None and opened[1] == first:
        cuts = cuts[1:]
    edges = [0, *cuts, len(line.words)]
    return tuple(line.part(start, end - 1) for start, end in pairwise(edges))


def grouped(lines: Sequence[PageLine]) -> Iterator[PageLine | tuple[tuple[PageLine, ...], ...]]:
    """The lines in order; where they stand in columns, rows instead: for each column the lines in its cell."""
    group = _Group()
    for line in lines:
        parts = parts_of(line)
        if group.lines and not _goes_on(group, line, parts):
            yield from _finished(group)
            group = _Group()
        if group.lines or len(parts) > 1:
            group.take(parts)
        else:
            yield line
    yield from _finished(group)


def _goes_on(group: _Group, line: PageLine, parts: tuple[PageLine, ...]) -> bool:
    before = group.lines[-1][0]
    drop = before.baseline - line.baseline
    if not 0 <= drop <= _NEXT_LINE * max(line.size, before.size):
        return False
    places = [group.column(part) for part in parts]
    if len(parts) > 1:
        return any(place is not None for place in places[1:]) or places[0] not in (None, 0)
    return places[0] is not None and places[0] > 0


def _finished(group: _Group) -> Iterator[PageLine | tuple[tuple[PageLine, ...], ...]]:
    if not group.is_table():
        for parts in group.lines:
            yield _whole(parts)
        return
    drops = [one[0].baseline - other[0].baseline for one, other in pairwise(group.lines)]
    least = min((drop for drop in drops if drop > 0), default=0.0)
    spaced = bool(drops) and max(drops) > _ROW_APART * least
    row: list[list[PageLine]] = []
    for number, parts in enumerate(group.lines):
        first = group.column(parts[0])
        drop = drops[number - 1] if number else 0.0
        opens = drop > _ROW_APART * least if spaced and len(group.starts) > 2 else first == 0
        if not row or (opens and first == 0):
            if row:
                yield tuple(tuple(cell) for cell in row)
            row = [[] for _ in group.starts]
        for part in parts:
            row[group.column(part) or 0].append(part)
    yield tuple(tuple(cell) for cell in row)


def _whole(parts: tuple[PageLine, ...]) -> PageLine:
    """The line that was divided into `parts`, undivided."""
    first = parts[0]
    return first.line if first.line is not None else first
