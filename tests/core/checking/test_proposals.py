"""Proposals: what to ask the other side for, in both languages."""

import pytest

from art28.checking.check import check
from art28.checking.model import Status, Verdict
from art28.checking.proposals import proposal, proposals, proposed
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in


def _verdict(text: str, requirement: str) -> Verdict:
    return next(one for one in check(agreement_in(text)).verdicts if one.requirement == requirement)


_HELD = (
    "f_security_assist",
    "f_breach_assist",
    "f_dpia",
    "f_prior_consultation",
    "b_confidentiality",
    "c_security",
    "d_change_notice_and_objection",
    "d_flow_down",
    "d_liability_for_sub",
    "e_data_subject_rights",
    "g_delete_or_return_at_choice",
    "g_existing_copies",
    "h_information",
    "h_audit_and_inspection",
    "h_infringement_warning",
    "breach_without_undue_delay",
    "a_instructions",
    "a_legal_exception_notice",
    "a_transfers_on_instruction",
)
_FRAMES = {
    "nl": "Verwerkersovereenkomst\n\nArtikel 1. {heading}\n1.1 {clause}\n",
    "en": "Data processing agreement\n\nArticle 1. {heading}\n1.1 {clause}\n",
}


def test_every_requirement_has_a_clause_in_both_languages() -> None:
    assert proposals().keys() == requirements().keys()
    assert all(proposal(name, language) for name in requirements() for language in ("nl", "en"))


@pytest.mark.parametrize("language", _FRAMES)
@pytest.mark.parametrize("requirement", _HELD)
def test_a_clause_that_is_proposed_meets_its_own_requirement(requirement: str, language: str) -> None:
    heading = {"nl": "Einde", "en": "Termination"}[language] if requirement.startswith("g_") else "1"
    text = _FRAMES[language].format(heading=heading, clause=proposal(requirement, language))
    assert _verdict(text, requirement).status is Status.MET


def test_nothing_is_proposed_where_the_requirement_is_met() -> None:
    text = _FRAMES["nl"].format(heading="Instructies", clause=proposal("h_infringement_warning", "nl"))
    assert proposed(_verdict(text, "h_infringement_warning"), "nl") == ""
    assert proposed(_verdict(text, "f_dpia"), "nl") == proposal("f_dpia", "nl")


def test_an_unknown_requirement_has_no_clause() -> None:
    assert proposal("weather", "nl") == ""
