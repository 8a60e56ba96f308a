"""Version labels in order, as far as they count in one way."""

import pytest

from art28.families.versions import in_order, same_label


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["2.0", "10.0", "1.4"], ["1.4", "2.0", "10.0"]),
        (["2018/2", "2018/1"], ["2018/1", "2018/2"]),
        (["juli 2026", "januari 2026", "maart 2025"], ["maart 2025", "januari 2026", "juli 2026"]),
        (["01-03-2024", "28-02-2024"], ["28-02-2024", "01-03-2024"]),
        (["v3", "Versie 2"], ["Versie 2", "v3"]),
        (["2022-B", "2022-A"], ["2022-A", "2022-B"]),
    ],
)
def test_labels_that_count_come_in_order(given: list[str], expected: list[str]) -> None:
    assert [given[at] for at in in_order(given)] == expected


@pytest.mark.parametrize("given", [["2.0", "2018/1", "1.0"], ["2.0", "", "1.0"], ["B-serie", "A-serie"]])
def test_labels_that_count_otherwise_stay_as_they_came(given: list[str]) -> None:
    assert [given[at] for at in in_order(given)] == given


def test_one_version_may_be_written_in_several_ways() -> None:
    assert same_label("Versie 3.2", "v3.2")
    assert not same_label("3.2", "3.20")
