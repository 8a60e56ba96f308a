"""`art28 read` names the standard model that an agreement follows."""

import json
from pathlib import Path

import pytest

from art28.cli.main import main
from core.standards.texts import made_on, model


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "clauses.txt"
    path.write_text(made_on(model("scc-2021-915"), "en", without=("5",)).flow.document.text, encoding="utf-8")
    return path


def test_json_names_the_model_with_evidence_and_deviations(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file), "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    found, text = read["model"], file.read_text(encoding="utf-8")
    assert (found["id"], found["relation"], found["sureness"]) == ("scc-2021-915", "follows", "certain")
    assert found["missing"] == [{"number": "5", "title": "Docking clause"}]
    quotes = [quote for each in found["evidence"] for quote in each["quotes"]]
    assert all(text[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert read["incorporated"] == []


def test_the_table_names_the_model(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("STANDARD MODEL")
    assert lines[at + 1].startswith("  follows: The Commission's standard contractual clauses between controllers")
    assert lines[at + 2] == "    not found: 5"
