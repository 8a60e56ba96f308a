"""Flags: each against the clauses of `tests/law/flags.toml`, and none of them in an agreement about something else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from art28.checking.check import check
from art28.checking.flags.flag import Flag, flags, flags_by_id, hours_in
from art28.checking.messages import said
from art28.checking.model import Finding, Message
from core.checking.agreements import agreement_read_in

_LAW = Path(__file__).parents[2] / "law"
_TABLE: dict[str, Any] = tomllib.loads((_LAW / "flags.toml").read_text(encoding="utf-8"))
_SILENT: dict[str, str] = tomllib.loads((_LAW / "requirements.toml").read_text(encoding="utf-8"))["silent"]
_FRAMES = {
    "nl": "Verwerkersovereenkomst\n\nArtikel 1. Onderwerp\n"
    "1.1 Verwerker levert roostersoftware aan Verwerkingsverantwoordelijke.\n\nArtikel 2. {heading}\n2.1 {clause}\n",
    "en": "Data processing agreement\n\nArticle 1. Subject\n"
    "1.1 The Processor supplies scheduling software to the Controller.\n\nArticle 2. {heading}\n2.1 {clause}\n",
}
_RAISED = [
    (case["id"], language, case["heading"][index], case[language])
    for case in _TABLE["flag"]
    for index, language in enumerate(_FRAMES)
    if language in case
]
_NEAR = [
    (case["id"], case["heading"][0], near)
    for case in _TABLE["flag"]
    for near in (case["near"], *case.get("near_too", ()))
]


def _found(language: str, heading: str, clause: str) -> dict[str, Finding]:
    text = _FRAMES[language].format(heading=heading, clause=clause)
    return {finding.id.partition(".")[2]: finding for finding in check(agreement_read_in(text)).findings}


@pytest.mark.parametrize(
    ("flag", "language", "heading", "clause"), _RAISED, ids=[f"{one[0]}-{one[1]}" for one in _RAISED]
)
def test_a_clause_raises_its_flag_and_is_cited(flag: str, language: str, heading: str, clause: str) -> None:
    finding = _found(language, heading, clause).get(flag)
    assert finding is not None
    assert finding.citations
    assert all(" ".join(citation.text.split()) in " ".join(f"2.1 {clause}".split()) for citation in finding.citations)


@pytest.mark.parametrize(("flag", "heading", "clause"), _NEAR, ids=[one[0] for one in _NEAR])
def test_a_clause_that_comes_near_raises_nothing(flag: str, heading: str, clause: str) -> None:
    assert flag not in _found("nl", heading, clause)


@pytest.mark.parametrize("language", _FRAMES)
def test_an_agreement_about_something_else_raises_no_flag(language: str) -> None:
    found = {finding.id.partition(".")[2] for finding in check(agreement_read_in(_SILENT[language])).findings}
    assert found.isdisjoint(flags_by_id())


@pytest.mark.parametrize("flag", flags(), ids=lambda flag: flag.id)
def test_a_flag_says_its_sentence_and_its_weight_in_both_languages(flag: Flag) -> None:
    for language in ("nl", "en"):
        assert said(Message(f"flag.{flag.id}"), language).endswith(".")
        assert said(Message(f"why.{flag.id}"), language).endswith(".")


def test_flags_are_known_by_one_name_each() -> None:
    assert len(flags_by_id()) == len(flags())
    assert {name for flag in flags() for name in flag.unflagged} <= flags_by_id().keys()


def test_a_month_counts_for_thirty_days_when_periods_are_held_against_each_other() -> None:
    assert hours_in("P1M") == hours_in("P30D") < hours_in("P1Y")


def test_what_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="ISO 8601"):
        hours_in("one month")


def test_every_flag_says_why_and_what_to_do_in_both_languages() -> None:
    for flag in flags():
        assert flag.why.keys() == {"nl", "en"}, flag.id
        assert all(why.endswith(".") for why in flag.why.values()), flag.id
        assert len({why.count(". ") for why in flag.why.values()}) == 1, flag.id
