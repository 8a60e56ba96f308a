"""Headings of a draft in its language, and how wide its tables' columns are."""

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


def column_widths(table: Table) -> tuple[int, ...]:
    """How wide each column is beside the others: by its longest word, so that none breaks an address in two.

    Numbers take little, and a column to be written in takes room; each has a little besides, so that wide ones don't press
    the narrow.
    """
    return tuple(_width([row[at] for row in table.rows], heading) for at, heading in enumerate(table.headings))


def _width(cells: list[str], heading: str) -> int:
    if not any(cells):
        return _ROOM
    if max(map(len, (*cells, heading))) <= _NUMBERS:
        return _NUMBERS
    return _BESIDES + max(_NARROWEST, *(len(word) for cell in (*cells, heading) for word in cell.split()))
