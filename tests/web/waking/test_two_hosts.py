"""Two machines share the work; one is cut off for longer than its leases run, a process is killed: all is done once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hosts

_BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "bench_kills.py"
_KILLS, _AGREEMENTS = 2, 12  # one of them is a cut
_MISSING = (
    hosts.missing()
    if os.environ.get("DATABASE_URL", "").startswith("postgres")
    else "several machines share PostgreSQL alone"
)


@pytest.mark.timeout(660)
@pytest.mark.skipif(bool(_MISSING), reason=f"{_MISSING}; two processes share the work in test_waking.py")
@pytest.mark.parametrize("manner", ["called", "looking by itself"])
@pytest.mark.minutes
def test_two_machines_one_cut_off_and_one_killed_do_everything_once(manner: str) -> None:
    by = ("--procrastinate",) if manner == "called" else ()
    command = [sys.executable, str(_BENCHMARK), str(_KILLS), str(_AGREEMENTS), "--hosts", "--seed", "7", *by]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ART28_")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    told = re.search(r"(\d+) workers and (\d+) databases killed, (\d+) machines cut off", done.stdout)
    assert told is not None, done.stdout
    workers, databases, cut = map(int, told.groups())
    assert (workers + databases, cut) == (_KILLS - 1, 1)
    assert "WRONG" not in done.stdout
