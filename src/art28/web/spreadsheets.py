"""Rows of text -> CSV or a workbook to download, row by row; what looks like a formula is marked as text.

A workbook is counted and sorted in: text that is a day or an instant as exports write them is one there, a `Figure` a number.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from itertools import chain, repeat
from typing import IO, Any, Self

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a workbook."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_000
_LONGEST_NAME = 31
_MOMENT = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?: [0-2][0-9]:[0-5][0-9])?")


class Figure(str):
    """A number as people read it, with its `value`; `form` is how a workbook shows that.

    >>> Figure.of("1,50", Decimal("1.5")).value
    Decimal('1.5')
    """

    __slots__ = ("form", "value")
    value: Decimal
    form: str

    @classmethod
    def of(cls, text: str, value: Decimal, form: str = "#,##0.00") -> Self:
        """The number `value`, said as `text`."""
        figure = cls(text)
        figure.value, figure.form = value, form
        return figure


def moment_in(text: str) -> date | datetime | None:
    """The day or instant that a cell of an export is, as 2026-11-28 or 2026-11-28 09:30; None for any other text.

    >>> moment_in("2026-11-28"), moment_in("2026-0007")
    (datetime.date(2026, 11, 28), None)
    """
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text) if " " in text else date.fromisoformat(text)
    except ValueError:
        return None


class _Line:
    """What csv writes into: hands back each line instead of keeping it."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


def as_text(text: str, *, but: str = "") -> str:
    """`text`, marked where it begins like a formula; `but` holds the signs that need no mark, as those of telephone numbers.

    >>> as_text("=1+1"), as_text("+31 20", but="+")
    ("'=1+1", '+31 20')
    """
    return f"'{text}" if text.startswith(_FORMULA) and text[0] not in but else text


def csv_lines(heads: Sequence[str], rows: Iterable[Iterable[str]], *, delimiter: str = ",") -> Iterator[str]:
    """Line by line, beginning with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Line(), delimiter=delimiter)
    yield "\ufeff" + writer.writerow(heads)
    for row in rows:
        yield writer.writerow([as_text(cell) for cell in row])


class Sheet:
    """A sheet that is being written: its head is fixed, and can be filtered by."""

    def __init__(self, sheet: Any, cell: Any, last_column: str, but: str) -> None:
        self._sheet = sheet
        self._cell = cell
        self._range = f"A1:{last_column}"
        self._but = but
        self.count = 0

    def add(self, cells: Iterable[str | int]) -> None:
        """Write a row; an empty text is a cell that isn't there."""
        self._sheet.append([cell if isinstance(cell, int) else self._written(cell) for cell in cells])
        self.count += 1
        self._sheet.auto_filter.ref = f"{self._range}{self.count + 1}"

    def _written(self, text: str) -> Any:
        if isinstance(text, Figure):
            cell = self._cell(self._sheet, value=text.value)
            cell.number_format = text.form
            return cell
        return moment_in(text) or as_text(text, but=self._but)[:_LONGEST_CELL] or None

    def remark(self, text: str) -> None:
        """Write a line below the rows, which the filter leaves out."""
        self._sheet.append([text])


class Workbook:
    """An XLSX that is written row by row, and so of any length."""

    def __init__(self) -> None:
        openpyxl = import_module("openpyxl")  # heavy, and wanted where one is asked for
        self._book: Any = openpyxl.Workbook(write_only=True)
        self._bold = import_module("openpyxl.styles").Font(bold=True)
        self._cell = import_module("openpyxl.cell").WriteOnlyCell
        self._letter = import_module("openpyxl.utils").get_column_letter

    def sheet(self, name: str, heads: Sequence[str], *, widths: Sequence[int], held: int = 0, but: str = "") -> Sheet:
        """A new sheet; the last of `widths` is that of every further column, `held` the columns that stay when one scrolls.

        `but` holds the signs that need no mark (`as_text`).
        """
        sheet = self._book.create_sheet(name[:_LONGEST_NAME])
        sheet.freeze_panes = f"{self._letter(held + 1)}2"
        made = []
        for number, (head, width) in enumerate(zip(heads, chain(widths, repeat(widths[-1])), strict=False), start=1):
            sheet.column_dimensions[self._letter(number)].width = width
            cell = self._cell(sheet, value=head)
            cell.font = self._bold
            made.append(cell)
        sheet.append(made)
        last = self._letter(len(heads))
        sheet.auto_filter.ref = f"A1:{last}1"
        return Sheet(sheet, self._cell, last, but)

    def save(self, target: IO[bytes]) -> None:
        """Write it out."""
        self._book.save(target)
