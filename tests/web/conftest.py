"""What tests of the application share: one confined reader a process, as starting one takes longer than reading a small
agreement; and rows locked within a transaction of the code's own, whichever the database.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models.sql.compiler import SQLCompiler
from pytest_django.plugin import DjangoDbBlocker

from art28.reading.jail import Jail
from art28.web.agreements import pump
from art28.web.drafts import returning
from web.people import Tenant, tenant


@pytest.fixture(scope="session", autouse=True)
def _one_jail() -> Iterator[None]:
    with Jail() as jail, pytest.MonkeyPatch.context() as patch:
        for module in (pump, returning):
            patch.setattr(module, "Jail", lambda: nullcontext(jail))
        yield


@pytest.fixture(autouse=True)
def _rows_are_locked_in_a_transaction_of_their_own(_django_db_marker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL refuses a lock outside a transaction; the one around each test would hide that, and SQLite never says it."""
    around = len(connection.atomic_blocks)
    as_sql = SQLCompiler.as_sql

    def checked(self: SQLCompiler, *given: Any, **named: Any) -> Any:
        if self.query.select_for_update:
            assert len(self.connection.atomic_blocks) > around, "rows are locked outside transaction.atomic()"
        return as_sql(self, *given, **named)

    monkeypatch.setattr(SQLCompiler, "as_sql", checked)


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What fixtures of a module put into the database stays until its end; what a test adds to it goes with the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def ours(made_once: None) -> Tenant:
    """The organisation that a module is about."""
    return tenant("veldlicht")


@pytest.fixture(scope="module")
def theirs(made_once: None) -> Tenant:
    """Another one, that sees nothing of it."""
    return tenant("maanzicht")
