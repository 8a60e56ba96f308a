"""A seal over a PDF: valid by pyHanko's own check and by ours, with a time of an RFC 3161 service where one is asked."""

import asyncio
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from art28.cli.main import main
from art28.reading.errors import Unreadable, UnreadableFile
from art28.reading.jail import Jail
from art28.reading.limits import Limits
from art28.sealing.certificates import certificates
from art28.sealing.key import Key, Level, NoSeal
from art28.sealing.proof import Outcome
from art28.sealing.seal import seal
from art28.sealing.signable import signable
from art28.sealing.verify import verify, verify_copy
from art28.typesetting.pdf import pdf
from own_keys import authority, given, issued, signed_copy

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def document() -> bytes:
    data = {"title": "Proef", "organisation": "Veldlicht", "subtitle": "", "language": "nl", "date": "", "nothing": "–"}
    return pdf("register", {**data, "entries": []}, made_at=NOW)


def pair(folder: Path, name: str, *, for_times: bool = False) -> tuple[Path, Path, rsa.RSAPrivateKey, x509.Certificate]:
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    building = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
    )
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    building = building.add_extension(usage, critical=True)
    if for_times:
        building = building.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    certificate = building.sign(secret, hashes.SHA256())
    key_file, certificate_file = folder / f"{name}.key.pem", folder / f"{name}.pem"
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    key_file.write_bytes(secret.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    certificate_file.write_bytes(certificate.public_bytes(pem))
    return key_file, certificate_file, secret, certificate


def test_a_seal_stands_by_pyhankos_own_check_and_by_ours(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    sealed, level = seal(document(), Key(key_file, certificate_file), reason="Proef")
    trusted = certificates(certificate_file.read_bytes())
    (found,) = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    context = ValidationContext(trust_roots=list(trusted), allow_fetching=False)
    assert validate_pdf_signature(found, context).bottom_line
    proof = verify(sealed, trusted)
    assert (proof.outcome, level, proof.timestamped) == (Outcome.INTACT, Level.B_B, False)
    assert verify(sealed, ()).outcome is Outcome.UNKNOWN_SEAL


def test_a_seal_is_set_from_within_a_loop_too(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")

    async def within() -> bytes:
        return seal(document(), Key(key_file, certificate_file), reason="Proef")[0]

    assert verify(asyncio.run(within()), certificates(certificate_file.read_bytes())).outcome is Outcome.INTACT


def test_a_time_of_a_service_makes_it_b_t(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    _, of_times, secret, certificate = pair(tmp_path, "tijd", for_times=True)
    der = serialization.Encoding.DER
    plain = secret.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    service = DummyTimeStamper(asn1.Certificate.load(certificate.public_bytes(der)), keys.PrivateKeyInfo.load(plain))
    key = Key(key_file, certificate_file, timestamp_url="https://tijd.example")
    sealed, level = seal(document(), key, reason="Proef", stamper=lambda _: service)
    trusted = (*certificates(certificate_file.read_bytes()), *certificates(of_times.read_bytes()))
    proof = verify(sealed, trusted)
    assert (proof.outcome, level, proof.timestamped) == (Outcome.INTACT, Level.B_T, True)
    with Jail(seals=True) as jail:
        assert jail.proof(sealed, tuple(each.dump() for each in trusted), name="tijd.pdf") == proof


def test_whatever_was_altered_is_no_longer_intact(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    sealed, _ = seal(document(), Key(key_file, certificate_file), reason="Proef")
    trusted = certificates(certificate_file.read_bytes())
    for at in range(100, len(sealed) // 2, len(sealed) // 40):
        flipped = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        assert verify(flipped, trusted).outcome is not Outcome.INTACT, at
    assert verify(sealed + b"\n% meer\n", trusted).outcome is Outcome.ALTERED
    assert verify(document(), trusted).outcome is Outcome.NOT_SEALED
    assert verify(b"niets", trusted).outcome is Outcome.UNREADABLE


def test_a_key_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoSeal, match="no such file"):
        seal(document(), Key(tmp_path / "a", tmp_path / "b"), reason="Proef")


def test_the_command_line_tells_an_intact_file_from_an_altered_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    sealed, _ = seal(document(), Key(key_file, certificate_file), reason="Proef")
    whole, broken = tmp_path / "a.pdf", tmp_path / "b.pdf"
    whole.write_bytes(sealed)
    broken.write_bytes(sealed + b"x")
    assert main(["sealed", str(whole), "--certificate", str(certificate_file)]) == 0
    assert "as it was sealed" in capsys.readouterr().out
    assert main(["sealed", str(broken), "--certificate", str(certificate_file)]) == 1
    assert "ALTERED" in capsys.readouterr().out
    assert main(["sealed", str(tmp_path / "geen.pdf")]) == 2


def test_a_strangers_file_is_checked_in_confinement_with_the_same_proof(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    sealed, _ = seal(document(), Key(key_file, certificate_file), reason="Proef")
    trusted = certificates(certificate_file.read_bytes())
    given = tuple(each.dump() for each in trusted)
    with Jail(seals=True) as jail:
        assert jail.proof(sealed, given, name="goed.pdf") == verify(sealed, trusted)
        assert jail.proof(sealed, (), name="goed.pdf").outcome is Outcome.UNKNOWN_SEAL
        assert jail.proof(sealed[:-200], given, name="kort.pdf").outcome is not Outcome.INTACT
        assert jail.proof(b"geen pdf", given, name="leeg.pdf").outcome is Outcome.UNREADABLE


def test_a_file_that_never_lets_go_is_given_up_and_the_next_is_checked(tmp_path: Path) -> None:
    key_file, certificate_file, *_ = pair(tmp_path, "zegel")
    sealed, _ = seal(document(), Key(key_file, certificate_file), reason="Proef")
    # Cross-references that refer to themselves without end.
    loop = (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm 1 0 R/Pages 1 0 R>>endobj\nxref\n0 2\n0000000000 65535 f \n"
        b"0000000009 00000 n \ntrailer<</Size 2/Root 1 0 R/Prev 65>>\nstartxref\n65\n%%EOF"
    )
    given = tuple(each.dump() for each in certificates(certificate_file.read_bytes()))
    with Jail(Limits(wall_seconds=20.0), seals=True) as jail:
        assert _outcome(jail, loop, given) is not Outcome.INTACT
        assert _outcome(jail, sealed, given) is Outcome.INTACT


def _outcome(jail: Jail, data: bytes, given: tuple[bytes, ...]) -> Outcome | Unreadable:
    try:
        return jail.proof(data, given, name="bestand.pdf").outcome
    except UnreadableFile as refused:
        return refused.reason


def keep_list(material: Path, by: tuple[rsa.RSAPrivateKey, x509.Certificate], *, until: datetime) -> None:
    """The authority's list of revoked certificates, with nothing on it."""
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(by[1].subject)
        .last_update(until - timedelta(days=7))
        .next_update(until)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by[0].public_key()), critical=False)
        .add_extension(x509.CRLNumber(1), critical=False)
        .sign(by[0], hashes.SHA256())
    )
    (material / "instantie.crl").write_bytes(made.public_bytes(serialization.Encoding.DER))


@pytest.mark.parametrize(
    ("days", "level"), [(6, Level.B_LTA), (-1, Level.B_T)], ids=["fresh list", "list that ran out"]
)
def test_with_lists_of_revoked_certificates_it_lasts_and_without_fresh_ones_says_less(
    tmp_path: Path, days: int, level: Level
) -> None:
    material = tmp_path / "material"
    material.mkdir()
    by = authority(material)
    issued(tmp_path, "zegel", by)
    secret, certificate = issued(tmp_path, "tijd", by, for_times=True)
    keep_list(material, by, until=datetime.now(UTC) + timedelta(days=days))
    der = serialization.Encoding.DER
    plain = secret.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    service = DummyTimeStamper(asn1.Certificate.load(certificate.public_bytes(der)), keys.PrivateKeyInfo.load(plain))
    key = Key(
        tmp_path / "zegel.key.pem", tmp_path / "zegel.pem", timestamp_url="https://tijd.example", material=material
    )
    sealed, reached = seal(document(), key, reason="Proef", stamper=lambda _: service)
    trusted = certificates((material / "instantie.pem").read_bytes())
    proof = verify(sealed, trusted)
    assert (proof.outcome, reached, proof.level, proof.timestamped) == (Outcome.INTACT, level, level, True)
    assert (b"/DSS" in sealed) == (level is Level.B_LTA)
    middle = sealed.find(b"stream") + 40
    altered = sealed[:middle] + bytes([sealed[middle] ^ 1]) + sealed[middle + 1 :]
    assert verify(altered, trusted).outcome in (Outcome.ALTERED, Outcome.UNREADABLE)


@pytest.mark.parametrize("box", [None, (60, 60, 260, 120)], ids=["unseen", "on the page"])
def test_a_copy_that_a_person_signed_proves_whose_certificate_it_was(
    tmp_path: Path, box: tuple[int, int, int, int] | None
) -> None:
    by = authority(tmp_path)
    pdf = signable(document())
    copy = signed_copy(pdf, issued(tmp_path, "P. Okkerse", by), box=box)
    issuers = certificates((tmp_path / "instantie.pem").read_bytes())
    known, unknown = verify_copy(copy, given(pdf), issuers), verify_copy(copy, given(pdf), ())
    assert (known.outcome, unknown.outcome) == (Outcome.INTACT, Outcome.UNKNOWN_SEAL)
    assert ("P. Okkerse" in known.by, "Proefinstantie" in known.issuer) == (True, True)
    with Jail(seals=True) as jail:
        assert jail.proof_of_copy(copy, given(pdf), [each.dump() for each in issuers], name="kopie.pdf") == known


def test_a_copy_counts_only_for_the_very_document_with_one_signature_and_nothing_else(tmp_path: Path) -> None:
    by = authority(tmp_path)
    person = issued(tmp_path, "P. Okkerse", by)
    pdf = signable(document())
    copy = signed_copy(pdf, person)
    assert verify_copy(pdf, given(pdf), ()).outcome is Outcome.NOT_SEALED
    assert verify_copy(b"geen pdf", given(pdf), ()).outcome is Outcome.UNREADABLE
    assert verify_copy(copy, given(pdf[:-1] + b" "), ()).outcome is Outcome.OTHER_DOCUMENT
    at = len(pdf) // 2
    flipped = copy[:at] + bytes([copy[at] ^ 1]) + copy[at + 1 :]
    assert verify_copy(flipped, given(pdf), ()).outcome in (Outcome.OTHER_DOCUMENT, Outcome.UNREADABLE)
    assert verify_copy(copy + b"\n% meer\n", given(pdf), ()).outcome is Outcome.ALTERED
    late = copy[:-60] + bytes([copy[-60] ^ 1]) + copy[-59:]
    assert verify_copy(late, given(pdf), ()).outcome in (Outcome.ALTERED, Outcome.UNREADABLE, Outcome.NOT_SEALED)
    written = IncrementalPdfFileWriter(io.BytesIO(pdf))
    words = written.add_object(generic.StreamObject(stream_data=b"BT /F1 12 Tf 80 80 Td (en toch niet) Tj ET"))
    written.add_stream_to_page(0, words)  # type: ignore[no-untyped-call]
    changed = io.BytesIO()
    written.write(changed)  # type: ignore[no-untyped-call]
    assert verify_copy(signed_copy(changed.getvalue(), person), given(pdf), ()).outcome is Outcome.ALTERED


def test_two_signatures_on_one_copy_do_not_say_whose_it_is(tmp_path: Path) -> None:
    by = authority(tmp_path)
    pdf = signable(document())
    once = signed_copy(pdf, issued(tmp_path, "P. Okkerse", by))
    key_file, certificate_file, *_ = pair(tmp_path, "nog een")
    signer = signers.SimpleSigner.load(str(key_file), str(certificate_file))  # type: ignore[no-untyped-call]
    about = signers.PdfSignatureMetadata(field_name="Tweede", subfilter=fields.SigSeedSubFilter.PADES)
    twice = signers.PdfSigner(about, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(once))).getvalue()
    assert verify_copy(bytes(twice), given(pdf), ()).outcome is Outcome.SEVERAL
