"""`art28 fill`: a Word document of one's own becomes a sheet, and that sheet documents; or one clear line, and nothing."""

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from art28.cli.main import main
from core.drafting.house.forms import AGREEMENT, GIVEN, document, field, plain, run

ROWS = 3


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "sjabloon.docx"
    path.write_bytes(plain(*AGREEMENT))
    return path


def sheet(form: Path, *changes: dict[str, object]) -> Path:
    """The sheet of a template with a row for each of `changes`, by the key of the fact or the heading."""
    path = form.with_name("gegevens.xlsx")
    assert main(["fill", str(form), "--sheet", str(path)]) == 0
    book: Any = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    facts = {line[0]: line[1] for line in book.worksheets[1].iter_rows(min_row=2, values_only=True)}
    heads = [cell.value for cell in book.worksheets[0][1]]
    for change in changes:
        given = {**GIVEN, **change}
        book.worksheets[0].append([given.get(facts.get(head) or str(head)) for head in heads])
    book.save(path)
    return path


def test_each_row_becomes_a_document_that_says_it(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = sheet(form, *({"controller.name": f"Stichting Beuk {at}", "klantnummer": at} for at in range(ROWS)))
    out = tmp_path / "uit"

    assert main(["fill", str(form), str(data), "--out", str(out), "--verify"]) == 0

    names = sorted(each.name for each in out.iterdir())
    assert names == [f"{at + 1} Stichting Beuk {at}.docx" for at in range(ROWS)]
    assert capsys.readouterr().out == f"3 documents in {out}\n"
    main(["read", str(out / names[1]), "--format", "facts"])
    facts = json.loads(capsys.readouterr().out)["facts"]
    assert facts["controller.name"]["value"] == "Stichting Beuk 1"
    assert facts["breach.deadline"]["value"] == "PT24H"


def test_what_stays_open_is_named(form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = sheet(form, {"end.deadline": None})

    assert main(["fill", str(form), str(data), "--out", str(tmp_path / "uit")]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "1 Stichting Beukenhof.docx: left open: klantnummer, Termijn voor teruggave of wissing"


def test_a_fact_that_is_not_read_back_is_named(form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = sheet(form, {"processor.registration": "onbekend"})

    assert main(["fill", str(form), str(data), "--out", str(tmp_path / "uit"), "--verify"]) == 1
    assert "not read back as it went in: processor.registration" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"controller.name": None}, "Verwerkingsverantwoordelijke (naam) is required and blank"),
        ({"controller.name": "een\ntwee"}, "has a line break in it"),
        ({"klantnummer": "=A1"}, "is a formula, and none is computed here"),
        ({"breach.deadline": "2 dagen"}, "in another unit than the words behind the blank (uur)"),
    ],
)
def test_a_row_that_is_wrong_stops_all_of_them(
    form: Path, tmp_path: Path, change: dict[str, object], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    data = sheet(form, {}, change, {})

    assert main(["fill", str(form), str(data), "--out", str(tmp_path / "uit")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert "line 3: " in line
    assert "nothing was written" in line
    assert not (tmp_path / "uit").exists()


def test_a_template_that_cannot_be_filled_in_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kapot.docx"
    path.write_bytes(document(field("MERGEFIELD a", field("MERGEFIELD b", run("b")))))
    assert main(["fill", str(path), "--sheet", str(tmp_path / "x.xlsx")]) == 2
    assert "a field within a field" in capsys.readouterr().err
    path.write_bytes(plain("Niets open."))
    assert main(["fill", str(path), "--sheet", str(tmp_path / "x.xlsx")]) == 2
    assert "nothing in it is to be filled in" in capsys.readouterr().err
    path.write_text("geen Word")
    assert main(["fill", str(path), "--sheet", str(tmp_path / "x.xlsx")]) == 2
    assert capsys.readouterr().err.startswith("art28: kapot.docx: ")
    assert not (tmp_path / "x.xlsx").exists()


def test_a_directory_with_something_in_it_is_left(
    form: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = sheet(form, {})
    out = tmp_path / "uit"
    out.mkdir()
    (out / "oud.docx").write_text("oud")

    assert main(["fill", str(form), str(data), "--out", str(out)]) == 2
    assert "isn't empty" in capsys.readouterr().err
    assert [each.name for each in out.iterdir()] == ["oud.docx"]
    assert main(["fill", str(form)]) == 2
    assert main(["fill", str(form), str(data)]) == 2
