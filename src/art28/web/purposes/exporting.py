"""The register of own purposes and the log of uses, as tables."""

from datetime import datetime, tzinfo

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.obligations.reusing import Stance
from art28.web.downloads import Table
from art28.web.purposes.models import STANCES, OwnPurpose, Use


def heads() -> tuple[str, ...]:
    """The heads of the register, in the order of `cells`."""
    return (
        _("Reference"), _("Agreement"), _("Kind"), _("Purpose"), _("Data"), _("Data subjects"), _("What the agreement says"),
        _("Allowed by"), _("Allowing passage"), _("Forbidden by"), _("Forbidding passage"), _("State"), _("Decided by"),
        _("Decided"), _("Legal basis"), _("Data subjects informed"), _("Reason"), _("Uses"), _("Last use"),
    )  # fmt: skip


def cells(row: OwnPurpose, zone: tzinfo) -> tuple[str, ...]:
    """A row of the register."""
    return (
        row.reference,
        row.agreement.counterparty_name or row.agreement.title,
        str(row.get_kind_display()),
        row.purpose,
        "; ".join(row.data),
        "; ".join(row.data_subjects),
        str(STANCES[Stance(row.stance)]),
        row.allowed_at,
        row.allowed_by,
        row.forbidden_at,
        row.forbidden_by,
        str(row.get_state_display()),
        str(row.decided_by or ""),
        _at(row.decided_at, zone),
        str(row.get_legal_basis_display()),
        row.informed,
        row.reason or row.end_reason,
        str(row.used),  # type: ignore[attr-defined]
        _at(row.used_last, zone),  # type: ignore[attr-defined]
    )


def purposes(rows: QuerySet[OwnPurpose], zone: tzinfo) -> Table:
    """The register."""
    return Table(_("Own purposes"), heads(), (cells(row, zone) for row in rows.iterator(500)), widths=(12, 26))


def uses(rows: QuerySet[Use], zone: tzinfo) -> Table:
    """The log."""
    columns = (
        _("Reference"),
        _("Agreement"),
        _("Purpose"),
        _("Used"),
        _("What was used"),
        _("Anonymised"),
        _("By whom"),
        _("Logged"),
    )
    lines = (
        (
            row.purpose.reference,
            row.purpose.agreement.counterparty_name or row.purpose.agreement.title,
            row.purpose.purpose,
            _at(row.used_at, zone),
            row.what,
            _("yes") if row.anonymised else _("no"),
            str(row.by),
            _at(row.at, zone),
        )
        for row in rows.iterator(500)
    )
    return Table(_("Uses"), columns, lines, widths=(12, 26))


def _at(instant: datetime | None, zone: tzinfo) -> str:
    return date_format(timezone.localtime(instant, zone), "Y-m-d H:i") if instant else ""
