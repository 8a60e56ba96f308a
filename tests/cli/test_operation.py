"""`docs/operation.md` names every setting that art28 reads, and no other."""

import re
from pathlib import Path

import art28

SOURCE = Path(art28.__file__).parent
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operation.md"


def test_every_setting_is_described_and_none_that_is_not_read() -> None:
    read = {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r'"(ART28_[A-Z_0-9]+|DATABASE_URL)"', path.read_text(encoding="utf-8"))
    }
    table = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    described = {
        name for line in table for name in re.findall(r"`(ART28_[A-Z_0-9]+|DATABASE_URL)`", line.split("|")[1])
    }
    assert described == read
