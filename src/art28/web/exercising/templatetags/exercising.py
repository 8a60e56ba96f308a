"""Template tags of a report: times as minutes since the start, moments of the story, what a step is called."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from art28.web.exercising.words import STEPS

register = template.Library()

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
