"""Blocks -> the same, of which the rows of a table that sets clauses beside their numbers are read as those clauses.

"1.1 | Leverancier verwerkt …": such a table is nothing but a page's layout. It begins with clause 1, most of its numbers have
a dot, and they rise; a questionnaire or a list of controls is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from art28.document.model import Block, BlockKind, Span

_NUMBER = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s*")
_MARK = re.compile(r"[|*_]+")
_FIRST = ("1", "1.1")
_FEWEST = 4
_TWO = 2
_LONGEST_TITLE = 80


def clauses_beside_numbers(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """The blocks, each row of such a table as the heading or the item that it is."""
    for table, group in groupby(blocks, key=lambda block: block.table):
        rows = tuple(group)
        numbers = _numbers(rows, text) if table is not None and len(rows) >= _FEWEST else ()
        if not numbers:
            yield from rows
            continue
        for row, number in zip(rows, numbers, strict=True):
            words = text[row.cells[1].start : row.cells[1].end].strip()
            titled = "." not in number and len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ":"))
            kind = BlockKind.HEADING if titled else BlockKind.ITEM if number else BlockKind.PARAGRAPH
            label, skips = None if titled else number or None, (*_marks_between(row, text), *row.skips)
            yield replace(row, kind=kind, label=label, cells=(), table=None, skips=skips)


def _marks_between(row: Block, text: str) -> Iterator[Span]:
    """What divides the number from the words and isn't read: the bars and the stars of a table in Markdown."""
    number, words = row.cells
    return (Span(*mark.span()) for mark in _MARK.finditer(text, number.end, words.start))


def _numbers(rows: Sequence[Block], text: str) -> tuple[str, ...]:
    """The number of each row, empty for one without; nothing where the rows are not clauses beside their numbers."""
    found: list[str] = []
    for row in rows:
        if len(row.cells) != _TWO or row.continues:
            return ()
        first = text[row.cells[0].start : row.cells[0].end]
        match = _NUMBER.fullmatch(first)
        if match is None and first.strip():
            return ()
        found.append(match["number"] if match else "")
    told = [tuple(map(int, number.split("."))) for number in found if number]
    dotted = sum(len(number) > 1 for number in told)
    if not told or found[0] not in _FIRST or _TWO * dotted < len(rows) or told != sorted(set(told)):
        return ()
    return tuple(found)
