"""`tests/law/bank.tsv`: each duty in many people's words, beside what only looks like it.

The clauses were written for this test before anybody looked what the rules make of them: the first time, 119 of 150 got the
verdict that they should, and 92 of the next 131; of German ones 32 of 42 and 12 of the next 21, of French ones 37 of 48 and
14 of the next 20; of 266 in ordinary words of all four languages, 166. Whoever meets a wording that no rule knows writes one
like it here, and a near miss beside it.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.model import Status
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in

_BANK = Path(__file__).parents[2] / "law" / "bank.tsv"
_AS = {Status.CONTRADICTED: "partial", Status.COVERED_ELSEWHERE: "partial", Status.RESTATED_ONLY: "met"}
# "Wij" and "u" are the parties where an agreement says so.
_SPOKEN = (
    "Verwerkersovereenkomst\n"
    "tussen Alfa B.V., hierna: u (de verwerkingsverantwoordelijke), en Beta B.V., hierna: wij (de verwerker)"
)
_PARTIES = {
    "nl": "Verwerkersovereenkomst\ntussen Alfa B.V., hierna: Verwerkingsverantwoordelijke, en Beta B.V., hierna: Verwerker",
    "en": "Data processing agreement\nbetween Alfa Ltd, the Controller, and Beta Ltd, the Processor",
    "de": "Auftragsverarbeitungsvertrag\nzwischen Alfa GmbH (Verantwortlicher) und Beta GmbH (Auftragsverarbeiter)",
    "fr": (
        "Contrat de sous-traitance de données\n"
        "entre Alfa SARL, ci-après « le responsable du traitement », et Beta SARL, ci-après « le sous-traitant »"
    ),
}


class Wording(NamedTuple):
    requirement: str
    language: str
    status: str
    heading: str
    text: str

    def found(self) -> str:
        """The verdict that the clause gets in an agreement that says nothing else."""
        parties = _SPOKEN if re.search(r"\b(?:wij|ons|onze)\b", self.text, re.IGNORECASE) else _PARTIES[self.language]
        agreement = agreement_in("\n".join((parties, self.heading, *self.text.split("¶"), "")))
        verdict = next(one for one in check(agreement).verdicts if one.requirement == self.requirement)
        return _AS.get(verdict.status, verdict.status.value)


def _wordings() -> tuple[Wording, ...]:
    with _BANK.open(encoding="utf-8", newline="") as rows:
        return tuple(Wording(**row) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


_WORDINGS = _wordings()


@pytest.mark.parametrize("requirement", list(requirements()))
def test_a_duty_is_known_in_other_words_and_told_from_what_looks_like_it(requirement: str) -> None:
    ours = [one for one in _WORDINGS if one.requirement == requirement]
    assert [(one.text, one.status) for one in ours] == [(one.text, one.found()) for one in ours]


def test_every_requirement_is_worded_in_several_ways_and_has_a_near_miss() -> None:
    for requirement in requirements():
        statuses = [one.status for one in _WORDINGS if one.requirement == requirement]
        assert statuses.count("met") >= 1
        assert len(statuses) > statuses.count("met")
