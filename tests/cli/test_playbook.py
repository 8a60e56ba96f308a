"""`art28 playbook`, and `art28 check` with a playbook or a profile: what an agreement is held against besides the law."""

import json
from pathlib import Path

import pytest

from art28.cli.main import main

_RULES = """playbook: ours
rules:
  - id: breach-deadline
    title: {nl: Snel gemeld, en: Reported fast}
    fact: breach.deadline
    preferred: at most PT12H
    walk_away: at least PT20H
    fallback: {nl: "Binnen 12 uur.", en: "Within 12 hours."}
tests:
  - name: slow
    facts: {breach.deadline: PT24H}
    expect: {breach-deadline: walk_away}
"""
_AGREEMENT = """Verwerkersovereenkomst

Artikel 1. Datalekken
1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(_RULES, encoding="utf-8")
    return path


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "agreement.txt"
    path.write_text(_AGREEMENT, encoding="utf-8")
    return path


def test_a_playbook_is_tested(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", str(rules)]) == 0
    assert "1 rules, 1 tests, 0 wrong" in capsys.readouterr().out


def test_a_test_that_does_not_come_out_ends_with_one(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules.write_text(_RULES.replace("breach-deadline: walk_away", "breach-deadline: preferred"), encoding="utf-8")
    assert main(["playbook", str(rules)]) == 1
    assert "line 10: slow: breach-deadline is walk_away, not preferred" in capsys.readouterr().out


def test_a_faulty_playbook_is_one_line_on_stderr(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules.write_text(_RULES.replace("at most PT12H", "at most noon"), encoding="utf-8")
    assert main(["playbook", str(rules)]) == 2
    error = capsys.readouterr().err
    assert "line 6: `noon` is no period" in error
    assert error.count("\n") == 1


def test_a_playbook_that_is_not_there_names_those_that_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", str(tmp_path / "none.yaml")]) == 2
    assert "cautious-controller" in capsys.readouterr().err


def test_the_playbooks_that_come_with_art28_are_named_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook"]) == 0
    assert capsys.readouterr().out.split() == ["cautious-controller", "provider", "public-body"]
    assert main(["playbook", "--show", "provider"]) == 0
    assert "playbook: provider" in capsys.readouterr().out


def test_an_agreement_is_held_against_a_playbook(
    rules: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(agreement), "--playbook", str(rules), "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    (own,) = [finding for finding in findings if finding["kind"] == "playbook"]
    assert (own["id"], own["severity"]) == ("playbook.ours.breach-deadline", "high")
    assert own["proposal"] == {"nl": "Binnen 12 uur.", "en": "Within 12 hours."}
    assert own["citations"]


def test_the_table_shows_the_wording_to_ask_for(
    rules: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(agreement), "--playbook", str(rules)])
    shown = capsys.readouterr().out
    assert "Snel gemeld: hier hoort u op te stappen" in shown
    assert "Vraag: Binnen 12 uur." in shown


def test_what_a_playbook_refuses_counts_for_the_exit_code(agreement: Path, rules: Path) -> None:
    assert main(["check", str(agreement), "--playbook", str(rules), "--fail-on", "high"]) == 1


def test_a_profile_adds_its_packs(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(agreement), "--profile", "edpb", "--format", "json"]) == 0
    packs = json.loads(capsys.readouterr().out)["packs"]
    assert packs["edpb"]["breach_hours"]["status"] == "met"
    assert packs["edpb"]["breach_hours"]["citations"]


def test_the_default_profile_adds_none(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(agreement), "--format", "json"])
    assert "packs" not in json.loads(capsys.readouterr().out)


def test_the_table_shows_what_a_pack_asks(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(agreement), "--profile", "clauses", "--language", "en"])
    assert "The Commission's clauses (2021/915)" in capsys.readouterr().out


def test_a_profile_that_does_not_exist_names_those_that_do(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(agreement), "--profile", "none"]) == 2
    assert "choose from gdpr, edpb, clauses, research, dutch-practice, lenient, full" in capsys.readouterr().err
