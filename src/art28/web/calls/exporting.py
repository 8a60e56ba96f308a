"""The call list -> a workbook to call from when there is no screen at hand."""

import io
from collections.abc import Iterable
from datetime import tzinfo
from importlib import import_module

from django.utils.translation import gettext as _

from art28.web.calls.models import State
from art28.web.calls.queries import Callee

MOST = 5_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (17, 34, 34, 26, 24, 20, 16, 18, 24)


def columns() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("Ends"), _("Party"), _("Agreement"), _("Whom to call"), _("Role"), _("Telephone"), _("State"),
        _("Reached at"), _("Spoken to"),
    )  # fmt: skip


def cells(callee: Callee, zone: tzinfo) -> tuple[str, ...]:
    """A line; what a spreadsheet would take for a formula is marked as text."""
    touched, line = callee.touched, callee.line
    person = callee.people[0] if callee.people else None
    clock = callee.known.clock
    ends = clock.ends_at if clock else None
    reached = line.reached_at if line else None
    said = (
        f"{ends.astimezone(zone):%d-%m-%Y %H:%M}" if ends else "",
        touched.agreement.counterparty_name,
        touched.agreement.title,
        person.name if person else "",
        person.role if person else "",
        " / ".join(dict.fromkeys(each.phone for each in callee.people)),
        str(State(callee.state).label),
        f"{reached.astimezone(zone):%d-%m-%Y %H:%M}" if reached else "",
        line.spoken_to if line else "",
    )
    return tuple(f"'{text}" if text.startswith(_FORMULA) else text for text in said)


def as_workbook(callees: Iterable[Callee], zone: tzinfo, *, title: str) -> bytes:
    """The lines as XLSX, its head fixed and filterable."""
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
    for count, callee in enumerate(callees, start=1):  # noqa: B007 - the number of the last
        sheet.append(cells(callee, zone))
    sheet.auto_filter.ref = f"A1:I{count + 1}"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
