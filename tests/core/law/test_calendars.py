from datetime import date, timedelta

import holidays
import pytest

from art28.law.calendars import NL_1182, NL_AWT, easter_sunday
from art28.law.days_off import Calendar, DayOff, Doubt, OutsideCalendar, UnknownCalendar
from art28.law.member_states import calendar_named


def names(calendar: Calendar, year: int) -> dict[str, str]:
    return {off.code: off.on.isoformat()[5:] for off in calendar.holidays(year).values() if off.code != "decree_day"}


def test_the_act_lists_nine_days_and_good_friday_among_them() -> None:
    assert names(NL_AWT, 2027) == {
        "new_year": "01-01",
        "good_friday": "03-26",
        "easter_monday": "03-29",
        "kings_day": "04-27",
        "liberation_day": "05-05",
        "ascension_day": "05-06",
        "whit_monday": "05-17",
        "christmas_day": "12-25",
        "second_christmas_day": "12-26",
    }


@pytest.mark.parametrize("year", range(1982, 2101))
def test_the_list_is_that_of_an_independent_library_without_the_two_sundays(year: int) -> None:
    library = set(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
    sundays = {easter_sunday(year), easter_sunday(year) + timedelta(days=49)}
    decreed = {off.on for off in NL_AWT.holidays(year).values() if off.code == "decree_day"}

    assert set(NL_AWT.holidays(year)) - decreed == library - sundays


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 4, 26), "kings_day"),
        (date(2026, 4, 27), "kings_day"),
        (date(2013, 4, 30), "queens_day"),
        (date(2011, 4, 30), "queens_day"),
        (date(2026, 5, 5), "liberation_day"),
        (date(2026, 5, 15), "decree_day"),
        (date(2028, 5, 26), "decree_day"),
        (date(2026, 11, 21), "saturday"),
        (date(2026, 11, 22), "sunday"),
    ],
)
def test_a_day_off_says_why(day: date, code: str) -> None:
    off = NL_AWT.day_off(day)

    assert off is not None
    assert off.code == code


@pytest.mark.parametrize("day", [date(2025, 4, 28), date(2026, 5, 4), date(2026, 12, 24), date(2026, 11, 23)])
def test_a_working_day_has_nothing_to_say(day: date) -> None:
    assert NL_AWT.day_off(day) is None


def test_decree_days_are_on_the_official_list_only_where_it_was_seen() -> None:
    assert NL_1182.day_off(date(2025, 5, 30)) is not None
    assert NL_1182.day_off(date(2026, 5, 15)) is None
    assert NL_1182.variant is not None
    assert NL_1182.variant.day_off(date(2026, 5, 15)) == DayOff(date(2026, 5, 15), "decree_day", "T-1")
    assert NL_1182.variant.holidays(2025) == NL_1182.holidays(2025)


@pytest.mark.parametrize(("year", "doubt"), [(2016, True), (2017, False), (2028, False), (2029, True)])
def test_years_without_a_known_decree_are_doubtful(year: int, doubt: bool) -> None:
    expected = Doubt.DECREE_DAYS_UNKNOWN if doubt else None

    assert NL_AWT.doubt(year) is expected
    assert NL_1182.doubt(year) is expected


def test_a_year_before_the_list_is_refused() -> None:
    with pytest.raises(OutsideCalendar, match="known from 1982 on, not for 1981"):
        NL_AWT.day_off(date(1981, 12, 31))


def test_a_run_of_days_off_is_unbroken() -> None:
    run = NL_AWT.days_off_from(date(2027, 5, 6))

    assert [off.code for off in run] == ["ascension_day", "decree_day", "saturday", "sunday"]
    assert NL_AWT.days_off_from(date(2027, 5, 10)) == ()


def test_calendars_are_known_by_name() -> None:
    assert calendar_named("nl-awt") is NL_AWT
    assert calendar_named("NL-1182") is NL_1182
    german = calendar_named("DE-1182")
    assert german.day_off(date(2026, 10, 3)) is not None
    assert german.is_working_day(date(2026, 5, 5))
    assert german.doubt(2026) is Doubt.LIST_UNCONFIRMED


@pytest.mark.parametrize("name", ["GB-1182", "US-1182", "RE-1182", "DE-AWT", "NL", ""])
def test_an_unknown_calendar_is_refused(name: str) -> None:
    with pytest.raises(UnknownCalendar, match="no calendar"):
        calendar_named(name)
