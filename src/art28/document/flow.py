"""Document -> flow: the running text of an agreement, one line a block, mended and mapped onto the extraction.

Page headers, footers and numbers are left out, white space is folded, words broken at a line end are joined, quotation
marks and dashes are made alike. Each block becomes one line, so a rule never crosses a block unless it means to.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from art28.document.bounding import LONGEST_LINE, LONGEST_ROW, cuts_within, within_bounds
from art28.document.fillings import fillings
from art28.document.layer import Layer, LayerWriter, replaced
from art28.document.ligatures import read_otherwise
from art28.document.mending import stray_spaces
from art28.document.model import OUTSIDE_THE_FLOW, Block, Citation, Document, Span
from art28.document.numbered import clauses_beside_numbers
from art28.document.titled import clauses_beside_titles

CELL_SEPARATOR = "\t"
_DASHES = frozenset("–—‒―−")
ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("‐‑" + "".join(sorted(_DASHES)), "-"),
    }
)
"""Quotation marks and dashes, as the flow writes them."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ĳ": "ij", "Ĳ": "IJ"}
_PLAIN = "[^\\s\\-\u2010\u0002\u00ad\u200b\u200c\u200d\ufeff\u2060" + "".join(_LIGATURES) + "]"
# A run that is copied as it stands, white space, a hyphen, one of two characters that mean something else, or nothing.
_RUN = re.compile(
    rf"(?P<plain>{_PLAIN}+(?:[ -](?={_PLAIN}){_PLAIN}+)*)|(?P<space>\s+)|(?P<hyphen>[-\u2010\u0002\u00ad])"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])|(?P<invisible>.)",
    re.DOTALL,
)
_LINE_END = re.compile(r"[ \t]*\r?\n\s*|\s*\f\s*")
_WHITE = re.compile(r"\s*")
_KEPT_HYPHEN_BEFORE = re.compile(r"(?:en|of|and|or|und|oder|et|ou|dan wel|c\.q\.)\b")
_WORD_BEFORE = re.compile(r"\w+\Z")
_WORD_AFTER = re.compile(r"\w*")
_HYPHENATED = re.compile(r"\b\w++(?:-\w++)+")
_MARKED_BREAK = re.compile(r"\s*<br\b", re.IGNORECASE)
_LONGEST_WORD = 40
# A hyphen that a line ends in, and how many lines there must be to each for a document to break no words.
_ENDS_IN_HYPHEN = re.compile(r"[-\u2010\u0002][ \t]*\r?\n\s*(?P<after>[a-zß-öø-ÿ]+)")
_ANY_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?![\w\-\u2010\u0002])")
_SELDOM, _LONG = 30, 8
# What a hyphen joins to the word behind it.
_JOINED_TEXT = """
    twenty thirty forty fifty sixty seventy eighty ninety machine third self well long short high low cross multi real end
    open on off pre post re co ex oud niet non semi anti pdf csv xml json sms api ict back sub
"""
_JOINED = frozenset(_JOINED_TEXT.split())
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
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start >= end:
            return ()
        return tuple(self.document.cite(span) for span in self.layer.pieces(start, end, gap=_GAP))


def flow_of(document: Document) -> Flow:
    """The running text of `document`."""
    writer = LayerWriter()
    folder = _Folder(document.text, writer)
    lines: list[Line] = []
    at = 0
    set_apart = clauses_beside_titles(clauses_beside_numbers(document.blocks, document.text), document.text)
    for blocks in _together(set_apart):
        length = _write_line(folder, document.text, blocks)
        if not length:
            continue
        lines.append(Line(blocks[0], at, at + length))
        end = blocks[-1].span.end
        writer.put("\n", end, end)
        at += length + 1
    return _bounded(_mended(Flow(document, writer.finish(), tuple(lines))))


