"""Results in a directory: one file for each input, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from art28.cli.errors import UsageError


def prepare(directory: Path, files: Sequence[Path]) -> None:
    """Make `directory`; two inputs of one name would overwrite each other's result in it."""
    stems = [path.stem for path in files]
    twice = next((stem for stem in stems if stems.count(stem) > 1), None)
    if twice is not None:
        raise UsageError(f"two files are called {twice}, and --out writes one {twice}.json: rename one")
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or "it cannot be made"
        raise UsageError(f"{directory}: {reason}: name a directory that may be written") from error


def write(path: Path, text: str) -> None:
    """Write `text` and a line end to `path`; on failure what stood there stays."""
    write_bytes(path, f"{text}\n".encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path`; on failure what stood there stays."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or "it cannot be written"
        raise UsageError(f"{path}: {reason}: name a directory that may be written") from error
