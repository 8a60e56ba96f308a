"""Text -> its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from art28.document.model import Block, BlockKind, Page, Span


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text without its line end: `start:end` of the text, stripped of white space at both sides.

    What a page's geometry adds, where there is one: `full`, whether the line reaches the right edge of its column, None
    where that must be judged by its length; `heading`, its type size where that sets it apart from the running text; and
    `listed`, whether it opens an item of a list for where it stands. `skips` are what of it isn't read aloud.
    """

    start: int
    end: int
    page: int | None
    after_blank: int
    full: bool | None = None
    heading: float = 0.0
    skips: tuple[Span, ...] = ()
    listed: bool = False


def split_lines(text: str, pages: Sequence[Page] = ()) -> tuple[TextLine, ...]:
    """The lines of `text` that are not empty, each with the number of empty lines before it."""
    found: list[TextLine] = []
    blank, at, page = 0, 0, 0
    for raw in re.split(r"(?<=[\n\f])|(?<=\r)(?!\n)", text):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            while page + 1 < len(pages) and pages[page].span.end <= start:
                page += 1
            found.append(TextLine(start, start + len(stripped), pages[page].number if pages else None, blank))
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return tuple(found)


def row_of(
    lines: Sequence[TextLine], first: int, last: int, cells: tuple[Span, ...], table: int
) -> Iterator[tuple[int, Block | None]]:
    """A row of a table by where its first line starts; None by the start of each line that goes on with it."""
    span = Span(cells[0].start, cells[-1].end)
    yield lines[first].start, Block(BlockKind.TABLE_ROW, span, lines[first].page, None, 0, cells, table)
    yield from ((line.start, None) for line in lines[first + 1 : last + 1])
