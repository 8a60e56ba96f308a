"""Reads of legal entities, counterparties and contacts."""

import re
from uuid import UUID

from django.db.models import Count, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.parties.models import Contact, Counterparty, LegalEntity

_LEGAL_FORM = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ltd|limited|stichting|vereniging)(?=\W|$)", re.IGNORECASE
)
_NOT_A_LETTER = re.compile(r"[\W_]+")


def same_name(name: str) -> str:
    """`name` without legal form, case and punctuation, to compare names by.

    >>> same_name("Veldlicht ICT B.V.") == same_name("veldlicht ict bv")
    True
    """
    return _NOT_A_LETTER.sub("", _LEGAL_FORM.sub("", name)).casefold()


def legal_entities(organisation: Organisation) -> QuerySet[LegalEntity]:
    """The organisation's own legal persons, by name."""
    return LegalEntity.objects.filter(organisation=organisation).order_by("name")


def counterparties(organisation: Organisation) -> QuerySet[Counterparty]:
    """The other sides of agreements, by name, each with `agreement_count`."""
    return (
        Counterparty.objects.filter(organisation=organisation)
        .annotate(agreement_count=Count("agreements"))
        .order_by("name")
    )


def counterparty(organisation: Organisation, counterparty_id: UUID) -> Counterparty:
    """One counterparty; raises Counterparty.DoesNotExist for one of another organisation."""
    return Counterparty.objects.get(organisation=organisation, pk=counterparty_id)


def contacts(organisation: Organisation, counterparty_id: UUID) -> QuerySet[Contact]:
    """Whom to reach at a counterparty, by purpose."""
    return Contact.objects.filter(organisation=organisation, counterparty_id=counterparty_id).order_by(
        "purpose", "name", "id"
    )
