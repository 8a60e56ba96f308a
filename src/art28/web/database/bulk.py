"""Rows -> a table, however many: one COPY on PostgreSQL, one prepared INSERT on SQLite.

`bulk_create` writes the same rows, at several times the cost: it spells out every statement and prepares every value anew.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from operator import itemgetter
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
    table = _table(model, connection.alias, connection.vendor)
    values = _spelled(table, connection, rows)
    if connection.vendor == "postgresql":
        return _copy(connection, f"COPY {table.into} FROM STDIN", values)
    return _insert(connection, f"INSERT INTO {table.into} VALUES ({table.places})", values)  # noqa: S608 - our own tables


@dataclass(frozen=True, slots=True)
class _Table:
    """Into what rows of a model go, and what is done to which of their values; worked out once for each database.

    `others` are the places of columns whose values both drivers take as they are, most of the time.
    """

    into: str
    places: str
    values_of: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    spelled: tuple[tuple[int, Prepared], ...]
    json: tuple[int, ...]
    others: tuple[tuple[int, "Field[Any, Any]"], ...]


@cache
def _table(model: type[Model], alias: str, vendor: str) -> _Table:
    connection = connections[alias]
    fields: Sequence[Field[Any, Any]] = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    ready = [(place, field, _conversion(field, vendor)) for place, field in enumerate(fields)]
    return _Table(
        into=f"{connection.ops.quote_name(model._meta.db_table)} ({columns})",
        places=", ".join(["?"] * len(fields)),
        values_of=_getter([field.attname for field in fields]),
        spelled=tuple((place, spell) for place, _, spell in ready if spell not in (None, _json, _as_is)),
        json=tuple(place for place, _, spell in ready if spell is _json),
        others=tuple((place, field) for place, field, spell in ready if spell is None),
    )


def _getter(names: Sequence[str]) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    if len(names) == 1:
        return lambda values: (values[names[0]],)
    return itemgetter(*names)


def _spelled(table: _Table, connection: BaseDatabaseWrapper, rows: Iterable[Model]) -> Iterator[tuple[Any, ...]]:
    """The values of each row as the driver takes them. An instance that was made holds all of them itself."""
    spelled = (*table.spelled, *((place, _json()) for place in table.json))
    values_of, others, plain = table.values_of, table.others, _PLAIN
    for row in rows:
        values = list(values_of(vars(row)))
        for place, spell in spelled:
            values[place] = spell(values[place])
        for place, field in others:
            if type(values[place]) not in plain:
                values[place] = field.get_db_prep_save(values[place], connection)
        yield tuple(values)


def _copy(connection: BaseDatabaseWrapper, statement: str, values: Iterator[tuple[Any, ...]]) -> int:
    count = 0
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in values:
            copy.write_row(row)
            count += 1
    return count


def _insert(connection: BaseDatabaseWrapper, statement: str, values: Iterator[tuple[Any, ...]]) -> int:
    with connection.wrap_database_errors, connection.cursor() as cursor:
        # Past Django's cursor, which keeps every row until the last is written.
        done = cursor.connection.cursor().executemany(statement, values)
        return max(int(done.rowcount), 0)


def prepared(field: "Field[Any, Any]", connection: BaseDatabaseWrapper) -> Prepared:
    """How a value of `field` is handed to the driver."""
    conversion = _conversion(field, connection.vendor)
    if conversion is None:
        return lambda value: field.get_db_prep_save(value, connection) if type(value) not in _PLAIN else value
    return _json() if conversion is _json else conversion


def _conversion(field: "Field[Any, Any]", vendor: str) -> Callable[..., Any] | None:
    """What spells a value of `field`, `_json` itself where one is to be made; None where it seldom needs any."""
    on_sqlite = vendor == "sqlite"
    target = field.target_field if isinstance(field, ForeignKey) else field
    match target:
        case UUIDField():
            return _hex if on_sqlite else _as_is
        case DateTimeField():
            return _naive if on_sqlite else _as_is
        case DateField():
            return _iso if on_sqlite else _as_is
        case JSONField():
            return _json
        case BinaryField():
            return _as_is
        case _:
            return None


def _as_is(value: Any) -> Any:
    return value


_PLAIN = frozenset({str, int, bool, type(None)})
"""What both drivers take as it is; labels of choices are text of their own kind."""


def _hex(value: UUID | None) -> str | None:
    return value.hex if value is not None else None


def _naive(value: datetime | None) -> str | None:
    """An instant as SQLite keeps it: in UTC, and without saying so. Raises ValueError for one that names no zone."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("an instant without a zone is not written")
    return str(value.astimezone(UTC).replace(tzinfo=None))


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
