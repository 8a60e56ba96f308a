"""The register of instructions as CSV and as a workbook."""

from datetime import datetime, tzinfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.obligations.scoping import Within
from art28.web.instructions.models import WITHIN_LABELS, Instruction


def columns() -> tuple[str, ...]:
    """The heads."""
    return (
        _("Reference"), _("Received"), _("Given by"), _("Form"), _("Agreement"), _("What is asked"), _("Says"), _("Scope"),
        _("Clause"), _("State"), _("Warned"), _("Answer"), _("Result"), _("Ended"),
    )  # fmt: skip


def cells(row: Instruction, zone: tzinfo) -> tuple[str, ...]:
    """One instruction."""
    return (
        row.reference,
        _at(row.given_at, zone),
        row.given_by,
        row.get_form_display(),
        row.agreement.counterparty_name or row.agreement.title,
        row.get_kind_display(),
        row.text,
        str(WITHIN_LABELS[Within(row.within)]) if row.within else row.basis,
        row.provision,
        row.get_state_display(),
        _at(row.warned_at, zone),
        row.answer,
        row.result,
        _at(row.ended_at, zone),
    )


def _at(instant: datetime | None, zone: tzinfo) -> str:
    return date_format(timezone.localtime(instant, zone), "Y-m-d H:i") if instant else ""
