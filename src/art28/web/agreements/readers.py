"""Many files -> what art28 reads in them, on as many processors as there are; each in the jail, as any file is."""

import gc
import logging
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing.context import BaseContext

from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.web.agreements.processes import begin
from art28.web.agreements.pump import BROKE, NO_AGREEMENT
from art28.web.agreements.reading import NoAgreement, Read, documents, read

_log = logging.getLogger(__name__)
READY = "art28.web.agreements.readers_ready"
_ALLOCATIONS = 50_000
"""How many objects are made before garbage is looked for: what a reading makes is gone with it."""
_BEHIND_THE_REST = 5
"""How much later than others a reader gets a processor (`nice`): whoever gave the files, or asks for a page, goes first."""


Found = Future[Read | str]
"""What is read in a file, as it comes: the first agreement in it, or the code of why there is none to read."""


@contextmanager
def readers(processes: int | None = None) -> Iterator[Callable[[str, bytes], Found]]:
    """Reads a file by its name and bytes; in this process alone where `processes` is 0 (None: as many as there are).

    Readers make themselves ready at once, while whoever has the files still looks for them.
    """
    many = (os.cpu_count() or 1) if processes is None else processes
    if not many:
        with Jail() as jail:
            yield lambda name, data: _done(read_one(name, data, jail))
        return
    with ProcessPoolExecutor(many, mp_context=_context(), initializer=begin) as pool:
        for _ in range(many):
            pool.submit(_make_ready)
        yield lambda name, data: pool.submit(_read, name, data)


def _context() -> BaseContext:
    """How readers come to be: forked, where that can be, from a process that is made ready once and opens no database."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([READY])
    return context


def read_one(name: str, data: bytes, jail: Jail) -> Read | str:
    """The first agreement in a file, or the code of why there is none to read."""
    try:
        return read(documents(data, name=name, jail=jail)[0])
    except UnreadableFile as error:
        return error.reason.value
    except NoAgreement:
        return NO_AGREEMENT
    except Exception as error:
        # The kind of error only: its message may quote the agreement.
        _log.error("a file broke the reader: %s", type(error).__name__)
        return BROKE


def spare_garbage() -> None:
    """What was imported stays as long as the process, so it needn't be searched for garbage."""
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


def _done(found: Read | str) -> Found:
    future: Found = Future()
    future.set_result(found)
    return future


@cache
def _jail() -> Jail:
    """The jail of this process; it lives as long as the process does."""
    os.nice(_BEHIND_THE_REST)
    spare_garbage()
    return Jail()


def _make_ready() -> None:
    _jail()


def _read(name: str, data: bytes) -> Read | str:
    return read_one(name, data, _jail())
