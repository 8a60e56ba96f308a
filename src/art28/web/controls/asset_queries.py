"""Reads of things with custody; always of one organisation."""

from django.db.models import QuerySet

from art28.web.accounts.models import Organisation
from art28.web.controls.models import Asset, Custody


def assets(organisation: Organisation) -> QuerySet[Asset]:
    """All things, those that are gone too."""
    return Asset.objects.filter(organisation=organisation).select_related("place")


def in_use(organisation: Organisation) -> QuerySet[Asset]:
    """The things that are still there, by their code."""
    return assets(organisation).exclude(custody__in=(Custody.DESTROYED, Custody.LOST)).order_by("code")
