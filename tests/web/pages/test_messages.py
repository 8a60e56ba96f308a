"""Every string has Dutch, and what gettext loads is what the catalogue says."""

import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "scripts" / "messages.py"
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}|%[sd]")


def test_no_dutch_string_is_missing_or_behind() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_placeholders_are_those_of_the_english() -> None:
    spec = spec_from_file_location("messages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    messages = module_from_spec(spec)
    spec.loader.exec_module(messages)
    entries, _ = messages.read(messages.CATALOGUE)
    assert entries
    for (single, plural), translation in entries.items():
        wanted = set(PLACE.findall(plural or single))
        for text in translation:
            assert set(PLACE.findall(text)) <= wanted, single
