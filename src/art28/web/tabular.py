"""An XLSX or CSV file that somebody brings -> its rows, each as cells by column; which columns, the app says.

Formulas are taken as their kept values; nothing is run, nothing fetched.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any, Protocol

from django import forms
from django.db.models import Model
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.access import MemberRequest
from art28.web.accounts.models import Organisation, User

MOST_BYTES = 1_900_000  # what a request may carry, but for its frame
MOST_UNPACKED = 100 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 40


class Unreadable(ValueError):
    """A file that is no table as wanted; `code` says in what way: size, kind, heads, rows, none."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def said(self) -> str:
        """What is wrong and what to do, for people."""
        return str(_WHY[self.code])


_WHY: Mapping[str, str | Promise] = {
    "size": _("This file is too large: at most 1.9 MB. Divide it."),
    "kind": _("This is no XLSX or CSV file. Save it as one of these in your spreadsheet program."),
    "rows": _("This file has more than 20,000 rows. Divide it."),
    "none": _("This file has the headings and no row under them. Fill in at least one row."),
    "heads": _("The first row doesn't hold the headings that are wanted. Download the table here and fill it in."),
}
"""What is said of each code of `Unreadable`."""


class FileForm(forms.Form):
    """A table to read."""

    file = forms.FileField(
        label=_("XLSX or CSV file"),
        help_text=_("At most 1.9 MB and 20,000 rows."),
        max_length=255,
        error_messages={"empty": _("This file is empty. Choose the one with the table.")},
    )


class PutIn(Protocol):
    """Reads a file of an organisation and keeps its rows, until somebody has looked at what they would change."""

    def __call__(self, organisation: Organisation, name: str, data: bytes, *, by: User, now: datetime) -> Model:
        """The kept rows. Raises `Unreadable`."""


def upload(
    request: MemberRequest,
    put_in: PutIn,
    *,
    template: str,
    preview: str,
    known: "Sequence[Heads]" = (),
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The page on which a table is brought; a table that can be read leads to its preview, and nothing changes yet.

    The page names the columns of the sheets that are `known`.
    """
    context = {**(context or {}), "sheets": [sheet.spelled() for sheet in known]}
    if request.method != "POST":
        return render(request, template, {**context, "form": FileForm()})
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > MOST_BYTES:
                raise Unreadable("size")
            found = put_in(request.organisation, file.name, file.read(), by=request.user, now=timezone.now())
        except Unreadable as error:
            form.add_error("file", error.said)
        else:
            return HttpResponseRedirect(reverse(preview, args=(found.pk,)))
    return render(request, template, {**context, "form": form}, status=422)


@dataclass(frozen=True, slots=True)
class Heads:
    """A sheet that is known: its name, the spellings of the head of each column, and of which columns one must be there."""

    sheet: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[tuple[str, ...], ...]

    def spelled(self) -> tuple[str, ...]:
        """The heads in the language of whoever asks."""
        at = 0 if (get_language() or "nl").startswith("nl") else 1
        return tuple(names[min(at, len(names) - 1)] for names in self.columns.values())


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: which sheet it belongs to, its line, and its cells by column."""

    sheet: str
    line: int
    cells: Mapping[str, str]


def read(name: str, data: bytes, known: Sequence[Heads]) -> tuple[Row, ...]:
    """The rows of a file, of the sheets that are `known`. Raises `Unreadable`."""
    if len(data) > MOST_BYTES:
        raise Unreadable("size")
    sheets = _workbook(data) if data[:2] == b"PK" else (_csv(data),)
    if name.lower().endswith((".xls", ".ods")) and data[:2] != b"PK":
        raise Unreadable("kind")
    headed: list[str] = []
    found = tuple(row for sheet in sheets for row in _rows(sheet, known, headed))
    if not found:
        raise Unreadable("none" if headed else "heads")
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


def _rows(lines: Iterable[Sequence[str]], known: Sequence[Heads], headed: list[str]) -> Iterator[Row]:
    """The rows under the headings of a sheet, whose name is put to those that were `headed`."""
    sheet = ""
    heads: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip().removeprefix("'") for cell in line]
        if not any(cells):
            continue
        if not heads:
            sheet, heads = _heads(cells, known)
            if not heads:
                return
            headed.append(sheet)
            continue
        if number > MOST_ROWS:
            raise Unreadable("rows")
        yield Row(sheet, number, {key: cells[at] for key, at in heads.items() if at < len(cells)})


def _heads(cells: Sequence[str], known: Sequence[Heads]) -> tuple[str, dict[str, int]]:
    """Which sheet a first row heads, and which column stands where; no columns for what is none of those known."""
    at = {cell.casefold(): number for number, cell in enumerate(cells)}
    for each in known:
        found = {key: at[name] for key, names in each.columns.items() for name in names if name in at}
        if all(any(key in found for key in among) for among in each.needed):
            return each.sheet, found
    return "", {}
