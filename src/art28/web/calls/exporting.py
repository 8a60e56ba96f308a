"""The call list -> a workbook to call from when there is no screen at hand."""

from collections.abc import Iterable
from datetime import tzinfo

from django.utils.translation import gettext as _

from art28.web.calls.models import State
from art28.web.calls.queries import Callee
from art28.web.downloads import Table

MOST = 5_000
_WIDTHS = (17, 34, 34, 26, 24, 20, 40, 16, 18, 24)


def columns() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        _("Ends"), _("Party"), _("Agreement"), _("Whom to call"), _("Role"), _("Telephone"),
        _("If in vain"), _("State"), _("Reached at"), _("Spoken to"),
    )  # fmt: skip


def cells(callee: Callee, zone: tzinfo) -> tuple[str, ...]:
    """A line; what a spreadsheet would take for a formula is marked as text."""
    touched, line = callee.touched, callee.line
    person = callee.now
    after = (*callee.people[callee.turn + 1 :], *callee.people[: callee.turn])
    clock = callee.known.clock
    ends = clock.ends_at if clock else None
    reached = line.reached_at if line else None
    return (
        f"{ends.astimezone(zone):%d-%m-%Y %H:%M}" if ends else "",
        touched.agreement.counterparty_name,
        touched.agreement.title,
        person.name if person else "",
        person.role if person else "",
        person.phone if person else "",
        "; ".join(" ".join(dict.fromkeys((each.called, each.phone))) for each in after),
        str(State(callee.state).label),
        f"{reached.astimezone(zone):%d-%m-%Y %H:%M}" if reached else "",
        line.spoken_to if line else "",
    )


def table(callees: Iterable[Callee], zone: tzinfo, *, title: str) -> Table:
    """The lines."""
    return Table(title, columns(), (cells(callee, zone) for callee in callees), widths=_WIDTHS, held=0)
