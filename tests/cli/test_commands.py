"""What holds for every command: help on each option, exit codes, one line on stderr, and a quick start."""

import argparse
import json
import os
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from art28 import __version__
from art28.cli.main import COMMANDS, main, parser

HEAVY = ("django", "lxml", "pypdfium2", "holidays", "markdown_it", "granian", "art28.web", "art28.pipeline")


def options_of(command: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.Action]]:
    """Every option and argument of a command and of the commands under it."""
    for action in command._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from options_of(inner, f"{name} {word}")
        else:
            yield f"{name} {'/'.join(action.option_strings) or action.metavar}", action


def python(code: str) -> subprocess.CompletedProcess[str]:
    """What a fresh interpreter makes of `code`."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_every_option_has_help() -> None:
    assert [name for name, action in options_of(parser(), "art28") if not action.help] == []


def test_no_help_is_given_twice_within_a_command() -> None:
    seen = [(name.rpartition(" ")[0], action.help) for name, action in options_of(parser(), "art28")]
    assert [each for each in seen if seen.count(each) > 1] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_says_what_a_command_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: art28 {name}")


def test_the_list_of_commands_names_each_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("    ") and line.split()}
    assert listed >= set(COMMANDS)


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out.strip()) == (0, f"art28 {__version__}")


def test_help_imports_neither_django_nor_any_reader() -> None:
    done = python(
        "import sys\n"
        "from art28.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('HEAVY', sorted(name for name in {HEAVY!r} if name in sys.modules))"
    )
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_a_limit_is_counted_without_django() -> None:
    done = python(
        "import sys\n"
        "from art28.cli.main import main\n"
        "main('limit --from 2026-11-10T14:20+01:00 --period PT72H --regime eu'.split())\n"
        "print('django' in sys.modules)"
    )
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize(
    "line", ["", "unknown", "text", "limit --regime eu", "check --fail-on all x", "serve --port no"]
)
def test_wrong_usage_ends_with_two_and_one_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("art28: ")
    assert written.err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "text /nowhere/x.pdf",
        "read /nowhere/x.pdf",
        "check /nowhere/x.pdf",
        "duties /nowhere/x.pdf",
        "limit --from yesterday --period P1D --regime eu",
        "evidence verify /nowhere/pack.zip",
        "serve --host nowhere.invalid",
    ],
)
def test_bad_input_ends_with_two_and_one_line(line: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    written = capfd.readouterr()
    assert written.out == ""
    assert written.err.count("\n") == 1


def test_a_port_that_another_program_shares_readily_is_not_served_beside_it(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        if hasattr(socket, "SO_REUSEPORT"):
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    written = capfd.readouterr()
    assert written.out == ""
    assert f"at port {port}: another program listens there; stop it, or choose another with --port" in written.err


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(tmp_path)]) == 2
    assert capfd.readouterr().err.startswith(f"art28: {tmp_path}: it is a folder: name the files in it")


def test_an_evidence_pack_with_a_fault_ends_with_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    manifest = {"format": "art28-evidence/1", "organisation": "Voorbeeld", "count": 1, "head": "0" * 64}
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        pack.writestr("manifest.json", json.dumps(manifest))
        pack.writestr("chain.jsonl", "")
        pack.writestr("contents.jsonl", "")
    assert main(["evidence", "verify", str(tmp_path / "pack.zip")]) == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_listening_is_no_error(unbuffered: str) -> None:
    read_from, written_to = subprocess.PIPE, subprocess.PIPE
    command = [
        sys.executable,
        "-m",
        "art28.cli.main",
        "limit",
        "--from",
        "2026-11-10",
        "--period",
        "P1Y",
        "--regime",
        "eu",
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}  # empty: as most people's machines have it
    with subprocess.Popen(command, stdout=read_from, stderr=written_to, env=environment) as process:
        if process.stdout is not None:
            process.stdout.close()
        said = process.stderr.read() if process.stderr is not None else b""
    assert (process.returncode, said) == (0, b"")
