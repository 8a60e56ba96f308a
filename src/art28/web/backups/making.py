"""The database in use -> a backup: one moment of it, checked, in one file."""

from datetime import datetime
from pathlib import Path

from django.db import connection

from art28 import __version__
from art28.web.backups import archive, postgresql, sqlite
from art28.web.backups.archive import Manifest
from art28.web.backups.erasures import as_list
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Held


def make(target: Path, *, now: datetime, erasures: Path | None = None) -> Manifest:
    """Write a backup at `target`, and the list of erasures at `erasures` where that is wanted; raises RefusedBackup.

    Web and worker may run meanwhile. What stood at `target` is replaced only by a backup that was read back and compared.
    """
    if not target.parent.is_dir():
        raise RefusedBackup(f"{target}: there is no folder {target.parent}; make it first")
    manifest, held = (
        _from_sqlite(target, now=now) if connection.vendor == "sqlite" else _from_postgresql(target, now=now)
    )
    if erasures is not None:
        _write_list(erasures, as_list(held.erasures))
    return manifest


def _from_sqlite(target: Path, *, now: datetime) -> tuple[Manifest, Held]:
    copied = target.with_name(f"{target.name}.part.sqlite3")
    try:
        sqlite.copy(sqlite.path_of_default(), copied)
        held = _set_up(sqlite.check(copied, "the copy"))
        manifest = archive.write(
            target,
            sqlite.contents(copied),
            database="sqlite",
            art28=__version__,
            held=held,
            made_at=now,
            erasures=as_list(held.erasures),
        )
    finally:
        sqlite.remove(copied)
    return manifest, held


def _from_postgresql(target: Path, *, now: datetime) -> tuple[Manifest, Held]:
    with postgresql.dumped() as (dump, found):
        held = _set_up(found)
        manifest = archive.write(
            target,
            dump,
            database="postgresql",
            art28=__version__,
            held=held,
            made_at=now,
            erasures=as_list(held.erasures),
        )
    return manifest, held


def _set_up(held: Held) -> Held:
    if not held.migrations:
        raise RefusedBackup("the database that DATABASE_URL names holds no tables of art28; run `art28 migrate` first")
    return held


def _write_list(target: Path, data: bytes) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise RefusedBackup(
            f"{target}: the list of erasures can't be written ({error.strerror}); the backup itself is complete"
        ) from error
