"""A register as CSV, workbook, document or JSON-LD: each follows from its declaration, row by row but for the document."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.typesetting.pdf import ACCESSIBLE, Data, pdf
from art28.web import linking
from art28.web.accounts.models import Organisation
from art28.web.assessments.forms import spoken
from art28.web.downloads import Table
from art28.web.processing import linked, queries
from art28.web.processing.columns import labelled
from art28.web.reports.declared import AnyRegister, Asked
from art28.web.spreadsheets import csv_lines, moment_in

FORMS = ("xlsx", "csv", "pdf", "jsonld")
MOST_IN_A_DOCUMENT = 500
"""Typesetting holds a document as a whole."""


class TooMany(Exception):
    """More rows than a document holds."""


def rows(register: AnyRegister, organisation: Organisation, asked: Asked, now: datetime) -> Iterator[Iterable[str]]:
    """The cells of each row that answers."""
    zone = ZoneInfo(organisation.time_zone)
    return (register.cells(row, zone) for row in register.found(organisation, asked, now).every())


def table(register: AnyRegister, organisation: Organisation, asked: Asked, now: datetime) -> Table:
    """The register as a table for CSV or a workbook."""
    cells = rows(register, organisation, asked, now)
    return Table(str(register.title), register.heads(), cells, widths=(18, 26), but="+")


def as_csv(register: AnyRegister, organisation: Organisation, asked: Asked, now: datetime) -> Iterator[str]:
    """The register as CSV, line by line."""
    return csv_lines(register.heads(), rows(register, organisation, asked, now))


def as_linked(register: AnyRegister, organisation: Organisation, asked: Asked, now: datetime) -> Iterator[str]:
    """The register as JSON-LD, node by node; first who keeps it, where the law says that a record names them."""
    on = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    keeper = queries.keeper(organisation) if register.keeper else None
    head = (linked.organisation_node(organisation, keeper, register.keeper),) if register.keeper else ()
    found = register.found(organisation, asked, now).every()
    nodes = chain.from_iterable(register.nodes(organisation, row, on) for row in found)
    return linking.document(chain(head, nodes))


def as_document(register: AnyRegister, organisation: Organisation, asked: Asked, now: datetime) -> bytes:
    """The register as an accessible PDF: an entry a row, what is not known left out. Raises `TooMany`."""
    held = list(islice(rows(register, organisation, asked, now), MOST_IN_A_DOCUMENT + 1))
    if len(held) > MOST_IN_A_DOCUMENT:
        raise TooMany
    heads, zone = register.heads(), ZoneInfo(organisation.time_zone)
    data: Data = {
        "title": str(register.title),
        "organisation": organisation.name,
        "subtitle": str(register.article),
        "language": spoken().value,
        "date": date_format(now.astimezone(zone), "j F Y H:i"),
        "nothing": _("Nothing answers to this selection.") if asked.narrowed else str(register.none),
        "entries": [_entry(register, heads, [*cells]) for cells in held],
    }
    return pdf("register", data, made_at=now, standards=ACCESSIBLE)


def _said(cell: str) -> str:
    found = moment_in(cell)
    return date_format(found, "j F Y H:i" if isinstance(found, datetime) else "j F Y") if found else cell


def _entry(register: AnyRegister, heads: Sequence[str], cells: list[str]) -> Data:
    """The first two columns that a page shows stand above an entry, the others below them with their heads."""
    first, second = register.shown[:2] if len(register.shown) > 1 else (0, 1)
    kept = [number for number in range(len(cells)) if number not in (first, second)]
    return {
        "title": _said(cells[first]) or "–",
        "under": _said(cells[second]),
        "fields": labelled([heads[number] for number in kept], [_said(cells[number]) for number in kept]),
    }
