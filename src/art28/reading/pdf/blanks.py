"""Lines with dots to write on, and what was written over them -> the line with it in place, its dots no longer read.

A blank filled in by another program lies on the page as a piece of text of its own, over the dots or just above them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from art28.reading.pdf.page import PageLine, Word

# Four signs or more in a row, or two that are each a row of three; it begins with one of them, so the rest is passed over.
_DOTS = re.compile(r"[._…](?: ?(?:[._…] ?){3,}|(?<=…)…+)")
_LEVEL = 0.6
_OVER = 0.6
_AROUND = 4.0
_LARGE = 14.0

Measured = Callable[[PageLine], PageLine]


def written_over(lines: Sequence[PageLine], measured: Measured) -> list[PageLine]:
    """The lines, those that were written over the dots of another put into it; `measured` finds the places of words."""
    dotted = [index for index, line in enumerate(lines) if line.upright and _DOTS.search(line.text)]
    if not dotted:
        return list(lines)
    found = list(lines)
    by_height = sorted(range(len(lines)), key=lambda index: lines[index].baseline)
    heights = [lines[index].baseline for index in by_height]
    taken: set[int] = set()
    for index in dotted:
        reach = _LEVEL * max(lines[index].size, _LARGE)
        low = bisect_left(heights, lines[index].baseline - reach)
        high = bisect_right(heights, lines[index].baseline + reach)
        for other in by_height[low:high]:
            filled = None if other in taken else written_into(found[index], lines[other], measured)
            if filled is not None:
                found[index] = filled
                taken.add(other)
    return [line for index, line in enumerate(found) if index not in taken]


def written_into(line: PageLine, written: PageLine, measured: Measured) -> PageLine | None:
    """`line` with `written` in the blank that it lies over; None where it lies over none."""
    if not _may_be_over(written, line):
        return None
    whole = measured(line)
    width = written.right - written.left
    for start, end, left, right in _blanks(whole):
        covered = min(written.right, right + _AROUND) - max(written.left, left - _AROUND)
        if covered >= _OVER * width:
            return _put(whole, written, start, end)
    return None


def _may_be_over(written: PageLine, line: PageLine) -> bool:
    level = abs(written.baseline - line.baseline) <= _LEVEL * max(written.size, line.size)
    return level and _DOTS.search(written.text) is None and written.left < line.right


def _blanks(line: PageLine) -> Iterator[tuple[int, int, float, float]]:
    """The blanks of a line: their range of its text, and their edges."""
    words = line.words or (Word(0, len(line.text), line.left, line.right),)
    for match in _DOTS.finditer(line.text):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if any(skip[0] < end and start < skip[1] for skip in line.skips):
            continue
        inside = [word for word in words if word.start < end and start < word.end]
        if inside:
            yield start, end, _at(inside[0], start), _at(inside[-1], end)


def _at(word: Word, offset: int) -> float:
    """Where a character of a word begins, were all of them as wide."""
    share = (min(max(offset, word.start), word.end) - word.start) / max(word.end - word.start, 1)
    return word.left + share * (word.right - word.left)


def _put(line: PageLine, written: PageLine, start: int, end: int) -> PageLine:
    """`line` with what was written before its dots, which are skipped."""
    before, shown = line.text[:start], written.text.strip()
    if before and not before.endswith(" "):
        shown = f" {shown}"
    by = len(shown) + 1
    words = [word for word in line.words if word.end <= start]
    words.append(Word(start + len(shown) - len(shown.lstrip()), start + len(shown), written.left, written.right))
    words += [Word(max(w.start, start) + by, w.end + by, w.left, w.right) for w in line.words if w.end > start]
    skips = [(a + by, b + by) if a >= end else (a, b) for a, b in line.skips]
    return line._replace(
        text=f"{before}{shown} {line.text[start:]}",
        words=tuple(words) if line.words else (),
        skips=tuple(sorted([*skips, (start + by, end + by)])),
        at=-1,
    )
