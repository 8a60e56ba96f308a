"""The tables that are made at once are those that migrations make one after the other, on the database of the tests."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from art28.web.database import fresh
from web.processes import database_url

UNUSED = ["column", "auth_group_permissions", "id"]
"""Django's migrations give it another size of number than Django's models; art28 has no groups."""
_SCRIPT = Path(__file__).with_name("schema.py")


def made(way: str, folder: Path) -> Any:
    url = f"sqlite:///{folder / way}.sqlite3"
    name = f"art28_made_by_{way}"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        url = database_url().rpartition("/")[0] + f"/{name}"
    told = {**os.environ, "DATABASE_URL": url, "ART28_DATA_DIR": str(folder)}
    done = subprocess.run([sys.executable, str(_SCRIPT), way], env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# Every migration from the first one on: a minute of work.
@pytest.mark.timeout(900)
@pytest.mark.django_db(transaction=True)
@pytest.mark.minutes
def test_tables_made_at_once_are_those_of_all_migrations(tmp_path: Path) -> None:
    by_migrations, at_once = made("migrations", tmp_path), made("fresh", tmp_path)
    assert at_once["applied"] == by_migrations["applied"]
    ours, theirs = (
        {json.dumps(row) for row in each["tables"] if row[:3] != UNUSED} for each in (at_once, by_migrations)
    )
    assert sorted(ours - theirs) == []
    assert sorted(theirs - ours) == []


@pytest.mark.django_db
def test_a_database_with_tables_is_left_to_migrations() -> None:
    assert not fresh.create()
