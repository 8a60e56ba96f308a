"""A document: its unaltered text, and the blocks, pages and passages that point into it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 <= start <= end, not {self.start}:{self.end}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim passage: `text` equals `Document.text[start:end]`; `page` is None where the format has no pages.

    `recognised` tells that the text was recognised in a picture, so that a letter or a figure in it may be misread.
    `document` names the document in which it stands where that is another than the agreement's own text: an addendum to it.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    recognised: bool = False
    document: str = ""


class BlockKind(StrEnum):
    """What a block is to the reader; the last four are kept, but stand outside the flow of the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_ROW = "table_row"
    FIELD = "field"
    NOTE = "note"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    PAGE_NUMBER = "page_number"
    CHROME = "chrome"


OUTSIDE_THE_FLOW = frozenset({BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.PAGE_NUMBER, BlockKind.CHROME})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together: a heading, a paragraph, an item, a row of a table.

    `span` covers the block's text, `label` is its number or bullet as it stands in the text ("4.1", "a)", "•"), None
    where it has none; `level` is the depth of a heading or an item, 0 outermost. A row of a table lists the spans of its
    `cells`, left to right, and names its `table` by number, counted from 0; both are empty and None elsewhere. `skips`
    lists, in order, what inside the block is not read aloud: marks of emphasis, the target of a link. A block that
    `continues` goes on with the sentence of the block before it in the flow, across a page or a column; a row that does,
    cell by cell with the row before it.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    label: str | None = None
    level: int = 0
    cells: tuple[Span, ...] = ()
    table: int | None = None
    skips: tuple[Span, ...] = ()
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number as counted from 1, and the range of text that stands on it.

    `recognised` is how sure the recognition of its text in a picture is, in per cent; None where the text is the file's own.
    """

    number: int
    span: Span
    recognised: int | None = None


class NoteCode(StrEnum):
    """What a reader wants known about how it read."""

    ENCODING_GUESSED = "encoding_guessed"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    TRACKED_CHANGES = "tracked_changes"
    COMMENTS = "comments"
    HIDDEN_TEXT = "hidden_text"
    FORM_FIELDS = "form_fields"
    EMBEDDED_FILES = "embedded_files"
    RECOGNISED_TEXT = "recognised_text"
    SIGNATURES = "signatures"
    PICTURES = "pictures"
    EMPTY_FIELDS = "empty_fields"
    LEFT_OUT = "left_out"
    LINKS = "links"


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """A remark on the reading: a code, and the numbers or names that go with it."""

    code: NoteCode
    detail: str = ""


class ChangeKind(StrEnum):
    """What a tracked change did; text that moved is one change where it went and one where it stood."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change, read as accepted.

    `text` is what was inserted or deleted; `span` is where it stands in `Document.text`, the empty range where it stood
    for what is gone. `author` and `when` (ISO 8601) are as the file states them, empty where it doesn't.
    """

    kind: ChangeKind
    span: Span
    text: str
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: `text` by `author` on `span` of `Document.text`, which is no part of the agreement."""

    span: Span
    text: str
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words at `span` of `Document.text` that lead to an address which they don't show, as the file states it."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Share:
    """One of the agreements that a file holds: which, of how many, and the range of the file's text that it takes up."""

    number: int
    of: int
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `text` is the unaltered extraction: every offset in art28 counts its code points.

    `sha256` is that of the file's bytes, in hexadecimal; `extraction` names the version of the reader, so that offsets of
    different extractions are never mixed. `changes`, `comments` and `links` stand beside the text, in its order. Where the
    file holds several agreements, the document of one has its `share` of the blocks.
    """

    name: str
    media_type: str
    sha256: str
    extraction: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    notes: tuple[ReadingNote, ...] = field(default=())
    changes: tuple[Change, ...] = field(default=())
    comments: tuple[Comment, ...] = field(default=())
    links: tuple[Link, ...] = field(default=())
    share: Share | None = None

    def cite(self, span: Span) -> Citation:
        """The passage at `span`, with the page on which it starts."""
        page = self._page_of(span.start)
        text = self.text[span.start : span.end]
        if page is None:
            return Citation(text, span.start, span.end)
        return Citation(text, span.start, span.end, page.number, page.recognised is not None)

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds `offset`; None where the format has no pages."""
        page = self._page_of(offset)
        return page.number if page is not None else None

    def _page_of(self, offset: int) -> Page | None:
        at = bisect_right(self.pages, offset, key=lambda page: page.span.start) - 1
        return self.pages[at] if at >= 0 and offset < self.pages[at].span.end else None


def covering(spans: Sequence[Span]) -> Span:
    """The smallest span that holds all of `spans`, which may not be empty."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
