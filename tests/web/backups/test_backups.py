"""A backup holds one moment, goes back whole, and brings nothing back that was erased since; on both databases."""

import json
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from art28 import __version__
from art28.evidence.verify import verify
from art28.web.accounts.models import Organisation
from art28.web.audit.export import export
from art28.web.audit.models import Act, ActContent
from art28.web.audit.sealing import seal_all
from art28.web.backups.errors import RefusedBackup
from art28.web.backups.making import make
from art28.web.backups.restoring import ACT
from art28.web.database import triggers
from art28.web.database.identifiers import new_id
from web.backups.trail import backed_up, emptied, erased, recorded, restored, rewritten
from web.people import NOW

pytestmark = pytest.mark.django_db(transaction=True)
ON_SQLITE = connection.vendor == "sqlite"


@pytest.fixture
def organisation(transactional_db: None) -> Organisation:
    return Organisation.objects.create(name="Voorbeeld ICT", slug="voorbeeld", created_at=NOW)


def contents() -> dict[str, str | None]:
    """What each act about a breach holds now, by act."""
    rows = ActContent.objects.filter(act__subject_kind="breach").values_list("act_id", "content")
    return {str(act): json.loads(content)["text"] if content is not None else None for act, content in rows}


def manifest_of(backup: Path) -> dict[str, Any]:
    with zipfile.ZipFile(backup) as pack:
        found: dict[str, Any] = json.loads(pack.read("manifest.json"))
    return found


def pack_of(organisation: Organisation, path: Path) -> Path:
    with path.open("w+b") as target:
        export(target, organisation=organisation, now=NOW)
    return path


def test_the_manifest_says_what_the_backup_holds(organisation: Organisation, tmp_path: Path) -> None:
    recorded(organisation, new_id(), "één")
    head = seal_all(organisation.id, now=NOW)
    recorded(organisation, new_id(), "twee")
    found = manifest_of(backed_up(tmp_path))
    assert found["art28"] == __version__
    assert found["made_at"] == "2026-11-22T01:10:00.000000Z"
    assert found["organisations"] == [
        {"id": str(organisation.id), "slug": "voorbeeld", "count": 1, "head": head.hash, "waiting": 1}
    ]
    assert "audit.0001_initial" in found["migrations"]


def test_a_restored_database_holds_what_was_there_when_the_backup_was_made(
    organisation: Organisation, tmp_path: Path
) -> None:
    before = recorded(organisation, new_id(), "ervoor")
    backup = backed_up(tmp_path)
    recorded(organisation, new_id(), "erna")
    restored(backup)
    assert contents() == {str(before.id): "ervoor"}


