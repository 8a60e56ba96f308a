"""Template tags of endings: points of an agreement in words, clauses, money, signs."""

from datetime import datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.agreement.model import Value
from art28.web.endings import exporting
from art28.web.endings.models import Item
from art28.web.endings.saying import cited
from art28.web.pages.templatetags.ui import icon, moment

register = template.Library()
_SIGNS = {
    "done": "circle-check",
    "late": "octagon-alert",
    "waiting": "hourglass",
    "held": "lock",
    "stays": "scale",
}


def _language() -> str:
    return (get_language() or "nl")[:2]


@register.simple_tag
def point(key: str) -> str:
    """A point of the agreement: "Window for the choice"."""
    return labels.fact(key, _language())


@register.simple_tag
def point_value(key: str, value: Value) -> str:
    """What it says on that point, in words."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str):
        chosen = labels.choice(key, value, _language())
        return labels.period(value, _language()) if chosen == value else chosen
    return str(value)


@register.simple_tag
def clause_of(provision: str) -> str:
    """A clause as people cite it."""
    return cited(provision)


@register.simple_tag
def term_of(row: Item) -> str:
    """How long something is kept, in words."""
    return exporting.term(row)


@register.filter
def euros(cents: int | None) -> str:
    """An amount: "€ 1.250,00" in Dutch, "€1,250.00" in English."""
    amount = number_format(Decimal(cents or 0) / 100, decimal_pos=2, force_grouping=True)
    return f"€ {amount}" if _language() == "nl" else f"€{amount}"


@register.filter
def share(place: int) -> str:
    """A place within a picture as a percentage of its width."""
    return f"{place / 10:g}%"


@register.simple_tag
def through(until: datetime | None) -> SafeString:
    """When something ends: an end at midnight is the 24:00 of the day before."""
    if until is None:
        return SafeString("")
    local = timezone.localtime(until)
    if (local.hour, local.minute) != (0, 0):
        return moment(until)
    before = date_format(local - timedelta(minutes=1), "D j F Y")
    return format_html('<time datetime="{}">{}, 24:00</time>', until.isoformat(), before)


@register.filter
def plain(number: float) -> str:
    """A number as a picture wants it, whatever the language."""
    return f"{number:g}"


@register.simple_tag
def way_icon(tone: str) -> SafeString:
    """The sign of a station."""
    return icon(_SIGNS.get(tone, "circle"))


@register.simple_tag
def lane_icon(tone: str) -> SafeString:
    """The sign of a lane."""
    return icon(_SIGNS.get(tone, "hourglass"))
