"""A selection of what is due, from an address and back."""

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from art28.web.clocks.filters import Filters, InvalidFilter, Standing, iso_length, read, read_leniently

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
SOMEBODY = "0195d7a2-7777-7777-8777-777777777777"


def test_nothing_asked_for_is_mine_and_nobodys_and_unended() -> None:
    assert read({}) == Filters()
    assert Filters().standing is Standing.UNENDED
    assert not Filters().narrows


def test_what_an_address_asks_for_is_written_as_it_was() -> None:
    given = {
        "whose": f"person:{SOMEBODY}",
        "counterparty": SOMEBODY,
        "action": "notify_breach",
        "event": "breach",
        "state": "late",
        "within": "P7D",
        "from": "2026-11-20",
        "until": "2026-11-30",
        "q": "zorg noord",
    }
    filters = read(given)
    assert filters.person == UUID(SOMEBODY)
    assert filters.record() == given
    assert read(filters.record()) == filters


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("whose", "everyone"),
        ("whose", "team:none"),
        ("counterparty", "7"),
        ("action", "sing"),
        ("event", "party"),
        ("state", "sleepy"),
        ("within", "soon"),
        ("within", "P"),
        ("from", "yesterday"),
        ("until", "2026-02-30"),
    ],
)
def test_what_is_unknown_is_named_and_an_old_address_still_opens(name: str, value: str) -> None:
    with pytest.raises(InvalidFilter, match=name):
        read({name: value})
    assert read_leniently({name: value, "q": "zorg"}) == Filters(words="zorg")


@pytest.mark.parametrize(
    ("said", "iso"),
    [("24h", "PT24H"), ("24 u", "PT24H"), ("7d", "P7D"), ("2w", "P14D"), ("p1dt6h", "P1DT6H"), ("", "")],
)
def test_a_length_is_written_short_or_in_full(said: str, iso: str) -> None:
    assert iso_length(said) == iso


def test_a_period_holds_its_last_day_to_the_end_in_local_time() -> None:
    after, until = Filters(from_on=date(2026, 11, 23), until_on=date(2026, 11, 23)).period(NOW, ZONE)
    assert after == datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
    assert until == datetime(2026, 11, 23, 23, 0, tzinfo=UTC)


def test_of_two_ends_the_earlier_counts() -> None:
    _, until = Filters(within="PT24H", until_on=date(2026, 12, 24)).period(NOW, ZONE)
    assert until == datetime(2026, 11, 23, 1, 10, tzinfo=UTC)
