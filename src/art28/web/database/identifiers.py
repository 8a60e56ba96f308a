"""Identifiers of rows: UUID version 7 (RFC 9562), so that new rows land at the end of an index and no count leaks."""

import os
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


def new_texts(count: int) -> list[str]:
    """As many new identifiers, as 32 hexadecimal digits each: what both databases take for one."""
    milliseconds = f"{time.time_ns() // 1_000_000:012x}7"
    random = os.urandom(_OCTETS * count).hex()
    return [
        f"{milliseconds}{random[at : at + 3]}{_VARIANTS[random[at + 3]]}{random[at + 4 : at + 19]}"
        for at in range(0, 2 * _OCTETS * count, 2 * _OCTETS)
    ]


_OCTETS = 10
_VARIANTS = {f"{digit:x}": "89ab"[digit & 3] for digit in range(16)}
