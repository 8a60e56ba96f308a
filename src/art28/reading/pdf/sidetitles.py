"""The lines of a page on which titles stand in a column left of what they are of -> the same, each title above its text.

A designer sets them so, or a table that nothing rules; a file may write all titles first. Titles count on, or what stands
beside them counts within them: a list of terms and a form do neither, and stay side by side.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from art28.reading.pdf.page import PageLine

_NUMBERED = re.compile(
    r"\s*(?:(?:artikel|art\.|article|clause|section|§)\s*)?\d{1,2}[a-z]?(?:[.:)]|\s*[-–—])?(?:\s+\D|\s*$)"
    r"|\s*(?:bijlage|annex(?:e|ure)?|appendix|schedule|exhibit|anlage|anhang)\s+(?:\d{1,2}|[A-Z])\b",
    re.IGNORECASE,
)
# What has none counts the rows of a table, or the clauses beside it.
_LETTER = re.compile(r"[^\W\d_]{2}")
_COUNTED = re.compile(r"\s*\d{1,2}\.\d{1,2}[.)]?\s")
_LEFT, _TEXT, _ACROSS = "left", "text", "across"
_LONG = 40
_SAME_LEFT = 2.0
# In type sizes: how far a title and its text stand apart at least, how far the lines of a title do at most, what is level.
_APART = 0.6
_LEADING = 1.7
_LEVEL = 0.5
_HUNG = 2.5
_LEAST_LINES = 8
_LONGEST_TITLE = 90
_GROUPS = 2
# Of prose there are so many lines for each line of a title, half of them so long; hardly any line runs over both.
_LINES_FOR_ONE = 1.5
_PROSE = 28
_CROSSING = 0.1

Measured = Callable[[PageLine], PageLine]


class _Sides(NamedTuple):
    """The lines in the file's order, and whether each stands left of the text, in it, or runs over both."""

    lines: list[PageLine]
    places: list[str]

    def of(self, place: str) -> list[PageLine]:
        return [line for line, own in zip(self.lines, self.places, strict=True) if own == place]


def titles_above(lines: Sequence[PageLine], measured: Measured, *, seen: bool) -> list[PageLine] | None:
    """The lines in reading order, each title above what it stood beside; None where no titles stand so.

    Where another page of the document was `seen` to be set so, one title is enough.
    """
    sides = _sides(lines, measured)
    text = sides.of(_TEXT)
    named = (group for group in _groups(sides.of(_LEFT)) if any(_LETTER.search(line.text) for line in group))
    groups = {id(beside): group for group in named if (beside := _beside(group, text)) is not None}
    if len(groups) < (1 if seen else _GROUPS) or not _sets_beside(sides, groups):
        return None
    titles = {id(line) for group in groups.values() for line in group}
    ordered: list[PageLine] = []
    for line in sides.lines:
        if id(line) not in titles:
            ordered += _above(groups.get(id(line), ()), line)
            ordered.append(line)
    return ordered


def _sets_beside(sides: _Sides, groups: Mapping[int, Sequence[PageLine]]) -> bool:
    """Whether titles stand beside prose: all of them count, or their text does, and no other lines run over both sides."""
    by_id = {id(line): line for line in sides.lines}
    if not all(_is_title(group, by_id[beside]) for beside, group in groups.items()):
        return False
    titles = [line for group in groups.values() for line in group]
    top, foot = max(line.baseline for line in titles), min(line.baseline for line in titles)
    text = [line for line in sides.of(_TEXT) if line.baseline <= top + _LEVEL * line.size]
    across = sum(foot <= line.baseline <= top for line in sides.of(_ACROSS))
    prose = sum(len(line.text) >= _PROSE for line in text)
    return across <= _CROSSING * len(text) and len(text) >= _LINES_FOR_ONE * len(titles) and 2 * prose >= len(text)


def _sides(lines: Sequence[PageLine], measured: Measured) -> _Sides:
    """The sides of the place where most long lines begin that have something left of them."""
    starts = Counter(round(line.left) for line in lines if len(line.text) >= _LONG)
    usual = [left for left, count in starts.items() if count >= max(2, sum(starts.values()) // 8)]
    for left in sorted(usual) if len(lines) >= _LEAST_LINES else ():
        found = _Sides([], [])
        for line in lines:
            _put(line, left - _SAME_LEFT, found, measured)
        if _LEFT in found.places:
            return found
    return _Sides([], [])


def _put(line: PageLine, left: float, sides: _Sides, measured: Measured) -> None:
    parts = [line]
    if line.upright and line.left < left <= line.right:
        whole = measured(line)
        at = _cut(whole, left)
        if at:
            parts = [whole.part(0, at - 1), whole.part(at, len(whole.words) - 1)]
    for part in parts:
        sides.lines.append(part)
        sides.places.append(_TEXT if part.left >= left else _LEFT if part.right < left and part.upright else _ACROSS)


def _cut(line: PageLine, left: float) -> int:
    """The word with which a line goes on at `left` or a little behind it, apart from the word before; 0 without one."""
    for (one, other), index in zip(pairwise(line.words), range(1, len(line.words)), strict=True):
        if other.left >= left:
            apart = other.left - one.right >= _APART * line.size
            return index if apart and other.left <= left + _HUNG * line.size else 0
    return 0


def _groups(titles: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    group: list[PageLine] = []
    for line in sorted(titles, key=lambda line: -line.baseline):
        if group and group[-1].baseline - line.baseline > _LEADING * line.size:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _beside(group: Sequence[PageLine], text: Sequence[PageLine]) -> PageLine | None:
    """The line that begins level with a title."""
    level = [line for line in text if abs(line.baseline - group[0].baseline) <= _LEVEL * line.size]
    return min(level, key=lambda line: line.left, default=None)


def _is_title(group: Sequence[PageLine], beside: PageLine) -> bool:
    words = " ".join(line.text.strip() for line in group)
    if len(words) > _LONGEST_TITLE or words.endswith((";", ",")):
        return False
    return _NUMBERED.match(words) is not None or _COUNTED.match(f"{beside.text} ") is not None


def _above(group: Sequence[PageLine], line: PageLine) -> Iterator[PageLine]:
    """The lines of a title, moved to where they would stand above `line`."""
    for number, each in enumerate(group):
        baseline = line.baseline + 0.01 * line.size * (len(group) - number)
        right = line.left + each.right - each.left
        yield each._replace(left=line.left, right=right, baseline=baseline, bold=True, words=(), at=-1)
