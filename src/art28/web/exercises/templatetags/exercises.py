"""Template tags of exercises: the mark on every page that belongs to one, and times as minutes since the start."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from art28.web.exercises import mode
from art28.web.exercises.kinds import is_played
from art28.web.exercises.models import Exercise
from art28.web.exercises.words import STEPS

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


_MINUTE, _HOUR = 60, 3600


@register.simple_tag
def exercise_time(took: timedelta | None) -> str:
    """A length of time as it is read off a stopwatch: "4 min", "1 h 12 min"; a dash where it didn't come to that."""
    if took is None:
        return "–"
    hours, minutes = divmod(int(took.total_seconds()) // _MINUTE, _MINUTE)
    if hours:
        return _("%(hours)s h %(minutes)02d min") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)s min") % {"minutes": minutes}


@register.simple_tag
def exercise_minutes(at: datetime, started_at: datetime) -> str:
    """How long after the start: "+0:04"; hours and minutes."""
    seconds = int((at - started_at).total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    return f"{sign}{seconds // _HOUR}:{seconds % _HOUR // _MINUTE:02d}"


@register.simple_tag
def story_moment(at: datetime) -> SafeString:
    """An instant of the story; in the hour that comes twice, with which of the two it is."""
    local = timezone.localtime(at)
    other = local.replace(fold=1 - local.fold)
    said = date_format(local, "l j F Y, H:i")
    if local.utcoffset() == other.utcoffset():
        return format_html("{}", said)
    which = _("the first time: summer time") if not local.fold else _("the second time: winter time")
    return format_html("{} ({})", said, which)


@register.simple_tag
def step_name(code: str) -> str | Promise:
    """What a step is called."""
    return STEPS[code]


@register.filter
def add_to(number: float, more: float) -> str:
    """A sum for a drawing, with a point in every language."""
    return f"{float(number) + float(more):g}"
