"""Starts a PostgreSQL of its own before Django looks for one, unless `--sqlite` is asked for or none is installed."""

import atexit
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

import with_postgres

CLUSTER = None if "--sqlite" in sys.argv or with_postgres.binaries() is None else with_postgres.Cluster()
if CLUSTER is None:
    os.environ.pop("DATABASE_URL", None)
else:
    os.environ["DATABASE_URL"] = CLUSTER.url
    atexit.register(CLUSTER.__exit__)
    CLUSTER.__enter__()
