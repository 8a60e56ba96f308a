"""The ending as a picture: a lane for each place on one scale of time, as numbers that a template draws."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from art28.web.endings import telling
from art28.web.endings.models import Ending, Item, Kind

WIDE = 1000
"""The width of a lane, in the units of its picture."""
_FURTHEST = timedelta(days=550)
_LEAST = 12
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Lane:
    """One place: from where to where its time runs, where it was emptied, and what the words beside it say.

    `beyond` says that it ends after what the picture shows, as a term of years does.
    """

    name: str
    under: str
    tone: str
    left: int
    width: int
    done_at: int | None
    beyond: bool
    said: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The picture: its lanes, the days below them, and where today and the end lie."""

    rows: tuple[Lane, ...]
    ticks: tuple[tuple[int, str], ...]
    today: int | None
    end: int


def lanes(row: Ending, places: Sequence[Item], *, now: datetime, held: bool) -> Lanes:
    """The lanes of an ending, from its notice to the last day within sight."""
    zone = ZoneInfo(row.organisation.time_zone)
    today = now.astimezone(zone).date()
    first, last = _span(row, places, today)
    scale = _Scale(first, max((last - first).days, 1))
    made = tuple(_lane(row, place, scale, zone, now, held=held) for place in places)
    inside = first <= today <= last
    return Lanes(made, tuple(scale.ticks()), scale.at(today) if inside else None, scale.at(row.ends_on))


def _span(row: Ending, places: Sequence[Item], today: date) -> tuple[date, date]:
    near = [each.last_day for each in places if each.last_day and each.last_day - row.ends_on <= _FURTHEST]
    gone = [each.deleted_at.date() for each in places if each.deleted_at]
    days = [row.noticed_on, row.ends_on, *near, *gone]
    if row.choice_until is not None:
        days.append(row.choice_until.date())
    if min(days) <= today <= max(days) + timedelta(days=60):
        days.append(today)
    return min(days), max(days) + timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int

    def at(self, day: date) -> int:
        """Where a day lies, within the picture."""
        return max(0, min(WIDE, round((day - self.first).days * WIDE / self.days)))

    def ticks(self) -> Iterator[tuple[int, str]]:
        """The first of each month, or of so many that they don't crowd."""
        step = max(1, -(-self.days // 30 // _MOST_TICKS))
        year, month = self.first.year, self.first.month
        while True:
            month += step
            year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
            day = date(year, month, 1)
            if (day - self.first).days > self.days:
                return
            yield self.at(day), date_format(day, "M Y")


def _lane(row: Ending, place: Item, scale: _Scale, zone: ZoneInfo, now: datetime, *, held: bool) -> Lane:
    begins = place.counts_from.astimezone(zone).date() if place.counts_from else row.ends_on
    begins = max(begins, row.ends_on) if place.kind != Kind.DATA or place.kept_until else min(begins, row.ends_on)
    gone = place.deleted_at.astimezone(zone).date() if place.deleted_at else None
    until = gone or place.last_day or begins
    left = scale.at(begins if gone is None or begins <= gone else gone)
    beyond = scale.at(until) >= WIDE and gone is None
    tone, said = _standing(place, gone, now, held=held)
    return Lane(
        name=place.kept_what or place.name,
        under=" · ".join(part for part in (str(Kind(place.kind).label), place.service) if part),
        tone=tone,
        left=left,
        width=max(_LEAST, scale.at(until) - left),
        done_at=scale.at(gone) if gone else None,
        beyond=beyond,
        said=said,
    )


def _standing(place: Item, gone: date | None, now: datetime, *, held: bool) -> tuple[str, str]:
    if gone is not None:
        return "done", _("deleted on %(day)s") % {"day": date_format(gone, "j F Y")}
    if place.kept_until is not None:
        return "stays", _("stays until %(day)s") % {"day": date_format(place.kept_until, "j F Y")}
    if held:
        return "held", _("held")
    if place.due_at is not None and place.due_at <= now:
        return "late", _("late, %(until)s") % {"until": telling.until(place)}
    return "waiting", telling.until(place)
