"""Identifiers of rows: UUID version 7 (RFC 9562), so that new rows land at the end of an index and no count leaks."""

import secrets
import time
from uuid import UUID

_VERSION = 7 << 76
_VARIANT = 0b10 << 62


def new_id() -> UUID:
    """A new identifier: 48 bits of milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    return UUID(int=(milliseconds << 80) | _VERSION | ((random >> 62) << 64) | _VARIANT | (random & ((1 << 62) - 1)))
