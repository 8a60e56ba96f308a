"""Markdown -> Document: the text is the source itself; blocks point into it and skip its marks.

What a reader doesn't see (marks of emphasis, the target of a link, the backslash of an escape) stays in the text, so that
offsets count the file's own characters, and is skipped in the flow.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from art28.document.model import Block, BlockKind, Document, ReadingNote, Span
from art28.reading.building.openings import opening_of
from art28.reading.markup.boldtitles import make_headings
from art28.reading.markup.inline import Spoken, spoken_lines

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+\S", re.MULTILINE)
_UNDERLINED = re.compile(r"^[^\s#>|-][^\n]*\n(?:={4,}|-{4,})[ \t]*$", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?!\w)")
_LINK = re.compile(r"\[[^\]\n]+\]\((?:https?:|mailto:|/|#)[^)\n]*\)")
_TABLE = re.compile(r"^\|?[ :]*-{3,}[ :|-]*\|[ :|-]*$", re.MULTILINE)
_ESCAPE = re.compile(r"^[#\s>*-]*\d+\\\.|\\_\\_", re.MULTILINE)
_ENOUGH_SIGNS = 3
_BULLETS = frozenset("-*+")
_BULLET_LINE = re.compile(r"[ \t>]*(?P<mark>[-*+])[ \t]+|[ \t>]*(?P<number>\d{1,9}[.)])[ \t]+")
_REPEATED_HEADING = 3
_NUMBERED = re.compile(r"\d")
# "What: names; addresses." below another line of its kind.
_LABELLED = re.compile(r"[A-ZÀ-Þ][\w'’/-]*(?: [\w'’/-]+){0,3}: \S")
_BOLD_LINE = re.compile(
    r"[ \t]*(?P<mark>\*\*|__)(?P<said>(?![\s*_])(?:(?!(?P=mark)).)+)(?P=mark)[ \t\\]*$", re.MULTILINE
)
# A line that ends this far before the usual end was ended on purpose.
_SHORT = 0.6
_PARSER = (
    MarkdownIt("commonmark", {"html": True}).enable("table").disable(["code", "html_block", "text_join", "reference"])
)


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: it shows several of its marks, or one of them often."""
    signs = [len(pattern.findall(text)) for pattern in (_HEADING, _UNDERLINED, _STRONG, _LINK, _TABLE, _ESCAPE)]
    headings = signs[0] + signs[1]
    return (
        headings >= _ENOUGH_SIGNS
        or (sum(signs) >= _ENOUGH_SIGNS and sum(sign > 0 for sign in signs) > 1)
        or (signs[2] >= 2 * _ENOUGH_SIGNS)
    )


def read_markdown(
    text: str, *, name: str, sha256: str, extraction: str, notes: tuple[ReadingNote, ...] = ()
) -> Document:
    """The document that Markdown `text` makes; its offsets are those of the source."""
    blocks = list(_Reader(text).blocks())
    make_headings(blocks, text, [at for at, block in enumerate(blocks) if _is_bold(text, block)])
    inside = _without_running_heads(text, blocks)
    return Document(name, "text/markdown", sha256, extraction, text, inside, (), notes)


@dataclass(frozen=True, slots=True)
class _Item:
    """The list item whose first paragraph is still to come: its mark as written and its depth."""

    start: int
    mark: str
    level: int


