"""Verdicts where no rule of checking knows the words, but a fact states the duty: read by other rules, or set by a person."""

import pytest

from art28.agreement.model import Agreement, Fact, Value
from art28.checking.check import check
from art28.checking.model import Status, Verdict
from core.checking.agreements import agreement_in

_PARTIES = "Data processing agreement\nbetween Alfa Ltd, the Controller, and Beta Ltd, the Processor\n1. Terms\n"


def _verdict(requirement: str, passage: str, **facts: Value) -> Verdict:
    """The verdict on an agreement that says `passage` alone, with `facts` that cite it; dots in keys are written `__`."""
    agreement = agreement_in(f"{_PARTIES}{passage}\n")
    start = agreement.reading.text.index("Terms\n") + len("Terms\n")
    citations = agreement.reading.citations(start, len(agreement.reading.text.rstrip()))
    given = {
        key.replace("__", "."): Fact(key.replace("__", "."), value, citations, "a person", provision="1")
        for key, value in facts.items()
    }
    verdicts = check(Agreement(agreement.reading, given)).verdicts
    return next(verdict for verdict in verdicts if verdict.requirement == requirement)


@pytest.mark.parametrize(
    ("requirement", "passage", "facts", "status", "lacking"),
    [
        (
            "d_prior_authorisation",
            "Beta is free to bring in whom it likes.",
            {"subprocessors__authorisation": "general"},
            Status.PARTIAL,
            ("authorisation",),
        ),
        (
            "data_types",
            "Beta sees, for example, shoe sizes.",
            {"processing__data_categories": ("shoe sizes",)},
            Status.PARTIAL,
            ("closed",),
        ),
        (
            "h_infringement_warning",
            "Beta raises its hand at once.",
            {"instructions__infringement_warning": True},
            Status.MET,
            (),
        ),
        (
            "h_infringement_warning",
            "Beta raises its hand.",
            {"instructions__infringement_warning": True},
            Status.PARTIAL,
            ("immediately",),
        ),
        (
            "a_transfers_on_instruction",
            "Everything is kept at home.",
            {"transfers__rule": "not_outside_eea"},
            Status.MET,
            (),
        ),
        (
            "a_transfers_on_instruction",
            "It may travel with care.",
            {"transfers__rule": "with_safeguards"},
            Status.PARTIAL,
            ("instruction",),
        ),
        ("breach_without_undue_delay", "A day later Alfa hears it.", {"breach__deadline": "PT24H"}, Status.MET, ()),
        (
            "breach_without_undue_delay",
            "Three days later Alfa hears it.",
            {"breach__deadline": "PT72H"},
            Status.PARTIAL,
            ("forty_eight_hours",),
        ),
        (
            "d_flow_down",
            "Whoever helps Beta lives by the same terms.",
            {"subprocessors__flow_down": True},
            Status.MET,
            (),
        ),
        (
            "d_flow_down",
            "Whoever helps Beta lives by similar terms.",
            {"subprocessors__flow_down": True},
            Status.PARTIAL,
            ("same_duties",),
        ),
        (
            "d_liability_for_sub",
            "Beta pays for the slips of its helpers.",
            {"subprocessors__processor_liable": True},
            Status.MET,
            (),
        ),
        (
            "d_liability_for_sub",
            "Beta pays for its helpers up to a cap.",
            {"subprocessors__processor_liable": True},
            Status.PARTIAL,
            ("full",),
        ),
        (
            "b_confidentiality",
            "Whoever sits at a desk keeps silent.",
            {"confidentiality__staff_bound": True},
            Status.MET,
            (),
        ),
        ("b_confidentiality", "Beta keeps silent.", {"confidentiality__duty": True}, Status.PARTIAL, ("staff",)),
        ("h_audit_and_inspection", "Alfa may look in.", {"audit__right": True}, Status.MET, ()),
        (
            "h_audit_and_inspection",
            "Alfa may look in.",
            {"audit__right": True, "audit__trigger": "suspicion_only"},
            Status.PARTIAL,
            ("any_time",),
        ),
        (
            "g_delete_or_return_at_choice",
            "Alfa says where all goes.",
            {"end__data": "controller_chooses"},
            Status.MET,
            (),
        ),
        (
            "g_delete_or_return_at_choice",
            "All comes back.",
            {"end__data": "return_then_delete"},
            Status.PARTIAL,
            ("choice",),
        ),
        ("duration", "As long as it takes.", {"term__lasts": "while_processing"}, Status.MET, ()),
    ],
)
def test_a_fact_states_what_no_rule_found(
    requirement: str, passage: str, facts: dict[str, Value], status: Status, lacking: tuple[str, ...]
) -> None:
    assert _verdict(requirement, passage).status is Status.MISSING
    verdict = _verdict(requirement, passage, **facts)
    assert (verdict.status, verdict.lacking) == (status, lacking)
    assert [citation.text for citation in verdict.citations] == [passage]
    assert verdict.provision == "1"


@pytest.mark.parametrize(
    ("requirement", "facts"),
    [
        ("h_infringement_warning", {"instructions__infringement_warning": False}),
        ("d_liability_for_sub", {"subprocessors__processor_liable": False}),
        ("h_audit_and_inspection", {"audit__right": False}),
    ],
)
def test_a_fact_that_denies_the_duty_states_none(requirement: str, facts: dict[str, Value]) -> None:
    assert _verdict(requirement, "Beta would rather not.", **facts).status is Status.MISSING


_REQUEST = "Where a data subject sends a request to the Processor, the Processor forwards it to the Controller."


def test_a_fact_completes_what_a_rule_found_in_part() -> None:
    assert _verdict("e_data_subject_rights", _REQUEST).lacking == ("help",)
    helped = _verdict("e_data_subject_rights", _REQUEST, requests__assist=True)
    assert (helped.status, helped.lacking) == (Status.MET, ())


def test_a_fact_never_mends_what_a_rule_objects_to() -> None:
    paid = _REQUEST + " The Processor assists with it after payment in advance."
    assert "unpaid" in _verdict("e_data_subject_rights", paid, requests__assist=True).lacking


def test_part_of_a_list_completes_no_other_list() -> None:
    passage = "The notice of a personal data breach to the Controller describes its nature and the measures."
    part = _verdict("breach_content", passage, breach__content=("consequences", "contact_point"))
    whole = _verdict(
        "breach_content",
        passage,
        breach__content=(
            "nature", "data_categories", "subject_count", "record_count", "contact_point", "consequences", "measures",
        ),
    )  # fmt: skip
    assert part.status is Status.PARTIAL
    assert whole.status is Status.MET
