"""Template tags of families: the family and model of an agreement, and facts in words."""

from django import template

from art28.web.agreements.models import Agreement, FactVersion
from art28.web.families import queries, wording

register = template.Library()


@register.inclusion_tag("families/on_agreement.html")
def family_of(agreement: Agreement) -> dict[str, object]:
    """Which family and standard model an agreement follows: two queries."""
    return {
        "agreement": agreement,
        "member": queries.places_of(agreement.organisation_id, agreement.pk),
        "models": wording.model_lines(queries.models_of(agreement.organisation_id, agreement.pk)),
    }


@register.filter
def fact_name(key: str) -> str:
    """What a fact is called."""
    return wording.fact_name(key)


@register.filter
def fact_value(fact: FactVersion) -> str:
    """What a fact says."""
    return wording.fact_value(fact)


@register.filter
def fact_quote(fact: FactVersion) -> str:
    """The first passage that a fact rests on."""
    return wording.quote_of(fact)


@register.filter
def where(provision: str) -> str:
    """Where in an agreement something stands."""
    return wording.where(provision)
