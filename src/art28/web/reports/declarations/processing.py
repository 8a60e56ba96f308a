"""The records of processing (Art. 30 GDPR), whose pages are those of their own app, as registers among the others."""

from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.linking import Node
from art28.web.processing import columns, entries, linked, queries
from art28.web.processing.entries import Entry
from art28.web.processing.models import OwnActivity
from art28.web.reports.declared import Asked, Found, Register, as_stored, held, stored


def _found(organisation: Organisation, asked: Asked, now: datetime) -> Found[Entry]:
    rows = queries.controllers(organisation, queries.read(asked.given))
    if asked.agreements is not None:
        rows = rows.filter(pk__in=asked.agreements)
    on = now.astimezone(ZoneInfo(organisation.time_zone)).date()
    keeper = queries.keeper(organisation)

    def enriched(chunk: list[Agreement]) -> tuple[Entry, ...]:
        return entries.entries(organisation, chunk, on, keeper=keeper)

    return stored(rows.select_related("counterparty", "legal_entity"), lambda chunk: enriched(list(chunk)))


def _nodes(organisation: Organisation, entry: Entry, on: date) -> Iterator[Node]:
    yield linked.processor_record(organisation, entry, on)


def _own(organisation: Organisation, asked: Asked, _now: datetime) -> Found[OwnActivity]:
    if asked.agreements is not None:
        return held(())  # what the organisation does on its own account is under no agreement
    return as_stored(queries.own(organisation, queries.read(asked.given)))


def _cells(entry: Entry, _zone: tzinfo) -> tuple[str, ...]:
    return columns.cells(entry)


def _own_cells(row: OwnActivity, _zone: tzinfo) -> tuple[str, ...]:
    return columns.own_cells(row)


def _own_nodes(organisation: Organisation, row: OwnActivity, on: date) -> Iterator[Node]:
    yield linked.own_record(organisation, row, on)


PROCESSING = Register(
    name="processing",
    title=_("Record of processing for controllers"),
    article=_("Article 30(2) GDPR"),
    about=_("What is done for each controller, row by row as its agreement says it."),
    none=_("Every agreement under which you process for another stands here as soon as it is read."),
    heads=columns.heads,
    cells=_cells,
    found=_found,
    nodes=_nodes,
    address=lambda entry: reverse("processing:record", args=(entry.agreement.pk,)),
    keeper="dpv:DataProcessor",
    page="processing:list",
    export="processing:export",
)
OWN_PROCESSING = Register(
    name="own-processing",
    title=_("Record of own processing"),
    article=_("Article 30(1) GDPR"),
    about=_("What the organisation processes as controller, in its own administration."),
    none=_("Every organisation processes data of its own: of its staff, its customers, its suppliers."),
    heads=columns.own_heads,
    cells=_own_cells,
    found=_own,
    nodes=_own_nodes,
    address=lambda row: reverse("processing:own_edit", args=(row.pk,)),
    keeper="dpv:DataController",
    page="processing:own",
    export="processing:own_export",
)
