"""Reads of the register, one sub-processor at a time; always of one organisation."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction, State
from art28.web.subprocessors.models import SubProcessor
from art28.web.subprocessors.register import Entry, register

_OFFERED = 500


def sub_processor(organisation: Organisation, sub_processor_id: UUID) -> SubProcessor | None:
    """One sub-processor."""
    rows = SubProcessor.objects.filter(organisation=organisation, pk=sub_processor_id, ended_at=None)
    return rows.select_related("organisation", "agreement").first()


def entry(row: SubProcessor, on: date) -> Entry:
    """The same with all that is known of it."""
    return next(each for each in register(row.organisation, on) if each.row is not None and each.row.pk == row.pk)


def offered(organisation: Organisation) -> QuerySet[SubProcessor]:
    """Those in the register, by name."""
    return SubProcessor.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")


def sub_processors(organisation: Organisation) -> list[SubProcessor]:
    """All of them."""
    return list(offered(organisation))


def contracts(organisation: Organisation) -> list[tuple[str, str]]:
    """The agreements that may be the contract with a sub-processor: read, with the organisation on the controller's side."""
    rows = agreements.agreements(organisation).filter(state=State.READ, direction=Direction.CONTROLLER)
    named = rows.order_by("counterparty_name", "title", "id").values_list("pk", "counterparty_name", "title")
    return [(str(pk), " · ".join(part for part in (name, title) if part)) for pk, name, title in named[:_OFFERED]]


def contract(organisation: Organisation, agreement_id: UUID) -> Agreement | None:
    """One of them."""
    rows = agreements.agreements(organisation).filter(state=State.READ, direction=Direction.CONTROLLER, pk=agreement_id)
    return rows.first()
