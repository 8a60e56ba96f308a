"""Reads of legal entities, counterparties and contacts."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.parties.models import Contact, Counterparty, LegalEntity

if TYPE_CHECKING:
    from art28.web.agreements.models import Agreement


def legal_entities(organisation: Organisation) -> QuerySet[LegalEntity]:
    """The organisation's own legal persons, by name."""
    return LegalEntity.objects.filter(organisation=organisation).order_by("name")


def counterparties(organisation: Organisation) -> QuerySet[Counterparty]:
    """The other sides of agreements, each with `agreement_count`."""
    return Counterparty.objects.filter(organisation=organisation).annotate(agreement_count=Count("agreements"))


def counterparty(organisation: Organisation, counterparty_id: UUID) -> Counterparty:
    """One counterparty; raises Counterparty.DoesNotExist for one of another organisation."""
    return Counterparty.objects.get(organisation=organisation, pk=counterparty_id)


def names(
    organisation: Organisation, *, most: int | None = None, only: UUID | None = None
) -> tuple[tuple[UUID, str], ...]:
    """Ids and names of the first `most` counterparties by name, or of `only` one."""
    rows = Counterparty.objects.filter(organisation=organisation)
    rows = rows.filter(pk=only) if only else rows
    return tuple(rows.order_by("name", "id").values_list("pk", "name")[:most])


def offered(organisation: Organisation) -> QuerySet[Counterparty]:
    """The other sides, by name."""
    return Counterparty.objects.filter(organisation=organisation).order_by("name", "id")


def contacts(organisation: Organisation, counterparty_id: UUID) -> QuerySet[Contact]:
    """Whom to reach at a counterparty, by purpose."""
    rows = Contact.objects.filter(organisation=organisation, counterparty_id=counterparty_id, ended_at=None)
    return rows.order_by("purpose", "name", "id")


def contacts_of(organisation: Organisation, counterparty_ids: Collection[UUID]) -> QuerySet[Contact]:
    """Whom to reach at several counterparties, by purpose."""
    rows = Contact.objects.filter(organisation=organisation, counterparty__in=counterparty_ids, ended_at=None)
    return rows.order_by("counterparty", "purpose", "name", "id")


def contacts_by_party(
    organisation: Organisation, counterparty_ids: Collection[UUID]
) -> dict[UUID, tuple[Contact, ...]]:
    """Whom to reach at each of several counterparties, by purpose; one query."""
    found: dict[UUID, list[Contact]] = {}
    for each in contacts_of(organisation, counterparty_ids):
        found.setdefault(each.counterparty_id, []).append(each)
    return {party: tuple(listed) for party, listed in found.items()}


def agreements_with(organisation: Organisation, counterparty: Counterparty) -> "QuerySet[Agreement]":
    """The agreements with a counterparty, newest first."""
    return counterparty.agreements.filter(organisation=organisation).order_by("-added_at", "-id")


def reachable(organisation: Organisation) -> QuerySet[Contact]:
    """The contacts with an e-mail address or a telephone number; by their counterparty one sees who can be told anything."""
    return Contact.objects.filter(organisation=organisation, ended_at=None).exclude(email="", phone="")


def every_contact(organisation: Organisation) -> QuerySet[Contact]:
    """Whom to reach at any counterparty."""
    rows = Contact.objects.filter(organisation=organisation, ended_at=None)
    return rows.select_related("counterparty", "organisation")


def contact(organisation: Organisation, contact_id: UUID) -> Contact | None:
    """One of them."""
    return every_contact(organisation).filter(pk=contact_id).first()
