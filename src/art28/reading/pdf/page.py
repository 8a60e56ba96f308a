"""A page of a PDF -> its lines of text with the place where each stands, in the order in which the file writes them.

A place costs a call for each character that is asked about. A line is asked about at its ends; its words are measured only
where the line may stand in columns, or is level with a table.
"""

import ctypes
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.reading.pdf.calls import char_box, matrix_of, rectangle, reference, size_at
from art28.reading.pdf.frame import Box, Frame
from art28.reading.pdf.glyphs import characters_of
from art28.reading.pdf.slanting import slants

# PDFium swallows the line end after a hyphen and puts one of two marks in its place; it may swallow that before a bullet.
_LINE = re.compile(r"[^\r\n\u0002\ufffe]+?(?:[\u0002\ufffe]|(?=[\r\n]|\Z|\s[\uf0b7\uf0a7\uf0d8•]\s))|[\u0002\ufffe]")
_WORD = re.compile(r"\S+")
_BOLD = 600
_BOLDEST = 1000
_BOLD_NAMES = (b"bold", b"heavy", b"black")
# PDFium tells how heavy a font is by its stems, which in italics tell nothing.
_OTHER_NAMES = (b"italic", b"oblique", b"regular", b"light")
_LONGEST_FONT_NAME = 256
_QUARTER = math.pi / 2
_UPRIGHT = 0.1
# Words may stand apart where two pieces of a line do by this many times the type size, or where the line is so much wider
# than its characters take in the page's usual line.
_APART = 1.2
_BOLD_IS_WIDER = 1.12
_USUAL_FROM = 30


class Word(NamedTuple):
    """A word: `start:end` of its line's text, and its left and right edge in points. A page has hundreds: made cheaply."""

    start: int
    end: int
    left: float
    right: float


class PageLine(NamedTuple):
    """A line: its text, its edges, its baseline from the page's foot and its type size, in points.

    `first` is the right edge of its first word. `words` are its words as written; empty where none of them was found to
    stand apart from the next. A part of a line names the `line` that it was cut from. `at` is where the text starts among the
    page's characters, -1 where it isn't among them. `skips` are ranges of the text that aren't read: dots written over.
    """

    text: str
    left: float
    right: float
    first: float
    baseline: float
    size: float
    bold: bool
    upright: bool
    words: tuple[Word, ...] = ()
    line: "PageLine | None" = None
    at: int = -1
    skips: tuple[tuple[int, int], ...] = ()

    def part(self, first: int, last: int) -> "PageLine":
        """The words `first` up to and including `last`, as a line of their own."""
        start = self.words[first].start
        words = tuple(
            Word(word.start - start, word.end - start, word.left, word.right) for word in self.words[first : last + 1]
        )
        return PageLine(
            self.text[start : self.words[last].end],
            min(word.left for word in words),
            max(word.right for word in words),
            words[0].right,
            self.baseline,
            self.size,
            self.bold,
            self.upright,
            words,
            self.line or self,
            skips=tuple((a - start, b - start) for a, b in self.skips if start <= a and b <= self.words[last].end),
        )


class _Found(NamedTuple):
    """A line before its places are known: its text, where that starts, its first character and its end, size, direction."""

    text: str
    start: int
    first: int
    end: int
    size: float
    angle: float
    baseline: float | None


