"""Template tags of drafts: contradictions, blanks and what each side says, in words."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement.catalogue import catalogue
from art28.agreement.spoken import spoken
from art28.drafting.contradictions import Contradiction
from art28.web.agreements.rows import to_value
from art28.web.drafts import blanks
from art28.web.drafts.forms import CONTRADICTING

register = template.Library()
register.simple_tag(blanks.in_words, name="blank")


@register.simple_tag
def contradiction(given: Contradiction) -> str:
    """Two choices that can't both stand, in words."""
    return f"{CONTRADICTING[given.code]} {given.detail}".strip()


@register.simple_tag
def side(key: str, value: Any) -> SafeString:
    """What one side says of a fact, an item a line; in words where it is silent."""
    if value is None:
        return format_html('<span class="quiet">{}</span>', _("not laid down"))
    items = spoken(catalogue()[key], to_value(value), get_language() or "nl")
    return format_html_join(mark_safe("<br>"), "{}", ((each,) for each in items))


@register.filter
def at(given: Mapping[str, Any], key: str) -> Any:
    """What stands under a key; nothing where there is none."""
    return given.get(key, ())
