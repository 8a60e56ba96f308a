"""What is worked out of the rules' own patterns -> the same, kept in a file, so that the next process need not do it again.

Only what follows from the rules alone is kept: nothing that the text of an agreement went into. The file holds what was
worked out as bytes, under a hash of what it was worked out of; nothing in it is ever run as Python. It belongs to one user;
it is passed over where it is somebody else's, where others may write to it, or where it is damaged. What another
interpreter or another version of the code has made isn't found.
"""

import atexit
import hashlib
import os
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from stat import S_ISREG

from art28 import __version__

_MARK = b"art28 kept 1\n"
_DIGEST = 32
_KEY = 16
_LENGTH = 4
# So much is read at once by every process that starts; past it, only what this one asked for is kept.
_LARGEST = 16 * 1024 * 1024
# Written when so many things are new, and when the process ends: a process that is ended from outside loses little.
_MANY = 256
_UNUSED_SECONDS = 90 * 24 * 3600.0
_OTHERS_MAY_WRITE = 0o022
# Of the systems that know them.
_BYTES: int = getattr(os, "O_BINARY", 0)
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def stamp(module: str) -> str:
    """What tells this version of the module at `__file__` from others: part of the kind of all that it works out."""
    try:
        return hashlib.sha256(Path(module).read_bytes()).hexdigest()[:16]
    except OSError:
        return __version__


def kept(kind: str, source: str, make: Callable[[], bytes]) -> bytes:
    """What `make` works out of `source`, which no agreement's text went into; from the file where it is there.

    `kind` tells apart what is worked out of the same text in different ways, and has the `stamp` of the module that does.
    """
    return _keeper().kept(kind, source, make)


@cache
def _keeper() -> "Keeper":
    keeper = Keeper(tuple(folders(os.environ)), _name())
    atexit.register(keeper.save)
    return keeper


def folders(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where the file may be, the best first; none where nothing shall be kept."""
    named = environment.get("ART28_CACHE_DIR")
    if named is not None:
        if named:
            yield Path(named)
        return
    if users := _users_cache(environment):
        yield users / "art28"
    if data := environment.get("ART28_DATA_DIR"):
        yield Path(data) / "cache"


def _users_cache(environment: Mapping[str, str]) -> Path | None:
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) if local else None
    named = environment.get("XDG_CACHE_HOME", "")
    if named.startswith("/"):
        return Path(named)
    home = environment.get("HOME", "")
    if not home.startswith("/"):
        return None
    return Path(home, "Library", "Caches") if sys.platform == "darwin" else Path(home, ".cache")


def _name() -> str:
    """The file of this interpreter: engines and their codes differ."""
    of = hashlib.sha256(f"{sys.version}\n{sys.byteorder}\n{sys.maxsize}".encode()).hexdigest()
    return f"patterns-{of[:16]}.kept"


class Keeper:
    """What is in the file, and what is to be added to it."""

    def __init__(self, folders: tuple[Path, ...], name: str) -> None:
        self._folders = folders
        self._name = name
        self._known: dict[bytes, bytes] = {}
        for folder in folders:
            if known := _read(folder / name):
                self._known = known
                break
        self._asked: dict[bytes, bytes] = {}
        self._new = 0
        self._saving = threading.Lock()

    def kept(self, kind: str, source: str, make: Callable[[], bytes]) -> bytes:
        """What `make` works out of `source`."""
        key = hashlib.blake2b(f"{kind}\0{source}".encode(), digest_size=_KEY).digest()
        packed = self._known.get(key)
        if packed is not None:
            self._asked[key] = packed
            return zlib.decompress(packed)
        made = make()
        if self._folders:
            self._known[key] = self._asked[key] = zlib.compress(made, 1)
            self._new += 1
            if self._new >= max(_MANY, len(self._known) // 4):
                self.save()
        return made

    def save(self) -> None:
        """Write what is new, beside what others have written by now; where that can't be done, it is left."""
        if not self._new or not self._saving.acquire(blocking=False):
            return
        try:
            self._new = 0
            for folder in self._folders:
                if self._save_in(folder):
                    return
        finally:
            self._saving.release()

    def _save_in(self, folder: Path) -> bool:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(folder.stat()):
                return False
            packed = _packed({**_read(folder / self._name), **self._known})
            if len(packed) > _LARGEST:
                packed = _packed(dict(self._asked))
            _write(folder / self._name, packed)
            _clear(folder)
        except OSError:
            return False
        return True


def _read(path: Path) -> dict[bytes, bytes]:
    """What the file holds; nothing where it isn't there, isn't this user's alone, or is damaged."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _BYTES | _NO_LINK), "rb") as file:
            status = os.fstat(file.fileno())
            if not (S_ISREG(status.st_mode) and _is_own(status) and _is_own(path.parent.stat())):
                return {}
            data = file.read(_LARGEST + 1)
    except OSError:
        return {}
    begin = len(_MARK) + _DIGEST
    if (
        len(data) > _LARGEST
        or data[: len(_MARK)] != _MARK
        or hashlib.sha256(data[begin:]).digest() != data[len(_MARK) : begin]
    ):
        return {}
    return dict(_entries(data, begin))


def _entries(data: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    while at < len(data):
        begin = at + _KEY + _LENGTH
        end = begin + int.from_bytes(data[at + _KEY : begin], "little")
        yield data[at : at + _KEY], data[begin:end]
        at = end


def _packed(known: Mapping[bytes, bytes]) -> bytes:
    body = b"".join(key + len(value).to_bytes(_LENGTH, "little") + value for key, value in known.items())
    return _MARK + hashlib.sha256(body).digest() + body


def _write(path: Path, data: bytes) -> None:
    """All at once: who reads meanwhile finds the file as it was or as it is now."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.{time.monotonic_ns():x}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BYTES, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _clear(folder: Path) -> None:
    """Remove what versions no longer in use have left."""
    for path in folder.glob("patterns-*"):
        if path.stat().st_mtime < time.time() - _UNUSED_SECONDS:
            path.unlink(missing_ok=True)


def _is_own(status: os.stat_result) -> bool:
    """Whether this user alone may write there; Windows keeps a user's folders apart by itself."""
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE)