class _Reader:
    """Walks the tokens of a source and yields its blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        # markdown-it counts lines after it has made every line end alike.
        self.lines = _line_starts(text)
        self.width = _usual_width(text)
        self.table = -1

    def blocks(self) -> Iterator[Block]:
        tokens = _PARSER.parse(self.text)
        depth, item, heading = 0, None, None
        inside_table = False
        for token in tokens:
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth += 1
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
            elif token.type == "list_item_open":
                item = self._item(token, depth - 1)
            elif token.type == "list_item_close":
                item = None
            elif token.type == "heading_open":
                heading = int(token.tag[1]) - 1
            elif token.type == "heading_close":
                heading = None
            elif token.type == "table_open":
                inside_table = True
                self.table += 1
                yield from self._rows(token)
            elif token.type == "table_close":
                inside_table = False
            elif token.type == "inline" and not inside_table:
                yield from self._inline(token, item, heading, max(depth - 1, 0))
                item = None
            elif token.type == "fence":
                yield from self._fence(token)

    def _range(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, 0)
        return self.lines[first], self.lines[min(last, len(self.lines) - 1)]

    def _item(self, token: Token, level: int) -> _Item | None:
        start, end = self._range(token)
        match = _BULLET_LINE.match(self.text, start, end)
        # An item within an item may start on its parent's line.
        while match is not None and match["mark"] and token.markup not in _BULLETS:
            match = _BULLET_LINE.match(self.text, match.end(), end)
        if match is None:
            return None
        group = "mark" if match["mark"] else "number"
        return _Item(match.start(group), match[group], level)

    def _inline(self, token: Token, item: _Item | None, heading: int | None, level: int) -> Iterator[Block]:
        start, end = self._range(token)
        lines = spoken_lines(
            self.text, start if item is None else item.start + len(item.mark), end, token.children or ()
        )
        for number, group in enumerate(self._paragraphs(lines)):
            parts = [part for line in group for part in line.parts]
            span = Span(parts[0][0], parts[-1][1])
            skips = self._skips(group)
            words = " ".join(line.text(self.text) for line in group).strip()
            if not words:
                continue
            if heading is not None:
                yield Block(BlockKind.HEADING, span, level=heading, skips=skips)
                continue
            opened = opening_of(words)
            if number == 0 and item is not None:
                yield self._item_block(item, span, skips, words)
            elif opened is not None and opened[0] is not BlockKind.HEADING:
                yield Block(opened[0], span, label=opened[1], level=level, skips=skips)
            elif opened is not None and group[0].parts:
                yield Block(BlockKind.HEADING, span, skips=skips)
            else:
                yield Block(BlockKind.PARAGRAPH, span, level=level, skips=skips)

    def _item_block(self, item: _Item, span: Span, skips: tuple[Span, ...], words: str) -> Block:
        opened = opening_of(words)
        if opened is not None and opened[1] is not None and item.mark in _BULLETS:
            # The bullet of a converter before the agreement's own number.
            return Block(BlockKind.ITEM, span, label=opened[1], level=item.level, skips=skips)
        whole = Span(item.start, span.end)
        gap = Span(item.start + len(item.mark), span.start)
        white = self.text[gap.start : gap.end].isspace() or gap.start == gap.end
        marks = () if white else (Span(gap.start + 1, gap.end),) if gap.end > gap.start + 1 else ()
        return Block(BlockKind.ITEM, whole, label=item.mark, level=item.level, skips=(*marks, *skips))

    def _paragraphs(self, lines: Sequence[Spoken]) -> list[list[Spoken]]:
        """The paragraphs that the lines of one paragraph of the source make: a line ended on purpose ends one."""
        groups: list[list[Spoken]] = []
        for line in lines:
            if groups and not self._starts_anew(groups[-1][-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        return groups

    def _starts_anew(self, before: Spoken, line: Spoken) -> bool:
        if before.broken:
            return True
        words = line.text(self.text).strip()
        opened = opening_of(words)
        if opened is not None and opened[0] is not BlockKind.HEADING:
            return True
        earlier = before.text(self.text).strip()
        if earlier.endswith(".") and _LABELLED.match(words):
            return True
        return len(earlier) < self.width * _SHORT and not words[:1].islower() and not earlier.endswith(",")

    def _skips(self, group: Sequence[Spoken]) -> tuple[Span, ...]:
        found: list[Span] = []
        for number, line in enumerate(group):
            if number:
                gap = self.text[group[number - 1].parts[-1][1] : line.parts[0][0]]
                found.extend(_marks_between(gap, group[number - 1].parts[-1][1]))
            found.extend(line.skips())
        return tuple(found)

    def _rows(self, token: Token) -> Iterator[Block]:
        first, last = token.map or (0, 0)
        for number in range(first, last):
            if number == first + 1:
                continue
            start, end = self.lines[number], self.lines[number + 1]
            row = self._row(start, end)
            if row is not None:
                yield row

    def _row(self, start: int, end: int) -> Block | None:
        cells: list[Span] = []
        skips: list[Span] = []
        for cell_start, cell_end in _cells(self.text, start, end):
            tokens = _PARSER.parseInline(self.text[cell_start:cell_end])[0].children or ()
            lines = spoken_lines(self.text, cell_start, cell_end, tokens)
            if not lines:
                cells.append(Span(cell_start, cell_start))
                continue
            parts = [part for line in lines for part in line.parts]
            cells.append(Span(parts[0][0], parts[-1][1]))
            skips.extend(Span(left[1], right[0]) for left, right in pairwise(parts) if right[0] > left[1])
        filled = [cell for cell in cells if cell.end > cell.start]
        if not filled:
            return None
        span = Span(cells[0].start, max(cells[-1].end, filled[-1].end))
        return Block(BlockKind.TABLE_ROW, span, None, None, 0, tuple(cells), self.table, tuple(skips))

    def _fence(self, token: Token) -> Iterator[Block]:
        first, last = token.map or (0, 0)
        for number in range(first + 1, last):
            start, end = self.lines[number], self.lines[number + 1]
            line = self.text[start:end]
            if line.strip() and not line.strip().startswith(token.markup):
                begin = start + len(line) - len(line.lstrip())
                yield Block(BlockKind.PARAGRAPH, Span(begin, begin + len(line.strip())))


def _marks_between(gap: str, offset: int) -> Iterator[Span]:
    """The marks in what lies between two lines: all of it but its white space."""
    for match in re.finditer(r"\S+", gap):
        yield Span(offset + match.start(), offset + match.end())


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of a table row's cells, stripped of white space and of the pipes at both ends."""
    line = text[start:end]
    content = line.strip()
    begin = start + line.index(content) if content else start
    stop = begin + len(content)
    if content.startswith("|"):
        begin += 1
    if content.endswith("|") and not content.endswith("\\|") and stop - 1 >= begin:
        stop -= 1
    found: list[tuple[int, int]] = []
    at = begin
    for index in range(begin, stop + 1):
        if index == stop or (text[index] == "|" and text[index - 1] != "\\"):
            cell = text[at:index]
            lead = len(cell) - len(cell.lstrip()) if cell.strip() else 0
            found.append((at + lead, at + lead + len(cell.strip())))
            at = index + 1
    return found


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts.extend(match.end() for match in re.finditer(r"\r\n|\n|\r", text))
    if starts[-1] != len(text):
        starts.append(len(text))
    return starts


