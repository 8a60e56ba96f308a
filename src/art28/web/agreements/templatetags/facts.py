"""Template tags that say facts in words."""

from typing import Any

from django import template
from django.utils.translation import get_language

from art28.agreement import labels
from art28.agreement.catalogue import catalogue
from art28.web.agreements import rows

register = template.Library()


@register.simple_tag
def fact_label(key: str) -> str:
    """What a fact is called."""
    return labels.fact(key, get_language() or "nl")


@register.simple_tag
def fact_value(key: str, value: Any) -> str:
    """A fact's value in words; empty for none, and for a fact that the catalogue no longer holds."""
    if value is None or key not in catalogue():
        return ""
    return labels.value(key, rows.to_value(value), get_language() or "nl")
