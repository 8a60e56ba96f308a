"""Lines of plain text -> the rows of tables among them whose columns are told by blanks alone.

Such a table is a run of lines whose words begin again and again at the same places, with a gap before each. A line that has
nothing in the first column goes on with the row above it, cell by cell; what two parties fill in or sign side by side is no
table, nor are labels that a colon parts from what is said, nor the columns of a page of text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from art28.agreement.legalforms import LEGAL_FORM
from art28.document.model import Block, BlockKind, Span
from art28.reading.building.openings import opening_of
from art28.reading.lines.text import TextLine

_APART = re.compile(r" {2,}")
_WIDE = 3
_NEAR = 1
_LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})(?:\.\d{1,2})*[.)]?|[^\w\s])")
_FEWEST_ROWS = 2
_MOST_COLUMNS = 8
# A field that stands twice on a line, a line to sign on, a place and a date: what two parties fill in side by side.
_FIELD = re.compile(r"([A-Za-zÀ-ÿ][\w /()-]{1,40}?) ?(?::|\.{3}|…|_{3})")
_BLANK = re.compile(r"[._…]{4,}$")
_SIGNED = re.compile(
    r"(?:te )?[A-ZÀ-Þ][\w' -]{1,40},? (?:d\.d\.|\d{1,2}[ -](?:\d{1,2}|[a-zäéû]{3,9})[ -]\d{4})|"
    r"(?:namens|voor) (?:de |het )?\S.*|(?:handtekening|signature|unterschrift|signed|getekend|for and on behalf)\b.*",
    re.IGNORECASE,
)
_PROSE_ROWS = 6
_PROSE_WIDTH = 26
_PROSE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of a line between gaps: where they begin on it, and where they stand in the text."""

    column: int
    span: Span


@dataclass(slots=True)
class _Region:
    """Lines that share their columns: where each column begins, and the parts of each line."""

    columns: list[int]
    lines: list[tuple[TextLine, tuple[_Part, ...]]] = field(default_factory=list)

    def place_of(self, part: _Part) -> int | None:
        """The column in which a part stands."""
        return next((at for at, start in enumerate(self.columns) if abs(start - part.column) <= _NEAR), None)


def spaced(text: str, lines: Sequence[TextLine]) -> dict[int, Block]:
    """The rows of such tables by where their line begins; each block counts its tables from 0 and may go on with a row."""
    if any(line.full is not None for line in lines) or "   " not in text:
        return {}
    found: dict[int, Block] = {}
    number = 0
    for region in _regions(text, lines):
        if _is_table(text, region):
            for block in _rows(text, region, number):
                found[block.span.start] = block
            number += 1
    return found


def _regions(text: str, lines: Sequence[TextLine]) -> Iterator[_Region]:
    region: _Region | None = None
    for line in lines:
        parts = _parts(text, line, region)
        if region is not None and _belongs(text, region, line, parts):
            region.lines.append((line, parts))
            continue
        before, region = region, _opened(_parts(text, line, None), line)
        if before is None:
            continue
        if region is not None and _heads(before, region, line):
            region.lines[:0] = before.lines
        else:
            yield before
    if region is not None:
        yield region


def _opened(parts: tuple[_Part, ...], line: TextLine) -> _Region | None:
    """The region that a line may open; None where it has no gap."""
    if not 1 < len(parts) <= _MOST_COLUMNS:
        return None
    return _Region([part.column for part in parts], [(line, parts)])


def _heads(before: _Region, region: _Region, line: TextLine) -> bool:
    """Whether a line holds the heads of all columns but the first, the corner of the table being left empty."""
    if len(before.lines) > 1 or line.after_blank > 1:
        return False
    return [region.place_of(part) for part in before.lines[0][1]] == list(range(1, len(region.columns)))


