from datetime import timedelta
from fractions import Fraction

import pytest

from art28.timelimits.period import InvalidPeriod, Period, parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("PT72H", Period(clock=timedelta(hours=72))),
        ("pt24h", Period(clock=timedelta(hours=24))),
        ("PT1.5H", Period(clock=timedelta(minutes=90))),
        ("PT1H30M", Period(clock=timedelta(minutes=90))),
        ("P14D", Period(days=14)),
        ("P2W", Period(weeks=2)),
        ("P1M", Period(months=1)),
        ("P1,5M", Period(months=1, month_fraction=Fraction(1, 2))),
        ("P0.5Y", Period(months=6)),
        ("P1Y6M", Period(years=1, months=6)),
        ("P1M2W3D", Period(months=1, weeks=2, days=3)),
        ("P1DT12H", Period(days=1, clock=timedelta(hours=12))),
        (" P30D ", Period(days=30)),
    ],
)
def test_a_duration_is_read(text: str, period: Period) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize("text", ["", "P", "PT", "P1DT", "14D", "P-14D", "P1H", "PT1D", "P1D1M", "two weeks", "P1e3D"])
def test_what_is_no_duration_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidPeriod, match="is not an ISO 8601 duration, such as PT72H"):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("P0D", "longer than nothing"),
        ("P1.5Y6M", "only the last part may have a fraction"),
        ("P1.5D", "a part of a day can't be counted"),
        ("P0.5W", "a part of a week can't be counted"),
        ("P1MT2H", "mixes months or years with hours"),
    ],
)
def test_a_duration_that_no_rule_counts_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidPeriod, match=message):
        parse_period(text)


@pytest.mark.parametrize("text", ["P1M", "P2W", "P1Y"])
def test_only_days_can_be_working_days(text: str) -> None:
    with pytest.raises(InvalidPeriod, match="write working days as days, such as P10D"):
        parse_period(text, working_days=True)


def test_a_negative_part_is_refused() -> None:
    with pytest.raises(InvalidPeriod, match="count backward"):
        Period(days=-1)


def test_months_have_no_length_in_hours() -> None:
    with pytest.raises(InvalidPeriod, match="P1M can't be counted in hours"):
        _ = parse_period("P1M").elapsed


@pytest.mark.parametrize("text", ["PT72H", "P14D", "P1.5M", "P1Y6M", "P1M2W3D", "PT1H30M", "PT0.5S", "P1DT12H"])
def test_a_period_writes_itself_as_it_was_read(text: str) -> None:
    assert str(parse_period(text)) == text
