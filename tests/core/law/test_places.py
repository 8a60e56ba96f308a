from datetime import date

import pytest

from art28.law.adequacy import adequacy, adequacy_decisions
from art28.law.places import InvalidCountry, eea_members, is_eea

TODAY = date(2026, 11, 21)


def test_the_eea_has_thirty_members() -> None:
    members = eea_members(TODAY)

    assert len(members) == 30
    assert {"NL", "DE", "IS", "LI", "NO"} <= set(members)


@pytest.mark.parametrize("country", ["CH", "GB", "US", "AN", "CW", "SR"])
def test_a_country_outside_is_not_eea(country: str) -> None:
    assert not is_eea(country, TODAY)


def test_the_united_kingdom_counted_until_the_end_of_the_transition() -> None:
    assert is_eea("GB", date(2020, 12, 31))
    assert not is_eea("GB", date(2021, 1, 1))


def test_croatia_counts_from_its_accession() -> None:
    assert not is_eea("HR", date(2013, 6, 30))
    assert is_eea("HR", date(2013, 7, 1))


@pytest.mark.parametrize("country", ["nl", " NL ", "EL", "RE", "AX"])
def test_lower_case_union_notation_and_outermost_regions_are_understood(country: str) -> None:
    assert is_eea(country, TODAY)


@pytest.mark.parametrize("country", ["", "NLD", "Nederland", "N1"])
def test_what_is_no_country_code_is_refused(country: str) -> None:
    with pytest.raises(InvalidCountry, match="two-letter ISO 3166-1"):
        is_eea(country, TODAY)


def test_seventeen_territories_have_an_adequacy_decision() -> None:
    assert len({item.code for item in adequacy_decisions() if adequacy(item.code, TODAY) is item}) == 17


@pytest.mark.parametrize("country", ["KE", "IN", "NL"])
def test_no_decision_is_none(country: str) -> None:
    assert adequacy(country, TODAY) is None


def test_the_british_decisions_follow_each_other_without_a_gap() -> None:
    first, second = adequacy("UK", date(2025, 12, 27)), adequacy("UK", date(2025, 12, 28))

    assert first is not None
    assert second is not None
    assert (first.decision, second.decision) == ("(EU) 2021/1772", "(EU) 2025/2574")
    assert adequacy("UK", date(2031, 12, 27)) is second
    assert adequacy("UK", date(2032, 1, 1)) is None


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        (date(2015, 10, 5), "2000/520/EC"),
        (date(2015, 10, 6), None),
        (date(2020, 7, 15), "(EU) 2016/1250"),
        (date(2020, 7, 16), None),
        (date(2023, 7, 9), None),
        (date(2023, 7, 10), "(EU) 2023/1795"),
    ],
)
def test_a_transfer_to_the_united_states_rested_on_three_decisions_with_gaps(on: date, decision: str | None) -> None:
    found = adequacy("US", on)

    assert (found and found.decision) == decision


def test_a_limited_decision_says_for_whom_it_holds() -> None:
    found = adequacy("US", TODAY)

    assert found is not None
    assert found.scope is not None
    assert "Data Privacy Framework list" in found.scope
    assert adequacy("CH", TODAY) is not None
    assert getattr(adequacy("CH", TODAY), "scope", "") is None


def test_an_international_organisation_has_a_code_of_its_own() -> None:
    assert adequacy("X-EPO", TODAY) is not None