def test_the_restoration_is_an_act_that_names_the_head_it_replaced(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    recorded(organisation, new_id(), "verloren")
    lost = seal_all(organisation.id, now=NOW)
    restored(backup)
    content = json.loads(Act.objects.get(kind=ACT, subject_id=organisation.id).content.content or "")
    assert (content["replaced_count"], content["replaced_head"]) == (1, lost.hash)
    assert content["copy"] == manifest_of(backup)["sha256"]


def test_the_chain_goes_on_behind_the_backup_and_passes_the_check(organisation: Organisation, tmp_path: Path) -> None:
    recorded(organisation, new_id(), "één")
    head = seal_all(organisation.id, now=NOW)
    restored(backed_up(tmp_path))
    recorded(organisation, new_id(), "twee")
    summary, faults, _ = verify(str(pack_of(organisation, tmp_path / "pack.zip")), head.hash, head.count)
    assert (summary["count"], faults) == (3, [])


def test_content_erased_since_is_erased_again_with_an_act_of_its_own(
    organisation: Organisation, tmp_path: Path
) -> None:
    gone, stays = new_id(), new_id()
    acts = (recorded(organisation, gone, "weg"), recorded(organisation, stays, "blijft"))
    backup = backed_up(tmp_path)
    erased(organisation, gone, ground="retention_ended")
    done = restored(backup)
    assert (done.erased_again, done.erasures_known) == (1, True)
    assert contents() == {str(acts[0].id): None, str(acts[1].id): "blijft"}
    assert Act.objects.filter(kind="evidence.erased", subject_id=acts[0].id).count() == 1
    _, faults, erasures = verify(str(pack_of(organisation, tmp_path / "pack.zip")))
    assert faults == []
    assert [sentence.rpartition("ground ")[2] for sentence in erasures] == ["retention_ended"]


def test_an_erasure_that_the_backup_knows_is_not_repeated_on_later_acts(
    organisation: Organisation, tmp_path: Path
) -> None:
    subject = new_id()
    recorded(organisation, subject, "weg")
    erased(organisation, subject)
    later = recorded(organisation, subject, "van later")
    assert restored(backed_up(tmp_path)).erased_again == 0
    assert contents()[str(later.id)] == "van later"


def test_an_organisation_is_told_of_its_own_erasures_only(organisation: Organisation, tmp_path: Path) -> None:
    other = Organisation.objects.create(name="Anders BV", slug="anders", created_at=NOW)
    subject = new_id()
    recorded(organisation, subject, "weg")
    backup = backed_up(tmp_path)
    erased(organisation, subject)
    restored(backup)
    told = {act.organisation_id: json.loads(act.content.content or "") for act in Act.objects.filter(kind=ACT)}
    assert (told[organisation.id]["erased_again"], told[other.id]["erased_again"]) == (1, 0)


def _list(organisation: Organisation, folder: Path) -> Path:
    make(folder / "ignored.zip", now=NOW, erasures=folder / "erasures.json")
    return folder / "erasures.json"


def _later_backup(organisation: Organisation, folder: Path) -> Path:
    return backed_up(folder, "later.zip")


def _pack(organisation: Organisation, folder: Path) -> Path:
    return pack_of(organisation, folder / "pack.zip")


@pytest.mark.parametrize("source", [_list, _later_backup, _pack])
def test_erasures_that_a_lost_database_knew_come_from_a_list_a_later_backup_or_a_pack(
    source: Callable[[Organisation, Path], Path], organisation: Organisation, tmp_path: Path
) -> None:
    subject = new_id()
    act = recorded(organisation, subject, "weg")
    backup = backed_up(tmp_path)
    erased(organisation, subject)
    told_by = source(organisation, tmp_path)
    emptied()
    assert restored(backup, told_by, replace=False).erased_again == 1
    assert contents() == {str(act.id): None}


def test_a_list_of_erasures_holds_no_content(organisation: Organisation, tmp_path: Path) -> None:
    subject = new_id()
    act = recorded(organisation, subject, "Jansen")
    erased(organisation, subject)
    rows = json.loads(_list(organisation, tmp_path).read_text())["erasures"]
    assert rows == [{"act": str(act.id), "ground": "gdpr_17", "at": "2026-11-22T01:10:00.000000Z"}]


def test_a_database_that_is_not_empty_is_replaced_only_on_request(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    act = recorded(organisation, new_id(), "staat er nog")
    with pytest.raises(RefusedBackup, match="--replace"):
        restored(backup, replace=False)
    assert contents() == {str(act.id): "staat er nog"}
    assert not Act.objects.filter(kind=ACT).exists()


def test_an_empty_database_is_filled_without_a_word_and_nothing_is_kept(
    organisation: Organisation, tmp_path: Path
) -> None:
    act = recorded(organisation, new_id(), "terug")
    full = backed_up(tmp_path)
    emptied()
    done = restored(full, replace=False)
    assert (done.kept, done.erasures_known) == (None, False)
    assert contents() == {str(act.id): "terug"}


def test_the_replaced_database_is_kept_beside_the_restored_one(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    act = recorded(organisation, new_id(), "van daarna")
    kept = restored(backup).kept or ""
    if ON_SQLITE:
        with closing(sqlite3.connect(kept)) as before:
            acts = before.execute("SELECT id FROM audit_act").fetchall()
        assert acts == [(act.id.hex,)]
        assert stat.S_IMODE(Path(kept).stat().st_mode) == 0o600
    else:
        schema = kept.removeprefix("the schema ")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id FROM {connection.ops.quote_name(schema)}.audit_act")  # noqa: S608 - our own name
            assert cursor.fetchall() == [(act.id,)]


def test_nobody_stays_signed_in_by_a_session_that_was_ended_since(organisation: Organisation, tmp_path: Path) -> None:
    session = SessionStore()
    session.save()
    backup = backed_up(tmp_path)
    session.delete()
    restored(backup)
    assert not Session.objects.exists()


def test_the_guards_hold_in_a_restored_database(organisation: Organisation, tmp_path: Path) -> None:
    recorded(organisation, new_id(), "één")
    restored(backed_up(tmp_path))
    assert {name for name, _ in triggers.present("default")} == {guard.trigger for guard in triggers.declared()}
    with pytest.raises(DatabaseError, match="art28"), transaction.atomic():
        Act.objects.update(kind="something.else")


def test_a_backup_of_an_older_version_is_brought_up_to_this_one(organisation: Organisation, tmp_path: Path) -> None:
    act = recorded(organisation, new_id(), "oud")
    newest = _newest_migration()
    call_command("migrate", newest.app_label, newest.dependencies[0][1], interactive=False, verbosity=0)
    try:
        backup = backed_up(tmp_path)
    finally:
        call_command("migrate", interactive=False, verbosity=0)
    assert f"{newest.app_label}.{newest.name}" not in manifest_of(backup)["migrations"]
    restored(backup)
    assert (newest.app_label, newest.name) in MigrationRecorder(connection).applied_migrations()
    assert contents() == {str(act.id): "oud"}


def _newest_migration() -> Migration:
    """The last one of all that follows another of its app: those before it stay, which takes seconds instead of minutes."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    return next(
        each
        for each, _ in reversed(plan)
        if each.dependencies and each.dependencies[0][0] == each.app_label and each.__module__.startswith("art28.")
    )


def _newer(manifest: dict[str, Any]) -> None:
    manifest["art28"] = "99.0"
    manifest["migrations"].append("agreements.0099_of_the_future")


def _of_another_kind(manifest: dict[str, Any]) -> None:
    manifest["database"] = "postgresql" if ON_SQLITE else "sqlite"


def _with_another_head(manifest: dict[str, Any]) -> None:
    manifest["organisations"][0]["head"] = "f" * 64


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_newer, r"art28 99\.0, which is newer .* agreements\.0099_of_the_future"),
        (_of_another_kind, "restore it where it came from"),
        (_with_another_head, "heads of evidence are not those of its manifest"),
    ],
)
def test_a_backup_that_does_not_fit_is_refused_and_nothing_is_changed(
    change: Callable[[dict[str, Any]], None], why: str, organisation: Organisation, tmp_path: Path
) -> None:
    backup = rewritten(backed_up(tmp_path), tmp_path / "changed.zip", change)
    act = recorded(organisation, new_id(), "staat er nog")
    with pytest.raises(RefusedBackup, match=why):
        restored(backup)
    assert contents() == {str(act.id): "staat er nog"}
    assert not Act.objects.filter(kind=ACT).exists()


def test_a_damaged_backup_changes_nothing(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 0xFF
    backup.write_bytes(data)
    act = recorded(organisation, new_id(), "staat er nog")
    with pytest.raises(RefusedBackup, match=r"damaged|not the copy"):
        restored(backup)
    assert contents() == {str(act.id): "staat er nog"}


def test_a_database_that_somebody_has_open_is_not_replaced(organisation: Organisation, tmp_path: Path) -> None:
    backup = backed_up(tmp_path)
    settings = connection.settings_dict
    if ON_SQLITE:
        with closing(sqlite3.connect(settings["NAME"])) as other:
            other.execute("SELECT COUNT(*) FROM audit_act").fetchone()
            with pytest.raises(RefusedBackup, match="in use"):
                restored(backup)
    else:
        address = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"]}
        with psycopg.connect(dbname=settings["NAME"], **address), pytest.raises(RefusedBackup, match="in use"):
            restored(backup)


def test_a_backup_leaves_out_what_another_is_still_writing(organisation: Organisation, tmp_path: Path) -> None:
    insert = "INSERT INTO django_migrations (app, name, applied) VALUES ('half', 'done', '2026-11-22 01:10:00')"
    settings = connection.settings_dict
    if ON_SQLITE:
        with closing(sqlite3.connect(settings["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute(insert)
            backup = backed_up(tmp_path)
            other.execute("ROLLBACK")
    else:
        address = {"host": settings["HOST"], "port": settings["PORT"], "user": settings["USER"]}
        with psycopg.connect(dbname=settings["NAME"], **address) as other:
            other.execute(insert)
            backup = backed_up(tmp_path)
            other.rollback()
    assert "half.done" not in manifest_of(backup)["migrations"]
    assert restored(backup).manifest.chains[0].slug == "voorbeeld"


def test_a_file_that_is_no_backup_is_never_written_over(organisation: Organisation, tmp_path: Path) -> None:
    (tmp_path / "art28.sqlite3").write_bytes(b"something of value")
    with pytest.raises(RefusedBackup, match="no backup"):
        backed_up(tmp_path, "art28.sqlite3")
    assert [path.name for path in tmp_path.iterdir()] == ["art28.sqlite3"]
    assert (tmp_path / "art28.sqlite3").read_bytes() == b"something of value"


def test_an_earlier_backup_of_that_name_makes_way_for_a_whole_one(organisation: Organisation, tmp_path: Path) -> None:
    first = manifest_of(backed_up(tmp_path))
    recorded(organisation, new_id(), "nieuw")
    assert manifest_of(backed_up(tmp_path))["sha256"] != first["sha256"]
    assert [path.name for path in tmp_path.iterdir()] == ["backup.zip"]


def test_a_folder_that_is_not_there_is_named(organisation: Organisation, tmp_path: Path) -> None:
    with pytest.raises(RefusedBackup, match="there is no folder"):
        backed_up(tmp_path, "nowhere/backup.zip")


def test_a_database_without_art28_is_not_backed_up(organisation: Organisation, tmp_path: Path) -> None:
    connection.close()
    before = connection.settings_dict["NAME"]
    missing = str(tmp_path / "missing.sqlite3") if ON_SQLITE else "nowhere"
    connection.settings_dict["NAME"] = missing
    try:
        with pytest.raises(RefusedBackup, match=r"there is no database there|can't be read"):
            backed_up(tmp_path)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before
    assert list(tmp_path.iterdir()) == []
