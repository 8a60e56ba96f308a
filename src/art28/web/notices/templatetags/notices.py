"""Template tags for notices."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from art28.notices.links import with_links
from art28.web.notices import transport

register = template.Library()


@register.simple_tag
def mail_leaves() -> bool:
    """Whether a mail server is set, so that notices leave at all."""
    return transport.mail_leaves()


@register.filter
def own_links(text: str) -> SafeString:
    """A paragraph of a letter in which addresses of our own pages can be followed, and no others."""
    return mark_safe(with_links(text, f"{settings.PUBLIC_URL}/"))  # noqa: S308 - escaped there
