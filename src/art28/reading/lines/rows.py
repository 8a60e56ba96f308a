"""Lines of plain text -> the rows of tables among them, whose cells are divided by bars or by tabs."""

import re
from collections.abc import Sequence

from art28.document.model import Block, BlockKind, Span
from art28.reading.lines.text import TextLine

_TABS_ARE_SPACES = 0.7
_TABLE_ROW = re.compile(r"^\|.*\|$")
_LABEL_ONLY = re.compile(r"^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})(?:\.\d{1,2})*[.)]?|[^\w\s])$")
_BAR = " | "
_FEWEST_BARRED = 3
_TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")


def is_ruled_row(content: str) -> bool:
    """Whether a line is a row between bars."""
    return _TABLE_ROW.match(content) is not None


def is_rule(content: str) -> bool:
    """Whether a line is the rule under a table's head."""
    return _TABLE_RULE.match(content) is not None


def tabbed(text: str, lines: Sequence[TextLine]) -> dict[int, bool]:
    """Where the rows begin of tables whose cells are divided by tabs, and whether each is its table's first.

    A label, a number or a page with a tab beside it makes no row, nor does a line that stands alone. Where a page's geometry
    is known, or nearly every line has tabs, they divide words.
    """
    found: dict[int, bool] = {}
    if any(line.full is not None for line in lines):
        return found
    if _TABS_ARE_SPACES * len(lines) < sum("\t" in text[line.start : line.end] for line in lines):
        return found
    run: list[TextLine] = []
    for line in (*lines, None):
        if line is not None and (not run or line.after_blank == 0) and _is_tabbed(text[line.start : line.end]):
            run.append(line)
            continue
        if len(run) > 1:
            found.update((row.start, row is run[0]) for row in run)
        run = [line] if line is not None and _is_tabbed(text[line.start : line.end]) else []
    return found


def barred(text: str, lines: Sequence[TextLine]) -> dict[int, bool]:
    """Where the rows begin of tables whose cells bars divide with none around them, and whether each is its table's first.

    Three lines or more that follow each other, each with as many bars; a line alone, or a pair, may be an address.
    """
    found: dict[int, bool] = {}
    if _BAR not in text or any(line.full is not None for line in lines):
        return found
    run: list[TextLine] = []
    bars = 0
    for line in (*lines, None):
        here = _bars(text[line.start : line.end]) if line is not None else 0
        if line is not None and run and here == bars and line.after_blank == 0:
            run.append(line)
            continue
        if len(run) >= _FEWEST_BARRED:
            found.update((row.start, row is run[0]) for row in run)
        run, bars = ([line], here) if line is not None and here else ([], 0)
    return found


def _bars(content: str) -> int:
    """How many bars divide a line that has none around it."""
    return 0 if is_ruled_row(content) else content.count(_BAR)


def _is_tabbed(content: str) -> bool:
    first, divided, rest = content.partition("\t")
    return bool(divided) and not rest.strip().isdigit() and ("\t" in rest or not _LABEL_ONLY.match(first))


def row_of(content: str, line: TextLine, table: int) -> Block:
    """The row of table number `table` that a line is, its cells divided by bars or by tabs."""
    cells: list[Span] = []
    piped = content.startswith("|")
    at = line.start + piped
    for cell in content[1:-1].split("|") if piped else content.split("\t" if "\t" in content else "|"):
        stripped = cell.strip()
        start = at + (len(cell) - len(cell.lstrip()) if stripped else 0)
        cells.append(Span(start, start + len(stripped)))
        at += len(cell) + 1
    return Block(BlockKind.TABLE_ROW, Span(line.start, line.end), line.page, None, 0, tuple(cells), table)
