"""The two Dutch calendars, kept apart, from `parameters/holidays.toml`.

`NL_AWT` is the list of the Algemene termijnenwet with its decree days; `NL_1182` is the list of the Netherlands under
Regulation 1182/71 art. 2(1). Where the official list of a year was not seen, `NL_1182` leaves the decree days out and its
`variant` counts them, so that whoever computes can show both ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache
from types import MappingProxyType

from art28.law.days_off import Calendar, DayOff, Doubt, OutsideCalendar
from art28.law.provision import holds, interval, provision
from art28.law.tables import Row, rows

_SUNDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holiday:
    code: str
    rule: str
    valid_from: date
    valid_to: date | None
    fixed: tuple[int, int] | None
    easter_offset: int
    if_sunday: int

    def on(self, year: int) -> date:
        if self.fixed is None:
            return easter_sunday(year) + timedelta(days=self.easter_offset)
        day = date(year, *self.fixed)
        return day + timedelta(days=self.if_sunday) if day.weekday() == _SUNDAY else day


@dataclass(frozen=True, slots=True)
class _Decree:
    first: date
    last: date
    days: tuple[date, ...]


def easter_sunday(year: int) -> date:
    """Easter by the Gregorian calendar (the anonymous algorithm of Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * over + 2 * quarter - epact - remainder) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def _holidays() -> tuple[_Holiday, ...]:
    keys = ("code", "month", "day", "easter_offset", "if_sunday", "rule", "valid_from", "valid_to")
    return tuple(_holiday(row) for row in rows("holidays.toml", "holiday", keys=keys))


def _holiday(row: Row) -> _Holiday:
    first, last = interval(row)
    month, day, offset = (row.optional_integer(key) for key in ("month", "day", "easter_offset"))
    if (offset is None) != (month is not None and day is not None):
        raise row.wrong("give either month and day or easter_offset")
    return _Holiday(
        code=row.text("code"),
        rule=provision(row.text("rule")).id,
        valid_from=first,
        valid_to=last,
        fixed=(month, day) if month is not None and day is not None else None,
        easter_offset=offset or 0,
        if_sunday=row.optional_integer("if_sunday") or 0,
    )


@cache
def _decrees() -> tuple[_Decree, ...]:
    keys = ("valid_from", "valid_to", "days", "source", "checked_on", "status")
    found: list[_Decree] = []
    for row in rows("holidays.toml", "decree", keys=keys):
        first, last, days = row.day("valid_from"), row.day("valid_to"), row.days("days")
        if stray := [day for day in days if not holds(first, last, day)]:
            raise row.wrong(f"{stray[0]} lies outside {first} to {last}")
        found.append(_Decree(first, last, days))
    return tuple(found)


@cache
def _official_lists() -> Mapping[int, bool]:
    """Years whose official list under Regulation 1182/71 was seen, and whether it holds the decree days."""
    keys = ("year", "decree_days", "source", "checked_on", "status")
    listed = rows("holidays.toml", "official_list", keys=keys)
    return MappingProxyType({row.integer("year"): row.boolean("decree_days") for row in listed})


@cache
def _of_the_act(year: int) -> Mapping[date, DayOff]:
    """The days that the Act itself names (art. 3(1) and (2))."""
    first = min(item.valid_from for item in _holidays()).year
    if not first <= year <= MAXYEAR:
        raise OutsideCalendar(f"the Dutch list of holidays is known from {first} on, not for {year}")
    days = [(item, item.on(year)) for item in _holidays() if holds(item.valid_from, item.valid_to, date(year, 12, 31))]
    return MappingProxyType({day: DayOff(day, item.code, item.rule) for item, day in days})


@cache
def _with_decree_days(year: int) -> Mapping[date, DayOff]:
    """The Act's days and those a royal decree equates with them (art. 3(3))."""
    decreed = (day for decree in _decrees() for day in decree.days if day.year == year)
    return MappingProxyType({day: DayOff(day, "decree_day", "A-6") for day in decreed} | dict(_of_the_act(year)))


@cache
def _on_the_official_list(year: int) -> Mapping[date, DayOff]:
    holidays = _with_decree_days(year) if _official_lists().get(year, False) else _of_the_act(year)
    return MappingProxyType({day: DayOff(day, off.code, "T-1") for day, off in holidays.items()})


@cache
def _decree_doubt(year: int) -> Doubt | None:
    known = any(decree.first.year <= year <= decree.last.year for decree in _decrees())
    return None if known else Doubt.DECREE_DAYS_UNKNOWN


@cache
def _official_doubt(year: int) -> Doubt | None:
    return None if year in _official_lists() else _decree_doubt(year)


@cache
def _as_if_decree_days_were_listed(year: int) -> Mapping[date, DayOff]:
    """As the official list; in years without one, as if it held the decree days."""
    if year in _official_lists():
        return _on_the_official_list(year)
    return MappingProxyType({day: DayOff(day, off.code, "T-1") for day, off in _with_decree_days(year).items()})


NL_AWT = Calendar("NL-AWT", "A-1", _with_decree_days, _decree_doubt)
"""The Netherlands by the Algemene termijnenwet art. 3, decree days included."""

NL_1182 = Calendar(
    "NL-1182",
    "T-2",
    _on_the_official_list,
    _official_doubt,
    Calendar("NL-1182+decree", "T-2", _as_if_decree_days_were_listed, _official_doubt),
)
"""The Netherlands by Regulation 1182/71 art. 2(1); see docs/adr/0005-how-time-is-counted.md for the years without a list."""
