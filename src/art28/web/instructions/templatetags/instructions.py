"""Template tags of instructions."""

from django import template

from art28.obligations.scoping import Within
from art28.web.instructions.models import WITHIN_LABELS

register = template.Library()


@register.simple_tag
def within(value: str) -> str:
    """How an instruction stands to the purposes, in words."""
    return str(WITHIN_LABELS[Within(value)])
