"""Bytes -> Document in a process of its own, with bounds on time, memory, files and network.

A file may be broken or hostile; the libraries that read it are written in C. A jail keeps a few processes that read one
file after the other. One that dies, hangs or answers nonsense is ended and replaced, and its file refused.
"""

import base64
import hashlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Self, TypeVar

from art28.document.model import Document
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jailed.enclosed import unpacked_enclosed
from art28.reading.jailed.placed import unpacked_places
from art28.reading.jailed.sealed import unpacked_proof
from art28.reading.jailed.wire import InvalidMessage, progress_in, unpacked
from art28.reading.limits import Limits, Progress
from art28.reading.places import Places
from art28.sealing.proof import Original, Proof

Answer = TypeVar("Answer")
_LENGTH = 8
_START_SECONDS = 30.0
_LONGEST_ANSWER = 512 * 1024 * 1024
# A process is replaced after so many files, lest what a library leaks adds up; starting one takes as long as ten files.
_FILES_A_PROCESS = 1_000
_MIB = 1024 * 1024


class _Died(Exception):
    """The process ended, or was ended, before it answered in full."""


class Jail:
    """A few confined processes that read files; a context manager, safe to use from several threads."""

    def __init__(
        self, limits: Limits | None = None, *, processes: int = 1, seals: bool = False, ahead: bool = False
    ) -> None:
        """`seals` has the processes check seals too, for which they load a library of its own.

        `ahead` has them start at once rather than when they are first asked, while the caller makes ready itself.
        """
        self.limits = limits if limits is not None else Limits()
        self._idle: queue.LifoQueue[_Inmate | None] = queue.LifoQueue()
        for _ in range(processes):
            self._idle.put(_Inmate(self.limits, seals=seals) if ahead else None)
        self._processes = processes
        self._seals = seals
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes; those that are reading finish first."""
        self._closed = True
        for _ in range(self._processes):
            inmate = self._idle.get()
            if inmate is not None:
                inmate.end()
        for _ in range(self._processes):
            self._idle.put(None)

    def read(self, data: bytes, *, name: str, progress: Progress | None = None) -> Document:
        """The document that the bytes of a file make; raises UnreadableFile.

        `progress` is called before each page whose text has to be recognised, which takes seconds a page.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        return self._asked(data, name, "text", lambda answer: unpacked(answer, name=name, sha256=sha256), progress)

    def places(self, data: bytes, *, name: str) -> Places:
        """What a Word file leaves open; raises UnreadableFile."""
        return self._asked(data, name, "places", lambda answer: unpacked_places(answer, name=name))

    def proof(self, data: bytes, trusted: Sequence[bytes], *, name: str, issuers: Sequence[bytes] = ()) -> Proof:
        """What a sealed PDF proves by the certificates (DER) that are trusted, and by these `issuers` of how long it lasts;
        raises UnreadableFile."""
        return self._proof(data, trusted, {"issuers": _listed(issuers)}, name=name)

    def proof_of_copy(self, data: bytes, original: Original, trusted: Sequence[bytes], *, name: str) -> Proof:
        """What a copy of `original` proves that a person signed, by trusted issuers (DER); raises UnreadableFile."""
        given = {"length": str(original.length), "sha256": original.sha256}
        return self._proof(data, trusted, given, name=name)

    def _proof(self, data: bytes, trusted: Sequence[bytes], given: Mapping[str, str], *, name: str) -> Proof:
        if not self._seals:
            raise RuntimeError("this jail checks no seals: open one with seals=True")
        more = {"trusted": _listed(trusted), **given}
        return self._asked(data, name, "seal", lambda answer: unpacked_proof(answer, name=name), more=more)

    def enclosed(self, data: bytes, wanted: str, *, name: str, most: int) -> bytes | None:
        """The file called `wanted` in a PDF, of at most `most` bytes; None where there is none. Raises UnreadableFile."""
        more = {"wanted": wanted, "most": str(most)}
        return self._asked(
            data, name, "enclosed", lambda answer: unpacked_enclosed(answer, name=name, most=most), more=more
        )

    def _asked(
        self,
        data: bytes,
        name: str,
        what: str,
        unpack: Callable[[bytes], Answer],
        progress: Progress | None = None,
        more: Mapping[str, str] | None = None,
    ) -> Answer:
        if self._closed:
            raise RuntimeError("this jail is closed: open another")
        if len(data) > self.limits.file_bytes:
            raise UnreadableFile(
                name,
                Unreadable.TOO_LARGE,
                f"the file is {len(data) / _MIB:.0f} MB and at most {self.limits.file_bytes / _MIB:.0f} MB is read: "
                "split it, or send the agreement without its scans",
            )
        inmate = self._idle.get()
        try:
            if inmate is None or inmate.is_worn():
                if inmate is not None:
                    inmate.end()
                inmate = _Inmate(self.limits, seals=self._seals)
            answer = inmate.ask(data, {"name": name, "what": what, **(more or {})}, unpack, progress)
        except UnreadableFile as refusal:
            if inmate is not None and refusal.reason in (Unreadable.TOO_SLOW, Unreadable.BOMB, Unreadable.DAMAGED):
                inmate.end()
                inmate = None
            raise
        except BaseException:
            if inmate is not None:
                inmate.end()
                inmate = None
            raise
        finally:
            self._idle.put(inmate)
        return answer

    def bounds(self) -> tuple[str, ...]:
        """Which bounds hold for the processes on this machine, as `confinement.Bound` names them."""
        inmate = self._idle.get()
        try:
            inmate = inmate if inmate is not None else _Inmate(self.limits, seals=self._seals)
            return inmate.bounds()
        finally:
            self._idle.put(inmate)


