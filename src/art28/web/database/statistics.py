"""How full tables are and how their values differ, by which SQLite picks indexes; PostgreSQL keeps that by itself.

Without it SQLite takes the first index that fits, often the one by organisation: a list of staff then takes the square of
their number.
"""

import time
from datetime import datetime

from django.db import connection

EVERY_SECONDS = 3_600.0
_ROWS_AN_INDEX = 1_000
"""How many rows of each index are looked at: a quarter of a second on a file of six gigabytes."""


def renew() -> None:
    """Look anew at every index; other connections see it when they are opened."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={_ROWS_AN_INDEX}")
        cursor.execute("ANALYZE")
        # Some builds keep samples of values too, which would outlive what is erased.
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat4'")
        if cursor.fetchone():
            cursor.execute("DELETE FROM sqlite_stat4")


class Renewing:
    """The pump that renews the statistics when a worker starts and every hour that it runs; it is never work left to do."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, *, now: datetime, limit: int) -> int:  # noqa: ARG002 - a worker's own time counts, not the day
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY_SECONDS
            renew()
        return 0
