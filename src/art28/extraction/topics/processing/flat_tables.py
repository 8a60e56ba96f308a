"""Reading -> tables of processing that lost their rules: rows of words, told apart into cells where nothing is left to guess.

A line of the heads of columns opens such a table; each row then begins a line and goes on in the next only where the words
did not fit. Cells are found in one of two ways: each begins with a capital, so that a row has as many beginnings as the table
has columns; or a row is a service, a list of data, a list of people, a purpose and a period, each known by its words. A table
in which one row does not come out even is no table.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from art28.agreement.legalforms import LEGAL_FORM
from art28.agreement.passages import Reading, ReadingLine
from art28.extraction.topics.processing.kinds import DATA, PEOPLE
from art28.extraction.words.search import AnyCase

Place = tuple[int, int]
_HEADS = (
    ("sub_processor", r"SUBPROCESSOR|sub-?verwerkers?|sub-?processors?|leveranciers?"),
    ("retention", r"bewaartermijn(?:en)?|bewaren(?: tot)?|retention(?: period)?"),
    ("data_subjects", r"(?:categorieën )?betrokkenen|(?:categories of )?data subjects|van wie"),
    ("purpose", r"doel(?:einden?)?|waarvoor|waarom|purposes?"),
    ("data", r"(?:soort(?:en)? |type |categorieën )?(?:persoons)?gegevens|(?:categories of )?personal data"),
    ("service", r"dienst(?:en)?|services?|activiteit(?:en)?|activity"),
)
_HEAD = AnyCase("|".join(rf"(?P<{name}>{words})" for name, words in _HEADS))
_FEWEST_COLUMNS = 4
_LONGEST_HEAD = 110
_MOST_LINES = 60
_COMPANY = re.compile(
    rf"(?:(?<=\s)|^)(?:[A-Z][\w&'-]*(?: [A-Z&][\w&'.-]*){{0,4}},? {LEGAL_FORM}|geen|none|n\.v\.t\.|-)$"
)
_CAPITAL = re.compile(r"(?<![\w.)-])\(?[A-ZÀ-Þ][\w-]*")
_ROLE = re.compile(r"\(?(?:CONTROLLER|PROCESSOR|SUBPROCESSOR)\b")
_PERIOD = re.compile(r"\b\d{1,3} (?:uur|dagen|dag|weken|week|maanden|maand|jaar|hours|days|weeks|months|years?)\b")
_JOINS = AnyCase(
    r"(?:[,;:(]|(?:^|\s)(?:de|het|een|van|en|of|aan|bij|voor|in|met|op|naar|door|uit|tot|na|per|om|te|the|a|an|of|and|or|to|by|with|for))\s*$"
)
_RETENTION = AnyCase(
    r"(?:\b\d{1,3} (?:uur|dagen|weken|week|maanden|maand|jaar|days|weeks|months|years?)\b|\b(?:looptijd|duur|zolang|einde|gedurende|tot|term of)\b)"
)
_QUANTITY = AnyCase(r"(?:alle|overige|all|other)\s+$")


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Such a table: what its columns hold, in order, and for each row the ranges of its cells in the reading text."""

    head: ReadingLine
    columns: tuple[str, ...]
    rows: tuple[tuple[Place, ...], ...]

    def column(self, name: str) -> tuple[Place, ...]:
        """The cells of a column, from top to bottom."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)


def flat_tables(reading: Reading) -> Iterator[FlatTable]:
    """The tables of processing of which only words are left."""
    for index, line in enumerate(reading.lines):
        columns = _columns(line)
        if not columns:
            continue
        rows = tuple(_rows(reading, index))
        for divide in (_by_capitals, _by_words):
            cells = [divide(reading.text, row, columns) for row in rows]
            even = tuple(row for row in cells if row is not None)
            if even and len(even) == len(cells):
                yield FlatTable(line, columns, even)
                break


_FIELDS = AnyCase(
    r"^(?:item|field|topic|onderwerp|veld|kenmerk|onderdeel) (?:description|details|omschrijving|beschrijving|invulling)$"
)
_CATEGORIES = AnyCase(r"^(?:(?:no|nr)\.? )?(?:categor(?:y|ie)|soort|type) (?:examples?|voorbeelden)\b")
_CATEGORY = re.compile(
    r"^(?P<number>\d{1,2} )?(?P<name>[A-Z]\w*gegevens|[A-Z][\w-]*(?: [a-z]+)? (?:data|information)) (?P<examples>[a-z].+)$",
    re.DOTALL,
)
_FEWEST_ROWS = 2


def flat_fields(reading: Reading, is_label: Callable[[str], bool]) -> Iterator[tuple[Place, Place]]:
    """The rows of a table of two columns, "Item | Description": the longest beginning that is a label, and the rest."""
    for index, head in enumerate(reading.lines):
        if head.block.cells or not _FIELDS.search(head.text):
            continue
        for line in reading.lines[index + 1 : index + 1 + _MOST_LINES]:
            if line.clause is not head.clause or line.block.cells:
                break
            words = line.text.split(" ")
            for count in range(min(_LONGEST_LABEL, len(words) - 1), 0, -1):
                label = " ".join(words[:count])
                if words[count][:1].islower() and is_label(label):
                    yield (line.start, line.start + len(label)), (line.start + len(label) + 1, line.end)
                    break


_LONGEST_LABEL = 6


def flat_categories(reading: Reading) -> Iterator[tuple[ReadingLine, tuple[Place, ...]]]:
    """The names of categories of data in a table "Category | Examples", each row of which opens with one."""
    for index, head in enumerate(reading.lines):
        if head.block.cells or not _CATEGORIES.search(head.text):
            continue
        found: list[Place] = []
        numbered = False
        for line in reading.lines[index + 1 : index + 1 + _MOST_LINES]:
            row = _CATEGORY.match(line.text) if line.clause is head.clause and not line.block.cells else None
            if row is None or (found and bool(row["number"]) is not numbered):
                break
            numbered = bool(row["number"])
            found.append((line.start + row.start("name"), line.start + row.end("name")))
        if len(found) >= _FEWEST_ROWS:
            yield head, tuple(found)


def _columns(line: ReadingLine) -> tuple[str, ...]:
    """The columns that a line heads, if it is made of heads alone; empty for any other line."""
    if line.block.cells or len(line.text) > _LONGEST_HEAD or line.text.endswith((".", ";", ":", ",")):
        return ()
    lower = line.text.lower()
    if "gegevens" not in lower and "data" not in lower:
        return ()
    found = list(_HEAD.finditer(line.text))
    names = tuple(str(match.lastgroup) for match in found)
    rest = len(re.sub(r"\s", "", line.text)) - sum(len(re.sub(r"\s", "", match[0])) for match in found)
    if (
        rest
        or len(names) < _FEWEST_COLUMNS
        or len(set(names)) < len(names)
        or not {"data", "data_subjects"} <= set(names)
    ):
        return ()
    return names


def _rows(reading: Reading, head: int) -> Iterator[Place]:
    """The rows below the line of heads: each begins a line, and goes on where a line was full."""
    below: list[tuple[ReadingLine, list[str]]] = []
    for line in reading.lines[head + 1 : head + 1 + _MOST_LINES]:
        if line.clause is not reading.lines[head].clause or line.block.cells or _is_sentence(line.text):
            break
        below.append((line, _written(reading, line)))
    widest = max((len(part) for _, written in below for part in written), default=0)
    start, end, last = 0, 0, ""
    for line, written in below:
        if end and len(last) + 1 + len(written[0].split(maxsplit=1)[0]) > widest:
            end = line.end
        else:
            if end:
                yield start, end
            start, end = line.start, line.end
        last = written[-1]
    if end:
        yield start, end


def _written(reading: Reading, line: ReadingLine) -> list[str]:
    """The lines of the document that a line of the reading text was made of."""
    span = line.block.span
    return [part.strip() for part in reading.flow.document.text[span.start : span.end].split("\n") if part.strip()] or [
        ""
    ]


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(".") and not re.search(rf"{LEGAL_FORM}$", text.rstrip())


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _company_apart(text: str, row: Place, columns: Sequence[str]) -> tuple[int, tuple[Place, ...]] | None:
    """Where the other cells end, and the last cell where it names a company; None where it should and does not."""
    if columns[-1] != "sub_processor":
        return row[1], ()
    company = _COMPANY.search(text[row[0] : row[1]].replace("\n", " "))
    return (row[0] + company.start(), ((row[0] + company.start(), row[1]),)) if company else None


def _by_capitals(text: str, row: Place, columns: Sequence[str]) -> tuple[Place, ...] | None:
    """The cells of a row in which each begins with a capital, or is a period; None where they are more or fewer."""
    apart = _company_apart(text, row, columns)
    if apart is None:
        return None
    end, last = apart
    words = text[row[0] : end].replace("\n", " ")
    starts: list[int] = []
    for match in sorted((*_CAPITAL.finditer(words), *_PERIOD.finditer(words)), key=re.Match.start):
        at = match.start()
        if at and (_ROLE.match(match[0]) or _JOINS.search(words, max(0, at - 12), at) or _in_brackets(words, at)):
            continue
        if match[0][0].isdigit() and starts and not words[starts[-1] : at].strip().count(" "):
            continue
        starts.append(at)
    if len(starts) + len(last) != len(columns) or starts[0] != 0:
        return None
    bounds = [*starts, len(words)]
    return (*(_trimmed(text, row[0] + a, row[0] + b) for a, b in pairwise(bounds)), *last)


def _in_brackets(words: str, at: int) -> bool:
    opened = words.rfind("(", 0, at)
    closed = words.find(")", at)
    return (opened >= 0 and ")" not in words[opened:at]) or (words[at] == "(" and words[at:closed].isupper())


_BY_WORDS = ("service", "data", "data_subjects", "purpose", "retention")


def _by_words(text: str, row: Place, columns: Sequence[str]) -> tuple[Place, ...] | None:
    """The cells of a row that is a service, data, people, a purpose and a period; None where one is not known by its words."""
    apart = _company_apart(text, row, columns)
    if apart is None or tuple(columns[: len(_BY_WORDS)]) != _BY_WORDS:
        return None
    end, last = apart
    if len(_BY_WORDS) + len(last) != len(columns):
        return None
    words = text[row[0] : end].replace("\n", " ")
    data = next((m.start() for m in DATA.finditer(words) if m.start() and words[m.start()].islower()), None)
    if data is None:
        return None
    quantity = _QUANTITY.search(words, 0, data)
    data = quantity.start() if quantity else data
    people = next(
        (m for m in PEOPLE.finditer(words, data) if not _JOINS.search(words, max(0, m.start() - 12), m.start())), None
    )
    period = _RETENTION.search(words, people.end()) if people else None
    if people is None or period is None:
        return None
    purpose = _end_of_people(words, people.end())
    if purpose is None or purpose >= period.start():
        return None
    bounds = [0, data, people.start(), purpose, period.start(), len(words)]
    return (*(_trimmed(text, row[0] + a, row[0] + b) for a, b in pairwise(bounds)), *last)


def _end_of_people(words: str, end: int) -> int | None:
    """Where a list of people ends that goes on with commas; None where its last item may go on by itself."""
    while following := re.match(r",\s+(?=\w)", words[end:]):
        item = PEOPLE.match(words, end + following.end())
        if item is None:
            return None
        end = item.end()
    return None if re.match(r"\s+(?:van|of|bij|met|in|die|op|en|and|who|from)\b", words[end:]) else end
