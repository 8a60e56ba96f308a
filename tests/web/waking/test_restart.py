"""The database restarts under a running worker, twice: it comes back by itself, loses nothing and doubles nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("restarted.py")


@pytest.mark.timeout(660)
@pytest.mark.skipif(
    not os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="SQLite has no server that could restart"
)
@pytest.mark.parametrize("manner", ["--procrastinate", "--alone"])
@pytest.mark.minutes
def test_a_database_that_restarts_under_a_running_worker_loses_and_doubles_nothing(manner: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ART28_")}
    done = subprocess.run(
        [sys.executable, str(_SCRIPT), manner],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    assert "nothing lost, nothing double" in done.stdout
