"""PDF -> Document: the text layer page by page, paragraphs rebuilt, tables read by their rules, running heads set aside.

The text is what PDFium extracts, with line ends as "\\n"; pages are joined by a form feed. The rows of a ruled table are
written one after the other, the cells of a row divided by a tab, so that each cell is one passage.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdfium2.version import PDFIUM_INFO

from art28.document.model import Document, NoteCode, ReadingNote
from art28.reading.columns import measured_beside
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.linenumbers import without_line_numbers
from art28.reading.pdffields import filled_in, with_fields
from art28.reading.pdflayout import PageText, Row, composed
from art28.reading.pdfpage import PageReader
from art28.reading.pdftables import in_reading_order, tables_of

EXTRACTION = f"pdf/2 pdfium/{PDFIUM_INFO}"
# A page with fewer characters than this and with a picture on it is a scan.
_FEWEST_ON_A_PAGE = 25


def read_pdf(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """The document that a PDF makes; raises UnreadableFile."""
    document = _opened(data, name)
    try:
        if len(document) > limits.pages:
            raise UnreadableFile(
                name,
                Unreadable.TOO_MANY_PAGES,
                f"it has {len(document)} pages and at most {limits.pages} are read: send the agreement alone",
            )
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            document.init_forms()
        pages, notes = _pages(document, name, limits)
    finally:
        document.close()
    text, blocks, spans = composed(pages)
    return Document(name, "application/pdf", sha256, EXTRACTION, text, blocks, spans, notes)


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        if len(document) == 0:
            raise pdfium.PdfiumError("no pages")
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise UnreadableFile(
                name, Unreadable.ENCRYPTED, "the PDF has a password: remove the password and send it again"
            ) from None
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the PDF is cut off or damaged and can't be opened: save or print it to PDF anew and send that",
        ) from None
    return document


@dataclass(slots=True)
class _Seen:
    """What the pages so far tell: the fonts that are bold, how many tables stood, whether the last counted its lines."""

    bold: dict[bytes, bool] = field(default_factory=dict)
    tables: int = 0
    numbered: bool = False


def _pages(document: pdfium.PdfDocument, name: str, limits: Limits) -> tuple[list[PageText], tuple[ReadingNote, ...]]:
    pages: list[PageText] = []
    seen, characters = _Seen(), 0
    for index in range(len(document)):
        try:
            page = _page(document, index, seen)
        except pdfium.PdfiumError:
            raise UnreadableFile(
                name,
                Unreadable.DAMAGED,
                f"page {index + 1} is damaged and can't be read: save the PDF anew and send that",
            ) from None
        seen.tables += len({entry.table for entry in page.entries if isinstance(entry, Row)})
        seen.numbered = bool(page.aside)
        characters += page.characters()
        if characters > limits.characters:
            raise UnreadableFile(
                name,
                Unreadable.TOO_LARGE,
                f"it holds more than {limits.characters:,} characters: send the agreement alone",
            )
        pages.append(page)
    return pages, _notes(pages, document, name)


def _notes(pages: Sequence[PageText], document: pdfium.PdfDocument, name: str) -> tuple[ReadingNote, ...]:
    scanned = [page.number for page in pages if page.pictured and page.characters() < _FEWEST_ON_A_PAGE]
    total = sum(page.characters() for page in pages)
    if not total or (2 * len(scanned) > len(pages) and total < 20 * _FEWEST_ON_A_PAGE):
        raise UnreadableFile(
            name,
            Unreadable.NO_TEXT,
            "its pages are pictures without text (a scan), and text is not yet recognised in pictures: "
            "run it through text recognition (OCR), or send the Word file or a PDF saved from it",
        )
    notes: list[ReadingNote] = []
    if scanned:
        notes.append(ReadingNote(NoteCode.PAGES_WITHOUT_TEXT, ", ".join(map(str, scanned))))
    fields = sum(page.fields for page in pages)
    if fields:
        notes.append(ReadingNote(NoteCode.FORM_FIELDS, str(fields)))
    attached = document.count_attachments()
    if attached:
        notes.append(ReadingNote(NoteCode.EMBEDDED_FILES, str(attached)))
    return tuple(notes)


def _page(document: pdfium.PdfDocument, index: int, seen: _Seen) -> PageText:
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            reader = PageReader(textpage, page.get_bbox(), seen.bold)
            fields = filled_in(page, document.formenv, reader.frame)
            lines, numbers = without_line_numbers(reader.lines, reader.measured, counted=seen.numbered)
            lines = with_fields(lines, fields, reader.measured)
            lines, grids = tables_of(page, reader, lines)
            lines = measured_beside(lines, reader.measured)
        finally:
            textpage.close()
        found = PageText(index + 1, reader.frame.height, aside=numbers, fields=len(fields))
        found.entries = list(in_reading_order(lines, grids, seen.tables))
        found.pictured = sum(len(line.text) for line in lines) < _FEWEST_ON_A_PAGE and _has_drawing(page)
    finally:
        page.close()
    return found


def _has_drawing(page: pdfium.PdfPage) -> bool:
    """Whether anything but text stands on a page."""
    objects = (
        pdfium_c.FPDFPage_GetObject(page.raw, index) for index in range(pdfium_c.FPDFPage_CountObjects(page.raw))
    )
    return any(pdfium_c.FPDFPageObj_GetType(drawn) != pdfium_c.FPDF_PAGEOBJ_TEXT for drawn in objects)
