"""What stands on the pages of a PDF, in reading order -> the text of the document and its blocks.

Running heads are set aside, paragraphs rebuilt over line and page ends, words in columns made rows.
"""

from collections.abc import Sequence
from itertools import pairwise

from art28.document.model import Block, BlockKind, Page, Span
from art28.reading.lines.lines import blocks_of
from art28.reading.lines.running import Placed, running_lines
from art28.reading.lines.text import TextLine
from art28.reading.pdf.brokenwords import Columns, broken_ends, columns_of_rows
from art28.reading.pdf.columns import grouped
from art28.reading.pdf.lines import PageText, Row
from art28.reading.pdf.page import PageLine
from art28.reading.pdf.pagetables import join_tables
from art28.reading.pdf.setin import set_in

_LEADING = 1.45
_TOUCHING = 0.8
_LARGER = 1.08
_LONGEST_HEADING = 120
_AT_THE_EDGE = 0.8
_EDGE_WITHIN = 2.0
_SAME_COLUMN = 130.0
# Fewer lines than these don't show how far the text of a page reaches: signatures on a last page.
_FEW_LINES = 15


def composed(pages: Sequence[PageText]) -> tuple[str, tuple[Block, ...], tuple[Page, ...]]:
    """The text that the pages make, its blocks and its pages."""
    placed = [[_placed(entry, page.height) for entry in page.entries] for page in pages]
    running = running_lines(placed)
    join_tables(pages, running)
    composer = _Composer(_body_size(pages))
    spans: list[Page] = []
    rows = (entry for page in pages for entry in page.entries if isinstance(entry, Row))
    tables = max((row.table for row in rows), default=-1) + 1
    for page, kinds in zip(pages, running, strict=True):
        start = composer.length
        tables += _compose(composer, page, kinds, tables)
        if page is not pages[-1]:
            composer.put("\f")
        spans.append(Page(page.number, Span(start, composer.length), page.recognised))
    text = "".join(composer.pieces)
    return text, blocks_of(text, composer.lines), tuple(spans)


class _Composer:
    """Writes the text of a document and collects what its lines are."""

    def __init__(self, body_size: float) -> None:
        self.body_size = body_size
        self.pieces: list[str] = []
        self.length = 0
        self.lines: list[TextLine | Block] = []
        self.ends: list[tuple[float, float]] = []

    def put(self, text: str) -> int:
        """Append `text`; returns where it starts."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def line(
        self, line: PageLine, page: int, kind: BlockKind | None, *, after_blank: int, full: bool, listed: bool = False
    ) -> None:
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
        size = round(line.size, 1) if heading else 0.0
        self.lines.append(TextLine(begin, end, page, after_blank, full, size, _skips(line, start), listed))

    def aside(self, text: str, page: int) -> None:
        stripped = text.strip()
        if stripped:
            start = self.put(f"{stripped}\n")
            self.lines.append(Block(BlockKind.CHROME, Span(start, start + len(stripped)), page))

    def note(self, lines: Sequence[PageLine], page: int) -> None:
        text = "\n".join(line.text.strip() for line in lines)
        start = self.put(f"{text}\n")
        self.lines.append(Block(BlockKind.NOTE, Span(start, start + len(text)), page))

    def row(self, row: Row, page: int, columns: Columns) -> None:
        cells: list[Span] = []
        skips: list[Span] = []
        for number, lines in enumerate(row.cells):
            if number:
                self.put("\t")
            start = self.length
            broken = broken_ends(lines, columns[row.table, len(row.cells), number])
            for index, line in enumerate(lines):
                at = self.put("\n" if index else "") + (1 if index else 0)
                if index - 1 in broken:
                    skips.append(Span(at - 1, at))
                self.put(line.text.strip())
                skips += _skips(line, at - (len(line.text) - len(line.text.lstrip())))
            cells.append(Span(start, self.length))
        self.put("\n")
        span = Span(cells[0].start, cells[-1].end)
        self.lines.append(
            Block(BlockKind.TABLE_ROW, span, page, None, 0, tuple(cells), row.table, tuple(skips), row.continues)
        )


def _skips(line: PageLine, start: int) -> tuple[Span, ...]:
    """What of a line that starts there isn't read."""
    return tuple(Span(start + left, start + right) for left, right in line.skips)


