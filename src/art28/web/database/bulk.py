"""Rows -> a table, however many: one COPY on PostgreSQL, one prepared INSERT on SQLite.

`bulk_create` writes the same rows, at several times the cost: it spells out every statement and prepares every value anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, DateField, DateTimeField, Field, ForeignKey, JSONField, Model, UUIDField

Prepared = Callable[[Any], Any]


def create(model: type[Model], rows: Iterable[Model]) -> int:
    """Insert instances of `model` that are new, within the caller's transaction; returns how many.

    Like `bulk_create`: no signals, no `save`. Rows are taken one by one, so their number costs no memory; what yields them
    must not ask the database, whose connection is busy meanwhile. A JSON value that several rows share is spelled once.
    Raises `django.db.IntegrityError` as a single insert does, and then writes nothing.
    """
    connection = connections[router.db_for_write(model)]
    fields: Sequence[Field[Any, Any]] = model._meta.concrete_fields
    ready = tuple(prepared(field, connection) for field in fields)
    names = tuple(field.attname for field in fields)
    into = connection.ops.quote_name(model._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    values = (tuple(spell(getattr(row, name)) for name, spell in zip(names, ready, strict=True)) for row in rows)
    if connection.vendor == "postgresql":
        return _copy(connection, f"COPY {into} ({columns}) FROM STDIN", values)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {into} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own tables
    return _insert(connection, statement, values)


def _copy(connection: BaseDatabaseWrapper, statement: str, values: Iterator[tuple[Any, ...]]) -> int:
    count = 0
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in values:
            copy.write_row(row)
            count += 1
    return count


def _insert(connection: BaseDatabaseWrapper, statement: str, values: Iterator[tuple[Any, ...]]) -> int:
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)  # type: ignore[arg-type]  # the driver takes rows one by one
        return max(int(cursor.rowcount), 0)


def prepared(field: "Field[Any, Any]", connection: BaseDatabaseWrapper) -> Prepared:
    """How a value of `field` is handed to the driver."""
    on_sqlite = connection.vendor == "sqlite"
    target = field.target_field if isinstance(field, ForeignKey) else field
    match target:
        case UUIDField():
            return _hex if on_sqlite else _as_is
        case DateTimeField():
            return connection.ops.adapt_datetimefield_value if on_sqlite else _as_is
        case DateField():
            return _iso if on_sqlite else _as_is
        case JSONField():
            return _json()
        case BinaryField():
            return _as_is
        case _:
            return lambda value: field.get_db_prep_save(value, connection) if _is_special(value) else value


def _as_is(value: Any) -> Any:
    return value


def _is_special(value: Any) -> bool:
    """Whether a value is none of those that both drivers take as they are; labels of choices are text of their own kind."""
    return type(value) not in _PLAIN


_PLAIN = frozenset({str, int, bool, type(None)})


def _hex(value: UUID | None) -> str | None:
    return value.hex if value is not None else None


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value is not None else None


def _json() -> Prepared:
    """Spells JSON; a value met again is spelled once. It is held, so that no other takes its identity meanwhile."""
    spelled: dict[int, tuple[Any, str]] = {}

    def ready(value: Any) -> str | None:
        if value is None:
            return None
        known = spelled.get(id(value))
        if known is not None:
            return known[1]
        text = json.dumps(value)
        if len(spelled) >= _REMEMBERED:
            spelled.clear()
        spelled[id(value)] = (value, text)
        return text

    return ready


_REMEMBERED = 512
