"""Template tags of signing: the signings of a draft, for its page."""

from typing import Any

from django import template

from art28.web.drafts.models import Draft
from art28.web.signing import queries

register = template.Library()


@register.inclusion_tag("signing/on_draft.html", takes_context=True)
def signings_of(context: dict[str, Any], draft: Draft, *, may_sign: bool) -> dict[str, Any]:
    """The signings of a draft with their signatories and files."""
    return {"signings": queries.of_draft(draft), "may_sign": may_sign, "csrf_token": context.get("csrf_token")}
