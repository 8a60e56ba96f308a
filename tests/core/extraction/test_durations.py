"""Periods keep the unit they are written in; a text that contradicts itself names none."""

import pytest

from art28.extraction.values.durations import Unit, durations


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("binnen zesendertig (36) uur", "PT36H"),
        ("within 24 hours", "PT24H"),
        ("een 24-uurs termijn", "PT24H"),
        ("innerhalb von zweiundsiebzig Stunden", "PT72H"),
        ("dans un délai de quarante-huit heures", "PT48H"),
        ("uiterlijk binnen 1 (één) maand", "P1M"),
        ("drie maanden", "P3M"),
        ("two weeks", "P2W"),
        ("one (1) year", "P1Y"),
        ("**binnen 30 dagen**", "P30D"),
        ("elk kwartaal, dus een kwartaal vooruit", "P3M"),
    ],
)
def test_a_period_is_written_in_its_own_unit(text: str, iso: str) -> None:
    assert [duration.iso for duration in durations(text)] == [iso]


@pytest.mark.parametrize("text", ["tien werkdagen", "ten (10) business days", "10 Werktage", "dix jours ouvrés"])
def test_working_days_are_days_of_their_own_kind(text: str) -> None:
    (duration,) = durations(text)
    assert (duration.iso, duration.unit) == ("P10D", Unit.WORKING_DAY)


@pytest.mark.parametrize(
    "text",
    ["uiterlijk de volgende werkdag", "de eerstvolgende werkdag", "by the next business day", "am nächsten Werktag"],
)
def test_the_next_working_day_is_one_working_day(text: str) -> None:
    (duration,) = durations(text)
    assert (duration.iso, duration.unit) == ("P1D", Unit.WORKING_DAY)


@pytest.mark.parametrize(
    "text", ["de volgende dag", "de volgende werkdagdelen", "next week", "de volgende maatregelen"]
)
def test_what_comes_next_but_is_no_working_day_names_no_period(text: str) -> None:
    assert list(durations(text)) == []


def test_a_word_and_a_number_that_differ_name_no_period() -> None:
    assert list(durations("binnen twaalf (10) maanden")) == []


@pytest.mark.parametrize("text", ["artikel 28 lid 3h", "24/7 bewaking", "versie 2.1 dagboek", "ISO 27001 jaarlijks"])
def test_a_number_beside_other_words_is_no_period(text: str) -> None:
    assert list(durations(text)) == []


def test_the_place_of_a_period_is_that_of_its_words() -> None:
    text = "Dat gebeurt binnen veertien (14) dagen na het verzoek."
    (duration,) = durations(text)
    assert text[duration.start : duration.end] == "veertien (14) dagen"
