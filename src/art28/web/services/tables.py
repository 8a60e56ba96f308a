"""Tables in and out: an XLSX or CSV file as rows of cells by column, and the catalogue as such a file."""

from collections.abc import Iterable, Sequence

from art28.web import tabular
from art28.web.services.spelling import SERVICE_HEADS, USE_HEADS
from art28.web.spreadsheets import Workbook, csv_lines

KNOWN = (
    tabular.Heads("uses", USE_HEADS, (("customer", "agreement"), ("service",))),
    tabular.Heads("services", SERVICE_HEADS, (("name",),)),
)


def read(name: str, data: bytes) -> tuple[tabular.Row, ...]:
    """The rows of a file, of both sheets. Raises `tabular.Unreadable`."""
    return tabular.read(name, data, KNOWN)


Sheet = tuple[str, tuple[str, ...], Iterable[Sequence[str]]]
"""A sheet to write: its name, its heads, its rows."""


def as_csv(sheet: Sheet) -> bytes:
    """One sheet as CSV."""
    _, heads, rows = sheet
    return "".join(csv_lines(heads, rows, delimiter=";")).encode()


def as_workbook(sheets: Sequence[Sheet]) -> Workbook:
    """The sheets as XLSX."""
    book = Workbook()
    for name, heads, rows in sheets:
        sheet = book.sheet(name, heads, widths=(28,))
        for row in rows:
            sheet.add(row)
    return book
