"""Passages as a reader sees them -> the text of a document and its blocks: for formats whose text has to be put together.

Each block stands on lines of its own; the cells of a row are divided by a tab.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from art28.document.links import further
from art28.document.model import Block, BlockKind, Change, ChangeKind, Comment, Link, Span
from art28.reading.building.marked import Mark, Marked, Revision, Target
from art28.reading.building.openings import opening_of

# A number that somebody typed, told from the first word by the tab after it.
_TYPED = re.compile(r"(?P<label>\d{1,2}|[a-z]|[ivx]{1,5})\t+(?=[^\d\s])", re.IGNORECASE)
_PRESENT = frozenset({ChangeKind.INSERTED, ChangeKind.MOVED_HERE})


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says, before it is known where it stands."""

    text: str
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read: its text, the number that its format prints before it, and what its style makes of it."""

    said: Marked
    label: str = ""
    after: str = ""
    heading: int | None = None
    level: int = 0
    is_contents: bool = False

    @property
    def line(self) -> Marked:
        """The whole line that a reader sees."""
        said = self.said.stripped()
        return said.after(self.label + self.after) if self.label else said


class Composer:
    """Collects blocks from first to last."""

    __slots__ = ("_length", "_marks", "_pieces", "blocks", "tables")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self.blocks: list[Block] = []
        self.tables = 0

    @property
    def length(self) -> int:
        """How many characters were written."""
        return self._length

    @property
    def text(self) -> str:
        """The text written so far."""
        return "".join(self._pieces)

    def _put(self, text: str) -> int:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start

    def _mark(self, said: Marked) -> None:
        """Keep the marks of what is written next."""
        at = self._length
        self._marks.extend(Mark(at + mark.start, at + mark.end, mark.what) for mark in said.marks)

    def block(
        self,
        kind: BlockKind,
        text: str | Marked,
        *,
        label: str | None = None,
        level: int = 0,
        skips: Sequence[tuple[int, int]] = (),
    ) -> None:
        """A block of `text`, of which the ranges in `skips` aren't read aloud; nothing where it is blank."""
        given = text if isinstance(text, Marked) else Marked(text)
        said = given.stripped()
        self._mark(said)
        stripped = said.text
        if not stripped:
            return
        lead = given.text.index(stripped[0])
        start = self._put(stripped)
        self._put("\n")
        spans = tuple(
            Span(start + max(left - lead, 0), start + min(right - lead, len(stripped)))
            for left, right in skips
            if lead <= left < right <= lead + len(stripped)
        )
        self.blocks.append(Block(kind, Span(start, start + len(stripped)), None, label, level, skips=spans))

    def paragraph(self, read: Paragraph) -> None:
        """A paragraph, of whose kind its number tells first, then its style, then what is typed."""
        whole, said, label, level = read.line, read.said.stripped(), read.label, read.level
        if read.is_contents:
            self.block(BlockKind.CHROME, whole)
            return
        if read.heading is not None and said.text:
            self.block(BlockKind.HEADING, whole, label=label or None, level=read.heading)
            return
        kind, typed = opening_of(whole.text) or (BlockKind.PARAGRAPH, None)
        tabbed = _TYPED.match(said.text) if typed is None and not label else None
        if tabbed is not None:
            kind, typed = BlockKind.ITEM, tabbed["label"]
        self.block(BlockKind.ITEM if label else kind, whole, label=label or typed, level=level)

    def row(self, cells: Sequence[str | Marked], *, table: int) -> None:
        """A row of a table; nothing where all its cells are blank."""
        parts = [(cell if isinstance(cell, Marked) else Marked(cell)).stripped() for cell in cells]
        if not any(part.text for part in parts):
            for part in parts:
                self._mark(part)
            return
        spans: list[Span] = []
        for number, part in enumerate(parts):
            if number:
                self._put("\t")
            self._mark(part)
            start = self._put(part.text)
            spans.append(Span(start, self._length))
        span = Span(spans[0].start, spans[-1].end)
        self._put("\n")
        self.blocks.append(Block(BlockKind.TABLE_ROW, span, None, None, 0, tuple(spans), table))

    def next_table(self) -> int:
        """The number of a new table."""
        self.tables += 1
        return self.tables - 1

    def changes(self) -> tuple[Change, ...]:
        """The tracked changes in what was written, in its order."""
        text = self.text
        found: list[Change] = []
        for mark in self._marks:
            if isinstance(mark.what, Revision):
                kind, end = mark.what.kind, min(mark.end, len(text))
                start = min(mark.start, end)
                said = text[start:end] if kind in _PRESENT else mark.what.gone
                if said.strip():
                    found.append(Change(kind, Span(start, end), said, mark.what.author, mark.what.when))
        return tuple(sorted(found, key=lambda change: change.span))

    def links(self) -> tuple[Link, ...]:
        """The links in what was written that lead further than their words say, in the order of the text."""
        text = self.text
        found: list[Link] = []
        for mark in self._marks:
            if not isinstance(mark.what, Target):
                continue
            start, end = min(mark.start, len(text)), min(mark.end, len(text))
            address = further(text[start:end], mark.what.address)
            if address is not None and text[start:end].strip():
                found.append(Link(Span(start, end), address))
        return tuple(sorted(found, key=lambda link: link.span))

    def comments(self, remarks: Mapping[str, Remark]) -> tuple[Comment, ...]:
        """The comments by their ids, each on all that was marked with its id, in the order of the text."""
        length = self._length
        spans: dict[str, Span] = {}
        for mark in self._marks:
            if isinstance(mark.what, str) and mark.what in remarks:
                known = spans.get(mark.what)
                start, end = min(mark.start, length), min(mark.end, length)
                spans[mark.what] = (
                    Span(start, end) if known is None else Span(min(start, known.start), max(end, known.end))
                )
        ends = Span(length, length)
        found = [Comment(spans.get(key, ends), each.text, each.author, each.when) for key, each in remarks.items()]
        return tuple(sorted((each for each in found if each.text), key=lambda comment: comment.span))
