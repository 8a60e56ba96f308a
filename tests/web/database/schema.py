"""Makes the tables of an empty database by migrations or at once, and prints them: `python schema.py migrations|fresh`."""

import json
import os
import re
import sys
from functools import cache

import django

_SQLITE = "SELECT type, tbl_name, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL"
_POSTGRESQL = """
SELECT 'column', table_name, column_name,
       concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default, is_identity, collation_name)
FROM information_schema.columns WHERE table_schema = current_schema()
UNION ALL
SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND conrelid <> 0
UNION ALL
SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
UNION ALL
SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
"""


def parts(sql: str) -> list[str]:
    """What stands between the brackets of CREATE TABLE, in an order of its own: columns may stand in another."""
    inner = sql[sql.index("(") + 1 : sql.rindex(")")]
    found, depth, begun = [], 0, 0
    for at, sign in enumerate(inner):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            found.append(inner[begun:at])
            begun = at + 1
    return sorted(re.sub(r"\s+", " ", each).strip() for each in (*found, inner[begun:]))


def tables() -> list[list[object]]:
    """Every table, index, constraint and trigger with its definition."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)
        rows = [list(row) for row in cursor.fetchall()]
    for row in rows:
        if row[0] == "table":
            row[3] = parts(row[3])
    return sorted(rows, key=str)


def rendering_no_more_than_shapes_tables() -> None:
    """Have migrations make only the model anew that they alter, not all around it; none for an index or a constraint.

    Nearly all models hang together by their organisation, so that each step would cost half a second. What is executed is
    made of the model itself and of the tables that it points to, which stay the same. Where a migration runs Python, all
    models are made anew before (`is_delayed`).
    """
    from django.apps import apps
    from django.db.migrations.state import ProjectState

    def appended(self: ProjectState, app: str, name: str, option: str, added: object) -> None:
        options = self.models[app, name].options
        options[option] = [*options.get(option, []), added]
        if "apps" in self.__dict__:
            setattr(self.apps.get_model(app, name)._meta, option, list(options[option]))

    def alone(self: ProjectState, app: str, name: str, delay: object = None) -> set[tuple[str, str]]:
        self.is_delayed = True
        return {(app, name)}

    ProjectState._append_option = appended  # type: ignore[attr-defined]
    ProjectState._find_reload_model = alone  # type: ignore[attr-defined]
    # Asked for every foreign key of every model as it was at each step, by going through all models as they are.
    apps.get_swappable_settings_name = cache(apps.get_swappable_settings_name)  # type: ignore[method-assign]


def main(way: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "art28.web.settings"
    django.setup()
    from django.core.management import call_command
    from django.db.migrations.recorder import MigrationRecorder

    from art28.web.database import fresh

    rendering_no_more_than_shapes_tables()
    if way == "fresh":
        assert fresh.create()
    call_command("migrate", interactive=False, verbosity=0)
    from django.db import connection

    applied = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    json.dump({"tables": tables(), "applied": applied}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
