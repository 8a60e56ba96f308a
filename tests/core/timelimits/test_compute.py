from datetime import UTC, date, datetime, timedelta

import pytest

from art28.law.calendars import NL_AWT
from art28.law.member_states import calendar_named
from art28.timelimits.compute import compute_limit
from art28.timelimits.countdown import Countdown, countdown
from art28.timelimits.days import working_days_between
from art28.timelimits.instants import InvalidInstant
from art28.timelimits.limit import CautionCode, Regime, StepCode, earlier_of
from art28.timelimits.period import InvalidPeriod, parse_period

FRIDAY = datetime(2026, 11, 20, 15, 42, tzinfo=UTC)
END = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_a_start_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidInstant, match="has no offset"):
        compute_limit(datetime(2026, 11, 20), parse_period("P1D"), regime=Regime.EU)  # noqa: DTZ001


def test_months_can_not_be_counted_as_hours() -> None:
    with pytest.raises(InvalidPeriod, match="can't be counted in hours"):
        compute_limit(FRIDAY, parse_period("P1M"), regime=Regime.HOURS)


@pytest.mark.parametrize("period", ["P9999Y", "P999999M", "P999999W", "P999999WT1H"])
@pytest.mark.parametrize("backward", [False, True])
def test_an_end_that_no_date_can_say_is_refused(period: str, backward: bool) -> None:
    with pytest.raises(InvalidPeriod, match="outside the years"):
        compute_limit(FRIDAY, parse_period(period), regime=Regime.CONTRACT, backward=backward)


def test_a_step_tells_over_which_days_the_end_moved() -> None:
    limit = compute_limit(datetime(2027, 4, 22, 10, tzinfo=UTC), parse_period("P14D"), regime=Regime.NL_ACT)

    (shifted,) = [step for step in limit.steps if step.code is StepCode.SHIFTED]
    assert [(off.code, off.rule) for off in shifted.passed] == [
        ("ascension_day", "A-4"),
        ("decree_day", "A-6"),
        ("saturday", "A-1"),
        ("sunday", "A-1"),
    ]
    assert shifted.day == date(2027, 5, 10)


def test_a_limit_freezes_what_it_was_counted_with() -> None:
    limit = compute_limit(FRIDAY, parse_period("P5D", working_days=True), regime=Regime.CONTRACT)

    assert (limit.starts_at, str(limit.period), limit.regime) == (FRIDAY, "P5D", Regime.CONTRACT)
    assert (limit.zone, limit.calendar) == ("Europe/Amsterdam", "NL-AWT")
    assert limit.period.working_days


def test_a_calendar_of_another_country_carries_its_doubt() -> None:
    start = datetime(2026, 10, 2, 8, tzinfo=UTC)
    german = calendar_named("DE-1182")

    limit = compute_limit(start, parse_period("P1D"), regime=Regime.EU, calendar=german)

    assert limit.last_day == date(2026, 10, 5)
    assert [item.code for item in limit.warnings] == [CautionCode.LIST_UNCONFIRMED]


def test_the_earlier_of_two_limits_is_the_one_to_plan_on() -> None:
    start = datetime(2026, 4, 15, 8, tzinfo=UTC)
    union = compute_limit(start, parse_period("P1M"), regime=Regime.EU)
    act = compute_limit(start, parse_period("P1M"), regime=Regime.NL_ACT)

    assert earlier_of(act, union) is union
    assert earlier_of(union) is union


def test_of_two_limits_on_one_instant_the_one_that_excludes_it_is_earlier() -> None:
    start = datetime(2026, 11, 19, 23, tzinfo=UTC)  # 00:00 in Amsterdam
    days = compute_limit(start, parse_period("P3D"), regime=Regime.CONTRACT, shift=False)
    hours = compute_limit(start, parse_period("PT96H"), regime=Regime.CONTRACT)

    assert days.ends_at == hours.ends_at
    assert earlier_of(hours, days) is days


@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        (date(2026, 12, 22), date(2026, 12, 30), 5),
        (date(2026, 12, 30), date(2026, 12, 22), -5),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 20), date(2026, 11, 20), 0),
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 23), date(2026, 11, 20), -1),
    ],
)
def test_working_days_between_two_days_leave_out_the_first(start: date, end: date, number: int) -> None:
    assert working_days_between(start, end, NL_AWT) == number


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (timedelta(hours=5, minutes=12, seconds=59), Countdown(False, 0, 5, 12)),
        (timedelta(days=2, hours=3), Countdown(False, 2, 3, 0)),
        (timedelta(seconds=59), Countdown(False, 0, 0, 0)),
        (timedelta(seconds=-1), Countdown(True, 0, 0, 0)),
        (timedelta(days=-1, minutes=-61), Countdown(True, 1, 1, 1)),
    ],
)
def test_a_countdown_gives_days_hours_and_minutes(left: timedelta, expected: Countdown) -> None:
    assert countdown(END, END - left, includes_end=True) == expected


def test_the_last_instant_of_hours_is_in_time_and_that_of_a_day_is_late() -> None:
    assert not countdown(END, END, includes_end=True).is_late
    assert countdown(END, END, includes_end=False).is_late
