"""Template tags of the portfolio: the accepted risks of an agreement, and how it stands towards packs and the playbook."""

from django import template

from art28.web.agreements.models import Agreement
from art28.web.portfolio import queries
from art28.web.portfolio.models import AcceptedRisk

register = template.Library()


@register.simple_tag
def accepted_risks(agreement: Agreement) -> dict[str, AcceptedRisk]:
    """The risks that stand accepted in an agreement, by the key of the finding: one query."""
    return queries.accepted_in(agreement.organisation_id, agreement.pk)


@register.filter
def under(accepted: dict[str, AcceptedRisk], key: str) -> AcceptedRisk | None:
    """The acceptance of the finding of that key; None where it isn't accepted."""
    return accepted.get(key)
