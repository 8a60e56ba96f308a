"""The words below a table's heads -> its rows, cell by cell, where blanks and line ends are all that is left of its columns.

What a PDF gives as text of a table follows its cells: a cell of one line is parted from the next by a blank, one of several
lines by a line end, since the next begins higher up. Within a cell a line ends where the next word would not have fitted.
What a column holds says the rest (`columns.py`). All divisions of a row are weighed, and of all rows those taken that weigh
most; one that could as well be divided otherwise is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import nlargest
from itertools import accumulate

from art28.reading.lines.columns import COMPANIES, begins_with_company, is_name, likely
from art28.reading.lines.text import TextLine

_MOST_ROW_LINES, _MOST_CELL_LINES, _LONGEST_CELL = 48, 14, 320
_LONGEST = {
    "number": 6,
    "phone": 40,
    "mail": 60,
    "registered": 24,
    "place": 80,
    "company": 110,
    "seated": 130,
    "kept": 110,
    "party": 50,
    "matter": 70,
    "label": 70,
    "person": 110,
}
# Columns whose cells hold names, and those of which a cell may be empty.
_CAPITALS_WITHIN = frozenset({*COMPANIES, "place", "person", "side", "mail", "phone", "party"})
_MAY_LACK = frozenset({"work", "mechanism", "person", "phone", "mail", "place"})
# What a row must weigh to be one; what speaks against a cell, each in the weight of a sign that is hardly ever wrong (4).
_ROW_COST, _LEAST, _CLEAR, _FAR_BEHIND = 1.2, 0.8, 0.2, 6.0
_EMPTY, _STRAY_END, _WITHIN_PARAGRAPH, _ACROSS_PARAGRAPHS, _ACROSS_PAGES = 2.5, 2.0, 2.0, 2.0, 4.0
_ENDS_EARLY, _TOO_WIDE, _OTHER_CASE, _CAPITAL_WITHIN, _CAPITAL_AHEAD = 1.2, 1.2, 0.5, 0.4, 0.25
# Widths in characters differ from widths on paper by so much.
_NARROWER, _WIDER = 0.85, 1.25
# "klantgege-" and below it "vens": readers of PDFs put the two together, with the hyphen or without.
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
# What the first cells of a row weigh, and where each ends.
_Part = tuple[float, tuple[int, ...]]


class _Gap(IntEnum):
    """What stands before a word."""

    BLANK = 0
    LINE = 1
    PARAGRAPH = 2
    FURNITURE = 3


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    line: int
    gap: _Gap


@dataclass(frozen=True, slots=True)
class Row:
    """The first and last line of a row, its cells as ranges of the text, its weight, and how far the next best is behind."""

    first: int
    last: int
    cells: tuple[tuple[int, int], ...]
    weight: float
    ahead: float


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column were like in a first division: how wide its widest line, and whether they begin small."""

    width: int = 0
    small: bool | None = None


def divided(text: str, lines: Sequence[TextLine], first: int, beyond: int, kinds: Sequence[str]) -> tuple[Row, ...]:
    """The rows of cells of such columns in the lines from `first` up to `beyond`, from the first line on; empty if none."""
    if first >= beyond:
        return ()
    divider = _Divider(text, lines, first, beyond, kinds)
    found = tuple[Row, ...]()
    for small in (None, True):
        rows = divider.rows([_Column(small=False), *[_Column(small=small)] * (len(kinds) - 1)])
        if len(rows) > 1:
            rows = divider.rows([_like(text, [row.cells[number] for row in rows]) for number in range(len(kinds))])
        if sum(row.weight - _ROW_COST for row in rows) > sum(row.weight - _ROW_COST for row in found):
            found = rows
    return found


def _like(text: str, cells: Sequence[tuple[int, int]]) -> _Column:
    width = max((len(line.strip()) for start, end in cells for line in text[start:end].splitlines()), default=0)
    small = sum(text[start : start + 1].islower() for start, _end in cells)
    return _Column(width, True if 2 * small > len(cells) else False if 2 * small < len(cells) else None)


