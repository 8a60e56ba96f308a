"""Tables that go on on the next page -> one table, its head where it returns outside the flow."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from art28.document.model import BlockKind
from art28.reading.pdf.lines import PageText, Row
from art28.reading.pdf.page import PageLine

_SAME_PLACE = 6.0
_SAME_SHARE = 0.6
# As many rows above a break and below it tell the columns.
_ROWS = 5


def join_tables(pages: Sequence[PageText], running: Sequence[dict[int, BlockKind]]) -> None:
    """Give the rows at the top of a page the table that ends the page before, where both stand in the same columns.

    A head that returns is added to what runs over the pages; a row that the page's end cut in two goes on in the next.
    """
    for (before, kinds), (page, own) in pairwise(zip(pages, running, strict=True)):
        last = next((entry for i, entry in reversed(list(enumerate(before.entries))) if i not in kinds), None)
        at = next((i for i in range(len(page.entries)) if i not in own), None)
        first = page.entries[at] if at is not None else None
        if not isinstance(last, Row) or not isinstance(first, Row) or at is None:
            continue
        number = first.table
        if not _same_columns(_rows_of(before, last.table)[-_ROWS:], _rows_of(page, number)[:_ROWS]):
            continue
        page.entries = [
            replace(entry, table=last.table) if isinstance(entry, Row) and entry.table == number else entry
            for entry in page.entries
        ]
        if _text(first) == _head(pages, last.table):
            own[at] = BlockKind.PAGE_HEADER
            at += 1
        below = page.entries[at] if at < len(page.entries) and at not in own else None
        if isinstance(below, Row) and below.table == last.table and _goes_on(last, below):
            page.entries[at] = replace(below, continues=True)


def _goes_on(last: Row, first: Row) -> bool:
    """Whether the end of the page cut a row in two: no rule closes it, or it names nothing anew within a sentence."""
    above, below = _text(last), _text(first)
    if len(above) != len(below) or last.cut:
        return last.cut and len(above) == len(below)
    if not above[0] or below[0]:
        return False
    return any(one and other[:1].islower() for one, other in zip(above, below, strict=True))


def _head(pages: Sequence[PageText], table: int) -> list[str]:
    """The first row of a table."""
    rows = (entry for page in pages for entry in page.entries if isinstance(entry, Row) and entry.table == table)
    return _text(next(rows))


def _text(row: Row) -> list[str]:
    return [" ".join(line.text.strip() for line in cell) for cell in row.cells]


def _rows_of(page: PageText, table: int) -> list[Row]:
    return [entry for entry in page.entries if isinstance(entry, Row) and entry.table == table]


def _same_columns(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether rows stand in the same columns: in most of those that both fill, some row above has an edge of one below."""
    if len({len(row.cells) for row in (*above, *below)}) > 1:
        return False
    columns = [
        ([*map(_edges, filter(None, one))], [*map(_edges, filter(None, other))])
        for one, other in zip(
            zip(*(row.cells for row in above), strict=True),
            zip(*(row.cells for row in below), strict=True),
            strict=True,
        )
    ]
    both = [(one, other) for one, other in columns if one and other]
    same = sum(any(_near(a, b) for a, b in product(one, other)) for one, other in both)
    return len(both) > 1 and same >= _SAME_SHARE * len(both)


def _near(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    return min(abs(a - b) for a, b in zip(one, other, strict=True)) <= _SAME_PLACE


def _edges(cell: Sequence[PageLine]) -> tuple[float, float, float]:
    """The left and right edge of what a cell holds, and the middle between them: one of them is its column's."""
    left, right = min(line.left for line in cell), max(line.right for line in cell)
    return left, right, (left + right) / 2
