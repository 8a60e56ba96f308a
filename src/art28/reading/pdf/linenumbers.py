"""The lines of a page -> the same without the numbers that count them in the margin, and those numbers apart."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from art28.reading.pdf.page import PageLine

_NUMBER = re.compile(r"\d{1,4}")
_OPENS = re.compile(r"\s*\d{1,4}(?:\s|$)")
_STEPS = {1, 5, 10}
_AT_LEAST = 6
_INSIDE = 0.1
_SAME_EDGE = 3.0
_BESIDE = 0.4


def without_line_numbers(
    lines: Sequence[PageLine], measured: Callable[[PageLine], PageLine], *, counted: bool = False
) -> tuple[list[PageLine], list[PageLine]]:
    """The lines without their numbers, and the numbers; none where nothing counts the lines.

    Line numbers count on by the same step, from the top of the page down, in a column of their own left of all text.
    `measured` finds the places of a line's words; where the page before `counted` its lines, fewer numbers are enough.
    """
    enough = 2 if counted else _AT_LEAST
    opened = [index for index, line in enumerate(lines) if line.upright and _OPENS.match(line.text)]
    if len(opened) < enough:
        return list(lines), []
    looked = {index: measured(lines[index]) for index in opened}
    numbers = {index: number for index, line in looked.items() if (number := _number(line)) is not None}
    edge = _edge(list(numbers.values()))
    numbers = {index: number for index, number in numbers.items() if abs(number.right - edge) <= _SAME_EDGE}
    values = [int(number.text) for number in sorted(numbers.values(), key=lambda number: -number.baseline)]
    steps = {other - one for one, other in pairwise(values)}
    inside = sum(line.left < edge for index, line in enumerate(lines) if line.upright and index not in numbers)
    if len(values) < enough or len(steps) != 1 or not steps <= _STEPS or inside > _INSIDE * len(lines):
        return list(lines), []
    kept = [_rest(looked[index], numbers[index]) if index in numbers else line for index, line in enumerate(lines)]
    return [line for line in kept if line is not None], list(numbers.values())


def _edge(numbers: Sequence[PageLine]) -> float:
    """The right edge that most of the numbers share."""
    counted = Counter(round(number.right / _SAME_EDGE) for number in numbers)
    return counted.most_common(1)[0][0] * _SAME_EDGE if counted else 0.0


def _number(line: PageLine) -> PageLine | None:
    """The number that opens a line, set apart from it; or the line, where it is a number alone."""
    text = line.text.strip()
    if _NUMBER.fullmatch(text):
        return line._replace(text=text)
    words = line.words
    if len(words) > 1 and _NUMBER.fullmatch(line.text[words[0].start : words[0].end]):
        return line.part(0, 0) if words[1].left - words[0].right > _BESIDE * line.size else None
    return None


def _rest(line: PageLine, number: PageLine) -> PageLine | None:
    return line.part(1, len(line.words) - 1) if number.text != line.text.strip() else None
