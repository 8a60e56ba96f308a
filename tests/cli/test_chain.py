"""`art28 chain`: a directory of agreements as a table, as JSON, as a page, as a PDF and as a workbook."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from lxml import html

from art28.cli.main import main

SAYS = """Verwerkersovereenkomst

{controller} (hierna: Verwerkingsverantwoordelijke) en {processor} (hierna: Verwerker) komen overeen:

Artikel 1. Afspraken

1.1 Verwerker meldt een datalek binnen {hours} uur na ontdekking aan Verwerkingsverantwoordelijke.

1.2 Verwerker {where} buiten de Europese Economische Ruimte.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    given = {
        "klanten/zonhof.txt": ("Stichting Zonhof", "Rekenhuis B.V.", 24, "verwerkt de persoonsgegevens niet"),
        "klanten/veendal.md": ("Gemeente <Veendal>", "Rekenhuis B.V.", 48, "verwerkt de persoonsgegevens niet"),
        "wolkenveld.txt": ("Rekenhuis B.V.", "Wolkenveld B.V.", 72, "mag de persoonsgegevens onbeperkt verwerken"),
    }
    for name, (controller, processor, hours, where) in given.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        text = SAYS.format(controller=controller, processor=processor, hours=hours, where=where)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_table_shows_gaps_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chain", str(folder), "--us", "rekenhuis bv"]) == 0
    printed = capsys.readouterr().out
    assert "2 agreements with customers, 1 with suppliers" in printed
    assert "Wolkenveld B.V.: 72 hours (1.1), 48 hours too long" in printed
    assert "promised 24 hours to Stichting Zonhof (1.1); 1 more was promised" in printed


def test_json_holds_each_promise_with_its_passage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chain", str(folder), "--us", "Rekenhuis B.V.", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    deadline = next(each for each in found["standings"] if each["key"] == "breach.deadline")
    assert (deadline["state"], deadline["slack_hours"], deadline["customers"]) == ("short", -48.0, 2)
    text = (folder / deadline["customer"]["source"]).read_text(encoding="utf-8")
    quoted = deadline["promised"]["citations"][0]
    assert text[quoted["start"] : quoted["end"]] == quoted["text"]


@pytest.mark.parametrize(
    ("language", "heading"), [("nl", "Keten van Rekenhuis B.V."), ("en", "Chain of Rekenhuis B.V.")]
)
def test_a_page_shows_the_chain_and_escapes_what_agreements_say(folder: Path, language: str, heading: str) -> None:
    target = folder / "keten.html"
    arguments = ["chain", str(folder), "--us", "Rekenhuis B.V.", "--format", "html", "--language", language]
    assert main([*arguments, "-o", str(target)]) == 0
    page = html.fromstring(target.read_text(encoding="utf-8"))
    assert page.findtext(".//h1") == heading
    assert len(page.findall(".//svg[@class='wide']//path")) == 3
    assert "Wolkenveld B.V." in html.tostring(page, encoding="unicode")
    assert not page.findall(".//veendal")
    assert "http" not in target.read_text(encoding="utf-8").replace("http-equiv", "")


def test_a_pdf_and_a_workbook_say_the_gap_in_either_language(folder: Path) -> None:
    said = {"nl": ("Meldtermijn", "48 uur te lang"), "en": ("Limit for notification", "48 hours too long")}
    for language, (what, short) in said.items():
        arguments = ["chain", str(folder), "--us", "Rekenhuis B.V.", "--language", language]
        paper, book = folder.parent / f"{language}.pdf", folder.parent / f"{language}.xlsx"
        assert main([*arguments, "--format", "pdf", "-o", str(paper)]) == 0
        document = pypdfium2.PdfDocument(paper.read_bytes())
        words = "".join(page.get_textpage().get_text_range() for page in document)
        assert "Rekenhuis B.V." in words
        assert short in words
        assert main([*arguments, "--format", "xlsx", "-o", str(book)]) == 0
        gaps = openpyxl.load_workbook(book).worksheets[0]
        rows = {str(row[0]): row for row in gaps.iter_rows(min_row=2, values_only=True)}
        assert any(key.startswith(what) and (row[1], row[5]) == ("Wolkenveld B.V.", short) for key, row in rows.items())


def test_a_paper_is_written_to_a_file_and_keeps_nothing_else(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = tmp_path_factory.mktemp("leeg")
    command = [
        sys.executable,
        "-m",
        "art28.cli.main",
        "chain",
        str(folder),
        "--us",
        "Rekenhuis B.V.",
        "--format",
        "pdf",
    ]
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ART28_", "DJANGO_"))}
    refused = subprocess.run(command, cwd=here, env=bare, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "--output" in refused.stderr
    subprocess.run([*command, "-o", "keten.pdf"], cwd=here, env=bare, capture_output=True, check=True)
    assert [path.name for path in here.iterdir()] == ["keten.pdf"]


def test_a_name_that_is_no_party_is_answered_with_the_parties(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chain", str(folder), "--us", "Nergens B.V."]) == 2
    said = capsys.readouterr().err
    assert "Rekenhuis B.V." in said
    assert "Stichting Zonhof" in said


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_held(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.7\nno")
    assert main(["chain", str(folder), "--us", "Rekenhuis B.V."]) == 2
    printed = capsys.readouterr()
    assert "stuk.pdf" in printed.err
    assert "48 hours too long" in printed.out


@pytest.mark.parametrize("make", [True, False])
def test_a_directory_without_agreements_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: bool
) -> None:
    folder = tmp_path / "leeg"
    if make:
        folder.mkdir()
    assert main(["chain", str(folder), "--us", "Rekenhuis B.V."]) == 2
    assert str(folder) in capsys.readouterr().err


LISTED = """
Artikel 2. Subverwerkers

2.1 Verwerker schakelt de volgende subverwerkers in:

| Naam | Dienst | Land |
|---|---|---|
| Nachtploeg Pvt Ltd | beheer in de nacht | India |
| Anker Hosting B.V. | hosting | Nederland |
"""


def test_who_stands_behind_a_supplier_is_named_in_every_form_with_the_passage(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    supplier = folder / "wolkenveld.txt"
    supplier.rename(folder / "wolkenveld.md")
    with (folder / "wolkenveld.md").open("a", encoding="utf-8") as file:
        file.write(LISTED)
    command = ["chain", str(folder), "--us", "Rekenhuis B.V."]
    assert main(command) == 0
    printed = capsys.readouterr().out
    behind = printed.partition("BEHIND THE SUPPLIERS\n")[2].splitlines()[:2]
    assert behind == ["  Nachtploeg Pvt Ltd (IN): Wolkenveld B.V.", "  Anker Hosting B.V. (NL): Wolkenveld B.V."]
    assert main([*command, "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["behind"]
    assert (first["name"], second["name"]) == ("Nachtploeg Pvt Ltd", "Anker Hosting B.V.")
    (through,) = first["through"]
    assert (through["service"], through["countries"], through["outside_eea"]) == ("beheer in de nacht", ["IN"], True)
    (cited,) = through["citations"]
    assert "Nachtploeg" in cited["text"]
    assert "Anker" not in cited["text"]
    target = folder / "keten.html"
    assert main([*command, "--format", "html", "--language", "nl", "-o", str(target)]) == 0
    page = html.fromstring(target.read_text(encoding="utf-8"))
    assert "Achter de leveranciers" in [heading.text for heading in page.iter("h2")]
