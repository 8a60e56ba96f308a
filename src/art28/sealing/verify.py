"""A file that is said to be sealed -> what the seal proves of it: intact, whole, by whose certificate, at what time.

Nothing is fetched from anywhere: whether the certificate is the operator's is told by the certificate that one brings along.
"""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    CatalogModificationRule,
    DiffResult,
    DSSCompareRule,
    FormUpdatingRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.validation import (
    SignatureCoverageLevel,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko_certvalidator import ValidationContext

from art28.sealing import lasting
from art28.sealing.at_once import at_once
from art28.sealing.key import Level
from art28.sealing.proof import Original, Outcome, Proof

_MOST_BYTES = 60 * 1024 * 1024


_UPKEEP = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(ignored_keys={"/AcroForm", "/DSS", "/Extensions", "/Version"}),  # type: ignore[no-untyped-call]
        XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        DSSCompareRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=FormUpdatingRule(
        field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]  # type: ignore[no-untyped-call]
    ),
)
"""What may stand behind a seal: times of a service, and what shows that no certificate was revoked. pyHanko's own rules take
changed properties of the document for upkeep too."""


def verify(
    pdf: bytes,
    trusted: Sequence[x509.Certificate],
    issuers: Sequence[x509.Certificate] = (),
    *,
    at: datetime | None = None,
) -> Proof:
    """What `pdf` proves at an instant (None: now): whose seal it is by the certificates that are `trusted`, how long it lasts
    by these and the `issuers`, of which each has many customers. Never raises for what a file holds."""
    reader = _reader(pdf)
    if isinstance(reader, Proof):
        return reader
    try:
        return _proof(reader.embedded_signatures, trusted, issuers, at)
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
    if not only_signed:
        return replace(proof, outcome=Outcome.ALTERED)
    # Whether a certificate that ran out could still be signed with is asked of nobody: it isn't known.
    return replace(proof, outcome=Outcome.UNKNOWN_SEAL) if proof.outcome is Outcome.RUN_OUT else proof


def _reader(pdf: bytes) -> PdfFileReader | Proof:
    """A reader of a PDF that holds a signature; what is to be said where it isn't one."""
    if len(pdf) > _MOST_BYTES:
        return Proof(Outcome.UNREADABLE)
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        return reader if reader.embedded_signatures else Proof(Outcome.NOT_SEALED)
    except (PdfError, ValueError, KeyError, TypeError, IndexError, RecursionError, OSError):
        return Proof(Outcome.UNREADABLE)


def _called(name: x509.Name) -> str:
    """Whose certificate it is: the common name, and the organisation where there is one; all that it says without these."""
    said = name.native
    parts = [said.get("common_name"), said.get("organization_name")]
    first, *rest = [str(part) for part in parts if isinstance(part, str) and part] or [name.human_friendly]
    return f"{first} ({rest[0]})" if rest and rest[0] != first else first


def _proof(
    found: Sequence[Any],
    trusted: Sequence[x509.Certificate],
    issuers: Sequence[x509.Certificate] = (),
    at: datetime | None = None,
) -> Proof:
    """What the one signature proves that stands on a file, with the times of a service behind it."""
    seal, *archives = found
    status = _status(seal, trusted, at)
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    stamped = stamp is not None and bool(stamp.intact and stamp.valid)
    said = {
        "by": _called(certificate.subject),
        "issuer": _called(certificate.issuer),
        "fingerprint": certificate.sha256.hex(),
        "at": stamp.timestamp if stamp is not None else status.signer_reported_dt,
        "timestamped": stamped,
    }
    if not (status.intact and status.valid and _is_whole(status, archives, trusted)):
        return Proof(Outcome.ALTERED, **said)
    level = lasting.level(seal, archives, (*trusted, *issuers), stamp.timestamp if stamped else None)
    last = archives[-1] if archives else None
    proof = Proof(
        Outcome.INTACT,
        **said,
        level=level,
        archived_at=last.self_reported_timestamp if last is not None else None,
        lasts_until=(last.signer_cert if last is not None else certificate).not_valid_after,
    )
    if status.trusted:
        return proof
    then = said["at"]
    if not isinstance(then, datetime) or not _status(seal, trusted, then).trusted:
        return replace(proof, outcome=Outcome.UNKNOWN_SEAL)
    return proof if _vouched_for(proof, at) else replace(proof, outcome=Outcome.RUN_OUT)


def _status(seal: Any, trusted: Sequence[x509.Certificate], at: datetime | None) -> Any:
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False, moment=at)
    checked = async_validate_pdf_signature(seal, context, ts_validation_context=context, diff_policy=_UPKEEP)
    return at_once(checked)


def _is_whole(status: Any, archives: Sequence[Any], trusted: Sequence[x509.Certificate]) -> bool:
    """Whether nothing stands behind the seal but times over all before them, and what those rest on."""
    if not archives:
        whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        return bool(whole and status.modification_level == ModificationLevel.NONE)
    if any(each.sig_object_type != "/DocTimeStamp" for each in archives):
        return False
    if (
        status.coverage < SignatureCoverageLevel.ENTIRE_REVISION
        or status.modification_level > ModificationLevel.LTA_UPDATES
    ):
        return False
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    times = [at_once(async_validate_pdf_timestamp(each, context, diff_policy=_UPKEEP)) for each in archives]
    return times[-1].coverage == SignatureCoverageLevel.ENTIRE_FILE and all(
        each.intact and each.valid for each in times
    )


def _vouched_for(proof: Proof, at: datetime | None) -> bool:
    """Whether a time that is proven to be good still vouches for a seal whose own certificate ran out."""
    lasting_until = proof.lasts_until
    return proof.level is Level.B_LTA and lasting_until is not None and (at or datetime.now(UTC)) <= lasting_until
