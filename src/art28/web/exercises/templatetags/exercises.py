"""The mark on every page that belongs to an exercise."""

from typing import Any

from django import template
from django.template import Context

from art28.web.exercises import mode
from art28.web.exercises.kinds import is_played
from art28.web.exercises.models import Exercise

register = template.Library()


@register.inclusion_tag("exercises/mark.html", takes_context=True)
def exercise_mark(context: Context) -> dict[str, Any]:
    """The mark of the frame. A page is marked where anything that it shows by name is played; it costs no query.

    While somebody plays, every other page says that it is real.
    """
    request = context.get("request")
    shown = {name: value for layer in context.dicts for name, value in layer.items()}
    return {
        "is_marked": any(_is_played(value) for value in shown.values()),
        "playing": mode.shown(request) if request is not None and context.get("membership") else None,
        "csrf_token": context.get("csrf_token"),
    }


def _is_played(value: Any) -> bool:
    if isinstance(value, Exercise):
        return True
    if is_played(value) or getattr(value, "is_exercise", False) is True:
        return True
    state = getattr(value, "_state", None)
    around = state.fields_cache.get("breach") if state is not None and hasattr(state, "fields_cache") else None
    return is_played(around) or is_played(getattr(value, "breach", None) if state is None else None)
