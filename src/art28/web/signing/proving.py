"""What a stranger's file proves, found out in confinement: a sealed file, or a copy that somebody signed."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from asn1crypto import x509
from django.conf import settings

from art28.reading.errors import UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.sealing.certificates import certificates
from art28.sealing.key import NoSeal
from art28.sealing.proof import Original, Outcome, Proof
from art28.web.signing import sealing
from art28.web.signing.models import Signing


def of_sealed(data: bytes) -> Proof:
    """What a file proves by the operator's own certificate, and by the issuers of times how long it lasts."""
    trusted, of_times = _read(sealing.trusted), _read(sealing.issuers)
    return _asked(lambda jail: jail.proof(data, trusted, name="sealed.pdf", issuers=of_times))


def _read(found: Callable[[], Iterable[x509.Certificate]]) -> tuple[bytes, ...]:
    try:
        return tuple(each.dump() for each in found())
    except (NoSeal, OSError, ValueError):
        return ()


def of_copy(data: bytes, signing: Signing) -> Proof:
    """What a copy proves of the document that was put before its signatories, by the issuers that the operator trusts."""
    document = bytes(signing.document)
    original = Original(len(document), hashlib.sha256(document).hexdigest())
    return _asked(lambda jail: jail.proof_of_copy(data, original, issuers(), name="copy.pdf"))


def issuers() -> tuple[bytes, ...]:
    """The issuers (DER) by which people's own certificates are known; none where no file is named, or it can't be read."""
    if not settings.SIGNATURE_ISSUERS:
        return ()
    return _read(lambda: certificates(Path(settings.SIGNATURE_ISSUERS).read_bytes()))


def _asked(ask: Callable[[Jail], Proof]) -> Proof:
    limits = Limits(file_bytes=settings.UPLOAD_MAX_BYTES)
    try:
        with Jail(limits, seals=True) as jail:
            return ask(jail)
    except UnreadableFile:
        return Proof(Outcome.UNREADABLE)
