"""Finer verdicts: the Regulation repeated, and a matter left to another document."""

import pytest

from art28.checking.check import check
from art28.checking.model import Severity, Status, Verdict
from core.checking.agreements import agreement_in

_NL = "Verwerkersovereenkomst\n\nArtikel 1. Afspraken\n1.1 {clause}\n"
_EN = "Data processing agreement\n\nArticle 1. Terms\n1.1 {clause}\n"


def _verdict(text: str, requirement: str) -> Verdict:
    return next(one for one in check(agreement_in(text)).verdicts if one.requirement == requirement)


@pytest.mark.parametrize(
    ("frame", "clause"),
    [
        (
            _NL,
            "Verwerker verleent, rekening houdend met de aard van de verwerking en de hem ter beschikking staande "
            "informatie, Verwerkingsverantwoordelijke bijstand bij het doen nakomen van de verplichtingen uit hoofde "
            "van de artikelen 32 tot en met 36 AVG.",
        ),
        (
            _EN,
            "The Processor assists the Controller in ensuring compliance with the obligations pursuant to Articles 32 to 36 "
            "GDPR, taking into account the nature of processing and the information available to the Processor.",
        ),
    ],
)
def test_a_clause_in_the_words_of_the_regulation_is_met_but_only_restates(frame: str, clause: str) -> None:
    checked = check(agreement_in(frame.format(clause=clause)))
    verdict = next(one for one in checked.verdicts if one.requirement == "f_security_assist")
    finding = next(one for one in checked.findings if one.requirement == "f_security_assist")
    assert (verdict.status, finding.severity) == (Status.RESTATED_ONLY, Severity.LOW)


def test_a_clause_that_works_the_duty_out_is_met() -> None:
    clause = (
        "Verwerker helpt Verwerkingsverantwoordelijke binnen vijf werkdagen bij de nakoming van de artikelen 32 tot en met "
        "36 AVG, met een vast aanspreekpunt, een draaiboek en een jaarlijks overleg over risico's en maatregelen."
    )
    assert _verdict(_NL.format(clause=clause), "f_security_assist").status is Status.MET


@pytest.mark.parametrize(
    ("frame", "clause"),
    [
        (_NL, "De beveiliging is geregeld in de hoofdovereenkomst."),
        (_EN, "Security is dealt with in the main agreement."),
    ],
)
def test_a_matter_that_is_left_to_another_document_is_covered_elsewhere(frame: str, clause: str) -> None:
    assert _verdict(frame.format(clause=clause), "c_security").status is Status.COVERED_ELSEWHERE


def test_a_main_agreement_named_in_passing_covers_nothing() -> None:
    text = _NL.format(clause="De prijs van de beveiliging volgt de hoofdovereenkomst.")
    assert _verdict(text, "c_security").status is Status.MISSING
