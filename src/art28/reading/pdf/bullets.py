"""Bullets that a page draws instead of writing them -> the lines that they open, with "• " before their text.

A browser draws the marks of a list as small discs, rings and squares, which stand in no text layer. Without them the items of
a list read as loose lines.
"""

from collections.abc import Callable, Sequence

from art28.document.model import BlockKind
from art28.reading.building.openings import opening_of
from art28.reading.pdf.page import PageLine, Word
from art28.reading.pdf.strokes import Mark

_BULLET = "• "
_APART_AT_MOST = 2.2
_FOOT, _HEAD = 0.05, 0.7


def with_bullets(
    lines: Sequence[PageLine], marks: Sequence[Mark], measured: Callable[[PageLine], PageLine]
) -> list[PageLine]:
    """The lines, those that a mark stands before with a bullet and the places of their words."""
    found = list(lines)
    for mark in marks:
        level = [
            index
            for index, line in enumerate(found)
            if line.upright
            and line.baseline + _FOOT * line.size < mark.y < line.baseline + _HEAD * line.size
            and mark.x < line.left < mark.x + _APART_AT_MOST * line.size
        ]
        index = min(level, key=lambda one: found[one].left, default=None)
        if index is not None and (opening_of(found[index].text.strip()) or (None,))[0] is not BlockKind.ITEM:
            found[index] = _opened(measured(found[index]), mark)
    return found


def _opened(line: PageLine, mark: Mark) -> PageLine:
    text = line.text.lstrip()
    added = len(_BULLET) - (len(line.text) - len(text))
    left = mark.x - mark.width / 2
    words = (
        Word(0, 1, left, mark.x + mark.width / 2),
        *(word._replace(start=word.start + added, end=word.end + added) for word in line.words),
    )
    skips = tuple((start + added, end + added) for start, end in line.skips)
    whole = line._replace(text=_BULLET + text, left=left, first=words[0].right, words=words, at=-1, skips=skips)
    return whole if line.words else whole._replace(words=())
