"""Template tags of drafts: a contradiction and a blank in words."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from art28.agreement import labels
from art28.drafting.contradictions import Contradiction
from art28.web.drafts.forms import CONTRADICTING

register = template.Library()


_BLANKS = {
    "security.measures_described": _("the security measures"),
    "main_agreement.reference": _("the main agreement that it belongs to"),
}


@register.simple_tag
def blank(key: str) -> str:
    """What is still to be filled in, in words."""
    return str(_BLANKS.get(key) or labels.fact(key, get_language() or "nl").lower())


@register.simple_tag
def contradiction(given: Contradiction) -> str:
    """Two choices that can't both stand, in words."""
    return f"{CONTRADICTING[given.code]} {given.detail}".strip()
