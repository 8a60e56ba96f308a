"""An authority that answers over HTTP: times by RFC 3161, and whether a certificate was revoked by RFC 6960.

OpenSSL makes the answers, so that what art28 asks and keeps is held against a program that others wrote.
"""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import pytest

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to answer by")
_SETTINGS = """
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[seal]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:{url}/ocsp
[times]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:{url}/ocsp
[ocsp]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
authorityKeyIdentifier = keyid
1.3.6.1.5.5.7.48.1.5 = ASN1:NULL
[ca]
default_ca = ours
[ours]
database = {folder}/index.txt
default_md = sha256
new_certs_dir = {folder}
serial = {folder}/serial
crlnumber = {folder}/crlnumber
policy = any
default_days = 365
unique_subject = no
[any]
commonName = supplied
[tsa]
default_tsa = clock
[clock]
dir = {folder}
serial = {folder}/tsa-serial
signer_cert = {folder}/times.pem
certs = {folder}/root.pem
signer_key = {folder}/times.key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


_DAYS = {"seal": 365, "times": 3000, "ocsp": 3000}
_BY_ROOT = ("-config", "settings", "-cert", "root.pem", "-keyfile", "root.key.pem")


class Authority:
    """A root, a seal, a service of times and a responder; `url` is where they answer, `asked` what was asked there.

    An answer `takes` so many seconds.
    """

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.asked: list[str] = []
        self.takes = 0.0
        (folder / "settings").write_text(_SETTINGS.format(folder=folder, url=url))
        (folder / "index.txt").touch()
        for name in ("serial", "crlnumber", "tsa-serial"):
            (folder / name).write_text("01\n")
        self._key("root")
        named = ("-config", "settings", "-subj")
        lasting = ("-x509", "-days", "3650", "-extensions", "root")
        self.openssl("req", "-new", "-key", "root.key.pem", *named, "/CN=Proefwortel", *lasting, "-out", "root.pem")
        for name, days in _DAYS.items():
            self._key(name)
            self.openssl("req", "-new", "-key", f"{name}.key.pem", *named, f"/CN=Proef {name}", "-out", f"{name}.csr")
            asked = ("-extensions", name, "-days", str(days), "-in", f"{name}.csr", "-out", f"{name}.pem")
            self.openssl("ca", "-batch", "-notext", *_BY_ROOT, *asked)

    def openssl(self, *command: str) -> bytes:
        """What OpenSSL answers, in the folder of the authority."""
        return subprocess.run(
            ["openssl", *command], cwd=self.folder, capture_output=True, check=True, close_fds=False
        ).stdout

    def _key(self, name: str) -> None:
        self.openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{name}.key.pem")

    def revoke(self, name: str) -> None:
        """Revoke a certificate from now on."""
        self.openssl("ca", *_BY_ROOT, "-revoke", f"{name}.pem")

    def keep_list(self, material: Path) -> None:
        """The root and its list of revoked certificates, as an operator keeps them."""
        material.mkdir(exist_ok=True)
        shutil.copy(self.folder / "root.pem", material / "root.pem")
        self.openssl("ca", *_BY_ROOT, "-gencrl", "-crldays", "7", "-out", str(material / "root.crl"))

    def answer(self, path: str, asked: bytes) -> tuple[str, bytes]:
        """The kind and the bytes of an answer."""
        self.asked.append(path)
        sleep(self.takes)
        with TemporaryDirectory() as apart:
            query = Path(apart, "query")
            query.write_bytes(asked)
            if path == "/times":
                made = self.openssl("ts", "-reply", "-config", "settings", "-queryfile", str(query))
                return "application/timestamp-reply", made
            answer = Path(apart, "answer")
            by = ("-index", "index.txt", "-CA", "root.pem", "-rsigner", "ocsp.pem", "-rkey", "ocsp.key.pem")
            self.openssl("ocsp", *by, "-ndays", "1", "-reqin", str(query), "-respout", str(answer))
            return "application/ocsp-response", answer.read_bytes()


@contextmanager
def authority(folder: Path) -> Iterator[Authority]:
    """An authority that answers on this machine as long as it is held."""
    folder.mkdir(exist_ok=True)
    lock = threading.Lock()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            with lock:
                kind, answer = found.answer(self.path, asked)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_args: object) -> None:
            """Nothing is printed of it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    found = Authority(folder, f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
