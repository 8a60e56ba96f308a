"""Expressions in SQL that both databases carry out, each in its own words."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, TextField, Value


class Hex(Func):
    """An identifier's column as 32 hexadecimal digits: read so, tens of thousands cost no objects."""

    arity = 1
    output_field = TextField()
    template = "CAST(%(expressions)s AS text)"

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """PostgreSQL writes its identifiers with hyphens."""
        return self.as_sql(compiler, connection, template="replace((%(expressions)s)::text, '-', '')", **context)


class Checked(Func):
    """A column that is compared, and by which no row is looked for.

    SQLite guesses that one organisation has few rows, and would go through all of them rather than look up the ones whose
    keys are given; the unary plus tells it not to. PostgreSQL counts, and needs no telling.
    """

    arity = 1
    template = "+%(expressions)s"

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """The column as it is."""
        return self.as_sql(compiler, connection, template="%(expressions)s", **context)


class Among(Func):
    """Whether a column is one of many identifiers, given as one text: a list costs Django more than the search does."""

    output_field = BooleanField()
    arg_joiner = " IN (SELECT value FROM json_each('[\"' || replace("
    template = "%(expressions)s, ',', '\",\"') || '\"]'))"

    def __init__(self, column: str, ids: Iterable[UUID | str], **extra: Any) -> None:
        texts = (each if isinstance(each, str) else each.hex for each in ids)
        super().__init__(F(column), Value(",".join(texts), output_field=TextField()), **extra)

    def as_postgresql(self, compiler: Any, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """As an array, which the planner counts before it chooses how to search."""
        template = "%(expressions)s, ',')::uuid[])"
        return self.as_sql(compiler, connection, template=template, arg_joiner=" = ANY(string_to_array(", **context)


class OneOf(Func):
    """Whether a column is one of a few words of ours, written out.

    SQLite takes an index on some rows only where their condition stands in the query itself, not behind parameters.
    """

    output_field = BooleanField()
    template = "%(expressions)s IN (%(words)s)"

    def __init__(self, column: str, words: Iterable[str]) -> None:
        wanted = tuple(words)
        if not all(map(str.isidentifier, wanted)):
            raise ValueError(f"not words of ours: {wanted}")
        super().__init__(F(column), words=", ".join(f"'{word}'" for word in wanted))
