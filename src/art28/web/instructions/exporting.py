"""The register of instructions as CSV and as a workbook."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from typing import IO

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.obligations.scoping import Within
from art28.web.instructions.models import WITHIN_LABELS, Instruction
from art28.web.spreadsheets import Workbook, csv_lines


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


def as_csv(rows: Iterable[Instruction], zone: tzinfo) -> Iterator[str]:
    """Line by line."""
    return csv_lines(columns(), (cells(row, zone) for row in rows))


def as_workbook(rows: Iterable[Instruction], zone: tzinfo) -> IO[bytes]:
    """As XLSX in a temporary file."""
    book = Workbook()
    sheet = book.sheet(_("Instructions"), columns(), widths=(12, 20), held=1)
    for row in rows:
        sheet.add(cells(row, zone))
    kept: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the response, which closes it
    book.save(kept)
    kept.seek(0)
    return kept
