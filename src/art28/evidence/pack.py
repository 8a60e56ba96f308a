"""A sealed chain with its contents -> an evidence pack: one zip that an outsider can check offline.

Streams: memory stays flat however long the chain is. The same chain gives the same bytes.
"""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import IO

from art28.evidence.canonical import Json, canonical
from art28.evidence.chain import EMPTY, FORMAT, Head, Record, body

_MADE = (1980, 1, 1, 0, 0, 0)  # a zip carries a time for each file; a fixed one keeps the bytes the same
_ENCLOSED = ("FORMAT.md", "FORMAAT.md", "verify.py")


@dataclass(frozen=True, slots=True)
class Content:
    """What an act's commitment covers: `content` under `key`, or both None and the `erased` ground or why it is `withheld`.

    What is withheld is not shown in this pack and stays bound by its commitment; it can be shown later.
    """

    act: str
    key: bytes | None
    content: Json
    erased: str | None = None
    withheld: str | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that a content names by its hash: a document as uploaded, a message as sent."""

    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that lies in the pack beside the evidence, part by part; the manifest lists it with its SHA-256."""

    name: str
    parts: Iterable[bytes]


def write_pack(
    target: IO[bytes],
    *,
    organisation: str,
    records: Iterable[Record],
    contents: Iterable[Content],
    enclosures: Iterable[Enclosure],
    beside: Iterable[Beside] = (),
) -> Head:
    """Write the pack to `target` and return its head. `contents` holds one entry for each record's act, in any order."""
    head = EMPTY
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        listed = {each.name: _written(pack, each) for each in beside}
        for name in _ENCLOSED:
            pack.writestr(_entry(name), files("art28.evidence").joinpath(name).read_bytes())
        with pack.open(_entry("chain.jsonl"), "w", force_zip64=True) as stream:
            for record in records:
                stream.write(canonical({"record": body(record.number, record.act), "hash": record.hash}) + b"\n")
                head = Head(record.number, record.hash)
        with pack.open(_entry("contents.jsonl"), "w", force_zip64=True) as stream:
            for content in contents:
                stream.write(canonical(_content(content)) + b"\n")
        for enclosure in enclosures:
            pack.writestr(_entry(f"files/{enclosure.sha256}"), enclosure.data)
        manifest: dict[str, Json] = {"format": FORMAT, "organisation": organisation}
        manifest |= {"count": head.count, "head": head.hash}
        if listed:
            manifest["beside"] = listed
        pack.writestr(_entry("manifest.json"), canonical(manifest))
    return head


def _written(pack: zipfile.ZipFile, each: Beside) -> str:
    """Write a file as its parts come; returns its SHA-256."""
    digest = sha256()
    with pack.open(_entry(each.name), "w", force_zip64=True) as stream:
        for part in each.parts:
            digest.update(part)
            stream.write(part)
    return digest.hexdigest()


def _content(content: Content) -> Json:
    if content.withheld is not None:
        return {"id": content.act, "withheld": content.withheld}
    if content.key is None:
        return {"id": content.act, "erased": content.erased}
    return {"id": content.act, "key": content.key.hex(), "content": content.content}


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MADE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
