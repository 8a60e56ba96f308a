"""A backup -> the database in use: checked, brought up to this version, with later erasures carried out again.

Everything is done on a copy beside the database, or within a schema that can be moved back, before anybody can see it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from art28 import __version__
from art28.evidence.canonical import instant
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.backups import archive, postgresql, sqlite
from art28.web.backups.archive import Backup, Manifest
from art28.web.backups.erasures import erase_again, known
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Chain, Erasure, Held

ACT = "backup.restored"
"""The act that each restored organisation's trail holds."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back. `kept` says where the replaced database is; None where there was nothing to keep.

    `erasures_known` is false where neither a replaced database nor a list told what was erased since the backup.
    """

    manifest: Manifest
    erased_again: int
    erasures_known: bool
    kept: str | None


def restore(source: Path, *, now: datetime, replace: bool = False, lists: Iterable[Path] = ()) -> Restored:
    """Put the backup at `source` in place of the database that DATABASE_URL names; raises RefusedBackup.

    A database that holds anything is replaced only where `replace` says so. What was erased from it, and what `lists`
    name, is erased from the restored one.
    """
    named = tuple(lists)
    listed = tuple(erasure for path in named for erasure in known(path))
    with archive.opened(source) as backup:
        _check_versions(source, backup.manifest)
        into = _into_sqlite if connection.vendor == "sqlite" else _into_postgresql
        try:
            return into(backup, listed, now=now, replace=replace, told=bool(named))
        except (DatabaseError, sqlite3.Error) as error:
            why = next(iter(str(error).splitlines()), type(error).__name__)
            raise RefusedBackup(f"{source}: it was not restored and nothing was changed: {why}") from error


def _into_sqlite(backup: Backup, listed: tuple[Erasure, ...], *, now: datetime, replace: bool, told: bool) -> Restored:
    connection.close()
    database = sqlite.path_of_default()
    copied = database.with_name(f"{database.name}.restoring")
    try:
        with sqlite.alone(database) as shut:
            before = shut.held()
            _check_replaceable(str(database), before, replace=replace)
            sqlite.remove(copied)
            sqlite.new_file(copied)
            with copied.open("wb") as stream:
                for chunk in backup.copy():
                    stream.write(chunk)
            _compare(backup, sqlite.check(copied, str(backup.path)))
            with sqlite.default_at(copied):
                erased = _settle(backup.manifest, (*before.erasures, *listed), before=before.chains, now=now)
            sqlite.compact(copied)
            kept = database.with_name(f"{database.name}.replaced-{now:%Y%m%dT%H%M%SZ}") if before.is_filled else None
            if kept is not None:
                shut.keep(kept)
            shut.become(copied)
    except OSError as error:
        raise RefusedBackup(f"{database}: it can't be written: {error.strerror or error}") from error
    finally:
        sqlite.remove(copied)
    return Restored(backup.manifest, erased, before.is_filled or told, str(kept) if kept else None)


def _into_postgresql(
    backup: Backup, listed: tuple[Erasure, ...], *, now: datetime, replace: bool, told: bool
) -> Restored:
    name = f"the database {connection.settings_dict['NAME']}"
    postgresql.tool("pg_restore")
    others = postgresql.others()
    if others:
        raise RefusedBackup(
            f"{name} is in use by {others} other connection(s); stop `art28 serve` and `art28 worker` first"
        )
    before = postgresql.present()
    _check_replaceable(name, before, replace=replace)
    for _ in backup.copy():
        pass  # Read once for its hash, before anything is moved.
    kept = f"art28_replaced_{now:%Y%m%dt%H%M%Sz}"
    with postgresql.emptied(kept):
        postgresql.load(backup.copy())
        _compare(backup, postgresql.present())
        erased = _settle(backup.manifest, (*before.erasures, *listed), before=before.chains, now=now)
    if not before.is_filled:
        postgresql.drop(kept)
    return Restored(
        backup.manifest, erased, before.is_filled or told, f"the schema {kept}" if before.is_filled else None
    )


def _check_versions(source: Path, manifest: Manifest) -> None:
    """Refuse a backup of another kind of database, or of an art28 that knows more than this one."""
    if manifest.database != connection.vendor:
        raise RefusedBackup(
            f"{source}: it holds a {manifest.database} database and DATABASE_URL names a {connection.vendor} one; "
            "restore it where it came from"
        )
    found = MigrationLoader(None).disk_migrations
    squashed = (replaced for migration in found.values() for replaced in migration.replaces)
    here = {f"{app}.{name}" for app, name in (*found, *squashed)}
    newer = sorted(set(manifest.migrations) - here)
    if newer:
        raise RefusedBackup(
            f"{source}: it was made by art28 {manifest.art28}, which is newer than this one ({__version__}) or has other "
            f"parts: {newer[0]} is unknown here; install that version and restore again"
        )


def _check_replaceable(name: str, before: Held, *, replace: bool) -> None:
    if before.is_filled and not replace:
        raise RefusedBackup(
            f"{name} is not empty; to put the backup in its place, and keep what is there beside it, say --replace"
        )


def _compare(backup: Backup, found: Held) -> None:
    """Refuse a copy that holds something else than its manifest says."""
    if found.migrations != backup.manifest.migrations or found.chains != backup.manifest.chains:
        raise RefusedBackup(
            f"{backup.path}: the copy's migrations or heads of evidence are not those of its manifest; take another backup"
        )


def _settle(manifest: Manifest, erasures: Iterable[Erasure], *, before: Iterable[Chain], now: datetime) -> int:
    """Bring the restored database up to this version and to what was erased since; returns how many contents were.

    Nobody stays signed in: a session that was ended since the backup must not come back to life.
    """
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    replaced = {chain.organisation: chain for chain in before}
    with transaction.atomic():
        Session.objects.all().delete()
        cache.clear()
        erased = erase_again(erasures, now=now)
        for organisation in Organisation.objects.order_by("id"):
            _record(organisation, manifest, replaced, erased=erased.get(organisation.id, 0), now=now)
    return sum(erased.values())


def _record(
    organisation: Organisation, manifest: Manifest, replaced: dict[UUID, Chain], *, erased: int, now: datetime
) -> None:
    chain = replaced.get(organisation.id)
    record(
        organisation=organisation,
        actor=SYSTEM,
        kind=ACT,
        subject=organisation,
        at=now,
        content={
            "art28": manifest.art28,
            "made_at": instant(manifest.made_at),
            "copy": manifest.sha256,
            "erased_again": erased,
            "replaced_head": chain.head if chain else None,
            "replaced_count": chain.count if chain else None,
        },
    )