class PageReader:
    """A page's text, and what is asked of PDFium about its characters; `bold` remembers the fonts of the document.

    A page `slants` where a line begins or ends with text that runs neither with the page nor along its side.
    """

    def __init__(self, textpage: pdfium.PdfTextPage, edges: Box, bold: dict[bytes, bool]) -> None:
        self._raw = textpage.raw
        self._bold = bold
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._edge = tuple(map(reference, self._box))
        self._matrix = pdfium_c.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
        self._flags = ctypes.c_int()
        self.slants = False
        found = list(self._found(characters_of(textpage)))
        self.frame = Frame(*edges, _turns(found))
        self._plain = self.frame.plain
        self.lines = self._apart([self._line(line) for line in found])

    def measured(self, line: PageLine) -> PageLine:
        """`line` with the places of its words."""
        return line if line.words or line.at < 0 else line._replace(words=tuple(self._words(line.text, line.at)))

    def made(self, index: int) -> bool:
        """Whether PDFium put the character there, which the file doesn't have."""
        return bool(pdfium_c.FPDFText_IsGenerated(self._raw, index) == 1)

    def _found(self, text: str) -> Iterator[_Found]:
        matrix = self._matrix
        raw, into = self._raw, reference(matrix)
        for match in _LINE.finditer(text):
            line = match[0]
            stripped = line.strip()
            if not stripped:
                continue
            first = match.start() + line.index(stripped[0])
            # The type size is the font's, as scaled by the matrix that the text is set with.
            size = size_at(raw, first)
            angle, baseline = 0.0, None
            if matrix_of(raw, first, into):
                slant, high = matrix.c, matrix.d
                size *= math.hypot(slant, high) if slant else abs(high)
                if matrix.b or matrix.a <= 0:
                    angle = math.atan2(matrix.b, matrix.a)
                else:
                    baseline = matrix.f
            if matrix_of(raw, first + len(stripped) - 1, into):
                self.slants = self.slants or slants(angle) or slants(math.atan2(matrix.b, matrix.a))
            if line[-1] in "\u0002\ufffe":
                line = f"{line[:-1]}-"
            yield _Found(line, match.start(), first, first + len(stripped), size, angle, baseline)

    def _line(self, found: _Found) -> PageLine:
        left, _, right, _ = self._edges(found.first)
        word = _WORD.match(found.text, found.first - found.start)
        last = found.start + word.end() - 1 if word is not None else found.first
        first = right if last == found.first else self._edges(last)[2]
        end = first if last == found.end - 1 else self._edges(found.end - 1)[2]
        baseline = found.baseline if self._plain else None
        turned = (found.angle - self.frame.turns * _QUARTER) % (4 * _QUARTER)
        return PageLine(
            found.text,
            left,
            max(end, first, left),
            max(first, left),
            self._baseline(found.first) if baseline is None else baseline,
            found.size,
            self._is_bold(found.first) and self._is_bold(found.end - 1),
            turned < _UPRIGHT or turned > 4 * _QUARTER - _UPRIGHT,
            at=found.start,
        )

    def _baseline(self, index: int) -> float:
        x, y = self._origin
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return self.frame.point(x.value, y.value)[1]

    def _edges(self, index: int) -> Box:
        left, right, bottom, top = self._box
        char_box(self._raw, index, *self._edge)
        if self._plain:
            return left.value, bottom.value, right.value, top.value
        return self.frame.box(left.value, bottom.value, right.value, top.value)

    def _words(self, text: str, offset: int) -> Iterator[Word]:
        edges = self._edges
        for match in _WORD.finditer(text):
            start, end = match.span()
            left, _, right, _ = edges(offset + start)
            if end - start > 1:
                right = edges(offset + end - 1)[2]
            yield Word(start, end, left, right if right > left else left)

    def _apart(self, lines: Sequence[PageLine]) -> list[PageLine]:
        """The lines, measured where words may stand apart in them."""
        if not lines:
            return []
        usual = _usual_width(lines)
        spaces = sum(line.text.count(" ") for line in lines)
        # Where the file sets each letter by itself, its pieces say nothing and cost more than the words.
        pieces = pdfium_c.FPDFText_CountRects(self._raw, 0, -1)
        gaps = self._gaps(pieces, median_low([line.size for line in lines])) if pieces <= spaces + len(lines) else None
        return [
            self.measured(line) if " " in line.text and (_is_wide(line, usual) or _spans(line, gaps)) else line
            for line in lines
        ]

    def _gaps(self, count: int, size: float) -> list[Box]:
        """Where two pieces of a line, as the file writes them, stand apart."""
        left, right, bottom, top = self._box
        at_left, at_right, at_bottom, at_top = self._edge
        found: list[Box] = []
        before: Box = (0.0, 0.0, 0.0, 0.0)
        for index in range(count):
            rectangle(self._raw, index, at_left, at_top, at_right, at_bottom)
            edges = (left.value, bottom.value, right.value, top.value)
            piece = edges if self._plain else self.frame.box(*edges)
            if piece[0] - before[2] > _APART * size and piece[1] < before[3] and before[1] < piece[3]:
                found.append((before[2], min(piece[1], before[1]), piece[0], max(piece[3], before[3])))
            before = piece
        return found

    def _is_bold(self, index: int) -> bool:
        length = pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, _LONGEST_FONT_NAME, self._flags)
        name = self._name.value if 1 < length <= _LONGEST_FONT_NAME else b""
        known = self._bold.get(name) if name else None
        if known is None:
            style, weight = name.lower(), pdfium_c.FPDFText_GetFontWeight(self._raw, index)
            known = any(sign in style for sign in _BOLD_NAMES) or (
                _BOLD <= weight <= _BOLDEST and not any(sign in style for sign in _OTHER_NAMES)
            )
            if name:
                self._bold[name] = known
        return known


def _usual_width(lines: Sequence[PageLine]) -> float:
    """How wide a character is in most lines, in their type size."""
    widths = [_width(line) / len(line.text) for line in lines if len(line.text) >= _USUAL_FROM]
    return median_low(widths) if widths else 0.0


def _is_wide(line: PageLine, usual: float) -> bool:
    """Whether a line is so much wider than its characters take as a rule that words may stand apart in it."""
    text, left, right, _, _, size, bold, *_ = line
    excess = right - left - len(text) * usual * size * (_BOLD_IS_WIDER if bold else 1.0)
    return excess > _APART * size and not text.isupper()


def _spans(line: PageLine, gaps: Sequence[Box] | None) -> bool:
    """Whether a line runs over one of the gaps; it may where they aren't known."""
    if not gaps:
        return gaps is None
    y = line.baseline + 0.2 * line.size
    return any(
        line.left < left and right < line.right and bottom - 2 <= y <= top + 2 for left, bottom, right, top in gaps
    )


def _width(line: PageLine) -> float:
    """How wide a line is, in its type size."""
    return (line.right - line.left) / (line.size or 1.0)


def _turns(lines: Iterable[_Found]) -> int:
    """In which direction most of the text runs, in quarters of a turn."""
    counted = [0, 0, 0, 0]
    for line in lines:
        counted[round(line.angle / _QUARTER) % 4] += line.end - line.first
    return counted.index(max(counted))
