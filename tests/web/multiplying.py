"""Rows of an organisation -> many like them, written by SQLite itself, to see what a page costs when there are many.

A copy has the id of the row that it is like, with its number in front. Nothing else of it differs but what must stand once.
What is one of another's, such as a version, is copied twice: for the copies of that other, and, with another number, for
itself.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CharField, ForeignKey, IntegerField, Model, UniqueConstraint, UUIDField

from art28.web.accounts.models import OrganisationRow

KINDS = 1
"""How many different rows of a table are copied at most."""
PARTS = 4
"""How many that are of others are."""
_FIRST = UUID("a" + 31 * "0")
"""Before the ids of copies."""
Copied = dict[type[Model], list[str]]
AnyField = Any
"""A column, as Django's own types say too little of it."""


def multiplied(organisation: UUID, copies: range) -> dict[type[Model], int]:
    """Copies with these numbers of rows of every table of which there can be more; of how many rows each table has some.

    Of parts within what is copied from there are as many copies in all as of anything else.
    """
    copied: Copied = {}
    parts: set[type[Model]] = set()
    with connection.cursor() as cursor:
        for within in (False, True):
            for model in _tables():
                if within and model not in parts:
                    continue
                changes, rows = _changes(model, organisation, copied, within=within)
                if not rows:
                    continue
                some = range(copies.start, copies.start + -(-len(copies) * KINDS // len(rows))) if within else copies
                try:
                    with transaction.atomic():
                        cursor.execute(*_insertion(model, rows, changes, some, "b" if within else "a"))
                except (
                    IntegrityError
                ):  # there is one for each of another, or by its guards it has more than one reason to be
                    continue
                if any(value.startswith("printf") for value in changes.values()):
                    parts.add(model)
                copied.setdefault(model, rows)
    return {model: len(rows) for model, rows in copied.items()}


def _tables() -> Iterator[type[Model]]:
    """What belongs to an organisation, each after those that it points to."""
    left = [model for model in apps.get_models() if issubclass(model, OrganisationRow)]
    while left:
        free = [model for model in left if not {to for to in _targets(model) if to is not model} & set(left)] or left[
            :1
        ]
        yield from free
        left = [model for model in left if model not in free]


def _targets(model: type[Model]) -> set[type[Model]]:
    return {field.related_model for field in model._meta.concrete_fields if isinstance(field, ForeignKey)}


def _changes(
    model: type[Model], organisation: UUID, copied: Copied, *, within: bool
) -> tuple[dict[str, str], list[str]]:
    """What of a copy differs, by column, as SQL; and the ids of the rows to copy, none where there can't be more."""
    kind = "b" if within else "a"
    changes, most, rows = {}, KINDS, model._base_manager.filter(organisation=organisation, pk__lt=_FIRST)
    for fields in _once(model):
        if any(field.column in changes for field in fields):
            continue
        free = next((field for field in fields if _is_free(field)), None)
        through = [f for f in fields if isinstance(f, ForeignKey) and f.related_model in copied]
        if through and not (within and (free or len(through) > 1)):
            of = through[0]
        elif free is not None:
            changes[free.column] = _another(free, kind)
            continue
        elif through:
            of = through[-1]
        elif empty := next((field for field in fields if field.null), None):
            changes[empty.column] = "NULL"
            continue
        else:
            return {}, []
        most = PARTS
        rows = rows.filter(**{f"{of.name}__in": copied[of.related_model]})
        changes[of.column] = _copy_of(of.column)
    return changes, [row.hex for row in rows.order_by("pk").values_list("pk", flat=True)[:most]]


def _once(model: type[Model]) -> Iterator[Sequence[AnyField]]:
    """What stands once in a table, each as its columns, whatever its condition."""
    meta = model._meta
    for field in meta.concrete_fields:
        if field.unique and not field.primary_key:
            yield (field,)
    for constraint in meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.fields:
            yield [meta.get_field(name) for name in constraint.fields if name != "organisation"]


def _is_free(field: AnyField) -> bool:
    """Whether a copy can have another value there: a number, a name or a code, not one of a few words."""
    return not field.choices and isinstance(field, (IntegerField, CharField, UUIDField))


def _another(field: AnyField, kind: str) -> str:
    if isinstance(field, IntegerField):
        return f'"{field.column}" + 100000 * n.i + {50000 * (kind == "b")}'
    if isinstance(field, UUIDField):
        return _copy_of(field.column, kind)
    return f"""substr(printf('{kind}%d-', n.i) || "{field.column}", 1, {field.max_length})"""


def _copy_of(column: Any, kind: str = "a") -> str:
    """The id of the copy that has the same number, of what a column points to."""
    return f"""printf('{kind}%07x', n.i) || substr("{column}", 9)"""


def _insertion(
    model: type[Model], rows: list[str], changes: dict[str, str], copies: range, kind: str
) -> tuple[str, list[Any]]:
    meta = model._meta
    values = {field.column: f'"{field.column}"' for field in meta.concrete_fields} | changes
    values[meta.pk.column] = _copy_of(meta.pk.column, kind)
    among = ", ".join(["%s"] * len(rows))
    return (  # of names of tables and columns, from the models
        f"""WITH RECURSIVE n(i) AS (SELECT %s UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %s)
        INSERT INTO "{meta.db_table}" ({", ".join(f'"{column}"' for column in values)})
        SELECT {", ".join(values.values())} FROM "{meta.db_table}", n WHERE "{meta.pk.column}" IN ({among})""",  # noqa: S608 - names of tables and columns, from the models
        [copies.start, copies.stop, *rows],
    )
