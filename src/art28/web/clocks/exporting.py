"""A selection of what is due -> a table to download: CSV without end, or a workbook of at most `MOST_IN_A_WORKBOOK` rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from importlib import import_module

from django.utils.translation import gettext as _

from art28.web.clocks.telling import Told, local

MOST_IN_A_WORKBOOK = 20_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (17, 12, 22, 26, 17, 20, 34, 18, 16, 40, 30, 22, 14, 17)


class _Line:
    """What csv writes into: hands back each line instead of keeping it."""

    def write(self, text: str) -> str:
        """The line itself."""
        return text


def columns() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("Ends"), _("Last day"), _("Left"), _("Limit"), _("Own target"), _("State"), _("What"), _("Event"),
        _("Reference"), _("Agreement"), _("Counterparty"), _("Who sees to it"), _("By"), _("Counts from"),
    )  # fmt: skip


def cells(row: Told, zone: tzinfo) -> tuple[str, ...]:
    """A row; what a spreadsheet would take for a formula is marked as text."""
    said = (
        local(row.ends_at, zone), row.last_day, row.left, row.limit, local(row.own_target_at, zone), row.state, row.what,
        row.event_label, row.reference, row.agreement, row.counterparty, row.owner, row.ground, local(row.started_at, zone),
    )  # fmt: skip
    return tuple(f"'{text}" if text.startswith(_FORMULA) else text for text in said)


def as_csv(rows: Iterable[Told], zone: tzinfo) -> Iterator[str]:
    """Line by line, beginning with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(columns())
    for row in rows:
        yield writer.writerow(cells(row, zone))


def as_workbook(rows: Iterable[Told], zone: tzinfo, *, title: str) -> bytes:
    """The rows as XLSX, its head fixed and filterable; says so in a last row where there may be more."""
    openpyxl = import_module("openpyxl")  # heavy, and wanted here alone
    styles = import_module("openpyxl.styles")
    cell_of = import_module("openpyxl.cell").WriteOnlyCell
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + number)].width = width
    heads = []
    for name in columns():
        head = cell_of(sheet, value=name)
        head.font = styles.Font(bold=True)
        heads.append(head)
    sheet.append(heads)
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007 - the number of the last
        sheet.append(cells(row, zone))
    sheet.auto_filter.ref = f"A1:N{count + 1}"
    if count >= MOST_IN_A_WORKBOOK:
        sheet.append([_("Only the first %(n)s rows; download CSV for all.") % {"n": MOST_IN_A_WORKBOOK}])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
