"""`tests/law/unfounded.toml`: what looks like a reason for a finding and is none, beside what is one.

A finding that is wrong costs a reader more than one that is missed.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from core.checking.agreements import agreement_read_in
from core.checking.test_bank import _PARTIES

_CASES = Path(__file__).parents[2] / "law" / "unfounded.toml"


class Case(NamedTuple):
    id: str
    finding: str
    language: str
    unfounded: str
    founded: str

    def is_given(self, clauses: str) -> bool:
        """Whether an agreement of `clauses` gets the finding."""
        found = check(agreement_read_in(f"{_PARTIES[self.language]}\n{clauses}")).findings
        return any(one.id.startswith(self.finding) for one in found)


def _cases() -> tuple[Case, ...]:
    return tuple(Case(**each) for each in tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"])


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.id)
def test_a_finding_is_given_where_it_is_founded(case: Case) -> None:
    assert not case.is_given(case.unfounded)
    assert case.is_given(case.founded)


def test_what_a_label_gives_for_instance_is_no_blank() -> None:
    text = (
        f"{_PARTIES['nl']}\nArtikel 4. Soorten persoonsgegevens\nVerwerker verwerkt naam, adres en telefoonnummer. "
        "Bijzondere gegevens (bijv. over gezondheid) worden niet verwerkt.\n"
    )
    verdicts = check(agreement_read_in(text)).verdicts
    assert "filled_in" not in next(one for one in verdicts if one.requirement == "data_types").lacking
