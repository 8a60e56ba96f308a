"""A copy of a database <-> one zip: the copy, a manifest that says what it is, and the erasures known when it was made.

The zip is written beside its name, read back and compared, and only then given its name. Whoever reads it needs no art28:
`manifest.json` names the copy and its SHA-256, and the copy is a SQLite file or a dump for `pg_restore`.
"""

import collections
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from art28.evidence.canonical import instant
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Chain, Held

FORMAT = "art28-backup/1"
MANIFEST = "manifest.json"
ERASURES = "erasures.json"
COPIES = {"sqlite": "art28.sqlite3", "postgresql": "art28.pgdump"}
"""What the copy is called, by kind of database."""
CHUNK = 1 << 20
_OWNER_ONLY = 0o600
_DAMAGE = (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError, KeyError, OSError)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `database` is "sqlite" or "postgresql"; `art28` the version that made it."""

    art28: str
    database: str
    made_at: datetime
    migrations: tuple[str, ...]
    chains: tuple[Chain, ...]
    size: int
    sha256: str

    @property
    def copy(self) -> str:
        """The name of the copy within the zip."""
        return COPIES[self.database]


def as_json(manifest: Manifest) -> bytes:
    """The manifest as it stands in the zip."""
    record = {
        "format": FORMAT,
        "art28": manifest.art28,
        "database": manifest.database,
        "made_at": instant(manifest.made_at),
        "migrations": manifest.migrations,
        "organisations": [
            {
                "id": str(chain.organisation),
                "slug": chain.slug,
                "count": chain.count,
                "head": chain.head,
                "waiting": chain.waiting,
            }
            for chain in manifest.chains
        ],
        "file": manifest.copy,
        "size": manifest.size,
        "sha256": manifest.sha256,
    }
    return json.dumps(record, indent=2, ensure_ascii=False).encode() + b"\n"


def from_json(data: bytes) -> Manifest:
    """The manifest of a zip; raises ValueError for anything else than one of this format."""
    record = json.loads(data)
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise ValueError("no manifest of " + FORMAT)
    try:
        return Manifest(
            art28=str(record["art28"]),
            database=_known(record["database"]),
            made_at=_aware(record["made_at"]),
            migrations=tuple(map(str, record["migrations"])),
            chains=tuple(
                Chain(UUID(row["id"]), row["slug"], int(row["count"]), row["head"], int(row["waiting"]))
                for row in record["organisations"]
            ),
            size=int(record["size"]),
            sha256=str(record["sha256"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the manifest lacks {error}") from error


def write(
    target: Path,
    chunks: Iterable[bytes],
    *,
    database: str,
    art28: str,
    held: Held,
    made_at: datetime,
    erasures: bytes,
) -> Manifest:
    """Write the zip at `target` from the bytes of a copy and what it holds.

    Raises RefusedBackup, leaving whatever stood at `target` as it was.
    """
    if target.exists() and not is_backup(target):
        raise RefusedBackup(f"{target}: there is a file there that is no backup; name another, or move it away")
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "w+b") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as pack:
                compression = zipfile.ZIP_DEFLATED if database == "sqlite" else zipfile.ZIP_STORED
                digest, size = hashlib.sha256(), 0
                with pack.open(_entry(COPIES[database], made_at, compression), "w", force_zip64=True) as member:
                    for chunk in chunks:
                        digest.update(chunk)
                        size += len(chunk)
                        member.write(chunk)
                manifest = Manifest(art28, database, made_at, held.migrations, held.chains, size, digest.hexdigest())
                pack.writestr(_entry(ERASURES, made_at), erasures)
                pack.writestr(_entry(MANIFEST, made_at), as_json(manifest))
            stream.flush()
            os.fsync(stream.fileno())
        with opened(part) as written:
            collections.deque(written.copy(), maxlen=0)
        part.replace(target)
    except OSError as error:
        raise RefusedBackup(f"{target}: it can't be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


class Backup:
    """An open backup: its manifest, and its bytes as they are asked for."""

    def __init__(self, path: Path, pack: zipfile.ZipFile, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest
        self._pack = pack

    def copy(self) -> Iterator[bytes]:
        """The copy's bytes; raises RefusedBackup, at the latest behind the last, where they are not those it was made of."""
        digest, size = hashlib.sha256(), 0
        for chunk in self._member():
            digest.update(chunk)
            size += len(chunk)
            if size > self.manifest.size:
                break
            yield chunk
        if (size, digest.hexdigest()) != (self.manifest.size, self.manifest.sha256):
            raise RefusedBackup(
                f"{self.path}: {self.manifest.copy} is not the copy that the manifest describes; take another backup"
            )

    def erasures(self) -> bytes:
        """The list of erasures that were known when it was made."""
        try:
            return self._pack.read(ERASURES)
        except _DAMAGE as error:
            raise RefusedBackup(f"{self.path}: its list of erasures can't be read: {error}") from error

    def _member(self) -> Iterator[bytes]:
        try:
            with self._pack.open(self.manifest.copy) as member:
                yield from in_chunks(member)
        except _DAMAGE as error:
            raise RefusedBackup(f"{self.path}: it is damaged: {error}; take another backup") from error


@contextmanager
def opened(path: Path) -> Iterator[Backup]:
    """The backup at `path`; raises RefusedBackup for what is none, or is damaged."""
    try:
        pack = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise RefusedBackup(f"{path}: there is no such file") from error
    except _DAMAGE as error:
        raise RefusedBackup(f"{path}: this is no backup that art28 made: {error}") from error
    with pack:
        try:
            manifest = from_json(pack.read(MANIFEST))
        except (*_DAMAGE, ValueError) as error:
            raise RefusedBackup(f"{path}: this is no backup that art28 made: {error}") from error
        yield Backup(path, pack, manifest)


def is_backup(path: Path) -> bool:
    """Whether the file is a backup, whole or not."""
    try:
        with zipfile.ZipFile(path) as pack:
            from_json(pack.read(MANIFEST))
    except (*_DAMAGE, ValueError):
        return False
    return True


def in_chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """A stream's bytes, a mebibyte at a time."""
    return iter(lambda: stream.read(CHUNK), b"")


def _entry(name: str, made_at: datetime, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    entry.compress_type = compression
    entry.external_attr = _OWNER_ONLY << 16
    return entry


def _known(database: object) -> str:
    if database not in COPIES:
        raise ValueError(f"the manifest names a database {database!r}")
    return str(database)


def _aware(value: object) -> datetime:
    found = datetime.fromisoformat(str(value))
    if found.tzinfo is None:
        raise ValueError("made_at has no zone")
    return found
