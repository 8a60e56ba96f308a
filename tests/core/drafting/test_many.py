"""Drafts straight from a sheet, a row for each customer: every row or none, as it was given, what stays open named."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from art28.cli.main import main
from art28.drafting import many
from art28.drafting.house.model import Refused, Wrong
from art28.drafting.house.sheet import Row
from art28.extraction.extract import extract
from art28.reading.jail import Jail

ROWS: tuple[dict[str, Any], ...] = (
    {
        "controller.name": "Stichting Zonhof", "controller.city": "Dronten", "processor.name": "Rekenhuis B.V.",
        "processing.services": "hosting; back-up", "processing.purposes": "het leveren van hosting",
        "processing.data_categories": "naam; e-mailadres", "processing.data_subjects": "cliënten",
        "breach.deadline": "36 uur", "main_agreement.reference": "Raamovereenkomst 7",
        "beveiligingsmaatregelen": "Gegevens worden versleuteld opgeslagen; Back-ups worden elk kwartaal teruggezet",
    },
    {"controller.name": "Gemeente Waterrijk", "processor.name": "Rekenhuis B.V.", "breach.early_warning": "-"},
)  # fmt: skip


def filled(rows: tuple[dict[str, Any], ...], *, template: str = "balanced", language: str = "nl") -> bytes:
    """The workbook of a template with these rows; what has no column there gets one, headed by its key."""
    book = openpyxl.load_workbook(io.BytesIO(many.workbook(many.model(template, language))))
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    headed = {blank: heading for blank, heading in many.model(template, language).headings.items() if heading in heads}
    for line, row in enumerate(rows, start=2):
        for key, value in row.items():
            heading = headed.get(key, key)
            if heading not in heads:
                heads.append(heading)
                sheet.cell(1, len(heads), heading)
            sheet.cell(line, heads.index(heading) + 1, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_each_row_is_a_draft_that_says_what_the_row_says_and_names_what_stays_open() -> None:
    asked = many.model("balanced", "nl")
    sheet = many.read(filled(ROWS), asked)
    whole, open_ = many.drafts(sheet.rows, asked)
    assert (sheet.unused, whole.blanks) == ((), ())
    assert whole.facts["breach.deadline"] == "PT36H"
    assert whole.facts["processing.services"] == ("hosting", "back-up")
    assert "Gegevens worden versleuteld opgeslagen" in str(whole.annexes)
    assert {"security.measures_described", "processing.purposes"} <= set(open_.blanks)
    assert "breach.early_warning" in whole.facts
    assert "breach.early_warning" not in open_.facts


def test_everything_wrong_in_every_row_is_told_at_once_and_nothing_is_made() -> None:
    asked = many.model("balanced", "nl")
    rows = (
        Row(2, {"breach.deadline": "gauw", "controller.name": "A"}, ""),
        Row(3, {"confidentiality.duty": "-"}, ""),
        Row(4, {"controller.name": "Goed"}, ""),
    )
    with pytest.raises(Refused) as refused:
        many.drafts(rows, asked)
    assert [(each.line, each.wrong) for each in refused.value.problems] == [(2, Wrong.MISFIT), (3, Wrong.MANDATORY)]
    with pytest.raises(Refused) as other:
        many.read(filled(ROWS, template="provider"), asked)
    assert other.value.problems[0].wrong is Wrong.OTHER_TEMPLATE


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_command_writes_an_agreement_for_each_row_or_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    sheet, out = tmp_path / "klanten.xlsx", tmp_path / "uit"
    options = ["--template", "customer", "--language", language]
    assert main(["draft", "--sheet", str(sheet), *options]) == 0
    assert openpyxl.load_workbook(sheet).worksheets[0].max_column > 15
    rows = ROWS if language == "nl" else ({"controller.name": "Zonhof", "processor.name": "Rekenhuis B.V."}, ROWS[1])
    sheet.write_bytes(filled(rows, template="customer", language=language))
    assert main(["draft", str(sheet), *options, "--format", "docx", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert "2 Gemeente Waterrijk.docx: left open:" in told
    made = sorted(out.iterdir())
    assert [each.suffix for each in made] == [".docx", ".docx"]
    with Jail() as jail:
        read = extract(jail.read(made[1].read_bytes(), name="x.docx"))
    assert read.facts["controller.name"].value == "Gemeente Waterrijk"
    sheet.write_bytes(filled(({"breach.deadline": "gauw"},), template="customer", language=language))
    assert main(["draft", str(sheet), *options, "--out", str(tmp_path / "niets")]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert not (tmp_path / "niets").exists()
