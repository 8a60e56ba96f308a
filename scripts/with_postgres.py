"""Start a PostgreSQL of its own, run a command with DATABASE_URL set to it, stop it: `with_postgres.py COMMAND...`.

The cluster lives in a temporary folder and listens on loopback alone. PostgreSQL refuses to run as root, so root starts it
as the user that Debian's package makes. Exits with the command's code, or with 0 where no server is installed.
"""

import os
import pwd
import shutil
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
    binaries = _binaries()
    if binaries is None:
        print("SKIPPED: no PostgreSQL server on this machine")
        return 0
    folder = Path(tempfile.mkdtemp(prefix="art28-postgres-"))
    as_user = _as_unprivileged(folder)
    port = _free_port()
    try:
        data = folder / "data"
        _run(
            [
                *as_user,
                str(binaries / "initdb"),
                "-D",
                str(data),
                "-U",
                "art28",
                "--auth=trust",
                "-E",
                "UTF8",
                "--no-sync",
            ]
        )
        server = subprocess.Popen(
            [
                *as_user,
                *(str(binaries / "postgres"), "-D", str(data), "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)),
                *("-c", "fsync=off", "-c", "max_connections=80", "-c", "log_min_messages=fatal"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            _run([*as_user, str(binaries / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "art28", "art28"])
            environment = {**os.environ, "DATABASE_URL": f"postgresql://art28@127.0.0.1:{port}/art28"}
            return subprocess.run(list(command), env=environment, check=False).returncode
        finally:
            server.terminate()
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
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


def _free_port() -> int:
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
