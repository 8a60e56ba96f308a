"""Reading -> what tables of processing list, column by column, and their rows as the activities that they are."""

import re
from collections.abc import Iterator, Sequence

from art28.agreement.model import Record
from art28.agreement.passages import Reading
from art28.document.outline import Part
from art28.extraction.layout.blanks import has_gap
from art28.extraction.layout.tables import Table, cells_of, items_in, tables
from art28.extraction.rule import Candidate, Rule
from art28.extraction.topics.processing.flat_tables import flat_tables
from art28.extraction.topics.processing.listing import SYMBOLS, item_text, listed
from art28.extraction.topics.processing.section_heads import asked_by, label_topic
from art28.extraction.topics.processing.sections import Rank
from art28.extraction.words.search import AnyCase

_I = re.IGNORECASE
Place = tuple[int, int]
KEY_OF = {"data": "data_categories", "data_subjects": "data_subjects", "purpose": "purposes", "service": "services"}
"""The topic that a column is on, by the name of the column."""
_FIELDS = ("service", "data", "purpose", "data_subjects", "retention", "sub_processor")


def table_lists(reading: Reading, table: Table) -> Iterator[tuple[str, Rank, list[str], list[Place]]]:
    """The columns of a table of processing, or the first column of one that explains categories."""
    rank = Rank.ANNEX_TABLE if table.head.clause.part is Part.ANNEX else Rank.BODY_LIST
    category = _category_topic(reading, table)
    if category:
        yield category, rank, *_column(reading, table, _first_of(table), split=False)
        for index, name in table.columns.items():
            if name == "data_subjects" != category and index != _first_of(table):
                yield name, rank, *_column(reading, table, index, split=True)
        return
    names = set(table.columns.values())
    if _is_other(table) or _asks(table) or _labels_rows(table):
        return
    if not names & {"data", "purpose", "data_subjects"}:
        return
    for index, name in table.columns.items():
        if name in KEY_OF:
            # The first column of many rows names a service in each, over however many lines.
            is_key = index == _first_of(table) and len(table.rows) >= _KEYED
            yield (
                KEY_OF[name],
                rank,
                *_column(reading, table, index, split=name != "purpose", by_line=name != "service" or not is_key),
            )


def _asks(table: Table) -> bool:
    """Whether the rows of a table ask, each in its first cell: what stands beside answers, and the first row is no head."""
    first = [cells_of(row)[_first_of(table)][0] for row in table.rows if len(cells_of(row)) > _first_of(table)]
    asking = sum(cell.rstrip(" *_").endswith("?") or asked_by(cell) is not None for cell in first)
    return bool(first) and 2 * asking >= len(first)


def _labels_rows(table: Table) -> bool:
    """Whether a table of two columns is a form: its first row and most others open with a label, each of another topic."""
    rows = [[cell for cell, _, _ in cells_of(row)] for row in (table.head, *table.rows)]
    topics = [label_topic(row[0], exactly=True) if len(row) == _PAIR else None for row in rows]
    told = [topic for topic in topics if topic]
    return topics[0] is not None and len(told) > 1 and 2 * len(told) > len(rows) and len(set(told)) == len(told)


_PAIR = 2
_KEYED = 3


_OTHER_TABLE = re.compile(
    r"maatregel|measure|waarborg|safeguard|garantie|SUBPROCESSOR|sub-?(?:ver)?(?:werk|process)|unterauftrag|"
    r"sous-traitant|contact|\bterm\b|definit|begrip|betekenis",
    _I,
)
_COMPANIES = re.compile(
    r"^\W*(?:naam|name|organisatie|leverancier|partij|provider|vendor|bedrijf|anbieter|dienstleister|"
    r"unternehmen|prestataire|ontvanger|entiteit|entity)\b",
    _I,
)


_REACHED_BY = AnyCase(r"^\W*(?:e-?mail\w*|telefoon\w*|tele?phone\w*)")


def _is_other(table: Table) -> bool:
    """Whether a table lists companies, measures or terms rather than processing."""
    if any(_REACHED_BY.search(cell) for cell, _, _ in cells_of(table.head)):
        return True
    names = set(table.columns.values())
    if {"data", "data_subjects"} <= names or {"data", "purpose"} <= names:
        return False
    first = cells_of(table.head)[0][0]
    listed_first = table.columns.get(0) == "sub_processor" or bool(_COMPANIES.match(first))
    return listed_first or bool(_OTHER_TABLE.search(first) or _OTHER_TABLE.search(table.head.clause.heading))


