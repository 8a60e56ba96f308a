"""Horizontal rules or shaded rows of a page, without upright lines -> the tables that they part into rows, cell by cell.

A browser, a word processor and a typesetter often rule a table by row alone, or shade every other row. Rules that run from
the same left to the same right edge make a stack; what stands between two of them is a row, and the strips that stay blank
from the first to the last part its columns. Where a rule is drawn cell by cell, its joints part them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from art28.reading.pdf.columns import parts_of
from art28.reading.pdf.grid import Cell, Grid
from art28.reading.pdf.page import PageLine
from art28.reading.pdf.regions import Piece, Region, bands_of
from art28.reading.pdf.strokes import Stroke

_TOUCH = 3.0
_SAME = 4.0
_LEAST_WIDTH = 120.0
_RULES_AT_MOST = 300
# Words of one text stand no further apart than this share of the type size.
_SPACE = 0.36
# A row that no rule closes stands as near to its rule as the others do, and its lines as close to each other.
_NEAR = 3.0
_CLOSE = 1.08
_TIGHT = 1.3


@dataclass(frozen=True, slots=True)
class Stack:
    """Rules of the same width below each other: their edges, their heights from the top, the joints that they share."""

    left: float
    right: float
    heights: tuple[float, ...]
    joints: tuple[float, ...]

    def holds(self, line: PageLine) -> bool:
        """Whether a line stands between the left and right edge."""
        return line.left >= self.left - _SAME and line.right <= self.right + _SAME


def stacks_of(strokes: Sequence[Stroke], grids: Sequence[Grid]) -> list[Stack]:
    """The stacks of two rules or more that are no part of a table already found."""
    level = [stroke for stroke in strokes if stroke.horizontal and not _is_in(stroke, grids)]
    by_edges: list[list[_Rule]] = []
    for rule in _rules(level):
        if rule.right - rule.left < _LEAST_WIDTH:
            continue
        for group in by_edges:
            if abs(group[0].left - rule.left) <= _SAME and abs(group[0].right - rule.right) <= _SAME:
                group.append(rule)
                break
        else:
            by_edges.append([rule])
    return [stack for group in by_edges if 2 <= len(group) <= _RULES_AT_MOST for stack in _stacks(group)]


def grids_between(stack: Stack, lines: Sequence[PageLine]) -> Iterator[Grid]:
    """The tables that the rules of a stack part into rows; `lines` are those it holds, their words measured."""
    rows = [_Interval(top, bottom, _between(lines, top, bottom)) for top, bottom in pairwise(stack.heights)]
    edges = _edges(stack, rows)
    if len(edges) < 3:
        return
    run: list[_Interval] = []
    for row in [*rows, None]:
        if row is not None and (row.is_parted(edges) or (run and row.is_short())):
            run.append(row)
            continue
        yield from _tables(run, edges, lines, drawn=bool(stack.joints))
        run = []


@dataclass(frozen=True, slots=True)
class _Rule:
    at: float
    left: float
    right: float
    joints: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Interval:
    """What stands between two heights."""

    top: float
    bottom: float
    lines: tuple[PageLine, ...]

    def closed(self, edges: Sequence[float]) -> list[bool]:
        """For each edge within the table, whether a text runs over it."""
        return [any(_runs_over(line, edge) for line in self.lines) for edge in edges[1:-1]]

    def is_parted(self, edges: Sequence[float]) -> bool:
        """Whether texts stand side by side in it, and none runs over all the edges."""
        closed = self.closed(edges)
        filled = {column for line in self.lines for column in _columns(line, edges)}
        return not all(closed) and any(
            not shut and any(one <= number for one in filled) and any(one > number for one in filled)
            for number, shut in enumerate(closed)
        )

    def is_short(self) -> bool:
        """Whether one line at most stands in it: a cell that spans the table heads the rows below it."""
        return len(self.lines) <= 1


def _is_in(stroke: Stroke, grids: Sequence[Grid]) -> bool:
    return any(
        grid.bottom - _SAME <= stroke.at <= grid.top + _SAME and stroke.low < grid.right and grid.left < stroke.high
        for grid in grids
    )


def _rules(level: Sequence[Stroke]) -> Iterator[_Rule]:
    """The strokes that lie on one line and touch, as one rule with the joints between them; from the top."""
    heights: list[list[Stroke]] = []
    for stroke in sorted(level, key=lambda one: -one.at):
        if heights and heights[-1][0].at - stroke.at <= _TOUCH:
            heights[-1].append(stroke)
        else:
            heights.append([stroke])
    for strokes in heights:
        strokes.sort(key=lambda one: one.low)
        at, left, right = strokes[0].at, strokes[0].low, strokes[0].high
        joints: list[float] = []
        for stroke in strokes[1:]:
            if stroke.low > right + _TOUCH:
                yield _Rule(at, left, right, tuple(joints))
                at, left, right, joints = stroke.at, stroke.low, stroke.high, []
            elif stroke.low >= right - _TOUCH:
                joints.append((right + stroke.low) / 2)
            right = max(right, stroke.high)
        yield _Rule(at, left, right, tuple(joints))


def _stacks(rules: Sequence[_Rule]) -> Iterator[Stack]:
    """The rules, apart where their joints tell of another table."""
    group: list[_Rule] = []
    for rule in [*rules, None]:
        if group and (rule is None or not _alike(_widest(group), rule.joints)):
            if len(group) > 1:
                left, right = min(one.left for one in group), max(one.right for one in group)
                yield Stack(left, right, tuple(one.at for one in group), _widest(group))
            group = []
        if rule is not None:
            group.append(rule)


def _widest(rules: Sequence[_Rule]) -> tuple[float, ...]:
    return max((rule.joints for rule in rules), key=len)


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether the joints of the rule that has fewer are among those of the other: a cell may span columns."""
    few, many = sorted((one, other), key=len)
    return all(any(abs(joint - at) <= _SAME for at in many) for joint in few)


