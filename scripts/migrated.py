"""An empty database as `art28 migrate` leaves it, for tests and benchmarks: copied where these migrations ran here before.

Migrating from nothing takes half a minute, and tests do it for each of their databases; a copy takes a second or two. The
copies lie in `.make/`, named by a fingerprint of every installed migration, so that a changed migration makes a new one.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from art28.web.database import triggers

_FOLDER = Path(__file__).resolve().parent.parent / ".make"
_KEPT = 6


def migrate() -> None:
    """What `art28 migrate` does to the database of the settings; copied where it is empty and a copy is at hand."""
    if connection.introspection.table_names() or not _copied_by_us():
        call_command("migrate", verbosity=0, interactive=False)
        return
    with _alone():
        found = _place(connection.vendor)
        if found.exists():
            _lay(found)
        else:
            call_command("migrate", verbosity=0, interactive=False)
            _keep(found)
    connection.close()


def lay(path: Path) -> None:
    """Put an SQLite file at `path` as `art28 migrate` makes it."""
    with _alone():
        found = _place("sqlite")
        if not found.exists():
            made = found.with_suffix(".made")
            here = {**os.environ, "DATABASE_URL": f"sqlite:///{made}", "ART28_DATA_DIR": str(path.parent)}
            subprocess.run(
                [sys.executable, "-m", "art28.cli.main", "migrate"], env=here, capture_output=True, check=True
            )
            made.rename(found)
        shutil.copyfile(found, path)


def _copied_by_us() -> bool:
    return connection.vendor == "sqlite" or (connection.vendor == "postgresql" and shutil.which("pg_dump") is not None)


def _keep(place: Path) -> None:
    made = place.with_suffix(".made")
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as source,
            closing(sqlite3.connect(made)) as target,
        ):
            source.backup(target)
    else:
        _run("pg_dump", "--no-owner", "--file", str(made))
    made.rename(place)
    for old in sorted(_FOLDER.glob("migrated-*"), key=lambda each: each.stat().st_mtime)[:-_KEPT]:
        old.unlink()


def _lay(place: Path) -> None:
    connection.close()
    if connection.vendor == "sqlite":
        shutil.copyfile(place, str(connection.settings_dict["NAME"]))
    else:
        _run(
            "psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--output", "/dev/null", "--file", str(place)
        )


def _run(program: str, *arguments: str) -> None:
    told = connection.settings_dict
    where = [
        f"--host={told['HOST']}",
        f"--port={told['PORT']}",
        f"--username={told['USER']}",
        f"--dbname={told['NAME']}",
    ]
    done = subprocess.run([program, *where, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()}")


@contextmanager
def _alone() -> Iterator[None]:
    """One process makes the copy while the others wait for it."""
    _FOLDER.mkdir(exist_ok=True)
    with (_FOLDER / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _place(vendor: str) -> Path:
    return _FOLDER / f"migrated-{_fingerprint(vendor)}"


@cache
def _fingerprint(vendor: str) -> str:
    """Of every migration there is, and of the guards that are made after them."""
    found = hashlib.sha256(vendor.encode())
    for config in sorted(apps.get_app_configs(), key=lambda each: each.label):
        for path in sorted(Path(config.path).glob("migrations/*.py")):
            found.update(f"{config.label}/{path.name}\0".encode() + path.read_bytes())
    found.update(repr(triggers.declared()).encode())
    return found.hexdigest()[:24]