def _parts(text: str, line: TextLine, region: _Region | None) -> tuple[_Part, ...]:
    """The parts of a line; a gap of two blanks divides only where a column of `region` begins behind it."""
    content = text[line.start : line.end]
    if "\t" in content:
        return ()
    indent = line.start - text.rfind("\n", 0, line.start) - 1
    starts = [0]
    for gap in _APART.finditer(content):
        known = region is not None and any(abs(indent + gap.end() - column) <= _NEAR for column in region.columns)
        if known or (region is None and len(gap[0]) >= _WIDE) or (region is not None and len(gap[0]) > _WIDE + 1):
            starts.append(gap.end())
    if len(starts) > 1 and _LABEL.fullmatch(content[: starts[1]].strip()):
        del starts[1]
    if len(starts) > 1 and _is_heading(content, content[: starts[1]].strip()):
        return ()
    ends = [*starts[1:], len(content)]
    return tuple(
        _Part(indent + start, Span(line.start + start, line.start + len(content[:end].rstrip())))
        for start, end in zip(starts, ends, strict=True)
    )


def _is_heading(content: str, first: str) -> bool:
    """Whether a gap parts the number of a heading from its words: "Artikel 4      Beveiliging"."""
    opened = opening_of(content)
    return opened is not None and opened[0] is BlockKind.HEADING and len(first) <= len("Aanhangsel 12")


# The legal form of a company, where its name had no room for it.
_LEGAL_FORM = re.compile(LEGAL_FORM)


def _ends_a_name(text: str, part: _Part) -> bool:
    return _LEGAL_FORM.fullmatch(text[part.span.start : part.span.end]) is not None


def _belongs(text: str, region: _Region, line: TextLine, parts: Sequence[_Part]) -> bool:
    if not parts or line.after_blank > 1:
        return False
    places = [region.place_of(part) for part in parts]
    if None in places or len(set(places)) < len(places):
        return False
    if len(parts) > 1:
        return places[0] == 0 or line.after_blank == 0
    return line.after_blank == 0 and (places[0] != 0 or _ends_a_name(text, parts[0]))


def _is_table(text: str, region: _Region) -> bool:
    rows = [parts for _, parts in region.lines if len(parts) > 1 and region.place_of(parts[0]) == 0]
    if len(rows) < _FEWEST_ROWS:
        return False
    if len(region.columns) > 2:
        return True
    sides = [tuple(text[part.span.start : part.span.end] for part in parts) for parts in rows]
    if any(_side_by_side(*side) for side in sides) or _are_columns(sides):
        return False
    return 2 * sum(left.endswith(":") or right.startswith(":") for left, right in sides) <= len(sides)


def _side_by_side(left: str, right: str) -> bool:
    """Whether both say the same thing of two parties."""
    one, other = _FIELD.match(left), _FIELD.match(right)
    if one and other and one[1].lower() == other[1].lower():
        return True
    if _BLANK.search(left) and _BLANK.search(right):
        return True
    return bool(_SIGNED.fullmatch(left) and _SIGNED.fullmatch(right))


def _are_columns(sides: Sequence[tuple[str, ...]]) -> bool:
    """Whether the lines are those of a page of text in two columns: long, and going on from line to line on both sides."""
    if len(sides) < _PROSE_ROWS:
        return False
    left = [side[0] for side in sides]
    going_on = sum(words[:1].islower() for words in left)
    return sum(map(len, left)) / len(left) > _PROSE_WIDTH and going_on > _PROSE_SHARE * len(left)


def _rows(text: str, region: _Region, table: int) -> Iterator[Block]:
    """A block for each line of the region: one that opens a row, or one that goes on with it."""
    opened: _Part | None = None
    for line, parts in region.lines:
        filled = {region.place_of(part) or 0: part.span for part in parts}
        cells: list[Span] = []
        for column in range(len(region.columns)):
            # An empty cell stands behind the one before it: cells come in order.
            behind = cells[-1].end if cells else line.start
            cells.append(filled.get(column, Span(behind, behind)))
        first = parts[0] if region.place_of(parts[0]) == 0 else None
        goes_on = opened is not None and (first is None or _goes_on(text, opened, first, region.columns[1]))
        opened = first or opened
        yield Block(
            BlockKind.TABLE_ROW, Span(line.start, line.end), line.page, None, 0, tuple(cells), table, continues=goes_on
        )


def _goes_on(text: str, before: _Part, part: _Part, edge: int) -> bool:
    """Whether a cell of the first column had no room for the words that stand below it."""
    words = text[part.span.start : part.span.end]
    if _ends_a_name(text, part):
        return True
    room = edge - before.column - (before.span.end - before.span.start)
    return words[:1].islower() and len(words.split(maxsplit=1)[0]) + _WIDE > room
