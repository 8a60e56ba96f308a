"""Two machines that share the work, one cut off for longer than its leases run and one killed: all is done exactly once."""

import os
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


@pytest.mark.skipif(bool(_MISSING), reason=f"{_MISSING}; two processes share the work in test_waking.py")
@pytest.mark.parametrize("manner", ["called", "looking by itself"])
def test_two_machines_one_cut_off_and_one_killed_do_everything_once(manner: str) -> None:
    by = ("--procrastinate",) if manner == "called" else ()
    command = [sys.executable, str(_BENCHMARK), str(_KILLS), str(_AGREEMENTS), "--hosts", "--seed", "7", *by]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ART28_")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 workers and 0 databases killed, 1 machines cut off" in done.stdout
    assert "WRONG" not in done.stdout
