"""Starts a PostgreSQL of its own before Django looks for one, unless `--sqlite` is asked for or none is installed.

With `--hosts` it also serves two machines of their own, network namespaces on this one.
"""

import atexit
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

import hosts
import with_postgres

HOSTS = hosts.Hosts(2) if "--hosts" in sys.argv else None
if HOSTS is not None:
    HOSTS.__enter__()
    atexit.register(HOSTS.__exit__)
_ALSO_ON = HOSTS.address if HOSTS is not None else ""
CLUSTER = None if "--sqlite" in sys.argv or with_postgres.binaries() is None else with_postgres.Cluster(_ALSO_ON)
if CLUSTER is None:
    os.environ.pop("DATABASE_URL", None)
else:
    os.environ["DATABASE_URL"] = CLUSTER.url
    atexit.register(CLUSTER.__exit__)
    CLUSTER.__enter__()
