"""`art28 draft`: a file with facts becomes an agreement; what is wrong in it is said in one line."""

import json
from pathlib import Path

import pytest

from art28.cli.main import main
from core.drafting.given import GIVEN, MEASURES


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "feiten.json"
    path.write_text(json.dumps({"facts": GIVEN["nl"], "measures": MEASURES["nl"]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_a_draft_is_read_back_from_the_file_that_was_written(
    data: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"concept.{form}"
    arguments = ["draft", str(data), "--template", "customer", "--language", "nl", "--format", form, "-o", str(target)]
    assert main(arguments) == 0
    assert capsys.readouterr().out == ""
    assert main(["read", str(target), "--format", "facts"]) == 0
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert facts["breach.deadline"]["value"] == "PT24H"
    assert facts["processor.name"]["value"] == "Rekenhuis B.V."


def test_what_was_read_can_be_drafted_again(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, facts, second = tmp_path / "een.md", tmp_path / "gelezen.json", tmp_path / "twee.md"
    main(["draft", str(data), "--format", "md", "-o", str(first)])
    main(["read", str(first), "--format", "facts"])
    read = json.loads(capsys.readouterr().out.split("\n", 0)[-1])
    facts.write_text(json.dumps({**read, "measures": MEASURES["nl"]}), encoding="utf-8")

    assert main(["draft", str(facts), "--format", "md", "-o", str(second)]) == 0
    assert second.read_text(encoding="utf-8") == first.read_text(encoding="utf-8")


def test_what_is_left_open_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "weinig.json"
    data.write_text('{"facts": {"processor.name": "Rekenhuis B.V."}}', encoding="utf-8")
    assert main(["draft", str(data), "-o", str(tmp_path / "concept.docx")]) == 0
    assert "controller.name" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("geen json", "no JSON"),
        ("[]", "holds no facts"),
        ('{"facts": {"breach.deadline": "snel"}}', "PT24H"),
        ('{"facts": {"nergens": true}}', "nergens"),
        ('{"facts": {}, "measures": "een"}', "list of sentences"),
    ],
)
def test_bad_input_is_refused_in_one_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    data, target = tmp_path / "feiten.json", tmp_path / "concept.docx"
    data.write_text(content, encoding="utf-8")
    assert main(["draft", str(data), "-o", str(target)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert not target.exists()


def test_a_template_that_does_not_exist_is_answered_with_those_that_do(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", str(data), "--template", "streng", "-o", str(tmp_path / "x.docx")]) == 2
    assert "balanced, provider, customer" in capsys.readouterr().err
