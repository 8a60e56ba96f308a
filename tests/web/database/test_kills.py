"""A few of the kills of `benchmarks/bench_kills.py`: of workers on SQLite, of workers and the database on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

_BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "bench_kills.py"
_KILLS, _AGREEMENTS = 5, 25


def test_kills_during_fan_out_and_sending_lose_nothing_and_double_nothing() -> None:
    on = () if connection.vendor == "postgresql" else ("--sqlite",)
    command = [sys.executable, str(_BENCHMARK), str(_KILLS), str(_AGREEMENTS), *on]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ART28_")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WRONG" not in done.stdout
    assert done.stdout.startswith(connection.vendor)
