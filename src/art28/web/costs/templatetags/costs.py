"""Template tags of costs: amounts, time, the clause that something rests on, and addresses."""

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from art28.notices.correspondence import clause_words
from art28.notices.language import language_of
from art28.web.costs import telling
from art28.web.costs.models import CaseKind, CostLine, Statement

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """An amount as people write it."""
    return telling.euros(cents)


@register.filter
def hours(minutes: int) -> str:
    """Time as a statement counts it."""
    return telling.hours(minutes)


@register.simple_tag
def clause(provision: str) -> str:
    """A place in an agreement in words: "artikel 5.1"."""
    return clause_words(provision, language_of((get_language() or "nl")[:2]))


@register.simple_tag
def costs_address(name: str, row: CostLine | Statement) -> str:
    """Where a line is struck ("strike") or what its agreement allows charged ("charge"), or a statement stands."""
    last = row.agreement_id if name == "charge" else row.pk
    of_case = (row.case_id, last) if row.case_kind == CaseKind.BREACH else (row.case_kind, row.case_id, last)
    return reverse(f"costs:{name}", args=of_case)
