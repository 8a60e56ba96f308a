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