def _together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks in the flow, those that continue each other in one list."""
    group: list[Block] = []
    for block in blocks:
        if block.kind in OUTSIDE_THE_FLOW:
            continue
        if group and block.continues and len(block.cells) == len(group[0].cells):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _write_line(folder: "_Folder", text: str, blocks: Sequence[Block]) -> int:
    first = blocks[0]
    if not first.cells:
        return folder.write([part for block in blocks for part in _spoken(text, block.span, block.skips)])
    # A line end alone that isn't read stands within a word.
    within = {skip.end for block in blocks for skip in block.skips if text[skip.start : skip.end] == "\n"}
    length = 0
    for number, cell in enumerate(first.cells):
        if number:
            folder.writer.put(CELL_SEPARATOR, cell.start, cell.start)
            length += 1
        parts = [part for block in blocks for part in _spoken(text, block.cells[number], block.skips)]
        length += folder.write(parts, within)
    return length


def _spoken(text: str, span: Span, skips: Sequence[Span]) -> list[tuple[int, int]]:
    """The ranges of `span` outside `skips`; an empty one stands for a line break that was marked up."""
    parts: list[tuple[int, int]] = []
    at = span.start
    for skip in skips:
        if skip.end <= span.start or skip.start >= span.end:
            continue
        if skip.start > at:
            parts.append((at, skip.start))
        if _MARKED_BREAK.match(text, skip.start, skip.end):
            parts.append((skip.start, skip.start))
        at = max(at, skip.end)
    if at < span.end:
        parts.append((at, span.end))
    return parts


class _Folder:
    """Writes ranges of a text folded, and finds out which words it hyphenates of its own accord."""

    __slots__ = ("_broken", "_hyphenated", "_length", "_pending", "_text", "_unbroken", "writer")

    def __init__(self, text: str, writer: LayerWriter) -> None:
        self._text = text
        self._hyphenated: frozenset[str] | None = None
        self._unbroken: frozenset[str] | None = None
        self._length = 0
        self._pending: tuple[int, int] | None = None
        self._broken = False
        self.writer = writer

    def write(self, parts: Sequence[tuple[int, int]], within: Collection[int] = ()) -> int:
        """Write the `parts` as one line, what begins `within` a word on with it; returns how many characters that makes."""
        self._length, self._pending, self._broken = 0, None, False
        for number, (start, end) in enumerate(parts):
            apart = number and start not in within and not self._broken and self._apart(parts[number - 1][1], start)
            if start == end or apart:
                self._pending = (start, start)
            self._broken = False
            self._part(start, end, parts[number + 1][0] if number + 1 < len(parts) else None)
        return self._length

    def _part(self, start: int, end: int, following: int | None) -> None:
        at = start
        while at < end:
            run = _RUN.match(self._text, at, end)
            if run is None:  # pragma: no cover - every character matches
                return
            at, kind = run.end(), run.lastgroup
            if kind == "space":
                self._pending = run.span()
            elif kind == "hyphen":
                at = self._hyphen(run, end, following)
            elif kind == "plain":
                self._separate()
                self.writer.copy(run[0].translate(ALIKE), run.start())
                self._length += at - run.start()
            elif kind == "ligature":
                self._put(_LIGATURES[run[0]], run)

    def _separate(self) -> None:
        """Write the white space met since the last character, as one space."""
        if self._pending is not None and self._length:
            self.writer.put(" ", *self._pending)
            self._length += 1
        self._pending = None

    def _put(self, text: str, run: re.Match[str]) -> None:
        self._separate()
        self.writer.put(text, *run.span())
        self._length += len(text)

    def _hyphen(self, run: re.Match[str], end: int, following: int | None) -> int:
        """Write a hyphen unless it breaks a word; returns where to go on."""
        broken = self._line_end(run.start(), run.end(), end, following if run.end() == end else None)
        if broken is not None and self._length and self._pending is None:
            if broken[1]:
                self._put("-", run)
            self._broken = run.end() == end
            return broken[0]
        if run[0] != "\u00ad":
            self._put("-", run)
        return run.end()

    def _apart(self, before: int, after: int) -> bool:
        """Whether two parts stand in different blocks, so that white space divides them."""
        return "\n" in self._text[before:after]

    def _line_end(self, hyphen: int, at: int, end: int, following: int | None) -> tuple[int, bool] | None:
        """Where a word broken at `hyphen` goes on and whether its hyphen is shown; None where no word is broken."""
        text = self._text
        if hyphen == 0 or not (text[hyphen - 1].isalnum()):
            return None
        if following is None:
            white = _LINE_END.match(text, at, end)
            if text[hyphen] == "\u0002":
                white = white or _WHITE.match(text, at, end)
            if white is None:
                return None
            at = white.end()
            after = at
        else:
            after = following
        if after < len(text) and text[after].isdigit() and (text[hyphen - 1].isdigit() or text[hyphen - 1].isupper()):
            return at, True
        if after >= len(text) or not text[after].isalpha():
            return None
        if text[hyphen] != "\u0002" and not text[after].islower() and not self._starts_as_name(hyphen):
            return None
        if _KEPT_HYPHEN_BEFORE.match(text, after):
            return None
        left = _WORD_BEFORE.search(text, max(0, hyphen - _LONGEST_WORD), hyphen)
        right = _WORD_AFTER.match(text, after)
        if left is None or right is None:
            return None
        whole = f"{left[0]}-{right[0]}".casefold()
        abbreviated = left[0].isupper() or left[0][-1].isdigit()
        shown = abbreviated or len(left[0]) == 1 or text[after].isupper() or self._hyphenates(whole)
        return at, shown or self._joins(left[0].casefold(), right[0].casefold())

    def _starts_as_name(self, hyphen: int) -> bool:
        """Whether the word before a hyphen is written like a name's first part: "Jan-" with "Willem" on the next line."""
        left = _WORD_BEFORE.search(self._text, max(0, hyphen - _LONGEST_WORD), hyphen)
        return left is not None and left[0].isalpha() and left[0][0].isupper() and not left[0].isupper()

    def _hyphenates(self, word: str) -> bool:
        """Whether the document writes `word` with its hyphen where no line ends."""
        if self._hyphenated is None:
            written = " ".join(word for word in self._text.split() if "-" in word)
            self._hyphenated = frozenset(found.casefold() for found in _HYPHENATED.findall(written))
        return word in self._hyphenated

    def _joins(self, left: str, right: str) -> bool:
        """Whether a hyphen between words is their own: in a document that breaks none, behind what is a word by itself."""
        if self._unbroken is None:
            self._unbroken = _words_unbroken(self._text)
        return left + right not in self._unbroken and (
            left in self._unbroken or (left in _JOINED and bool(self._unbroken))
        )


