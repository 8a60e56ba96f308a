from datetime import date, timedelta

import pytest

from art28.law.repealed import RepealedLaw, all_repealed_laws, repealed_laws

TODAY = date(2026, 11, 21)


def law(id_: str) -> RepealedLaw:
    return next(item for item in all_repealed_laws() if item.id == id_)


@pytest.mark.parametrize(
    ("id_", "abbreviation", "repealed_on"),
    [
        ("nl-wbp", "Wbp", date(2018, 5, 25)),
        ("nl-wpr", "WPR", date(2001, 9, 1)),
        ("nl-wbni", "Wbni", date(2026, 8, 15)),
    ],
)
def test_a_dutch_act_is_gone_from_its_day_of_repeal(id_: str, abbreviation: str, repealed_on: date) -> None:
    found = law(id_)

    assert abbreviation in found.abbreviations
    assert found.repealed_on == repealed_on
    assert found in repealed_laws(repealed_on)
    assert found not in repealed_laws(repealed_on - timedelta(days=1))


def test_the_successors_of_the_wbp_are_the_regulation_and_its_implementing_act() -> None:
    assert [name.split(" (")[0] for name in law("nl-wbp").successors] == [
        "Algemene verordening gegevensbescherming",
        "Uitvoeringswet Algemene verordening gegevensbescherming",
    ]


def test_the_act_of_the_same_name_for_the_caribbean_is_left_alone() -> None:
    assert law("nl-wbp").unless_followed_by == ("BES",)


@pytest.mark.parametrize("id_", ["eu-2010-87", "eu-2001-497", "eu-2004-915"])
def test_the_old_standard_clauses_are_gone(id_: str) -> None:
    assert law(id_) in repealed_laws(TODAY)
    assert law(id_).successors == ("Implementing Decision (EU) 2021/914",)


def test_every_row_can_match_and_has_a_successor_or_a_note() -> None:
    for item in all_repealed_laws():
        assert item.names or item.abbreviations
        assert item.successors or item.note


def test_no_name_stands_in_two_rows() -> None:
    names = [name.casefold() for item in all_repealed_laws() for name in (*item.names, *item.abbreviations)]

    assert len(names) == len(set(names)) + sum(
        len(item.abbreviations) - len({text.casefold() for text in item.abbreviations}) for item in all_repealed_laws()
    )
