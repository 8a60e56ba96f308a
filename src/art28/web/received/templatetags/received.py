"""Template tags of reports received: values of facts in words, and the links of the chain."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from art28.notices.breach import Count
from art28.notices.language import count, language_of, listed
from art28.web.intake.models import Signal, SignalFile
from art28.web.received import queries
from art28.web.received.enclosed import may_be_report

register = template.Library()

_LINKS: Mapping[str, str | Promise] = {
    "occurred": _("It happened"),
    "noticed": _("They noticed it"),
    "they_told": _("They sent their report"),
    "received": _("Their report reached us"),
    "discovered": _("We discovered it"),
    "aware": _("We were aware"),
    "told": _("We told the controllers"),
    "confirmed": _("They confirmed receipt"),
}
_ICONS = {
    "occurred": "triangle-alert",
    "noticed": "eye",
    "they_told": "send",
    "received": "inbox",
    "discovered": "search",
    "aware": "siren",
    "told": "send",
    "confirmed": "check-check",
}
_WORDS: Mapping[str, str | Promise] = {
    "yes": _("Yes"),
    "no": _("No"),
    "partly": _("Partly"),
    "confidentiality": _("confidentiality"),
    "integrity": _("integrity"),
    "availability": _("availability"),
}
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@register.simple_tag
def reports_in(signal: Signal, files: Sequence[SignalFile]) -> list[dict[str, Any]]:
    """The files of a signal: each with the report that was read from it, and whether it may be one; one query at most."""
    asked = any(may_be_report(each.name) for each in files)
    known = {row.signal_file_id: row for row in queries.of_signal(signal)} if asked else {}
    return [{"file": each, "report": known.get(each.pk), "may_be": may_be_report(each.name)} for each in files]


@register.filter
def link_label(code: str) -> str | Promise:
    """What a link of the chain says."""
    return _LINKS[code]


@register.filter
def link_icon(code: str) -> str:
    """Its icon."""
    return _ICONS[code]


@register.filter
def told_value(value: Any) -> str:
    """A value of the facts, as the facts keep it, in words; empty where there is none."""
    language = language_of((get_language() or "nl")[:2])
    match value:
        case None | "" | []:
            return ""
        case list():
            return listed([str(_WORDS.get(item, item)) for item in value], language=language)
        case {"least": int(least), "most": most}:
            return count(Count(least, most), language=language)
        case dict():
            return ", ".join(str(item) for item in value.values() if item)
        case str():
            return _text(value)
        case _:
            return str(value)


def _text(value: str) -> str:
    if value in _WORDS:
        return str(_WORDS[value])
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    return date_format(timezone.localtime(at), "D j F Y, H:i") if at.utcoffset() is not None else value


@register.filter
def length(of: timedelta) -> str:
    """How long something took: the two largest units."""
    days, hours, minutes = of // _DAY, of % _DAY // _HOUR, of % _HOUR // _MINUTE
    parts = []
    if days:
        parts.append(ngettext("%(n)s day", "%(n)s days", days) % {"n": days})
    if hours:
        parts.append(gettext("%(n)s h") % {"n": hours})
    if not days and (minutes or not hours):
        parts.append(gettext("%(n)s min") % {"n": minutes})
    return " ".join(parts)
