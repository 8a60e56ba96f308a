"""Document -> flow: the running text of an agreement, one line a block, mended and mapped onto the extraction.

Page headers, footers and numbers are left out, white space is folded, words broken at a line end are joined, quotation
marks and dashes are made alike. Each block becomes one line, so a rule never crosses a block unless it means to.
"""

import re
from dataclasses import dataclass

from art28.document.layer import Layer, LayerWriter
from art28.document.model import OUTSIDE_THE_FLOW, Block, Citation, Document

CELL_SEPARATOR = "\t"
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("–—‒―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003", " "),
    }
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ĳ": "ij", "Ĳ": "IJ"}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060")
_END_OF_LINE_HYPHEN = re.compile(r"(?<=\w)(?:\u0002\s*|[-\u00ad\u2010][ \t]*\r?\n\s*(?=[a-zà-ÿ]))")
_KEPT_HYPHEN_BEFORE = re.compile(r"\s*(?:en|of|and|or|und|oder|et|ou|dan wel|c\.q\.)\b")
# Two ranges of one passage are cited apart when more than this many characters lie between them: a page header, not a
# line end.
_GAP = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A block in the flow: `start:end` of the flow's text, without the line end."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The running text over a document, and its lines in order."""

    document: Document
    layer: Layer
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The running text."""
        return self.layer.text

    def citations(self, start: int, end: int) -> tuple[Citation, ...]:
        """The verbatim passages behind `start:end` of the flow, several where it crosses what the flow leaves out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return tuple(self.document.cite(span) for span in self.layer.pieces(start, end, gap=_GAP))


def flow_of(document: Document) -> Flow:
    """The running text of `document`."""
    writer = LayerWriter()
    lines: list[Line] = []
    at = 0
    for block in document.blocks:
        if block.kind in OUTSIDE_THE_FLOW:
            continue
        length = _write_block(writer, document.text, block)
        if not length:
            continue
        lines.append(Line(block, at, at + length))
        writer.put("\n", block.span.end, block.span.end)
        at += length + 1
    return Flow(document, writer.finish(), tuple(lines))


def _write_block(writer: LayerWriter, text: str, block: Block) -> int:
    if not block.cells:
        return _write_folded(writer, text, block.span.start, block.span.end)
    length = 0
    for number, cell in enumerate(block.cells):
        if number:
            writer.put(CELL_SEPARATOR, cell.start, cell.start)
            length += 1
        length += _write_folded(writer, text, cell.start, cell.end)
    return length


def _write_folded(writer: LayerWriter, text: str, start: int, end: int) -> int:
    """Write `text[start:end]` folded; returns how many characters were written."""
    length, at = 0, start
    pending: int | None = None
    while at < end:
        character = text[at]
        broken = _END_OF_LINE_HYPHEN.match(text, at, end) if character in "-\u0002\u00ad\u2010" else None
        if broken and length and not _KEPT_HYPHEN_BEFORE.match(text, broken.end()):
            at, pending = broken.end(), None
            continue
        if character in _INVISIBLE or character == "\u0002":
            at += 1
            continue
        if character.isspace():
            pending = at if pending is None else pending
            at += 1
            continue
        if pending is not None and length:
            writer.put(" ", pending, at)
            length += 1
        pending = None
        mended = _LIGATURES.get(character) or character.translate(_ALIKE)
        writer.put(mended, at, at + 1)
        length += len(mended)
        at += 1
    return length
