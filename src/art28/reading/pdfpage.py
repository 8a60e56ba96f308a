"""A page of a PDF -> its lines of text with the place where each stands, in the order in which the file writes them."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

# PDFium swallows the line end after a hyphen and puts one of two marks in its place; it may swallow that before a bullet.
_LINE = re.compile(r"[^\r\n\u0002\ufffe]+?(?:[\u0002\ufffe]|(?=[\r\n]|\Z|\s[\uf0b7\uf0a7\uf0d8•]\s))|[\u0002\ufffe]")
_NOT_PRINTED = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f]")
# A font without a table of characters gives the numbers of its glyphs; in most, those run 29 behind ASCII, and the space
# comes out as 3.
_GLYPHS_BEHIND = 29
_GLYPH_SPACE = "\x03"
_MEANT_AS_SPACES = 0.05
_PLAUSIBLE = 0.85
_WORD = re.compile(r"\S+")
_BOLD = 600
_BOLDEST = 1000
_UPRIGHT = 0.1
_FULL_TURN = 6.2831853
# A drawing of more parts than this is a picture, not the lines of a table.
_DRAWN_AT_MOST = 4000
_SEGMENTS_AT_MOST = 400
_THIN = 3.0
HORIZONTAL = True
VERTICAL = False


class Word(NamedTuple):
    """A word: `start:end` of its line's text, and its left and right edge in points. A page has hundreds: made cheaply."""

    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line: its text, its words as written, its edges, its baseline from the page's foot and its type size, in points.

    A part of a line names the `line` that it was cut from.
    """

    text: str
    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    upright: bool
    line: "PageLine | None" = None

    def part(self, first: int, last: int) -> "PageLine":
        """The words `first` up to and including `last`, as a line of their own."""
        start = self.words[first].start
        words = tuple(
            Word(word.start - start, word.end - start, word.left, word.right) for word in self.words[first : last + 1]
        )
        return PageLine(
            self.text[start : self.words[last].end],
            words,
            *_edges(words),
            self.baseline,
            self.size,
            self.bold,
            self.upright,
            self.line or self,
        )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line that is horizontal (`low` to `high` from left to right, at height `at`) or vertical (at `at`)."""

    horizontal: bool
    at: float
    low: float
    high: float


def lines_of(textpage: pdfium.PdfTextPage) -> Iterator[PageLine]:
    """The lines of a page, in the file's order."""
    text = _characters(textpage)
    raw = textpage.raw
    for match in _LINE.finditer(text):
        words = tuple(_words(raw, match[0], match.start()))
        if not words:
            continue
        first = match.start() + words[0].start
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium_c.FPDFText_GetCharOrigin(raw, first, x, y)
        angle = pdfium_c.FPDFText_GetCharAngle(raw, first) % _FULL_TURN
        yield PageLine(
            f"{match[0][:-1]}-" if match[0][-1] in "\u0002\ufffe" else match[0],
            words,
            *_edges(words),
            y.value,
            _size(raw, first),
            _is_bold(raw, first) and _is_bold(raw, match.start() + words[-1].end - 1),
            angle < _UPRIGHT or angle > _FULL_TURN - _UPRIGHT,
        )


def _edges(words: Sequence[Word]) -> tuple[float, float]:
    return min(word.left for word in words), max(word.right for word in words)


