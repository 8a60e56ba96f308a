"""Reads of own purposes; always of one organisation."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from art28.obligations.reusing import Stance
from art28.web.accounts.models import Organisation
from art28.web.purposes.models import OwnPurpose, State, Use
from art28.web.typed import identifier

_ORDERS = {
    "": ("-registered_at", "-id"),
    "registered": ("registered_at", "id"),
    "party": ("agreement__counterparty_name", "agreement__title", "-registered_at", "-id"),
    "used": ("-used_last", "-registered_at", "-id"),
}
ORDERS = tuple(_ORDERS)


def purposes(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[OwnPurpose]:
    """The purposes that an address asks for, each with how often and when last data were used for it."""
    rows = OwnPurpose.objects.filter(organisation=organisation).select_related("agreement", "decided_by")
    if (state := given.get("state", "")) in State.values:
        rows = rows.filter(state=state)
    if (stance := given.get("stance", "")) in set(Stance):
        rows = rows.filter(stance=stance)
    if wanted := identifier(given.get("agreement", "")):
        rows = rows.filter(agreement=wanted)
    for word in given.get("q", "").replace("\x00", "")[:80].split():
        rows = rows.filter(
            Q(purpose__icontains=word)
            | Q(agreement__counterparty_name__icontains=word)
            | Q(agreement__title__icontains=word)
            | Q(data__icontains=word)
        )
    rows = rows.annotate(used=Count("uses"), used_last=Max("uses__used_at"))
    return rows.order_by(*_ORDERS.get(given.get("sort", ""), _ORDERS[""]))


def purpose(organisation: Organisation, purpose_id: UUID) -> OwnPurpose | None:
    """One purpose."""
    rows = OwnPurpose.objects.filter(organisation=organisation, pk=purpose_id)
    return rows.select_related(
        "organisation", "agreement__organisation", "decided_by", "activity__organisation"
    ).first()


def uses(organisation: Organisation, given: Mapping[str, str]) -> QuerySet[Use]:
    """The uses for the purposes that an address asks for, newest first."""
    among = purposes(organisation, {**given, "sort": ""}).order_by().values("pk")
    rows = Use.objects.filter(organisation=organisation, purpose__in=among)
    return rows.select_related("purpose__agreement", "by").order_by("-used_at", "-id")


def uses_of(row: OwnPurpose) -> QuerySet[Use]:
    """The uses for one purpose, in no order."""
    rows = Use.objects.filter(organisation=row.organisation_id, purpose=row)
    return rows.select_related("by")
