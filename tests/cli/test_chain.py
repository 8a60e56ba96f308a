"""`art28 chain`: a directory of agreements as a table, as JSON and as a page."""

import json
from pathlib import Path

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
