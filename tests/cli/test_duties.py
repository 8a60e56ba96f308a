import json
from pathlib import Path

import pytest

from art28.cli.main import main

TEXT = """Verwerkersovereenkomst

Zorginstelling De Linde, hierna: "Verwerkingsverantwoordelijke";
Dijkvaart Diensten B.V., hierna: "Verwerker";

Artikel 1. Inbreuken

1.1 Verwerker meldt een inbreuk in verband met persoonsgegevens binnen 36 uur nadat hij die heeft ontdekt aan
Verwerkingsverantwoordelijke.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "overeenkomst.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_shows_what_the_agreement_promises(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", str(file)]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "notify breach" in line)
    assert "36 hours" in line
    assert "1.1" in line


def test_json_holds_the_passage_behind_each_promise(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", str(file), "--format", "json"]) == 0
    duties = json.loads(capsys.readouterr().out)["duties"]
    notify = next(duty for duty in duties if duty["id"] == "breach.processor.notify_breach")
    assert notify["limit"]["period"] == "PT36H"
    assert all(TEXT[passage["start"] : passage["end"]] == passage["text"] for passage in notify["citations"])


def test_a_file_that_is_not_there_is_named_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", "/nergens/x.pdf"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