@dataclass(slots=True)
class _Divider:
    text: str
    lines: Sequence[TextLine]
    first: int
    beyond: int
    kinds: Sequence[str]
    words: list[_Word] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    begins: dict[int, int] = field(default_factory=dict)
    paragraphed: bool = False
    lengths: dict[int, int] = field(default_factory=dict)
    openings: dict[int, int] = field(default_factory=dict)
    capitals: list[float] = field(default_factory=list)
    furnished: list[int] = field(default_factory=list)
    parted: list[int] = field(default_factory=list)
    named: frozenset[int] = frozenset()
    columns: Sequence[_Column] = ()
    weighed: dict[tuple[int, int, int], float] = field(default_factory=dict)
    fitting: dict[tuple[str, int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number in range(self.first, self.beyond):
            line, at = self.lines[number], self.lines[number].start
            gap = _Gap.PARAGRAPH if line.after_blank else _Gap.LINE
            if number and self.text[self.lines[number - 1].end : at].strip():
                gap = _Gap.FURNITURE
            self.begins[number] = len(self.words)
            for word in self.text[line.start : line.end].split():
                at = self.text.index(word, at)
                self.words.append(_Word(at, at + len(word), number, gap))
                at, gap = at + len(word), _Gap.BLANK
            self.ends[number] = len(self.words)
            opening = self.words[self.begins[number]]
            self.lengths[number] = self._length(line.start, line.end)
            self.openings[number] = opening.end - opening.start
        self.capitals = list(accumulate(map(self._capital, range(len(self.words)))))
        self.furnished = list(accumulate(word.gap is _Gap.FURNITURE for word in self.words))
        self.parted = list(accumulate(word.gap is _Gap.PARAGRAPH for word in self.words))
        content = {n: self.text[self.lines[n].start : self.lines[n].end] for n in range(self.first, self.beyond)}
        self.named = frozenset(
            n for n, line in content.items() if begins_with_company(line) and not is_name(content.get(n - 1, ""))
        )
        gaps = [word.gap for word in self.words[1:]]
        self.paragraphed = _Gap.PARAGRAPH in gaps and _Gap.LINE in gaps

    def rows(self, columns: Sequence[_Column]) -> tuple[Row, ...]:
        """Those rows one below the other that together weigh most, of columns like these."""
        self.columns, self.weighed = columns, {}
        reached: dict[int, tuple[float, tuple[Row, ...]]] = {self.first: (0.0, ())}
        most, found = 0.0, tuple[Row, ...]()
        for number in range(self.first, self.beyond):
            weight, rows = reached.get(number, (-_FAR_BEHIND, ()))
            if weight <= most - _FAR_BEHIND:
                continue
            for row in self._from(number):
                if row.weight < _LEAST or row.ahead < _CLEAR:
                    continue
                total = weight + row.weight - _ROW_COST
                if total > reached.get(row.last + 1, (total - 1.0, ()))[0]:
                    reached[row.last + 1] = (total, (*rows, row))
                    if total > most:
                        most, found = total, (*rows, row)
        return found

    def _from(self, number: int) -> Iterator[Row]:
        """The best row for each line that one could end with which begins at this line."""
        reached: dict[int, tuple[_Part, ...]] = {self.begins[number]: ((0.0, ()),)}
        for column, kind in enumerate(self.kinds):
            may_lack = kind in _MAY_LACK and 0 < column < len(self.kinds) - 1
            further: dict[int, list[_Part]] = {}
            for begin, parts in reached.items():
                for end in (*self._ends(column, begin, number), *([begin] if may_lack else [])):
                    weight = self._cell(column, begin, end)
                    further.setdefault(end, []).extend((before + weight, (*ends, end)) for before, ends in parts)
            most = max((max(parts)[0] for parts in further.values()), default=0.0)
            reached = {
                end: tuple(nlargest(2, parts)) for end, parts in further.items() if max(parts)[0] >= most - _FAR_BEHIND
            }
        for end, parts in reached.items():
            weight, ends = parts[0]
            begins = (self.begins[number], *ends[:-1])
            cells = tuple(self._range(a, b) for a, b in zip(begins, ends, strict=True))
            ahead = weight - (parts[1][0] if len(parts) > 1 else 0.0)
            yield Row(number, self.words[end - 1].line, cells, weight, ahead)

    def _range(self, begin: int, end: int) -> tuple[int, int]:
        """The part of the text that words take; nothing behind the word before where there are none."""
        last = self.words[end - 1].end
        last -= self.text[last - 1] == "," and last - 1 > self.words[end - 1].start
        return (self.words[begin].start if begin < end else last, last)

    def _ends(self, column: int, begin: int, row: int) -> Iterator[int]:
        """Where a cell can end that begins with this word: within its line, or with a line."""
        if begin >= len(self.words):
            return
        line, words = self.words[begin].line, self.words
        furthest = words[begin].start + _LONGEST.get(self.kinds[column], _LONGEST_CELL)
        if column < len(self.kinds) - 1:
            for end in range(begin + 1, self.ends[line]):
                if words[end - 1].end > furthest:
                    return
                yield end
        for number in range(line, min(line + _MOST_CELL_LINES, row + _MOST_ROW_LINES, self.rows_end(row))):
            if self.lines[number].end > furthest:
                return
            yield self.ends[number]

    def rows_end(self, row: int) -> int:
        """The line that the row which begins at line `row` can't reach: where the next company of a list stands."""
        if self.kinds[0] not in COMPANIES:
            return self.beyond
        after = (n for n in range(row + 1, self.beyond) if n in self.named)
        return next(after, self.beyond)

    def _cell(self, column: int, begin: int, end: int) -> float:
        known = self.weighed.get((column, begin, end))
        if known is None:
            known = self.weighed[column, begin, end] = self._weight(column, begin, end)
        return known

    def _weight(self, column: int, begin: int, end: int) -> float:
        if begin == end:
            return -_EMPTY
        words, first, last = self.words, self.words[begin], self.words[end - 1]
        kind = self.kinds[column]
        weight = self.fitting.get((kind, begin, end), None)
        if weight is None:
            content = " ".join(self.text[first.start : last.end].split())
            weight = self.fitting[kind, begin, end] = likely(kind, content)
        after = words[end].gap if end < len(words) else _Gap.PARAGRAPH
        weight -= _ACROSS_PAGES * (self.furnished[end - 1] - self.furnished[begin])
        if self.paragraphed:
            parted = self.parted[end - 1] - self.parted[begin]
            weight -= _WITHIN_PARAGRAPH * (after is _Gap.LINE) + _ACROSS_PARAGRAPHS * parted
        elif column == len(self.kinds) - 1 and after is _Gap.LINE and not self.columns[0].small:
            weight -= _STRAY_END * self.text[words[end].start].islower()
        elif first.line == last.line and after is not _Gap.BLANK and column < len(self.kinds) - 1:
            weight -= _STRAY_END * (_HYPHEN.search(self.text, first.start, last.end) is None)
        return weight - self._shape(column, begin, end) - self._case(column, begin, end)

    def _shape(self, column: int, begin: int, end: int) -> float:
        """What speaks against a cell of these lines: one that ends before it is full, one wider than its column."""
        words, narrow = self.words, self.columns[column].width
        line, last = words[begin].line, words[end - 1].line
        if line == last:
            wide = self._length(words[begin].start, words[end - 1].end) if narrow else 0
            return _TOO_WIDE * (_WIDER * narrow < wide)
        lengths = [self._length(words[begin].start, words[self.ends[line] - 1].end)]
        lengths += [self.lengths[number] for number in range(line + 1, last + 1)]
        widest = max(lengths)
        full = _NARROWER * max(widest, narrow) - 1
        early = sum(lengths[n] + self.openings[line + 1 + n] < full for n in range(last - line))
        return _ENDS_EARLY * early + _TOO_WIDE * (0 < _WIDER * narrow < widest)

    def _capital(self, number: int) -> float:
        """What a word with a capital behind one with small letters says against a cell that holds both."""
        word, content = self.words[number], self.text[self.words[number].start : self.words[number].end]
        begins = number > 0 and content[0].isupper() and not content.isupper()
        if not begins or not self.text[self.words[number - 1].end - 1].islower():
            return 0.0
        return _CAPITAL_AHEAD if word.gap is _Gap.BLANK else _CAPITAL_WITHIN

    def _length(self, start: int, end: int) -> int:
        """How long a line is; of one that was put together from two at a hyphen, its longest part."""
        line = self.text[start:end]
        return max(map(len, _HYPHEN.split(line))) if "-" in line else len(line)

    def _case(self, column: int, begin: int, end: int) -> float:
        """What capitals and small letters say against it: that it begins unlike its column's cells, or holds a beginning."""
        text, words, small = self.text, self.words, self.columns[column].small
        first = text[words[begin].start : words[begin].end]
        against = 0.0
        if first[0].isalpha() and not (first.isupper() and len(first) > 1):
            against = _OTHER_CASE * (first[0].islower() is not bool(small)) * (1 + (small is not None))
        return against + (self.capitals[end - 1] - self.capitals[begin]) * (self.kinds[column] not in _CAPITALS_WITHIN)
