"""Files named on the command line -> what a command makes of each, read in confinement; errors become one clear line each.

A few files are read ahead while the one before is worked on. Many are divided over processes, one a core, each with a
confined reader of its own.
"""

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TypeVar

from art28.cli.errors import UsageError, unopened
from art28.document.model import Document
from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Progress

Made = TypeVar("Made")
# Fewer files than this are done before other processes would have started.
_MANY = 8
# So many files a core are under way at a time: enough to keep it busy, few enough to keep memory flat.
_UNDER_WAY = 4
# An agreement is read in some tens of thousands of objects, hardly any in circles: searched for those once a few agreements.
_ALLOCATIONS = 50_000


def document(path: Path) -> Document:
    """The document in one file; raises UsageError where it can't be read."""
    with Jail() as jail:
        return _read(jail, path)


def each(paths: Sequence[Path], ready: Callable[[], Callable[[Document], Made]]) -> Iterator[tuple[Path, Made | None]]:
    """Each file, in order, with what is made of its document by the work that `ready` makes ready.

    Making it ready may take long, as importing all rules does: meanwhile the process that reads starts. A file that can't
    be read is named on stderr, gives None and doesn't stop the others. The work may run in another process: it and what it
    makes must travel there and back.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(paths) < _MANY or cores == 1:
        yield from _one_after_the_other(paths, ready)
    else:
        yield from _side_by_side(paths, ready(), cores)


def _one_after_the_other(
    paths: Sequence[Path], ready: Callable[[], Callable[[Document], Made]]
) -> Iterator[tuple[Path, Made | None]]:
    """The next file is read, in the jail's process, while this one is worked on."""
    with Jail(ahead=True) as jail, ThreadPoolExecutor(max_workers=1) as ahead:
        work = ready()
        for path, document in _ahead(paths, lambda path: ahead.submit(_read, jail, path), under_way=2):
            yield path, None if document is None else _worked(work, document)


def _worked(work: Callable[[Document], Made], document: Document) -> Made | None:
    try:
        return work(document)
    except UsageError as error:
        print(f"art28: {error}", file=sys.stderr)
        return None


def _side_by_side(
    paths: Sequence[Path], work: Callable[[Document], Made], cores: int
) -> Iterator[tuple[Path, Made | None]]:
    # Not for a few files, which need no other processes.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # What is imported by now, the patterns of every rule among it, need not be made again in a fork.
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else None)
    try:
        with ProcessPoolExecutor(cores, mp_context=context, initializer=_Bench.set_up) as pool:
            yield from _ahead(paths, lambda path: pool.submit(_Bench.made, path, work), under_way=cores * _UNDER_WAY)
    except BrokenProcessPool as broken:
        raise UsageError(
            "a process that was reading was ended from outside, perhaps for lack of memory: what was done stands; "
            "start again with the files that are left"
        ) from broken


def _ahead(
    paths: Sequence[Path], begin: Callable[[Path], "Future[Made]"], *, under_way: int
) -> Iterator[tuple[Path, Made | None]]:
    """Each path with the outcome of what `begin` began for it, so many under way at a time."""
    waiting = iter(paths)
    begun = deque((path, begin(path)) for path in islice(waiting, under_way))
    while begun:
        path, outcome = begun.popleft()
        try:
            made = outcome.result()
        except UsageError as error:
            print(f"art28: {error}", file=sys.stderr)
            made = None
        begun.extend((following, begin(following)) for following in islice(waiting, 1))
        yield path, made


class _Bench:
    """Where a process of the pool works: its own jail, kept for all its files."""

    jail: Jail | None = None

    @classmethod
    def set_up(cls) -> None:
        """Open the jail; what was imported stays as long as the process, so it needn't be searched for garbage."""
        gc.freeze()
        gc.set_threshold(_ALLOCATIONS)
        cls.jail = Jail()

    @classmethod
    def made(cls, path: Path, work: Callable[[Document], Made]) -> Made:
        """What `work` makes of the document in `path`; raises UsageError where it can't be read."""
        if cls.jail is None:
            raise RuntimeError("a process of the pool works only after it was set up")
        return work(_read(cls.jail, path))


def _told(path: Path) -> Progress:
    """Says on stderr which page is being recognised: that takes seconds a page."""

    def progress(page: int, pages: int) -> None:
        print(f"art28: {path.name}: recognising page {page} of {pages}", file=sys.stderr)

    return progress


def _read(jail: Jail, path: Path) -> Document:
    try:
        return jail.read(path.read_bytes(), name=path.name, progress=_told(path) if sys.stderr.isatty() else None)
    except UnreadableFile as refusal:
        raise UsageError(str(refusal)) from refusal
    except OSError as error:
        raise unopened(path, error) from error
