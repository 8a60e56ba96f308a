"""Cases with pages of their own that clocks name as their subject: each app says where its own stand."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from art28.web.accounts.models import Organisation

Leads = Callable[["Organisation", UUID], str | None]
_LEADS: list[Leads] = []


def leads(found: Leads) -> None:
    """Let `found` say at which address the case of an organisation with some id stands; None for no case of its own."""
    if found not in _LEADS:
        _LEADS.append(found)


def address(organisation: "Organisation", case_id: UUID) -> str | None:
    """Where a case stands that is no event."""
    return next((found for each in _LEADS if (found := each(organisation, case_id))), None)
