"""`tests/law/otherwise.toml`: duties that looks find where a rule doesn't, and what only looks like them."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from art28.checking.check import check
from art28.checking.provisions.otherwise import IN_EVERYDAY_WORDS, looks
from art28.checking.requirements import requirements
from core.checking.agreements import agreement_in
from core.checking.test_bank import _PARTIES, _SPOKEN

_CASES = Path(__file__).parents[2] / "law" / "otherwise.toml"
_BETWEEN = {"we": _SPOKEN, "they": _PARTIES["nl"], "english": _PARTIES["en"]}
# Two more headings make Markdown of what stands above.
_AFTER = "\n\n## 20. Slot\n\nGeldig recht.\n\n## 21. Geschillen\n\nUtrecht.\n"


class Case(NamedTuple):
    requirement: str
    status: str
    parties: str
    text: str
    lacking: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.requirement}-{self.status}"


def _cases() -> tuple[Case, ...]:
    table = tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]
    return tuple(Case(**{**each, "lacking": tuple(each.get("lacking", ()))}) for each in table)


@pytest.mark.parametrize("case", _cases(), ids=str)
def test_a_title_names_the_topic_of_what_stands_under_it(case: Case) -> None:
    found = check(agreement_in(f"{_BETWEEN[case.parties]}\n\n{case.text}{_AFTER}")).verdicts
    verdict = next(one for one in found if one.requirement == case.requirement)
    assert (verdict.status.value, verdict.lacking) == (case.status, case.lacking)
    assert verdict.citations or case.status == "missing"


def test_looks_state_elements_that_their_requirements_have() -> None:
    every = looks(*IN_EVERYDAY_WORDS)
    assert every.keys() <= requirements().keys()
    for name, each in every.items():
        assert {element for look in each for element in (look.element, *look.lacks)} <= {
            "",
            *requirements()[name].elements,
        }
        assert all(look.where in ("", "missing", "partial") and look.beside in ("", "list", "duty") for look in each)
