from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from art28.timelimits.instants import InvalidInstant, end_of_day, in_utc, parse_instant, start_of_day, zone_named
from art28.timelimits.limit import CautionCode


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-11-10T14:20+01:00", "2026-11-10T13:20"),
        ("2026-11-10T13:20Z", "2026-11-10T13:20"),
        ("2026-11-10 14:20", "2026-11-10T13:20"),
        ("2026-07-10T14:20", "2026-07-10T12:20"),
        ("2026-11-10T14:20:30.5", "2026-11-10T13:20:30.5"),
        ("2026-10-25T02:30+02:00", "2026-10-25T00:30"),
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30"),
    ],
)
def test_an_instant_is_read(text: str, utc: str) -> None:
    moment = parse_instant(text)

    assert moment.at.astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert not moment.is_day
    assert moment.warnings == ()


def test_a_day_starts_at_local_midnight() -> None:
    moment = parse_instant("2026-11-10")

    assert moment.is_day
    assert moment.at.astimezone(UTC) == datetime(2026, 11, 9, 23, tzinfo=UTC)


def test_a_local_time_that_comes_twice_is_the_first_with_a_warning() -> None:
    moment = parse_instant("2026-10-25T02:30")

    assert moment.at.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert [item.code for item in moment.warnings] == [CautionCode.LOCAL_TIME_AMBIGUOUS]


def test_a_local_time_that_never_was_is_refused() -> None:
    with pytest.raises(InvalidInstant, match="never was in Europe/Amsterdam"):
        parse_instant("2027-03-28T02:30")


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "2026-02-30T10:00", "10-11-2026"])
def test_what_is_no_instant_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InvalidInstant, match="is not an instant; write 2026-11-10T14:20"):
        parse_instant(text)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidInstant, match="has no offset"):
        in_utc(datetime(2026, 11, 10))  # noqa: DTZ001


def test_an_instant_at_the_edge_of_time_is_refused() -> None:
    with pytest.raises(InvalidInstant, match="outside the years"):
        start_of_day(date(1, 1, 1))


def test_a_day_that_skips_midnight_starts_at_its_first_instant() -> None:
    beirut = ZoneInfo("Asia/Beirut")  # on 2026-03-29 the clock jumps from 00:00 to 01:00

    assert start_of_day(date(2026, 3, 29), beirut).astimezone(beirut).hour == 1
    assert end_of_day(date(2026, 3, 28), beirut) == start_of_day(date(2026, 3, 29), beirut)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(InvalidInstant, match="IANA database"):
        zone_named("Europe/Honderdland")
    with pytest.raises(InvalidInstant, match="IANA database"):
        zone_named("../etc/passwd")
