"""An audit in words: the columns of the register, and a row of them."""

from datetime import datetime, tzinfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.web.audits.models import Audit


def columns() -> tuple[str, ...]:
    """The heads of the table, in the order of `cells`."""
    return (
        _("Reference"), _("Agreement"), _("Asked for by"), _("Asked"), _("Planned"), _("Auditor"), _("Concrete suspicion"),
        _("State"), _("Complies"), _("Outcome"), _("Reason"), _("Closed"),
    )  # fmt: skip


def cells(row: Audit, zone: tzinfo) -> tuple[str, ...]:
    """A row of the table."""
    return (
        row.reference,
        row.agreement.counterparty_name or row.agreement.title,
        row.asked_by,
        _at(row.asked_at, zone),
        _at(row.planned_at, zone),
        row.auditor,
        row.suspicion,
        row.stands,
        {True: _("yes"), False: _("no"), None: ""}[row.compliant],
        row.outcome,
        row.reason,
        _at(row.closed_at, zone),
    )


def _at(at: datetime | None, zone: tzinfo) -> str:
    return date_format(timezone.localtime(at, zone), "Y-m-d H:i") if at else ""
