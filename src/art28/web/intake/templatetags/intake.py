"""Template tags of signals: how long one waits, what is left, what a provisional clock counts from."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.timelimits.countdown import countdown
from art28.web.accounts.models import Organisation
from art28.web.agreements.rows import to_limit
from art28.web.clocks import words
from art28.web.intake import queries

register = template.Library()

_STARTED = {
    "observation": _("noticed"),
    "report_from_sub_processor": _("told by the sub-processor"),
    "discovery": _("discovered"),
    "occurred": _("occurred"),
    "awareness": _("aware"),
}


@register.inclusion_tag("intake/waiting.html")
def signals_waiting(organisation: Organisation, now: datetime) -> dict[str, Any]:
    """That signals wait, and when the first clock ends that runs meanwhile; one query."""
    return {"running": queries.running(organisation), "now": now}


@register.simple_tag
def waited(since: datetime, now: datetime) -> str:
    """How long something waits, in words."""
    return words.duration(countdown(max(now, since), since, includes_end=True))


@register.simple_tag
def until(end: datetime, now: datetime) -> str:
    """What is left until an instant, or by how much it has passed."""
    return words.left(end, now, inclusive=True)


@register.simple_tag
def started_by(kind: str) -> str | Promise:
    """What a provisional clock counts from."""
    return _STARTED.get(kind, kind)


@register.simple_tag
def limit_of(row: Mapping[str, Any] | None) -> str:
    """The limit of a rule, in words."""
    limit = to_limit(row)
    return labels.limit(limit, (get_language() or "nl")[:2]) if limit else ""
