"""A month or a week of the calendar, as an address names it -> its days, in weeks that begin on Monday."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{1,2})")
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Span:
    """What the page shows: whole weeks. `month` is None where it is one week."""

    weeks: tuple[tuple[date, ...], ...]
    month: date | None

    @property
    def days(self) -> tuple[date, ...]:
        """All days, in order."""
        return tuple(day for week in self.weeks for day in week)

    @property
    def first(self) -> date:
        """The day that names it: the month's first, or the week's Monday."""
        return self.month or self.weeks[0][0]

    @property
    def previous(self) -> str:
        """The address of the one before."""
        return _month_name(self.month - timedelta(days=1)) if self.month else _week_name(self.first - timedelta(_DAYS))

    @property
    def next(self) -> str:
        """The address of the one after."""
        return _month_name(_following(self.month)) if self.month else _week_name(self.first + timedelta(days=_DAYS))


def month_of(day: date) -> Span:
    """The month in which `day` lies, with the days of other months that fill its first and last week."""
    first = day.replace(day=1)
    begin, end = _monday(first), _monday(_following(first) - timedelta(days=1))
    count = (end - begin).days // _DAYS + 1
    return Span(tuple(_week(begin + timedelta(days=_DAYS * n)) for n in range(count)), first)


def week_of(day: date) -> Span:
    """The week in which `day` lies."""
    return Span((_week(_monday(day)),), None)


def read(month: str, week: str, today: date) -> Span:
    """The week or month that an address names; the month of today where it names none that exists."""
    named = _WEEK.fullmatch(week)
    if named:
        try:
            return week_of(date.fromisocalendar(int(named[1]), int(named[2]), 1))
        except ValueError:
            return week_of(today)
    if week:
        return week_of(today)
    found = _MONTH.fullmatch(month)
    try:
        wanted = date(int(found[1]), int(found[2]), 1) if found else today
        return month_of(wanted if date(2000, 1, 1) <= wanted <= date(2200, 1, 1) else today)
    except ValueError:
        return month_of(today)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(monday: date) -> tuple[date, ...]:
    return tuple(monday + timedelta(days=n) for n in range(_DAYS))


def _following(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


def _month_name(day: date) -> str:
    return f"{day:%Y-%m}"


def _week_name(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"
