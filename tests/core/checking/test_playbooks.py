"""Playbooks: an organisation's own rules, where an agreement stands towards them, and what is said of a faulty one."""

from datetime import date

import pytest

from art28.agreement.model import Record
from art28.checking.check import check
from art28.checking.messages import said
from art28.checking.model import Finding, Kind, Severity
from art28.checking.playbooks.judging import judged_by, position
from art28.checking.playbooks.model import InvalidPlaybook, Playbook, Position
from art28.checking.playbooks.reading import failed_tests, read_playbook, shipped, shipped_playbook
from core.checking.agreements import agreement_read_in

_ON = date(2026, 1, 1)
_BREACH = """playbook: ours
rules:
  - id: breach-deadline
    title: {nl: Snel gemeld, en: Reported fast}
    fact: breach.deadline
    required: at most P7D
    preferred: at most PT24H
    acceptable: at most PT48H
    walk_away: at least P30D
    silent: required_lacking
    fallback: {nl: "Binnen 24 uur.", en: "Within 24 hours."}
"""
_AGREEMENT = """Verwerkersovereenkomst

Artikel 1. Datalekken
1.1 Verwerker meldt een datalek binnen {limit} na ontdekking aan Verwerkingsverantwoordelijke.
"""


def _ours(text: str = _BREACH) -> Playbook:
    return read_playbook(text, source="ours.yaml")


def _judged(limit: str, playbook: Playbook) -> tuple[Finding, ...]:
    agreement = agreement_read_in(_AGREEMENT.format(limit=limit))
    return judged_by(playbook, agreement, check(agreement).verdicts, language="nl", on=_ON)


@pytest.mark.parametrize(
    ("given", "stands"),
    [
        ("PT24H", Position.PREFERRED),
        ("PT36H", Position.ACCEPTABLE),
        ("PT72H", Position.BELOW),
        ("P8D", Position.REQUIRED_LACKING),
        ("P31D", Position.WALK_AWAY),
        (None, Position.REQUIRED_LACKING),
    ],
)
def test_a_fact_stands_at_the_first_position_that_holds(given: str | None, stands: Position) -> None:
    assert position(_ours().rules[0], given, on=_ON) is stands


def test_a_finding_cites_the_fact_and_carries_the_wording_to_ask_for() -> None:
    (finding,) = _judged("36 uur", _ours())
    assert (finding.id, finding.kind, finding.severity) == (
        "playbook.ours.breach-deadline",
        Kind.PLAYBOOK,
        Severity.LOW,
    )
    assert "36 uur" in finding.citations[0].text
    assert finding.fallback["nl"] == "Binnen 24 uur."
    assert said(finding.message, "nl").startswith("Snel gemeld: aanvaardbaar")


def test_what_is_preferred_is_no_finding() -> None:
    assert _judged("24 uur", _ours()) == ()


def test_a_rule_over_a_requirement_cites_its_verdict() -> None:
    playbook = _ours(
        "playbook: ours\nrules:\n  - id: audit\n    title: Audits\n    requirement: h_audit_and_inspection\n"
        "    required: [met, restated_only]\n"
    )
    (finding,) = _judged("24 uur", playbook)
    assert (finding.severity, finding.requirement) == (Severity.HIGH, "h_audit_and_inspection")
    assert "ontbreekt" in said(finding.message, "nl")


def test_places_are_within_a_region_or_not() -> None:
    rule = _ours(
        "playbook: ours\nrules:\n  - id: places\n    title: Places\n    fact: subprocessors.list\n    preferred: within EEA\n"
    ).rules[0]
    here: tuple[Record, ...] = ({"name": "A", "processing_in": ("NL", "EU")},)
    there: tuple[Record, ...] = ({"name": "A", "processing_in": ("NL",)}, {"name": "B", "processing_in": ("US",)})
    assert position(rule, here, on=_ON) is Position.PREFERRED
    assert position(rule, there, on=_ON) is Position.BELOW


@pytest.mark.parametrize("name", shipped())
def test_a_playbook_that_is_shipped_passes_its_own_tests(name: str) -> None:
    playbook = shipped_playbook(name)
    assert playbook.tests
    assert tuple(failed_tests(playbook, on=_ON)) == ()
    assert all(rule.title["nl"] and rule.title["en"] for rule in playbook.rules)


def test_a_test_that_fails_says_its_line_and_both_positions() -> None:
    text = (
        _BREACH
        + "tests:\n  - name: slow\n    facts: {breach.deadline: PT72H}\n    expect: {breach-deadline: preferred}\n"
    )
    (failed,) = failed_tests(_ours(text), on=_ON)
    assert str(failed) == "line 13: slow: breach-deadline is below, not preferred"


@pytest.mark.parametrize(
    ("broken", "line", "says"),
    [
        (_BREACH.replace("breach.deadline", "breach.deadlin"), 5, "no such fact as breach.deadlin"),
        (_BREACH.replace("at most PT24H", "at most 24 hours"), 7, "`24 hours` is no period: write it as in PT24H"),
        (_BREACH.replace("preferred:", "prefered:"), 7, "no such key as prefered"),
        (_BREACH.replace("silent: required_lacking", "silent: never"), 10, "no such position as never: choose from"),
        (_BREACH.replace("    fact: breach.deadline\n", ""), 3, "names neither a fact nor a requirement"),
        (_BREACH.replace("fact: breach.deadline", "fact: term.lasts"), 6, "needs a period or an amount"),
        (_BREACH.replace("    title: {nl: Snel gemeld, en: Reported fast}\n", ""), 3, "a title is missing"),
        ("playbook: ours\nrules:\n  - id: a\n    title: b: c\n", 4, "mind the indentation"),
        ("playbook: ours\nrules: none\n", 2, "rules is a list: start each with a dash"),
        ("- a list", 1, "a playbook is written as keys with values: start with `playbook:`"),
        ("", 1, "a playbook is written as keys with values"),
    ],
)
def test_a_faulty_playbook_is_told_by_line_what_is_wrong_and_what_to_do(broken: str, line: int, says: str) -> None:
    with pytest.raises(InvalidPlaybook) as caught:
        _ours(broken)
    assert any(problem.line == line and says in str(problem) for problem in caught.value.problems)
    assert all(said(problem.message, "nl") != said(problem.message, "en") for problem in caught.value.problems)
    assert str(caught.value).startswith("ours.yaml, line ")


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InvalidPlaybook) as caught:
        _ours(_BREACH.replace("at most PT24H", "at most soon").replace("at most PT48H", "at most later"))
    assert len(caught.value.problems) == 2


def test_two_rules_of_one_name_are_refused() -> None:
    twice = _BREACH + _BREACH.split("rules:\n")[1]
    with pytest.raises(InvalidPlaybook, match="two rules are called breach-deadline"):
        _ours(twice)
