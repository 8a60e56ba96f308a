"""A layer: text that was mended or normalised, each character of which knows where it came from.

The unaltered extraction keeps broken words, page headers and line ends. Rules read a layer above it, in which these are
gone, and cite the text below.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from art28.document.model import Span

_AT_LEAST = 1 << 16


@dataclass(frozen=True, slots=True)
class Layer:
    """Text over a parent text: character i stands for the parent's range `starts[i]:ends[i]`.

    `jumps` are the characters, in order, before which something of the parent may have been left out.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"
    jumps: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a layer maps each of its characters once")

    def below(self, start: int, end: int) -> Span:
        """The parent's range that `start:end` of this layer stands for; an empty range has none."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no range {start}:{end} in a layer of {len(self.text)} characters")
        first, last = self.starts[start], self.ends[end - 1]
        if last < first:
            return Span(min(self.starts[start:end]), max(self.ends[start:end]))
        return Span(first, last)

    def pieces(self, start: int, end: int, *, gap: int) -> tuple[Span, ...]:
        """The parent's ranges of `start:end`, split where more than `gap` characters of the parent were left out, or
        where it goes back: the cells of a row that takes several lines stand among each other."""
        found: list[Span] = []
        first = start
        for at in range(bisect_right(self.jumps, start), bisect_left(self.jumps, end)):
            index = self.jumps[at]
            if not 0 <= self.starts[index] - self.ends[index - 1] <= gap:
                found.append(self.below(first, index))
                first = index
        found.append(self.below(first, end))
        return tuple(found)

    def above(self, offset: int) -> int:
        """The first character of this layer that stands for the parent's `offset` or what follows it."""
        return bisect_right(self.ends, offset)


def counted(start: int, end: int) -> "array[int]":
    """The numbers from `start` up to `end`, copied from a row that was counted once for all layers."""
    return _row(max(end, _AT_LEAST).bit_length())[start:end]


@cache
def _row(bits: int) -> "array[int]":
    return array("I", range(1 << bits))


def unchanged(text: str) -> Layer:
    """The layer that is its parent, character by character."""
    return Layer(text, counted(0, len(text)), counted(1, len(text) + 1))


class LayerWriter:
    """Collects a layer from left to right."""

    __slots__ = ("_ends", "_jumps", "_pieces", "_starts", "_until")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")
        self._jumps: list[int] = []
        self._until = 0

    def copy(self, text: str, start: int) -> None:
        """Append `text`, which stands character by character at `start` of the parent."""
        self._from(start)
        self._until = start + len(text)
        self._pieces.append(text)
        self._starts.extend(counted(start, start + len(text)))
        self._ends.extend(counted(start + 1, start + len(text) + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`, every character of which stands for the whole of `start:end` of the parent."""
        self._from(start)
        self._until = end
        self._pieces.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def finish(self) -> Layer:
        """The layer collected so far."""
        return Layer("".join(self._pieces), self._starts, self._ends, tuple(self._jumps))

    def _from(self, start: int) -> None:
        if start != self._until:
            self._jumps.append(len(self._starts))


def replaced(layer: Layer, cuts: Iterable[tuple[int, int, str]]) -> Layer:
    """A layer over the same parent in which each range `start:end` of `layer` reads as the given text.

    `cuts` come in order and don't overlap.
    """
    pieces: list[str] = []
    starts: array[int] = array("I")
    ends: array[int] = array("I")
    jumps: list[int] = []
    at = 0
    for start, end, text in cuts:
        jumps += _shifted(layer.jumps, at, start, len(starts) - at)
        jumps += (len(starts) + start - at, len(starts) + start - at + len(text))
        pieces.append(layer.text[at:start])
        starts.extend(layer.starts[at:start])
        ends.extend(layer.ends[at:start])
        below = layer.below(start, end)
        pieces.append(text)
        starts.extend([below.start] * len(text))
        ends.extend([below.end] * len(text))
        at = end
    jumps += _shifted(layer.jumps, at, len(layer.text), len(starts) - at)
    pieces.append(layer.text[at:])
    starts.extend(layer.starts[at:])
    ends.extend(layer.ends[at:])
    return Layer("".join(pieces), starts, ends, tuple(dict.fromkeys(jump for jump in jumps if jump < len(starts))))


def _shifted(jumps: Sequence[int], start: int, end: int, by: int) -> list[int]:
    """Those of `jumps` that lie in `start:end`, so many characters later."""
    return [jump + by for jump in jumps[bisect_left(jumps, start) : bisect_left(jumps, end)]]
