from datetime import date

from art28.law.incidents import all_criteria, criteria
from art28.law.provision import Status


def test_the_grounds_hold_from_their_first_day_and_none_before() -> None:
    assert not criteria(date(2024, 11, 6))
    assert [row.id for row in criteria(date(2026, 11, 28))] == [
        "damage",
        "recurring",
        "service_down",
        "service_limited",
        "malicious",
        "many_users",
    ]


def test_each_ground_says_where_it_comes_from_in_both_languages() -> None:
    for row in all_criteria():
        assert row.provision.article.startswith("art. ")
        assert row.text("nl") != row.text("en") == row.text("de")
        assert row.status is not Status.CONFIRMED
