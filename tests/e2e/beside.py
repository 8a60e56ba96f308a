"""What runs beside the server in earnest: the worker as its own process, and a mail server that takes what is sent."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection

_HOST = "127.0.0.1"
_SECONDS_TO_STOP = 30


class Mailbox:
    """An SMTP server on loopback, and the messages that it accepted."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.envelopes: list[tuple[str, tuple[str, ...]]] = []
        self._controller = Controller(self, hostname=_HOST, port=_free_port())

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._controller.port
        return port

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Accept a message."""
        message = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.envelopes.append((envelope.mail_from or "", tuple(envelope.rcpt_tos)))
        self.received.append(message)
        return "250 Message accepted"

    @contextmanager
    def open(self) -> Iterator["Mailbox"]:
        """Listen until the end of the block."""
        self._controller.start()
        try:
            yield self
        finally:
            self._controller.stop()


@contextmanager
def working(folder: Path, environment: Mapping[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """`art28 worker` on the test's database until the end of the block; it must then stop in good order."""
    with (folder / "worker.log").open("w+b") as log:
        worker = subprocess.Popen(
            [sys.executable, "-m", "art28.cli.main", "worker", "--interval", "0.2"],
            env=_environment(folder, environment),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield worker
        finally:
            worker.terminate()
            code = worker.wait(_SECONDS_TO_STOP)
            log.seek(0)
            said = log.read().decode()
        assert (code, said) == (0, "")


def art28(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command line, as an outsider has it: with no database and no mail server."""
    return subprocess.run(
        [sys.executable, "-m", "art28.cli.main", *arguments],
        env={**_clean(), "ART28_DATA_DIR": str(folder), "DATABASE_URL": "sqlite:////nowhere/none.sqlite3"},
        capture_output=True,
        text=True,
        check=False,
    )


def _environment(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    return {**_clean(), "ART28_DATA_DIR": str(folder), "DATABASE_URL": database_url(), **environment}


def _clean() -> dict[str, str]:
    mine = ("ART28_", "DATABASE_URL", "DJANGO_")
    return {name: value for name, value in os.environ.items() if not name.startswith(mine)}


def database_url() -> str:
    """The database of this test, as another process names it."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(given['NAME']))}"
    who = quote(given["USER"]) + (f":{quote(given['PASSWORD'])}" if given["PASSWORD"] else "")
    return f"postgresql://{who}@{given['HOST']}:{given['PORT']}/{quote(given['NAME'])}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        port: int = listener.getsockname()[1]
    return port
