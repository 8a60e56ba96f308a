"""A selection of what is due -> a table to download: CSV without end, or a workbook of at most `MOST_IN_A_WORKBOOK` rows."""

from collections.abc import Iterable
from datetime import tzinfo

from django.utils.translation import gettext as _

from art28.web.clocks.telling import Told, local
from art28.web.downloads import Table

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


def table(rows: Iterable[Told], zone: tzinfo, *, title: str) -> Table:
    """The rows; a workbook says so where there are more."""
    return Table(title, columns(), (cells(row, zone) for row in rows), widths=_WIDTHS, most=MOST_IN_A_WORKBOOK)
