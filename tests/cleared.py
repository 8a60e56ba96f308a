"""The database after a test that commits, as it was before it.

Django empties every table, makes content types and permissions anew, and the guards would have to be lifted meanwhile and
made again: thousands of statements a test. Here SQLite gets back the pages that it had, and PostgreSQL loses the rows of
the tables that held none.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import TransactionTestCase


@contextmanager
def clearing() -> Iterator[None]:
    """Every test that commits leaves the database as the first of them found it."""
    before: list[Pages | _Rows] = []
    set_up = TransactionTestCase._fixture_setup.__func__  # type: ignore[attr-defined]

    def keep(cls: type[TransactionTestCase]) -> None:
        if not before:
            before.append(Pages() if connection.vendor == "sqlite" else _Rows())
        set_up(cls)

    def restore(_: TransactionTestCase) -> None:
        before[0].restore()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(keep))
        patch.setattr(TransactionTestCase, "_fixture_teardown", restore)
        yield


class Pages:
    """A file of SQLite's as it is now, page by page, to be put back."""

    def __init__(self) -> None:
        connection.ensure_connection()
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(self._kept)

    def restore(self) -> None:
        """Give the database the pages that were kept."""
        connection.ensure_connection()
        self._kept.backup(connection.connection)


class _Rows:
    """Which tables hold rows."""

    def __init__(self) -> None:
        self._kept = set(self._filled())

    def restore(self) -> None:
        with connection.cursor() as cursor:
            # Guards and foreign keys, which are triggers, rest in this session: all that hangs together goes.
            cursor.execute("SET session_replication_role = replica")
            try:
                for table in self._filled():
                    if table not in self._kept:
                        cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # noqa: S608 - as above
            finally:
                cursor.execute("SET session_replication_role = DEFAULT")

    def _filled(self) -> list[str]:
        each = (
            f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(name)})"  # noqa: S608 - names of our own tables
            for name in connection.introspection.django_table_names(only_existing=True, include_views=False)
        )
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(each))
            return [name for (name,) in cursor.fetchall()]
