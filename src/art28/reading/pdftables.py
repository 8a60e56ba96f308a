"""The lines of a page and what is drawn on it -> its text in reading order, tables row by row."""

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium

from art28.reading.grid import Cell, Grid, grids_of
from art28.reading.pdflayout import Row
from art28.reading.pdfpage import PageLine, strokes_of

# Text on a coloured ground may be drawn as a rectangle a word; a shaded table has fewer.
_SHADED_AT_MOST = 600
_SHADED_ROWS = 3
# Words of one line stand no further apart than this share of the type size, unless the line is justified.
_SPACE = 0.42


def tables_of(page: pdfium.PdfPage, lines: Sequence[PageLine]) -> tuple[Grid, ...]:
    """The ruled tables of a page; where nothing is ruled, those that shading divides."""
    if not lines:
        return ()
    drawn, shaded = strokes_of(page)
    ruled = tuple(grid for grid in grids_of(drawn) if _divides(grid, lines))
    if ruled or not shaded or len(shaded) > _SHADED_AT_MOST:
        return ruled
    return tuple(grid for grid in grids_of((*drawn, *shaded)) if _divides(grid, lines, at_least=_SHADED_ROWS))


def _divides(grid: Grid, lines: Sequence[PageLine], *, at_least: int = 1) -> bool:
    """Whether the grid's lines run between words that stand apart: a highlighted sentence is no table."""
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
    return together <= apart and 3 * several >= len(filled) > 0 and several >= at_least


def in_reading_order(lines: Sequence[PageLine], grids: Sequence[Grid], tables: int) -> Iterator[PageLine | Row]:
    """The lines in the file's order; those within a table as its rows, where the first of them stood."""
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
    """For each word of `line` the table and the cell it stands in; empty for a line that passes every table by."""
    y = line.baseline + line.size * 0.3
    level = [(number, grid) for number, grid in enumerate(grids) if grid.bottom <= y < grid.top]
    return [_place((word.left + word.right) / 2, y, level) for word in line.words] if level else []


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
    for row in sorted(by_row):
        cells = tuple(tuple(held.get(cell, ())) for cell in sorted(by_row[row], key=lambda c: c.column))
        if any(cells):
            yield Row(cells, table)
