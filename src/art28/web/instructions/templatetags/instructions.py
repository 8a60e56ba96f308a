"""Template tags of instructions."""

from django import template

from art28.obligations.scoping import Within
from art28.web.breaches.models import Breach
from art28.web.instructions import queries
from art28.web.instructions.models import WITHIN_LABELS, Assistance

register = template.Library()


@register.simple_tag
def questions_about(breach: Breach) -> tuple[Assistance, ...]:
    """What the other sides asked about a breach, with the answers; one query."""
    return queries.about(breach)


@register.simple_tag
def within(value: str) -> str:
    """How an instruction stands to the purposes, in words."""
    return str(WITHIN_LABELS[Within(value)])
