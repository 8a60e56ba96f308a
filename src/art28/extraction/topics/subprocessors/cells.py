"""Reading -> the sub-processors of a table that lost its shape: the heads of its columns line by line, then cell after cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from art28.agreement.passages import Reading, ReadingLine
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.columns import COLUMNS, columns_of, entry_of
from art28.extraction.topics.subprocessors.entry import COMPANY_NAME, SUB, Entry, folded_words
from art28.extraction.values.countries import places_in

_COLUMNS_AT_LEAST, _COLUMNS_AT_MOST = 2, 7
_LONGEST_HEAD = 60
_LONGEST_NAME = 110
_FEWEST_ROWS = 2
_SHARE = 0.6
_SENTENCE = lasting(r"[.;:,]$")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table as it would be with so many columns: the place of each field among them, and the lines of each row."""

    columns: Mapping[str, int]
    rows: tuple[tuple[ReadingLine, ...], ...]

    def fitting(self, reading: Reading) -> float:
        """The share of rows that look like one: a company's name, or a place where a column is for places."""
        places = [self.columns[name] for name in ("processing_in", "established_in") if name in self.columns]
        fit = sum(
            any(places_in(folded_words(reading, row[at])) for at in places)
            if places
            else COMPANY_NAME.search(folded_words(reading, row[0])) is not None
            for row in self.rows
        )
        return fit / len(self.rows)


def from_cells(reading: Reading) -> Iterator[Entry]:
    """The rows of such tables, where one number of columns makes sense of them and no other does so better."""
    after = 0
    for index, line in enumerate(reading.lines):
        if index < after or not _is_head(reading, line) or not SUB.search(folded_words(reading, line)):
            continue
        tables = [
            (fitting, table)
            for count in range(_COLUMNS_AT_LEAST, _COLUMNS_AT_MOST + 1)
            if (table := _table(reading, reading.lines[index:], count))
            and (fitting := table.fitting(reading)) >= _SHARE
        ]
        if not tables:
            continue
        _, best = max(tables, key=lambda each: each[0])
        after = index + sum(map(len, best.rows))
        for row in best.rows:
            entry = entry_of([folded_words(reading, cell) for cell in row], best.columns)
            if entry:
                entry.passages.append((row[0].start, row[-1].end))
                yield entry


def _table(reading: Reading, lines: Sequence[ReadingLine], count: int) -> _Table | None:
    heads = lines[:count]
    if len(heads) < count or not all(
        _is_head(reading, line) and line.clause.heading == heads[0].clause.heading for line in heads
    ):
        return None
    columns = columns_of([folded_words(reading, line) for line in heads])
    if columns.get("name") != 0 or len(columns) < _COLUMNS_AT_LEAST:
        return None
    rows = []
    for at in range(count, len(lines) - count + 1, count):
        row = tuple(lines[at : at + count])
        if not _is_row(reading, row, heads[0]):
            break
        rows.append(row)
    return _Table(columns, tuple(rows)) if len(rows) >= _FEWEST_ROWS else None


def _is_head(reading: Reading, line: ReadingLine) -> bool:
    words = folded_words(reading, line)
    is_heading = words == line.clause.heading
    return not line.block.cells and not is_heading and len(words) <= _LONGEST_HEAD and not _SENTENCE.search(words)


def _is_row(reading: Reading, row: Sequence[ReadingLine], head: ReadingLine) -> bool:
    """Whether lines may be the cells of a row: under the table's heading, the first as short as a name and no other column's head."""
    if any(line.block.cells or line.clause.heading != head.clause.heading for line in row):
        return False
    name = folded_words(reading, row[0])
    heads = sum(words.search(name) is not None for words in COLUMNS.values())
    return len(name) <= _LONGEST_NAME and heads < _COLUMNS_AT_LEAST
