"""A file that can't be read is refused in one line that says why; the others of its batch are unharmed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from art28.cli.main import COMMANDS, main
from cli.badfiles import BAD, GOOD, written

BATCHES = [name for name in ("read", "check") if name in COMMANDS]


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("bad"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def around(good: Path, bad: list[Path]) -> Iterator[str]:
    """The good file in the midst of bad ones."""
    yield from map(str, (*bad[:4], good, *bad[4:]))


def assert_refused(errors: str, files: list[Path]) -> None:
    """Each file has one line of its own, in order, with what is wrong with it."""
    lines = errors.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [["art28", file.name] for file in files]
    assert [file.name for file, line in zip(files, lines, strict=True) if BAD[file.name][1] not in line] == []


@pytest.mark.parametrize("name", BAD)
def test_text_refuses_what_is_no_readable_document(
    name: str, bad: list[Path], capfd: pytest.CaptureFixture[str]
) -> None:
    file = next(path for path in bad if path.name == name)
    assert main(["text", str(file)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert_refused(said.err, [file])


@pytest.mark.parametrize("name", ["encrypted.pdf", "bomb.docx"])
def test_duties_refuses_what_is_no_readable_document(
    name: str, bad: list[Path], capfd: pytest.CaptureFixture[str]
) -> None:
    file = next(path for path in bad if path.name == name)
    assert main(["duties", str(file)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert_refused(said.err, [file])


@pytest.mark.parametrize("command", BATCHES)
def test_a_good_file_among_bad_ones_is_printed(
    command: str, good: Path, bad: list[Path], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *around(good, bad)]) == 2
    said = capfd.readouterr()
    assert_refused(said.err, bad)
    assert said.out.startswith(f"== {good} ==\n")
    assert said.out.count("\n== ") == 0


@pytest.mark.parametrize("command", BATCHES)
def test_only_the_good_file_of_a_batch_is_written(
    command: str, good: Path, bad: list[Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *around(good, bad), "--out", str(tmp_path / "out")]) == 2
    assert capfd.readouterr().out == ""
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["goed.json"]
    assert json.loads((tmp_path / "out" / "goed.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", BATCHES)
def test_a_file_with_bad_neighbours_gives_what_it_gives_alone(
    command: str, good: Path, bad: list[Path], tmp_path: Path
) -> None:
    main([command, *around(good, bad), "--out", str(tmp_path / "among")])
    main([command, str(good), "--out", str(tmp_path / "alone")])
    assert (tmp_path / "among" / "goed.json").read_bytes() == (tmp_path / "alone" / "goed.json").read_bytes()


@pytest.mark.parametrize("command", BATCHES)
def test_two_files_of_one_name_are_refused_before_anything_is_written(
    command: str, good: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / "goed.md"
    twin.write_text(GOOD, encoding="utf-8")
    assert main([command, str(good), str(twin), "--out", str(tmp_path / "out")]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", BATCHES)
def test_a_file_in_place_of_the_folder_to_write_to_is_left_alone(
    command: str, good: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("mine")
    assert main([command, str(good), "--out", str(tmp_path / "out")]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize(("threshold", "code"), [((), 0), (("--fail-on", "low"), 1)])
def test_findings_end_with_one_only_where_that_was_asked(
    threshold: tuple[str, ...], code: int, good: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(good), *threshold]) == code


def test_a_bad_file_weighs_more_than_a_finding(good: Path, bad: list[Path], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(good), str(bad[0]), "--fail-on", "low"]) == 2


INVOICE = (
    "Factuur 2026-118\nDijkvaart Diensten B.V., Kade 4, 8011 AA Zwolle\n"
    "Voor het hosten van uw website in februari: EUR 250,00. Wij verzoeken u binnen 14 dagen te betalen.\n"
)


@pytest.mark.parametrize(
    ("command", "doubt"),
    [("read", "check that this is the agreement itself"), ("check", "of dit de overeenkomst zelf is")],
)
def test_a_text_that_is_no_processor_agreement_is_said_to_be_none_before_all_else(
    command: str, doubt: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invoice = tmp_path / "factuur.txt"
    invoice.write_text(INVOICE, encoding="utf-8")
    assert main([command, str(invoice)]) == 0
    assert doubt in capsys.readouterr().out.splitlines()[0]
    assert main([command, str(good)]) == 0
    assert doubt not in capsys.readouterr().out
