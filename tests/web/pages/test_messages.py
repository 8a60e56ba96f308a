"""Every string has Dutch, and what gettext loads is what the catalogue says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_no_dutch_string_is_missing_or_behind() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/messages.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_placeholders_are_the_same_in_dutch() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import messages
    finally:
        sys.path.pop(0)
    import re

    entries, _ = messages.read(messages.CATALOGUE)
    for (single, plural), translation in entries.items():
        wanted = set(re.findall(r"%\(\w+\)s|\{\w+\}|%[sd]", plural or single))
        for text in translation:
            assert set(re.findall(r"%\(\w+\)s|\{\w+\}|%[sd]", text)) <= wanted, single
