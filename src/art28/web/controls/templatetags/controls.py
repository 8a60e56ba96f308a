"""Template tags of checks: the strip, thresholds, the order of a list."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from art28.web.controls import telling
from art28.web.controls.importing import Fault
from art28.web.controls.models import Check, Result
from art28.web.controls.queries import STRIP, Narrowing
from art28.web.controls.strip import drawn, value_of
from art28.web.pages.templatetags.ui import day, moment

register = template.Library()

register.simple_tag(telling.threshold, name="threshold")
register.simple_tag(value_of, name="value_of")


@register.simple_tag(takes_context=True)
def strip_of(context: Mapping[str, Any], row: Check) -> SafeString:
    """The strip of a check, from the `strips` of the page."""
    return drawn(context["strips"].get(row.pk, ()), STRIP)


@register.simple_tag
def ends(at: datetime, style: str = "long") -> SafeString:
    """When a result must be there: "zaterdag 5 december 2026" for the end of that day, else with its time."""
    local = timezone.localtime(at)
    if local.time() != time():
        return moment(at, style)
    return day(local - timedelta(minutes=1), style)


@register.simple_tag
def strip(results: tuple[Result, ...]) -> SafeString:
    """The strip of results, oldest first."""
    return drawn(results, max(len(results), STRIP))


@register.simple_tag
def cell_fault(fault: Fault) -> str | Promise:
    """What is wrong with a row, and what to do."""
    return _FAULTS[fault.code]


_FAULTS: Mapping[str, str | Promise] = {
    "unknown_check": _("No check that runs has this code."),
    "at": _("Say when it was checked."),
    "moment": _("Write a moment as 2026-11-28 14:20, or a day as 2026-11-28."),
    "future": _("This lies in the future."),
    "newer": _("It can't be newer than the check of it."),
    "outcome": _("Write passed or failed."),
    "value": _("This is no number."),
    "long": _("This is too long."),
}


@register.simple_tag(takes_context=True)
def turned(context: Mapping[str, Any], narrowing: Narrowing, column: str) -> str:
    """The address of the list in the order of a column; the other way round where it is in that order."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{column}" if narrowing.sort == column else column
    return f"?{query.urlencode()}"


@register.simple_tag
def in_order(narrowing: Narrowing, column: str) -> SafeString:
    """Whether the list is in the order of this column, for readers of the page's structure."""
    if narrowing.sort.removeprefix("-") != column:
        return mark_safe("")
    direction = "descending" if narrowing.sort.startswith("-") else "ascending"
    return mark_safe(f' aria-sort="{direction}"')  # noqa: S308 - one of two words
