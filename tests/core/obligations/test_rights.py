"""What the rights of a person ask of each place, and the grounds on which they can be refused."""

import pytest

from art28.obligations.paying import PaidBy, bearer
from art28.obligations.rights import (
    GroundDoesNotFit,
    Place,
    PlaceKind,
    RefusalGround,
    StepKind,
    SubjectRight,
    check_grounds,
    planned,
)
from art28.terms import Role
from core.obligations.agreements import agreement, fact

MAIL = Place(PlaceKind.SYSTEM, "mail-01")
PRINTER = Place(PlaceKind.RECIPIENT, "Drukkerij De Lelie")


def test_a_place_is_searched_once_for_all_rights_together() -> None:
    steps = planned([SubjectRight.ACCESS, SubjectRight.ERASURE, SubjectRight.ACCESS], [MAIL, MAIL])
    assert [step.step for step in steps] == [StepKind.SEARCH, StepKind.EXPORT, StepKind.DELETE]


@pytest.mark.parametrize(
    ("right", "told"),
    [
        (SubjectRight.RECTIFICATION, True),
        (SubjectRight.ERASURE, True),
        (SubjectRight.RESTRICTION, True),
        (SubjectRight.ACCESS, False),
        (SubjectRight.PORTABILITY, False),
        (SubjectRight.OBJECTION, False),
    ],
)
def test_recipients_are_told_of_what_article_19_names_and_of_nothing_else(right: SubjectRight, told: bool) -> None:
    assert any(step.step is StepKind.TELL for step in planned([right], [PRINTER])) is told


def test_without_places_there_is_nothing_to_do() -> None:
    assert planned([SubjectRight.ACCESS], []) == ()


def test_a_ground_must_fit_one_of_the_rights_asked_for() -> None:
    check_grounds([SubjectRight.ACCESS, SubjectRight.ERASURE], [RefusalGround.LEGAL_OBLIGATION])
    with pytest.raises(GroundDoesNotFit) as refused:
        check_grounds([SubjectRight.ACCESS], [RefusalGround.LEGAL_OBLIGATION])
    assert refused.value.ground is RefusalGround.LEGAL_OBLIGATION


def test_who_pays_stands_on_the_clause() -> None:
    given = agreement(fact("requests.costs", "controller", "voor rekening van opdrachtgever", provision="5.2"))
    found = bearer(given, "requests.costs")
    assert (found.party, found.ground, found.provision) == (Role.CONTROLLER, PaidBy.AGREEMENT, "5.2")
    assert found.citations[0].text == "voor rekening van opdrachtgever"


@pytest.mark.parametrize("party", [Role.PROCESSOR, Role.CONTROLLER, None])
def test_where_each_bears_its_own_whose_costs_they_are_decides(party: Role | None) -> None:
    given = agreement(fact("breach.costs", "each_own", "ieder draagt de eigen kosten", provision="7.1"))
    found = bearer(given, "breach.costs", incurred_by=party)
    assert (found.party, found.ground, found.provision) == (party, PaidBy.AGREEMENT, "7.1")


def test_a_silent_agreement_leaves_open_who_pays() -> None:
    assert bearer(agreement(), "requests.costs").party is None


def test_whoever_caused_it_pays_instead_of_the_other() -> None:
    given = agreement(fact("assistance.costs", "controller"))
    assert bearer(given, "assistance.costs", cause=Role.PROCESSOR).party is Role.PROCESSOR
    assert bearer(given, "assistance.costs", cause=Role.CONTROLLER).ground is PaidBy.AGREEMENT


@pytest.mark.parametrize(("compliant", "party"), [(None, None), (True, Role.CONTROLLER), (False, Role.PROCESSOR)])
def test_who_pays_for_an_audit_may_wait_for_its_outcome(compliant: bool | None, party: Role | None) -> None:
    given = agreement(fact("audit.costs", "processor_if_noncompliant"))
    found = bearer(given, "audit.costs", compliant=compliant)
    assert (found.party, found.ground) == (party, PaidBy.OUTCOME)
