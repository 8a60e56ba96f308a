"""Reads of legal entities, counterparties and contacts."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.parties.models import Contact, Counterparty, LegalEntity

if TYPE_CHECKING:
    from art28.web.agreements.models import Agreement

PAGE_SIZE = 50


def legal_entities(organisation: Organisation) -> QuerySet[LegalEntity]:
    """The organisation's own legal persons, by name."""
    return LegalEntity.objects.filter(organisation=organisation).order_by("name")


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of counterparties, each with `agreement_count`, and how many there are in all."""

    counterparties: tuple[Counterparty, ...]
    total: int
    number: int
    page_count: int

    @property
    def previous(self) -> int:
        """The page before."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The page after."""
        return self.number + 1


def listed(organisation: Organisation, words: str, number: int) -> Listed:
    """A page of the other sides of agreements, by name."""
    found = Counterparty.objects.filter(organisation=organisation)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(registration__startswith=words) | Q(city__icontains=words))
    total = found.count()
    page_count = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, number), page_count)
    page = found.annotate(agreement_count=Count("agreements")).order_by("name", "id")
    return Listed(tuple(page[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]), total, number, page_count)


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


def contacts(organisation: Organisation, counterparty_id: UUID) -> QuerySet[Contact]:
    """Whom to reach at a counterparty, by purpose."""
    rows = Contact.objects.filter(organisation=organisation, counterparty_id=counterparty_id, ended_at=None)
    return rows.order_by("purpose", "name", "id")


def contacts_of(organisation: Organisation, counterparty_ids: Collection[UUID]) -> QuerySet[Contact]:
    """Whom to reach at several counterparties, by purpose."""
    rows = Contact.objects.filter(organisation=organisation, counterparty__in=counterparty_ids, ended_at=None)
    return rows.order_by("counterparty", "purpose", "name", "id")


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
