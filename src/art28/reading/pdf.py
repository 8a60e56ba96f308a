"""PDF -> Document: the text layer page by page, paragraphs rebuilt, tables read by their rules, running heads set aside.

The text is what PDFium extracts, with line ends as "\\n"; pages are joined by a form feed. The rows of a ruled table are
written one after the other, the cells of a row divided by a tab, so that each cell is one passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pypdfium2.version import PDFIUM_INFO

from art28.document.model import Block, BlockKind, Document, NoteCode, Page, ReadingNote, Span
from art28.reading.columns import grouped
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.grid import Cell, Grid, grids_of
from art28.reading.limits import Limits
from art28.reading.lines import TextLine, blocks_of
from art28.reading.pdffields import filled_in, with_fields
from art28.reading.pdfpage import PageLine, lines_of, strokes_of
from art28.reading.running import Placed, running_lines

EXTRACTION = f"pdf/1 pdfium/{PDFIUM_INFO}"
# A page with fewer characters than this and with a picture on it is a scan.
_FEWEST_ON_A_PAGE = 25
_LEADING = 1.45
# Text on a coloured ground may be drawn as a rectangle a word; a shaded table has fewer.
_SHADED_AT_MOST = 600
_SHADED_ROWS = 3
_LARGER = 1.08
_LONGEST_HEADING = 120
_AT_THE_EDGE = 0.8
_EDGE_WITHIN = 2.0
_SAME_COLUMN = 130.0
# Words of one line stand no further apart than this share of the type size, unless the line is justified.
_SPACE = 0.42


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a ruled table: for each of its cells the lines in it."""

    cells: tuple[tuple[PageLine, ...], ...]
    table: int


@dataclass(slots=True)
class _PageText:
    """What stands on a page, in reading order."""

    number: int
    height: float
    entries: list[PageLine | _Row] = field(default_factory=list)
    pictured: bool = False
    fields: int = 0

    def characters(self) -> int:
        """How many characters of text the page has."""
        lines = (entry for entry in self.entries if isinstance(entry, PageLine))
        rows = (line for entry in self.entries if isinstance(entry, _Row) for cell in entry.cells for line in cell)
        return sum(len(line.text) for line in lines) + sum(len(line.text) for line in rows)


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
    return _document(pages, name, sha256, notes)


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


def _pages(document: pdfium.PdfDocument, name: str, limits: Limits) -> tuple[list[_PageText], tuple[ReadingNote, ...]]:
    pages: list[_PageText] = []
    tables, characters = 0, 0
    for index in range(len(document)):
        try:
            page = _page(document, index, tables)
        except pdfium.PdfiumError:
            raise UnreadableFile(
                name,
                Unreadable.DAMAGED,
                f"page {index + 1} is damaged and can't be read: save the PDF anew and send that",
            ) from None
        tables += len({entry.table for entry in page.entries if isinstance(entry, _Row)})
        characters += page.characters()
        if characters > limits.characters:
            raise UnreadableFile(
                name,
                Unreadable.TOO_LARGE,
                f"it holds more than {limits.characters:,} characters: send the agreement alone",
            )
        pages.append(page)
    return pages, _notes(pages, document, name)


def _notes(pages: Sequence[_PageText], document: pdfium.PdfDocument, name: str) -> tuple[ReadingNote, ...]:
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


def _page(document: pdfium.PdfDocument, index: int, tables: int) -> _PageText:
    page = document[index]
    try:
        textpage = page.get_textpage()
        try:
            lines = list(lines_of(textpage))
        finally:
            textpage.close()
        fields = filled_in(page, document.formenv)
        lines = with_fields(lines, fields)
        found = _PageText(index + 1, page.get_height() or 1.0, fields=len(fields))
        grids = _grids(page, lines)
        found.entries = list(_in_reading_order(lines, grids, tables))
        found.pictured = len("".join(line.text for line in lines)) < _FEWEST_ON_A_PAGE and _has_drawing(page)
    finally:
        page.close()
    return found


def _grids(page: pdfium.PdfPage, lines: Sequence[PageLine]) -> tuple[Grid, ...]:
    """The ruled tables of a page; where nothing is ruled, those that shading divides."""
    if not lines:
        return ()
    drawn, shaded = strokes_of(page)
    ruled = tuple(grid for grid in grids_of(drawn) if _divides(grid, lines))
    if ruled or not shaded or len(shaded) > _SHADED_AT_MOST:
        return ruled
    return tuple(grid for grid in grids_of((*drawn, *shaded)) if _divides(grid, lines, at_least=_SHADED_ROWS))


