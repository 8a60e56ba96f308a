"""Reading -> sub-processors in a table without a head: under words that announce them, each row opens with a company's name."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from art28.agreement.passages import Reading, ReadingLine
from art28.document.model import BlockKind
from art28.document.pattern import lasting
from art28.extraction.topics.subprocessors.columns import columns_of, entry_of
from art28.extraction.topics.subprocessors.entry import FORM, SUB, TOWN, Entry, is_place
from art28.extraction.topics.subprocessors.prose import LISTS_SUBS, described
from art28.extraction.values.countries import places_in

_COMPANY = lasting(rf"[A-Z0-9][\w&'’. -]{{1,60}}?,? (?:{FORM}\.?|[BN]\.V)(?: \([^()]{{2,40}}\))?")
# "Hosting in Nederland": what is done, and where.
_WHERE = lasting(r",? (?:in|vanuit|binnen|from|within|aus|en) [A-ZÀ-Þ][^,;]{1,40}$")
_ABOVE, _FEWEST = 250, 2


def without_head(reading: Reading) -> Iterator[Entry]:
    """The rows of such tables; none of a table in which one row opens otherwise."""
    rows = [line for line in reading.lines if line.block.kind is BlockKind.TABLE_ROW and line.block.cells]
    for _, group in groupby(rows, key=lambda line: line.block.table):
        table = [(line, _cells(reading, line)) for line in group]
        named = all(len(cells) > 1 and _COMPANY.fullmatch(cells[0]) for _, cells in table)
        if named and len(table) >= _FEWEST and _announced(reading, table[0][0]):
            yield from (_entry(cells, line) for line, cells in table)


# "Nom : Acme SAS – Prestation : hébergement – Lieu : France": a row of which each cell bears its label.
_CELL_ENDS = lasting(r"\s+[-–|·]\s+|;\s+|,\s+(?=[A-ZÀ-Þ][\w ]{2,30}\s?:)")
_LABELLED_CELL = lasting(r"^\W*(?:\d{1,2}[.)]\s+)?(?P<label>[A-ZÀ-Þ][^:]{2,40}?)\s?:\s+(?P<value>\S.*)$")


def in_labelled_rows(reading: Reading) -> Iterator[Entry]:
    """The lines of which each part bears its own label, under a heading that announces sub-processors."""
    for line in reading.lines:
        if line.block.cells or line.text.count(":") < _FEWEST or not _lists(line.clause.heading):
            continue
        words = " ".join(reading.original(line.start, line.end).split())
        cells = [_LABELLED_CELL.match(cell) for cell in _CELL_ENDS.split(words)]
        told = [cell for cell in cells if cell is not None]
        columns = columns_of([cell["label"] for cell in told])
        if len(told) == len(cells) and len(told) >= _FEWEST and "name" in columns and len(columns) >= _FEWEST:
            entry = entry_of([cell["value"] for cell in told], columns)
            if entry is not None:
                entry.passages.append((line.start, line.end))
                yield entry


def _lists(heading: str) -> bool:
    return bool(LISTS_SUBS.search(heading) or SUB.search(heading))


def _announced(reading: Reading, first: ReadingLine) -> bool:
    above = reading.text[max(0, first.start - _ABOVE) : first.start]
    heading = first.clause.heading
    return _lists(heading) or "SUBPROCESSOR" in above


def _entry(cells: Sequence[str], line: ReadingLine) -> Entry:
    """What a row says: a cell that is a place is where data are processed, of two such the first is the seat."""
    name, *others = cells
    places = [cell for cell in others if is_place(cell) or (TOWN.fullmatch(cell) and places_in(cell))]
    said = ", ".join(cell for cell in others if cell and cell not in places and re.search(r"[a-zà-ÿ]{3}", cell))
    entry = described(name, said, (line.start, line.end))
    where = _WHERE.search(entry.service or "")
    if entry.service and where and places_in(where[0]):
        entry.service = entry.service[: where.start()]
    if places:
        entry.processing_in = places_in(places[-1]) or None
    if len(places) > 1:
        entry.established_in = next(iter(places_in(places[0])), None)
    return entry


def _cells(reading: Reading, line: ReadingLine) -> tuple[str, ...]:
    return tuple(" ".join(cell.replace("*", "").split()) for cell in reading.original(line.start, line.end).split("\t"))
