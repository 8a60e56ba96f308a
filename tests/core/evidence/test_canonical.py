"""The canonical form has one spelling for a value, and refuses what has several."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from art28.evidence.canonical import NotCanonical, canonical, commitment, instant


def test_keys_are_sorted_and_nothing_is_escaped_needlessly() -> None:
    assert canonical({"b": [1, True, None], "a": "één"}) == '{"a":"één","b":[1,true,null]}'.encode()


@pytest.mark.parametrize("value", [1.5, {"a": 1.0}, {1: "a"}, [b"bytes"], {"a": {"b": {2}}}])
def test_what_has_no_single_spelling_is_refused_with_its_place(value: object) -> None:
    with pytest.raises(NotCanonical, match=r"^\$"):
        canonical(value)  # type: ignore[arg-type]


def test_an_instant_is_written_in_utc() -> None:
    moment = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    assert instant(moment) == instant(moment.astimezone(UTC)) == "2026-10-25T00:30:00.000000Z"


def test_an_instant_without_zone_is_refused() -> None:
    with pytest.raises(NotCanonical, match="zone"):
        instant(datetime(2026, 10, 25, 2, 30))  # noqa: DTZ001


def test_a_commitment_depends_on_content_and_key() -> None:
    made = {commitment({"a": 1}, b"k" * 32), commitment({"a": 2}, b"k" * 32), commitment({"a": 1}, b"l" * 32)}
    assert len(made) == 3
