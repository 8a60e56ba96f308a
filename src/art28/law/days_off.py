"""Days off: a calendar tells for any day whether it is a working day and, if not, why; a pure function of the year."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class OutsideCalendar(ValueError):
    """The calendar says nothing about that year."""


class UnknownCalendar(ValueError):
    """No calendar carries this name."""


class Doubt(StrEnum):
    """Why a calendar's list of a year may not be the last word."""

    DECREE_DAYS_UNKNOWN = "decree_days_unknown"  # no royal decree for that year was seen
    LIST_UNCONFIRMED = "list_unconfirmed"  # the official list of that year was not seen


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is no working day: its code (`saturday`, `good_friday`, `decree_day`) and the rule that says so."""

    on: date
    code: str
    rule: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A list of holidays laid over Saturdays and Sundays.

    `holidays` gives the holidays of a year, `doubt` why that year's list may be wrong or incomplete (None: it stands);
    `variant` is the other calendar that may turn out to hold.
    """

    name: str
    weekend_rule: str
    holidays: Callable[[int], Mapping[date, DayOff]]
    doubt: Callable[[int], Doubt | None]
    variant: "Calendar | None" = None

    def day_off(self, day: date) -> DayOff | None:
        """Why `day` is no working day; None for a working day. A holiday's own name goes before the weekend's.

        Raises `OutsideCalendar` for a year the list doesn't reach.
        """
        if holiday := self.holidays(day.year).get(day):
            return holiday
        if day.weekday() >= _SATURDAY:
            return DayOff(day, "saturday" if day.weekday() == _SATURDAY else "sunday", self.weekend_rule)
        return None

    def is_working_day(self, day: date) -> bool:
        return self.day_off(day) is None

    def working_days(self, first: date, last: date) -> Iterator[date]:
        """The working days from `first` up to and including `last`."""
        day = first
        while day <= last:
            if self.is_working_day(day):
                yield day
            day += _ONE_DAY

    def days_off_from(self, day: date) -> tuple[DayOff, ...]:
        """The unbroken run of days off that starts on `day`; empty where `day` is a working day."""
        found: list[DayOff] = []
        while off := self.day_off(day):
            found.append(off)
            day += _ONE_DAY
        return tuple(found)
