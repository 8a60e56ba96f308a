"""Template tags of records: codes in words, a row as labelled fields, the order of the list."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.web.agreements.models import FactVersion
from art28.web.processing import columns, saying
from art28.web.processing.comparing import Difference
from art28.web.processing.entries import Entry
from art28.web.processing.queries import Selection
from art28.web.processing.recognising import is_identifier
from art28.web.processing.rows import Facts

register = template.Library()

register.simple_tag(saying.lacking, name="lacking")
register.simple_tag(saying.difference, name="difference")
register.simple_tag(saying.transfer, name="transfer")
register.simple_tag(saying.operations, name="operations")
register.simple_tag(columns.controller, name="controller")
register.simple_tag(columns.contact, name="contact")
register.simple_tag(columns.details, name="details")
register.filter("identifier", is_identifier)
_STATES: dict[str, str | Promise] = {
    "confirmed": _("Confirmed by the controller"),
    "unconfirmed": _("Not confirmed"),
    "special": _("With special or sensitive data"),
    "outside": _("With what is not ours to answer for"),
    "empty": _("Nothing known yet"),
}


@register.filter
def fact(facts: Facts, key: str) -> FactVersion | None:
    """What an agreement says on `key`; None where it says nothing."""
    return facts.get(key)


@register.filter
def countries(codes: Sequence[str] | None) -> str:
    """Countries by name, one after the other."""
    spoken = get_language() or "nl"
    return ", ".join(labels.country(code, spoken) for code in codes or ())


@register.filter
def country(code: str) -> str:
    """A country by name."""
    return countries([code])


@register.simple_tag
def difference_kind(each: Difference) -> str | Promise:
    """What differs."""
    return saying.KINDS[each.kind]


@register.simple_tag
def point(code: str) -> str | Promise:
    """What a sentence of the agreement settles."""
    return saying.POINTS.get(code, code)


@register.simple_tag
def record_state(code: str) -> str | Promise:
    """A filter of the register."""
    return _STATES[code]


@register.simple_tag
def differing(entry: Entry) -> int:
    """How many things the catalogue and the agreement say differently."""
    return len(entry.differences)


@register.simple_tag(takes_context=True)
def in_order(context: Mapping[str, Any], selection: Selection, column: str) -> str:
    """The address of the list in the order of a column; the other way round where it is in that order."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{column}" if selection.sort == column else column
    return f"?{query.urlencode()}"