def _divides(grid: Grid, lines: Sequence[PageLine], *, at_least: int = 1) -> bool:
    """Whether the grid's lines run between words that stand apart: a highlighted sentence is no table."""
    apart = together = 0
    filled: dict[int, set[int]] = {}
    for line in lines:
        places = [_place(line, index, (grid,))[1] for index in range(len(line.words))]
        for cell in places:
            if cell is not None:
                filled.setdefault(cell.row, set()).add(cell.column)
        for index in range(1, len(places)):
            if places[index] != places[index - 1] and None not in (places[index], places[index - 1]):
                gap = line.words[index].left - line.words[index - 1].right
                if 0 <= gap < _SPACE * line.size:
                    together += 1
                else:
                    apart += 1
    several = sum(len(columns) > 1 for columns in filled.values())
    return together <= apart and 3 * several >= len(filled) > 0 and several >= at_least


def _has_drawing(page: pdfium.PdfPage) -> bool:
    """Whether anything but text stands on a page."""
    objects = (
        pdfium_c.FPDFPage_GetObject(page.raw, index) for index in range(pdfium_c.FPDFPage_CountObjects(page.raw))
    )
    return any(pdfium_c.FPDFPageObj_GetType(drawn) != pdfium_c.FPDF_PAGEOBJ_TEXT for drawn in objects)


def _in_reading_order(lines: Sequence[PageLine], grids: Sequence[Grid], tables: int) -> Iterator[PageLine | _Row]:
    """The lines in the file's order; those within a table as its rows, where the first of them stood."""
    held: dict[int, dict[Cell, list[PageLine]]] = {}
    order: list[PageLine | int] = []
    for line in lines:
        for number, cell, part in _divided(line, grids):
            if number is None or cell is None:
                order.append(part)
                continue
            if number not in held:
                held[number] = {}
                order.append(number)
            held[number].setdefault(cell, []).append(part)
    counted = tables
    for entry in order:
        if isinstance(entry, PageLine):
            yield entry
            continue
        rows = list(_rows(grids[entry], held[entry], counted))
        if len(rows) == 1 and len(rows[0].cells) == 1:
            yield from rows[0].cells[0]
        else:
            yield from rows
            counted += 1


def _divided(line: PageLine, grids: Sequence[Grid]) -> Iterator[tuple[int | None, Cell | None, PageLine]]:
    """`line` in parts that each stand in one cell, or outside any table."""
    places = [_place(line, index, grids) for index in range(len(line.words))] if grids else []
    if not places or all(place == places[0] for place in places):
        number, cell = places[0] if places else (None, None)
        yield number, cell, line
        return
    first = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[first]:
            yield *places[first], line.part(first, index - 1)
            first = index


def _place(line: PageLine, index: int, grids: Sequence[Grid]) -> tuple[int | None, Cell | None]:
    word = line.words[index]
    x, y = (word.left + word.right) / 2, line.baseline + line.size * 0.3
    for number, grid in enumerate(grids):
        cell = grid.cell_at(x, y)
        if cell is not None:
            return number, cell
    return None, None


def _rows(grid: Grid, held: dict[Cell, list[PageLine]], table: int) -> Iterator[_Row]:
    by_row: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for row in sorted(by_row):
        cells = tuple(tuple(held.get(cell, ())) for cell in sorted(by_row[row], key=lambda c: c.column))
        if any(cells):
            yield _Row(cells, table)


