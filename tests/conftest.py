"""What every test shares: databases on file, as in use, and tables that can be emptied after a test that commits."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.db.backends.base.creation import BaseDatabaseCreation
from hypothesis import HealthCheck
from hypothesis import settings as made_up

from art28.web.database import fresh
from cleared import clearing

pytest_plugins = ("provisions", "traced")
# How fast the machine makes examples up says nothing of the code. A change lands or doesn't on the same examples, not on
# luck; `make explore` draws others, and more of them.
_EXPLORING = "ART28_EXPLORE" in os.environ
made_up.register_profile(
    "art28", deadline=None, suppress_health_check=(HealthCheck.too_slow,), derandomize=not _EXPLORING
)
made_up.load_profile("art28")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes begins first, so that nobody waits at the end for one process that does it alone."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end, so it isn't searched for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in memory locks by table and knows no journal; tests run on a file like everybody, but wait for no disk."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "art28.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _made_as_by_art28_migrate() -> Iterator[None]:
    """As `art28 migrate` does, so that Django finds nothing to migrate, which takes it a minute."""
    creation = type(connection.creation)
    create = creation._create_test_db  # type: ignore[attr-defined]

    def with_tables(self: BaseDatabaseCreation, *given: Any, **named: Any) -> str:
        name: str = create(self, *given, **named)
        self.connection.close()
        before = self.connection.settings_dict["NAME"]
        self.connection.settings_dict["NAME"] = name
        try:
            fresh.create()
        finally:
            self.connection.settings_dict["NAME"] = before
        return name

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(creation, "_create_test_db", with_tables)
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_test_that_commits_is_cleared_up() -> Iterator[None]:
    with clearing():
        yield


@pytest.fixture(scope="session", autouse=True)
def _passwords_are_hashed_at_once() -> Iterator[None]:
    """As in use, but for the work that makes guessing slow: a quarter of a second for each password set or typed."""
    with pytest.MonkeyPatch.context() as patch:
        for name, least in (("time_cost", 1), ("memory_cost", 8), ("parallelism", 1)):
            patch.setattr(Argon2PasswordHasher, name, least)
        yield


@pytest.fixture(scope="session", autouse=True)
def _nobody_looks_after_an_answer() -> Iterator[None]:
    """No worker runs in tests, which pages would notice, record and mail; the tests of that switch it on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "WATCH_FROM_WEB", False)
        yield
