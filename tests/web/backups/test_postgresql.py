"""The client tools: where they are, what they are told, and what becomes of what they say."""

import os
from pathlib import Path

import pytest
from django.db import connection

from art28.web.accounts.models import Organisation
from art28.web.backups import postgresql
from art28.web.backups.errors import RefusedBackup
from art28.web.database.identifiers import new_id
from web.backups.trail import backed_up, recorded, restored
from web.people import NOW

SECRET = "een-geheim-wachtwoord"

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="the tests run on SQLite")


def fake_tool(folder: Path, name: str, script: str) -> None:
    """A tool of that name in front of the real one."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def test_missing_tools_are_named_in_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedBackup, match="pg_dump is not on this machine's PATH; install"):
        postgresql.tool("pg_dump")


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_the_password_reaches_the_tool_by_its_environment_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    fake_tool(tools, "pg_dump", f'echo "$@" > {tmp_path}/arguments; echo "$PGPASSWORD" > {tmp_path}/password; exit 1')
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setitem(connection.settings_dict, "PASSWORD", SECRET)
    with pytest.raises(RefusedBackup) as refused:
        backed_up(tmp_path)
    assert SECRET not in str(refused.value)
    assert SECRET not in (tmp_path / "arguments").read_text()
    assert (tmp_path / "password").read_text().strip() == SECRET


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_dump_that_fails_leaves_no_file_and_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    fake_tool(tools, "pg_dump", 'echo "half a dump"; echo "pg_dump: error: server version mismatch" >&2; exit 1')
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(RefusedBackup, match="server version mismatch"):
        backed_up(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_a_restoration_that_fails_moves_back_what_was_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    organisation = Organisation.objects.create(name="Voorbeeld ICT", slug="voorbeeld", created_at=NOW)
    act = recorded(organisation, new_id(), "staat er nog")
    backup = backed_up(tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    fake_tool(tools, "pg_restore", 'echo "pg_restore: error: no" >&2; exit 1')
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(RefusedBackup, match="pg_restore: error: no"):
        restored(backup)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM audit_act")
        assert cursor.fetchall() == [(act.id,)]
        cursor.execute("SELECT COUNT(*) FROM pg_namespace WHERE nspname = 'art28_replaced_20261122t011000z'")
        assert cursor.fetchone()[0] == 0
