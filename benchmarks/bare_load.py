"""A bare bulk load of rows that were written, into the same tables with indexes and guards: beside it benchmarks stand."""

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model

from art28.web.database import triggers

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """The seconds that `work` took, and what it gave."""
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done


def again(written: Sequence[type[Model]]) -> float:
    """Load the rows of all tables once more, as they stand, into the emptied tables; returns the seconds that took."""
    return _by_copy(written) if connection.vendor == "postgresql" else _by_executemany(written)


def _by_copy(written: Sequence[type[Model]]) -> float:
    tables = [model._meta.db_table for model in written]
    with connection.cursor() as cursor, tempfile.TemporaryDirectory() as folder:
        for table in tables:
            with (Path(folder) / table).open("wb") as file, cursor.copy(f"COPY {table} TO STDOUT") as out:
                for block in out:
                    file.write(block)
        cursor.execute(f"TRUNCATE {', '.join(tables)} CASCADE")
        cursor.execute("CHECKPOINT")

        def load() -> None:
            with transaction.atomic():
                for table in tables:
                    with (Path(folder) / table).open("rb") as file, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                        while block := file.read(1 << 20):
                            copy.write(block)

        return timed(load)[0]


def _by_executemany(written: Sequence[type[Model]]) -> float:
    kept: dict[str, list[tuple[object, ...]]] = {}
    with connection.cursor() as cursor:
        for model in written:
            kept[model._meta.db_table] = cursor.execute(f"SELECT * FROM {model._meta.db_table}").fetchall()  # noqa: S608
        triggers.drop("default")
        cursor.execute("PRAGMA foreign_keys=OFF")
        for table in kept:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        triggers.install("default")
        cursor.execute("PRAGMA foreign_keys=ON")

    def load() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in kept.items():
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608

    return timed(load)[0]