def _usual_width(text: str) -> int:
    """How long a line gets before it is wrapped; most lines of a text that isn't wrapped are paragraphs."""
    lengths = sorted(len(line) for line in text.splitlines() if len(line) > 40)
    return min(lengths[int(len(lengths) * 0.75)], 120) if lengths else 80


def _is_bold(text: str, block: Block) -> bool:
    """Whether a block is one line that stands in bold from its first word to its last."""
    if block.cells:
        return False
    match = _BOLD_LINE.match(text, text.rfind("\n", 0, block.span.start) + 1)
    return match is not None and match.span("said") == (block.span.start, block.span.end)


def _without_running_heads(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with the headings that stand on every page, as converters leave them, taken out of the flow."""
    tops = min((block.level for block in blocks if block.kind is BlockKind.HEADING), default=0)
    counted = Counter(
        text[block.span.start : block.span.end]
        for block in blocks
        if block.kind is BlockKind.HEADING and block.level == tops
    )
    heads = {words for words, count in counted.items() if count >= _REPEATED_HEADING and not _NUMBERED.search(words)}
    return tuple(
        replace(block, kind=BlockKind.PAGE_HEADER, level=0)
        if block.kind is BlockKind.HEADING and text[block.span.start : block.span.end] in heads
        else block
        for block in blocks
    )
