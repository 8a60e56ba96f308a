"""Template tags for notices."""

from django import template

from art28.web.notices import transport

register = template.Library()


@register.simple_tag
def mail_leaves() -> bool:
    """Whether a mail server is set, so that notices leave at all."""
    return transport.mail_leaves()
