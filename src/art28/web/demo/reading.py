"""Many texts -> what art28 reads in them, on as many processors as there are; each in the jail, as any file is."""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache

from art28.reading.jail import Jail
from art28.web.agreements.reading import Read, documents, read
from art28.web.demo.processes import begin


@contextmanager
def reading(files: Mapping[str, bytes], *, processes: int | None = None) -> Iterator[Mapping[str, "Future[Read]"]]:
    """What is read in each file, by name, as it comes; in this process alone where `processes` is 0."""
    many = (os.cpu_count() or 1) if processes is None else processes
    if not many:
        with Jail() as jail:
            yield {name: _done(read_one(name, data, jail)) for name, data in files.items()}
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(many, mp_context=context, initializer=begin) as pool:
        yield {name: pool.submit(_read, name, data) for name, data in files.items()}


def read_one(name: str, data: bytes, jail: Jail) -> Read:
    """One agreement, the first in its file."""
    return read(documents(data, name=name, jail=jail)[0])


def _done(found: Read) -> "Future[Read]":
    future: Future[Read] = Future()
    future.set_result(found)
    return future


@cache
def _jail() -> Jail:
    """The jail of this process; it lives as long as the process does."""
    return Jail()


def _read(name: str, data: bytes) -> Read:
    return read_one(name, data, _jail())
