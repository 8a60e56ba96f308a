"""`art28 migrate`, `demo` and `serve` as a user runs them."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A machine of each test's own: local mode, an empty data folder, SQLite."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ART28_", "DATABASE_URL"))}
    return {**kept, "ART28_DATA_DIR": str(tmp_path / "data")}


def art28(environment: dict[str, str], *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "art28.cli.main", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.minutes
def test_from_nothing_to_a_page(environment: dict[str, str]) -> None:
    behind = art28(environment, "serve", "--port", str(free_port()))
    assert behind.returncode == 2
    assert behind.stderr == "art28: the database is behind this version: run `art28 migrate` first\n"
    assert art28(environment, "migrate").returncode == 0
    made = ("demo", "--customers", "1")
    first, second = art28(environment, *made), art28(environment, *made)
    assert first.returncode == 0, first.stderr
    assert _without_clock(first.stdout) == _without_clock(second.stdout)
    assert "binnen 24 uur" in first.stdout
    password = (Path(environment["ART28_DATA_DIR"]) / "demo.password").read_text(encoding="ascii")
    assert f"anouk@dijkvaart.example and the password {password}" in first.stdout
    assert_serves(environment)


def free_port() -> int:
    """A port on which nothing listened just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def assert_serves(environment: dict[str, str]) -> None:
    port = free_port()
    command = [sys.executable, "-m", "art28.cli.main", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            assert server.stdout.readline() == f"art28 is on http://127.0.0.1:{port}  (stop with Ctrl-C)\n"
            page = eventually(f"http://127.0.0.1:{port}/account/login/")
            assert 'name="login"' in page
            sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
            assert "@font-face" in eventually(f"http://127.0.0.1:{port}{sheet}")
        finally:
            server.send_signal(signal.SIGTERM)


def eventually(address: str) -> str:
    """The page at `address`, once the server answers."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
                found: bytes = answer.read()
                return found.decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")


def test_the_demonstration_names_what_it_needs(environment: dict[str, str], tmp_path: Path) -> None:
    done = art28(environment, "demo", str(tmp_path))
    assert done.returncode == 2
    assert "holds no samples" in done.stderr


def test_the_demonstration_wants_the_tables_first(environment: dict[str, str]) -> None:
    done = art28(environment, "demo")
    assert done.returncode == 2
    assert done.stderr == "art28: the database is behind this version: run `art28 migrate` first\n"


@pytest.mark.parametrize("arguments", [("--port", "0"), ("--port", "70000"), ("--workers", "0")])
def test_serve_refuses_nonsense(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    done = art28(environment, "serve", *arguments)
    assert done.returncode == 2
    assert done.stderr == "art28: --port is 1 to 65535 and --workers at least 1\n"


def _without_clock(printed: str) -> str:
    """What was printed, but for what is left of running clocks: that goes on between two commands."""
    return re.sub(r"(nog \d+ \w+(?: \d+ \w+)?|morgen om \d\d:\d\d|tot en met morgen) *", "", printed)
