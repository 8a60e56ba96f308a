"""Template tags of claims: limits in words, and the passage that something rests on."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.document.model import Citation

register = template.Library()


@register.simple_tag
def limit_basis(basis: str) -> str:
    """What a limit is reckoned by."""
    return labels.cell("liability.limits", "basis", basis, get_language() or "nl")


@register.simple_tag
def limit_per(per: str) -> str:
    """What it is counted per; a dash where the agreement doesn't say."""
    return labels.cell("liability.limits", "per", per, get_language() or "nl") if per else "–"


@register.simple_tag
def passage(citations: Iterable[Citation]) -> SafeString:
    """The words that something rests on, behind one word; nothing where there are none."""
    texts = [(each.text,) for each in citations if each.text]
    if not texts:
        return SafeString("")
    shown = format_html_join(" ", "<q>{}</q>", texts)
    return format_html('<details class="aside"><summary>{}</summary>{}</details>', _("Passage"), shown)
