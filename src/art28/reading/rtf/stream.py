"""Paragraphs, cells and rows of an RTF file, as they end one by one -> the parts of its body, a header, a note, a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from art28.reading.building.composing import Paragraph
from art28.reading.building.marked import Marked, MarkedWriter, joined

_CLOSE = 30


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell as its row defines it: its right edge in twips, and whether one at its left or above goes on in it."""

    right: int = 0
    follows_left: bool = False
    follows_above: bool = False


@dataclass(frozen=True, slots=True)
class RtfNote:
    """A footnote or endnote, and what it says."""

    is_endnote: bool
    stream: "Stream"


@dataclass(frozen=True, slots=True)
class RtfParagraph(Paragraph):
    """A paragraph with what hangs on it."""

    notes: tuple[RtfNote, ...] = ()
    boxes: tuple["Stream", ...] = ()


Cell = list[RtfParagraph]


@dataclass(frozen=True, slots=True)
class RtfRow:
    """A row of a table: its cells and where they stand."""

    cells: tuple[Cell, ...]
    places: tuple[CellPlace, ...]


@dataclass(slots=True)
class Stream:
    """Collects what is written to one place. `label` is the number of the paragraph that is being written."""

    writer: MarkedWriter = field(default_factory=MarkedWriter)
    parts: list[RtfParagraph | RtfRow] = field(default_factory=list)
    label: str = ""
    after: str = ""
    notes: list[RtfNote] = field(default_factory=list)
    boxes: list["Stream"] = field(default_factory=list)
    commented: dict[str, int] = field(default_factory=dict)
    _cells: dict[int, list[Cell]] = field(default_factory=dict)
    _lines: dict[int, Cell] = field(default_factory=dict)

    def end_paragraph(self, *, nesting: int, heading: int | None, level: int, is_contents: bool) -> None:
        """End a paragraph that stands in so many tables."""
        for comment, start in self.commented.items():
            self.writer.mark(start, comment)
            self.commented[comment] = 0
        said = self.writer.finish()
        label = self.label if said.text.strip() or any(c.isalnum() for c in self.label) else ""
        paragraph = RtfParagraph(
            said, label, self.after, heading, level, is_contents, tuple(self.notes), tuple(self.boxes)
        )
        self.label = self.after = ""
        self.notes, self.boxes = [], []
        if nesting:
            self._lines.setdefault(nesting, []).append(paragraph)
        else:
            self.parts.append(paragraph)

    def end_cell(self, nesting: int) -> None:
        """End the cell whose last paragraph just ended."""
        self._cells.setdefault(nesting, []).append(self._lines.pop(nesting, []))

    def end_row(self, nesting: int, places: Sequence[CellPlace]) -> None:
        """End a row; that of a table within a cell becomes a line of the cell."""
        cells = self._cells.pop(nesting, [])
        if nesting > 1:
            said = joined(" ", [cell_text(cell) for cell in cells])
            self._lines.setdefault(nesting - 1, []).append(RtfParagraph(said))
        elif cells:
            self.parts.append(RtfRow(tuple(cells), tuple(places)))

    def finish(self) -> None:
        """End what is still open: a last paragraph without a mark, cells without a row."""
        if self.writer.length or self.label or self.notes or self.boxes:
            self.end_paragraph(nesting=0, heading=None, level=0, is_contents=False)
        for nesting in sorted(set(self._cells) | set(self._lines), reverse=True):
            if self._lines.get(nesting):
                self.end_cell(nesting)
            self.end_row(nesting, ())

    def lines(self) -> Iterator[Marked]:
        """All that was written, line by line, boxes after their paragraph."""
        for part in self.parts:
            if isinstance(part, RtfParagraph):
                yield part.line
                for box in part.boxes:
                    yield from box.lines()
            else:
                yield joined(" ", [cell_text(cell) for cell in part.cells])


def cell_text(cell: Cell) -> Marked:
    """The text of a cell, a line a paragraph."""
    lines: list[Marked] = []
    for paragraph in cell:
        lines.append(paragraph.line)
        for box in paragraph.boxes:
            lines.extend(box.lines())
    return joined("\n", lines)


def columns_of(rows: Sequence[RtfRow]) -> tuple[int, ...]:
    """The right edges of the columns that the rows of one table use, left to right."""
    edges = sorted({place.right for row in rows for place in row.places})
    return tuple(edge for at, edge in enumerate(edges) if not at or edge - edges[at - 1] > _CLOSE)


def placed(row: RtfRow, columns: Sequence[int]) -> list[Marked]:
    """The cells of a row, an empty one for each further column that one spans; columns at the end may lack."""
    found: list[Marked] = []
    kept = 0
    left = 0
    for at, cell in enumerate(row.cells):
        place = row.places[at] if at < len(row.places) else CellPlace()
        said = Marked("") if place.follows_above or place.follows_left else cell_text(cell)
        found.append(said)
        if not place.follows_left:
            kept = len(found)
        spanned = sum(left + _CLOSE < edge <= place.right + _CLOSE for edge in columns)
        found += [Marked("")] * max(spanned - 1, 0)
        left = max(left, place.right)
    return found[:kept]
