"""A PostgreSQL database: dumped at one moment by `pg_dump`, put back by `pg_restore`, with the old schema kept beside it.

The password reaches the tools by their environment only: a command line can be read by everybody on the machine.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from django.db import DatabaseError, connection, transaction

from art28.web.backups.archive import in_chunks
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.held import Held, held

_ENVIRONMENT = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "connect_timeout": "PGCONNECT_TIMEOUT",
    "application_name": "PGAPPNAME",
    "options": "PGOPTIONS",
}
_LONGEST_MESSAGE = 300


def tool(name: str) -> str:
    """Where a client tool is; raises RefusedBackup where it isn't."""
    found = shutil.which(name)
    if found is None:
        raise RefusedBackup(
            f"{name} is not on this machine's PATH; install PostgreSQL's client tools, at least of the server's version"
        )
    return found


@contextmanager
def dumped() -> Iterator[tuple[Iterator[bytes], Held]]:
    """The dump of the database as it is at one moment, and what it holds at that same moment."""
    command = [tool("pg_dump"), "--format=custom", "--no-owner", "--no-acl"]
    try:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot(), current_schema()")
            snapshot, schema = cursor.fetchone()
            yield _output([*command, f"--snapshot={snapshot}", f"--schema={schema}", _name()]), present()
    except DatabaseError as error:
        raise RefusedBackup(f"{_name()}: the database can't be read: {_first_line(str(error))}") from error


def present() -> Held:
    """What the database holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        tables = frozenset(row[0] for row in cursor.fetchall())

        def rows(query: str) -> list[tuple[object, ...]]:
            cursor.execute(query)
            return list(cursor.fetchall())

        return held(rows, tables)


def others() -> int:
    """How many other connections the database has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])


@contextmanager
def emptied(kept: str) -> Iterator[None]:
    """Move what is there to the schema `kept` and give the body an empty one; where the body fails, move it back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = connection.ops.quote_name(cursor.fetchone()[0])
        aside = connection.ops.quote_name(kept)
        cursor.execute(f"ALTER SCHEMA {schema} RENAME TO {aside}")
        cursor.execute(f"CREATE SCHEMA {schema}")
    try:
        yield
    except BaseException:
        connection.close()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {schema} CASCADE")
            cursor.execute(f"ALTER SCHEMA {aside} RENAME TO {schema}")
        raise


def drop(kept: str) -> None:
    """Drop a schema that was moved aside."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {connection.ops.quote_name(kept)} CASCADE")


def load(dump: Iterable[bytes]) -> None:
    """Fill the empty schema from a dump, all or nothing; raises RefusedBackup."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    # The schema is named so that its own CREATE, which would fail, is left out.
    command = [tool("pg_restore"), "--single-transaction", "--exit-on-error", "--no-owner", "--no-acl"]
    command += [f"--schema={schema}", f"--dbname={_name()}"]
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints, env=_environment()
        )
        try:
            if process.stdin is not None:
                with process.stdin as stream:
                    for chunk in dump:
                        stream.write(chunk)
        except BrokenPipeError:
            pass  # It ended early, and says why.
        except BaseException:
            process.kill()
            raise
        finally:
            code = process.wait()
        if code:
            raise RefusedBackup(f"pg_restore failed: {_said(complaints)}")


def _output(command: list[str]) -> Iterator[bytes]:
    """What a tool writes; raises RefusedBackup, behind the last byte, where it failed."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, env=_environment()
        )
        try:
            if process.stdout is not None:
                with process.stdout as stream:
                    yield from in_chunks(stream)
        except BaseException:
            process.kill()
            raise
        finally:
            code = process.wait()
        if code:
            raise RefusedBackup(f"pg_dump failed: {_said(complaints)}")


def _environment() -> dict[str, str]:
    """Where the database is, as the client tools want it: nothing of it stands on their command line but its name."""
    settings = connection.settings_dict
    options = settings.get("OPTIONS", {})
    named = {
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"]),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        **{variable: str(options[option]) for option, variable in _ENVIRONMENT.items() if option in options},
    }
    return {**os.environ, "LC_ALL": "C", **{variable: value for variable, value in named.items() if value}}


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _said(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    return _first_line(complaints.read(64 * 1024).decode(errors="replace"))


def _first_line(text: str) -> str:
    """One line that says why; what follows it may quote data."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")[:_LONGEST_MESSAGE]
