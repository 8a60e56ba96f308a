"""`art28 text` prints the text that offsets refer to, byte for byte, or one line that says what to do."""

from pathlib import Path

import pytest

from art28.cli.main import main


def test_a_text_file_comes_out_as_it_went_in(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    source = "Artikel 1. Begrippen\r\n\r\n1.1 Cliënten – en hun „mantelzorgers“.\n".encode()
    file = tmp_path / "overeenkomst.txt"
    file.write_bytes(source)
    assert main(["text", str(file)]) == 0
    assert capfdbinary.readouterr().out == source


@pytest.mark.parametrize(("content", "says"), [(b"", "is empty"), (b"MZ\x90\x00\x00", "Windows program")])
def test_what_is_no_document_ends_with_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    file = tmp_path / "overeenkomst.pdf"
    file.write_bytes(content)
    assert main(["text", str(file)]) == 2
    written = capfd.readouterr()
    assert written.out == ""
    assert says in written.err
    assert written.err.count("\n") == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(tmp_path / "weg.pdf")]) == 2
    assert "weg.pdf" in capfd.readouterr().err


def test_the_structure_comes_out_as_a_tree_with_its_references(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "overeenkomst.txt"
    file.write_text(
        "Verwerkersovereenkomst\n\nArtikel 1. Duur\n\n1.1 Zie artikel 2.1 en bijlage 7.\n\nArtikel 2. Slot\n\n"
        "2.1 Nederlands recht.\n",
        encoding="utf-8",
    )
    assert main(["text", str(file), "--structure"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "preamble: Verwerkersovereenkomst",
        "article 1: Artikel 1. Duur",
        "  paragraph 1.1: 1.1 Zie artikel 2.1 en bijlage 7.  → 2.1, bijlage 7 ?",
        "article 2: Artikel 2. Slot",
        "  paragraph 2.1: 2.1 Nederlands recht.",
    ]
