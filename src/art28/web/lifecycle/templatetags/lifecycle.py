"""Template tags of the lives of agreements: whether one belongs here at all."""

from collections.abc import Mapping
from typing import Any

from django import template

from art28.web.accounts.rights import Right
from art28.web.agreements.models import Agreement, State
from art28.web.lifecycle import aside, doubles

register = template.Library()


@register.inclusion_tag("lifecycle/belongs.html", takes_context=True)
def belongs(context: Mapping[str, Any], agreement: Agreement) -> dict[str, object]:
    """Why an agreement is aside, or which ones of its party say the same; at most two queries."""
    return {
        "agreement": agreement,
        "aside": aside.standing(agreement) if agreement.state == State.ASIDE else None,
        "same": doubles.doubles(agreement),
        "may_decide": context["request"].membership.may(Right.DECIDE),
        "csrf_token": context.get("csrf_token"),
    }
