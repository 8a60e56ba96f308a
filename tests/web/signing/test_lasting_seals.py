"""A seal that lasts: set where the operator names a service of times and what shows that nothing was revoked, and told of."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.web.signing.models import Signing
from art28.web.signing.sealing import seal_due
from stamping import authority, needs_openssl
from web.drafts.world import World, drafted
from web.people import tenant
from web.signing.world import begun, pages, party

pytestmark = [pytest.mark.django_db, needs_openssl]


@pytest.fixture
def world() -> World:
    ours = tenant("veldlicht")
    return World(ours, drafted(ours))


@pytest.mark.parametrize("asks", [False, True], ids=["lists that are kept", "responders that are asked"])
def test_what_all_have_signed_is_sealed_to_last_and_every_page_and_paper_says_so(
    world: World, settings: LazySettings, tmp_path: Path, asks: bool
) -> None:
    with authority(tmp_path / "instantie") as root:
        material = root.folder / "material"
        root.keep_list(material)
        if asks:
            (material / "root.crl").unlink()
        settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(root.folder / "seal.key.pem"), str(root.folder / "seal.pem")
        settings.SEAL_IS_OWN, settings.SEAL_MATERIAL, settings.SEAL_ASKS = False, str(material), asks
        settings.TIMESTAMP_URL = f"{root.url}/times"
        signing = begun(world)
        for order in (0, 1):
            each = party(signing, order)
            each.be_known()
            each.sign()
        assert seal_due(now=timezone.now(), limit=5) == 1
        assert ("/ocsp" in root.asked) is asks
    kept = Signing.objects.get(pk=signing.pk)
    assert (kept.state, kept.level) == ("sealed", "B-LTA")
    page = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).content.decode()
    assert "PAdES B-LTA: tijd van een tijdstempeldienst (RFC 3161)" in page
    certificate = " ".join(" ".join(pages(bytes(kept.certificate or b""))).split())
    assert "PAdES B-LTA, van de beheerder van deze toepassing" in certificate
    assert "archieftijdstempel" in certificate
    answer = world.owner.post(
        reverse("signing:check"), {"file": SimpleUploadedFile("zegel.pdf", bytes(kept.sealed or b""))}
    )
    said = answer.content.decode()
    for words in ("zoals het verzegeld is", "PAdES B-LTA", "Laatste archieftijdstempel", "Geldig tot"):
        assert words in said, words
