"""The registers as CSV, workbook, document and JSON-LD, each row by row but the document, which is held as a whole."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from itertools import chain, islice
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.typesetting.pdf import pdf
from art28.web import linking
from art28.web.accounts.models import Organisation
from art28.web.assessments.forms import spoken
from art28.web.processing import columns, linked, queries
from art28.web.processing.entries import Entry
from art28.web.processing.models import OwnActivity
from art28.web.spreadsheets import Workbook, csv_lines

MOST_IN_A_DOCUMENT = 500
"""Typesetting holds a document as a whole."""
MOST_IN_A_WORKBOOK = 1_000_000


class TooMany(Exception):
    """More entries than a document holds."""


def as_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """The register of Art. 30(2), line by line."""
    return csv_lines(columns.heads(), (columns.cells(entry) for entry in entries))


def as_workbook(entries: Iterable[Entry]) -> Workbook:
    """The register of Art. 30(2): a sheet of controllers, and one of the rows of each."""
    book = Workbook()
    first = book.sheet(str(_("Controllers")), columns.heads(), widths=(34, 30), held=1)
    second = book.sheet(str(_("Activities")), columns.row_heads(), widths=(30, 24), held=1)
    for entry in islice(entries, MOST_IN_A_WORKBOOK):
        first.add(columns.cells(entry))
        for row in entry.activities:
            second.add(columns.row_cells(entry, row))
    return book


def own_as_csv(rows: Iterable[OwnActivity]) -> Iterator[str]:
    """The register of Art. 30(1), line by line."""
    return csv_lines(columns.own_heads(), (columns.own_cells(row) for row in rows))


def own_as_workbook(rows: Iterable[OwnActivity]) -> Workbook:
    """The register of Art. 30(1) as XLSX; an import reads it back."""
    book = Workbook()
    sheet = book.sheet(str(_("Own processing")), columns.own_heads(), widths=(30, 26), held=1)
    for row in islice(rows, MOST_IN_A_WORKBOOK):
        sheet.add(columns.own_cells(row))
    return book


def as_document(organisation: Organisation, entries: Iterable[Entry], zone: tzinfo, *, now: datetime) -> bytes:
    """The register of Art. 30(2) as a PDF. Raises `TooMany`."""
    title = _("Record of processing for controllers")
    return _document(organisation, title, "30(2)", (_entry(entry) for entry in entries), zone, now)


def own_as_document(organisation: Organisation, rows: Iterable[OwnActivity], zone: tzinfo, *, now: datetime) -> bytes:
    """The register of Art. 30(1) as a PDF. Raises `TooMany`."""
    made = (
        {
            "title": row.name,
            "under": str(row.get_legal_basis_display()) if row.legal_basis else "",
            "fields": columns.labelled(columns.own_heads()[1:], columns.own_cells(row)[1:]),
        }
        for row in rows
    )
    return _document(organisation, _("Record of own processing"), "30(1)", made, zone, now)


def _entry(entry: Entry) -> dict[str, Any]:
    fields = columns.labelled(columns.heads(), columns.cells(entry))
    for number, row in enumerate(entry.activities, start=1):
        said = "; ".join(f"{label}: {value}" for label, value in columns.details(row))
        fields.append({"label": f"{_('Activity')} {number}", "value": said})
    return {
        "title": entry.agreement.counterparty_name or entry.agreement.title,
        "under": entry.agreement.title,
        "fields": fields,
    }


def _document(
    organisation: Organisation, title: str, article: str, made: Iterable[dict[str, Any]], zone: tzinfo, now: datetime
) -> bytes:
    held = list(islice(made, MOST_IN_A_DOCUMENT + 1))
    if len(held) > MOST_IN_A_DOCUMENT:
        raise TooMany
    keeper = queries.keeper(organisation)
    said = labels.article(article, spoken().value)
    named = (columns.officer(keeper), keeper.representative if keeper else "")
    data = {
        "title": title,
        "organisation": organisation.name,
        "subtitle": " · ".join(filter(None, (_("art. %(article)s GDPR") % {"article": said}, *named))),
        "language": spoken().value,
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "nothing": _("Nothing answers to this selection."),
        "entries": held,
    }
    return pdf("register", data, made_at=now)


def as_linked(organisation: Organisation, entries: Iterable[Entry], on: date) -> Iterator[str]:
    """The register of Art. 30(2) as JSON-LD."""
    head = linked.organisation_node(organisation, queries.keeper(organisation), "dpv:DataProcessor")
    return linking.document(chain((head,), (linked.processor_record(organisation, entry, on) for entry in entries)))


def own_as_linked(organisation: Organisation, rows: Iterable[OwnActivity], on: date) -> Iterator[str]:
    """The register of Art. 30(1) as JSON-LD."""
    head = linked.organisation_node(organisation, queries.keeper(organisation), "dpv:DataController")
    return linking.document(chain((head,), (linked.own_record(organisation, row, on) for row in rows)))