def _words_unbroken(text: str) -> frozenset[str]:
    """The words of a document that never breaks one at a line end; none of one that does."""
    ends = [
        (before[0], match["after"])
        for match in _ENDS_IN_HYPHEN.finditer(text)
        if (before := _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start()))
    ]
    if len(ends) * _SELDOM > text.count("\n"):
        return frozenset()
    words = frozenset(_ANY_WORD.findall(text.casefold()))
    broken = any((one + other).casefold() in words for one, other in ends if len(one + other) >= _LONG)
    return frozenset() if broken else words


def _mended(flow: Flow) -> Flow:
    """`flow` without the stray spaces inside words and the dots around what was filled in on them, garbled letters read."""
    text, starts = flow.document.text, flow.layer.starts
    cuts = [
        *(
            (start, end, "")
            for start, end in stray_spaces(flow.text, lambda offset: text[starts[offset]] not in _DASHES)
        ),
        *read_otherwise(flow.text),
    ]
    if dots := tuple(fillings(flow.text)):
        cuts = [cut for cut in cuts if not any(start < cut[1] and cut[0] < end for start, end in dots)]
        cuts += ((start, end, "") for start, end in dots)
    if not cuts:
        return flow
    cuts.sort()
    layer = replaced(flow.layer, cuts)
    lines: list[Line] = []
    removed = position = 0
    for line in flow.lines:
        start = line.start - removed
        while position < len(cuts) and cuts[position][0] < line.end:
            cut = cuts[position]
            removed += cut[1] - cut[0] - len(cut[2])
            position += 1
        lines.append(Line(line.block, start, line.end - removed))
    return Flow(flow.document, layer, tuple(lines))


def _bounded(flow: Flow) -> Flow:
    """`flow` with no endless word or line in it."""
    layer = within_bounds(flow.layer)
    if layer is flow.layer and max((line.end - line.start for line in flow.lines), default=0) <= LONGEST_LINE:
        return flow
    lines: list[Line] = []
    at = 0
    ends: list[tuple[int, int, str]] = []
    # Nothing put in or taken out holds a line end, so the lines are still those of the text.
    for line, text in zip(flow.lines, layer.text.split("\n"), strict=False):
        end = at + len(text)
        start = at
        for cut in cuts_within(layer.text, at, end, longest=LONGEST_ROW if line.block.cells else LONGEST_LINE):
            lines.append(Line(line.block, start, cut))
            ends.append((cut, cut + 1, "\n"))
            start = cut + 1
        lines.append(Line(line.block, start, end))
        at = end + 1
    return Flow(flow.document, replaced(layer, ends) if ends else layer, tuple(lines))
