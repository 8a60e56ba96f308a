"""Plain text -> Document: the decoded text itself, its pages where form feeds divide it, and blocks rebuilt from lines."""

from art28.document.model import Document, Page, ReadingNote, Span
from art28.reading.lines import blocks_of, split_lines


def read_text(text: str, *, name: str, sha256: str, extraction: str, notes: tuple[ReadingNote, ...] = ()) -> Document:
    """The document that decoded `text` makes; its offsets are those of `text`."""
    pages = _pages(text)
    blocks = blocks_of(text, split_lines(text, pages))
    return Document(name, "text/plain", sha256, extraction, text, blocks, pages, notes)


def _pages(text: str) -> tuple[Page, ...]:
    if "\f" not in text.rstrip("\f\n "):
        return ()
    pages: list[Page] = []
    at = 0
    for number, part in enumerate(text.split("\f"), start=1):
        end = min(at + len(part) + 1, len(text))
        pages.append(Page(number, Span(at, end)))
        at = end
    return tuple(page for page in pages if page.span.end > page.span.start)
