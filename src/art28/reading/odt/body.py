"""The body of an OpenDocument text -> blocks: paragraphs under their numbers, rows of tables, notes, text boxes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from art28.document.model import BlockKind
from art28.reading.building.composing import Composer, Paragraph
from art28.reading.building.marked import Marked, Revision, joined
from art28.reading.odt.lists import ListPlace, Lists
from art28.reading.odt.styles import OdtStyles, whole
from art28.reading.odt.text import OdtParagraphReader
from art28.reading.office.package import attribute, child, children, local

_DEEPEST = 30
_MOST_COLUMNS = 64
_MOST_REPEATED = 100
_CONTENTS = frozenset(
    {"table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"}
)
_WRAPPERS = frozenset({"section", "index-body", "index-title", "bibliography", "page-sequence"})
_BOXES = frozenset({"frame", "custom-shape", "rect", "ellipse", "g"})
_CHANGES = frozenset({"change", "change-start", "change-end"})
_ROW_GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group"})


@dataclass(frozen=True, slots=True)
class _Paragraph(Paragraph):
    """A paragraph with what hangs on it."""

    notes: tuple[etree._Element, ...] = ()
    boxes: tuple[etree._Element, ...] = ()


class OdtWalker:
    """Walks a document's body and writes its blocks."""

    def __init__(self, styles: OdtStyles, revisions: Mapping[str, Revision]) -> None:
        self._styles = styles
        self._lists = Lists(styles)
        self._waiting: list[etree._Element] = []
        self.reader = OdtParagraphReader(styles, revisions)
        self.composer = Composer()

    def body(self, body: etree._Element) -> None:
        """The blocks of the whole body."""
        self._blocks(body, 0)

    def lines(self, parent: etree._Element, depth: int = 0) -> Iterator[Marked]:
        """The lines of a header, a footer, a cell, a note."""
        for part in self._parts(parent, depth):
            if isinstance(part, _Paragraph):
                yield part.line
                self._waiting += part.notes
                for box in part.boxes:
                    yield from self.lines(box, depth + 1)
            else:
                for row in _rows(part):
                    yield joined(" ", self._cells(row, depth + 1))

    def _blocks(self, parent: etree._Element, depth: int) -> None:
        for part in self._parts(parent, depth):
            if isinstance(part, _Paragraph):
                self._block(part, depth)
            else:
                self._table(part, depth)

    def _parts(
        self,
        parent: etree._Element,
        depth: int,
        *,
        place: ListPlace | None = None,
        in_contents: bool = False,
    ) -> Iterator["_Paragraph | etree._Element"]:
        """The paragraphs and tables in `parent` and what wraps them."""
        if depth > _DEEPEST:
            self.reader.seen.too_deep += 1
            return
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield self._paragraph(element, None, in_contents=in_contents)
            elif name == "table":
                yield element
            elif name == "list":
                yield from self._list(element, depth, place, in_contents=in_contents)
            elif name in _CONTENTS:
                yield from self._parts(element, depth + 1, in_contents=True)
            elif name in _WRAPPERS and attribute(element, "display") != "none":
                yield from self._parts(element, depth + 1, place=place, in_contents=in_contents)
            else:
                yield from self._other(element, name)

    def _other(self, element: etree._Element, name: str) -> Iterator[_Paragraph]:
        """What stands between paragraphs without being one."""
        if name in _WRAPPERS:
            self.reader.seen.hidden += 1
        elif name in _CHANGES:
            self.reader.change(element)
        elif name in _BOXES:
            yield _Paragraph(Marked(""), boxes=tuple(self.reader.shape(element).boxes))
        elif name == "numbered-paragraph":
            place = self._lists.numbered(element)
            for part in element:
                if local(part) in ("p", "h"):
                    yield self._paragraph(part, place, item=element, in_contents=False)

    def _list(
        self, element: etree._Element, depth: int, within: ListPlace | None, *, in_contents: bool
    ) -> Iterator["_Paragraph | etree._Element"]:
        if depth > _DEEPEST:
            self.reader.seen.too_deep += 1
            return
        place = self._lists.open(element, within)
        for item in element:
            name = local(item)
            if name not in ("list-item", "list-header"):
                continue
            override = attribute(item, "style-override")
            own = place if override is None else ListPlace(override, place.level, place.counts)
            numbered = name == "list-item"
            for part in item:
                kind = local(part)
                if kind in ("p", "h"):
                    yield self._paragraph(part, own if numbered else None, item=item, in_contents=in_contents)
                    numbered = False
                elif kind == "list":
                    yield from self._list(part, depth + 1, own, in_contents=in_contents)
                elif kind == "table":
                    yield part
                elif kind in _CHANGES:
                    self.reader.change(part)

    def _paragraph(
        self,
        element: etree._Element,
        place: ListPlace | None,
        *,
        item: etree._Element | None = None,
        in_contents: bool,
    ) -> _Paragraph:
        style = attribute(element, "style-name")
        said, anchored = self.reader.read(element)
        is_heading = local(element) == "h"
        outline = whole(attribute(element, "outline-level"), 1)
        label = after = ""
        if place is not None:
            label, after = self._lists.label(
                place, self._styles.list_style(style), start=attribute(item, "start-value")
            )
        elif is_heading and item is None and attribute(element, "is-list-header") != "true":
            label, after = self._lists.heading(
                outline, self._styles.list_style(style), start=attribute(element, "start-value")
            )
        if not said.text.strip() and not any(character.isalnum() for character in label):
            label = after = ""
        heading = outline - 1 if is_heading else 0 if self._styles.is_title(style) else None
        return _Paragraph(
            said,
            label,
            after,
            heading,
            place.level - 1 if place is not None else 0,
            in_contents,
            tuple(anchored.notes),
            tuple(anchored.boxes),
        )

    def _block(self, paragraph: _Paragraph, depth: int) -> None:
        self.composer.paragraph(paragraph)
        for note in paragraph.notes:
            self._note(note)
        for box in paragraph.boxes:
            self._blocks(box, depth + 1)

    def _note(self, note: etree._Element) -> None:
        citation = child(note, "note-citation")
        label = "" if citation is None else "".join(str(text) for text in citation.itertext()).strip()
        for body in children(note, "note-body"):
            said = joined(" ", [line.stripped() for line in self.lines(body, 1)])
            self.composer.block(
                BlockKind.NOTE, said.stripped().after(f"{label} " if label else ""), label=label or None
            )

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = list(_rows(table))
        if all(sum(local(cell) == "table-cell" for cell in row) < 2 for row in rows):
            for row in rows:
                for cell in children(row, "table-cell"):
                    self._blocks(cell, depth + 1)
            return
        number = self.composer.next_table()
        for row in rows:
            self.composer.row(self._cells(row, depth + 1), table=number)
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            self._note(note)

    def _cells(self, row: etree._Element, depth: int) -> list[Marked]:
        """The cells of a row, an empty one for each place that another covers; covered places at the end may lack."""
        found: list[Marked] = []
        spanned = kept = 0
        for cell in row:
            name = local(cell)
            times = min(whole(attribute(cell, "number-columns-repeated"), 1), _MOST_COLUMNS)
            if name == "table-cell":
                said = joined("\n", list(self.lines(cell, depth)))
                found += [said] * times
                spanned = whole(attribute(cell, "number-columns-spanned"), 1) - 1
                kept = len(found)
            elif name == "covered-table-cell":
                found += [Marked("")] * times
                if spanned < times:
                    kept = len(found)
                spanned = max(spanned - times, 0)
        return found[:kept]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        name = local(element)
        if name == "table-row":
            if attribute(element, "visibility") not in ("collapse", "filter"):
                for _ in range(min(whole(attribute(element, "number-rows-repeated"), 1), _MOST_REPEATED)):
                    yield element
        elif name in _ROW_GROUPS:
            yield from _rows(element)
