"""A text and its passages -> pages of blocks, in pieces that are lit where a passage lies.

Offsets are cut here, in code points; the browser never counts characters.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from art28.document.model import Block, BlockKind, Span
from art28.web.agreements import rows
from art28.web.agreements.models import AgreementText

_HEADING_DEPTH = 4
_MARGIN = frozenset({BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.PAGE_NUMBER})
_LEFT_OUT = _MARGIN | {BlockKind.CHROME}
_MOST_EXCERPTED = 8
_BROKEN_WORD = re.compile(r"\u0002\s*|(?<=\w)-[ \t]*\r?\n\s*(?=[a-zà-ÿ])(?!(?:en|of|and|or)\b)")
_MARKED_BREAK = re.compile(r"\s*<br\b", re.IGNORECASE)
_LINE_END = re.compile(r"\s*\r?\n\s*|\u000c")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that something rests on; `of` names what ("fact:breach.deadline"), `lit` marks the chosen one.

    One that refers to something has no `of`: `href` is where it leads, `lost` says that it leads nowhere. `found` numbers
    a place that was searched for, from 1.
    """

    start: int
    end: int
    of: str
    style: str
    lit: bool = False
    href: str = ""
    lost: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the same passages cover, from offset `at`.

    `anchor` is set where a passage starts; plain text has neither `of` nor `style`.
    """

    text: str
    at: int
    of: str = ""
    style: str = ""
    anchor: str = ""
    href: str = ""
    lost: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table to draw; `anchor` is set where something leads to it."""

    cells: tuple[tuple[Piece, ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block to draw: `tag` is the element, `rows` are a table's, `pieces` the text of anything else.

    `anchor` is set where something leads to it.
    """

    tag: str
    style: str
    pieces: tuple[Piece, ...] = ()
    rows: tuple[RowView, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page to draw; `number` is None where the format has no pages; `recognised` is how sure its recognition is, in %."""

    number: int | None
    blocks: tuple[BlockView, ...]
    recognised: int | None = None


def anchor(start: int) -> str:
    """The name by which an address finds a passage that starts there."""
    return f"p{start}"


def block_anchor(start: int) -> str:
    """The name by which an address finds the block that starts there."""
    return f"b{start}"


def pages_of(
    text: AgreementText, passages: Iterable[Passage], led_to: frozenset[int] = frozenset()
) -> tuple[PageView, ...]:
    """The whole document, page by page; the blocks that start at one of `led_to` get an anchor."""
    blocks = (rows.to_block(row) for row in text.blocks)
    shown = [block for block in blocks if block.kind is not BlockKind.CHROME]
    cutter = _Cutter(text.text, sorted(passages, key=lambda passage: (passage.start, passage.end)))
    recognised = {page.number: page.recognised for page in rows.to_pages(text)}
    return tuple(
        PageView(number, tuple(_blocks(cutter, list(of_page), led_to)), recognised.get(number))
        for number, of_page in groupby(shown, key=lambda b: b.page)
    )


def excerpts_of(text: AgreementText, passages: Sequence[Passage]) -> tuple[PageView, ...]:
    """The blocks in which passages stand, each with the one before and after; a stretch of them is a page to draw."""
    blocks = [block for block in (rows.to_block(row) for row in text.blocks) if block.kind not in _LEFT_OUT]
    hit = [
        number
        for number, block in enumerate(blocks)
        if any(each.start < block.span.end and each.end > block.span.start for each in passages)
    ]
    wanted = sorted({near for number in hit[:_MOST_EXCERPTED] for near in (number - 1, number, number + 1)})
    shown = [(number, blocks[number]) for number in wanted if 0 <= number < len(blocks)]
    cutter = _Cutter(text.text, sorted(passages, key=lambda passage: (passage.start, passage.end)))
    stretches: list[list[Block]] = []
    before = None
    for number, block in shown:
        if before is None or number > before + 1 or stretches[-1][-1].page != block.page:
            stretches.append([])
        stretches[-1].append(block)
        before = number
    sure = {page.number: page.recognised for page in rows.to_pages(text)}
    return tuple(
        PageView(stretch[0].page, tuple(_blocks(cutter, stretch)), sure.get(stretch[0].page or 0))
        for stretch in stretches
    )


def _blocks(cutter: "_Cutter", blocks: Sequence[Block], led_to: frozenset[int] = frozenset()) -> Iterator[BlockView]:
    def name(block: Block) -> str:
        return block_anchor(block.span.start) if block.span.start in led_to else ""

    for table, group in groupby(blocks, key=lambda block: block.table if block.cells else None):
        members = list(group)
        if table is not None:
            yield BlockView(
                "table",
                "",
                rows=tuple(
                    RowView(tuple(cutter.pieces(cell, row.skips) for cell in row.cells), name(row)) for row in members
                ),
            )
            continue
        for block in members:
            yield BlockView(_tag(block), _style(block), cutter.pieces(block.span, block.skips), anchor=name(block))


def _tag(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f"h{min(block.level + 2, _HEADING_DEPTH)}"
    return "p"


def _style(block: Block) -> str:
    if block.kind in _MARGIN:
        return "margin"
    if block.kind is BlockKind.ITEM:
        return f"item level-{min(block.level, 3)}"
    return block.kind.value


class _Cutter:
    """Cuts spans of one text at the ends of passages."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        self._passages = passages
        self._starts = [passage.start for passage in passages]
        self._longest = max((passage.end - passage.start for passage in passages), default=0)

    def pieces(self, span: Span, skips: Sequence[Span] = ()) -> tuple[Piece, ...]:
        """The text of `span` in pieces; passages that reach over it are lit as far as it goes.

        What `skips` name, marks of emphasis and the like, is not shown: where a passage starts in it, an empty piece does.
        """
        near = slice(bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end))
        over = [each for each in self._passages[near] if each.end > span.start]
        edges = {span.start, span.end}
        for passage in over:
            edges.update((max(passage.start, span.start), min(passage.end, span.end)))
        silent = [skip for skip in skips if span.start < skip.end and skip.start < span.end]
        for skip in silent:
            edges.update((max(skip.start, span.start), min(skip.end, span.end)))
        pieces = [
            self._piece(start, end, over, silent=any(skip.start <= start and end <= skip.end for skip in silent))
            for start, end in pairwise(sorted(edges))
        ]
        return tuple(piece for piece in pieces if piece.text or piece.anchor)

    def _piece(self, start: int, end: int, over: Sequence[Passage], *, silent: bool) -> Piece:
        text = _shown(self._text[start:end])
        if silent:
            text = " " if _MARKED_BREAK.match(text) else ""
        here = [passage for passage in over if passage.start <= start and passage.end >= end]
        if not here:
            return Piece(text, start)
        starting = [passage for passage in here if passage.start == start]
        styles = dict.fromkeys(passage.style for passage in here if passage.style)
        lit = ("lit",) if any(passage.lit for passage in here) else ()
        return Piece(
            text,
            start,
            of=" ".join(dict.fromkeys(passage.of for passage in here if passage.of)),
            style=" ".join((*styles, *lit)),
            anchor=anchor(start) if starting else "",
            href=next((passage.href for passage in here if passage.href), ""),
            lost=next((passage.lost for passage in here if passage.lost), ""),
            found=next((passage.found for passage in starting if passage.found), 0),
        )


def _shown(text: str) -> str:
    """The text as a reader wants it: words whole again, lines run on."""
    return _LINE_END.sub(" ", _BROKEN_WORD.sub("", text))


def shown_with_sources(text: str) -> tuple[str, list[int]]:
    """The text as shown, and for each of its characters the offset in `text` that it came from."""
    whole, sources = _replaced(text, list(range(len(text))), _BROKEN_WORD, "")
    return _replaced(whole, sources, _LINE_END, " ")


def _replaced(text: str, sources: list[int], pattern: re.Pattern[str], by: str) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        parts += [text[at : match.start()], by]
        kept += sources[at : match.start()] + [sources[match.start()]] * len(by)
        at = match.end()
    return "".join([*parts, text[at:]]), kept + sources[at:]
