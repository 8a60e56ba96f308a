"""Clears away what a restoration keeps beside the database of the tests."""

from collections.abc import Iterator

import pytest
from django.db import connection

from art28.web.backups import sqlite


@pytest.fixture(autouse=True)
def _nothing_is_kept(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("django_db") is None:
        return
    if connection.vendor == "sqlite":
        database = sqlite.path_of_default()
        for kept in database.parent.glob(f"{database.name}.replaced-*"):
            kept.unlink()
        return
    with connection.cursor() as cursor:
        cursor.execute(r"SELECT nspname FROM pg_namespace WHERE nspname LIKE 'art28\_replaced\_%'")
        for (schema,) in cursor.fetchall():
            cursor.execute(f"DROP SCHEMA {connection.ops.quote_name(schema)} CASCADE")
