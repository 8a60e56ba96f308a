"""PDF -> Document: the text page by page, paragraphs rebuilt, tables read, running heads set aside, pictures recognised.

The text is what PDFium extracts, with line ends as "\\n"; pages are joined by a form feed. The rows of a table are written
one after the other, the cells of a row divided by a tab, so that each cell is one passage. A page that is a picture, or whose
characters can't be told from the file, is recognised where that is possible.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdfium2.version import PDFIUM_INFO

from art28.document.model import Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits, Progress
from art28.reading.pdf.blanks import written_over
from art28.reading.pdf.bombs import is_bomb
from art28.reading.pdf.columns import measured_beside
from art28.reading.pdf.fields import filled_in, with_fields
from art28.reading.pdf.layout import composed
from art28.reading.pdf.letters import with_whole_words
from art28.reading.pdf.linenumbers import without_line_numbers
from art28.reading.pdf.lines import PageText, Row
from art28.reading.pdf.links import links_in, links_on
from art28.reading.pdf.notes import notes_of
from art28.reading.pdf.page import PageLine, PageReader
from art28.reading.pdf.recognition import languages, version
from art28.reading.pdf.scan import beside, has_no_meaning, is_scan, may_be_rendered, recognised_on
from art28.reading.pdf.sidenotes import with_side_notes, without_side_notes
from art28.reading.pdf.sidetitles import titles_above
from art28.reading.pdf.slanting import slanting_on
from art28.reading.pdf.tables import in_reading_order, is_within, tables_of

EXTRACTION = f"pdf/4 pdfium/{PDFIUM_INFO}"


def read_pdf(data: bytes, *, name: str, sha256: str, limits: Limits, progress: Progress | None = None) -> Document:
    """The document that a PDF makes; raises UnreadableFile."""
    document = opened(data, name)
    try:
        if len(document) > limits.pages:
            raise UnreadableFile(
                name,
                Unreadable.TOO_MANY_PAGES,
                f"it has {len(document)} pages and at most {limits.pages} are read: send the agreement alone",
            )
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            document.init_forms()
        seen = _Seen(languages(limits.tessdata) if limits.recognised_pages else (), progress)
        pages = list(_pages(document, name, limits, seen))
        notes = notes_of(pages, document, name, recognises=bool(seen.languages))
    finally:
        document.close()
    text, blocks, spans = composed(pages)
    extraction = f"{EXTRACTION} {version()} {'+'.join(seen.languages)}" if seen.recognised else EXTRACTION
    links = links_in(text, pages, spans)
    return Document(name, "application/pdf", sha256, extraction, text, blocks, spans, notes, links=links)


def opened(data: bytes, name: str) -> pdfium.PdfDocument:
    """The PDF, to be closed by whoever opens it; raises UnreadableFile."""
    if is_bomb(data):
        raise UnreadableFile(
            name,
            Unreadable.BOMB,
            "a page in it unpacks to far more than a page can hold: save or print it to PDF anew and send that",
        )
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
    """What the pages so far tell: the fonts that are bold, how many tables stood, whether the last counted its lines, and
    how many were recognised, in which languages they can be."""

    languages: tuple[str, ...]
    progress: Progress | None
    bold: dict[bytes, bool] = field(default_factory=dict)
    tables: int = 0
    numbered: bool = False
    side_titles: bool = False
    recognised: int = 0


def _pages(document: pdfium.PdfDocument, name: str, limits: Limits, seen: _Seen) -> Iterator[PageText]:
    characters = 0
    for index in range(len(document)):
        try:
            page = _page(document, index, limits, seen)
        except pdfium.PdfiumError:
            raise UnreadableFile(
                name,
                Unreadable.DAMAGED,
                f"page {index + 1} is damaged and can't be read: save the PDF anew and send that",
            ) from None
        seen.tables += len({entry.table for entry in page.entries if isinstance(entry, Row) and not entry.note})
        characters += page.characters()
        if characters > limits.characters:
            raise UnreadableFile(
                name,
                Unreadable.TOO_LARGE,
                f"it holds more than {limits.characters:,} characters: send the agreement alone",
            )
        yield page


def _page(document: pdfium.PdfDocument, index: int, limits: Limits, seen: _Seen) -> PageText:
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            reader = PageReader(textpage, page.get_bbox(), seen.bold)
            across = slanting_on(page, textpage) if reader.slants else []
            if across:
                textpage.close()
                for piece, _ in across:
                    page.remove_obj(piece)
                textpage = page.get_textpage()
                reader = PageReader(textpage, page.get_bbox(), seen.bold)
            found = PageText(index + 1, reader.frame.height)
            lines = with_whole_words(reader.lines, reader.measured, reader.made)
            lines, numbers = without_line_numbers(lines, reader.measured, counted=seen.numbered)
            seen.numbered = bool(numbers)
            found.aside = [*(line.text for line in numbers), *(said for _, said in across)]
            above = titles_above(lines, reader.measured, seen=seen.side_titles)
            if above is not None:
                lines, seen.side_titles = above, True
            lines = written_over(lines, reader.measured)
            fields = filled_in(page, document.formenv, reader.frame)
            found.fields = len(fields)
            lines = with_fields(lines, fields, reader.measured)
            lines, grids = tables_of(page, reader, lines)
            lines, beside_text = without_side_notes(lines, lambda line: is_within(line, grids))
            lines = measured_beside(lines, lambda line: line if is_within(line, grids) else reader.measured(line))
            found.links = tuple(links_on(page, textpage))
            meaningless = has_no_meaning(textpage, lines)
        finally:
            textpage.close()
        found.pictured = meaningless or is_scan(page, sum(len(line.text) for line in lines))
        recognises = bool(seen.languages) and seen.recognised < limits.recognised_pages
        if found.pictured and recognises and may_be_rendered(page):
            if seen.progress is not None:
                seen.progress(index + 1, len(document))
            lines, grids = _recognised(page, found, [] if meaningless else lines, limits), ()
            seen.recognised += 1
        found.entries = list(in_reading_order(lines, grids, seen.tables))
        if beside_text:
            found.entries, unplaced = with_side_notes(found.entries, beside_text)
            found.aside = [*found.aside, *unplaced]
    finally:
        page.close()
    return found


def _recognised(page: pdfium.PdfPage, found: PageText, own: list[PageLine], limits: Limits) -> list[PageLine]:
    """The lines of a page that is a picture, its own among them."""
    seen = recognised_on(page, limits.tessdata)
    if not seen.lines:
        return own
    found.recognised = round(seen.confidence)
    found.height = seen.height
    return beside(own, seen.lines)
