"""Start a PostgreSQL of its own, run a command with DATABASE_URL set to it, stop it: `with_postgres.py COMMAND...`.

The cluster lives in a temporary folder and listens on loopback alone. PostgreSQL refuses to run as root, so root starts it
as the user that Debian's package makes. Exits with the command's code, or with 0 where no server is installed.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

USER = "postgres"


def main(command: Sequence[str]) -> int:
    """Run `command` beside a fresh cluster."""
    if binaries() is None:
        print("SKIPPED: no PostgreSQL server on this machine")
        return 0
    with Cluster(counts_rows="pytest" not in command[0]) as cluster:
        environment = {**os.environ, "DATABASE_URL": cluster.url}
        return subprocess.run(list(command), env=environment, check=False).returncode


class Cluster:
    """A cluster of its own in a temporary folder, from entering to leaving; it can be killed and started again meanwhile.

    It listens on loopback, and on the address `also_on` for machines in its network. Tests want `counts_rows` off: what a
    test writes it never commits, so that every table would count as empty to the planner, however many rows it holds.
    """

    def __init__(self, also_on: str = "", *, counts_rows: bool = True) -> None:
        found = binaries()
        if found is None:
            raise RuntimeError(
                "no PostgreSQL server on this machine: install Debian's postgresql, or put initdb on the path"
            )
        self._binaries = found
        self._folder = Path(tempfile.mkdtemp(prefix="art28-postgres-"))
        self._as_user = _as_unprivileged(self._folder)
        self._also_on = also_on
        self._counts_rows = counts_rows
        self._port = free_port()
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """What DATABASE_URL is set to."""
        return self.url_at("127.0.0.1")

    def url_at(self, address: str) -> str:
        """The same, as another machine calls it."""
        return f"postgresql://art28@{address}:{self._port}/art28"

    def __enter__(self) -> "Cluster":
        data = str(self._folder / "data")
        initdb = (str(self._binaries / "initdb"), "-D", data, "-U", "art28", "--auth=trust", "-E", "UTF8", "--no-sync")
        _run([*self._as_user, *initdb])
        if self._also_on:
            with (self._folder / "data" / "pg_hba.conf").open("a", encoding="ascii") as file:
                file.write(f"host all all {self._also_on}/24 trust\n")
        self.start()
        there = ("-h", "127.0.0.1", "-p", str(self._port), "-U", "art28", "art28")
        _run([*self._as_user, str(self._binaries / "createdb"), *there])
        return self

    def __exit__(self, *_: object) -> None:
        try:
            if self._server is not None:
                self._server.terminate()
                self._server.wait(timeout=30)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        self._server = subprocess.Popen(
            [
                *self._as_user,
                *(str(self._binaries / "postgres"), "-D", str(self._folder / "data"), "-p", str(self._port)),
                *("-h", ",".join(filter(None, ("127.0.0.1", self._also_on))), "-k", str(self._folder)),
                *("-c", "fsync=off", "-c", "max_connections=80", "-c", "log_min_messages=fatal"),
                # Tests that empty all tables do so side by side, and each table and index is a lock.
                *("-c", "max_locks_per_transaction=256"),
                *("-c", f"autovacuum={'on' if self._counts_rows else 'off'}"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_for(self._port)

    def stop(self) -> None:
        """Stop the server as its machine's shutdown does: whoever is connected is sent away."""
        if self._server is not None:
            postmaster = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
            os.kill(postmaster, signal.SIGINT)
            self._server.wait(timeout=30)

    def kill(self) -> None:
        """Kill the server and all its processes at once (SIGKILL), as when its machine fails."""
        postmaster = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        for process in (postmaster, *_children(postmaster)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        if self._server is not None:
            self._server.wait(timeout=30)


def _children(parent: int) -> list[int]:
    """The processes that `parent` started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(status.read_text().rpartition(")")[2].split()[1]) == parent:
                found.append(int(status.parent.name))
    return found


def binaries() -> Path | None:
    """Where a PostgreSQL server is installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if installed:
        return installed[0].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def _as_unprivileged(folder: Path) -> list[str]:
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam(USER)
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["runuser", "-u", USER, "--"]


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("PostgreSQL did not start within 30 seconds")


def _run(command: Sequence[str]) -> None:
    for _ in range(20):
        done = subprocess.run(list(command), capture_output=True, text=True, check=False, cwd="/")
        if done.returncode == 0:
            return
        if "starting up" not in done.stderr:
            break
        time.sleep(0.2)
    raise SystemExit(f"{command[0]} failed: {done.stderr.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
