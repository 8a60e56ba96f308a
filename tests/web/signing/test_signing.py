"""Signing by both parties: known by a code, in order, once, the very document that was put before them; sealed, on file."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.sealing.proof import Outcome
from art28.sealing.verify import verify
from art28.web.agreements.models import Agreement, FactVersion, PromisedDuty, Question
from art28.web.agreements.pump import pump as read_files
from art28.web.audit.models import Act
from art28.web.drafts.models import Draft, Mail
from art28.web.lifecycle.models import Signature
from art28.web.reminders.models import Message
from art28.web.services.models import ServiceUse
from art28.web.signing.codes import code_of
from art28.web.signing.models import Challenge, Signatory, Signing
from art28.web.signing.pump import remind, run_out
from art28.web.signing.sealing import seal_due, trusted
from web.drafts.world import SIGNER, World, drafted, form_of, ready
from web.people import tenant
from web.signing.world import OUR_SIGNER, begun, party

pytestmark = pytest.mark.django_db
INVALID, FOUND, MISSING = 422, 302, 404


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def world() -> World:
    ours = tenant("veldlicht")
    return World(ours, drafted(ours))


def sealed(world: World) -> Signing:
    signing = begun(world)
    for order in (0, 1):
        each = party(signing, order)
        each.be_known()
        answer = each.sign()
        assert answer.status_code == FOUND, answer.content.decode()
    assert seal_due(now=timezone.now(), limit=5) == 1
    found = Signing.objects.get(pk=signing.pk)
    assert found.state == "sealed", found.error
    return found


@pytest.mark.provision("S2:2.1")
def test_both_sign_the_document_is_sealed_and_the_agreement_is_on_file_with_its_duties(world: World) -> None:
    signing = sealed(world)
    proof = verify(bytes(signing.sealed or b""), trusted())
    assert (proof.outcome, signing.level) == (Outcome.INTACT, "B-B")
    assert verify(bytes(signing.certificate or b""), trusted()).outcome is Outcome.INTACT
    read_files(now=timezone.now(), limit=5)
    draft = world.again()
    agreement = Agreement.objects.get(pk=str(draft.agreement_id))
    assert (draft.state, agreement.state, agreement.direction) == ("signed", "read", "processor")
    facts = {row.key: row for row in FactVersion.objects.filter(agreement=agreement, current=True)}
    assert facts["breach.deadline"].value == "PT24H"
    assert facts["breach.deadline"].state in ("confirmed", "corrected")
    assert facts["document.state"].value == "signed"
    assert [each["name"] for each in facts["subprocessors.list"].value or ()] == ["Wolkenveld B.V."]
    assert not Question.objects.filter(agreement=agreement, settled_at=None, key__in=facts).exists()
    assert PromisedDuty.objects.filter(agreement=agreement, action="notify_breach", retired_at=None).exists()
    assert agreement.counterparty_id == draft.counterparty_id
    assert ServiceUse.objects.filter(agreement=agreement, service__name="Hosting").exists()
    assert {"signing.begun", "signing.signed", "signing.sealed", "signing.filed"} <= set(
        Act.objects.values_list("kind", flat=True)
    )
    assert Mail.objects.filter(kind="completed").count() == 2
    kept = Signature.objects.filter(agreement=agreement).order_by("side")
    assert [(row.side, row.name, row.place) for row in kept] == [
        ("controller", "P. Okkerse", "Dronten"),
        ("processor", "M. Berg", "Dronten"),
    ]


@pytest.mark.provision("S3:Ondertekening")
def test_an_agreement_is_on_file_only_when_both_have_signed(world: World) -> None:
    signing = begun(world)
    first = party(signing, 0)
    first.be_known()
    first.sign()
    assert seal_due(now=timezone.now(), limit=5) == 0
    assert (world.again().agreement_id, world.again().state) == (None, "signing")
    second = party(signing, 1)
    second.be_known()
    second.sign()
    assert seal_due(now=timezone.now(), limit=5) == 1
    assert world.again().agreement_id is not None
    kept = set(Signatory.objects.filter(signing=signing).values_list("name", "place", "way"))
    assert kept == {("P. Okkerse", "Dronten", "typed"), ("M. Berg", "Dronten", "typed")}
    assert not Signatory.objects.filter(signed_at=None).exists()
    assert Act.objects.filter(kind="signing.signed", subject_id=signing.pk).count() == 2


def test_every_altered_copy_is_refused(world: World) -> None:
    data = bytes(sealed(world).sealed or b"")
    middle = data.find(b"stream") + 40
    flipped = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
    for altered in (flipped, data + b"\n% meer\n", data[:-200]):
        assert verify(altered, trusted()).outcome in (Outcome.ALTERED, Outcome.UNREADABLE, Outcome.NOT_SEALED)
    for name, copy, words in (("goed.pdf", data, "zoals het verzegeld is"), ("fout.pdf", flipped, "na het verzegelen")):
        answer = world.owner.post(reverse("signing:check"), {"file": SimpleUploadedFile(name, copy)})
        assert words in answer.content.decode()


def test_nobody_signs_without_the_code_to_their_own_address(world: World) -> None:
    first = party(begun(world), 0)
    assert first.sign().status_code == INVALID
    first.post(what="code")
    assert first.post(what="show", code="000000").status_code == INVALID
    assert first.sign().status_code == INVALID
    assert Mail.objects.get(kind="code").recipient == first.signatory.email
    assert not Signatory.objects.exclude(signed_at=None).exists()


def test_a_code_opens_once_and_only_for_a_while_and_after_few_tries(world: World) -> None:
    first = party(begun(world), 0)
    first.post(what="code")
    for _ in range(5):
        first.post(what="show", code="000000")
    with pytest.raises(AssertionError):
        _show_newest(first)
    Challenge.objects.update(tries=0, expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(AssertionError):
        _show_newest(first)


def test_what_is_wrong_with_a_code_is_said_with_the_tries_that_are_left(world: World) -> None:
    first = party(begun(world), 0)
    assert "Er is nog geen code verstuurd" in first.post(what="show", code="000000").content.decode()
    first.post(what="code")
    said = [first.post(what="show", code="000000").content.decode() for _ in range(6)]
    assert "U kunt het nog 4 keer proberen" in said[0]
    assert "U kunt het nog één keer proberen" in said[3]
    assert "opent de laatste niets meer" in said[4]
    assert "opent de laatste niets meer" in said[5]
    assert 'name="code"' in said[3]
    assert 'name="code"' not in said[4], "nothing to fill in that opens nothing"
    first.post(what="code")
    Challenge.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert "Deze code is te oud" in first.post(what="show", code="000000").content.decode()
    first.be_known()
    assert "al gebruikt" in first.post(what="show", code="000000").content.decode()


def test_where_nothing_can_be_signed_any_more_the_page_says_why_and_what_to_do(world: World) -> None:
    signing = begun(world)
    first, second = party(signing, 0), party(signing, 1)
    first.be_known()
    first.sign()
    assert "Om erop terug te komen" in first.post(what="decline", reason="Toch niet.").content.decode()
    assert not Signatory.objects.get(pk=first.signatory.pk).declined_at
    assert Signing.objects.get().state == "open"
    Signing.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert "Vraag Veldlicht ICT B.V. om het" in second.client.get(second.page).content.decode()
    Signing.objects.update(expires_at=timezone.now() + timedelta(days=1))
    second.be_known()
    second.post(what="decline", reason="De termijn klopt niet.")
    assert "U hebt niet ondertekend" in second.client.get(second.page).content.decode()
    again = begun(world)
    third = party(again, 0)
    world.owner.post(reverse("signing:withdraw", args=(again.pk,)))
    assert "heeft dit ingetrokken" in third.client.get(third.page).content.decode()


def test_what_is_blank_is_named_where_it_keeps_a_draft_from_leaving(world: World) -> None:
    said = {"processor_name": "M. Berg", "processor_email": OUR_SIGNER, "controller_name": "P. Okkerse"}
    form = {**said, "controller_email": SIGNER, "days": "30", "first": ""}
    answer = world.owner.post(reverse("signing:begin", args=(world.draft.pk,)), form)
    assert (answer.status_code, Signing.objects.count()) == (INVALID, 0)
    named = "Nog in te vullen: de beveiligingsmaatregelen, de hoofdovereenkomst waarbij zij hoort."
    assert named in answer.content.decode()


def _show_newest(each: object) -> None:
    newest = Challenge.objects.latest("made_at")
    assert each.post(what="show", code=code_of(newest.pk)).status_code == FOUND  # type: ignore[attr-defined]


def test_the_order_of_signers_is_kept(world: World) -> None:
    signing = begun(world)
    second = party(signing, 1)
    assert second.client.get(second.page).status_code == MISSING  # not invited yet
    first = party(signing, 0)
    first.be_known()
    first.sign()
    assert second.client.get(second.page).status_code == 200
    assert Mail.objects.filter(kind="invitation", recipient=second.signatory.email).exists()


def test_a_second_signature_is_refused(world: World) -> None:
    first = party(begun(world), 0)
    first.be_known()
    assert first.sign().status_code == FOUND
    before = Signatory.objects.get(pk=first.signatory.pk)
    assert first.sign(name="Iemand anders").status_code == INVALID
    after = Signatory.objects.get(pk=first.signatory.pk)
    assert (after.name, after.signed_at) == (before.name, before.signed_at)


def test_a_document_that_changed_between_two_signatures_is_refused(world: World) -> None:
    signing = begun(world)
    first, second = party(signing, 0), party(signing, 1)
    first.be_known()
    assert first.sign().status_code == FOUND
    second.be_known()
    assert second.sign(seen=hashlib.sha256(b"iets anders").hexdigest()).status_code == INVALID
    Draft.objects.filter(pk=world.draft.pk).update(version=9)
    assert "gewijzigd" in second.sign().content.decode()
    assert not Signatory.objects.get(pk=second.signatory.pk).signed_at
    with pytest.raises(DatabaseError), transaction.atomic():
        Signing.objects.filter(pk=signing.pk).update(document=b"anders")


def test_what_is_being_signed_cannot_be_changed(world: World) -> None:
    begun(world)
    answer = world.owner.post(
        reverse("drafts:edit", args=(world.draft.pk,)), form_of(world.again(), breach__deadline_0="12")
    )
    assert answer.status_code == FOUND
    assert world.again().version == 2


def test_declining_takes_a_reason_and_opens_the_draft_again(world: World) -> None:
    first = party(begun(world), 0)
    first.be_known()
    assert first.post(what="decline", reason="").status_code == INVALID
    assert first.post(what="decline", reason="De termijn klopt niet.").status_code == FOUND
    assert (Signing.objects.get().state, world.again().state) == ("declined", "open")
    assert first.sign().status_code == INVALID
    shown = world.owner.get(reverse("drafts:detail", args=(world.draft.pk,))).content.decode()
    assert "De termijn klopt niet." in shown
    told = Message.objects.get()
    assert told.subject == f"P. Okkerse ondertekent niet: {world.draft.title}"
    assert reverse("drafts:detail", args=(world.draft.pk,)) in told.body_text
    assert "De termijn klopt niet." not in told.body_text


def test_a_signing_that_ran_out_takes_no_signature(world: World) -> None:
    signing = begun(world)
    first = party(signing, 0)
    first.be_known()
    Signing.objects.filter(pk=signing.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert first.sign().status_code == INVALID
    assert run_out(now=timezone.now(), limit=5) == 1
    assert (Signing.objects.get().state, world.again().state) == ("expired", "open")
    assert [told.subject for told in Message.objects.all()] == [f"Niet op tijd ondertekend: {world.draft.title}"]


def test_whoever_waits_is_reminded_three_times_at_most(world: World) -> None:
    begun(world)
    now = timezone.now()
    for day in range(0, 30, 3):
        remind(now=now + timedelta(days=day, minutes=1), limit=5)
    assert Mail.objects.filter(kind="reminder").count() == 3


def test_a_drawn_signature_is_numbers_alone(world: World) -> None:
    first = party(begun(world), 0)
    first.be_known()
    assert first.sign(way="drawn", strokes='[["<script>", 1]]').status_code == INVALID
    assert first.sign(way="drawn", strokes="[[10,20,30,40,50,60,70,80,90,100]]").status_code == FOUND
    assert Signatory.objects.get(pk=first.signatory.pk).strokes == [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100]]


def test_what_was_signed_on_paper_goes_on_file_with_the_facts_of_the_draft(world: World) -> None:
    ready(world)
    document = world.owner.get(reverse("drafts:document", args=(world.draft.pk, 2, "docx"))).content
    data = {
        "file": SimpleUploadedFile("getekend.docx", document),
        "controller_name": "P. Okkerse",
        "processor_name": "M. Berg",
        "signed_on": "2026-11-20",
    }
    assert world.owner.post(reverse("signing:paper", args=(world.draft.pk,)), data).status_code == FOUND
    read_files(now=timezone.now(), limit=5)
    agreement = Agreement.objects.get(pk=str(world.again().agreement_id))
    facts = dict(FactVersion.objects.filter(agreement=agreement, current=True).values_list("key", "value"))
    assert (facts["term.signed_on"], facts["breach.deadline"]) == ("2026-11-20", "PT24H")
    assert Act.objects.filter(kind="signing.on_paper").exists()


def test_two_sides_do_not_sign_from_one_address(world: World) -> None:
    ready(world)
    data = {
        "controller_name": "A",
        "controller_email": "a@zon.example",
        "processor_name": "B",
        "processor_email": "A@zon.example",
        "days": "30",
    }
    assert world.owner.post(reverse("signing:begin", args=(world.draft.pk,)), data).status_code == INVALID
    assert not Signing.objects.exists()
    data["processor_email"] = "b@veld.example"
    assert world.owner.post(reverse("signing:begin", args=(world.draft.pk,)), data).status_code == FOUND
    assert Signing.objects.get().state == "open"
