"""Lines of plain text -> blocks: paragraphs rebuilt from hard-wrapped lines, headings, items and rows told apart.

Text taken out of a PDF has a line end where the page had one, and often an empty line after each. What opens a block is
therefore read from the line itself: a number, a bullet, a heading, a row, or the end of the sentence before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from art28.document.model import Block, BlockKind, Page, Span

_HEADING_WORD = re.compile(
    r"^(?:artikel|article|bijlage|annex|annexe|appendix|schedule|exhibit|anlage|anhang|§)\s*(?:\d{1,2}|[A-Z]|[IVX]{1,5})\b.{0,110}$",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+")
_NUMBER = re.compile(
    r"^(?:\*\*|__)?(?P<label>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)](?!\d)|\(?[a-z][.)]|\(?[ivx]{1,4}\))(?:\*\*|__)?\s+",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?$")
_BULLET = re.compile(r"^(?P<label>[•●○▪■◦‣·\uf0b7\uf0a7o*–—-])\s+(?=\S)")
_PAGE_NUMBER = re.compile(
    r"^(?:(?:pagina|page|seite|blz\.?|p\.)\s*)?\d{1,3}(?:\s*(?:van|of|von|/|sur|de)\s*\d{1,3})?$", re.IGNORECASE
)
_TABLE_ROW = re.compile(r"^\|.*\|$")
_TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|[\s:|-]*$")
_FIELD = re.compile(r"^[A-Z][\w .,/()'-]{1,40}:(?:\s|$)")
_SENTENCE_END = re.compile(r"[.;:?!][\"'”’)]*$")
_SHORT = 0.72


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text without its line end: `start:end` of the text, stripped of white space at both sides."""

    start: int
    end: int
    page: int | None
    after_blank: int


def split_lines(text: str, pages: Sequence[Page] = ()) -> tuple[TextLine, ...]:
    """The lines of `text` that are not empty, each with the number of empty lines before it."""
    found: list[TextLine] = []
    blank, at, page = 0, 0, 0
    for raw in re.split(r"(?<=[\n\f])", text):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            while page + 1 < len(pages) and pages[page].span.end <= start:
                page += 1
            found.append(TextLine(start, start + len(stripped), pages[page].number if pages else None, blank))
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return tuple(found)


def blocks_of(text: str, lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """The blocks that `lines` of `text` make."""
    width = _usual_width(lines)
    double_spaced = _double_spaced(lines)
    blocks: list[Block] = []
    open_block: list[TextLine] = []
    kind, label = BlockKind.PARAGRAPH, None
    table = -1
    last_was_row = False

    def close() -> None:
        if open_block:
            span = Span(open_block[0].start, open_block[-1].end)
            blocks.append(Block(kind, span, open_block[0].page, label))
            open_block.clear()

    for line in lines:
        content = text[line.start : line.end]
        if _TABLE_ROW.match(content):
            close()
            if not last_was_row:
                table += 1
            last_was_row = True
            if not _TABLE_RULE.match(content):
                blocks.append(_row(content, line, table))
            continue
        last_was_row = False
        if (
            _PAGE_NUMBER.match(content)
            and line.after_blank
            and not (open_block and _continues(text, open_block[-1], content, line, width, double_spaced=double_spaced))
        ):
            if open_block and not _SENTENCE_END.search(text[open_block[0].start : open_block[-1].end]):
                blocks.append(Block(BlockKind.PAGE_NUMBER, Span(line.start, line.end), line.page))
                continue
            close()
            blocks.append(Block(BlockKind.PAGE_NUMBER, Span(line.start, line.end), line.page))
            continue
        opened = _opens(content)
        if (
            opened is None
            and open_block
            and _continues(text, open_block[-1], content, line, width, double_spaced=double_spaced)
        ):
            if kind is not BlockKind.HEADING:
                open_block.append(line)
                continue
        close()
        kind, label = opened or (BlockKind.PARAGRAPH, None)
        open_block.append(line)
    close()
    return tuple(blocks)


def _opens(content: str) -> tuple[BlockKind, str | None] | None:
    if _MARKDOWN_HEADING.match(content) or (_HEADING_WORD.match(content) and not content.endswith((".", ";", ","))):
        return BlockKind.HEADING, None
    number = _NUMBER.match(content) or _BARE_NUMBER.match(content)
    if number:
        return BlockKind.ITEM, number["label"]
    bullet = _BULLET.match(content)
    if bullet:
        return BlockKind.ITEM, bullet["label"]
    if _FIELD.match(content) and len(content) < 120:
        return BlockKind.FIELD, None
    return None


def _continues(text: str, before: TextLine, content: str, line: TextLine, width: int, *, double_spaced: bool) -> bool:
    """Whether `content` goes on with the sentence of the line before it."""
    previous = text[before.start : before.end]
    paragraph_break = line.after_blank > (1 if double_spaced else 0)
    if content[:1].islower():
        return not paragraph_break or not _SENTENCE_END.search(previous) or previous.endswith((",", "-"))
    if _SENTENCE_END.search(previous):
        return (
            not paragraph_break
            and not previous.endswith((":", ";"))
            and len(previous) >= width * _SHORT
            and not double_spaced
        )
    return not paragraph_break and len(previous) >= width * _SHORT


def _row(content: str, line: TextLine, table: int) -> Block:
    cells: list[Span] = []
    at = line.start + 1
    for cell in content[1:-1].split("|"):
        stripped = cell.strip()
        start = at + (len(cell) - len(cell.lstrip()) if stripped else 0)
        cells.append(Span(start, start + len(stripped)))
        at += len(cell) + 1
    return Block(BlockKind.TABLE_ROW, Span(line.start, line.end), line.page, None, 0, tuple(cells), table)


def _usual_width(lines: Iterable[TextLine]) -> int:
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _double_spaced(lines: Sequence[TextLine]) -> bool:
    """Whether an empty line follows nearly each line, so that it says nothing about paragraphs."""
    long_lines = [line for line in lines if line.end - line.start > 50]
    return len(long_lines) > 10 and sum(line.after_blank > 0 for line in long_lines) > 0.6 * len(long_lines)
