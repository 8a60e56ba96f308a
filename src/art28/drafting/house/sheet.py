"""A template's blanks -> the workbook to fill in for many customers; that workbook -> its rows, or what is wrong with them.

A column fills in every blank of its fact. The second sheet says where each stands and what it wants, and keeps which fact
it was taken for: whoever fills it in may correct that there, where nobody has before.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from itertools import zip_longest
from typing import Any, Protocol

from art28.agreement import labels
from art28.agreement.catalogue import FactType, catalogue
from art28.drafting.house.columns import FILE, Column, columns
from art28.drafting.house.model import Blank, Problem, Refused, Use, Wrong

MOST_ROWS = 20_000
MOST_COLUMNS = 400
_MOST_UNPACKED = 100 * 1024 * 1024
_MARK = "art28:"
_BOLD_WIDTH = 26
_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "rows": "Gegevens", "fields": "Velden", "column": "Kolom", "fact": "Gegeven (sleutel)",
        "required": "Verplicht", "where": "Plaats in het document", "wants": "Wat erin komt", "yes": "ja", "no": "nee",
    },
    "en": {
        "rows": "Data", "fields": "Fields", "column": "Column", "fact": "Fact (key)",
        "required": "Required", "where": "Place in the document", "wants": "What goes in", "yes": "yes", "no": "no",
    },
}  # fmt: skip
_WANTS: Mapping[FactType, Mapping[str, str]] = {
    FactType.DURATION: {"nl": "een termijn, zoals 24 uur of P30D", "en": "a period, such as 24 hours or P30D"},
    FactType.MONEY: {"nl": "hele euro's, zoals 500000", "en": "whole euros, such as 500000"},
    FactType.DATE: {"nl": "een datum, zoals 2026-11-28", "en": "a date, such as 2026-11-28"},
    FactType.FLAG: {"nl": "ja of nee", "en": "yes or no"},
    FactType.TEXTS: {"nl": "een of meer, gescheiden door een puntkomma", "en": "one or more, parted by semicolons"},
}


class Asking(Protocol):
    """What a sheet is filled in for: a file of the organisation's own, or a template of ours."""

    @property
    def blanks(self) -> Sequence[Blank]:
        """What it asks, in order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: its line, what is given by the key of a blank, and how its file is to be called."""

    line: int
    given: Mapping[str, str]
    file: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a workbook holds: its rows, the headings that no blank asks for, the blanks that no column fills in."""

    rows: tuple[Row, ...]
    unused: tuple[str, ...]
    missing: tuple[str, ...]


def workbook(blanks: Sequence[Blank], *, sha256: str, language: str) -> bytes:
    """The workbook to fill in, for the template whose bytes have this digest."""
    openpyxl = import_module("openpyxl")
    bold = import_module("openpyxl.styles").Font(bold=True)
    letter = import_module("openpyxl.utils").get_column_letter
    words, listed = _WORDS[language], columns(blanks, language)
    book: Any = openpyxl.Workbook()
    book.properties.identifier, book.properties.creator = f"{_MARK}{sha256}", "art28"
    rows = book.active
    rows.title, rows.freeze_panes = words["rows"], "B2"
    rows.append([FILE[language], *(_cell(each.heading) for each in listed)])
    for at in range(1, len(listed) + 2):
        column = rows.column_dimensions[letter(at)]
        column.width, column.number_format = _BOLD_WIDTH, "@"
        rows.cell(1, at).font = bold
    _lists(rows, listed, letter, language)
    fields = book.create_sheet(words["fields"])
    fields.append([words[each] for each in ("column", "fact", "required", "where", "wants")])
    for column in listed:
        for blank in column.blanks:
            where = f"{blank.before[-70:]} {blank.shown} {blank.after[:50]}".replace("\n", " ").strip()
            needed = words["yes" if blank.required else "no"]
            fields.append([_cell(each) for each in (column.heading, blank.fact, needed, where, wants(blank, language))])
    for at, width in enumerate((_BOLD_WIDTH, 30, 12, 80, 44), start=1):
        fields.column_dimensions[letter(at)].width = width
        fields.cell(1, at).font = bold
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _lists(rows: Any, listed: Sequence[Column], letter: Any, language: str) -> None:
    """Lists to choose from, where a column takes one of a few values."""
    validation = import_module("openpyxl.worksheet.datavalidation").DataValidation
    for at, column in enumerate(listed, start=2):
        choices = ",".join(_choices(column.blanks[0], language))
        if choices and len(choices) < 250 and '"' not in choices:
            rule = validation(type="list", formula1=f'"{choices}"', allow_blank=True)
            rule.add(f"{letter(at)}2:{letter(at)}{MOST_ROWS}")
            rows.add_data_validation(rule)


def _choices(blank: Blank, language: str) -> tuple[str, ...]:
    spec = catalogue().get(blank.fact)
    if blank.options or spec is None:
        return tuple(each for each in blank.options if "," not in each)
    if spec.type is FactType.FLAG:
        return _WORDS[language]["yes"], _WORDS[language]["no"]
    if spec.type is FactType.CHOICE:
        said = [labels.choice(spec.key, value, language) for value in spec.values]
        return tuple(said) if not any("," in each for each in said) else ()
    return ()


def wants(blank: Blank, language: str) -> str:
    """What a blank takes, in words."""
    spec = catalogue().get(blank.fact)
    if choices := _choices(blank, language):
        return " / ".join(choices)
    return _WANTS[spec.type][language] if spec is not None and spec.type in _WANTS else ""


def confirmed(data: bytes, blanks: Sequence[Blank]) -> tuple[Blank, ...]:
    """The blanks as the second sheet has them, where somebody corrected which fact a column is; raises `Refused`."""
    book = _opened(data, kept=True)
    for language, words in _WORDS.items():
        if words["fields"] in book.sheetnames:
            below = book[words["fields"]].iter_rows(min_row=2, max_col=3, values_only=True)
            lines = [[_text(cell) for cell in row] for row in below]
            listed = [(column.heading, blank) for column in columns(blanks, language) for blank in column.blanks]
            if [_cell(heading) for heading, _ in listed] != [line[0] for line in lines]:
                return tuple(blanks)
            pairs = enumerate(zip(listed, lines, strict=True), start=2)
            changed = {blank.key: _corrected(blank, line, at) for at, ((_, blank), line) in pairs}
            return tuple(changed.get(each.key, each) for each in blanks)
    return tuple(blanks)


def _corrected(blank: Blank, line: Sequence[str], at: int) -> Blank:
    fact, needed = line[1].strip(), line[2].strip().casefold()
    if fact and (fact not in catalogue() or catalogue()[fact].type is FactType.RECORDS):
        raise Refused((Problem(Wrong.MISFIT, at, blank.name, f"there is no fact {fact!r} that a blank can take"),))
    return replace(blank, use=Use.FACT if fact else Use.OWN, fact=fact, required=needed in ("ja", "yes"))


def read(data: bytes, template: Asking, *, sha256: str, asked: Sequence[Blank] | None = None) -> Sheet:
    """The rows of a workbook. Raises `Refused` where it isn't one for this template, or its columns can't be told apart.

    `asked` are the blanks by which its columns are headed, where a person corrected them in its second sheet since.
    """
    book = _opened(data, kept=True)
    made_for = str(book.properties.identifier or "")
    if made_for.startswith(_MARK) and made_for != f"{_MARK}{sha256}":
        raise Refused((Problem(Wrong.OTHER_TEMPLATE),))
    values = book.worksheets[0]
    formulas = _opened(data, kept=False).worksheets[0]
    lines = zip_longest(_lines(values), _lines(formulas), fillvalue=())
    first = next(lines, ((), ()))[0]
    heads = [_text(cell).strip().removeprefix("'") for cell in first]
    by_column, file, unused, problems = _headed(heads, asked or template.blanks)
    rows: list[Row] = []
    for number, (cells, written) in enumerate(lines, start=2):
        if number > MOST_ROWS:
            raise Refused((Problem(Wrong.TOO_MANY, number),))
        row, wrong = _row(number, cells, written, heads, by_column, file)
        problems.extend(wrong)
        if row is not None:
            rows.append(row)
    if not by_column:
        problems.append(Problem(Wrong.NO_COLUMNS))
    elif not rows:
        problems.append(Problem(Wrong.NO_ROWS))
    if problems:
        raise Refused(tuple(problems))
    filled = {blank.key for among in by_column.values() for blank in among}
    missing = tuple(each.key for each in template.blanks if each.use is not Use.LEFT and each.key not in filled)
    return Sheet(tuple(rows), unused, missing)


def _lines(sheet: Any) -> Iterator[Sequence[object]]:
    yield from sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=MOST_ROWS + 2)


def _headed(
    heads: Sequence[str], blanks: Sequence[Blank]
) -> tuple[dict[int, tuple[Blank, ...]], int | None, tuple[str, ...], list[Problem]]:
    """Which blanks each column fills in, which names the file, and the headings that nothing asks for."""
    listed = [column for language in FILE for column in columns(blanks, language)]
    # A heading of ours counts before what else a column may be called: the key of its fact, the name in the document.
    called = [(column.heading, column.blanks) for column in listed]
    called += [
        (name, each.blanks) for each in listed for name in (each.blanks[0].fact, *(one.name for one in each.blanks))
    ]
    known: dict[str, tuple[Blank, ...]] = {}
    for name, among in called:
        known.setdefault(name.strip().casefold(), among)
    known.pop("", None)
    files = {each.casefold() for each in FILE.values()}
    by_column: dict[int, tuple[Blank, ...]] = {}
    file, unused, problems, seen = None, [], [], set()
    for at, head in enumerate(heads):
        if not head:
            continue
        fills = known.get(head.casefold())
        keys = {each.key for each in fills or ()}
        if head.casefold() in seen or keys & {each.key for others in by_column.values() for each in others}:
            problems.append(Problem(Wrong.COLUMN_TWICE, 1, head))
        elif fills is not None:
            by_column[at] = fills
        elif head.casefold() in files:
            file = at
        else:
            unused.append(head)
        seen.add(head.casefold())
    return by_column, file, tuple(unused), problems


def _row(
    number: int,
    cells: Sequence[object],
    written: Sequence[object],
    heads: Sequence[str],
    by_column: Mapping[int, tuple[Blank, ...]],
    file: int | None,
) -> tuple[Row | None, list[Problem]]:
    given: dict[str, str] = {}
    problems = []
    for at, (value, formula) in enumerate(zip_longest(cells, written)):
        text = _text(value).removeprefix("'")
        if at < len(heads) and not heads[at] and text.strip():
            problems.append(Problem(Wrong.COLUMN_UNNAMED, number, _letter(at)))
        among = by_column.get(at, ())
        if among and value is None and isinstance(formula, str) and formula.startswith("="):
            problems.append(Problem(Wrong.FORMULA, number, among[0].name, formula[:40]))
        for blank in among:
            if text.strip():
                given[blank.key] = text
    name = _text(cells[file]) if file is not None and file < len(cells) else ""
    if not given and not problems:
        return None, problems
    return Row(number, given, name), problems


def _letter(at: int) -> str:
    return str(import_module("openpyxl.utils").get_column_letter(at + 1))


def _opened(data: bytes, *, kept: bool) -> Any:
    """The workbook, its formulas as their kept values or as they are written; nothing is run, nothing fetched."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
                raise Refused((Problem(Wrong.TOO_MANY),))
        book = import_module("openpyxl").load_workbook(
            io.BytesIO(data), read_only=True, data_only=kept, keep_links=False
        )
    except Refused:
        raise
    except Exception as error:  # a library's many ways to say that a file is broken
        raise Refused((Problem(Wrong.NO_SHEET),)) from error
    if not book.worksheets:
        raise Refused((Problem(Wrong.NO_SHEET),))
    return book


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def file_names(rows: Sequence[Row], facts: Sequence[Mapping[str, object]], *, ending: str = "docx") -> tuple[str, ...]:
    """What each row's file is called: as the row says, else by its number and the customer's name. Raises `Refused`."""
    names, problems, seen = [], [], set()
    width = len(str(len(rows)))
    for at, (row, said) in enumerate(zip(rows, facts, strict=True), start=1):
        called = row.file.strip() or f"{at:0{width}d} {said.get('controller.name') or said.get('processor.name') or ''}"
        name = re.sub(r"[^\w .,&()+-]", "", called.removesuffix(f".{ending}")).strip(" .")[:100] or f"{at:0{width}d}"
        if name.casefold() in seen:
            problems.append(Problem(Wrong.FILE_TWICE, row.line, row.file))
        seen.add(name.casefold())
        names.append(f"{name}.{ending}")
    if problems:
        raise Refused(tuple(problems))
    return tuple(names)
