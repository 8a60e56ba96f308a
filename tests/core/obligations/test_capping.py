"""The most that can be owed, limit by limit, and what of others' claims can be recovered."""

from typing import Any

import pytest

from art28.agreement.model import Value
from art28.obligations.capping import Cap, Figure, Known, cap
from art28.obligations.recovering import Recovery, claim_of_another, fine
from art28.terms import Role
from core.obligations.agreements import agreement, fact, question


def limit(basis: str, amount: int | None = None, per: str | None = "total", scope: str | None = None) -> dict[str, Any]:
    return {"basis": basis, "amount": amount, "per": per, "scope": scope}


def limited(*records: dict[str, Any], regime: str = "capped", **known: Any) -> Cap:
    value: Value = tuple(records)
    said = agreement(fact("liability.regime", regime), fact("liability.limits", value, provision="12.3"))
    return cap(said, Known(**known))


def test_a_silent_agreement_limits_nothing() -> None:
    found = cap(agreement(), Known())
    assert (found.regime, found.is_limited, found.lowest, found.highest) == ("", False, None, None)


def test_a_limit_on_fees_stays_unknown_until_somebody_gives_them() -> None:
    records = (limit("fees_of_month", per="event"), limit("fixed", 5000))
    asking = limited(*records)
    assert (asking.lowest, asking.highest, asking.needs) == (None, 500_000, (Figure.MONTH,))
    assert limited(*records, figures={Figure.MONTH: 120_000}).lowest == 120_000
    assert limited(*records, figures={Figure.MONTH: 900_000}).lowest == 500_000


def test_what_other_claims_took_is_taken_off_by_event_year_and_total() -> None:
    records = (limit("fees_of_month", per="event"), limit("fixed", 5000))
    known: dict[str, Any] = {"figures": {Figure.MONTH: 120_000}, "spent": {"event": 50_000, "total": 480_000}}
    found = limited(*records, **known)
    assert [(step.cents, step.left) for step in found.steps] == [(120_000, 70_000), (500_000, 20_000)]
    assert found.lowest == 20_000


@pytest.mark.parametrize(
    ("over_a_year", "needs", "counting"),
    [
        (True, (Figure.YEAR,), ["fees_of_year", "fixed"]),
        (False, (Figure.PRICE,), ["contract_price", "fixed"]),
        (None, (Figure.PRICE, Figure.YEAR), ["contract_price", "fees_of_year", "fixed"]),
    ],
)
def test_the_fees_of_a_year_stand_for_the_price_of_a_contract_that_runs_longer(
    over_a_year: bool | None, needs: tuple[Figure, ...], counting: list[str]
) -> None:
    yearly = limit("fees_of_year", scope="duurovereenkomst met een looptijd van meer dan een jaar")
    found = limited(limit("contract_price"), yearly, limit("fixed", 50_000), runs_over_a_year=over_a_year)
    assert found.needs == needs
    assert [step.basis for step in found.steps if step.counts] == counting


def test_an_insurers_payment_beside_a_fixed_sum_reads_two_ways() -> None:
    records = (limit("contract_price"), limit("fixed", 10_000), limit("insurance"))
    found = limited(*records, figures={Figure.PRICE: 3_000_000, Figure.INSURER: 2_000_000})
    assert (found.lowest, found.highest, found.is_disputed) == (1_000_000, 2_000_000, True)
    unsure = limited(*records, figures={Figure.PRICE: 3_000_000})
    assert (unsure.lowest, unsure.highest, unsure.needs) == (None, 3_000_000, (Figure.INSURER,))


@pytest.mark.parametrize(("paid", "lowest"), [(0, 1_000_000), (4_000_000, 4_000_000)])
def test_a_sum_for_when_the_insurer_does_not_pay_stands_then_alone(paid: int, lowest: int) -> None:
    records = (limit("insurance"), limit("fixed", 10_000, scope="verzekeraar keert niet uit"))
    found = limited(*records, figures={Figure.INSURER: paid})
    assert (found.lowest, found.highest) == (lowest, lowest)


def test_general_terms_are_asked_for_their_limit() -> None:
    found = cap(agreement(fact("liability.regime", "main_agreement_terms", provision="8.1")), Known())
    assert (found.needs, found.steps[0].provision, found.lowest) == ((Figure.MAIN,), "8.1", None)


def test_a_further_limit_of_the_main_agreement_counts_where_it_is_lower() -> None:
    assert limited(limit("fixed", 50_000), further=True, figures={Figure.MAIN: 2_000_000}).lowest == 2_000_000
    assert limited(limit("fixed", 50_000), further=True, figures={Figure.MAIN: 9_000_000}).lowest == 5_000_000


def test_an_invalid_clause_takes_its_own_limits_alone() -> None:
    said = agreement(
        fact("liability.cap", 50_000, provision="12.4"),
        fact("liability.limits", (limit("contract_price"),), provision="12.3"),
    )
    found = cap(said, Known(figures={Figure.PRICE: 700_000}, invalid=frozenset({"12.3"})))
    assert [(step.basis, step.counts) for step in found.steps] == [("contract_price", False), ("fixed", True)]
    assert found.lowest == 5_000_000


def test_an_open_question_makes_a_limit_provisional() -> None:
    said = agreement(questions=(question("liability.cap", 5000, 50_000),))
    assert cap(said, Known()).provisional


@pytest.mark.parametrize(
    ("rule", "attributable", "intent", "outcome"),
    [
        ("excluded", True, True, Recovery.NO),
        ("unless_intent_or_recklessness", True, None, Recovery.IF_INTENT),
        ("unless_intent_or_recklessness", True, False, Recovery.NO),
        ("unless_intent_or_recklessness", None, True, Recovery.YES),
        ("if_attributable", None, None, Recovery.IF_ATTRIBUTABLE),
        ("if_attributable", True, None, Recovery.YES),
    ],
)
def test_a_fine_on_the_controller_is_recovered_by_its_clause(
    rule: str, attributable: bool | None, intent: bool | None, outcome: Recovery
) -> None:
    said = agreement(fact("liability.fines_on_processor", rule, provision="12.1"))
    found = fine(said, borne_by=Role.CONTROLLER, attributable=attributable, intent=intent)
    assert (found.outcome, found.provision) == (outcome, "12.1")


@pytest.mark.parametrize(
    ("attributable", "outcome"), [(True, Recovery.YES), (False, Recovery.NO), (None, Recovery.IF_ATTRIBUTABLE)]
)
def test_the_controllers_indemnity_covers_fines_and_claims_it_caused(
    attributable: bool | None, outcome: Recovery
) -> None:
    said = agreement(fact("liability.controller_indemnifies", value=True, provision="8.3"))
    assert fine(said, borne_by=Role.PROCESSOR, attributable=attributable, intent=None).outcome is outcome
    assert claim_of_another(said, borne_by=Role.PROCESSOR, attributable=attributable).outcome is outcome


def test_where_the_agreement_is_silent_the_law_decides() -> None:
    assert fine(agreement(), borne_by=Role.CONTROLLER, attributable=True, intent=True).outcome is Recovery.BY_LAW
    assert claim_of_another(agreement(), borne_by=Role.CONTROLLER, attributable=True).outcome is Recovery.BY_LAW