class _Inmate:
    """One confined process."""

    def __init__(self, limits: Limits, *, seals: bool = False) -> None:
        self._limits = limits
        self._files = 0
        self._late = False
        self._ends = 0.0
        # The modules are found where this process finds them; nothing else of its surroundings is passed on.
        environment = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "OMP_THREAD_LIMIT": "1"}
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-B",
                "-P",
                "-m",
                "art28.reading.jailed.confined",
                json.dumps(asdict(limits)),
                *(["seals"] if seals else []),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._bounds: tuple[str, ...] | None = None

    def bounds(self) -> tuple[str, ...]:
        """Which bounds hold for the process, which says so once it is ready."""
        if self._bounds is None:
            try:
                with self._alarm(_START_SECONDS):
                    self._bounds = tuple(json.loads(self._answer()))
            except (_Died, ValueError):
                self.end()
                raise RuntimeError(
                    f"the process that reads files ended with {self._process.returncode} before it started: "
                    f"check that {sys.executable} can import art28 within {self._limits.memory_bytes // _MIB} MB of memory"
                ) from None
        return self._bounds

    def is_worn(self) -> bool:
        """Whether the process should make way for a new one."""
        return self._files >= _FILES_A_PROCESS or self._process.poll() is not None

    def ask(
        self,
        data: bytes,
        asked: Mapping[str, str],
        unpack: Callable[[bytes], Answer],
        progress: Progress | None = None,
    ) -> Answer:
        """What the process answers of a file: its text, its places, its proof or what it encloses; raises UnreadableFile."""
        name = asked["name"]
        self.bounds()
        self._files += 1
        self._ends = time.monotonic() + self._limits.wall_seconds + self._limits.recognition_seconds
        header = json.dumps(asked).encode()
        try:
            with self._alarm(self._limits.wall_seconds):
                self._send(len(header).to_bytes(_LENGTH) + len(data).to_bytes(_LENGTH) + header)
                self._send(data)
                message = self._answer()
            while (step := progress_in(message)) is not None:
                message = self._after(step, progress)
            return unpack(message)
        except _Died:
            raise self._refusal(name) from None
        except InvalidMessage:
            raise UnreadableFile(
                name,
                Unreadable.DAMAGED,
                "reading it went wrong: the file is damaged or made to mislead; save it anew and send that",
            ) from None

    def _after(self, step: tuple[int, int], progress: Progress | None) -> bytes:
        """What the process says after it has recognised another page."""
        if time.monotonic() > self._ends:
            self._ring()
            raise _Died
        if progress is not None:
            progress(*step)
        with self._alarm(self._limits.page_seconds):
            return self._answer()

    def end(self) -> None:
        """End the process at once and clear up after it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue

    def _alarm(self, seconds: float) -> "_Alarm":
        self._late = False
        return _Alarm(seconds, self._ring)

    def _ring(self) -> None:
        self._late = True
        self._process.kill()

    def _send(self, data: bytes) -> None:
        stream = self._process.stdin
        try:
            if stream is None:
                raise _Died
            stream.write(data)
            stream.flush()
        except OSError:
            raise _Died from None

    def _answer(self) -> bytes:
        length = int.from_bytes(self._receive(_LENGTH))
        if length > _LONGEST_ANSWER:
            raise _Died
        return self._receive(length)

    def _receive(self, length: int) -> bytes:
        stream = self._process.stdout
        data = stream.read(length) if stream is not None else b""
        if len(data) < length:
            raise _Died
        return data

    def _refusal(self, name: str) -> UnreadableFile:
        """Why a file whose reader died is refused."""
        if not self._late:
            try:
                self._process.wait(1.0)
            except subprocess.TimeoutExpired:
                self._process.kill()
        code = self._process.wait()
        out_of_time = {-number for number in (getattr(signal, "SIGXCPU", None),) if number is not None}
        if self._late or code in out_of_time:
            return UnreadableFile(
                name,
                Unreadable.TOO_SLOW,
                f"reading it takes longer than {self._limits.wall_seconds:g} seconds, or recognising the text of a page "
                f"longer than {self._limits.page_seconds}: save the agreement alone as PDF or DOCX and send that",
            )
        if code == -signal.SIGKILL:
            return UnreadableFile(
                name,
                Unreadable.BOMB,
                "reading it takes far more memory than an agreement needs: save it anew as PDF or DOCX and send that",
            )
        return UnreadableFile(
            name,
            Unreadable.DAMAGED,
            "the file is damaged in a way that stops it from being read: save or print it to PDF anew and send that",
        )


class _Alarm:
    """Rings once when a block of code takes longer than so many seconds."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self._timer = threading.Timer(seconds, ring)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._timer.cancel()


def _listed(certificates: Sequence[bytes]) -> str:
    return " ".join(base64.b64encode(each).decode() for each in certificates)
