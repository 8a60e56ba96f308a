"""The calendar of any Member State by Regulation 1182/71 art. 2(1), from the `holidays` library: a helpful approximation.

The Regulation looks to the list each Member State published in the Official Journal for that year. Those lists were not
read, so every year of these calendars carries a doubt. The Dutch calendars don't come from here: they are law as data.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

import holidays

from art28.law.calendars import NL_1182, NL_AWT
from art28.law.days_off import Calendar, DayOff, Doubt, UnknownCalendar
from art28.law.places import memberships


def calendar_named(name: str) -> Calendar:
    """`NL-AWT`, `NL-1182`, or the approximation for another EEA country, such as `DE-1182`.

    Raises `UnknownCalendar`.
    """
    for known in (NL_AWT, NL_1182):
        if name.upper() == known.name:
            return known
    code, _, regulation = name.upper().partition("-")
    membership = memberships().get(code)
    if regulation != "1182" or membership is None or membership.part_of is not None or membership.valid_to is not None:
        raise UnknownCalendar(
            f"no calendar {name!r}: use NL-AWT, or the code of an EEA country and -1182, as in DE-1182"
        )
    return member_state(code)


@cache
def member_state(code: str) -> Calendar:
    """The nation-wide public holidays of an EEA country other than the Netherlands; regional holidays are left out."""
    if code == "NL":
        return NL_1182

    @cache
    def of_year(year: int) -> Mapping[date, DayOff]:
        found = holidays.country_holidays(code, years=year)
        return MappingProxyType({day: DayOff(day, "public_holiday", "T-1") for day in found})

    return Calendar(f"{code}-1182", "T-2", of_year, _unconfirmed)


def _unconfirmed(_year: int) -> Doubt:
    return Doubt.LIST_UNCONFIRMED
