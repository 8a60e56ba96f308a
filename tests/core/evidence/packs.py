"""Evidence packs for tests: written by the code under test, altered as an attacker or an accident would."""

import io
import zipfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from art28.evidence.canonical import commitment
from art28.evidence.chain import EMPTY, Act, Head, sealed
from art28.evidence.pack import Content, Enclosure, write_pack

FILE = b"the message as sent"


def act(
    number: int, *, kind: str = "breach.recorded", subject: str = "breach:7", text: str = ""
) -> tuple[Act, Content]:
    """An act and its content; every act but the first says something of its own."""
    key = bytes([number % 256]) * 32
    content = {"text": text or f"content {number}", "message_sha256": sha256(FILE).hexdigest()}
    made = Act(
        f"act-{number}", f"2026-11-22T02:{number % 60:02}:00.000000Z", "user:1", kind, subject, commitment(content, key)
    )
    return made, Content(made.id, key, content)


def pack_of(acts: Sequence[tuple[Act, Content]], path: Path) -> Head:
    """Write the pack of `acts` to `path`."""
    with path.open("wb") as target:
        return write_pack(
            target,
            organisation="Voorbeeld ICT",
            records=sealed((made for made, _ in acts), after=EMPTY),
            contents=(content for _, content in acts),
            enclosures=[Enclosure(sha256(FILE).hexdigest(), FILE)],
        )


def altered(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of the pack in which the file `name` reads as `change` makes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            after.writestr(entry.filename, change(data) if entry.filename == name else data)
    target = path.with_name("altered.zip")
    target.write_bytes(out.getvalue())
    return target


def lines(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    """A change of a file's lines as a change of its bytes."""
    return lambda data: b"\n".join(change(data.splitlines())) + b"\n"