def _characters(textpage: pdfium.PdfTextPage) -> str:
    """The page's text, one code point a character of the page, so that both count alike."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    text: str = textpage.get_text_range()
    if len(text) != count:
        codes = (pdfium_c.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
        text = "".join(" " if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)
    return _NOT_PRINTED.sub(" ", _from_glyphs(text))


def _from_glyphs(text: str) -> str:
    """`text`, read back from the numbers of glyphs where that is what the file holds."""
    if text.count(_GLYPH_SPACE) < _MEANT_AS_SPACES * len(text):
        return text
    lines = re.split(r"(?<=\n)", text)
    return "".join(_shifted(line) if _GLYPH_SPACE in line or " " not in line.strip() else line for line in lines)


def _shifted(line: str) -> str:
    shifted = "".join(
        chr(ord(character) + _GLYPHS_BEHIND) if character not in "\r\n " and ord(character) < 0x60 else character
        for character in line
    )
    likely = sum(character.isalnum() or character in " .,;:()'-\r\n\ufffe" for character in shifted)
    return shifted if likely > _PLAUSIBLE * len(shifted) else line


def _words(raw: object, text: str, offset: int) -> Iterator[Word]:
    box = pdfium_c.FPDFText_GetCharBox
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for match in _WORD.finditer(text):
        start, end = match.span()
        box(raw, offset + start, left, right, bottom, top)
        edge = left.value
        if end - start > 1:
            box(raw, offset + end - 1, left, right, bottom, top)
        yield Word(start, end, edge, max(right.value, edge))


def _size(raw: object, index: int) -> float:
    """The type size in points: the font's, as scaled by the matrix that the text is set with."""
    size: float = pdfium_c.FPDFText_GetFontSize(raw, index)
    matrix = pdfium_c.FS_MATRIX()
    if pdfium_c.FPDFText_GetMatrix(raw, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return size


def _is_bold(raw: object, index: int) -> bool:
    weight: int = pdfium_c.FPDFText_GetFontWeight(raw, index)
    if _BOLD <= weight <= _BOLDEST:
        return True
    flags = ctypes.c_int()
    length = pdfium_c.FPDFText_GetFontInfo(raw, index, None, 0, flags)
    if length <= 1:
        return False
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFText_GetFontInfo(raw, index, buffer, length, flags)
    name = buffer.value.lower()
    return b"bold" in name or b"heavy" in name or b"black" in name


def strokes_of(page: pdfium.PdfPage) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """The straight lines drawn on a page, rules and the borders of tables; and the edges of its shaded areas."""
    raw = page.raw
    count = pdfium_c.FPDFPage_CountObjects(raw)
    if count > _DRAWN_AT_MOST:
        return (), ()
    drawn: list[Stroke] = []
    shaded: list[Stroke] = []
    for index in range(count):
        part = pdfium_c.FPDFPage_GetObject(raw, index)
        if pdfium_c.FPDFPageObj_GetType(part) == pdfium_c.FPDF_PAGEOBJ_PATH:
            _add_strokes(part, drawn, shaded)
    return tuple(drawn), tuple(shaded)


def _add_strokes(part: object, drawn: list[Stroke], shaded: list[Stroke]) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(part, left, bottom, right, top):
        return
    thin = _thin(left.value, bottom.value, right.value, top.value)
    if thin is not None:
        drawn.append(thin)
        return
    edges = drawn if _is_stroked(part) else shaded
    for points in _outlines(part):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        thin = _thin(min(xs), min(ys), max(xs), max(ys))
        if thin is not None:
            drawn.append(thin)
            continue
        for one, other in pairwise(points):
            edges.extend(_straight(one, other))


def _thin(left: float, bottom: float, right: float, top: float) -> Stroke | None:
    """The line that a box is when it is thin enough to be one."""
    width, height = right - left, top - bottom
    if height <= _THIN and width > _THIN:
        return Stroke(HORIZONTAL, (bottom + top) / 2, left, right)
    if width <= _THIN and height > _THIN:
        return Stroke(VERTICAL, (left + right) / 2, bottom, top)
    return None


def _is_stroked(drawn: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium_c.FPDFPath_GetDrawMode(drawn, fill, stroke)) and bool(stroke.value)


def _outlines(drawn: object) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path, on the page."""
    count = pdfium_c.FPDFPath_CountSegments(drawn)
    if not 2 <= count <= _SEGMENTS_AT_MOST:
        return []
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(drawn, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(drawn, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO or not found:
            found.append([])
        found[-1].append(point)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            found[-1].append(found[-1][0])
    return found


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Stroke]:
    if abs(one[1] - other[1]) < 1 and abs(one[0] - other[0]) > _THIN:
        yield Stroke(HORIZONTAL, (one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0]))
    elif abs(one[0] - other[0]) < 1 and abs(one[1] - other[1]) > _THIN:
        yield Stroke(VERTICAL, (one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1]))
