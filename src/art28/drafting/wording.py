"""Headings of a draft in its language, and how wide its tables' columns are and how large their words."""

import math
import re

from art28.drafting.draft import words
from art28.drafting.model import Article, Table


def article_heading(article: Article, language: str) -> str:
    """The heading of an article with its number, or as it stands."""
    if not article.number:
        return article.heading
    return str(words()[language]["article"].format(number=article.number, heading=article.heading))


def signature_heading(language: str) -> str:
    """What stands above the places to sign."""
    return str(words()[language]["signed"])


def page_word(language: str) -> str:
    """What stands before a page's number."""
    return str(words()[language]["page"])


def initials_word(language: str) -> str:
    """What stands before the initials at the foot of a page."""
    return str(words()[language]["initials"])


_NUMBERS, _NARROWEST, _ROOM, _BESIDES = 4, 9, 22, 4
# More columns than these stand close together: between rules, and small.
_FEW = 4
_PHONE = re.compile(r"\+?[\d ()./-]+")
# In points: how wide the lines of a page are, what stands beside the words of a cell; and of a letter, in its size.
_LINE, _INSET, _LETTER = 436.5, 9.0, 0.49
_SIZE, _SMALLEST = {False: 10.5, True: 7.5}, {False: 7.5, True: 5.5}


def is_close(table: Table) -> bool:
    """Whether its columns are so many that they stand close together."""
    return len(table.headings) > _FEW


def column_widths(table: Table) -> tuple[int, ...]:
    """How wide each column is beside the others: by its longest word, so that none breaks an address in two.

    Numbers take little, and a column to be written in takes room; each has a little besides, so that wide ones don't press
    the narrow.
    """
    return tuple(_width(cells, longest) for cells, longest in zip(_columns(table), _longest(table), strict=True))


def cell_size(table: Table) -> float:
    """How large its words are, in points, so that the longest of each column stays within it."""
    widths, close = column_widths(table), is_close(table)
    room = (_LINE * width / sum(widths) - _INSET for width in widths)
    fits = min(each / (_LETTER * longest) for each, longest in zip(room, _longest(table), strict=True))
    return max(_SMALLEST[close], min(_SIZE[close], math.floor(2 * fits) / 2))


def _columns(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[at] for row in table.rows) for at, _ in enumerate(table.headings))


def _longest(table: Table) -> tuple[int, ...]:
    """How long the longest word of each column is; a telephone number is one."""
    cells = zip(table.headings, _columns(table), strict=True)
    return tuple(max(len(word) for cell in (heading, *column) for word in _words(cell)) for heading, column in cells)


def _words(cell: str) -> list[str]:
    return [cell] if _PHONE.fullmatch(cell) else cell.split() or [""]


def _width(cells: tuple[str, ...], longest: int) -> int:
    if not any(cells):
        return _ROOM
    if longest <= _NUMBERS and max(map(len, cells)) <= _NUMBERS:
        return _NUMBERS
    return _BESIDES + max(_NARROWEST, longest)
