"""A policy -> a picture of what is sent when to whom: for a limit of twenty-four hours and for one of a month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from art28.law.calendars import NL_AWT
from art28.obligations.quiet import Quiet, next_awake, previous_awake
from art28.obligations.reminding import Audience, Policy, Reminder, Step, is_urgent, reminders
from art28.timelimits.days import add_months
from art28.timelimits.instants import end_of_day, in_utc

AUDIENCES: dict[Audience, str | Promise] = {
    Audience.OWNER: gettext_lazy("Who sees to it"),
    Audience.TEAM: gettext_lazy("Team"),
    Audience.DEPUTY: gettext_lazy("Deputy"),
    Audience.MANAGEMENT: gettext_lazy("Manager"),
}

_FRIDAY = 4
_AFTERNOON = time(16, 40)
_LEFT, _RIGHT = 120, 700
_LANES = {Audience.OWNER: 48, Audience.TEAM: 72, Audience.DEPUTY: 96, Audience.MANAGEMENT: 120}
_LABEL_HEIGHTS = (28, 14)
_APART = 20
_UNITS = ((timedelta(weeks=1), "week"), (timedelta(days=1), "day"), (timedelta(hours=1), "hour"))


@dataclass(frozen=True, slots=True)
class Dot:
    """A person's place on the line of a step."""

    y: int
    audience: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A step in the picture and in the list below it; `moved_from` where quiet hours moved it."""

    number: int
    x: int
    label_y: int
    dots: tuple[Dot, ...]
    at: datetime
    words: str
    to: str
    moved_from: datetime | None


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of quiet."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of the picture: one audience."""

    y: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An example of a limit with its reminders."""

    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    urgent: bool
    left: int = _LEFT
    right: int = _RIGHT


def pictures(policy: Policy, *, now: datetime, zone: ZoneInfo) -> tuple[Picture, Picture]:
    """Both examples, from the next Friday afternoon on, since that is where quiet hours tell."""
    today = timezone.localtime(now, zone).date()
    friday = today + timedelta(days=(_FRIDAY - today.weekday()) % 7)
    start = in_utc(datetime.combine(friday, _AFTERNOON, tzinfo=zone))
    month = end_of_day(add_months(friday, 1)[0], zone)
    return (
        _picture("day", _("A limit of 24 hours"), policy, start, start + timedelta(hours=24), zone),
        _picture("month", _("A limit of a month"), policy, start, month, zone),
    )


def _picture(key: str, title: str, policy: Policy, start: datetime, end: datetime, zone: ZoneInfo) -> Picture:
    found = reminders(start, end, policy, zone=zone)
    urgent = is_urgent(start, end)
    bands = () if urgent else tuple(_bands(policy, start, end, zone))
    lanes = tuple(Lane(y, str(AUDIENCES[audience])) for audience, y in _LANES.items())
    return Picture(key, title, start, end, tuple(_marks(found, start, end)), bands, lanes, urgent)


def _marks(found: tuple[Reminder, ...], start: datetime, end: datetime) -> Iterator[Mark]:
    before = dict.fromkeys(_LABEL_HEIGHTS, -_APART)
    for number, each in enumerate(found, start=1):
        x = _x(each.at, start, end)
        height = next((y for y in _LABEL_HEIGHTS if x - before[y] >= _APART), min(before, key=before.__getitem__))
        before[height] = x
        yield Mark(
            number=number,
            x=x,
            label_y=height,
            dots=tuple(Dot(_LANES[audience], audience.value) for audience in each.step.to),
            at=each.at,
            words=step_words(each.step),
            to=", ".join(str(AUDIENCES[audience]) for audience in each.step.to),
            moved_from=each.planned_at if each.planned_at != each.at else None,
        )


def _bands(policy: Policy, start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[Band]:
    """The quiet between the two ends."""
    if policy.quiet is None:
        return
    at = start
    while at < end:
        awake = next_awake(at, policy.quiet, zone=zone, calendar=NL_AWT)
        if awake > at:
            left = _x(at, start, end)
            yield Band(left, max(1, _x(min(awake, end), start, end) - left))
            at = awake
        else:
            at = _quiet_begins(at, policy.quiet, zone, end)


def _quiet_begins(at: datetime, quiet: Quiet, zone: ZoneInfo, end: datetime) -> datetime:
    """The next instant, to the quarter of an hour, at which it is quiet."""
    step = timedelta(minutes=15)
    at += step - timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    while at < end and previous_awake(at, quiet, zone=zone, calendar=NL_AWT) == at:
        at += step
    return at


def _x(at: datetime, start: datetime, end: datetime) -> int:
    return _LEFT + round((_RIGHT - _LEFT) * ((at - start) / (end - start)))


def step_words(step: Step) -> str:
    """When a step comes: "after 75 % of the time", "1 day before the end"."""
    if step.lead is None:
        return _("after %(share)s%% of the time") % {"share": step.share}
    return _("%(length)s before the end") % {"length": length(step.lead)}


def length(lead: timedelta) -> str:
    """A length of time in the largest unit that fits."""
    for unit, name in _UNITS:
        if lead % unit == timedelta(0):
            n = lead // unit
            match name:
                case "week":
                    return ngettext("%(n)s week", "%(n)s weeks", n) % {"n": n}
                case "day":
                    return ngettext("%(n)s day", "%(n)s days", n) % {"n": n}
                case _:
                    return ngettext("%(n)s hour", "%(n)s hours", n) % {"n": n}
    n = lead // timedelta(minutes=1)
    return ngettext("%(n)s minute", "%(n)s minutes", n) % {"n": n}
