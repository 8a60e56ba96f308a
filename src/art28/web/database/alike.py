"""Rows that differ in a few columns only -> their table: what they share is spelled once, the rest goes straight in.

For tens of thousands of rows, `bulk.create` spends most of its time on making instances and on spelling the same values over
and over. Here a row is its own values and what it shares with others.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model, UUIDField

from art28.web.database.bulk import prepared

Shared = tuple[Any, ...] | str
"""What rows share, ready for the database: parameters for SQLite, the end of a line of COPY for PostgreSQL."""

Own = Sequence[Any]
"""A row's own values: identifiers and JSON as text, as `Cast` to text reads them; bytes as bytes."""


class Alike:
    """Rows of `model` that differ in the columns `own`."""

    def __init__(self, model: type[Model], *own: str) -> None:
        fields: dict[str, Field[Any, Any]] = {field.attname: field for field in model._meta.concrete_fields}
        self._model = model
        self._own = tuple(fields.pop(name) for name in own)
        self._shared = tuple(fields.values())

    def shared(self, row: Model) -> Shared:
        """What other rows have in common with `row`: all but their own columns."""
        connection = self._connection()
        if connection.vendor == "postgresql":
            return "".join(f"\t{_spelled(field, getattr(row, field.attname))}" for field in self._shared) + "\n"
        return tuple(prepared(field, connection)(getattr(row, field.attname)) for field in self._shared)

    def write(self, rows: Iterable[tuple[Own, Shared]]) -> int:
        """Insert new rows within the caller's transaction, however many; returns how many.

        Raises `django.db.IntegrityError` as a single insert does, and then writes nothing.
        """
        connection = self._connection()
        names = connection.ops.quote_name
        into = names(self._model._meta.db_table)
        columns = ", ".join(names(str(field.column)) for field in (*self._own, *self._shared))
        if connection.vendor == "postgresql":
            return self._copy(connection, f"COPY {into} ({columns}) FROM STDIN", rows)
        places = ", ".join(["?"] * (len(self._own) + len(self._shared)))
        statement = f"INSERT INTO {into} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own tables
        return _insert(connection, statement, rows)

    def _connection(self) -> BaseDatabaseWrapper:
        return connections[router.db_for_write(self._model)]

    def _copy(self, connection: BaseDatabaseWrapper, statement: str, rows: Iterable[tuple[Own, Shared]]) -> int:
        count, lines = 0, self._lines(rows)
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
            while block := list(islice(lines, _BLOCK)):
                copy.write("".join(block))
                count += len(block)
        return count

    def _lines(self, rows: Iterable[tuple[Own, Shared]]) -> Iterator[str]:
        ready = tuple(_as_line if _is_plain(field) else _hex if _is_bytes(field) else _escaped for field in self._own)
        if all(each is _as_line for each in ready):
            return ("\t".join(own) + str(shared) for own, shared in rows)
        return (
            "\t".join([spell(value) for spell, value in zip(ready, own, strict=True)]) + str(shared)
            for own, shared in rows
        )


_BLOCK = 500


def _insert(connection: BaseDatabaseWrapper, statement: str, rows: Iterable[tuple[Own, Shared]]) -> int:
    with connection.wrap_database_errors, connection.cursor() as cursor:
        # Past Django's cursor, which would make each value's place anew; nothing here is a statement's text.
        done = cursor.connection.cursor().executemany(statement, ((*own, *shared) for own, shared in rows))
        return max(int(done.rowcount), 0)


def _is_plain(field: "Field[Any, Any]") -> bool:
    return isinstance(field.target_field if isinstance(field, ForeignKey) else field, UUIDField)


def _is_bytes(field: "Field[Any, Any]") -> bool:
    return isinstance(field, BinaryField)


def _as_line(value: str) -> str:
    return value


def _hex(value: bytes) -> str:
    return f"\\\\x{value.hex()}"


def _escaped(value: str) -> str:
    """Text as a line of COPY holds it."""
    if "\\" in value:
        value = value.replace("\\", "\\\\")
    return value if value.isprintable() else value.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _spelled(field: "Field[Any, Any]", value: Any) -> str:
    """A value as a line of COPY holds it."""
    match value:
        case None:
            return "\\N"
        case _ if isinstance(field, JSONField):
            return _escaped(json.dumps(value))
        case bool():
            return "t" if value else "f"
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return value.hex
        case bytes():
            return _hex(value)
        case _:
            return _escaped(str(value))
