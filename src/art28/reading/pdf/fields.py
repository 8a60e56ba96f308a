"""What was filled in on a page of a PDF, in form fields and in text typed over it -> the page's lines with it in place."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from art28.reading.pdf.blanks import written_into
from art28.reading.pdf.frame import Frame
from art28.reading.pdf.page import PageLine, Word

_CHECKED, _UNCHECKED = "☒", "☐"
_TICKED_KINDS = frozenset({pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON})
_WRITTEN_KINDS = frozenset(
    {pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX, pdfium_c.FPDF_FORMFIELD_LISTBOX}
)
_ANNOTATIONS_AT_MOST = 2000


@dataclass(frozen=True, slots=True)
class Filled:
    """Something filled in: its text and the edges of its field, in points; `ticked` tells a box to tick from text."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    ticked: bool = False


def filled_in(page: pdfium.PdfPage, form: pdfium.PdfFormEnv | None, frame: Frame) -> tuple[Filled, ...]:
    """What was filled in on a page, in the file's order; `form` is None where the document has no form."""
    count = min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _ANNOTATIONS_AT_MOST)
    return tuple(found for index in range(count) for found in _annotation(page, index, form, frame))


def with_fields(
    lines: Sequence[PageLine], fields: Sequence[Filled], measured: Callable[[PageLine], PageLine]
) -> list[PageLine]:
    """The lines of a page with what was filled in: after its label, before what is ticked, or as a line of its own.

    `measured` finds the places of a line's words.
    """
    result = list(lines)
    for field in fields:
        if not field.ticked and _into_blank(result, field, measured):
            continue
        place = _beside(result, field)
        if place is not None:
            result[place] = _joined(measured(result[place]), field)
            continue
        below = next((i for i, line in enumerate(result) if line.baseline < field.bottom), len(result))
        result.insert(below, _line(field))
    return result


def _annotation(page: pdfium.PdfPage, index: int, form: pdfium.PdfFormEnv | None, frame: Frame) -> Iterator[Filled]:
    annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return
    try:
        box = pdfium_c.FS_RECTF()
        pdfium_c.FPDFAnnot_GetRect(annotation, box)
        edges = frame.box(box.left, box.bottom, box.right, box.top)
        subtype = pdfium_c.FPDFAnnot_GetSubtype(annotation)
        if subtype == pdfium_c.FPDF_ANNOT_FREETEXT:
            text = _contents(annotation)
            if text:
                yield Filled(text, *edges)
        elif subtype == pdfium_c.FPDF_ANNOT_WIDGET and form is not None:
            kind = pdfium_c.FPDFAnnot_GetFormFieldType(form.raw, annotation)
            if kind in _TICKED_KINDS:
                checked = bool(pdfium_c.FPDFAnnot_IsChecked(form.raw, annotation))
                yield Filled(_CHECKED if checked else _UNCHECKED, *edges, ticked=True)
            elif kind in _WRITTEN_KINDS:
                text = _value(form, annotation)
                if text:
                    yield Filled(text, *edges)
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _value(form: pdfium.PdfFormEnv, annotation: object) -> str:
    size = pdfium_c.FPDFAnnot_GetFormFieldValue(form.raw, annotation, None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    pdfium_c.FPDFAnnot_GetFormFieldValue(form.raw, annotation, buffer, size)
    return _text(bytes(buffer))


def _contents(annotation: object) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (ctypes.c_ushort * max(size // 2, 1))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return _text(bytes(buffer))


def _text(data: bytes) -> str:
    text = data.decode("utf-16-le", "ignore").split("\x00", 1)[0]
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _beside(lines: Sequence[PageLine], field: Filled) -> int | None:
    """The line that a field stands on: the one that ends left of it, or for a box to tick the one right of it."""
    level = [
        (abs(field.left - line.right) if line.right <= field.left + 3 else abs(line.left - field.right), index)
        for index, line in enumerate(lines)
        if field.bottom - 4 <= line.baseline <= field.top
        and (line.left >= field.right - 3 if field.ticked else line.right <= field.left + 3)
    ]
    return min(level)[1] if level else None


def _into_blank(lines: list[PageLine], field: Filled, measured: Callable[[PageLine], PageLine]) -> bool:
    """Put what was filled in over dots in their place; whether there were dots below it."""
    for index, line in enumerate(lines):
        if field.bottom - 4 <= line.baseline <= field.top:
            written = _line(field)._replace(baseline=line.baseline)
            filled = written_into(line, written, measured)
            if filled is not None:
                lines[index] = filled
                return True
    return False


def _joined(line: PageLine, field: Filled) -> PageLine:
    label = line.text.rstrip()
    if field.ticked:
        text, first = f"{field.text} {label}", field.right
        words = (Word(0, 1, field.left, field.right), *(_moved(word, 2) for word in line.words)) if line.words else ()
    else:
        start = len(label) + 1
        text, first = f"{label} {field.text}", line.first
        # Without a gap: what is filled in belongs to its label, however far away it stands.
        filled = Word(start, start + len(field.text), line.right + 0.25 * line.size, field.right)
        words = (*line.words, filled) if line.words else ()
    left, right = min(line.left, field.left), max(line.right, field.right)
    return PageLine(text, left, right, first, line.baseline, line.size, bold=False, upright=line.upright, words=words)


def _moved(word: Word, by: int) -> Word:
    return Word(word.start + by, word.end + by, word.left, word.right)


def _line(field: Filled) -> PageLine:
    size = max(min(field.top - field.bottom, 12.0), 6.0)
    return PageLine(field.text, field.left, field.right, field.right, field.bottom + 2, size, bold=False, upright=True)
