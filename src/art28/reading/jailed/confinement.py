"""A process that is about to read a hostile file -> the same process with bounds that it can't lift again.

Memory, processor time, open files and the size of written files are bounded wherever POSIX limits exist. On Linux the
process also moves into a network namespace without interfaces, where that is allowed, and gives up the system calls for
sockets, programs and changes to files. What can't be had is left out; `confine` says what holds.
"""

import ctypes
import platform
import sys
from enum import StrEnum

if sys.platform != "win32":
    import resource

_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000
_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP = 22
_FILTER_MODE = 2
_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | 1
_KILL = 0x80000000
_OPEN_FILES = 64
_HOOKED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.system",
    "os.remove",
    "os.rename",
    "os.kill",
)

# Linux's numbers, by architecture: socket, connect, socketpair, fork, vfork, execve, execveat, ptrace, kill, and what
# makes, moves, empties or removes files. Machines are as platform.machine() names them.
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_GIVEN_UP = {
    "x86_64": (
        *(41, 42, 53, 57, 58, 59, 322, 101, 62),
        *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 92, 258, 263, 264, 265, 266, 316),
    ),
    "aarch64": (198, 203, 199, 221, 281, 117, 129, *(45, 46, 38, 34, 35, 36, 37, 52, 54, 276)),
}


class Bound(StrEnum):
    """A bound that holds for the confined process."""

    MEMORY = "memory"
    FILES = "files"
    NETWORK_NAMESPACE = "network_namespace"
    SYSTEM_CALLS = "system_calls"
    PYTHON_CALLS = "python_calls"


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def confine(*, memory_bytes: int) -> tuple[Bound, ...]:
    """Confine this process for good; returns what holds."""
    held: list[Bound] = []
    if sys.platform == "linux":
        if _leave_the_network():
            held.append(Bound.NETWORK_NAMESPACE)
        if _give_up_calls():
            held.append(Bound.SYSTEM_CALLS)
    if sys.platform != "win32":
        _bound(resource.RLIMIT_CORE, 0)
        if _bound(resource.RLIMIT_FSIZE, 0) and _bound(resource.RLIMIT_NOFILE, _OPEN_FILES):
            held.append(Bound.FILES)
        if _bound(resource.RLIMIT_AS, memory_bytes):
            held.append(Bound.MEMORY)
    sys.addaudithook(_refuse)
    held.append(Bound.PYTHON_CALLS)
    return tuple(held)


def allow_processor_seconds(seconds: int) -> None:
    """Let this process use so much more processor time; the system ends it when that is used up."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


def _bound(which: int, value: int) -> bool:
    if sys.platform != "win32":
        try:
            resource.setrlimit(which, (value, value))
        except (ValueError, OSError):
            return False
    return True


def _leave_the_network() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        return bool(libc.unshare(_NEW_NETWORK) == 0 or libc.unshare(_NEW_NETWORK | _NEW_USER) == 0)
    except AttributeError:
        return False


def _give_up_calls() -> bool:
    """Install a filter that answers the given-up calls with "not permitted" (seccomp, Linux 3.5 and later)."""
    architecture, numbers = _ARCHITECTURES.get(platform.machine()), _GIVEN_UP.get(platform.machine())
    if architecture is None or numbers is None or sys.maxsize < 2**32:
        return False
    load, equal, at_least, answer = 0x20, 0x15, 0x35, 0x06
    program = [
        _Instruction(load, 0, 0, 4),
        _Instruction(equal, 1, 0, architecture),
        _Instruction(answer, 0, 0, _KILL),
        _Instruction(load, 0, 0, 0),
        # The x32 calls of x86-64 have numbers of their own.
        _Instruction(at_least, 0, 1, 0x40000000),
        _Instruction(answer, 0, 0, _REFUSE),
    ]
    for number in numbers:
        program += [_Instruction(equal, 0, 1, number), _Instruction(answer, 0, 0, _REFUSE)]
    program.append(_Instruction(answer, 0, 0, _ALLOW))
    array = (_Instruction * len(program))(*program)
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
            return False
        return bool(libc.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(_Program(len(program), array)), 0, 0) == 0)
    except AttributeError:
        return False


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_HOOKED):
        raise PermissionError(f"{event} is not for a process that reads files")
