"""Requirements: each against the cases of `tests/law/requirements.toml`."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from art28.checking.check import check
from art28.checking.model import Status, Verdict
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in

_TABLE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "law" / "requirements.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Case:
    requirement: str
    kind: str
    language: str
    text: str
    status: Status
    cites: str = ""
    lacking: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.requirement}-{self.kind}-{self.language}"


_CASES = [
    Case(**{**case, "status": Status(case["status"]), "lacking": tuple(case.get("lacking", ()))})
    for case in _TABLE["case"]
]


def _verdict(text: str, requirement: str) -> Verdict:
    return next(v for v in check(agreement_in(text)).verdicts if v.requirement == requirement)


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_a_case_gets_its_verdict_and_cites_the_passage_it_rests_on(case: Case) -> None:
    verdict = _verdict(case.text, case.requirement)
    assert (verdict.status, verdict.lacking) == (case.status, case.lacking)
    cited = [" ".join(citation.text.split()) for citation in verdict.citations]
    assert not case.cites or any(case.cites in text for text in cited)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_document_about_something_else_meets_nothing(language: str) -> None:
    verdicts = check(agreement_in(_TABLE["silent"][language])).verdicts
    assert {verdict.requirement: verdict.status for verdict in verdicts} == dict.fromkeys(
        requirements(), Status.MISSING
    )


def test_every_requirement_has_a_met_case_and_one_that_falls_short() -> None:
    tried = {(case.requirement, case.kind) for case in _CASES}
    for requirement in requirements():
        assert (requirement, "met") in tried
        assert tried & {(requirement, "boundary"), (requirement, "broken")}
