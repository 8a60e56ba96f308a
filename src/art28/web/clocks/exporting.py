"""A selection of what is due -> a table to download: CSV without end, or a workbook of at most `MOST_IN_A_WORKBOOK` rows."""

import io
from collections.abc import Iterable, Iterator
from datetime import tzinfo

from django.utils.translation import gettext as _

from art28.web.clocks.telling import Told, local
from art28.web.spreadsheets import Workbook, csv_lines

MOST_IN_A_WORKBOOK = 20_000
_WIDTHS = (17, 12, 22, 26, 17, 20, 34, 18, 16, 40, 30, 22, 14, 17)


def columns() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("Ends"), _("Last day"), _("Left"), _("Limit"), _("Own target"), _("State"), _("What"), _("Event"),
        _("Reference"), _("Agreement"), _("Counterparty"), _("Who sees to it"), _("By"), _("Counts from"),
    )  # fmt: skip


def cells(row: Told, zone: tzinfo) -> tuple[str, ...]:
    """A row."""
    return (
        local(row.ends_at, zone), row.last_day, row.left, row.limit, local(row.own_target_at, zone), row.state, row.what,
        row.event_label, row.reference, row.agreement, row.counterparty, row.owner, row.ground, local(row.started_at, zone),
    )  # fmt: skip


def as_csv(rows: Iterable[Told], zone: tzinfo) -> Iterator[str]:
    """Line by line."""
    return csv_lines(columns(), (cells(row, zone) for row in rows))


def as_workbook(rows: Iterable[Told], zone: tzinfo, *, title: str) -> bytes:
    """The rows as XLSX; says so in a last row where there may be more."""
    book = Workbook()
    sheet = book.sheet(title, columns(), widths=_WIDTHS)
    for row in rows:
        sheet.add(cells(row, zone))
    if sheet.count >= MOST_IN_A_WORKBOOK:
        sheet.remark(_("Only the first %(n)s rows; download CSV for all.") % {"n": MOST_IN_A_WORKBOOK})
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
