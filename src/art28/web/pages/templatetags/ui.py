"""Template tags of the interface: icons, instants and the address of a filtered list."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django import template
from django.http import QueryDict
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy

from art28.agreement import labels
from art28.law.destinations import Destination, Level
from art28.web.spreadsheets import Figure, moment_in

register = template.Library()

# One sheet a component; order is that of the cascade.
_SHEETS = (
    "fonts",
    "tokens",
    "base",
    "shell",
    "buttons",
    "forms",
    "tables",
    "badges",
    "tabs",
    "timeline",
    "feedback",
    "exercise",
)


@register.simple_tag
def stylesheets(*names: str) -> SafeString:
    """Links to the common sheets, or to those named."""
    return format_html_join(
        "\n  ",
        '<link rel="stylesheet" href="{}">',
        ((static(f"art28/css/{name}.css"),) for name in names or (*_SHEETS, "print")),
    )


@cache
def _shapes(name: str) -> str:
    svg = files("art28.web.pages.icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
    found = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if found is None:
        raise ValueError(f"{name}.svg holds no shapes")
    return re.sub(r"\s*\n\s*", "", found[1])


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A Lucide icon; decorative unless `label` says what it means."""
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon icon-{}" {} viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        ' stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">{}</svg>',
        name,
        role,
        mark_safe(_shapes(name)),  # noqa: S308 - vendored shapes
    )


@register.simple_tag
def moment(instant: datetime | None, style: str = "long") -> SafeString:
    """An instant in local time: "zo 23 november 2025, 02:10"; short: "zo 23 nov 02:10", of another year with that year.

    As "end" it is short, and an end at midnight is the 24:00 of the day before, as clocks have it.
    """
    if instant is None:
        return SafeString("")
    local, hour = timezone.localtime(instant), "H:i"
    if style == "end" and (local.hour, local.minute) == (0, 0):
        local, hour = local - timedelta(minutes=1), "24:00"
    year = "" if local.year == timezone.localdate().year else " Y"
    form = "D j F Y, H:i" if style == "long" else f"D j {_short_month()}{year} {hour}"
    return format_html('<time datetime="{}">{}</time>', instant.isoformat(), date_format(local, form))


@register.simple_tag
def day(value: date | datetime | None, style: str = "long") -> SafeString:
    """A date: "23 november 2025"; short: "23 nov 2025"; empty for None."""
    if value is None:
        return SafeString("")
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    form = "j F Y" if style == "long" else f"j {_short_month()} Y"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), date_format(local, form))


@register.filter
def cell(text: str) -> str:
    """A cell of an export as a page says it: a day or instant in words, any other text as it is."""
    found = moment_in(text)
    if found is None:
        return text
    return date_format(found, f"j {_short_month()} Y" + (" H:i" if isinstance(found, datetime) else ""))


@register.filter
def is_figure(text: str) -> bool:
    """Whether a cell of an export is a number, a day or an instant, which stands on one line."""
    return isinstance(text, Figure) or moment_in(text) is not None


def _short_month() -> str:
    """Dutch writes "nov", English "Nov"."""
    return "b" if get_language() == "nl" else "M"


# Long compounds, parted where a line may break.
_PARTED = {
    word.replace("|", ""): word.replace("|", "\u00ad")
    for word in (
        "verwerkings|verantwoordelijke",
        "persoons|gegevens",
        "gegevens|beschermings|effect|beoordeling",
        "beveiligings|incident",
        "vertegen|woordiger",
        "verwerkers|overeenkomst",
        "bewerkers|overeenkomst",
        "verwerkers|voorwaarden",
        "privacy|voorwaarden",
        "gegevens|verwerking",
    )
}
_COMPOUND = re.compile("|".join(_PARTED), re.IGNORECASE)


@register.filter
def place(code: str) -> str:
    """Where data are processed, in full, in the reader's words."""
    return labels.country(code, get_language() or "nl")


_LEVELS: Mapping[Level, str | Promise] = {
    Level.EEA: gettext_lazy("within the EEA"),
    Level.ADEQUATE: gettext_lazy("adequacy decision"),
    Level.IN_PART: gettext_lazy("adequacy decision for some recipients"),
    Level.NONE: gettext_lazy("no adequacy decision"),
    Level.UNKNOWN: gettext_lazy("not known"),
}


@register.filter
def level(found: Destination) -> str:
    """How the Regulation sees a country."""
    return str(_LEVELS[found.level])


@register.simple_tag
def country(found: Destination) -> SafeString:
    """A country in full, framed by how the Regulation sees it."""
    return format_html('<span class="country {}" title="{}">{}</span>', found.level, level(found), place(found.country))


@register.filter
def places(codes: Iterable[str]) -> str:
    """Several of them, parted by commas."""
    return ", ".join(map(place, codes or ()))


@register.filter
def cited(places: str) -> str:
    """Articles of the Regulation as a reader of the page's language writes them."""
    return labels.article(places, get_language() or "en")


@register.filter
def soft(text: str) -> str:
    """Text whose long Dutch compounds may break at the end of a line, with a hyphen."""
    return _COMPOUND.sub(lambda found: _broken(found[0]), text)


def _broken(word: str) -> str:
    parted = _PARTED[word.lower()]
    if word.isupper():
        return parted.upper()
    return word[0] + parted[1:] if word[1:].islower() else word


@register.simple_tag(takes_context=True)
def turned(context: Mapping[str, Any], number: int) -> str:
    """The query string of this page with another part of a list; `pager_name` is the parameter of one beside another."""
    return address(context, **{context.get("pager_name") or "page": number})


@register.simple_tag(takes_context=True)
def address(context: Mapping[str, Any], **changes: object) -> str:
    """The query string of this page with `changes` made; an empty value leaves a parameter out."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"
