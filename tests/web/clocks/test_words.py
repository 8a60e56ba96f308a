"""What is left, in the words that a person uses."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from art28.web.clocks import words

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)  # Wednesday 10:00 in Amsterdam


@pytest.mark.parametrize(
    ("left", "nl", "en"),
    [
        (timedelta(hours=3, minutes=12), "nog 3 uur 12 minuten", "3 hours 12 minutes left"),
        (timedelta(hours=1), "nog 1 uur", "1 hour left"),
        (timedelta(minutes=1), "nog 1 minuut", "1 minute left"),
        (timedelta(seconds=20), "nog minder dan een minuut", "less than a minute left"),
        (timedelta(hours=13, minutes=59), "nog 13 uur 59 minuten", "13 hours 59 minutes left"),
        (timedelta(hours=23), "morgen om 09:00", "tomorrow at 09:00"),
        (timedelta(days=1, hours=13), "morgen om 23:00", "tomorrow at 23:00"),
        (timedelta(days=1, hours=14, minutes=5), "nog 1 dag 14 uur", "1 day 14 hours left"),
        (timedelta(days=2, hours=3), "nog 2 dagen 3 uur", "2 days 3 hours left"),
        (timedelta(days=5, hours=3), "nog 5 dagen", "5 days left"),
        (timedelta(hours=-4), "4 uur te laat", "4 hours late"),
        (timedelta(days=-2), "2 dagen te laat", "2 days late"),
        (timedelta(days=-9, hours=-3), "9 dagen te laat", "9 days late"),
    ],
)
def test_a_limit_in_hours(left: timedelta, nl: str, en: str) -> None:
    for language, expected in (("nl", nl), ("en", en)):
        with translation.override(language):
            assert words.left(NOW + left, NOW, inclusive=True) == expected


@pytest.mark.parametrize(
    ("last_day", "nl", "en"),
    [
        (date(2026, 11, 25), "nog 14 uur", "14 hours left"),
        (date(2026, 11, 26), "tot en met morgen", "until tomorrow at midnight"),
        (date(2026, 11, 27), "nog 2 dagen", "2 days left"),
        (date(2026, 11, 24), "10 uur te laat", "10 hours late"),
    ],
)
def test_a_limit_in_days_ends_with_its_last_day(last_day: date, nl: str, en: str) -> None:
    ends_at = datetime(last_day.year, last_day.month, last_day.day, 23, tzinfo=UTC)  # 24:00 in Amsterdam
    for language, expected in (("nl", nl), ("en", en)):
        with translation.override(language):
            assert words.left(ends_at, NOW, inclusive=False, last_day=last_day) == expected


def test_soon_after_midnight_what_ends_tomorrow_morning_is_counted_once_it_is_near() -> None:
    late_evening = datetime(2026, 11, 25, 22, 0, tzinfo=UTC)  # 23:00
    with translation.override("nl"):
        assert words.left(late_evening + timedelta(hours=3), late_evening, inclusive=True) == "nog 3 uur"
        assert words.left(late_evening + timedelta(hours=14), late_evening, inclusive=True) == "morgen om 13:00"


def test_at_its_very_end_a_limit_in_hours_is_in_time_and_one_in_days_is_late() -> None:
    with translation.override("en"):
        assert words.left(NOW, NOW, inclusive=True) == "less than a minute left"
        assert words.left(NOW, NOW, inclusive=False, last_day=date(2026, 11, 24)) == "less than a minute late"


def test_days_are_those_of_the_zone_asked_for() -> None:
    at = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    with translation.override("en"):
        assert words.left(at, NOW, inclusive=True, zone=ZoneInfo("UTC")) == "tomorrow at 14:00"


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold)


@pytest.mark.parametrize(
    ("now", "end", "nl", "en"),
    [
        # The clock goes back on 25 October 2026: that day has 25 hours, and 02:30 comes twice.
        ("2026-10-24T12:00", ("2026-10-25T02:30", 0), "morgen om 02:30 (zomertijd)", "tomorrow at 02:30 (summer time)"),
        (
            "2026-10-24T12:00",
            ("2026-10-25T02:30", 1),
            "morgen om 02:30 (wintertijd)",
            "tomorrow at 02:30 (winter time)",
        ),
        ("2026-10-25T01:30", ("2026-10-25T02:30", 0), "nog 1 uur", "1 hour left"),
        ("2026-10-25T01:30", ("2026-10-25T02:30", 1), "nog 2 uur", "2 hours left"),
        ("2026-10-24T23:00", ("2026-10-25T23:00", 0), "morgen om 23:00", "tomorrow at 23:00"),
        # It goes forward on 28 March 2027: that day has 23 hours.
        ("2027-03-27T15:00", ("2027-03-28T15:00", 0), "morgen om 15:00", "tomorrow at 15:00"),
        ("2027-03-28T01:30", ("2027-03-28T03:30", 0), "nog 1 uur", "1 hour left"),
        # The year ends.
        ("2026-12-31T10:00", ("2027-01-01T09:00", 0), "morgen om 09:00", "tomorrow at 09:00"),
        ("2026-12-30T10:00", ("2027-01-01T12:00", 0), "nog 2 dagen 2 uur", "2 days 2 hours left"),
        # A weekend lies between.
        ("2026-11-20T16:42", ("2026-11-23T16:42", 0), "nog 3 dagen", "3 days left"),
        ("2026-11-20T16:42", ("2026-11-21T16:42", 0), "morgen om 16:42", "tomorrow at 16:42"),
        # Long lengths, never more than there is.
        ("2026-11-25T10:00", ("2027-01-24T10:00", 0), "nog 60 dagen", "60 days left"),
        ("2026-11-25T10:00", ("2027-01-25T10:00", 0), "nog 2 maanden", "2 months left"),
        ("2026-11-25T10:00", ("2028-11-24T10:00", 0), "nog 23 maanden", "23 months left"),
        ("2026-11-25T10:00", ("2029-11-25T10:00", 0), "nog 3 jaar", "3 years left"),
        ("2026-11-25T10:00", ("2026-02-25T10:00", 0), "9 maanden te laat", "9 months late"),
    ],
)
def test_at_the_boundaries(now: str, end: tuple[str, int], nl: str, en: str) -> None:
    ends_at = local(end[0], fold=end[1]).astimezone(UTC)
    for language, expected in (("nl", nl), ("en", en)):
        with translation.override(language):
            assert words.left(ends_at, local(now).astimezone(UTC), inclusive=True, zone=AMSTERDAM) == expected


def test_the_last_day_of_a_limit_is_told_in_hours_also_where_it_has_25() -> None:
    ends_at = local("2026-10-26T00:00").astimezone(UTC)
    with translation.override("nl"):
        left = words.left(
            ends_at, local("2026-10-25T00:00"), inclusive=False, last_day=date(2026, 10, 25), zone=AMSTERDAM
        )
    assert left == "nog 25 uur"


@pytest.mark.parametrize(
    ("now", "last_day", "nl"),
    [
        ("2026-12-31T23:59", date(2027, 1, 1), "tot en met morgen"),
        ("2026-11-20T16:00", date(2026, 11, 23), "nog 3 dagen"),
        ("2026-11-22T23:59", date(2026, 11, 22), "nog 1 minuut"),
        ("2026-11-25T10:00", date(2033, 12, 31), "nog 7 jaar"),
    ],
)
def test_a_limit_in_days_at_the_boundaries(now: str, last_day: date, nl: str) -> None:
    ends_at = datetime.combine(last_day + timedelta(days=1), datetime.min.time(), tzinfo=AMSTERDAM).astimezone(UTC)
    with translation.override("nl"):
        said = words.left(ends_at, local(now), inclusive=False, last_day=last_day, zone=AMSTERDAM)
    assert said == nl


def test_a_year_is_named_where_it_is_another_and_an_hour_that_comes_twice_is_told_apart() -> None:
    assert words.year_of(date(2033, 12, 31), AMSTERDAM, now=NOW) == " 2033"
    assert words.year_of(date(2026, 12, 31), AMSTERDAM, now=NOW) == ""
    with translation.override("en"):
        told = [
            words.which_of_two(local("2026-10-25T02:59", fold=0), AMSTERDAM),
            words.which_of_two(local("2026-10-25T02:59", fold=1), AMSTERDAM),
            words.which_of_two(local("2026-10-25T03:00"), AMSTERDAM),
        ]
    assert told == [" (summer time)", " (winter time)", ""]
