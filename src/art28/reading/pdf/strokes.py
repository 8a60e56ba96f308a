"""What is drawn on a page of a PDF -> the straight lines on it, the edges of shaded areas, and small marks.

Rules, the borders of tables and of filled areas are lines; a small shape as wide as high may be a bullet.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.reading.pdf.frame import Frame

# A drawing of more parts than this is a picture, not the lines of a table.
_DRAWN_AT_MOST = 4000
_SEGMENTS_AT_MOST = 400
_THIN = 3.0
_SMALLEST_MARK, _LARGEST_MARK = 1.6, 6.0
_SQUARE = 0.2
HORIZONTAL = True
VERTICAL = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line that is horizontal (`low` to `high` from left to right, at height `at`) or vertical (at `at`)."""

    horizontal: bool
    at: float
    low: float
    high: float


class Mark(NamedTuple):
    """A small shape, about as wide as it is high: its middle and its width."""

    x: float
    y: float
    width: float


class Drawing(NamedTuple):
    """The straight lines drawn on a page, rules and the borders of tables; the edges of its shaded areas; small marks."""

    lines: tuple[Stroke, ...] = ()
    shades: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()


def drawing_of(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """What is drawn on a page."""
    raw = page.raw
    count = pdfium_c.FPDFPage_CountObjects(raw)
    if count > _DRAWN_AT_MOST:
        return Drawing()
    drawn: list[Stroke] = []
    shaded: list[Stroke] = []
    marks: list[Mark] = []
    part_at, kind_of, path = pdfium_c.FPDFPage_GetObject, pdfium_c.FPDFPageObj_GetType, pdfium_c.FPDF_PAGEOBJ_PATH
    for index in range(count):
        part = part_at(raw, index)
        if kind_of(part) == path:
            _add_strokes(part, drawn, shaded, marks)
    if frame.plain:
        return Drawing(tuple(drawn), tuple(shaded), tuple(marks))
    return Drawing(
        tuple(_held(stroke, frame) for stroke in drawn),
        tuple(_held(stroke, frame) for stroke in shaded),
        tuple(Mark(*frame.point(mark.x, mark.y), mark.width) for mark in marks),
    )


def _held(stroke: Stroke, frame: Frame) -> Stroke:
    """A stroke as it lies on the page as read."""
    flat = (stroke.low, stroke.at, stroke.high, stroke.at)
    steep = (stroke.at, stroke.low, stroke.at, stroke.high)
    left, bottom, right, top = frame.box(*(flat if stroke.horizontal else steep))
    if stroke.horizontal != bool(frame.turns % 2):
        return Stroke(HORIZONTAL, bottom, left, right)
    return Stroke(VERTICAL, left, bottom, top)


def _add_strokes(part: object, drawn: list[Stroke], shaded: list[Stroke], marks: list[Mark]) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(part, left, bottom, right, top):
        return
    width, height = right.value - left.value, top.value - bottom.value
    if _SMALLEST_MARK < width < _LARGEST_MARK and abs(width - height) < _SQUARE * width:
        marks.append(Mark((left.value + right.value) / 2, (bottom.value + top.value) / 2, width))
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
