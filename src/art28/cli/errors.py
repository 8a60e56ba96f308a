"""What ends a command early."""

from pathlib import Path


class UsageError(Exception):
    """Bad input or usage: the message is one clear line for stderr; the exit code is 2."""


def unopened(path: Path, error: OSError) -> UsageError:
    """That a file can't be opened, why, and what to do about it."""
    if isinstance(error, IsADirectoryError):
        return UsageError(f"{path}: it is a folder: name the files in it, such as {path}/*.pdf")
    return UsageError(f"{path}: {error.strerror or 'it cannot be opened'}: check the name and the rights")


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises `UsageError`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unopened(path, error) from error
