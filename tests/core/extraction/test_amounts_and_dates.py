"""Amounts in euros and calendar dates, as agreements write them."""

import doctest

import pytest

from art28.extraction.values import amounts, dates


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("€ 5.000,00", [5_000]),
        ("EUR 10.000,-", [10_000]),
        ("€50,000.00", [50_000]),
        ("€ 1.000.000", [1_000_000]),
        ("1,5 miljoen euro", [1_500_000]),
        ("€ 250 duizend", [250_000]),
        ("EUR 750", [750]),
        ("ten hoogste € 1.000 en nooit meer dan 2.000 euro", [1_000, 2_000]),
        ("artikel 4.1 en 72 uur", []),
    ],
)
def test_amounts_are_whole_euros(text: str, euros: list[int]) -> None:
    assert [amount.euros for amount in amounts.amounts(text)] == euros


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("op 14-5-2018", ["2018-05-14"]),
        ("1 januari 2024", ["2024-01-01"]),
        ("2024-12-31", ["2024-12-31"]),
        ("25 May 2018", ["2018-05-25"]),
        ("May 25, 2018", ["2018-05-25"]),
        ("3. März 2021", ["2021-03-03"]),
        ("31 februari 2024", []),
        ("versie 1.2.3", []),
        ("tussen 1/2/2020 en 2/3/2021", ["2020-02-01", "2021-03-02"]),
    ],
)
def test_dates_are_days_of_the_calendar(text: str, iso: list[str]) -> None:
    assert [date.iso for date in dates.dates(text)] == iso


@pytest.mark.parametrize("module", [amounts, dates])
def test_examples_in_the_documentation_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
