"""Making the demonstration with `art28 demo`: a provider with 300 customers, and a controller with 60 processors beside it.

The same rows written bare into a new file are the measure.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from measure import within

ROOT = Path(__file__).resolve().parent.parent
ART28 = Path(sys.executable).with_name("art28")
CUSTOMERS = 300
BAR = 60.0


def made(folder: Path) -> tuple[float, float]:
    """Seconds that `art28 demo` takes in an empty data folder with its tables made: until the provider stands, and in all.

    It says when it goes on to the next organisation.
    """
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PYTHONDONTWRITEBYTECODE")
    }
    environment["ART28_DATA_DIR"] = str(folder)
    subprocess.run([ART28, "migrate"], cwd=ROOT, env=environment, check=True, capture_output=True)
    began = time.monotonic()
    command = [ART28, "demo", "--customers", str(CUSTOMERS)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        told = [time.monotonic() - began for line in running.stderr if not line.startswith(" ")]
    if running.returncode:
        raise SystemExit(f"art28 demo ended with {running.returncode}")
    return told[1], time.monotonic() - began


def bare(database: Path, copy: Path) -> tuple[int, float]:
    """How many rows were made, and the seconds of writing the same into a new file with SQLite alone, indexes and all."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as new:
        new.execute("ATTACH ? AS found", (str(database),))
        wanted = "FROM found.sqlite_master WHERE sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'sqlite_%'"
        new.execute("BEGIN")
        for (made,) in new.execute(f"SELECT sql {wanted} AND type IN ('table', 'index') ORDER BY type DESC").fetchall():
            new.execute(made)
        began = time.monotonic()
        rows = 0
        for (name,) in new.execute(f"SELECT name {wanted} AND type = 'table'").fetchall():
            rows += new.execute(f'INSERT INTO main."{name}" SELECT * FROM found."{name}"').rowcount  # noqa: S608 - our tables
        new.execute("COMMIT")
        return rows, time.monotonic() - began


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="art28-bench-") as given:
        folder = Path(given)
        provider, seconds = made(folder / "data")
        (database,) = (folder / "data").glob("*.sqlite3")
        rows, alone = bare(database, folder / "copy.sqlite3")
    within(f"provider with {CUSTOMERS} customers", provider, BAR)
    print(f"with the controller beside it {seconds:.1f} s")
    print(
        f"{rows} rows; written bare they take {alone:.1f} s: reading, counting, sealing and writing {seconds / alone:.0f}x"
    )


if __name__ == "__main__":
    main()
