"""Plain text -> Document: the decoded text itself, its pages where form feeds divide it, and blocks rebuilt from lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from art28.document.model import Block, BlockKind, Document, Page, ReadingNote, Span
from art28.reading.building.openings import opening_of
from art28.reading.lines.lines import blocks_of
from art28.reading.lines.running import Placed, running_lines
from art28.reading.lines.text import TextLine, split_lines

_NUMBER = re.compile(r"\d+")
_ESCAPED_NUMBER = re.compile(r"^[ \t]*\d{1,2}\\\.", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_EDGE = 4
_LONGEST_FOOT = 100
_IN_A_ROW = 3
_TWO = 2


def read_text(text: str, *, name: str, sha256: str, extraction: str, notes: tuple[ReadingNote, ...] = ()) -> Document:
    """The document that decoded `text` makes; its offsets are those of `text`."""
    pages = _pages(text)
    lines = split_lines(text, pages)
    running = _running_on_pages(text, lines) if pages else _running_numbers(text, lines)
    blocks = blocks_of(text, [_furniture(line, running[i]) if i in running else line for i, line in enumerate(lines)])
    if len(_ESCAPED_NUMBER.findall(text)) >= _IN_A_ROW:
        blocks = tuple(_without_escapes(text, block) for block in blocks)
    return Document(name, "text/plain", sha256, extraction, text, blocks, pages, notes)


def _without_escapes(text: str, block: Block) -> Block:
    """`block` without the backslashes that a converter left before its numbers and punctuation."""
    found = _ESCAPE.finditer(text, block.span.start, block.span.end)
    return replace(block, skips=tuple(Span(*match.span()) for match in found))


def _pages(text: str) -> tuple[Page, ...]:
    if "\f" not in text.rstrip("\f\n "):
        return ()
    pages: list[Page] = []
    at = 0
    for number, part in enumerate(text.split("\f"), start=1):
        end = min(at + len(part) + 1, len(text))
        pages.append(Page(number, Span(at, end)))
        at = end
    return tuple(page for page in pages if page.span.end > page.span.start)


def _furniture(line: TextLine, kind: BlockKind) -> Block:
    return Block(kind, Span(line.start, line.end), line.page)


def _running_on_pages(text: str, lines: Sequence[TextLine]) -> dict[int, BlockKind]:
    """The running heads and feet of a text whose pages are known: the lines that return at the edge of each."""
    by_page: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        by_page.setdefault(line.page or 0, []).append(index)
    placed = [list(_placed(text, lines, indices)) for indices in by_page.values()]
    found: dict[int, BlockKind] = {}
    for indices, kinds in zip(by_page.values(), running_lines(placed), strict=True):
        found.update({indices[position]: kind for position, kind in kinds.items()})
    return found


def _placed(text: str, lines: Sequence[TextLine], indices: Sequence[int]) -> Iterator[Placed]:
    """A page's lines; those within a few lines of its top or foot stand at the same height on every page."""
    for position, index in enumerate(indices):
        content = text[lines[index].start : lines[index].end]
        below = len(indices) - 1 - position
        if below < min(_EDGE, position):
            yield Placed(content, 0.05 * (below / 100 + 1))
        else:
            yield Placed(content, 0.95 if position < _EDGE else 0.5 + 0.3 * below / len(indices))


def _running_numbers(text: str, lines: Sequence[TextLine]) -> dict[int, BlockKind]:
    """The feet of pages in a text that has lost its pages: the same short line again and again, a number in it counting up
    by one, and the heads or feet beside them that stay the same."""
    alike: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        content = text[line.start : line.end]
        if len(content) > _LONGEST_FOOT or content[-1] in ".;:" or _NUMBER.search(content) is None:
            continue
        opened = opening_of(content)
        words = _NUMBER.sub("#", content)
        if (opened is None or opened[0] is BlockKind.FIELD) and any(character.isalpha() for character in words):
            alike.setdefault(words, []).append(index)
    found: dict[int, BlockKind] = {}
    for places in alike.values():
        numbers = [[int(n[:6]) for n in _NUMBER.findall(text[lines[i].start : lines[i].end])] for i in places]
        if _counts(numbers):
            found.update(dict.fromkeys(places, BlockKind.PAGE_FOOTER))
            found.update(_beside(text, lines, places))
    return found


def _beside(text: str, lines: Sequence[TextLine], places: Sequence[int]) -> Iterator[tuple[int, BlockKind]]:
    """What stands above all of these feet, or below them all, in the same words."""
    for beside in (-1, 1):
        there = [index + beside for index in places if 0 <= index + beside < len(lines)]
        around = {text[lines[index].start : lines[index].end] for index in there}
        if len(around) == 1 and len(*around) <= _LONGEST_FOOT:
            yield from ((index, BlockKind.PAGE_HEADER) for index in there)


def _counts(numbers: Sequence[Sequence[int]]) -> bool:
    """Whether one of the numbers of such lines counts the pages and the others stay as they are; of two pages, "1/2"."""
    columns = list(zip(*numbers, strict=True))
    counting = [column for column in columns if all(after - before == 1 for before, after in pairwise(column))]
    still = [column for column in columns if len(set(column)) == 1]
    if len(columns) > 1 and len(counting) + len(still) < len(columns):
        return False
    of_two = len(numbers) == _TWO and len(counting) == 1 and counting[0] == (1, _TWO) and (_TWO, _TWO) in still
    return len(counting) == 1 and (len(numbers) >= _IN_A_ROW or of_two)
