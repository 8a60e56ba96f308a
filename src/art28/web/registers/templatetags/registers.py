"""Template tags of registers: an entry in words, the order of the list, lengths of time, numbers for drawings."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from art28.timelimits.countdown import Countdown
from art28.web.clocks.words import duration
from art28.web.registers import telling
from art28.web.registers.queries import Entry
from art28.web.registers.selection import Selection

register = template.Library()

register.simple_tag(telling.role, name="role")
register.simple_tag(telling.parties, name="parties")
register.simple_tag(telling.told, name="told")
register.simple_tag(telling.late, name="late")


@register.simple_tag
def remedial(entry: Entry) -> str:
    """What was done about it."""
    return telling.remedial(entry.facts)


@register.simple_tag(takes_context=True)
def turn(context: Mapping[str, Any], selection: Selection, column: str) -> str:
    """The address of the list in the order of a column; the other way round where it is in that order."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = column if selection.sort == f"-{column}" or column == "title" else f"-{column}"
    return f"?{query.urlencode()}"


@register.simple_tag
def sorted(selection: Selection, column: str) -> SafeString:  # noqa: A001 - what the template calls it
    """Whether the list is in the order of this column, for readers of the page's structure."""
    if selection.sort.removeprefix("-") != column:
        return mark_safe("")
    direction = "descending" if selection.sort.startswith("-") else "ascending"
    return mark_safe(f' aria-sort="{direction}"')  # noqa: S308 - one of two words


@register.simple_tag
def length(took: timedelta) -> str:
    """A length of time in words."""
    return duration(countdown_of(took))


def countdown_of(took: timedelta) -> Countdown:
    """A length as days, hours and minutes."""
    minutes = int(took.total_seconds() // 60)
    return Countdown(is_late=False, days=minutes // 1440, hours=minutes % 1440 // 60, minutes=minutes % 60)


@register.filter
def plain(number: float) -> str:
    """A number for a drawing, with a point in every language."""
    return f"{number:g}"