class _Composer:
    """Writes the text of a document and collects what its lines are."""

    def __init__(self, body_size: float) -> None:
        self.body_size = body_size
        self.pieces: list[str] = []
        self.length = 0
        self.lines: list[TextLine | Block] = []

    def put(self, text: str) -> int:
        """Append `text`; returns where it starts."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def line(self, line: PageLine, page: int, kind: BlockKind | None, *, after_blank: int, full: bool) -> None:
        start = self.put(line.text)
        stripped = line.text.strip()
        begin = start + line.text.index(stripped[0])
        end = begin + len(stripped)
        self.put("\n")
        if kind is not None:
            self.lines.append(Block(kind, Span(begin, end), page))
            return
        larger = line.size > self.body_size * _LARGER
        heading = (larger or line.bold) and len(stripped) <= _LONGEST_HEADING
        self.lines.append(TextLine(begin, end, page, after_blank, full, round(line.size, 1) if heading else 0.0))

    def row(self, row: _Row, page: int) -> None:
        cells: list[Span] = []
        for number, lines in enumerate(row.cells):
            if number:
                self.put("\t")
            start = self.put("\n".join(line.text.strip() for line in lines))
            cells.append(Span(start, self.length))
        self.put("\n")
        span = Span(cells[0].start, cells[-1].end)
        self.lines.append(Block(BlockKind.TABLE_ROW, span, page, None, 0, tuple(cells), row.table))


def _document(pages: Sequence[_PageText], name: str, sha256: str, notes: tuple[ReadingNote, ...]) -> Document:
    placed = [[_placed(entry, page.height) for entry in page.entries] for page in pages]
    running = running_lines(placed)
    composer = _Composer(_body_size(pages))
    spans: list[Page] = []
    tables = sum(1 for _ in {entry.table for page in pages for entry in page.entries if isinstance(entry, _Row)})
    for page, kinds in zip(pages, running, strict=True):
        start = composer.length
        tables += _compose(composer, page, kinds, tables)
        if page is not pages[-1]:
            composer.put("\f")
        spans.append(Page(page.number, Span(start, composer.length)))
    text = "".join(composer.pieces)
    return Document(
        name, "application/pdf", sha256, EXTRACTION, text, blocks_of(text, composer.lines), tuple(spans), notes
    )


def _placed(entry: PageLine | _Row, height: float) -> Placed:
    if isinstance(entry, PageLine):
        return Placed(entry.text.strip(), entry.baseline / height)
    lines = [line for cell in entry.cells for line in cell]
    return Placed(" ".join(line.text.strip() for line in lines), lines[0].baseline / height)


def _compose(composer: _Composer, page: _PageText, running: dict[int, BlockKind], tables: int) -> int:
    """Write a page; returns how many tables were found by their columns alone."""
    entries, found = _with_columns(page.entries, running, tables)
    body = [e for e, kind in entries if isinstance(e, PageLine) and kind is None]
    leading = _usual_leading(body)
    following = {id(one): other for one, other in pairwise(body)}
    before: PageLine | None = None
    for entry, kind in entries:
        if isinstance(entry, _Row):
            if kind is None:
                composer.row(entry, page.number)
                before = None
                continue
            for line in (line for cell in entry.cells for line in cell):
                composer.line(line, page.number, kind, after_blank=0, full=False)
            continue
        blank, full = 0, False
        if kind is None:
            drop = before.baseline - entry.baseline if before is not None else 0.0
            blank = int(drop > _LEADING * max(leading, entry.size))
            full = _is_full(entry, following.get(id(entry)), _right_edge(entry, body))
            before = entry
        composer.line(entry, page.number, kind, after_blank=blank, full=full)
    return found


def _with_columns(
    entries: Sequence[PageLine | _Row], running: dict[int, BlockKind], tables: int
) -> tuple[list[tuple[PageLine | _Row, BlockKind | None]], int]:
    """The entries, each with its kind where it stands outside the flow, lines in columns made rows; and how many tables."""
    result: list[tuple[PageLine | _Row, BlockKind | None]] = []
    waiting: list[PageLine] = []
    found = 0

    def settle() -> None:
        nonlocal found
        in_table = False
        for entry in grouped(waiting):
            if isinstance(entry, PageLine):
                result.append((entry, None))
                in_table = False
                continue
            found += not in_table
            in_table = True
            result.append((_Row(entry, tables + found - 1), None))
        waiting.clear()

    for index, entry in enumerate(entries):
        kind = running.get(index)
        if isinstance(entry, PageLine) and kind is None and entry.upright:
            waiting.append(entry)
            continue
        settle()
        result.append((entry, kind or (None if isinstance(entry, _Row) else BlockKind.CHROME)))
    settle()
    return result, found


def _is_full(line: PageLine, following: PageLine | None, edge: float) -> bool:
    """Whether the next word didn't fit on the line, so that the line end is the page's and not the writer's."""
    if following is None:
        return line.right >= _AT_THE_EDGE * edge
    word = following.words[0]
    return line.right + 0.2 * line.size + (word.right - word.left) >= edge - _EDGE_WITHIN


def _right_edge(line: PageLine, lines: Sequence[PageLine]) -> float:
    """How far to the right the lines reach that start near where this one starts."""
    rights = sorted(other.right for other in lines if abs(other.left - line.left) < _SAME_COLUMN)
    return rights[int((len(rights) - 1) * 0.95)] if rights else line.right


def _usual_leading(lines: Sequence[PageLine]) -> float:
    drops = [
        one.baseline - other.baseline
        for one, other in pairwise(lines)
        if 0 < one.baseline - other.baseline < 4 * max(one.size, 1)
    ]
    return median_low(drops) if drops else 0.0


def _body_size(pages: Sequence[_PageText]) -> float:
    """The type size in which most characters are set."""
    counted: dict[float, int] = {}
    for page in pages:
        for entry in page.entries:
            if isinstance(entry, PageLine):
                size = round(entry.size * 2) / 2
                counted[size] = counted.get(size, 0) + len(entry.text)
    return max(counted, key=lambda size: counted[size]) if counted else 0.0
