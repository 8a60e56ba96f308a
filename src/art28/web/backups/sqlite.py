"""One SQLite file: copied while others write to it, and written over as one transaction."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from art28.web.backups.archive import in_chunks
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Held, held

_OWNER_ONLY = 0o600
_WAIT_SECONDS = 20.0


def path_of_default() -> Path:
    """The file that DATABASE_URL names."""
    return Path(connection.settings_dict["NAME"])


def copy(database: Path, target: Path) -> None:
    """A compact copy of one moment at `target`, while others read and write; raises RefusedBackup.

    VACUUM INTO reads within one transaction, so a writer neither waits nor shows; and it writes live rows only, so that
    what was erased doesn't stay behind in free pages.
    """
    if not database.is_file():
        raise RefusedBackup(f"{database}: there is no database there; run `art28 migrate`, or check DATABASE_URL")
    try:
        remove(target)
        with closing(_open(database)) as source:
            _copy(source, target)
    except sqlite3.Error as error:
        raise RefusedBackup(f"{database}: it can't be copied: {error}") from error


def check(database: Path, name: str) -> Held:
    """What a file holds that nobody else has open, once it is found whole; raises RefusedBackup, calling it `name`."""
    try:
        with closing(_open(database)) as found:
            found.execute("PRAGMA journal_mode=DELETE")
            faults = [str(row[0]) for row in found.execute("PRAGMA integrity_check(3)")]
            if faults != ["ok"]:
                raise RefusedBackup(f"{name}: the database in it is damaged: {'; '.join(faults)}")
            orphan = found.execute("PRAGMA foreign_key_check").fetchone()
            if orphan is not None:
                raise RefusedBackup(f"{name}: a row of {orphan[0]} refers to a row of {orphan[2]} that is not there")
            return _held(found)
    except sqlite3.Error as error:
        raise RefusedBackup(f"{name}: the database in it is damaged: {error}") from error


def contents(database: Path) -> Iterator[bytes]:
    """The bytes of a file that nobody else has open."""
    with database.open("rb") as stream:
        yield from in_chunks(stream)


class Alone:
    """A database that nobody else can open meanwhile."""

    def __init__(self, database: Path, opened: sqlite3.Connection) -> None:
        self.database = database
        self._opened = opened

    def held(self) -> Held:
        """What it holds."""
        return _held(self._opened)

    def keep(self, target: Path) -> None:
        """A copy at `target`; raises FileExistsError where something stands there."""
        _copy(self._opened, target)

    def become(self, source: Path) -> None:
        """Hold what the file `source` holds, as one transaction: a crash leaves the old or the new, never both."""
        with closing(_open(source)) as new:
            new.backup(self._opened)


@contextmanager
def alone(database: Path) -> Iterator[Alone]:
    """The database, made where there is none, with everybody else shut out; raises RefusedBackup where it is in use.

    Whoever has a database open in write-ahead mode holds a lock, so leaving that mode succeeds for the last one only. The
    file is never swapped for another: a process that opened it a moment before would then write to a file without a name,
    or put its journal beside the wrong one.
    """
    made = not database.exists()
    if made:
        stray = [name for name in map(database.with_name, _journals(database)) if name.exists()]
        if stray:
            raise RefusedBackup(f"{stray[0]}: a journal without its database; move it away first")
        database.parent.mkdir(parents=True, exist_ok=True)
        new_file(database)
    try:
        with _shut(database) as opened:
            yield Alone(database, opened)
    except BaseException:
        if made:
            remove(database)
        raise


@contextmanager
def _shut(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(_open(database, wait=0)) as opened:
        try:
            opened.execute("PRAGMA journal_mode=DELETE")
            opened.execute("PRAGMA locking_mode=EXCLUSIVE")
            opened.execute("BEGIN EXCLUSIVE")
            opened.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise RefusedBackup(
                f"{database}: the database is in use ({error}); stop `art28 serve` and `art28 worker` first"
            ) from error
        except sqlite3.DatabaseError as error:
            raise RefusedBackup(
                f"{database}: it can't be read ({error}), so what was erased from it isn't known; move it away with the "
                "files beside it, and restore with --erasures"
            ) from error
        yield opened


@contextmanager
def default_at(database: Path) -> Iterator[None]:
    """Let Django's connection work on another file for a while."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(database)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def compact(database: Path) -> None:
    """Leave nothing in free pages of a file that nobody else has open, and no journal beside it."""
    with closing(_open(database)) as found:
        found.execute("PRAGMA journal_mode=DELETE")
        found.execute("VACUUM")


def remove(database: Path) -> None:
    """Remove a file and its journals, where they are."""
    for name in (database.name, *_journals(database)):
        database.with_name(name).unlink(missing_ok=True)


def new_file(path: Path) -> None:
    """An empty file that its owner alone may read; raises FileExistsError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))


def _journals(database: Path) -> tuple[str, ...]:
    return tuple(database.name + suffix for suffix in ("-wal", "-shm", "-journal"))


def _copy(source: sqlite3.Connection, target: Path) -> None:
    new_file(target)
    source.execute("VACUUM INTO ?", [str(target)])


def _held(found: sqlite3.Connection) -> Held:
    tables = frozenset(row[0] for row in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
    return held(lambda query: found.execute(query).fetchall(), tables)


def _open(database: Path, *, wait: float = _WAIT_SECONDS) -> sqlite3.Connection:
    """A connection to a file that exists, without Python's own transactions."""
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True, timeout=wait, isolation_level=None)
