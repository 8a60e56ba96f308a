"""What reading one file may cost at most."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which a file is read; one that goes past any of them is refused with a reason.

    `cpu_seconds`, `memory_bytes` and `wall_seconds` hold in the jail only: it starts the process that they bound.
    """

    file_bytes: int = 50 * _MIB
    pages: int = 500
    characters: int = 5_000_000
    unpacked_bytes: int = 200 * _MIB
    unpacked_ratio: int = 200
    cpu_seconds: int = 8
    memory_bytes: int = 768 * _MIB
    wall_seconds: float = 10.0
