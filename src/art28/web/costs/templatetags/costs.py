"""Template tags of costs: amounts and time."""

from django import template

from art28.web.costs import telling

register = template.Library()


@register.filter
def euros(cents: int) -> str:
    """An amount as people write it."""
    return telling.euros(cents)


@register.filter
def hours(minutes: int) -> str:
    """Time as a statement counts it."""
    return telling.hours(minutes)
