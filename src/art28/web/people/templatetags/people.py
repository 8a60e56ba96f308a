"""Template tags of staff: operations and findings in words."""

from collections.abc import Sequence

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from art28.web.people.finding import LABELS, Held
from art28.web.people.importing import Fault
from art28.web.people.models import Concern, Grant, Operation

register = template.Library()

_FAULTS: dict[str, str | Promise] = {
    "name": _("there is no name, or one of more than 200 characters"),
    "twice": _("this person stands in the table twice; the first is taken over"),
    "email": _("this is no e-mail address"),
    "kind": _("write: employee, hired, or third party engaged"),
    "day": _("write a day as 2026-11-28 or 28-11-2026"),
    "future": _("this day has yet to come"),
    "kept_at": _("say where the statement is kept"),
    "seen": _("give both the day it was issued and the day it was seen, or neither"),
    "role": _("there is no role of this name; add it first"),
}


@register.filter
def operations(codes: Sequence[str]) -> str:
    """Operations, one after the other."""
    return ", ".join(str(Operation(each).label) for each in codes)


@register.filter
def concern(code: str) -> str:
    """What a clock about somebody is for."""
    return str(Concern(code).label)


@register.simple_tag
def findings(known: Held, row: Grant) -> list[str]:
    """What is wrong with somebody's access."""
    return [str(LABELS[each]) for each in known.findings(row)]


@register.simple_tag
def staff_fault(row: Fault) -> str | Promise:
    """What is wrong with a row of a table, and what to do."""
    return _FAULTS[row.code]
