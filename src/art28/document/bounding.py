"""A layer and its lines -> the same within bounds: what rules look at is never endless, whatever a file holds.

A pattern may take time with the square of what it is tried on. So a sign repeated without end is kept as a row of a few,
a word without end is divided, and a line without end goes on in a next one of the same block. No agreement comes near
these bounds: the longest word met in one has under a hundred characters, the longest line under three thousand.
"""

import re
from collections.abc import Iterator, Sequence

from art28.document.layer import Layer, replaced

LONGEST_LINE = 4_000
# A row of a table is one line, and is cut only where it can be no row.
LONGEST_ROW = 16_000
_LONGEST_WORD = 200
_LONGEST_ROW_OF_SIGNS = 40
_SIGNS = re.compile(r"(?:[^\w\s]|_)++")


def within_bounds(layer: Layer) -> Layer:
    """`layer` without endless words and rows of signs; the last of such signs stands for all that follow it."""
    if max(map(len, layer.text.split()), default=0) <= _LONGEST_ROW_OF_SIGNS:
        return layer
    signs = [
        (match.start() + _LONGEST_ROW_OF_SIGNS - 1, match.end(), match[0][_LONGEST_ROW_OF_SIGNS - 1])
        for match in _SIGNS.finditer(layer.text)
        if len(match[0]) > _LONGEST_ROW_OF_SIGNS
    ]
    layer = replaced(layer, signs) if signs else layer
    divisions = list(_divisions(layer.text))
    return replaced(layer, divisions) if divisions else layer


def _divisions(text: str) -> Iterator[tuple[int, int, str]]:
    """The characters after which an endless word is divided, each with a space behind it."""
    at = 0
    for word in text.split():
        at = text.index(word, at)
        for end in range(at + _LONGEST_WORD, at + len(word), _LONGEST_WORD):
            yield end - 1, end, f"{text[end - 1]} "
        at += len(word)


def cuts_within(text: str, start: int, end: int, *, longest: int) -> Sequence[int]:
    """The white space in `start:end` at which to cut it, so that no piece is much longer than `longest`."""
    found: list[int] = []
    while end - start > longest:
        at = max(text.rfind(" ", start, start + longest), text.rfind("\t", start, start + longest))
        if at <= start:
            break
        found.append(at)
        start = at + 1
    return found
