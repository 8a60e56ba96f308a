"""Template tags of costs: amounts, and the clause that something rests on."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language

from art28.notices.correspondence import clause_words
from art28.notices.language import language_of

register = template.Library()


@register.simple_tag
def money(cents: int) -> str:
    """An amount in euros, from cents."""
    return f"€ {number_format(Decimal(cents) / 100, decimal_pos=2, force_grouping=True)}"


@register.simple_tag
def clause(provision: str) -> str:
    """A place in an agreement in words: "artikel 5.1"."""
    return clause_words(provision, language_of((get_language() or "nl")[:2]))
