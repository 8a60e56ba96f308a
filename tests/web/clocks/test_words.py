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
