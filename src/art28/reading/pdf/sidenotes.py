"""The lines of a page -> the same without the notes in a narrow column right of the text, and those notes apart.

Notes are set smaller than the text and begin on one line down the page, right of where every line of the text ends. A table
with a last column like that has short cells, and text has long lines.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from art28.reading.building.openings import opening_of
from art28.reading.pdf.lines import Row
from art28.reading.pdf.page import PageLine

_SMALLER = 0.9
_SAME_EDGE = 3.0
_NOTES_AT_LEAST = 2
_LINES_AT_LEAST = 8
# Of the text beside them half the lines are so long, and it is so many times as wide as the notes.
_LONG = 40
_WIDER = 1.4
# In type sizes: how far above and below the notes text counts as beside them, how far the text ends before the notes, how far
# the lines of one note stand apart at most.
_NEAR = 4.0
_APART = 0.6
_LEADING = 1.8
_NEXT_PARAGRAPH = 1.25
_ENDS = (".", ";", ":", ".”", '."')

Note = tuple[PageLine, ...]


def without_side_notes(
    lines: Sequence[PageLine], is_cell: Callable[[PageLine], bool]
) -> tuple[list[PageLine], list[Note]]:
    """The lines without the notes, and the lines of each note, from the top down; none where a page has no such column.

    `is_cell` tells whether a line stands in a table that is ruled.
    """
    own = _usual_size(lines)
    small = [line for line in lines if line.upright and line.size <= _SMALLER * own and not is_cell(line)]
    if len(small) < _NOTES_AT_LEAST:
        return list(lines), []
    starts = Counter(round(line.left / _SAME_EDGE) for line in small)
    edge = starts.most_common(1)[0][0] * _SAME_EDGE
    notes = [line for line in small if abs(line.left - edge) <= _SAME_EDGE]
    left = min(line.left for line in notes)
    top, foot = max(line.baseline for line in notes), min(line.baseline for line in notes)
    held = set(map(id, notes))
    text = [line for line in lines if id(line) not in held and line.upright and not is_cell(line)]
    if len(notes) < _NOTES_AT_LEAST or not _is_text(text, notes, left, own):
        return list(lines), []
    beside = [line for line in lines if id(line) not in held and foot - own <= line.baseline <= top + own]
    if any(line.right > left - _APART * own for line in beside):
        return list(lines), []
    return [line for line in lines if id(line) not in held], _divided(notes)


def with_side_notes(entries: Sequence[PageLine | Row], notes: Sequence[Note]) -> tuple[list[PageLine | Row], list[str]]:
    """What stands on a page with each note after the paragraph that it stands beside, or the last before that.

    A page on which no paragraph ends holds none; what they say comes apart then.
    """
    ends = list(_ends(entries))
    if not ends:
        return list(entries), [" ".join(line.text.strip() for line in note) for note in notes]
    after: dict[int, list[Note]] = {}
    for note in notes:
        top = note[0].baseline
        below = [index for index in ends if _baseline(entries[index]) <= top + note[0].size / 2]
        after.setdefault(below[0] if below else ends[-1], []).append(note)
    result: list[PageLine | Row] = []
    for index, entry in enumerate(entries):
        result.append(entry)
        result += [Row((note,), -1, note=True) for note in after.get(index, ())]
    return result, []


def _usual_size(lines: Sequence[PageLine]) -> float:
    """The type size in which most characters are set."""
    counted = Counter[float]()
    for line in lines:
        counted[round(line.size, 1)] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def _is_text(text: Sequence[PageLine], notes: Sequence[PageLine], left: float, size: float) -> bool:
    """Whether what stands left of the notes is prose, wider than they are."""
    own = [line for line in text if line.right <= left - _APART * size]
    if len(own) < max(_LINES_AT_LEAST, len(notes) // 2):
        return False
    width = max(line.right for line in own) - min(line.left for line in own)
    narrow = max(line.right for line in notes) - left
    top, foot = max(line.baseline for line in notes), min(line.baseline for line in notes)
    level = [line for line in own if foot - _NEAR * size <= line.baseline <= top + _NEAR * size]
    return 2 * sum(len(line.text) >= _LONG for line in level) >= len(level) > 0 and width >= _WIDER * narrow


def _divided(lines: Sequence[PageLine]) -> list[Note]:
    notes: list[list[PageLine]] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if notes and notes[-1][-1].baseline - line.baseline <= _LEADING * line.size:
            notes[-1].append(line)
        else:
            notes.append([line])
    return [tuple(note) for note in notes]


def _ends(entries: Sequence[PageLine | Row]) -> list[int]:
    """The entries with which a paragraph surely ends: the next one stands further below it, or opens with its number."""
    drops = sorted(
        one.baseline - other.baseline
        for one, other in pairwise(entries)
        if isinstance(one, PageLine) and isinstance(other, PageLine) and one.baseline - other.baseline > one.size / 2
    )
    usual = drops[len(drops) // 4] if drops else 0.0
    return [
        index
        for index, (one, other) in enumerate(pairwise(entries))
        if isinstance(one, PageLine)
        and one.text.rstrip().endswith(_ENDS)
        and isinstance(other, PageLine)
        and other.size > _SMALLER * one.size
        and (one.baseline - other.baseline > _NEXT_PARAGRAPH * usual or opening_of(other.text.strip()) is not None)
    ]


def _baseline(entry: PageLine | Row) -> float:
    return entry.baseline if isinstance(entry, PageLine) else entry.cells[0][0].baseline
