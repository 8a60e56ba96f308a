"""Template tags of flow-down: how a duty stands, and results of evaluations."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from art28.web.flowdown.checklist import SETTLED, State
from art28.web.flowdown.models import Result
from art28.web.flowdown.telling import STATES
from art28.web.pages.templatetags.ui import icon

register = template.Library()
_SIGNS: Mapping[State, str] = {State.NOT_RELEVANT: "circle-slash", State.NOT_ASKED: "circle-slash"}


@register.simple_tag
def state_badge(state: State) -> SafeString:
    """How a duty stands, with a sign of its own."""
    settled = state in SETTLED
    sign = _SIGNS.get(state, "circle-check" if settled else "triangle-alert")
    return format_html('<span class="{}">{}{}</span>', "settled" if settled else "lacks", icon(sign), STATES[state])


@register.simple_tag
def result_label(result: str) -> str | Promise:
    """What an evaluation came to."""
    return Result(result).label
