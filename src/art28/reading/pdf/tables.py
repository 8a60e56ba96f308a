"""The lines of a page and what is drawn on it -> its text in reading order, tables row by row."""

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from art28.reading.pdf.bullets import with_bullets
from art28.reading.pdf.grid import Cell, Grid, grids_of
from art28.reading.pdf.lines import Row
from art28.reading.pdf.page import PageLine, PageReader
from art28.reading.pdf.rulings import grids_between, stacks_of
from art28.reading.pdf.strokes import Stroke, drawing_of

# Text on a coloured ground may be drawn as a rectangle a word; a shaded table has fewer.
_SHADED_AT_MOST = 600
_SHADED_ROWS = 3
_FORM_ROWS = 3
# A row that no rule closes reaches at most so far above or below the rules.
_REACH = 120.0
# Words of one line stand no further apart than this share of the type size, unless the line is justified.
_SPACE = 0.42
# The ends of a line lie so far within the place where it stands: slanted letters reach over a rule.
_WITHIN = 2.0


def tables_of(
    page: pdfium.PdfPage, reader: PageReader, lines: Sequence[PageLine]
) -> tuple[list[PageLine], tuple[Grid, ...]]:
    """The lines, measured where they cross a table, and the tables that are ruled or, without any, shaded."""
    if not lines:
        return [], ()
    drawn, shaded, marks = drawing_of(page, reader.frame)
    lines = with_bullets(lines, marks, reader.measured)
    if len(shaded) > _SHADED_AT_MOST:
        shaded = ()
    grids = grids_of(drawn)
    measured = _measured(lines, grids, reader)
    ruled = tuple(grid for grid in grids if _divides(grid, measured))
    if not ruled and shaded:
        grids = grids_of((*drawn, *shaded))
        measured = _measured(measured, grids, reader)
        ruled = tuple(grid for grid in grids if _divides(grid, measured, at_least=_SHADED_ROWS))
    return _ruled_by_row(measured, ruled, (*drawn, *shaded), reader)


def _ruled_by_row(
    lines: list[PageLine], found: tuple[Grid, ...], strokes: Sequence[Stroke], reader: PageReader
) -> tuple[list[PageLine], tuple[Grid, ...]]:
    """The lines and tables, with those that rules or shades part into rows and nothing into columns."""
    for stack in stacks_of(strokes, found):
        top, bottom = stack.heights[0] + _REACH, stack.heights[-1] - _REACH
        near = [bottom < line.baseline < top and stack.holds(line) and not is_within(line, found) for line in lines]
        lines = [reader.measured(line) if held else line for line, held in zip(lines, near, strict=True)]
        held = [line for line, stands in zip(lines, near, strict=True) if stands]
        found += tuple(grid for grid in grids_between(stack, held) if _divides(grid, held))
    return lines, found


def _measured(lines: Sequence[PageLine], grids: Sequence[Grid], reader: PageReader) -> list[PageLine]:
    return [reader.measured(line) if _crosses(line, grids) else line for line in lines] if grids else list(lines)


def _crosses(line: PageLine, grids: Sequence[Grid]) -> bool:
    """Whether a line begins in one cell and ends in another."""
    y = line.baseline + line.size * 0.3
    level = [(number, grid) for number, grid in enumerate(grids) if grid.bottom <= y < grid.top]
    within = min(_WITHIN, (line.right - line.left) / 2)
    return bool(level) and _place(line.left + within, y, level) != _place(line.right - within, y, level)


def _divides(grid: Grid, lines: Sequence[PageLine], *, at_least: int = 1) -> bool:
    """Whether the grid's lines run between words that stand apart, in one row of three: a highlighted sentence is no table.

    In a form, even rows of which the first cells all ask something, few or none are filled in.
    """
    apart = together = 0
    filled: dict[int, set[int]] = {}
    for line in lines:
        places = [cell for _, cell in _places(line, (grid,))]
        for cell in places:
            if cell is not None:
                filled.setdefault(cell.row, set()).add(cell.column)
        for index in range(1, len(places)):
            if places[index] != places[index - 1] and None not in (places[index], places[index - 1]):
                gap = line.words[index].left - line.words[index - 1].right
                if 0 <= gap < _SPACE * line.size:
                    together += 1
                else:
                    apart += 1
    several = sum(len(columns) > 1 for columns in filled.values())
    if grid.rows >= _FORM_ROWS and grid.is_even and all(0 in filled.get(row, ()) for row in range(grid.rows)):
        return together <= apart
    return together <= apart and 3 * several >= len(filled) > 0 and several >= at_least


def is_within(line: PageLine, grids: Sequence[Grid]) -> bool:
    """Whether a line stands in one of the tables."""
    return any(grid.bottom <= line.baseline < grid.top and grid.left <= line.left < grid.right for grid in grids)


def in_reading_order(lines: Sequence[PageLine], grids: Sequence[Grid], tables: int) -> Iterator[PageLine | Row]:
    """The lines in the file's order; those within a table as its rows, where the first of them stood."""
    if not grids:
        yield from lines
        return
    held: dict[int, dict[Cell, list[PageLine]]] = {}
    order: list[PageLine | int] = []
    for line in lines:
        for number, cell, part in _divided(line, grids):
            if number is None or cell is None:
                order.append(part)
                continue
            if number not in held:
                held[number] = {}
                order.append(number)
            held[number].setdefault(cell, []).append(part)
    counted = tables
    for entry in order:
        if isinstance(entry, PageLine):
            yield entry
            continue
        rows = list(_rows(grids[entry], held[entry], counted))
        if len(rows) == 1 and len(rows[0].cells) == 1:
            yield from rows[0].cells[0]
        else:
            yield from rows
            counted += 1


def _divided(line: PageLine, grids: Sequence[Grid]) -> Iterator[tuple[int | None, Cell | None, PageLine]]:
    """`line` in parts that each stand in one cell, or outside any table."""
    places = _places(line, grids)
    if not places or all(place == places[0] for place in places):
        number, cell = places[0] if places else (None, None)
        yield number, cell, line
        return
    first = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[first]:
            yield *places[first], line.part(first, index - 1)
            first = index


def _places(line: PageLine, grids: Sequence[Grid]) -> list[tuple[int | None, Cell | None]]:
    """For each word of `line` the table and the cell it stands in; empty for a line that passes every table by.

    A line that wasn't measured stands in one place.
    """
    y = line.baseline + line.size * 0.3
    level = [(number, grid) for number, grid in enumerate(grids) if grid.bottom <= y < grid.top]
    if not level:
        return []
    if not line.words:
        return [_place(line.left + min(_WITHIN, (line.right - line.left) / 2), y, level)]
    return [_place((word.left + word.right) / 2, y, level) for word in line.words]


def _place(x: float, y: float, grids: Sequence[tuple[int, Grid]]) -> tuple[int | None, Cell | None]:
    for number, grid in grids:
        cell = grid.cell_at(x, y)
        if cell is not None:
            return number, cell
    return None, None


def _rows(grid: Grid, held: dict[Cell, list[PageLine]], table: int) -> Iterator[Row]:
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        by_row.setdefault(cell.row, []).append(cell)
    last = max(by_row)
    for row in sorted(by_row):
        cells = tuple(tuple(held.get(cell, ())) for cell in sorted(by_row[row], key=lambda c: c.column))
        if any(cells):
            yield Row(cells, table, cut=grid.cut and row == last)
