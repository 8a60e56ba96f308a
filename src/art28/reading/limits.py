"""What reading one file may cost at most, and how it says what takes long."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Called before a page is recognised, with its number and how many pages there are."""

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which a file is read; one that goes past any of them is refused with a reason.

    `cpu_seconds`, `memory_bytes` and `wall_seconds` hold in the jail only: it starts the process that they bound. Each page
    whose text is recognised in its picture is allowed `page_seconds` beyond them, all together `recognition_seconds`; at most
    `recognised_pages` are. `tessdata` is where the files of Tesseract's languages are kept, empty for the usual places.
    """

    file_bytes: int = 50 * _MIB
    pages: int = 500
    characters: int = 5_000_000
    unpacked_bytes: int = 200 * _MIB
    unpacked_ratio: int = 200
    cpu_seconds: int = 8
    memory_bytes: int = 768 * _MIB
    wall_seconds: float = 10.0
    recognised_pages: int = 100
    page_seconds: int = 30
    recognition_seconds: int = 480
    tessdata: str = ""
