"""What only the one-file database knows: free pages, journals, a file of its own."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from art28.web.accounts.models import Organisation
from art28.web.backups import sqlite
from art28.web.backups.errors import RefusedBackup
from art28.web.database import statistics
from art28.web.database.identifiers import new_id
from web.backups.trail import backed_up, erased, recorded, restored
from web.people import NOW

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the tests run on PostgreSQL"),
]
MARK = "DitStaatErNietMeer"


@pytest.fixture
def organisation(transactional_db: None) -> Organisation:
    return Organisation.objects.create(name="Voorbeeld ICT", slug="voorbeeld", created_at=NOW)


def database() -> Path:
    return sqlite.path_of_default()


def test_erased_content_is_in_no_byte_of_a_backup(organisation: Organisation, tmp_path: Path) -> None:
    subject = new_id()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete=OFF")
    recorded(organisation, subject, MARK)
    erased(organisation, subject)
    with zipfile.ZipFile(backed_up(tmp_path)) as pack:
        assert MARK.encode() not in pack.read("art28.sqlite3")


def test_erased_content_is_in_no_byte_of_a_restored_database(organisation: Organisation, tmp_path: Path) -> None:
    subject = new_id()
    recorded(organisation, subject, MARK)
    backup = backed_up(tmp_path)
    erased(organisation, subject)
    restored(backup)
    connection.close()
    assert MARK.encode() not in database().read_bytes()


def test_nothing_is_left_beside_the_database(organisation: Organisation, tmp_path: Path) -> None:
    before = {path.name for path in database().parent.iterdir()}
    kept = Path(restored(backed_up(tmp_path)).kept or "").name
    connection.close()
    after = {path.name for path in database().parent.iterdir()}
    journals = {f"{database().name}{suffix}" for suffix in ("-wal", "-shm")}
    assert after - before - journals == {kept}


def test_a_refused_restoration_makes_no_database_where_there_was_none(
    organisation: Organisation, tmp_path: Path
) -> None:
    backup = backed_up(tmp_path)
    with zipfile.ZipFile(backup) as pack:
        data, manifest = bytearray(pack.read("art28.sqlite3")), pack.read("manifest.json")
    data[5000] ^= 0xFF
    with zipfile.ZipFile(backup, "w") as pack:
        pack.writestr("art28.sqlite3", bytes(data))
        pack.writestr("manifest.json", manifest)
    (tmp_path / "new").mkdir()
    connection.close()
    with sqlite.default_at(tmp_path / "new" / "art28.sqlite3"), pytest.raises(RefusedBackup):
        restored(backup, replace=False)
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_makes_a_database_where_there_is_none(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    connection.close()
    with sqlite.default_at(tmp_path / "elsewhere" / "art28.sqlite3"):
        restored(backup, replace=False)
        assert Organisation.objects.get().slug == "voorbeeld"


def test_a_journal_without_its_database_is_left_for_a_person(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    (tmp_path / "lost.sqlite3-wal").write_bytes(b"writes that may still be needed")
    connection.close()
    with (
        sqlite.default_at(tmp_path / "lost.sqlite3"),
        pytest.raises(RefusedBackup, match="journal without its database"),
    ):
        restored(backup)
    assert (tmp_path / "lost.sqlite3-wal").exists()


def test_a_database_that_cannot_be_read_is_not_replaced(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no database at all" * 500)
    connection.close()
    with sqlite.default_at(broken), pytest.raises(RefusedBackup, match="--erasures"):
        restored(backup)
    assert broken.read_bytes() == b"no database at all" * 500


def test_a_database_of_something_else_is_replaced_only_on_request(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with sqlite.default_at(other), pytest.raises(RefusedBackup, match="--replace"):
        restored(backup, replace=False)


def test_a_damaged_copy_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE one (name TEXT UNIQUE)")
        made.executemany("INSERT INTO one VALUES (?)", [(f"{number:09}",) for number in range(2000)])
        made.commit()
    data = bytearray(path.read_bytes())
    data[5 * 4096 : 6 * 4096] = bytes(4096)
    path.write_bytes(data)
    with pytest.raises(RefusedBackup, match="FILE: the database in it is damaged"):
        sqlite.check(path, "FILE")


def test_how_full_tables_are_goes_along_and_comes_back(organisation: Organisation, tmp_path: Path) -> None:
    recorded(organisation, new_id(), MARK)
    statistics.renew()
    restored(backed_up(tmp_path))
    assert Organisation.objects.count() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_stat1")
        assert cursor.fetchone()[0] > 0