def _between(lines: Sequence[PageLine], top: float, bottom: float) -> tuple[PageLine, ...]:
    return tuple(line for line in lines if bottom <= line.baseline + 0.3 * line.size < top)


def _edges(stack: Stack, rows: Sequence[_Interval]) -> list[float]:
    """The edges of the columns, from left to right; less than three where there is one column."""
    if stack.joints:
        return [stack.left, *stack.joints, stack.right]
    region = Region()
    for row in rows:
        bands = bands_of(list(_pieces(row.lines)))
        if any(len(band) > 1 for band in bands):
            region.bands += bands
    if not region.bands:
        return []
    region.settle()
    inner = [(one[1] + other[0]) / 2 for one, other in pairwise(region.columns)]
    return [stack.left, *inner, stack.right]


def _pieces(lines: Sequence[PageLine]) -> Iterator[Piece]:
    for number, line in enumerate(lines):
        for share, part in enumerate(parts_of(line)):
            yield Piece(part, number, number + share / 16)


def _tables(
    run: Sequence[_Interval], edges: Sequence[float], lines: Sequence[PageLine], *, drawn: bool
) -> Iterator[Grid]:
    """The table that a run of rows makes, with the rows before and after it that no rule closes."""
    rows = list(run)
    while rows and not rows[-1].is_parted(edges):
        rows.pop()
    if not rows:
        return
    head, foot = _head(rows, edges, lines), _foot(rows, edges, lines)
    parted = sum(row.is_parted(edges) for row in rows)
    if (not drawn and parted < 2) or (not drawn and parted + len(head) < 3 and _is_listed(rows[-1], edges)):
        return
    rows = [part for row in [*head, *rows, *foot] for part in _split(row, edges)]
    cells = tuple(cell for number, row in enumerate(rows) for cell in _cells(number, row, edges))
    yield Grid(cells, edges[0] - _SAME, rows[-1].bottom, edges[-1] + _SAME, rows[0].top)


def _is_listed(row: _Interval, edges: Sequence[float]) -> bool:
    """Whether a table's only row holds as many as it has lines: it is ruled above and below its body alone."""
    bands = _bands(row.lines)
    return len(bands) > 1 and all(len({c for line in band for c in _columns(line, edges)}) > 1 for band in bands)


def _head(rows: Sequence[_Interval], edges: Sequence[float], lines: Sequence[PageLine]) -> list[_Interval]:
    """The row above the first rule."""
    rule = rows[0].top
    near = max((min(line.baseline for line in row.lines) - row.bottom for row in rows if row.lines), default=0.0)
    above = _bands([line for line in lines if line.baseline + 0.3 * line.size >= rule])[::-1]
    taken = _taken(above, rule, near + _NEAR, _leading(rows, edges), edges)
    row = _Interval(max((line.baseline + line.size for line in taken), default=rule), rule, taken)
    return [row] if row.is_parted(edges) else []


def _foot(rows: Sequence[_Interval], edges: Sequence[float], lines: Sequence[PageLine]) -> list[_Interval]:
    """The row below the last rule."""
    rule = rows[-1].bottom
    near = max((row.top - max(line.baseline for line in row.lines) for row in rows if row.lines), default=0.0)
    below = _bands([line for line in lines if line.baseline + 0.3 * line.size < rule])
    taken = _taken(below, rule, near + _NEAR, _leading(rows, edges), edges)
    row = _Interval(rule, min((line.baseline for line in taken), default=rule) - _NEAR, taken)
    return [row] if row.is_parted(edges) else []


