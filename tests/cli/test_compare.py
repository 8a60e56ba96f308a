"""`art28 compare`: two files as a table, as JSON and as a Word file with tracked changes."""

import json
from pathlib import Path

import pytest
from lxml import etree, html

from art28.cli.main import main
from art28.reading.limits import Limits
from art28.reading.read import read_document
from core.comparing.texts import ENGLISH, NEW, OLD


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    paths = (tmp_path / "oud.txt", tmp_path / "nieuw.html")
    paths[0].write_text(OLD, encoding="utf-8")
    body = "".join(f"<p>{line}</p>" for line in NEW.split("\n\n"))
    paths[1].write_text(f"<!doctype html><html lang='nl'><body>{body}</body></html>", encoding="utf-8")
    return str(paths[0]), str(paths[1])


def test_a_table_shows_facts_first_then_clauses_then_what_was_left_out(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files]) == 0
    printed = capsys.readouterr().out
    assert printed.index("FACTS") < printed.index("CLAUSES") < printed.index("NOT COMPARED")
    shown = "Limit for notification   (better for the processor)\n      A: 24 hours  (1.1)\n      B: 48 hours  (1.1)"
    assert shown in printed
    assert "binnen [-24-] {+48+} uur" in printed
    assert max(len(line) for line in printed.splitlines()) <= 160


def test_json_holds_every_difference_with_its_passages(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    deadline = next(each for each in found["facts"] if each["key"] == "breach.deadline")
    assert (deadline["a"]["value"], deadline["b"]["value"], deadline["gains"]) == ("PT24H", "PT48H", "processor")
    quoted = deadline["a"]["citations"][0]
    assert OLD[quoted["start"] : quoted["end"]] == quoted["text"]
    assert {each["change"] for each in found["clauses"]} == {"filled_in", "changed", "added", "missing"}
    assert "layout" in {each["what"] for each in found["not_compared"]}


def test_a_word_file_holds_b_as_changes_to_a(files: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "vergelijking.docx"
    assert main(["compare", *files, "--format", "docx", "-o", str(target)]) == 0
    document = read_document(target.read_bytes(), name=target.name, limits=Limits())
    assert "binnen 48 uur" in document.text
    assert {"24"} <= {change.text.strip() for change in document.changes}
    assert any("verwerker" in comment.text for comment in document.comments)


def test_a_word_file_wants_a_name_and_one_language(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english, target = tmp_path / "english.txt", tmp_path / "uit.docx"
    english.write_text(ENGLISH, encoding="utf-8")
    assert main(["compare", *files, "--format", "docx"]) == 2
    assert main(["compare", files[0], str(english), "--format", "docx", "-o", str(target)]) == 2
    assert not target.exists()
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "-o FILE" in lines[0]
    assert "different languages" in lines[1]


def test_a_file_that_is_not_there_is_named(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", files[0], "nergens.pdf"]) == 2
    assert "nergens.pdf" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "heading", "gains", "missing"),
    [
        ("nl", "Waar ze verschillen", "gunstiger voor de verwerker", "niet in B"),
        ("en", "Where they differ", "better for the processor", "not in B"),
    ],
)
def test_a_page_shows_both_side_by_side_in_either_language(
    files: tuple[str, str], tmp_path: Path, language: str, heading: str, gains: str, missing: str
) -> None:
    target = tmp_path / "vergelijking.html"
    assert main(["compare", *files, "--format", "html", "--language", language, "-o", str(target)]) == 0
    page = html.fromstring(target.read_text(encoding="utf-8"))
    assert page.findtext(".//h1") == heading
    rows = [_words(row) for row in page.findall(".//table//tr")]
    assert any("48 uur" in row or "48 hours" in row for row in rows if gains in row)
    pairs = [[_words(side) for side in pair] for pair in page.findall(".//div[@class='pair']")]
    assert any("24 uur" in a and "48 uur" in b for a, b in pairs)
    assert any("Economische Ruimte" in a and missing in b for a, b in pairs)
    assert {"24"} <= {_words(each).strip() for each in page.findall(".//del")}
    assert {"48"} <= {_words(each).strip() for each in page.findall(".//ins")}
    assert "http" not in target.read_text(encoding="utf-8")


def test_a_page_takes_the_language_of_the_first_and_shows_what_they_say_as_text(tmp_path: Path) -> None:
    one, other, target = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.html"
    one.write_text(OLD.replace("Kade Noord B.V.", "Kade <Noord> B.V."), encoding="utf-8")
    other.write_text(NEW.replace("Midden-Nederland", "<script>Midden</script>"), encoding="utf-8")
    assert main(["compare", str(one), str(other), "--format", "html", "-o", str(target)]) == 0
    page = html.fromstring(target.read_text(encoding="utf-8"))
    assert (page.get("lang"), page.findall(".//script"), page.findall(".//noord")) == ("nl", [], [])
    assert "<script>Midden</script>" in _words(page)


def test_a_page_says_where_only_facts_could_be_compared(files: tuple[str, str], tmp_path: Path) -> None:
    english, target = tmp_path / "english.txt", tmp_path / "c.html"
    english.write_text(ENGLISH, encoding="utf-8")
    assert main(["compare", files[0], str(english), "--format", "html", "--language", "en", "-o", str(target)]) == 0
    page = html.fromstring(target.read_text(encoding="utf-8"))
    assert not page.findall(".//div[@class='pair']")
    assert "only their facts were compared (nl, en)" in _words(page)
    assert "72 hours" in _words(page)
