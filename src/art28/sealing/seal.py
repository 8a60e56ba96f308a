"""A PDF -> the same with the operator's seal: PAdES B-B, B-T with the time of an RFC 3161 service, or B-LT where what shows
that no certificate was revoked is there too; by pyHanko.

The seal says that the operator of this installation sealed these very bytes. It is nobody's signature: whoever signed is
named in the document and in the certificate of completion.
"""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from asn1crypto import pem
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from art28.sealing.certificates import certificates
from art28.sealing.key import Key, Level, NoSeal
from art28.sealing.signable import ended

FIELD = "Seal"


def seal(
    pdf: bytes, key: Key, *, reason: str, stamper: Callable[[str], TimeStamper] = HTTPTimeStamper
) -> tuple[bytes, Level]:
    """The sealed bytes, after which nothing may change, and the level that was reached.

    Raises `NoSeal` where the key can't be used, and `pyhanko`'s `TimestampRequestError` where the service gives no time.
    """
    time = stamper(key.timestamp_url) if key.timestamp_url else None
    material = _material(key.material) if time is not None and key.material is not None else None
    if material is not None:
        try:
            return _sealed(pdf, key, reason, time, material), Level.B_LT
        except (SigningError, ValidationError, PathError):
            # A list that is missing or too old, an issuer that isn't there: the seal is set without, and its level says so.
            material = None
    return _sealed(pdf, key, reason, time, None), Level.B_T if time is not None else Level.B_B


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
        # In the very revision that is sealed, so that nothing follows the seal.
        dss_settings=DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(ended(pdf)))
    signer = signers.PdfSigner(about, _signer(key), timestamper=time)
    # It runs a loop of its own, which the caller's thread may have already.
    with ThreadPoolExecutor(max_workers=1) as apart:
        return bytes(apart.submit(signer.sign_pdf, writer).result().getvalue())


def _material(folder: Path) -> ValidationContext | None:
    """What lies in the folder; None where it holds no list, or something that is neither."""
    lists = sorted(folder.glob("*.crl"))
    if not lists:
        return None
    try:
        known = [one for path in sorted(folder.glob("*.pem")) for one in certificates(path.read_bytes())]
        revoked = [_der(path.read_bytes()) for path in lists]
        roots = [one for one in known if one.self_signed != "no"]
        return ValidationContext(
            trust_roots=roots, other_certs=known, crls=revoked, allow_fetching=False, revocation_mode="require"
        )
    except (OSError, ValueError):
        return None


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
