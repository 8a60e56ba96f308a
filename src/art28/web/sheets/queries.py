"""Reads of sheets; always of one organisation."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.sheets.models import Product, Sheet, SheetRow, State

_SHOWN = 20


def sheets(organisation: Organisation) -> QuerySet[Sheet]:
    """The newest sheets."""
    rows = Sheet.objects.filter(organisation=organisation).select_related("by")
    return rows.order_by("-at", "-id")[:_SHOWN]


def sheet(organisation: Organisation, sheet_id: UUID) -> Sheet | None:
    """One sheet."""
    rows = Sheet.objects.filter(organisation=organisation, pk=sheet_id)
    return rows.select_related("organisation", "legal_entity", "by").first()


def rows(of: Sheet) -> QuerySet[SheetRow]:
    """The rows of a sheet in order, each with its draft once it is made, without the documents."""
    found = SheetRow.objects.filter(organisation=of.organisation_id, sheet=of).select_related("product__draft")
    return found.defer("facts", "measures", "product__data").order_by("line")


def made(of: Sheet) -> int:
    """How many rows have been made."""
    return Product.objects.filter(organisation=of.organisation_id, row__sheet=of).count()


def whole(of: Sheet) -> int:
    """How many rows leave nothing open."""
    return SheetRow.objects.filter(organisation=of.organisation_id, sheet=of, blanks=[]).count()


def to_make(of: Sheet, most: int) -> tuple[SheetRow, ...]:
    """The first rows that have not been made yet."""
    found = SheetRow.objects.filter(organisation=of.organisation_id, sheet=of, product=None)
    return tuple(found.order_by("line")[:most])


def documents(of: Sheet) -> Iterator[Product]:
    """What was made of a sheet, one by one, in the order of its rows; nothing of one that is not made whole."""
    if of.state != State.MADE:
        return iter(())
    found = Product.objects.filter(organisation=of.organisation_id, row__sheet=of).select_related("row")
    return found.defer("row__facts", "row__measures").order_by("row__line").iterator(20)
