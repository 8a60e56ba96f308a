"""Files named on the command line -> documents, read in confinement; errors become one clear line each."""

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from art28.cli.errors import UsageError
from art28.document.model import Document
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail


def document(path: Path) -> Document:
    """The document in one file; raises UsageError where it can't be read."""
    with Jail() as jail:
        return _read(jail, path)


def documents(paths: Sequence[Path]) -> Iterator[tuple[Path, Document | None]]:
    """Each file with its document; one that can't be read is named on stderr, gives None and doesn't stop the others.

    The next file is read, in the jail's process, while the caller works on this one.
    """
    with Jail() as jail, ThreadPoolExecutor(max_workers=1) as ahead:
        reading: deque[Future[Document]] = deque()
        for index, path in enumerate(paths):
            for following in paths[index + len(reading) : index + 2]:
                reading.append(ahead.submit(_read, jail, following))
            try:
                read = reading.popleft().result()
            except UsageError as error:
                print(f"art28: {error}", file=sys.stderr)
                read = None
            yield path, read


def _read(jail: Jail, path: Path) -> Document:
    try:
        return jail.read(path.read_bytes(), name=path.name)
    except UnreadableFile as refusal:
        raise UsageError(str(refusal)) from refusal
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'it cannot be opened'}: check the name and the rights") from error
