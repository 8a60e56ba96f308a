"""The lines of a page whose letters PDFium sets apart -> the same with whole words.

Where text reaches over the whole height of a page (a watermark across it, a line along its side), PDFium doesn't know which
way the page runs, and ends a line behind each piece of text that the file writes by itself: often a letter or two, for their
distance. And between letters that a designer spaced it puts blanks that the file doesn't have.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from art28.reading.pdf.page import PageLine, Word

# In type sizes: how far letters of one word stand apart at most, and words of one line; and how much a baseline may differ.
_TOUCH = 0.2
_WORDS_APART = 0.8
_LEVEL = 0.05
_SAME_SIZE = 0.1
# So often are words broken where a page's lines are; seldom, something else is.
_BROKEN_FROM = 3
# Single letters in a row, some two by two; blanks are more than a third of a line that has them.
_SPACED = re.compile(r"(?<!\S)\S{1,2}(?: \S{1,2}){3,}(?!\S)")
_SHARE_OF_BLANKS = 0.36
_MOSTLY_SINGLE = 1.3
_LETTERS = 4
_BETWEEN_WORDS = 0.2
_UNIFORM = 0.3

Measured = Callable[[PageLine], PageLine]
Made = Callable[[int], bool]


def with_whole_words(lines: Sequence[PageLine], measured: Measured, made: Made) -> list[PageLine]:
    """The lines of a page, those that PDFium broke on their way joined, titles with spaced letters read as words.

    `measured` finds the places of a line's words; `made` tells of a character whether PDFium put it there.
    """
    return [_unspaced(line, measured, made) if _is_spaced(line) else line for line in _joined(lines, measured)]


def _joined(lines: Sequence[PageLine], measured: Measured) -> Iterator[PageLine]:
    broken = sum(_is_level(one, other) and _touches(one, other) for one, other in pairwise(lines))
    if broken < _BROKEN_FROM:
        yield from lines
        return
    group: list[PageLine] = []
    for line in lines:
        if group and not _goes_on(group[-1], line):
            yield _whole(group, measured)
            group = []
        group.append(line)
    if group:
        yield _whole(group, measured)


def _is_level(one: PageLine, other: PageLine) -> bool:
    return abs(one.baseline - other.baseline) <= _LEVEL * one.size


def _touches(one: PageLine, other: PageLine) -> bool:
    """Whether `other` stands right behind `one`, as the next letter of a word does."""
    return abs(other.left - one.right) <= _TOUCH * one.size


def _goes_on(one: PageLine, other: PageLine) -> bool:
    """Whether `other` goes on with the line that `one` begins."""
    size = one.size
    return (
        one.upright
        and other.upright
        and _is_level(one, other)
        and abs(size - other.size) <= _SAME_SIZE * size
        and -_TOUCH * size <= other.left - one.right <= _WORDS_APART * size
    )


def _whole(group: Sequence[PageLine], measured: Measured) -> PageLine:
    first = group[0]
    if len(group) == 1:
        return first
    text, words = "", list[Word]()
    for before, line in zip((None, *group[:-1]), group, strict=True):
        piece = line.text.strip()
        own = list(_within(measured(line), piece))
        if before is not None and own and words and _touches(before, line):
            last = words.pop()
            own[0] = Word(last.start - len(text), own[0].end, last.left, own[0].right)
        elif text:
            text += " "
        words += [word._replace(start=word.start + len(text), end=word.end + len(text)) for word in own]
        text += piece
    bold = all(line.bold for line in group)
    right = max(line.right for line in group)
    return first._replace(text=text, right=right, first=words[0].right, bold=bold, words=tuple(words), at=-1)


def _within(line: PageLine, stripped: str) -> Iterator[Word]:
    """The words of `line`, by where they stand in its text without blanks at its ends."""
    by = line.text.index(stripped)
    return (word._replace(start=word.start - by, end=word.end - by) for word in line.words)


def _is_spaced(line: PageLine) -> bool:
    return line.text.count(" ") > _SHARE_OF_BLANKS * len(line.text) and _SPACED.search(line.text) is not None


def _unspaced(line: PageLine, measured: Measured, made: Made) -> PageLine:
    """`line` with its spaced letters as words; they are a title's. As it is where the blanks are the file's own."""
    whole, text, words = measured(line), "", list[Word]()
    for match in _SPACED.finditer(line.text):
        inside = [word for word in whole.words if match.start() <= word.start < match.end()]
        blanks = [match.start() + at.start() for at in re.finditer(" ", match[0])]
        if not _is_title(inside, line.size) or not (line.at < 0 or all(made(line.at + at) for at in blanks)):
            return line
    room = _gap(whole.words) + _BETWEEN_WORDS * line.size
    before: Word | None = None
    for word in whole.words:
        apart = before is None or word.left - before.right > room
        if apart:
            text += " " if text else ""
            words.append(Word(len(text), 0, word.left, word.right))
        text += line.text[word.start : word.end]
        words[-1] = words[-1]._replace(end=len(text), right=word.right)
        before = word
    return line._replace(text=text, first=words[0].right, words=tuple(words), at=-1, bold=True)


def _is_title(letters: Sequence[Word], size: float) -> bool:
    """Whether these are letters that stand equally far apart, but for the ends of words."""
    count = sum(word.end - word.start for word in letters)
    usual = _gap(letters)
    within = [gap for gap in _gaps(letters) if gap <= usual + _BETWEEN_WORDS * size]
    return (
        len(letters) >= _LETTERS
        and count <= _MOSTLY_SINGLE * len(letters)
        and max(within) - min(within) <= _UNIFORM * size
    )


def _gap(words: Sequence[Word]) -> float:
    """How far letters stand apart as a rule."""
    return median_low(_gaps(words))


def _gaps(words: Sequence[Word]) -> list[float]:
    return [other.left - one.right for one, other in pairwise(words)]
