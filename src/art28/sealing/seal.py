"""A PDF -> the same with the operator's seal: PAdES B-B, or B-T with the time of an RFC 3161 service; by pyHanko.

The seal says that the operator of this installation sealed these very bytes. It is nobody's signature: whoever signed is
named in the document and in the certificate of completion.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper

FIELD = "Seal"


class Level(StrEnum):
    """The baseline of PAdES: without or with a time that somebody else vouches for."""

    B_B = "B-B"
    B_T = "B-T"


class NoSeal(ValueError):
    """The operator's key can't be used; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Key:
    """Where the operator's key and certificate lie (PEM), the passphrase, and the address of an RFC 3161 service or none."""

    key: Path
    certificate: Path
    passphrase: str = ""
    timestamp_url: str = ""


def seal(
    pdf: bytes, key: Key, *, reason: str, stamper: Callable[[str], TimeStamper] = HTTPTimeStamper
) -> tuple[bytes, Level]:
    """The sealed bytes, after which nothing may change, and the level that was reached.

    Raises `NoSeal` where the key can't be used, and `pyhanko`'s `TimestampRequestError` where the service gives no time.
    """
    level = Level.B_T if key.timestamp_url else Level.B_B
    about = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        reason=reason,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    time = stamper(key.timestamp_url) if key.timestamp_url else None
    made = signers.PdfSigner(about, _signer(key), timestamper=time).sign_pdf(writer)
    return bytes(made.getvalue()), level


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
