"""The register as CSV without end, as a workbook, and as a document to print."""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from importlib import import_module
from itertools import islice
from typing import IO, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.typesetting.pdf import pdf
from art28.web.accounts.models import Organisation
from art28.web.assessments.forms import spoken
from art28.web.registers import telling
from art28.web.registers.queries import Entry

MOST_IN_A_WORKBOOK = 100_000
MOST_IN_A_DOCUMENT = 500
"""Typesetting holds a document as a whole: five hundred entries take two seconds and some 150 MB."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_000


class TooMany(Exception):
    """More entries than a document holds."""


class _Line:
    """What csv writes into: hands back each line instead of keeping it."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


def _safe(cells: Iterable[str]) -> list[str]:
    """What a spreadsheet would take for a formula is marked as text."""
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in cells]


def as_csv(entries: Iterable[Entry], zone: tzinfo) -> Iterator[str]:
    """Line by line, beginning with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(telling.columns())
    for entry in entries:
        yield writer.writerow(_safe(telling.cells(entry, zone)))


def as_workbook(entries: Iterable[Entry], zone: tzinfo, *, title: str) -> IO[bytes]:
    """The entries as XLSX in a temporary file, row by row; its head fixed and filterable."""
    openpyxl = import_module("openpyxl")  # heavy, and wanted here alone
    styles = import_module("openpyxl.styles")
    cell_of = import_module("openpyxl.cell").WriteOnlyCell
    letters = import_module("openpyxl.utils").get_column_letter
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "C2"
    heads: list[Any] = []
    for number, name in enumerate(telling.columns(), start=1):
        sheet.column_dimensions[letters(number)].width = 24 if number > 1 else 12
        head = cell_of(sheet, value=name)
        head.font = styles.Font(bold=True)
        heads.append(head)
    sheet.append(heads)
    count = 0
    for entry in islice(entries, MOST_IN_A_WORKBOOK):
        sheet.append([text[:_LONGEST_CELL] for text in _safe(telling.cells(entry, zone))])
        count += 1
    sheet.auto_filter.ref = f"A1:{letters(len(heads))}{count + 1}"
    kept: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the response, which closes it
    book.save(kept)
    kept.seek(0)
    return kept


def as_document(
    organisation: Organisation, entries: Iterable[Entry], zone: tzinfo, *, title: str, subtitle: str, now: datetime
) -> bytes:
    """The entries as a PDF with title, date and page numbers. Raises `TooMany`."""
    held = list(islice(entries, MOST_IN_A_DOCUMENT + 1))
    if len(held) > MOST_IN_A_DOCUMENT:
        raise TooMany
    data = {
        "title": title,
        "organisation": organisation.name,
        "subtitle": subtitle,
        "language": spoken().value,
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "nothing": _("No breach answers to this selection."),
        "entries": [_entry(entry, zone) for entry in held],
    }
    return pdf("register", data, made_at=now)


def _entry(entry: Entry, zone: tzinfo) -> dict[str, Any]:
    return {
        "title": f"{entry.breach.reference} · {entry.breach.title}",
        "under": " · ".join(part for part in (telling.role(entry), telling.state(entry)) if part),
        "fields": [{"label": label, "value": value} for label, value in telling.fields(entry, zone)],
    }
