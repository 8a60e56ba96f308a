"""A file that is said to be sealed -> what the seal proves of it: intact, whole, by whose certificate, at what time.

Nothing is fetched from anywhere: whether the certificate is the operator's is told by the certificate that one brings along.
"""

import io
from collections.abc import Coroutine, Sequence
from typing import Any

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from art28.sealing.proof import Outcome, Proof

_MOST_BYTES = 60 * 1024 * 1024


def certificates(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in a PEM or DER file; raises ValueError for anything else."""
    if not pem.detect(data):
        return (x509.Certificate.load(data),)
    return tuple(x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True))


def verify(pdf: bytes, trusted: Sequence[x509.Certificate]) -> Proof:
    """What `pdf` proves, by the certificates that are `trusted`. Never raises for what a file holds."""
    if len(pdf) > _MOST_BYTES:
        return Proof(Outcome.UNREADABLE)
    try:
        found = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    except (PdfError, ValueError, KeyError, TypeError, IndexError, RecursionError, OSError):
        return Proof(Outcome.UNREADABLE)
    if not found:
        return Proof(Outcome.NOT_SEALED)
    try:
        return _proof(found, trusted)
    except Exception:  # a file of a stranger: whatever breaks its check, it is not as it was sealed
        return Proof(Outcome.ALTERED)


def _at_once(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine comes to that never waits, as nothing is fetched; a loop would want sockets, which a jail hasn't."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    work.close()
    raise RuntimeError("checking a seal waits for something, though nothing is to be fetched")


def _proof(found: Sequence[Any], trusted: Sequence[x509.Certificate]) -> Proof:
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    status = _at_once(async_validate_pdf_signature(found[-1], context, ts_validation_context=context))
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    kept = status.modification_level == ModificationLevel.NONE
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    said = {
        "by": certificate.subject.human_friendly,
        "fingerprint": certificate.sha256.hex(),
        "at": stamp.timestamp if stamp is not None else status.signer_reported_dt,
        "timestamped": stamp is not None and bool(stamp.intact and stamp.valid),
    }
    if not (status.intact and status.valid and whole and kept and len(found) == 1):
        return Proof(Outcome.ALTERED, **said)
    return Proof(Outcome.INTACT if status.trusted else Outcome.UNKNOWN_SEAL, **said)