def _taken(
    bands: Sequence[Sequence[PageLine]], rule: float, near: float, leading: float, edges: Sequence[float]
) -> tuple[PageLine, ...]:
    """The lines that stand close enough to a rule, and to each other, to be of one row; none runs over all edges."""
    taken: list[PageLine] = []
    at = rule
    for band in bands:
        level = band[0].baseline
        close = near if not taken else leading * _CLOSE if leading else _TIGHT * band[0].size
        if abs(level - at) > close or all(_Interval(0, 0, tuple(band)).closed(edges)):
            break
        taken += band
        at = level
    return tuple(taken)


def _leading(rows: Sequence[_Interval], edges: Sequence[float]) -> float:
    """How far apart the lines of a cell stand; 0 where each has one."""
    drops: list[float] = []
    for row in rows:
        levels: dict[int, float] = {}
        for line in sorted(row.lines, key=lambda one: -one.baseline):
            for column in _columns(line, edges):
                if column in levels and levels[column] > line.baseline + 1:
                    drops.append(levels[column] - line.baseline)
                levels[column] = line.baseline
    return min(drops, default=0.0)


def _bands(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    return [[piece.line for piece in band] for band in bands_of([Piece(line, n, n) for n, line in enumerate(lines)])]


def _split(row: _Interval, edges: Sequence[float]) -> Iterator[_Interval]:
    """The rows that stand between two rules: the next begins where no cell had to break its line."""
    top = row.top
    bands = _bands(row.lines)
    starts: list[float] = []
    for above, below in pairwise(bands):
        if _begins_anew(above, below, edges):
            size = below[0].size
            starts.append(
                (min(line.baseline for line in above) + max(line.baseline for line in below)) / 2 + 0.3 * size
            )
    for start in starts:
        yield _Interval(top, start, _between(row.lines, top, start))
        top = start
    yield _Interval(top, row.bottom, _between(row.lines, top, row.bottom))


def _begins_anew(above: Sequence[PageLine], below: Sequence[PageLine], edges: Sequence[float]) -> bool:
    """Whether each cell of a line had room for the first word of the same cell below it, and several cells go on."""
    before, after = _ends(above, edges), _ends(below, edges)
    if len(after) < 2 or 0 not in after or set(before) != set(after):
        return False
    size = below[0].size
    return all(
        before[column][1] + _SPACE * size + after[column][2] - after[column][0] < edges[column + 1] - size
        for column in after
    )


def _ends(band: Sequence[PageLine], edges: Sequence[float]) -> dict[int, tuple[float, float, float]]:
    """For each column the left edge of its text in a band, its right edge, and the right edge of its first word."""
    found: dict[int, tuple[float, float, float]] = {}
    for line in band:
        for left, right in _places(line):
            column = _column((left + right) / 2, edges)
            known = found.get(column)
            found[column] = (left, right, right) if known is None else (known[0], max(known[1], right), known[2])
    return found


def _cells(number: int, row: _Interval, edges: Sequence[float]) -> Iterator[Cell]:
    closed = row.closed(edges)
    start = 0
    for column in range(1, len(edges)):
        if column == len(edges) - 1 or not closed[column - 1]:
            left = edges[start] - (_SAME if start == 0 else 0.0)
            right = edges[column] + (_SAME if column == len(edges) - 1 else 0.0)
            yield Cell(number, start, left, row.bottom, right, row.top)
            start = column


def _places(line: PageLine) -> Sequence[tuple[float, float]]:
    return [(word.left, word.right) for word in line.words] or [(line.left, line.right)]


def _columns(line: PageLine, edges: Sequence[float]) -> set[int]:
    return {_column((left + right) / 2, edges) for left, right in _places(line)}


def _column(at: float, edges: Sequence[float]) -> int:
    return next((number for number, edge in enumerate(edges[1:-1]) if at < edge), len(edges) - 2)


def _runs_over(line: PageLine, edge: float) -> bool:
    """Whether a text of the line goes on from one side of an edge to the other."""
    places = _places(line)
    if any(left < edge - 1 and right > edge + 1 for left, right in places):
        return True
    return any(
        one[1] <= edge + 1 and other[0] >= edge - 1 and 0 <= other[0] - one[1] < _SPACE * line.size
        for one, other in pairwise(places)
    )
