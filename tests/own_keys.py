"""People with keys of their own, by an authority of their own, and the copies that they sign with those."""

import hashlib
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from art28.sealing.proof import Original


def issued(
    folder: Path, name: str, by: tuple[rsa.RSAPrivateKey, x509.Certificate], *, for_times: bool = False
) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """A key and its certificate by an authority, written down."""
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    now = datetime.now(UTC)
    building = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(by[1].subject)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by[0].public_key()), critical=False)
    )
    if for_times:
        building = building.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = building.sign(by[0], hashes.SHA256())
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / f"{name}.key.pem").write_bytes(secret.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    (folder / f"{name}.pem").write_bytes(certificate.public_bytes(pem))
    return secret, certificate


def authority(material: Path) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """An authority whose certificate lies in the folder of material."""
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Proefinstantie")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=60))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.KeyUsage(False, False, False, False, False, True, True, False, False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(secret.public_key()), critical=False)
        .sign(secret, hashes.SHA256())
    )
    (material / "instantie.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return secret, certificate


def signed_copy(
    pdf: bytes, by: tuple[rsa.RSAPrivateKey, x509.Certificate], *, box: tuple[int, int, int, int] | None = None
) -> bytes:
    """The document with a signature that a person sets with a key of their own; seen on the page where it has a box."""
    plain, der = serialization.NoEncryption(), serialization.Encoding.DER
    signer = signers.SimpleSigner(
        asn1.Certificate.load(by[1].public_bytes(der)),
        keys.PrivateKeyInfo.load(by[0].private_bytes(der, serialization.PrivateFormat.PKCS8, plain)),
        SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
    about = signers.PdfSignatureMetadata(field_name="Handtekening", subfilter=fields.SigSeedSubFilter.PADES)
    spec = fields.SigFieldSpec("Handtekening", on_page=0, box=box) if box is not None else None
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return bytes(signers.PdfSigner(about, signer, new_field_spec=spec).sign_pdf(writer).getvalue())


def given(pdf: bytes) -> Original:
    """What is known of the document that was given to sign."""
    return Original(len(pdf), hashlib.sha256(pdf).hexdigest())
