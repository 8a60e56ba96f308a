"""What SQLite has to do for a query, counted in its own instructions: a figure that no busy machine alters."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

counted_here = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="SQLite alone counts its instructions; both databases are asked the same"
)


class Steps:
    """How many instructions were carried out within `steps()`."""

    count = 0

    def one_more(self) -> int:
        """Count one; 0 lets SQLite go on."""
        self.count += 1
        return 0


@contextmanager
def steps() -> Iterator[Steps]:
    """Counts the instructions of every statement within."""
    found = Steps()
    connection.ensure_connection()
    connection.connection.set_progress_handler(found.one_more, 1)
    try:
        yield found
    finally:
        connection.connection.set_progress_handler(None, 1)
