"""Reads of house templates; always of one organisation."""

from uuid import UUID

from django.db.models import F, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.house.models import BroughtSheet, HouseTemplate, HouseVersion
from art28.web.typed import identifier

PAGE_SIZE = 50


def templates(organisation: Organisation) -> QuerySet[HouseTemplate]:
    """Every template, in use or archived."""
    return HouseTemplate.objects.filter(organisation=organisation).select_related("made_by")


def template(organisation: Organisation, template_id: UUID) -> HouseTemplate | None:
    """One template."""
    rows = HouseTemplate.objects.filter(organisation=organisation, pk=template_id)
    return rows.select_related("organisation", "made_by").first()


def version(found: HouseTemplate, number: int | None = None) -> HouseVersion | None:
    """One version, the newest unless a number is named."""
    rows = HouseVersion.objects.filter(organisation=found.organisation_id, template=found)
    return (
        rows.select_related("template__organisation", "by", "settled_by").filter(number=number or found.version).first()
    )


def named(organisation: Organisation, name: str) -> HouseVersion | None:
    """The version that a draft is made of, by what the draft calls its template."""
    version_id = identifier(name.partition(":")[2])
    if version_id is None:
        return None
    rows = HouseVersion.objects.filter(organisation=organisation, pk=version_id)
    return rows.select_related("template__organisation").first()


def usable(organisation: Organisation) -> QuerySet[HouseVersion]:
    """The newest version of every template in use whose blanks are settled, without its bytes, by name."""
    rows = HouseVersion.objects.filter(
        organisation=organisation,
        settled_at__isnull=False,
        number=F("template__version"),
        template__archived_at=None,
    )
    return rows.select_related("template").defer("data", "places", "blanks").order_by("template__name", "id")


def versions(found: HouseTemplate) -> QuerySet[HouseVersion]:
    """The versions of a template, newest first, without their bytes."""
    rows = HouseVersion.objects.filter(organisation=found.organisation_id, template=found)
    return rows.select_related("by", "settled_by").defer("data", "places", "blanks").order_by("-number")


def sheet(organisation: Organisation, sheet_id: UUID) -> BroughtSheet | None:
    """One sheet that was brought, with its template."""
    rows = BroughtSheet.objects.filter(organisation=organisation, pk=sheet_id)
    return rows.select_related("version__template__organisation", "organisation").first()
