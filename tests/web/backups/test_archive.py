"""The one file: written whole or not at all, and read back only as it was written."""

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from art28.web.backups import archive
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Chain, Held
from web.backups.trail import rewritten
from web.people import NOW

HELD = Held(
    migrations=("audit.0001_initial",),
    chains=(Chain(UUID(int=1), "voorbeeld", 3, "a" * 64, 1),),
    erasures=(),
    is_filled=True,
)
DATA = bytes(range(256)) * 4096


def written(target: Path, chunks: Iterator[bytes] | None = None) -> Path:
    archive.write(
        target, chunks or iter((DATA,)), database="sqlite", art28="0.1.0", held=HELD, made_at=NOW, erasures=b"[]"
    )
    return target


def read(path: Path) -> bytes:
    with archive.opened(path) as backup:
        return b"".join(backup.copy())


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = written(tmp_path / "backup.zip")
    with archive.opened(path) as backup:
        assert (backup.manifest.chains, backup.manifest.made_at) == (HELD.chains, NOW)
        assert b"".join(backup.copy()) == DATA


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    assert stat.S_IMODE(written(tmp_path / "backup.zip").stat().st_mode) == 0o600


def test_a_copy_that_breaks_off_leaves_the_earlier_backup_and_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path / "backup.zip")
    before = path.read_bytes()

    def breaking_off() -> Iterator[bytes]:
        yield b"half"
        raise RefusedBackup("pg_dump failed")

    with pytest.raises(RefusedBackup, match="pg_dump failed"):
        written(path, breaking_off())
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("backup.zip", before)]


def test_a_full_disk_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    def full() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(RefusedBackup, match="it can't be written: No space left on device"):
        written(tmp_path / "backup.zip", full())
    assert list(tmp_path.iterdir()) == []


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes((data[middle] ^ 0xFF,)) + data[middle + 1 :]


@pytest.mark.parametrize("damage", [_cut, _flipped, lambda _: b"", lambda _: b"%PDF-1.7"])
def test_damage_is_refused(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = written(tmp_path / "backup.zip")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(RefusedBackup, match=r"backup\.zip: "):
        read(path)


def _another_hash(manifest: dict[str, Any]) -> None:
    manifest["sha256"] = "0" * 64


def _another_size(manifest: dict[str, Any]) -> None:
    manifest["size"] -= 1


@pytest.mark.parametrize("change", [_another_hash, _another_size])
def test_a_copy_that_its_manifest_does_not_describe_is_refused(
    change: Callable[[dict[str, Any]], None], tmp_path: Path
) -> None:
    path = rewritten(written(tmp_path / "backup.zip"), tmp_path / "changed.zip", change)
    with pytest.raises(RefusedBackup, match="not the copy that the manifest describes"):
        read(path)


def _another_format(manifest: dict[str, Any]) -> None:
    manifest["format"] = "art28-backup/99"


def _no_migrations(manifest: dict[str, Any]) -> None:
    del manifest["migrations"]


def _another_database(manifest: dict[str, Any]) -> None:
    manifest["database"] = "../../etc/passwd"


def _no_zone(manifest: dict[str, Any]) -> None:
    manifest["made_at"] = "2026-11-22T01:10:00"


@pytest.mark.parametrize("change", [_another_format, _no_migrations, _another_database, _no_zone])
def test_a_manifest_that_is_none_is_refused(change: Callable[[dict[str, Any]], None], tmp_path: Path) -> None:
    path = rewritten(written(tmp_path / "backup.zip"), tmp_path / "changed.zip", change)
    with pytest.raises(RefusedBackup, match="no backup that art28 made"):
        read(path)


def test_a_backup_without_its_copy_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "backup.zip")
    with zipfile.ZipFile(path) as pack:
        manifest = json.loads(pack.read("manifest.json"))
    with zipfile.ZipFile(path, "w") as pack:
        pack.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(RefusedBackup, match="damaged"):
        read(path)
