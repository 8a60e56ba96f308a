"""Checks in words: their threshold, how a thing stands, the columns of exports."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.web.controls.judging import Rule
from art28.web.controls.models import Check
from art28.web.controls.rhythm import Rhythm

_HOURS_A_DAY = 24


def number(value: Decimal | None) -> str:
    """A number as people write it."""
    return f"{value.normalize():f}" if value is not None else ""


def age(hours: int) -> str:
    """A maximal age in days, or hours where it is no whole number of days."""
    if hours % _HOURS_A_DAY == 0:
        days = hours // _HOURS_A_DAY
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}


def threshold(row: Check) -> str:
    """What a result is held against: "at least 256 bit", "at most 7 days old"."""
    parts = []
    if row.rule == Rule.AT_LEAST:
        parts.append(_("at least %(value)s") % {"value": f"{number(row.bound)} {row.unit}".strip()})
    elif row.rule == Rule.AT_MOST:
        parts.append(_("at most %(value)s") % {"value": f"{number(row.bound)} {row.unit}".strip()})
    if row.max_age_hours is not None:
        parts.append(_("at most %(age)s old") % {"age": age(row.max_age_hours)})
        if row.may_be_unchanged:
            parts[-1] += ", " + _("unless nothing changed")
    return "; ".join(parts)


def often(row: Check) -> str:
    """How often it is checked."""
    return str(Rhythm(row.rhythm).label)


def columns() -> tuple[str, ...]:
    """The heads of an export."""
    return (_("Code"), _("Recurring check"), _("What it shows"), _("How often"), _("Threshold"), _("Owner"), _("Standing"),
            _("Last done"), _("Next by"), _("Measure"), _("Service"), _("Place or thing"), _("Agreements"),
            _("Ended"))  # fmt: skip


def cells(row: Check, promised: int) -> Iterator[str]:
    """A line of it."""
    yield from (row.code, row.name, row.shows, often(row), threshold(row))
    yield str(row.owner) if row.owner else ""
    yield str(row.get_standing_display())
    for at in (row.last_at, row.due_at):
        yield date_format(timezone.localtime(at), "Y-m-d H:i") if at else ""
    yield row.measure.name if row.measure else ""
    yield row.service.name if row.service else ""
    yield str(row.asset) if row.asset else ""
    yield str(promised)
    yield row.ended_at.date().isoformat() if row.ended_at else ""
