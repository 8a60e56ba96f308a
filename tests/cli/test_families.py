"""`art28 families`: agreements by template and version, with their deviations; `art28 read` says what a text is known by."""

import json
from pathlib import Path

import pytest

from art28.cli.main import main
from core.families.texts import ARTICLES, OTHER_ARTICLES

HEAD = """Verwerkersovereenkomst

Versie 2.1

{}, hierna: Verwerkingsverantwoordelijke, en Rekenhuis Zuid B.V., hierna: Verwerker.

"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = []
    for name in ("Anker Wonen B.V.", "Beuk Wonen B.V.", "Duin Wonen B.V."):
        articles = "\n\n".join(ARTICLES)
        if name.startswith("Duin"):
            articles = articles.replace("binnen 24 uur", "binnen 48 uur").replace("legt de uitkomst vast", "bewaart ze")
        path = tmp_path / f"{name.split()[0]}.txt"
        path.write_text(HEAD.format(name) + articles, encoding="utf-8")
        made.append(path)
    other = tmp_path / "ander.txt"
    other.write_text(HEAD.format("Els Wonen B.V.") + "\n\n".join(OTHER_ARTICLES), encoding="utf-8")
    return [*made, other]


def test_the_table_shows_families_versions_and_deviations(
    files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["families", *map(str, files)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "FAMILY 1: Verwerkersovereenkomst (nl)"
    assert lines[1] == "  3 agreements in 1 version"
    deviating = next(at for at, line in enumerate(lines) if line.endswith("Duin.txt"))
    assert lines[deviating + 1].strip() == "2.2 changed; 3.1 filled in otherwise"
    assert lines[-2:] == ["ON A TEMPLATE OF THEIR OWN: 1", f"  {files[-1]}"]


def test_json_holds_the_words_that_differ(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["families", *map(str, files), "--format", "json"]) == 0
    family = json.loads(capsys.readouterr().out)["families"][0]
    (version,) = family["versions"]
    assert (version["label"], family["agreements"]) == ("2.1", 3)
    deviations = {each["provision"]: each for each in version["members"][-1]["deviations"]}
    assert [p["text"].strip() for p in deviations["3.1"]["pieces"] if p["change"] == "added"] == ["48"]
    assert [member["deviations"] for member in version["members"][:2]] == [[], []]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_grouped(
    files: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["families", str(files[0]), "/nergens/x.pdf", str(files[1])]) == 2
    written = capsys.readouterr()
    assert "2 agreements in 1 version" in written.out
    assert written.err.count("\n") == 1


def test_a_file_named_twice_is_read_once(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["families", str(files[0]), str(files[0])]) == 0
    assert capsys.readouterr().out.startswith("ON A TEMPLATE OF THEIR OWN: 1")


def test_read_says_what_a_text_is_recognised_by(files: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    prints = []
    for path in files[:2]:
        assert main(["read", str(path), "--format", "json"]) == 0
        prints.append(json.loads(capsys.readouterr().out)["fingerprint"])
    assert prints[0]["version"] == "1"
    assert prints[0]["sketch"] == prints[1]["sketch"]
