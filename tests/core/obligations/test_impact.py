"""A change of sub-processor against what an agreement says: each ground met, at its boundary, and in silence."""

from datetime import date

import pytest

from art28.law.destinations import Level, destination, is_within
from art28.obligations.impact import CarveOut, Ground, Kind, Need, Planned, Terms, impact

ON = date(2026, 12, 1)


def planned(*countries: str, kind: Kind = Kind.ADD, on: date = ON, safeguarded: tuple[str, ...] = ()) -> Planned:
    return Planned(kind, countries, on, frozenset(safeguarded))


def grounds(terms: Terms, change: Planned) -> tuple[Ground, ...]:
    return tuple(reason.ground for reason in impact(terms, change).reasons)


@pytest.mark.parametrize(
    ("terms", "need", "ground", "key"),
    [
        (Terms(authorisation="general"), Need.NOTICE, Ground.GENERAL, "subprocessors.authorisation"),
        (Terms(authorisation="specific"), Need.CONSENT, Ground.SPECIFIC, "subprocessors.authorisation"),
        (Terms(), Need.CONSENT, Ground.SILENT, ""),
    ],
)
def test_authorisation_says_what_is_asked_and_silence_leaves_the_law(
    terms: Terms, need: Need, ground: Ground, key: str
) -> None:
    found = impact(terms, planned("NL"))
    assert (found.need, found.reasons[0].ground, found.reasons[0].key) == (need, ground, key)


@pytest.mark.parametrize(
    ("rule", "region", "country", "safeguarded", "need", "first"),
    [
        ("not_outside_eea", "EEA", "NO", (), Need.NOTICE, Ground.GENERAL),
        ("not_outside_eea", "EU", "NO", (), Need.FORBIDDEN, Ground.OUTSIDE),
        ("not_outside_eea", "NL", "DE", (), Need.FORBIDDEN, Ground.OUTSIDE),
        ("not_outside_eea", None, "JP", ("JP",), Need.FORBIDDEN, Ground.OUTSIDE),
        ("with_consent", "EU", "CH", (), Need.CONSENT, Ground.OUTSIDE_CONSENT),
        ("with_safeguards", "EEA", "CH", (), Need.NOTICE, Ground.GENERAL),
        ("with_safeguards", "EEA", "US", (), Need.FORBIDDEN, Ground.NO_SAFEGUARD),
        ("with_safeguards", "EEA", "US", ("US",), Need.NOTICE, Ground.GENERAL),
        ("with_safeguards", "EEA", "IN", (), Need.FORBIDDEN, Ground.NO_SAFEGUARD),
        ("free", "EEA", "IN", (), Need.FORBIDDEN, Ground.NO_BASIS),
        ("free", "EEA", "IN", ("IN",), Need.NOTICE, Ground.GENERAL),
        (None, None, "CH", (), Need.CONSENT, Ground.OUTSIDE_SILENT),
        (None, None, "IN", (), Need.FORBIDDEN, Ground.NO_BASIS),
        ("with_consent", "EEA", "worldwide", (), Need.FORBIDDEN, Ground.NO_BASIS),
    ],
)
def test_a_country_is_held_against_the_agreements_own_rule_and_the_law(
    rule: str | None, region: str | None, country: str, safeguarded: tuple[str, ...], need: Need, first: Ground
) -> None:
    terms = Terms(authorisation="general", rule=rule, region=region)
    found = impact(terms, planned(country, safeguarded=safeguarded))
    assert (found.need, found.reasons[0].ground) == (need, first)


def test_a_decision_that_lapses_before_the_day_is_no_ground() -> None:
    terms = Terms(authorisation="general", rule="with_safeguards", region="EEA")
    assert impact(terms, planned("US", on=date(2020, 7, 14), safeguarded=("US",))).need is Need.NOTICE
    found = destination("US", date(2020, 9, 1))
    assert found.level is Level.NONE
    assert found.lapsed is not None
    assert found.lapsed.decision == "(EU) 2016/1250"


def test_an_exception_lifts_nothing_by_itself_and_is_shown() -> None:
    exception = CarveOut("domain names", "", "as far as needed for the request")
    terms = Terms(authorisation="general", rule="not_outside_eea", region="EEA", carve_outs=(exception,))
    found = impact(terms, planned("US", safeguarded=("US",)))
    assert (found.need, found.exceptions) == (Need.FORBIDDEN, (exception,))
    assert impact(terms, planned("NL")).exceptions == ()


def test_a_removal_asks_nothing_and_a_move_what_an_addition_asks() -> None:
    terms = Terms(authorisation="specific", rule="not_outside_eea", region="EEA")
    assert impact(terms, planned(kind=Kind.REMOVE)).need is Need.NOTHING
    assert grounds(terms, planned("US", kind=Kind.MOVE))[0] is Ground.OUTSIDE


def test_what_is_not_known_is_not_free() -> None:
    terms = Terms(authorisation="general", rule="free")
    assert grounds(terms, planned())[0] is Ground.COUNTRY_UNKNOWN
    assert impact(terms, planned("Atlantis")).need is Need.FORBIDDEN


@pytest.mark.parametrize(
    ("country", "region", "within"),
    [("NL", "NL", True), ("EU", "NL", False), ("EU", "EU", True), ("EEA", "EU", False), ("EEA", "EEA", True),
     ("LI", "EU", False), ("LI", "EEA", True), ("GB", "EEA", False), ("worldwide", "EEA", False)],
)  # fmt: skip
def test_regions_hold_what_lies_in_them(country: str, region: str, within: bool) -> None:
    assert is_within(country, region, ON) is within
