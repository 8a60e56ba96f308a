"""How full tables are, as SQLite is told by the worker."""

import pytest
from django.db import connection

from art28.web.accounts.models import Organisation
from art28.web.database import statistics
from art28.web.database.statistics import Renewing
from web.people import NOW


def counted() -> dict[str, str]:
    """What SQLite knows of each index, by its name: rows, and rows alike, as it writes them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = %s", [Organisation._meta.db_table])
        return dict(cursor.fetchall())


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps its statistics itself")
def test_a_worker_that_starts_tells_how_full_tables_are_and_goes_on_for_an_hour() -> None:
    renewing = Renewing()
    Organisation.objects.bulk_create(Organisation(name=f"Kade {n}", slug=f"kade-{n}", created_at=NOW) for n in range(3))
    assert renewing(now=NOW, limit=1) == 0
    assert {stat.split()[0] for stat in counted().values()} == {"3"}

    Organisation.objects.create(name="Kade 4", slug="kade-4", created_at=NOW)
    renewing(now=NOW, limit=1)
    assert {stat.split()[0] for stat in counted().values()} == {"3"}


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL keeps its statistics itself")
def test_no_value_of_a_row_is_kept_among_them() -> None:
    Organisation.objects.create(name="DitStaatErNiet", slug="dit-staat-er-niet", created_at=NOW)
    statistics.renew()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat_'")
        tables = [name for (name,) in cursor.fetchall()]
        for name in tables:
            cursor.execute(f"SELECT * FROM {name}")  # noqa: S608 - names of its own
            assert "dit-staat-er-niet" not in repr(cursor.fetchall())
    assert "sqlite_stat1" in tables


@pytest.mark.django_db
def test_either_database_takes_it() -> None:
    statistics.renew()
    assert Organisation.objects.count() == 0
