"""`docs/operation.md` names every setting that art28 reads, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path

import art28

SOURCE = Path(art28.__file__).parent
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operation.md"


def test_every_setting_is_described_and_none_that_is_not_read() -> None:
    table = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    described = {
        name for line in table for name in re.findall(r"`(ART28_[A-Z_0-9]+|DATABASE_URL)`", line.split("|")[1])
    }
    assert described == set(_read())


def _read() -> Iterator[str]:
    """Each setting that is named whole, and those that are read of every mailbox alike, behind its own name."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        alike = re.findall(r'f"\{name\}(_[A-Z_]+)"', text)
        mailboxes = re.findall(r'_mailbox\("(ART28_[A-Z_0-9]+)"\)', text)
        whole = set(re.findall(r'"(ART28_[A-Z_0-9]+|DATABASE_URL)"', text))
        yield from whole.difference(mailboxes)
        yield from (mailbox + each for mailbox in mailboxes for each in alike)
