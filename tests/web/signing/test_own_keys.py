"""Somebody signs with a key of their own: a copy of the very document, checked, kept, and shown as what it is."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.drafting.pdf import as_pdf
from art28.sealing.proof import Outcome
from art28.sealing.verify import verify, verify_copy
from art28.web.drafts.chosen import drafted as draft_of
from art28.web.signing.models import SignedCopy, Signing
from art28.web.signing.sealing import seal_due, trusted
from own_keys import authority, given, issued, signed_copy
from web.drafts.world import World, drafted
from web.people import tenant
from web.signing.world import Party, begun, party

pytestmark = pytest.mark.django_db
Key = tuple[rsa.RSAPrivateKey, x509.Certificate]


@pytest.fixture(autouse=True)
def key(settings: LazySettings, tmp_path: Path) -> Key:
    """The key of whoever signs first, by an authority that the operator doesn't know."""
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True
    return issued(tmp_path, "P. Okkerse", authority(tmp_path))


@pytest.fixture
def world() -> World:
    ours = tenant("veldlicht")
    return World(ours, drafted(ours))


@pytest.fixture
def signing(world: World) -> Signing:
    return begun(world)


def brought(each: Party, copy: bytes) -> object:
    return each.sign(way="key", typed="", copy=SimpleUploadedFile("exemplaar.pdf", copy, "application/pdf"))


@pytest.mark.parametrize("is_trusted", [True, False], ids=["issuer that is trusted", "issuer unknown"])
def test_a_copy_signed_with_a_key_counts_is_kept_and_says_whose_certificate_it_is(
    signing: Signing, key: Key, tmp_path: Path, settings: LazySettings, is_trusted: bool
) -> None:
    settings.SIGNATURE_ISSUERS = str(tmp_path / "instantie.pem") if is_trusted else ""
    first, second = party(signing, 0), party(signing, 1)
    first.be_known()
    copy = signed_copy(bytes(signing.document), key, box=(60, 60, 260, 120))
    answer = brought(first, copy)
    assert answer.status_code == 302, answer.content.decode()  # type: ignore[attr-defined]
    kept = SignedCopy.objects.get()
    assert (bytes(kept.file), kept.by, kept.issuer, kept.is_known) == (copy, "P. Okkerse", "Proefinstantie", is_trusted)
    with pytest.raises(DatabaseError), transaction.atomic():
        SignedCopy.objects.update(by="Iemand anders")
    second.be_known()
    page = second.client.get(second.page).content.decode()
    assert "certificaat van P. Okkerse, uitgegeven door Proefinstantie" in page
    assert ("een uitgever die hier wordt vertrouwd" in page) is is_trusted
    assert second.sign().status_code == 302
    assert seal_due(now=timezone.now(), limit=5) == 1
    done = Signing.objects.get(pk=signing.pk)
    assert (done.state, done.error) == ("sealed", "")
    assert verify(bytes(done.sealed or b""), trusted()).outcome is Outcome.INTACT
    assert "Ondertekend met een eigen sleutel" in words(bytes(done.sealed or b""))
    certificate = " ".join(words(bytes(done.certificate or b"")).split())
    assert kept.sha256 in certificate.replace(" ", "")
    assert "Alleen zo'n handtekening kan een geavanceerde zijn" in certificate
    assert "Voor wie anders ondertekende, geldt" in certificate
    assert ("vertrouwd door de beheerder" in certificate) is is_trusted
    handed = second.client.get(second.page + "copy-0.pdf")
    assert (handed.status_code, handed.content) == (200, copy)
    assert verify_copy(handed.content, given(bytes(signing.document)), ()).outcome is Outcome.UNKNOWN_SEAL
    assert second.client.get(second.page + "copy-1.pdf").status_code == 404


@pytest.mark.parametrize(
    ("spoil", "words_said"),
    [
        (lambda copy, _: copy + b"\n% meer\n", "veranderd"),
        (lambda copy, _: b"geen pdf", "niet als PDF"),
        (lambda _, document: document, "geen handtekening"),
        (lambda _, __: b"", "Kies de PDF"),
    ],
    ids=["altered after signing", "no PDF", "unsigned", "nothing"],
)
def test_a_copy_that_proves_nothing_is_refused_and_nothing_is_kept(
    signing: Signing, key: Key, spoil: Callable[[bytes, bytes], bytes], words_said: str
) -> None:
    first = party(signing, 0)
    first.be_known()
    document = bytes(signing.document)
    refused(first, spoil(signed_copy(document, key), document), words_said)


def test_a_copy_of_another_document_is_refused(signing: Signing, key: Key) -> None:
    first = party(signing, 0)
    first.be_known()
    other = as_pdf(draft_of(signing.draft, signing.version), dated=timezone.localdate())
    refused(first, signed_copy(other, key), "niet het document")


def refused(each: Party, copy: bytes, words_said: str) -> None:
    answer = brought(each, copy)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert words_said in answer.content.decode()  # type: ignore[attr-defined]
    each.signatory.refresh_from_db()
    assert (each.signatory.signed_at, SignedCopy.objects.count()) == (None, 0)


def test_the_copy_stands_with_the_draft_for_members_only(world: World, signing: Signing, key: Key) -> None:
    first = party(signing, 0)
    first.be_known()
    brought(first, signed_copy(bytes(signing.document), key))
    address = reverse("signing:file", args=(signing.pk, "copy-0"))
    theirs = tenant("maanzicht")
    assert address in world.owner.get(reverse("drafts:detail", args=(signing.draft_id,))).content.decode()
    assert world.owner.get(address).status_code == 200
    assert World(theirs, signing.draft).owner.get(address).status_code == 404


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as opened:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)
