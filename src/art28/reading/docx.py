"""DOCX -> Document: paragraphs with the numbers that Word computes, tables, notes, headers; as accepted, not as tracked.

The text is what a reader sees: deletions are left out and noted, hidden text too; a number that Word prints stands before
its paragraph. Word has no pages until it is laid out, so the document has none.
"""

from collections.abc import Iterator

from lxml import etree

from art28.document.model import BlockKind, Document, NoteCode, ReadingNote
from art28.reading.composing import Composer
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.limits import Limits
from art28.reading.lines import opening_of
from art28.reading.numbering import Numbering
from art28.reading.package import Package, attribute, child, children, local
from art28.reading.wordstyles import Styles
from art28.reading.wordtext import ParagraphReader

EXTRACTION = "docx/1"
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})
_DEEPEST = 30
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, *, name: str, sha256: str, limits: Limits) -> Document:
    """The document that a Word file makes; raises UnreadableFile."""
    package = Package(data, name=name, limits=limits)
    main = next((path for kind, path in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    root = package.part(main)
    body = child(root, "body")
    if body is None:
        raise UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the Word document has no text part: open it in Word, save it anew and send that",
        )
    walker = _Walker(package, main)
    walker.headers(body, "headerReference", BlockKind.PAGE_HEADER)
    walker.blocks(body)
    walker.headers(body, "footerReference", BlockKind.PAGE_FOOTER)
    composer = walker.composer
    return Document(
        name,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        sha256,
        EXTRACTION,
        composer.text,
        tuple(composer.blocks),
        (),
        walker.notes(),
    )


class _Walker:
    """Walks a document's body and writes its blocks."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._related = package.related(main)
        parts = dict(self._related.values())
        self._styles = Styles(self._part(parts, "styles"))
        self._numbering = Numbering(self._part(parts, "numbering"))
        self._reader = ParagraphReader()
        self._notes = {
            (kind, attribute(note, "id") or ""): note
            for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes"))
            for note in children(self._part(parts, part), kind)
            if attribute(note, "type") not in _SEPARATORS
        }
        self._comments = sum(1 for _ in children(self._part(parts, "comments"), "comment"))
        self._note_count = 0
        self.composer = Composer()

    def _part(self, parts: dict[str, str], kind: str) -> etree._Element | None:
        return self._package.part(parts[kind]) if kind in parts else None

    def notes(self) -> tuple[ReadingNote, ...]:
        """What the reader left out or settled."""
        seen = self._reader.seen
        found: list[ReadingNote] = []
        if seen.inserted or seen.deleted:
            found.append(ReadingNote(NoteCode.TRACKED_CHANGES, f"inserted {seen.inserted}, deleted {seen.deleted}"))
        if self._comments:
            found.append(ReadingNote(NoteCode.COMMENTS, str(self._comments)))
        if seen.hidden:
            found.append(ReadingNote(NoteCode.HIDDEN_TEXT, str(seen.hidden)))
        return tuple(found)

    def headers(self, body: etree._Element, reference: str, kind: BlockKind) -> None:
        """The headers or footers of the document's sections, each once, as blocks outside the flow."""
        written: set[str] = set()
        for element in body.iter(f"{{*}}{reference}"):
            _, path = self._related.get(attribute(element, "id") or "", ("", ""))
            root = self._package.part(path) if path else None
            for paragraph in () if root is None else (e for e in root.iter() if local(e) == "p"):
                text = self._reader.read(paragraph).text.strip()
                if text and text not in written:
                    written.add(text)
                    self.composer.block(kind, text)

    def blocks(self, parent: etree._Element, depth: int = 0) -> None:
        """The blocks of the paragraphs and tables in `parent`."""
        if depth > _DEEPEST:
            return
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, depth)
            elif name == "tbl":
                self._table(element, depth)
            elif name in _WRAPPERS:
                self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> None:
        properties = child(paragraph, "pPr")
        read = self._reader.read(paragraph)
        style = attribute(child(properties, "pStyle"), "val") or self._styles.default
        label, after = self._label(properties, style, read.text)
        text = f"{label}{after}{read.text.lstrip()}" if label else read.text
        heading = self._heading(properties, style)
        if self._styles.is_contents(style):
            self.composer.block(BlockKind.CHROME, text)
        elif heading is not None and read.text.strip():
            self.composer.block(BlockKind.HEADING, text, label=label, level=heading)
        else:
            opened = opening_of(text.strip())
            kind, typed = opened if opened is not None else (BlockKind.PARAGRAPH, None)
            if label:
                kind = BlockKind.ITEM
            self.composer.block(kind, text, label=label or typed, level=self._depth(properties))
        for note in read.notes:
            self._note(note)
        for box in read.boxes:
            self.blocks(box, depth + 1)

    def _label(self, properties: etree._Element | None, style: str | None, text: str) -> tuple[str | None, str]:
        """The number that Word prints before a paragraph, and what it puts after it."""
        own = child(properties, "numPr")
        number = attribute(child(own, "numId"), "val")
        depth = attribute(child(own, "ilvl"), "val")
        level = int(depth) if depth is not None and depth.isdigit() else None
        if number is None:
            inherited = self._styles.numbering(style)
            if inherited is None:
                return None, ""
            number, stated, source = inherited
            if level is None:
                level = self._numbering.level_of_style(number, source)
            level = stated if level is None else level
        if number == "0" or (not text.strip() and self._is_deleted(properties)):
            return None, ""
        counted = self._numbering.next(number, level or 0)
        if counted is None or not counted[0]:
            return None, ""
        if not text.strip() and not counted[0][0].isalnum():
            return None, ""
        return counted

    def _is_deleted(self, properties: etree._Element | None) -> bool:
        return child(child(properties, "rPr"), "del") is not None

    def _heading(self, properties: etree._Element | None, style: str | None) -> int | None:
        own = attribute(child(properties, "outlineLvl"), "val")
        if own is not None and own.isdigit():
            return int(own) if int(own) < 9 else None
        return self._styles.heading(style)

    def _depth(self, properties: etree._Element | None) -> int:
        depth = attribute(child(child(properties, "numPr"), "ilvl"), "val")
        return int(depth) if depth is not None and depth.isdigit() else 0

    def _note(self, reference: tuple[str, str]) -> None:
        note = self._notes.get(reference)
        if note is None:
            return
        self._note_count += 1
        words = " ".join(
            self._reader.read(paragraph).text.strip() for paragraph in note.iter() if local(paragraph) == "p"
        )
        self.composer.block(BlockKind.NOTE, f"{self._note_count} {words.strip()}", label=str(self._note_count))

    def _table(self, table: etree._Element, depth: int) -> None:
        rows = [list(_cells(row)) for row in _rows(table)]
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    self.blocks(cell, depth + 1)
            return
        number = self.composer.next_table()
        for cells in rows:
            self.composer.row([self._cell(cell, depth + 1) for cell in cells], table=number)

    def _cell(self, cell: etree._Element, depth: int) -> str:
        """The text of a cell, a line a paragraph; a table within it as lines too."""
        merged = child(child(cell, "tcPr"), "vMerge")
        if depth > _DEEPEST or (merged is not None and attribute(merged, "val") in (None, "continue")):
            return ""
        return "\n".join(line for line in self._lines(cell, depth) if line.strip())

    def _lines(self, parent: etree._Element, depth: int) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name == "p":
                properties = child(element, "pPr")
                read = self._reader.read(element)
                style = attribute(child(properties, "pStyle"), "val") or self._styles.default
                label, after = self._label(properties, style, read.text)
                yield f"{label}{after}{read.text.strip()}" if label else read.text.strip()
                for box in read.boxes:
                    yield from self._lines(box, depth + 1)
            elif name == "tbl":
                for row in _rows(element):
                    yield " ".join(filter(None, (self._cell(cell, depth + 1) for cell in _cells(row))))
            elif name in _WRAPPERS:
                yield from self._lines(element, depth + 1)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        name = local(element)
        if name == "tr":
            if child(child(element, "trPr"), "del") is None:
                yield element
        elif name in _WRAPPERS:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        name = local(element)
        if name == "tc":
            yield element
        elif name in _WRAPPERS:
            yield from _cells(element)
