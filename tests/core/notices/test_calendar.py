"""Entries as an iCalendar stream: what RFC 5545 wants of its lines."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from art28.notices.calendar import Alarm, Entry, calendar, duration, fold

NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)


def entry(**changes: object) -> Entry:
    given: dict[str, object] = {
        "uid": "1@art28",
        "made_at": NOW,
        "summary": "Inbreuk melden",
        "description": "",
        "url": "https://art28.example/clocks/1/",
        "at": NOW,
    }
    return Entry(**{**given, **changes})  # type: ignore[arg-type]


def test_what_has_a_meaning_is_escaped_and_comes_back_as_it_was() -> None:
    said = 'Zorg, wonen; en\\of "rust"\nart. 5.1: binnen 24 uur'
    body = calendar("Termijnen", (entry(summary=said, description=said),), language="nl")
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert event["SUMMARY"] == event["DESCRIPTION"] == said


def test_a_line_break_in_a_name_begins_no_property() -> None:
    body = calendar(
        "x", (entry(summary="A\r\nATTACH:https://kwaad.example", url="https://a.example/\r\nX:1"),), language="nl"
    )
    assert b"\r\nATTACH" not in body
    assert b"\r\nX:1" not in body


def test_the_same_entries_give_the_same_bytes() -> None:
    given = (entry(alarms=(Alarm(timedelta(hours=-4)),)),)
    assert calendar("x", given, language="nl") == calendar("x", given, language="nl")


@pytest.mark.parametrize("length", [74, 75, 76, 149, 150, 300])
@pytest.mark.parametrize("character", ["a", "é", "€", "𝌆"])
def test_folding_keeps_every_character_whole(length: int, character: str) -> None:
    line = "X:" + character * length
    pieces = fold(line).split(b"\r\n")
    assert all(len(piece) <= 75 for piece in pieces)
    assert pieces[0].decode() + "".join(piece.decode()[1:] for piece in pieces[1:]) == line


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (timedelta(hours=-15), "-PT15H"),
        (timedelta(days=-1), "-P1D"),
        (timedelta(days=1, hours=2, minutes=3, seconds=4), "P1DT2H3M4S"),
        (timedelta(), "PT0S"),
    ],
)
def test_a_length_of_time(length: timedelta, written: str) -> None:
    assert duration(length) == written


@pytest.mark.parametrize(
    ("at", "day"), [(None, None), (NOW, date(2026, 11, 22)), (NOW.replace(tzinfo=None), None)], ids=str
)
def test_an_entry_is_an_instant_or_a_day(at: datetime | None, day: date | None) -> None:
    with pytest.raises(ValueError, match="1@art28"):
        entry(at=at, day=day)
