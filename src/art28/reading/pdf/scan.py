"""A page of a PDF without usable text -> its lines as recognised in a picture of it, with their places in points."""

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.document.pattern import compiled
from art28.reading.pdf.page import PageLine, Word
from art28.reading.pdf.recognition import Picture, SeenLine, confidence, recognised

_POINTS = 72
_DOTS_PER_INCH = 300
_DOTS_AT_MOST = 30_000_000
_LEAST_DOTS_PER_INCH = 70
# Below this, the page may have been laid on the glass sideways or upside down.
_UNSURE = 65.0
_TURNS = (0, 90, 270, 180)
# Type of about the usual height has that height: a line without tall letters is measured lower than it is.
_LOWEST, _HIGHEST = 0.65, 1.18
_TYPE_HEIGHT = 1.05
# A page with fewer characters than this, and a picture over so much of it, is a scan with a stamp or a number on it.
_FEWEST_ON_A_PAGE = 25
_FEW_ON_A_PAGE = 300
_MOST_OF_THE_PAGE = 0.6
_DRAWN_AT_MOST = 100_000
# Of so many characters that are asked, spread over the page, so many may have no known meaning.
_ASKED = 24
_WITHOUT_MEANING = 0.3
_ODD = re.compile("[\ue000-\uf8ff\ufffd]")
# In running text of the four languages one word in six or so is one of these; in a wrong map of characters hardly any.
_USUAL_WORDS = compiled(
    r"\b(?:de|het|een|en|van|in|is|op|te|dat|die|voor|met|zijn|aan|niet|bij|door|of|als|er|om|ook|tot|uit|worden|wordt|"
    r"the|and|to|a|that|it|on|with|as|by|or|be|shall|this|are|any|not|from|der|und|das|den|von|zu|mit|des|im|nicht|ein|"
    r"eine|auf|für|ist|dem|sich|le|la|les|et|du|une|un|dans|pour|que|qui|est|par|sur|au|aux|ou)\b",
    re.IGNORECASE,
)
_WORDS_AT_LEAST = 12
_USUAL_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a page as recognised, how sure that is (0 to 100), and how high the page is as it is read."""

    lines: tuple[PageLine, ...]
    confidence: float
    height: float


def is_scan(page: pdfium.PdfPage, characters: int) -> bool:
    """Whether a page is a picture: it has next to no text, and something else, or a picture over most of it."""
    if characters >= _FEW_ON_A_PAGE:
        return False
    area = page.get_width() * page.get_height()
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        drawn = pdfium_c.FPDFPage_GetObject(page.raw, index)
        kind = pdfium_c.FPDFPageObj_GetType(drawn)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        if characters < _FEWEST_ON_A_PAGE:
            return True
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and _area(drawn) > _MOST_OF_THE_PAGE * area:
            return True
    return False


def may_be_rendered(page: pdfium.PdfPage) -> bool:
    """Whether drawing a page takes a second or two at most: one of a hundred thousand strokes is no page of text."""
    return bool(pdfium_c.FPDFPage_CountObjects(page.raw) <= _DRAWN_AT_MOST)


def has_no_meaning(textpage: pdfium.PdfTextPage, lines: Sequence[PageLine]) -> bool:
    """Whether a page's characters can't be told from the file: their fonts have no table, and no words come out."""
    count = textpage.count_chars()
    asked = range(0, count, max(count // _ASKED, 1))
    unknown = sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1 for index in asked)
    odd = sum(len(_ODD.findall(line.text)) for line in lines)
    if unknown <= _WITHOUT_MEANING * len(asked) and odd <= _WITHOUT_MEANING * count:
        return False
    words = sum(len(line.text.split()) for line in lines)
    usual = sum(len(_USUAL_WORDS.findall(line.text)) for line in lines)
    return words >= _WORDS_AT_LEAST and usual < _USUAL_SHARE * words


def recognised_on(page: pdfium.PdfPage, tessdata: str) -> Recognised:
    """What is recognised on a page, turned as it is surest."""
    best = Recognised((), 0.0, page.get_height() or 1.0)
    for turn in _TURNS:
        found = _recognised(page, turn, tessdata)
        if found.confidence > best.confidence:
            best = found
        if best.confidence >= _UNSURE or (turn == 0 and not found.lines):
            break
    return best


def beside(own: Sequence[PageLine], seen: Sequence[PageLine]) -> list[PageLine]:
    """The page's own lines, and those seen in its picture that don't stand where one of its own does."""
    added = [line for line in seen if not any(_overlap(line, other) for other in own)]
    return sorted([*own, *added], key=lambda line: -line.baseline) if own else added


def _recognised(page: pdfium.PdfPage, turn: int, tessdata: str) -> Recognised:
    width, height = (page.get_width() or 1.0), (page.get_height() or 1.0)
    inches = width * height / (_POINTS * _POINTS)
    dots = max(min(_DOTS_PER_INCH, int((_DOTS_AT_MOST / inches) ** 0.5)), _LEAST_DOTS_PER_INCH)
    if inches * dots * dots > 2 * _DOTS_AT_MOST:
        return Recognised((), 0.0, height)
    bitmap = page.render(scale=dots / _POINTS, rotation=turn, grayscale=True)
    try:
        picture = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dots)
    finally:
        bitmap.close()
    lines = recognised(picture, tessdata)
    points = _POINTS / dots
    tall = picture.height * points
    usual = median(line.height for line in lines) if lines else 0.0
    placed = tuple(_placed(line, points, tall, usual) for line in lines)
    return Recognised(placed, confidence(lines), tall)


def _placed(line: SeenLine, points: float, height: float, usual: float) -> PageLine:
    """A line in pixels as a line in points."""
    text = " ".join(word.text for word in line.words)
    words: list[Word] = []
    at = 0
    for word in line.words:
        words.append(Word(at, at + len(word.text), word.left * points, word.right * points))
        at += len(word.text) + 1
    size = usual if _LOWEST * usual <= line.height <= _HIGHEST * usual else line.height
    return PageLine(
        text,
        min(word.left for word in words),
        max(word.right for word in words),
        words[0].right,
        height - line.baseline * points,
        size * points * _TYPE_HEIGHT,
        bold=False,
        upright=True,
        words=tuple(words),
    )


def _area(drawn: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return 0.0
    return float((right.value - left.value) * (top.value - bottom.value))


def _overlap(one: PageLine, other: PageLine) -> bool:
    """Whether two lines stand in one place."""
    beside = one.left >= other.right or other.left >= one.right
    return not beside and abs(one.baseline - other.baseline) < 0.6 * max(one.size, other.size)
