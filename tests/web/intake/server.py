"""A real IMAP server with TLS on this machine: Dovecot, with its mailboxes in a folder of its own."""

import datetime
import imaplib
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwuid

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
PASSWORD = "een-wachtwoord-voor-proeven"
_CONFIGURATION = """
protocols = imap
base_dir = {folder}/run
log_path = {folder}/log
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={mail} gid={mail_group} home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, by which certificate it is known, and whose mailbox is meant: each name has one."""

    port: int
    certificate: Path
    user: str = "signalen"

    def deliver(self, message: bytes, *, at: datetime.datetime | None = None) -> None:
        """Let a message lie in the inbox, received at `at`."""
        with imaplib.IMAP4_SSL("localhost", self.port, ssl_context=self._context()) as connection:
            connection.login(self.user, PASSWORD)
            when = imaplib.Time2Internaldate(at or datetime.datetime.now(datetime.UTC))
            connection.append("INBOX", "", when, message)

    def flags(self) -> bytes:
        """The flags of all messages."""
        with imaplib.IMAP4_SSL("localhost", self.port, ssl_context=self._context()) as connection:
            connection.login(self.user, PASSWORD)
            connection.select("INBOX", readonly=True)
            return b" ".join(part for part in connection.fetch("1:*", "(FLAGS)")[1] if isinstance(part, bytes))

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """The server, as long as the block lasts."""
    assert PROGRAM is not None
    _certify(folder)
    (folder / "mail").mkdir()
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    if os.getuid() == 0:
        people = {"internal": "dovecot", "login": "dovenull", "group": "dovecot", "mail": "mail", "mail_group": "mail"}
        shutil.chown(folder / "mail", "mail", "mail")
    else:
        own = getpwuid(os.getuid())
        people = dict.fromkeys(("internal", "login", "mail"), own.pw_name)
        people |= {"group": str(own.pw_gid), "mail_group": str(own.pw_gid)}
    text = _CONFIGURATION.format(folder=folder, port=port, password=PASSWORD, **people)
    (folder / "dovecot.conf").write_text(text, encoding="ascii")
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(folder / "dovecot.conf")])
    try:
        _wait(port, folder)
        yield Server(port, folder / "certificate.pem")
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(port: int, folder: Path) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError((folder / "log").read_text(encoding="utf-8", errors="replace"))


def _certify(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
