"""Instants on pages: in local time, and the end of a day as its 24:00."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from art28.web.pages.templatetags.ui import moment

MIDNIGHT, NOON = datetime(2025, 1, 29, 23, tzinfo=UTC), datetime(2025, 7, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "style", "said"),
    [
        (MIDNIGHT, "end", "wo 29 jan 2025 24:00"),
        (MIDNIGHT, "short", "do 30 jan 2025 00:00"),
        (MIDNIGHT, "long", "do 30 januari 2025, 00:00"),
        (NOON, "end", "wo 30 jul 2025 12:00"),
        (None, "end", ""),
    ],
)
def test_an_end_at_midnight_is_the_24_00_of_the_day_before(at: datetime | None, style: str, said: str) -> None:
    with translation.override("nl"):
        assert strip_tags(moment(at, style)) == said
