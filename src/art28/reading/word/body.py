"""The body of a Word document -> blocks: paragraphs under their numbers, rows of tables, notes, text boxes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from art28.document.model import BlockKind, ChangeKind
from art28.reading.building.composing import Composer, Paragraph
from art28.reading.building.counting import written
from art28.reading.building.marked import Mark, Marked, Revision, joined
from art28.reading.office.package import attribute, child, children, local
from art28.reading.office.remarks import Losses
from art28.reading.word.numbering import Numbering, word_lists
from art28.reading.word.styles import Styles, is_on
from art28.reading.word.text import ParagraphReader, chosen, gone_text

_WRAPPERS = frozenset({"sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_DEEPEST = 30
_MOST_COLUMNS = 64
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class _Paragraph(Paragraph):
    """A paragraph with what hangs on it."""

    notes: tuple[tuple[str, str], ...] = ()
    boxes: tuple[etree._Element, ...] = ()
    drawn: tuple[str, ...] = ()

    def followed_by(self, other: "_Paragraph") -> "_Paragraph":
        """One paragraph of this one and the next, whose paragraph mark stays."""
        apart = "" if self.said.text[-1:].isspace() or not self.label else " "
        return replace(
            other,
            said=joined(apart, [self.said, other.said]),
            label=self.label or other.label,
            after=self.after if self.label else other.after,
            heading=None if self.label else other.heading,
            notes=self.notes + other.notes,
            boxes=self.boxes + other.boxes,
            drawn=self.drawn + other.drawn,
        )


class BodyWalker:
    """Walks a document's body and writes its blocks."""

    def __init__(
        self,
        styles: Styles,
        *,
        numbering: etree._Element | None,
        footnotes: etree._Element | None,
        endnotes: etree._Element | None,
        links: Mapping[str, Mapping[str, str]],
    ) -> None:
        """`links` holds where the links of each part lead, by the part ("document", "footnote", "endnote") and their ids."""
        self._styles = styles
        self._numbering = Numbering(word_lists(numbering), styles.language)
        self._reader = ParagraphReader(styles)
        self._notes = {
            (kind, attribute(note, "id") or ""): note
            for kind, part in (("footnote", footnotes), ("endnote", endnotes))
            for note in children(part, kind)
            if attribute(note, "type") not in _SEPARATORS
        }
        self._links = links
        self._reader.addresses = links["document"]
        self._noted = {"footnote": 0, "endnote": 0}
        self._waiting: list[tuple[str, str]] = []
        self._unfilled: frozenset[etree._Element] = frozenset()
        self.composer = Composer()

    @property
    def seen(self) -> Losses:
        """What the walk met."""
        return self._reader.seen

    def body(self, body: etree._Element) -> None:
        """The blocks of the whole body."""
        self._find_unfilled(body)
        self._blocks(body, 0)

    def lines(self, root: etree._Element, links: Mapping[str, str]) -> Iterator[Marked]:
        """The lines of a part outside the body, a header or a footer, whose links lead where `links` says."""
        self._find_unfilled(root)
        yield from self._elsewhere(root, links)

    def _elsewhere(self, root: etree._Element, links: Mapping[str, str]) -> tuple[Marked, ...]:
        """The lines of a part with links of its own."""
        own, self._reader.addresses = self._reader.addresses, links
        try:
            return tuple(self._lines(root, 0))
        finally:
            self._reader.addresses = own

    def _find_unfilled(self, root: etree._Element) -> None:
        """Find the paragraphs inside controls that still show their prompt."""
        prompts = (mark.getparent() for mark in root.iter("{*}showingPlcHdr") if is_on(mark))
        controls = (properties.getparent() for properties in prompts if properties is not None)
        self._unfilled = frozenset(p for control in controls if control is not None for p in control.iter("{*}p"))

    def _blocks(self, parent: etree._Element, depth: int) -> None:
        for part in self._parts(parent, depth):
            if isinstance(part, _Paragraph):
                self._block(part, depth)
            else:
                self._table(part, depth)

    def _parts(self, parent: etree._Element, depth: int) -> Iterator["_Paragraph | etree._Element"]:
        """The paragraphs and tables in `parent`, where the mark between two paragraphs is gone as one."""
        carried: _Paragraph | None = None
        for element, in_contents in self._opened(parent, depth):
            if local(element) == "tbl":
                if carried is not None:
                    yield carried
                    carried = None
                yield element
                continue
            properties = child(element, "pPr")
            runs_on = _runs_on(properties)
            paragraph = self._paragraph(
                element, properties, in_contents=in_contents, is_counted=runs_on is not ChangeKind.DELETED
            )
            if carried is not None:
                paragraph = carried.followed_by(paragraph)
            carried = paragraph if runs_on is not None else None
            if carried is None:
                yield paragraph
        if carried is not None:
            yield carried

    def _opened(
        self, parent: etree._Element, depth: int, *, in_contents: bool = False
    ) -> Iterator[tuple[etree._Element, bool]]:
        """The paragraphs and tables in `parent` and what wraps them; whether they are part of a table of contents."""
        if depth > _DEEPEST:
            self.seen.too_deep += 1
            return
        for element in parent:
            name = local(element)
            if name in ("p", "tbl"):
                yield element, in_contents
            elif name == "sdt":
                gallery = next(element.iter("{*}docPartGallery"), None)
                contents = in_contents or attribute(gallery, "val") == "Table of Contents"
                for content in children(element, "sdtContent"):
                    yield from self._opened(content, depth + 1, in_contents=contents)
            elif name in _WRAPPERS:
                yield from self._opened(element, depth + 1, in_contents=in_contents)
            elif name == "AlternateContent":
                version = chosen(element)
                if version is not None:
                    yield from self._opened(version, depth + 1, in_contents=in_contents)
            elif name == "commentRangeStart":
                self._reader.comment(element)
            elif name == "commentRangeEnd":
                self._reader.end_comment(element)
            elif name in ("altChunk", "subDoc"):
                self.seen.embedded += 1

    def _paragraph(
        self, element: etree._Element, properties: etree._Element | None, *, in_contents: bool, is_counted: bool
    ) -> _Paragraph:
        style = attribute(child(properties, "pStyle"), "val") or self._styles.default
        read = self._reader.read(element, style=style, unfilled=element in self._unfilled)
        label, after = self._label(properties, style, read.said.text) if is_counted else ("", "")
        return _Paragraph(
            read.said,
            label,
            after,
            self._heading(properties, style),
            _number(child(child(properties, "numPr"), "ilvl")) or 0,
            in_contents or self._styles.is_contents(style),
            read.notes,
            read.boxes,
            read.drawn,
        )

    def _block(self, paragraph: _Paragraph, depth: int) -> None:
        self.composer.paragraph(paragraph)
        for text in paragraph.drawn:
            self.composer.block(BlockKind.PARAGRAPH, text)
        for note in paragraph.notes:
            self._note(note)
        for box in paragraph.boxes:
            self._blocks(box, depth + 1)

    def _label(self, properties: etree._Element | None, style: str | None, text: str) -> tuple[str, str]:
        """The number that Word prints before a paragraph and what it puts after it; both empty where it prints none."""
        own = child(properties, "numPr")
        number = attribute(child(own, "numId"), "val")
        level = _number(child(own, "ilvl"))
        if number is None:
            inherited = self._styles.numbering(style)
            if inherited is None:
                return "", ""
            number, stated, source = inherited
            if level is None:
                level = self._numbering.level_of_style(number, source)
            level = stated if level is None else level
        if number == "0" or (not text.strip() and style in self._styles.hidden):
            return "", ""
        counted = self._numbering.next(number, level or 0)
        if counted is None or not counted[0]:
            return "", ""
        if not text.strip() and not any(character.isalnum() for character in counted[0]):
            return "", ""
        return counted

    def _heading(self, properties: etree._Element | None, style: str | None) -> int | None:
        own = _number(child(properties, "outlineLvl"))
        if own is not None:
            return own if own < 9 else None
        return self._styles.heading(style)

    def _note(self, reference: tuple[str, str]) -> None:
        note = self._notes.get(reference)
        if note is None:
            return
        kind = reference[0]
        self._noted[kind] += 1
        label = written(self._noted[kind], "decimal" if kind == "footnote" else "lowerRoman")
        said = joined(" ", [line.stripped() for line in self._elsewhere(note, self._links[kind])])
        self.composer.block(BlockKind.NOTE, said.stripped().after(f"{label} "), label=label)

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = [list(self._cells(row)) for row in self._rows(table)]
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    self._blocks(cell, depth + 1)
            return
        number = self.composer.next_table()
        for cells in rows:
            self.composer.row(self._row(cells, depth + 1), table=number)
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            self._note(note)

    def _row(self, cells: list[etree._Element], depth: int) -> list[Marked]:
        """The cells of a row, an empty one for each further column that one spans; columns at the end may lack."""
        row = cells[0].getparent() if cells else None
        while row is not None and local(row) != "tr":
            row = row.getparent()
        found = [Marked("")] * min(_number(child(child(row, "trPr"), "gridBefore")) or 0, _MOST_COLUMNS)
        for cell in cells:
            found.append(self._cell(cell, depth))
            spanned = _number(child(child(cell, "tcPr"), "gridSpan")) or 1
            found += [Marked("")] * min(spanned - 1, _MOST_COLUMNS)
        last_spanned = _number(child(child(cells[-1], "tcPr"), "gridSpan")) or 1 if cells else 1
        return found[: len(found) - min(last_spanned - 1, _MOST_COLUMNS)] if last_spanned > 1 else found

    def _cell(self, cell: etree._Element, depth: int) -> Marked:
        """The text of a cell, a line a paragraph; a table within it as lines too."""
        merged = child(child(cell, "tcPr"), "vMerge")
        if merged is not None and attribute(merged, "val") in (None, "continue"):
            return Marked("")
        return joined("\n", list(self._lines(cell, depth)))

    def _lines(self, parent: etree._Element, depth: int) -> Iterator[Marked]:
        for part in self._parts(parent, depth):
            if isinstance(part, _Paragraph):
                yield part.line
                yield from (Marked(text) for text in part.drawn)
                self._waiting += part.notes
                for box in part.boxes:
                    yield from self._lines(box, depth + 1)
            else:
                for row in self._rows(part):
                    yield joined(" ", [self._cell(cell, depth + 1) for cell in self._cells(row)])

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for element in table:
            name = local(element)
            if name == "tr":
                properties = child(element, "trPr")
                gone = child(properties, "del")
                if gone is not None:
                    self._deleted(list(element.iter("{*}tc")), gone)
                elif is_on(child(properties, "hidden")):
                    self.seen.hidden += 1
                else:
                    yield element
            elif name == "sdt":
                for content in children(element, "sdtContent"):
                    yield from self._rows(content)
            elif name in _WRAPPERS:
                yield from self._rows(element)

    def _deleted(self, cells: Sequence[etree._Element], gone: etree._Element) -> None:
        """Keep cells that were deleted as a change."""
        text = "\t".join(" ".join(gone_text(cell).split()) for cell in cells)
        what = Revision(ChangeKind.DELETED, attribute(gone, "author") or "", attribute(gone, "date") or "", text)
        self.composer.block(BlockKind.PARAGRAPH, Marked("", (Mark(0, 0, what),)))

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        for element in row:
            name = local(element)
            if name == "tc":
                gone = child(child(element, "tcPr"), "cellDel")
                if gone is None:
                    yield element
                else:
                    self._deleted([element], gone)
            elif name == "sdt":
                for content in children(element, "sdtContent"):
                    yield from self._cells(content)
            elif name in _WRAPPERS:
                yield from self._cells(element)


def _runs_on(properties: etree._Element | None) -> ChangeKind | None:
    """Whether a paragraph's mark is gone, so that the next one follows on its line: deleted, or hidden (as inserted)."""
    mark = child(properties, "rPr")
    if mark is None:
        return None
    if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
        return ChangeKind.DELETED
    return ChangeKind.INSERTED if is_on(child(mark, "vanish")) else None


def _number(element: etree._Element | None) -> int | None:
    value = attribute(element, "val")
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 10 else None
