"""Lines -> the titles of articles among them that are told by coming in turn, where none is told by a word or by its type."""

from collections.abc import Iterable

from art28.document.headings import ArticleTitle, lettered_title, run_in_title

_ENOUGH = 3
# How far the number of an article may be ahead of that of the last one that bears a title.
_UNTITLED = 4


def lettered_in_turn(lines: Iterable[str]) -> tuple[ArticleTitle | None, ...]:
    """The titles of articles that count with one letter before the number ("V.1", "V.2", "V.3"); empty where none do."""
    titles = tuple(map(lettered_title, lines))
    letters: dict[str, int] = {}
    for title in titles:
        if title is not None and title.count == letters.get(title.number[0], 0) + 1:
            letters[title.number[0]] = title.count
    letter = max(letters, key=lambda one: letters[one], default="")
    if letters.get(letter, 0) <= _ENOUGH:
        return ()
    return tuple(title if title is not None and title.number[0] == letter else None for title in titles)


def run_in_turn(lines: Iterable[str]) -> tuple[ArticleTitle | None, ...]:
    """The titles of articles that begin on the line of their title, where four at least come in turn, few without."""
    titles: list[ArticleTitle | None] = []
    last = found = 0
    for title in map(run_in_title, lines):
        in_turn = title is not None and last < title.count <= last + _UNTITLED
        last, found = (title.count, found + 1) if title is not None and in_turn else (last, found)
        titles.append(title)
    return tuple(titles) if found > _ENOUGH and 2 * found >= last else ()
