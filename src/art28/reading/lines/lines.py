"""Lines of plain text -> blocks: paragraphs rebuilt from hard-wrapped lines, headings, items and rows told apart.

Text taken out of a PDF has a line end where the page had one, and often an empty line after each. What opens a block is
therefore read from the line itself: a number, a bullet, a heading, a row, or the end of the sentence before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from art28.document.model import OUTSIDE_THE_FLOW, Block, BlockKind, Span
from art28.document.pattern import compiled
from art28.reading.building.openings import is_bare_number, is_labelled_field, opening_of
from art28.reading.lines.apart import parts_parties, stands_alone
from art28.reading.lines.blank_rows import spaced
from art28.reading.lines.columns import column_heads, heads_two_columns
from art28.reading.lines.counted import counts_within
from art28.reading.lines.flattened import flattened
from art28.reading.lines.forms import formed
from art28.reading.lines.furniture import furniture
from art28.reading.lines.heads import (
    POINT,
    headed,
    headed_apart,
    headed_tables,
    heads,
    is_title,
    numbers_nothing,
)
from art28.reading.lines.margins import double_spaced, is_typed, usual_width
from art28.reading.lines.rows import barred, is_rule, is_ruled_row, row_of, tabbed
from art28.reading.lines.sides import two_sided
from art28.reading.lines.text import TextLine
from art28.reading.lines.unmarked import unmarked_items

_VERSION = re.compile(r"^v\d")
_SENTENCE_END = compiled(rf"(?:{POINT}|[;:])[\"'”’)]*$")
_HANGING = re.compile(
    r"(?:\b(?:de|het|een|van|in|op|te|met|voor|door|en|of|the|of|and|or|to|a|an|der|die|und|B\.V|lid|"
    r"gemäß|nach|conform|volgens|krachtens|pursuant|under|selon)|,)$"
)
_REFERS = compiled(
    r"\b(?:artikel(?:en)?|articles?|art\.|sections?|clauses?|bijlagen?|aanhangsels?|annex|appendix|schedules?|lid|leden|"
    r"paragraaf|onderdeel|(?:de )?heer|mevrouw|dhr\.|mevr\.|mw\.|mrs?\.?|ms\.?)$",
    re.IGNORECASE,
)
# A paragraph that names itself so; and the initial of a name whose title ends the line before.
_CLAUSE = re.compile(r"(?:Lid|Paragraaf|Absatz|Abs\.|Paragraph|Alinéa)\s+\d{1,2}\s*[.:)]\s")
_ARTICLE = re.compile(
    r"(?:Artikel|Article|Art\.|Clause|Section|§)\s*\d{1,2}\s*(?:[.:]\s+|\s(?!AVG|GDPR|DSGVO|RGPD|UAVG|BW|DS-GVO))[A-ZÀ-Þ]"
)
_PART = re.compile(
    r"(?:Deel|Part|Teil|Partie|Module|Hoofdstuk|Chapter|Kapitel|Chapitre)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b",
    re.IGNORECASE,
)
# "Acme B.V. (hierna:" goes on, as nothing else before a colon does.
_IN_BRACKETS = re.compile(r"\([^()]{1,60}:$")
_INITIAL = re.compile(r"[A-Z]\.\s")
_TITLE = re.compile(r"\b(?:mr|drs?|ing|ir|prof|herrn?|frau|monsieur|madame)\.?$", re.IGNORECASE)
_SHOUTED_AT_LEAST = 12
# What two parties sign beside each other.
_SIDE_BY_SIDE = re.compile(r"[^ ] {4,}[^ ]")
_QUOTES = frozenset("\"'“”„‘’«»")
_HEADS_AT_LEAST = 3
_HEADS_SHARE = 0.4
_LONGEST_HEAD = 140
_SHORT = 0.72
_NEARLY = 0.93
# A line that its writer ended this far from the margin ends what it says.
_CUT_SHORT = 0.6
# Tables of two sorts are counted apart.
_MOST_TABLES = 10_000
# A title stands among the first blocks.
_TITLE_WITHIN = 12


def blocks_of(text: str, lines: Sequence["TextLine | Block"]) -> tuple[Block, ...]:
    """The blocks that `lines` of `text` make; blocks among them are known already and stay as they are.

    One that stands outside the flow doesn't end the paragraph around it; any other does.
    """
    return _Builder(text, lines).blocks()


@dataclass(slots=True)
class _Open:
    """The block being collected: its kind, and the lines that it has on this page and has had before."""

    kind: BlockKind
    label: str | None
    lines: list[TextLine] = field(default_factory=list)
    last: TextLine | None = None
    continues: bool = False


class _Builder:
    """Collects the lines of one document into blocks."""

    def __init__(self, text: str, lines: Sequence[TextLine | Block]) -> None:
        self._text = text
        self._lines = lines
        plain = [line for line in lines if isinstance(line, TextLine)]
        self._width = usual_width(plain)
        self._unmeasured = all(line.full is None for line in plain)
        self._typed = is_typed(plain, self._width)
        self._double_spaced = not self._typed and double_spaced(plain)
        self._open: _Open | None = None
        self._blocks: list[Block] = []
        self._table = max(
            (line.table for line in lines if isinstance(line, Block) and line.table is not None), default=-1
        )
        self._after_row = False
        self._spaced_table: int | None = None
        self._tabular = False
        self._divided = tabbed(text, plain) or barred(text, plain)
        self._spaced: dict[int, Block | None] = {**({} if self._double_spaced else spaced(text, plain))}
        known = self._spaced.keys() | self._divided.keys()
        inside = [
            line
            for line in plain
            if line.start not in known and self._outside(line, text[line.start : line.end]) is None
        ]
        tables = flattened(text, inside, self._width)
        if self._unmeasured:
            tables |= two_sided(text, inside, frozenset(tables), _MOST_TABLES // 4)
            tables |= formed(text, inside, frozenset(tables), _MOST_TABLES // 2)
        self._items = frozenset[int]()
        if self._unmeasured and not self._double_spaced:
            free = [line for line in inside if line.start not in tables]
            self._items = unmarked_items(text, free, self._width)
        for start, row in tables.items():
            self._spaced.setdefault(start, row and replace(row, table=(row.table or 0) + _MOST_TABLES))

    def blocks(self) -> tuple[Block, ...]:
        for line in self._lines:
            if isinstance(line, Block):
                self._known(line)
            else:
                self._line(line, self._text[line.start : line.end])
        self._close()
        blocks = tuple(self._blocks)
        if self._typed or (self._unmeasured and numbers_nothing(blocks)):
            blocks = headed_apart(self._text, blocks)
        if not self._unmeasured:
            return blocks
        return headed_tables(self._text, blocks if self._typed else headed(self._text, blocks))

    def _known(self, block: Block) -> None:
        if block.kind in OUTSIDE_THE_FLOW:
            self._pause()
        else:
            self._close()
        self._blocks.append(block)

    def _line(self, line: TextLine, content: str) -> None:
        if is_ruled_row(content) or line.start in self._divided:
            self._row(line, content)
            return
        if line.start in self._spaced:
            row = self._spaced[line.start]
            if row is not None:
                self._spaced_row(row)
            return
        self._after_row = False
        self._tabular = self._in_table(line, content)
        outside = self._outside(line, content)
        if outside is not None:
            self._pause()
            self._blocks.append(Block(outside, Span(line.start, line.end), line.page))
            return
        if line.listed or line.start in self._items:
            self._close()
            self._open = _Open(BlockKind.ITEM, None, [line], line)
            return
        opened = opening_of(content)
        if opened is not None and opened[0] is BlockKind.FIELD and self._mid_sentence(line, content):
            after_field = self._open is not None and (self._open.kind is BlockKind.FIELD or self._is_numbered_field())
            opened = opened if after_field else None
        if opened is not None and self._is_reference(line, content, opened):
            opened = None
        if (opened is not None and self._counts_within(line, content, opened)) or (
            opened is None and self._goes_on(line, content)
        ):
            self._continue(line)
            return
        self._close()
        if line.heading and self._is_title(content, opened):
            opened = (BlockKind.HEADING, opened[1] if opened is not None else None)
        kind, label = opened or (BlockKind.PARAGRAPH, None)
        self._open = _Open(kind, label, [line], line)

    def _is_numbered_field(self) -> bool:
        """Whether the open block is one line, a field with a number before it."""
        block = self._open
        if block is None or block.kind is not BlockKind.ITEM or len(block.lines) != 1:
            return False
        return is_labelled_field(self._text[block.lines[0].start : block.lines[0].end])

    def _in_table(self, line: TextLine, content: str) -> bool:
        """Whether the lines of a table are going by, its columns divided by single spaces: each row then stands alone."""
        if self._double_spaced or line.full is not None:
            return False
        if self._tabular and line.after_blank == 0:
            return True
        if heads_two_columns(content) is not None:
            return True
        heads = column_heads(content)
        return (
            heads >= _HEADS_AT_LEAST
            and len(content) <= _LONGEST_HEAD
            and heads >= _HEADS_SHARE * len(content.split())
            and content[:1].isupper()
            and not _SENTENCE_END.search(content)
            and opening_of(content) is None
        )

    def _is_title(self, content: str, opened: tuple[BlockKind, str | None] | None) -> bool:
        """Whether a line set apart by its type is a title: not a bold item with a small letter or the name of a field."""
        if opened is None or _PART.match(content):
            return True
        label = opened[1] or ""
        numbered = any(character.isdigit() for character in label) or (label.isupper() and label.endswith("."))
        return opened[0] is BlockKind.ITEM and numbered and (content.endswith("?") or not _SENTENCE_END.search(content))

    def _outside(self, line: TextLine, content: str) -> BlockKind | None:
        found = furniture(content, after_blank=bool(line.after_blank))
        return None if found and content.isdigit() and self._mid_sentence(line, content) else found

    def _mid_sentence(self, line: TextLine, content: str) -> bool:
        """Whether the line before is full and ends within a sentence, so that this one goes on with it."""
        before = self._open.last if self._open else None
        if before is None or line.after_blank > (1 if self._double_spaced else 0):
            return False
        previous = self._text[before.start : before.end]
        return not _SENTENCE_END.search(previous) and self._is_full(before, previous, content)

    def _is_reference(self, line: TextLine, content: str, opened: tuple[BlockKind, str | None]) -> bool:
        """Whether what looks like a number or a heading ends a sentence begun above: "… as set out in article" "8.2 ."."""
        before = self._open.last if self._open else None
        if before is None or opened[0] is BlockKind.FIELD:
            return False
        previous = self._text[before.start : before.end]
        if _REFERS.search(previous) or (_INITIAL.match(content) and _TITLE.search(previous)):
            return True
        if opened[0] is BlockKind.HEADING:
            hanging = bool(_HANGING.search(previous)) or (content[:1].islower() and line.full is not None)
            return hanging and self._is_full(before, previous, content) and self._mid_sentence(line, content)
        return False

    def _counts_within(self, line: TextLine, content: str, opened: tuple[BlockKind, str | None]) -> bool:
        """Whether a letter at the start of a line counts on within the sentence that fills the line before."""
        block, label = self._open, opened[1]
        if label is None or block is None or block.last is None or not block.lines or line.after_blank:
            return False
        previous = self._text[block.last.start : block.last.end]
        said = self._text[block.lines[0].start : block.last.end]
        return self._is_full(block.last, previous, content) and counts_within(label, said, content)

    def _goes_on(self, line: TextLine, content: str) -> bool:
        """Whether `content` goes on with the sentence of the line before it."""
        if self._open is None or self._open.last is None:
            return False
        before = self._open.last
        previous = self._text[before.start : before.end]
        if self._open.kind is BlockKind.HEADING:
            return self._heading_goes_on(before, line, previous, content)
        if line.heading and not before.heading:
            return False
        if self._hangs_below(line, previous):
            return True
        if _SIDE_BY_SIDE.search(content) and _SIDE_BY_SIDE.search(previous):
            return False
        if self._open.kind is BlockKind.FIELD and not self._typed and not self._is_full(before, previous, content):
            return False
        if line.full is None and len(self._blocks) < _TITLE_WITHIN and self._parted_by_title(previous, content):
            return False
        if line.full is None and stands_alone(content, previous, ended=bool(_SENTENCE_END.search(previous))):
            return False
        if self._tabular:
            return not content[:1].isupper() and (not content[:1].isdigit() or previous[-1:].isdigit())
        return self._sentence_goes_on(before, line, previous, content)

    def _hangs_below(self, line: TextLine, previous: str) -> bool:
        """Whether a line is set deeper than the field or item above it, which breaks off at a comma or a semicolon."""
        block = self._open
        if block is None or not block.lines or line.after_blank or not previous.endswith((",", ";")):
            return False
        return block.kind is not BlockKind.PARAGRAPH and self._indent(line) > self._indent(block.lines[0])

    def _indent(self, line: TextLine) -> int:
        """How far a line is set in."""
        return line.start - self._text.rfind("\n", 0, line.start)

    def _parted_by_title(self, previous: str, content: str) -> bool:
        """Whether one of two lines is the title, which fills no line and which small letters at the most go on with."""
        if is_title(previous):
            return not content[:1].islower()
        return is_title(content) and len(content) < _NEARLY * self._width and not _HANGING.search(previous)

    def _sentence_goes_on(self, before: TextLine, line: TextLine, previous: str, content: str) -> bool:
        paragraph_break = line.after_blank > (1 if self._double_spaced else 0) and line.page == before.page
        full = self._is_full(before, previous, content)
        if paragraph_break and parts_parties(content, previous):
            return False
        if paragraph_break and len(previous) >= _SHOUTED_AT_LEAST and previous.isupper() and not content.isupper():
            return False
        if before.full is False and len(previous) < _CUT_SHORT * self._width:
            return False
        if content[:1].islower() and not _VERSION.match(content):
            whole = self._typed or bool(_SENTENCE_END.search(previous))
            return not paragraph_break or not whole or previous.endswith((",", "-"))
        if previous.endswith(("\u0002", "-")) and not paragraph_break:
            return True
        if line.full is not None and (_CLAUSE.match(content) or _is_shouted(content, previous)):
            return False
        if previous.endswith(":") and (content[:1] in _QUOTES or _IN_BRACKETS.search(previous)) and not paragraph_break:
            return full
        if _SENTENCE_END.search(previous):
            if _ARTICLE.match(content) or (
                line.full is None and len(content) < _CUT_SHORT * self._width and heads(content)
            ):
                return False
            ended = (":",) if line.full is not None else (":", ";")
            within = not paragraph_break and not previous.endswith(ended) and not self._double_spaced
            return within and line.page == before.page and full
        if paragraph_break:
            return bool(_HANGING.search(previous)) and full
        return is_bare_number(previous) or full

    def _heading_goes_on(self, before: TextLine, line: TextLine, previous: str, content: str) -> bool:
        """Whether a heading runs over two lines: it filled the first, or broke off within a phrase."""
        if line.after_blank > (1 if self._double_spaced else 0) or len(previous) + len(content) > 170:
            return False
        if before.heading and line.heading:
            same = before.heading == line.heading and line.page == before.page
            return (
                same
                and (opening_of(content) is None or bool(_HANGING.search(previous)))
                and (before.full is not False or bool(_HANGING.search(previous)) or previous.endswith("-"))
            )
        if before.full is None and before.heading == line.heading:
            return bool(_HANGING.search(previous)) or (content[:1].islower() and len(previous) > 0.5 * self._width)
        return False

    def _is_full(self, line: TextLine, content: str, following: str) -> bool:
        """Whether a line was ended because the next word didn't fit."""
        if line.full is not None:
            return line.full
        if self._typed:
            return False
        word = following.split(maxsplit=1)[0] if following else ""
        return len(content) >= self._width * _SHORT or len(content) + 1 + len(word) >= self._width * _NEARLY

    def _continue(self, line: TextLine) -> None:
        block = self._open
        if block is None:
            return
        if block.lines and block.lines[-1].page != line.page:
            self._pause()
        block.lines.append(line)
        block.last = line

    def _pause(self) -> None:
        """Write what the open block has so far; should it go on, that will be a block that continues it."""
        block = self._open
        if block is None or not block.lines:
            return
        span = Span(block.lines[0].start, block.lines[-1].end)
        label = None if block.continues else block.label
        skips = tuple(skip for line in block.lines for skip in line.skips)
        self._blocks.append(Block(block.kind, span, block.lines[0].page, label, skips=skips, continues=block.continues))
        block.lines = []
        block.continues = True

    def _close(self) -> None:
        self._pause()
        self._open = None

    def _row(self, line: TextLine, content: str) -> None:
        self._close()
        if not self._after_row or self._divided.get(line.start):
            self._table += 1
        self._after_row = True
        if not is_rule(content):
            self._blocks.append(row_of(content, line, self._table))

    def _spaced_row(self, row: Block) -> None:
        """Write a row that is known, in the table that it opens or goes on with."""
        self._close()
        if row.table != self._spaced_table:
            self._spaced_table = row.table
            self._table += 1
        self._after_row = False
        self._blocks.append(replace(row, table=self._table))


def _is_shouted(content: str, previous: str) -> bool:
    """Whether a line stands in capitals after one that doesn't: words between the parts of an agreement often do."""
    return len(content) >= _SHOUTED_AT_LEAST and " " in content and content.isupper() and not previous.isupper()
