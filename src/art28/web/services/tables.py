"""Tables in and out: an XLSX or CSV file as rows of cells by column, and the catalogue as such a file."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module

from art28.web.services.spelling import SERVICE_HEADS, USE_HEADS
from art28.web.spreadsheets import Workbook, csv_lines

MOST_BYTES = 1_900_000  # what a request may carry, but for its frame
MOST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 40


class Unreadable(ValueError):
    """A file that is no table as wanted; `code` says in what way: size, kind, heads, rows."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: which sheet it belongs to ("services" or "uses"), its line, and its cells by column."""

    sheet: str
    line: int
    cells: Mapping[str, str]


def read(name: str, data: bytes) -> tuple[Row, ...]:
    """The rows of a file. Raises `Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable("size")
    sheets = _workbook(data) if data[:2] == b"PK" else (_csv(data),)
    if name.lower().endswith((".xls", ".ods")) and data[:2] != b"PK":
        raise Unreadable("kind")
    found = tuple(row for sheet in sheets for row in _rows(sheet))
    if not found:
        raise Unreadable("heads")
    return found


def _csv(data: bytes) -> Iterator[Sequence[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable("kind")
    first = text.partition("\n")[0]
    yield from csv.reader(io.StringIO(text), delimiter=max(";,\t", key=first.count))


def _workbook(data: bytes) -> Iterator[Iterator[Sequence[str]]]:
    """The sheets of a workbook, read row by row: formulas as their kept values, nothing run, nothing fetched."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("size")
        book = import_module("openpyxl").load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        for sheet in book.worksheets:
            yield (
                [_text(value) for value in row[:MOST_COLUMNS]]
                for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS, max_row=MOST_ROWS + 10)
            )
    except Unreadable:
        raise
    except Exception as error:  # a library's many ways to say that a file is broken
        raise Unreadable("kind") from error


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _rows(lines: Iterable[Sequence[str]]) -> Iterator[Row]:
    sheet = ""
    heads: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip().removeprefix("'") for cell in line]
        if not any(cells):
            continue
        if not heads:
            sheet, heads = _heads(cells)
            if not heads:
                return
            continue
        if number > MOST_ROWS:
            raise Unreadable("rows")
        yield Row(sheet, number, {key: cells[at] for key, at in heads.items() if at < len(cells)})


def _heads(cells: Sequence[str]) -> tuple[str, dict[str, int]]:
    """Which sheet a first row heads, and which column stands where; no columns for what is neither."""
    at = {cell.casefold(): number for number, cell in enumerate(cells)}
    for sheet, wanted, needed in (
        ("uses", USE_HEADS, ("customer", "agreement")),
        ("services", SERVICE_HEADS, ("name",)),
    ):
        found = {key: at[name] for key, names in wanted.items() for name in names if name in at}
        if any(key in found for key in needed) and ("service" in found or "name" in found):
            return sheet, found
    return "", {}


Sheet = tuple[str, tuple[str, ...], Iterable[Sequence[str]]]
"""A sheet to write: its name, its heads, its rows."""


def as_csv(sheet: Sheet) -> bytes:
    """One sheet as CSV."""
    _, heads, rows = sheet
    return "".join(csv_lines(heads, rows, delimiter=";")).encode()


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as XLSX."""
    book = Workbook()
    for name, heads, rows in sheets:
        sheet = book.sheet(name, heads, widths=(28,))
        for row in rows:
            sheet.add(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