_CATEGORY_HEAD = re.compile(r"^\W*(?:categorie\w*|soort\w*|type\w*|category|categories|kategorie\w*|gegevens)\W*$", _I)


def _category_topic(reading: Reading, table: Table) -> str | None:
    """What a table headed "Categorie | Voorbeelden" lists, by the heading or sentence above it."""
    if not _CATEGORY_HEAD.match(cells_of(table.head)[_first_of(table)][0]) or len(set(table.columns.values())) > 2:
        return None
    at = reading.lines.index(table.head)
    above = " ".join(line.text for line in reading.lines[max(0, at - 2) : at]) + " " + table.head.clause.heading
    if _OTHER_TABLE.search(above):
        return None
    if re.search(r"gegevens|\bdata\b(?! subject)|daten|données", above, _I):
        return "data_categories"
    return "data_subjects" if re.search(r"betrokkene|data subject|betroffene", above, _I) else None


def _first_of(table: Table) -> int:
    """The first column that isn't the number of the row."""
    heads = cells_of(table.head)
    return 1 if len(heads) > 1 and _NUMBER_HEAD.match(heads[0][0]) else 0


_NUMBER_HEAD = AnyCase(r"^\W*(?:nr|no|nummer|number|#)?\W*$")


def _column(
    reading: Reading, table: Table, index: int, *, split: bool, by_line: bool = True
) -> tuple[list[str], list[Place]]:
    cells = (row[index] for row in map(cells_of, table.rows) if index < len(row) and row[index][0].strip())
    return cells_listed(reading, tuple((start, end) for _, start, end in cells), split=split, by_line=by_line)


def cells_listed(
    reading: Reading, cells: Sequence[Place], *, split: bool, by_line: bool = True
) -> tuple[list[str], list[Place]]:
    """The values in `cells`, each once, taken apart at commas where `split`, and at lines that each begin anew where `by_line`."""
    values: list[str] = []
    for start, end in cells:
        words = " ".join(reading.original(start, end).split())
        items = items_in(reading, start, end) if by_line else []
        own = [*map(item_text, items)] or (
            listed(words, last=False, language=reading.language) if split else [item_text(words)]
        )
        values += [value for value in own if value and value.lower() not in {known.lower() for known in values}]
    return values, list(cells)


def _flat_activities(reading: Reading) -> Iterator[Candidate]:
    """The rows of a table of processing that lost its rules."""
    for table in flat_tables(reading):
        records: list[Record] = []
        for row in table.rows:
            said = {
                name: "; ".join(_parts(" ".join(reading.original(*cell).split())))
                for name, cell in zip(table.columns, row, strict=True)
                if not _NOTHING.match(reading.text[cell[0] : cell[1]])
            }
            records.append({field: said.get(field) or None for field in _FIELDS})
        yield Candidate("processing.activities", tuple(records), tuple((row[0][0], row[-1][1]) for row in table.rows))


def _activities(reading: Reading) -> Iterator[Candidate]:
    """The rows of a table of processing: one that says for which service or purpose which data are kept how long."""
    for table in tables(reading):
        names = set(table.columns.values())
        if len(names) < 3 or not names & {"data", "purpose"} or _is_other(table):
            continue
        records: list[Record] = []
        places: list[Place] = []
        for row in table.rows:
            cells = cells_of(row)
            said = {
                name: reading.original(*cells[i][1:])
                for i, name in table.columns.items()
                if i < len(cells) and cells[i][0].strip() and not has_gap(cells[i][0])
            }
            record: Record = {field: "; ".join(_parts(said.get(field, ""))) or None for field in _FIELDS}
            if any(record.values()):
                records.append(record)
                places.append((row.start, row.end))
        if records:
            yield Candidate("processing.activities", tuple(records), tuple(places))


_NOTHING = AnyCase(r"^\W*(?:geen|none|n\.?v\.?t\.?|n/?a|keine?r?|aucune?|néant)?\W*$")

_PARTED = re.compile(rf"\s*(?:[;•{SYMBOLS}]|\s-\s)\s*")


def _parts(words: str) -> list[str]:
    parts = [] if _NOTHING.match(words) else _PARTED.split(words)
    return [_AN_END.sub("", re.sub(r"\s+", " ", part).strip(" -☐☒☑□")) for part in parts if re.search(r"\w", part)]


# A full stop that isn't part of "B.V." or "Ltd."
_AN_END = re.compile(r"(?<![A-Z])(?<!Ltd)(?<!Inc)(?<!Corp)\.+$")


RULES = (
    Rule("processing-activities", ("processing.activities",), _activities),
    Rule("processing-activities-flat", ("processing.activities",), _flat_activities),
)
