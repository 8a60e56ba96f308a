"""Guards: rules that the database itself holds, by triggers on SQLite and PostgreSQL alike.

An app declares its guards in `guards.py` as `GUARDS`. They are dropped before a migration and made again after it, because
SQLite loses the triggers of a table that a migration rebuilds, and refuses the rebuild while another table's trigger
names it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

_PREFIX = "art28_guard_"


@dataclass(frozen=True, slots=True)
class Guard:
    """`operation` on `table` is refused where `when` holds, an expression over OLD and NEW in SQL common to both."""

    table: str
    operation: Literal["INSERT", "UPDATE", "DELETE"]
    name: str
    when: str = "TRUE"

    @property
    def trigger(self) -> str:
        """The trigger's name; both databases allow 63 characters."""
        return f"{_PREFIX}{self.table}_{self.name}"[:63]


def append_only(table: str) -> tuple[Guard, ...]:
    """Rows of `table` are never changed and never deleted."""
    return (Guard(table, "UPDATE", "no_update"), Guard(table, "DELETE", "no_delete"))


def frozen(table: str, columns: tuple[str, ...], *, name: str = "frozen") -> Guard:
    """These columns of a row stay as they were written, none of them included."""
    changed = (
        f'NEW."{column}" <> OLD."{column}" OR (NEW."{column}" IS NULL) <> (OLD."{column}" IS NULL)'
        for column in columns
    )
    return Guard(table, "UPDATE", name, " OR ".join(changed))


def unless_erased(guards: Iterable[Guard], breach_id: str) -> tuple[Guard, ...]:
    """The same guards, but for rows of an exercise that is erased; `breach_id` is the breach of a row, over OLD and NEW."""
    exercise_id = f"(SELECT gone.exercise_id FROM breaches_breach AS gone WHERE gone.id = {breach_id})"  # noqa: S608 - names of our own tables
    return unless_played_erased(guards, exercise_id)


def unless_played_erased(guards: Iterable[Guard], exercise_id: str) -> tuple[Guard, ...]:
    """The same, by the exercise itself."""
    erased = (
        "EXISTS (SELECT 1 FROM exercises_exercise AS erased"  # noqa: S608 - names of our own tables
        f" WHERE erased.id = {exercise_id} AND erased.erased_at IS NOT NULL)"
    )
    return tuple(replace(guard, when=f"({guard.when}) AND NOT {erased}") for guard in guards)


def same_organisation(table: str, column: str, parent: str) -> tuple[Guard, ...]:
    """The row of `parent` that `column` points at belongs to the row's own organisation, like a composite foreign key."""
    # By the key alone, so that no plan goes through all rows of the organisation.
    foreign = (
        f"NEW.{column} IS NOT NULL AND COALESCE((SELECT parent.organisation_id FROM {parent} AS parent"  # noqa: S608 - names of our own tables
        f" WHERE parent.id = NEW.{column}) <> NEW.organisation_id, TRUE)"
    )
    return (
        Guard(table, "INSERT", f"{column}_in", foreign),
        Guard(table, "UPDATE", f"{column}_up", foreign),
    )


def declared() -> tuple[Guard, ...]:
    """The guards of every installed app."""
    return tuple(_declared())


def _declared() -> Iterator[Guard]:
    for config in apps.get_app_configs():
        name = f"{config.name}.guards"
        if config.name.startswith("art28.") and find_spec(name):
            yield from import_module(name).GUARDS


def install(using: str) -> None:
    """Make every declared guard anew whose table exists; at no moment do others see it missing."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        drop(using)
        for guard in declared():
            if guard.table in tables:
                for statement in _statements(connection, guard):
                    cursor.execute(statement)


def drop(using: str) -> None:
    """Drop every guard, also those no longer declared."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for trigger, table in present(using):
            on_table = "" if connection.vendor == "sqlite" else f" ON {connection.ops.quote_name(table)}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {connection.ops.quote_name(trigger)}{on_table}")
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP FUNCTION IF EXISTS {connection.ops.quote_name(trigger)}()")


def present(using: str) -> tuple[tuple[str, str], ...]:
    """The guards that the database holds now: trigger and table."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        query = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    else:
        query = (
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND t.tgname LIKE %s"
        )
    with connection.cursor() as cursor:
        cursor.execute(query, [f"{_PREFIX}%"])
        return tuple((str(name), str(table)) for name, table in cursor.fetchall())


def _statements(connection: BaseDatabaseWrapper, guard: Guard) -> tuple[str, ...]:
    trigger, table = connection.ops.quote_name(guard.trigger), connection.ops.quote_name(guard.table)
    message = f"art28: {guard.table} refuses this {guard.operation} ({guard.name})"
    if connection.vendor == "sqlite":
        return (
            f"CREATE TRIGGER {trigger} BEFORE {guard.operation} ON {table} FOR EACH ROW WHEN {guard.when}"
            f" BEGIN SELECT RAISE(ABORT, '{message}'); END",
        )
    result = "OLD" if guard.operation == "DELETE" else "NEW"
    # A session keeps the plan that it made while a table was small: going through all of it, however large it has become.
    planned = " SET enable_seqscan = off" if "SELECT" in guard.when else ""
    return (
        f"CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql{planned} AS $guard$ BEGIN"
        f" IF {guard.when} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        f" RETURN {result}; END $guard$",
        f"CREATE TRIGGER {trigger} BEFORE {guard.operation} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()",
    )


def before_migration(sender: Any, using: str, plan: Any = None, **_: Any) -> None:
    """Signal: drop the guards once, where there is something to migrate."""
    if sender.name == "art28.web.database" and plan:
        drop(using)


def after_migration(sender: Any, using: str, **_: Any) -> None:
    """Signal: make the guards again once."""
    if sender.name == "art28.web.database":
        install(using)
