"""Initials of each signatory on every page: asked where the template or the sender wants them, set at the foot, certified."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.sealing.proof import Outcome
from art28.sealing.verify import verify
from art28.web.lifecycle.models import Signature
from art28.web.signing.initials import of_name
from art28.web.signing.models import Signing
from art28.web.signing.sealing import seal_due, trusted
from web.drafts.world import World, drafted, ready
from web.people import tenant
from web.signing.world import begun, pages, party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.mark.parametrize(
    ("language", "word", "beside"), [("nl", "Paraaf", "Verwerker"), ("en", "Initials", "Processor")]
)
def test_initials_stand_at_the_foot_of_every_page_and_in_the_certificate(language: str, word: str, beside: str) -> None:
    world = World(ours := tenant("veldlicht"), drafted(ours, language=language))
    signing = begun(world, initialled=True)
    for page in pages(bytes(signing.document)):
        assert f"{word}:" in page
        assert beside in page.rpartition(f"{word}:")[2]
    first = party(signing, 0)
    first.be_known()
    form = first.client.get(first.page).content.decode()
    assert 'name="initials" value="PO"' in form
    refused = first.sign()
    assert (refused.status_code, "initials" in refused.context["form"].errors) == (422, True)
    assert first.sign(initials="PO").status_code == 302
    second = party(signing, 1)
    second.be_known()
    assert second.sign(initials="mb").status_code == 302
    assert seal_due(now=timezone.now(), limit=5) == 1
    sealed = Signing.objects.get(pk=signing.pk)
    assert (sealed.state, sealed.error) == ("sealed", "")
    assert verify(bytes(sealed.sealed or b""), trusted()).outcome is Outcome.INTACT
    found = list(pages(bytes(sealed.sealed or b"")))
    assert len(found) > 3
    for page in found:
        foot = page.rpartition(f"{word}:")[2]
        assert "PO" in foot
        assert "mb" in foot
    assert set(Signature.objects.values_list("name", "initialled")) == {("P. Okkerse", True), ("M. Berg", True)}
    said = "\n".join(pages(bytes(sealed.certificate or b"")))
    assert ("Paraaf op iedere bladzijde" if language == "nl" else "Initials on every page") in said


def test_nobody_is_asked_for_initials_where_none_are_wanted() -> None:
    ours = tenant("veldlicht")
    signing = begun(World(ours, drafted(ours)))
    assert not any("Paraaf" in page for page in pages(bytes(signing.document)))
    first = party(signing, 0)
    first.be_known()
    assert 'name="initials"' not in first.client.get(first.page).content.decode()
    assert first.sign(initials="PO").status_code == 302
    first.signatory.refresh_from_db()
    assert first.signatory.initials == ""


@pytest.mark.parametrize(("template", "wants"), [("customer", True), ("balanced", False)])
def test_the_template_says_whether_every_page_is_initialled(template: str, wants: bool) -> None:
    ours = tenant("veldlicht")
    world = World(ours, drafted(ours, template=template))
    ready(world)
    form = world.owner.get(reverse("signing:begin", args=(world.draft.pk,))).context["form"]
    assert form["initialled"].value() is wants
    assert begun(world).initials is wants


def test_whether_every_page_is_initialled_stays_as_it_was_begun() -> None:
    ours = tenant("veldlicht")
    signing = begun(World(ours, drafted(ours)), initialled=True)
    with pytest.raises(DatabaseError), transaction.atomic():
        Signing.objects.filter(pk=signing.pk).update(initials=False)


@pytest.mark.parametrize(
    ("name", "letters"), [("P. van den Berg", "PvdB"), ("Anne-Marie Okkerse", "AMO"), ("", ""), ("x " * 40, "X" * 12)]
)
def test_what_a_name_comes_to(name: str, letters: str) -> None:
    assert of_name(name) == letters