def _placed(entry: PageLine | Row, height: float) -> Placed:
    if isinstance(entry, PageLine):
        return Placed(entry.text.strip(), entry.baseline / height)
    lines = [line for cell in entry.cells for line in cell]
    return Placed(" ".join(line.text.strip() for line in lines), lines[0].baseline / height)


def _compose(composer: _Composer, page: PageText, running: dict[int, BlockKind], tables: int) -> int:
    """Write a page; returns how many tables were found by their columns alone."""
    entries, found = _with_columns(page.entries, running, tables)
    body = [e for e, kind in entries if isinstance(e, PageLine) and kind is None]
    leading = _usual_leading(body)
    following = {id(one): other for one, other in pairwise(body)}
    # Most lines start at one of a few places.
    own = [(line.right, line.left) for line in body]
    ends = sorted(own if len(own) >= _FEW_LINES else [*own, *composer.ends])
    composer.ends = ends
    edges = {left: _right_edge(left, ends) for left in {line.left for line in body}}
    full = {id(one): _is_full(one, following.get(id(one)), edges[one.left]) for one in body}
    listed = set_in(body, lambda line: full[id(line)])
    before: PageLine | None = None
    columns = columns_of_rows(entry for entry, _ in entries if isinstance(entry, Row) and not entry.note)
    for entry, kind in entries:
        if isinstance(entry, Row):
            if kind is None and entry.note:
                composer.note(entry.cells[0], page.number)
                continue
            if kind is None:
                composer.row(entry, page.number, columns)
                before = None
                continue
            for line in (line for cell in entry.cells for line in cell):
                composer.line(line, page.number, kind, after_blank=0, full=False)
            continue
        blank = 0
        if kind is None:
            drop = before.baseline - entry.baseline if before is not None else 0.0
            blank = int(drop > _LEADING * max(leading * max(1.0, entry.size / composer.body_size), entry.size))
            before = entry
        composer.line(
            entry, page.number, kind, after_blank=blank, full=full.get(id(entry), False), listed=id(entry) in listed
        )
    for text in page.aside:
        composer.aside(text, page.number)
    return found


def _with_columns(
    entries: Sequence[PageLine | Row], running: dict[int, BlockKind], tables: int
) -> tuple[list[tuple[PageLine | Row, BlockKind | None]], int]:
    """The entries, each with its kind where it stands outside the flow, lines in columns made rows; and how many tables."""
    result: list[tuple[PageLine | Row, BlockKind | None]] = []
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
            result.append((Row(entry, tables + found - 1), None))
        waiting.clear()

    for index, entry in enumerate(entries):
        kind = running.get(index)
        if isinstance(entry, PageLine) and kind is None and entry.upright:
            waiting.append(entry)
            continue
        settle()
        result.append((entry, kind or (None if isinstance(entry, Row) else BlockKind.CHROME)))
    settle()
    return result, found


def _is_full(line: PageLine, following: PageLine | None, edge: float) -> bool:
    """Whether the next word didn't fit on the line, so that the line end is the page's and not the writer's."""
    if following is None:
        return line.right >= _AT_THE_EDGE * edge
    return line.right + 0.2 * line.size + (following.first - following.left) >= edge - _EDGE_WITHIN


def _right_edge(left: float, ends: Sequence[tuple[float, float]]) -> float:
    """How far to the right the lines reach that start near `left`, as one of them does; `ends` are sorted.

    Columns may be narrower than what is near: the lines of another start behind the last of these, or end before them.
    """
    near = [(right, start) for right, start in ends if -_SAME_COLUMN < start - left < _SAME_COLUMN]
    until = max(right for right, start in near if start == left)
    rights = [right for right, start in near if start <= until and right >= left]
    return rights[int((len(rights) - 1) * 0.95)]


def _usual_leading(lines: Sequence[PageLine]) -> float:
    """How far apart the lines of a paragraph stand: as the nearest do, since paragraphs stand further."""
    drops = sorted(
        one.baseline - other.baseline
        for one, other in pairwise(lines)
        if _TOUCHING * one.size < one.baseline - other.baseline < 4 * max(one.size, 1)
    )
    return drops[len(drops) // 4] if drops else 0.0


def _body_size(pages: Sequence[PageText]) -> float:
    """The type size in which most characters are set."""
    counted: dict[float, int] = {}
    for page in pages:
        for entry in page.entries:
            if isinstance(entry, PageLine):
                size = round(entry.size * 2) / 2
                counted[size] = counted.get(size, 0) + len(entry.text)
    return max(counted, key=lambda size: counted[size]) if counted else 0.0
