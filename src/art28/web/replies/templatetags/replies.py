"""What came back to a notice, on the page about it."""

from typing import Any

from django import template

from art28.web.notices.models import OutboxMessage
from art28.web.replies import queries

register = template.Library()


@register.inclusion_tag("replies/about.html")
def replies_to(message: OutboxMessage) -> dict[str, Any]:
    """The mails that came back to it, each to be saved as it came."""
    return {"replies": queries.about(message)}
