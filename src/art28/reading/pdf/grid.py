"""The straight lines drawn on a page -> the tables that they rule, cell by cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from art28.reading.pdf.strokes import HORIZONTAL, Stroke

_TOUCH = 3.0
_SAME = 4.0
_LEAST_HEIGHT = 7.0
# A page holds no larger table; a drawing or a highlighted text does.
_PLACES_AT_MOST = 1200


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its edges in points; `row` and `column` are those of its top left corner, counted from 0."""

    row: int
    column: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its cells, row by row from the top, left to right; `cut` tells that no rule closes the last row."""

    cells: tuple[Cell, ...]
    left: float
    bottom: float
    right: float
    top: float
    cut: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return 1 + max(cell.row for cell in self.cells)

    @property
    def is_even(self) -> bool:
        """Whether every row has the same columns: no cell reaches over two."""
        return len(self.cells) == self.rows * (1 + max(cell.column for cell in self.cells))

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds the point; None outside the table."""
        if not (self.left <= x < self.right and self.bottom <= y < self.top):
            return None
        for cell in self.cells:
            if cell.left <= x < cell.right and cell.bottom <= y < cell.top:
                return cell
        return None


def grids_of(strokes: Sequence[Stroke]) -> tuple[Grid, ...]:
    """The tables of more than one column and row that the strokes rule."""
    merged = _merged(strokes)
    grids = (_grid(group) for group in _connected(merged))
    return tuple(grid for grid in grids if grid is not None)


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line and touch, as one: a border is often drawn cell by cell, at both sides."""
    found: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda s: (s.horizontal, round(s.at / 2), s.low)):
        last = found[-1] if found else None
        if (
            last is not None
            and last.horizontal == stroke.horizontal
            and abs(last.at - stroke.at) < _TOUCH
            and last.low - _TOUCH <= stroke.high
            and stroke.low <= last.high + _TOUCH
        ):
            found[-1] = Stroke(last.horizontal, last.at, min(last.low, stroke.low), max(last.high, stroke.high))
        else:
            found.append(stroke)
    return found


def _connected(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """The strokes in groups that touch each other."""
    parent = list(range(len(strokes)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    rows = [index for index, stroke in enumerate(strokes) if stroke.horizontal]
    columns = [index for index, stroke in enumerate(strokes) if not stroke.horizontal]
    for row in rows:
        for column in columns:
            across, up = strokes[row], strokes[column]
            if (
                across.low - _TOUCH <= up.at <= across.high + _TOUCH
                and up.low - _TOUCH <= across.at <= up.high + _TOUCH
            ):
                parent[root(row)] = root(column)
    groups: dict[int, list[Stroke]] = {}
    for index, stroke in enumerate(strokes):
        groups.setdefault(root(index), []).append(stroke)
    return list(groups.values())


def _grid(strokes: Sequence[Stroke]) -> Grid | None:
    across = [stroke for stroke in strokes if stroke.horizontal]
    up = [stroke for stroke in strokes if not stroke.horizontal]
    xs, ys = _places(stroke.at for stroke in up), _places(stroke.at for stroke in across)[::-1]
    if len(xs) < 3 or not ys or len(xs) * len(ys) > _PLACES_AT_MOST:
        return None
    above = max(_common_ends(xs, [(stroke.at, stroke.high) for stroke in up]), default=None)
    below = min(_common_ends(xs, [(stroke.at, stroke.low) for stroke in up]), default=None)
    open_above = above is not None and above - ys[0] >= _LEAST_HEIGHT
    cut = below is not None and ys[-1] - below >= _LEAST_HEIGHT
    for end, at in ((above if open_above else None, 0), (below if cut else None, len(ys) + open_above)):
        if end is not None:
            ys.insert(at, end)
            across.append(Stroke(HORIZONTAL, end, xs[0], xs[-1]))
    if len(ys) < 2:
        return None
    cells = tuple(_cells(xs, ys, across, up))
    if len({cell.column for cell in cells}) < 2:
        return None
    return Grid(cells, xs[0], ys[-1], xs[-1], ys[0], cut)


def _common_ends(xs: Sequence[float], ends: Sequence[tuple[float, float]]) -> Iterator[float]:
    """The heights at which upright lines at all places end: beyond the rules, it is the page's end that cut a row there."""
    found = [[end for at, end in ends if abs(at - x) <= _SAME] for x in xs]
    for height in {end for _, end in ends}:
        if all(any(abs(end - height) <= _SAME for end in own) for own in found):
            yield height


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _cells(xs: Sequence[float], ys: Sequence[float], across: Sequence[Stroke], up: Sequence[Stroke]) -> Iterable[Cell]:
    """The cells between the places: two are one where no line stands between them."""
    upright, level = [_near(up, x) for x in xs], [_near(across, y) for y in ys]
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            right, middle = column + 1, (ys[row] + ys[row + 1]) / 2
            while right < len(xs) - 1 and not _stands(upright[right], middle):
                right += 1
            below, centre = row + 1, (xs[column] + xs[right]) / 2
            while below < len(ys) - 1 and not _stands(level[below], centre):
                below += 1
            taken.update((r, c) for r in range(row, below) for c in range(column, right))
            if ys[row] - ys[below] >= _LEAST_HEIGHT:
                yield Cell(row, column, xs[column], ys[below], xs[right], ys[row])


def _near(strokes: Sequence[Stroke], at: float) -> list[tuple[float, float]]:
    """From where to where the strokes at one place run."""
    return [(stroke.low, stroke.high) for stroke in strokes if abs(stroke.at - at) <= _SAME]


def _stands(strokes: Sequence[tuple[float, float]], through: float) -> bool:
    return any(low <= through <= high for low, high in strokes)
