"""`art28 read`: tables and JSON of facts, several files at once, and what a bad file does to them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from art28.cli.main import main
from office import tracked

AGREEMENT = """Verwerkersovereenkomst

Kade Noord B.V. (hierna: Verwerkingsverantwoordelijke) en Rekenhuis Zuid B.V. (hierna: Verwerker) komen overeen:

Artikel 1. Slot

1.1 Verwerker meldt een datalek binnen 24 uur na ontdekking aan Verwerkingsverantwoordelijke.

1.2 Op deze Verwerkersovereenkomst is Nederlands recht van toepassing.

1.3 Bij strijd met de Hoofdovereenkomst prevaleert deze Verwerkersovereenkomst.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "kade.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def test_a_table_names_facts_and_passages(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(agreement)]) == 0
    printed = capsys.readouterr().out
    assert "PARTIES" in printed
    assert "Rekenhuis Zuid B.V." in printed
    assert "Dutch law" in printed
    assert max(len(line) for line in printed.splitlines()) <= 160


def test_facts_hold_values_and_verbatim_quotes(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(agreement), "--format", "facts"]) == 0
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert facts["law.governing"]["value"] == "NL"
    (quote,) = facts["law.governing"]["quotes"]
    assert set(quote) == {"text", "page", "start", "end"}
    assert AGREEMENT[quote["start"] : quote["end"]] == quote["text"]


def test_json_adds_clause_rule_and_questions(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(agreement), "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["facts"]["term.precedence"]["provision"] == "1.3"
    assert read["facts"]["term.precedence"]["rule"]
    assert read["language"] == "nl"
    assert read["questions"] == []


def test_json_holds_the_changes_and_comments_beside_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kade.docx"
    path.write_bytes(tracked(AGREEMENT, old="24 uur", new="36 uur", comment="Ruimer?"))
    assert main(["read", str(path), "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["facts"]["breach.deadline"]["value"] == "PT36H"
    document = read["document"]
    assert [(change["kind"], change["text"]) for change in document["changes"]] == [
        ("deleted", "24 uur"),
        ("inserted", "36 uur"),
    ]
    assert [(comment["author"], comment["text"]) for comment in document["comments"]] == [("P. Smit", "Ruimer?")]
    assert {note["code"] for note in document["notes"]} == {"tracked_changes", "comments"}


def test_out_writes_a_file_each(agreement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = tmp_path / "haven.txt"
    second.write_text(AGREEMENT, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["read", str(agreement), str(second), "--format", "facts", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in out.iterdir()) == ["haven.json", "kade.json"]
    assert json.loads((out / "kade.json").read_text(encoding="utf-8"))["facts"]["law.governing"]["value"] == "NL"


def test_a_bad_file_is_named_and_the_others_are_read(
    agreement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert main(["read", str(empty), str(tmp_path / "absent.txt"), str(agreement)]) == 2
    printed = capsys.readouterr()
    assert len(printed.err.strip().splitlines()) == 2
    assert "empty.txt" in printed.err
    assert "absent.txt" in printed.err
    assert "Rekenhuis Zuid B.V." in printed.out


def test_one_fact_is_explained_in_full(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(agreement), "--explain", "law.governing"]) == 0
    printed = capsys.readouterr().out
    assert "law-governing" in printed
    assert "Op deze Verwerkersovereenkomst is Nederlands recht van toepassing." in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["--explain", "no.such.fact"],
        ["--out", "/dev/null/nowhere"],
    ],
)
def test_bad_usage_is_one_line(agreement: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(agreement), *arguments]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_two_files_of_one_name_are_refused_with_out(
    agreement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "kade.txt").write_text(AGREEMENT, encoding="utf-8")
    assert main(["read", str(agreement), str(other / "kade.txt"), "--out", str(tmp_path / "out")]) == 2
    assert "kade" in capsys.readouterr().err


def test_an_explanation_names_rule_passages_and_what_was_passed_over(
    agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(agreement), "--explain", "breach.deadline"]) == 0
    printed = capsys.readouterr().out
    assert 'breach.deadline = "PT24H"   (rule breach-deadline)' in printed
    assert "Verwerker meldt een datalek binnen 24 uur" in printed
    assert main(["read", str(agreement), "--explain", "liability.cap"]) == 0
    assert "the document does not settle it" in capsys.readouterr().out


def test_many_files_come_out_in_order_and_a_bad_one_stops_none(
    agreement: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"kade-{number:02}.txt" for number in range(11)]
    for number, path in enumerate(files):
        path.write_text(AGREEMENT.replace("24 uur", f"{number + 20} uur"), encoding="utf-8")
    files[4].write_bytes(b"%PDF-1.7 broken")
    assert main(["read", *map(str, files), "--format", "facts"]) == 2
    captured = capsys.readouterr()
    titles = [line for line in captured.out.splitlines() if line.startswith("== ")]
    assert titles == [f"== {path} ==" for path in files if path is not files[4]]
    assert '"PT20H"' in captured.out
    assert '"PT30H"' in captured.out
    assert "kade-04.txt" in captured.err


def test_what_one_process_worked_out_of_patterns_the_next_finds(agreement: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    environment = {**os.environ, "ART28_CACHE_DIR": str(folder)}

    def read() -> tuple[str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "art28.cli.main", "read", "--format", "json", str(agreement)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout, done.stderr

    first = read()
    (kept,) = folder.iterdir()
    before = kept.read_bytes()
    assert read() == first
    assert kept.read_bytes() == before
    kept.write_bytes(before[:-1])
    assert read() == first
    assert len(kept.read_bytes()) == len(before)
