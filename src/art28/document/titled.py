"""Blocks -> the same, of which the rows of a table that sets clauses beside their titles are read as titles and clauses.

"3. Instructies | 3.1 Leverancier verwerkt …": such a table is nothing but a page's layout. Its clauses count on within their
title, or its titles count on and sentences stand beside them; a list of terms, a form and a table of data do neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from art28.document.model import Block, BlockKind, Span

_TITLE = re.compile(
    r"(?:(?:artikel|art\.|article|clause|section|§)\s*)?(?P<number>\d{1,2})(?:[.:)]|\s*[-–])?\s+\D", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?P<label>(?P<title>\d{1,2})\.(?P<number>\d{1,2}))[.)]?\s+\S")
# Where another clause or item of the same cell begins.
_BEGINS = re.compile(r"\n(?=\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\(?[a-z]\)|[a-z]\.|[•–-])\s)")
_LABEL = re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2})+|\(?[a-z]\)|[a-z](?=\.)|[•–-])[.)]?\s")
_FEWEST = 2
_TWO = 2
_LONGEST_TITLE = 90
_SENTENCE = 80
_ENDS = (".", ";", ":")


def clauses_beside_titles(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """The blocks, each row of such a table as its title, where it has one, and what stands beside it."""
    for table, group in groupby(blocks, key=lambda block: block.table):
        rows = tuple(group)
        if table is None or not _sets_beside_titles(rows, text):
            yield from rows
            continue
        for row in rows:
            title, words = row.cells
            if title.end > title.start:
                yield _part(row, BlockKind.HEADING, title)
            yield from _clauses(row, words, text)


def _clauses(row: Block, words: Span, text: str) -> Iterator[Block]:
    ends = [match.start() for match in _BEGINS.finditer(text, words.start, words.end)]
    for start, end in pairwise((words.start, *ends, words.end)):
        begin = start + (len(text[start:end]) - len(text[start:end].lstrip()))
        if begin < end:
            label = _LABEL.match(text, begin, end)
            kind = BlockKind.PARAGRAPH if label is None else BlockKind.ITEM
            yield _part(row, kind, Span(begin, end), label["label"] if label is not None else None)


def _part(row: Block, kind: BlockKind, span: Span, label: str | None = None) -> Block:
    skips = tuple(skip for skip in row.skips if span.start <= skip.start and skip.end <= span.end)
    return replace(row, kind=kind, span=span, label=label, cells=(), table=None, skips=skips, continues=False)


def _sets_beside_titles(rows: Sequence[Block], text: str) -> bool:
    if any(len(row.cells) != _TWO for row in rows):
        return False
    titles = [text[row.cells[0].start : row.cells[0].end].strip() for row in rows]
    beside = [text[row.cells[1].start : row.cells[1].end].strip() for row in rows]
    if any(len(title) > _LONGEST_TITLE or title.endswith(_ENDS) for title in titles) or not all(beside):
        return False
    return _clauses_count(titles, beside) or _titles_count(titles, beside)


def _clauses_count(titles: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether clauses count on, each behind the number of the title that it stands beside or below."""
    found = [match for words in beside if (match := _CLAUSE.match(words))]
    numbers = [(int(match["title"]), int(match["number"])) for match in found]
    named = [_CLAUSE.match(words) for title, words in zip(titles, beside, strict=True) if title]
    return (
        len(found) >= _FEWEST
        and _TWO * len(found) >= len(beside)
        and all(match is not None for match in named)
        and numbers == sorted(set(numbers))
    )


def _titles_count(titles: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether the titles count on one by one, and sentences stand beside them."""
    found = [_TITLE.match(title) for title in titles if title]
    numbers = [int(match["number"]) for match in found if match is not None]
    sentences = sum(len(words) >= _SENTENCE and words.endswith((*_ENDS, ",")) for words in beside)
    return (
        len(found) >= _FEWEST
        and len(numbers) == len(found)
        and all(other == one + 1 for one, other in pairwise(numbers))
        and _TWO * sentences >= len(beside)
    )
