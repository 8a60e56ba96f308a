"""A machine that is cut off in the midst of a transaction is found out, and holds up nobody for long."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

import hosts
import with_postgres

_HOLDER = Path(__file__).with_name("holds_a_lock.py")
_MISSING = (
    hosts.missing() if os.environ.get("DATABASE_URL", "").startswith("postgres") else "a file has no machines around it"
)


@pytest.mark.skipif(bool(_MISSING), reason=_MISSING)
def test_what_a_machine_held_that_is_cut_off_for_good_comes_free_within_a_minute(tmp_path: Path) -> None:
    with hosts.Hosts(1) as machine, with_postgres.Cluster(machine.address) as cluster:
        environment = {**os.environ, "DATABASE_URL": cluster.url_at(machine.address), "ART28_DATA_DIR": str(tmp_path)}
        environment["DJANGO_SETTINGS_MODULE"] = "art28.web.settings"
        command = machine.on(0, [sys.executable, str(_HOLDER)])
        holder = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            with psycopg.connect(cluster.url, autocommit=True) as other:
                assert other.execute("SELECT pg_try_advisory_lock(28)").fetchone() == (False,)
                machine.cut(0)
                other.execute("SET lock_timeout = '60s'")  # without the settings it is held for two hours
                other.execute("SELECT pg_advisory_lock(28)")
        finally:
            holder.kill()
            holder.communicate(timeout=30)
