"""A mailbox over IMAP with TLS, read and never changed: what lies in it beyond the last message that was taken in."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import strftime

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_RECEIVED = re.compile(rb'INTERNALDATE "([^"]+)"')
_TIMEOUT_SECONDS = 20


class Unreachable(Exception):
    """The mailbox could not be read; `code` says at which step: connect, login, folder, read."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Account:
    """Where the mailbox is. `starttls` begins in the clear and goes on encrypted; without it all is encrypted from the start.

    `ca_file` names the certificate of one's own authority; empty trusts what the machine trusts. There is no way without TLS.
    """

    host: str
    port: int
    user: str
    password: str
    folder: str = "INBOX"
    starttls: bool = False
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class Lying:
    """A message as it lies in the mailbox: when the server received it, and how large it is."""

    uid: int
    size: int
    received_at: datetime


@dataclass(slots=True)
class Mailbox:
    """An open mailbox. `validity` tells whether numbers seen before still mean the same messages."""

    connection: imaplib.IMAP4
    validity: int

    def beyond(self, uid: int) -> tuple[int, ...]:
        """The numbers of the messages after `uid`, in the order in which they came in."""
        found = _answer(self.connection.uid("SEARCH", "UID", f"{uid + 1}:*"))
        return tuple(sorted(number for number in map(int, found.split()) if number > uid))

    def since(self, day: date) -> tuple[int, ...]:
        """The numbers of the messages that came in on `day` or later."""
        imap_day = strftime("%d-", day.timetuple()) + _MONTHS[day.month - 1] + strftime("-%Y", day.timetuple())
        return tuple(sorted(map(int, _answer(self.connection.uid("SEARCH", "SINCE", imap_day)).split())))

    def look(self, uid: int) -> Lying | None:
        """What is known of a message without fetching it; None where it is gone."""
        found = _answer(self.connection.uid("FETCH", str(uid), "(RFC822.SIZE INTERNALDATE)"))
        size, received = _SIZE.search(found), _RECEIVED.search(found)
        if size is None or received is None:
            return None
        at = datetime.strptime(received[1].decode("ascii").strip(), "%d-%b-%Y %H:%M:%S %z")
        return Lying(uid, int(size[1]), at.astimezone(UTC))

    def fetch(self, uid: int, *, whole: bool) -> bytes:
        """The message as it came, or its head alone."""
        status, parts = self.connection.uid("FETCH", str(uid), "(BODY.PEEK[])" if whole else "(BODY.PEEK[HEADER])")
        if status != "OK":
            raise Unreachable("read")
        return next((bytes(part[1]) for part in parts if isinstance(part, tuple)), b"")


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _answer(given: tuple[str, list[bytes | None] | list[object]]) -> bytes:
    status, parts = given
    if status != "OK":
        raise Unreachable("read")
    return b" ".join(part for part in parts if isinstance(part, bytes))


@contextmanager
def opened(account: Account) -> Iterator[Mailbox]:
    """The mailbox, opened for reading alone. Raises `Unreachable`."""
    context = ssl.create_default_context(cafile=account.ca_file or None)
    connection = _connected(account, context)
    step = "login"
    try:
        connection.login(account.user, account.password)
        step = "folder"
        if connection.select(f'"{account.folder}"', readonly=True)[0] != "OK":
            raise Unreachable(step)
        _, validity = connection.response("UIDVALIDITY")
        step = "read"
        yield Mailbox(connection, int(validity[0] or 0) if validity else 0)
    except (imaplib.IMAP4.error, OSError) as error:
        raise Unreachable(step) from error
    finally:
        _close(connection)


def _connected(account: Account, context: ssl.SSLContext) -> imaplib.IMAP4:
    try:
        if not account.starttls:
            return imaplib.IMAP4_SSL(account.host, account.port, ssl_context=context, timeout=_TIMEOUT_SECONDS)
        connection = imaplib.IMAP4(account.host, account.port, timeout=_TIMEOUT_SECONDS)
        connection.starttls(context)
    except (imaplib.IMAP4.error, OSError) as error:
        raise Unreachable("connect") from error
    return connection


def _close(connection: imaplib.IMAP4) -> None:
    try:
        connection.logout()
    except (imaplib.IMAP4.error, OSError):
        return
