"""No pattern of the core tries all ways to divide a line, so that no document can keep it from coming to an end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from core import patterns

ROOT = Path(__file__).resolve().parents[2]
READ = (
    "samples/text/01-telecom-cloud.txt", "samples/text/05-hosting-en.txt", "samples/text/06-ziekenhuis-papier.txt",
    "tests/agreements/de-t2.txt", "tests/agreements/fr-t2.pdf", "tests/agreements/nl-l1.txt",
)  # fmt: skip


@pytest.mark.timeout(600)
def test_every_pattern_comes_to_an_end_on_lines_of_few_characters() -> None:
    command = [sys.executable, str(ROOT / "tests" / "core" / "patterns.py"), *(str(ROOT / name) for name in READ)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[-2]) > 3000


def test_one_that_does_not_is_found() -> None:
    source = r"(?:[A-Z]\w+ ?)+;"
    assert list(patterns.endless({(source, 0): re.compile(source), ("a", 0): re.compile("a")})) == [source]
