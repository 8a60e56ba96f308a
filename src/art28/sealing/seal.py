"""A PDF -> the same with the operator's seal: PAdES B-B, B-T with the time of an RFC 3161 service, or B-LTA where what shows
that no certificate was revoked is there too, with a time of that service over it; by pyHanko.

The seal says that the operator of this installation sealed these very bytes. It is nobody's signature: whoever signed is
named in the document and in the certificate of completion.
"""

import asyncio
import io
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from asn1crypto import pem
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from art28.sealing.archiving import archived
from art28.sealing.certificates import kept
from art28.sealing.key import Key, Level, NoSeal
from art28.sealing.signable import ended

FIELD = "Seal"
_ANSWERED_LATER = timedelta(minutes=5)
_ANSWERS_WITHIN = 30
"""Seconds."""


def service(url: str) -> TimeStamper:
    """The service of times at an address."""
    return HTTPTimeStamper(url, timeout=_ANSWERS_WITHIN)


def seal(pdf: bytes, key: Key, *, reason: str, stamper: Callable[[str], TimeStamper] = service) -> tuple[bytes, Level]:
    """The sealed bytes, which nothing may follow but times of a service, and the level that was reached.

    Raises `NoSeal` where the key can't be used, and `pyhanko`'s `TimestampRequestError` where the service gives no time.
    """
    time = stamper(key.timestamp_url) if key.timestamp_url else None
    material = _material(key) if time is not None else None
    if time is None or material is None:
        return _sealed(pdf, key, reason, time, None), Level.B_T if time is not None else Level.B_B
    try:
        sealed = _sealed(pdf, key, reason, time, material)
    except (SigningError, ValidationError, PathError):
        # A list that is missing or too old, an issuer that isn't there, an address that doesn't answer, a certificate
        # that was revoked: the seal is set without, and its level says so.
        return _sealed(pdf, key, reason, time, None), Level.B_T
    try:
        return archive(sealed, key, stamper=stamper), Level.B_LTA
    except NoSeal:
        return sealed, Level.B_LT


def archive(sealed: bytes, key: Key, *, stamper: Callable[[str], TimeStamper] = service) -> bytes:
    """The sealed bytes with one more time of the service over all of them, by which they last until its certificate runs out.

    Raises `NoSeal` where no service is named or nothing shows that its certificate wasn't revoked, and
    `TimestampRequestError` where it gives no time.
    """
    material = _material(key) if key.timestamp_url else None
    if material is None:
        raise NoSeal("it takes a service of times (RFC 3161), and what shows that its certificate wasn't revoked")
    try:
        return _apart(archived(sealed, stamper(key.timestamp_url), material), material)
    except (SigningError, ValidationError, PathError) as error:
        raise NoSeal(f"nothing shows that the certificate of the service of times wasn't revoked: {error}") from error


def _apart(work: Coroutine[Any, Any, bytes], material: ValidationContext) -> bytes:
    """What `work` comes to in a loop of its own, which the caller's thread may have already."""

    async def released() -> bytes:
        try:
            return await work
        finally:
            await material.aclose()  # type: ignore[no-untyped-call]

    with ThreadPoolExecutor(max_workers=1) as apart:
        return apart.submit(asyncio.run, released()).result()


def _sealed(pdf: bytes, key: Key, reason: str, time: TimeStamper | None, material: ValidationContext | None) -> bytes:
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
        embed_validation_info=material is not None,
        validation_context=material,
        # In the very revision that is sealed, so that only the time over it follows the seal.
        dss_settings=DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(ended(pdf)))
    signer = signers.PdfSigner(about, _signer(key), timestamper=time)
    # It runs a loop of its own, which the caller's thread may have already.
    with ThreadPoolExecutor(max_workers=1) as apart:
        return bytes(apart.submit(signer.sign_pdf, writer).result().getvalue())


def _material(key: Key) -> ValidationContext | None:
    """What shows that no certificate was revoked; None where nothing does, or where what is kept can't be read."""
    try:
        known = kept(key.material) if key.material else ()
        lists = [_der(path.read_bytes()) for path in sorted(key.material.glob("*.crl"))] if key.material else []
    except (OSError, ValueError):
        return None
    if not lists and not key.asks:
        return None
    roots = [one for one in known if one.self_signed != "no"]
    return ValidationContext(
        trust_roots=roots,
        other_certs=known,
        crls=lists,
        allow_fetching=key.asks,
        revocation_mode="require",
        # An answer comes after it was asked for, which would count as one from the future.
        time_tolerance=_ANSWERED_LATER,
    )


def _der(data: bytes) -> bytes:
    return pem.unarmor(data)[2] if pem.detect(data) else data


def _signer(key: Key) -> signers.SimpleSigner:
    for path in (key.key, key.certificate):
        if not path.is_file():
            raise NoSeal(f"{path}: there is no such file; name the key and certificate of the seal")
    passphrase = key.passphrase.encode() or None
    found: signers.SimpleSigner | None = signers.SimpleSigner.load(  # type: ignore[no-untyped-call]
        str(key.key), str(key.certificate), key_passphrase=passphrase
    )
    if found is None:
        raise NoSeal(f"{key.key}: this key can't be opened with its passphrase, or isn't that of {key.certificate}")
    return found
