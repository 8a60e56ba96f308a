"""A file that is said to be sealed -> what the seal proves of it: intact, whole, by whose certificate, at what time.

Nothing is fetched from anywhere: whether the certificate is the operator's is told by the certificate that one brings along.
"""

import hashlib
import io
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from art28.sealing.proof import Original, Outcome, Proof

_MOST_BYTES = 60 * 1024 * 1024


def verify(pdf: bytes, trusted: Sequence[x509.Certificate]) -> Proof:
    """What `pdf` proves, by the certificates that are `trusted`. Never raises for what a file holds."""
    reader = _reader(pdf)
    if isinstance(reader, Proof):
        return reader
    try:
        return _proof(reader.embedded_signatures, trusted)
    except Exception:  # a file of a stranger: whatever breaks its check, it is not as it was sealed
        return Proof(Outcome.ALTERED)


def verify_copy(pdf: bytes, original: Original, trusted: Sequence[x509.Certificate]) -> Proof:
    """What a copy proves that a person signed with a key of their own: the bytes of the document that was given to sign, one
    signature added behind them and nothing else. `trusted` are issuers. Never raises for what a file holds."""
    reader = _reader(pdf)
    if isinstance(reader, Proof):
        return reader
    if hashlib.sha256(pdf[: original.length]).hexdigest() != original.sha256:
        return Proof(Outcome.OTHER_DOCUMENT)
    if len(reader.embedded_signatures) > 1:
        return Proof(Outcome.SEVERAL)
    try:
        proof = _proof(reader.embedded_signatures, trusted)
        given = PdfFileReader(io.BytesIO(pdf[: original.length])).total_revisions
        added = DEFAULT_DIFF_POLICY.review_file(reader, given - 1)
    except Exception:  # as above
        return Proof(Outcome.ALTERED)
    # Setting a signature is filling in a field; anything more was written into the document.
    only_signed = isinstance(added, DiffResult) and added.modification_level <= ModificationLevel.FORM_FILLING
    return proof if only_signed else replace(proof, outcome=Outcome.ALTERED)


def _reader(pdf: bytes) -> PdfFileReader | Proof:
    """A reader of a PDF that holds a signature; what is to be said where it isn't one."""
    if len(pdf) > _MOST_BYTES:
        return Proof(Outcome.UNREADABLE)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        return reader if reader.embedded_signatures else Proof(Outcome.NOT_SEALED)
    except (PdfError, ValueError, KeyError, TypeError, IndexError, RecursionError, OSError):
        return Proof(Outcome.UNREADABLE)


def _at_once(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine comes to that never waits, as nothing is fetched; a loop would want sockets, which a jail hasn't."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    work.close()
    raise RuntimeError("checking a seal waits for something, though nothing is to be fetched")


def _called(name: x509.Name) -> str:
    """Whose certificate it is: the common name, and the organisation where there is one; all that it says without these."""
    said = name.native
    parts = [said.get("common_name"), said.get("organization_name")]
    first, *rest = [str(part) for part in parts if isinstance(part, str) and part] or [name.human_friendly]
    return f"{first} ({rest[0]})" if rest and rest[0] != first else first


def _proof(found: Sequence[Any], trusted: Sequence[x509.Certificate]) -> Proof:
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    status = _at_once(async_validate_pdf_signature(found[-1], context, ts_validation_context=context))
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    kept = status.modification_level == ModificationLevel.NONE
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    said = {
        "by": _called(certificate.subject),
        "issuer": _called(certificate.issuer),
        "fingerprint": certificate.sha256.hex(),
        "at": stamp.timestamp if stamp is not None else status.signer_reported_dt,
        "timestamped": stamp is not None and bool(stamp.intact and stamp.valid),
    }
    if not (status.intact and status.valid and whole and kept and len(found) == 1):
        return Proof(Outcome.ALTERED, **said)
    return Proof(Outcome.INTACT if status.trusted else Outcome.UNKNOWN_SEAL, **said)
