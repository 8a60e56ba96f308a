"""Lines of text -> what their lengths and the empty lines between say: how wide it is set, typed or set, double-spaced."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from art28.reading.lines.text import TextLine

# How far from a margin the lines that it ended may end, which share of all these are at the least, and what goes beyond it.
_NEAR_A_MARGIN, _ENDED_BY_A_MARGIN, _BEYOND_A_MARGIN = 0.85, 0.25, 1.15


def usual_width(lines: Iterable[TextLine]) -> int:
    """How many characters all but the longest lines hold at the most; 0 where there are none."""
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def is_typed(lines: Sequence[TextLine], width: int) -> bool:
    """Whether no margin ended the lines, as where somebody typed a paragraph a line: they are of all lengths."""
    lengths = sorted(line.end - line.start for line in lines)
    if not lengths or any(line.full is not None for line in lines):
        return False
    near = sum(_NEAR_A_MARGIN * width <= length <= width / _NEAR_A_MARGIN for length in lengths)
    beyond = lengths[int(len(lengths) * 0.95)] > width * _BEYOND_A_MARGIN
    return beyond and near < len(lengths) * _ENDED_BY_A_MARGIN


def double_spaced(lines: Sequence[TextLine]) -> bool:
    """Whether an empty line follows nearly each line, so that it says nothing about paragraphs."""
    following = [after.after_blank for before, after in pairwise(lines) if before.end - before.start > 50]
    return len(following) > 10 and sum(blank > 0 for blank in following) > 0.6 * len(following)
