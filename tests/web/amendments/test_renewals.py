"""Agreements go over to a new template: what was negotiated goes along, both sign, and the new version holds from its day."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.agreement import labels
from art28.reading.limits import Limits
from art28.reading.read import read_document
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, FactVersion, PromisedDuty
from art28.web.agreements.pump import pump as read_files
from art28.web.amendments.models import Amendment, Renewal
from art28.web.amendments.pump import carry_on, take_effect
from art28.web.audit.models import Act
from art28.web.breaches import queries as breaches
from art28.web.clocks.models import Obligation
from art28.web.drafts.models import Draft, Mail
from art28.web.endings.models import Ending
from art28.web.lifecycle import actions as lives
from art28.web.lifecycle.models import Paper, Step
from art28.web.parties.models import Contact
from art28.web.signing.models import Signing
from web.amendments.world import behind, both_sign, on_file, renewed, sent, the_one
from web.breaches.world import agreement as put_in
from web.people import Tenant, tenant
from web.signing.world import Party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_seal(settings: LazySettings, tmp_path: Path) -> None:
    settings.SEAL_KEY, settings.SEAL_CERTIFICATE = str(tmp_path / "seal.key.pem"), str(tmp_path / "seal.pem")
    settings.SEAL_IS_OWN = True


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


def value_of(agreement: Agreement, key: str) -> object:
    return FactVersion.objects.get(agreement=agreement, key=key, current=True).value


def kinds() -> set[str]:
    return set(Act.objects.values_list("kind", flat=True))


def test_what_was_negotiated_goes_along_and_the_rest_becomes_the_new_template(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", breach__deadline="PT36H")
    row = the_one(renewed(ours, old))
    assert (row.standing, row.kept) == ("ready", ["breach.deadline"])
    changed = {key: (was, now) for key, was, now in row.changed}
    assert "breach.deadline" not in changed
    assert changed["subprocessors.authorisation"] == ("general", "specific")
    assert changed["requests.deadline"] == ("P14D", "P7D")
    assert any(action.startswith("forward_request") or "request" in action for action, _, _ in row.duties)


def test_both_sign_and_the_new_version_takes_the_place_of_the_old_one(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    owner = ours.members[Role.OWNER].user
    letter = {
        "kind": "side_letter",
        "name": "Side letter",
        "dated": timezone.localdate(),
        "source": "",
        "file_name": "a.pdf",
    }
    lives.add_paper(old, letter, b"%PDF", by=owner, actor=ours.actor(Role.OWNER), now=timezone.now())
    renewal = renewed(ours, old)
    sent(ours, renewal)
    row = the_one(renewal)
    assert (row.standing, row.opened_at) == ("sent", None)
    assert row.draft is not None
    both_sign(row.draft)
    row = the_one(renewal)
    assert row.standing == "signed"
    assert row.opened_at is not None
    read_files(now=timezone.now(), limit=5)
    row = the_one(renewal)
    assert (row.standing, row.effective_on) == ("in_force", timezone.localdate())
    new = row.successor
    assert new is not None
    old.refresh_from_db()
    assert (old.state, new.state) == ("replaced", "read")
    assert not PromisedDuty.objects.filter(agreement=old, retired_at=None).exists()
    assert PromisedDuty.objects.filter(agreement=new, retired_at=None, action="notify_breach").exists()
    assert [each.pk for each in breaches.may_be_touched(ours.organisation, "")] == [new.pk]
    assert Paper.objects.filter(agreement=new, kind="side_letter").count() == 1
    assert Step.objects.get(agreement=old).ground == "replaced"
    assert not Obligation.objects.filter(agreement=old, subject_kind="ending").exists()
    assert value_of(new, "subprocessors.authorisation") == "specific"
    assert Renewal.objects.get(pk=renewal.pk).state == "over"
    assert {"renewal.begun", "renewal.sent", "amendment.put_up", "amendment.opened", "amendment.in_force"} <= kinds()
    page = ours.client(Role.OWNER).get(reverse("amendments:versions", args=(new.pk,))).content.decode()
    assert "Deze versie geldt vandaag" in page
    earlier = ours.client(Role.OWNER).get(reverse("amendments:versions", args=(old.pk,))).content.decode()
    assert reverse("agreements:detail", args=(new.pk,)) in earlier


def test_a_version_with_a_later_day_is_on_file_only_from_that_day(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    later = timezone.localdate() + timedelta(days=20)
    renewal = renewed(ours, old, effective_on=later)
    sent(ours, renewal)
    row = the_one(renewal)
    assert row.draft is not None
    both_sign(row.draft)
    row = the_one(renewal)
    assert (row.standing, row.draft.agreement_id if row.draft else "") == ("signed", None)
    assert take_effect(now=timezone.now(), limit=5) == 0
    old.refresh_from_db()
    assert old.state == "read"
    then = timezone.now() + timedelta(days=21)
    assert take_effect(now=then, limit=5) == 1
    old.refresh_from_db()
    assert old.state == "read", "the old one governs until the new one has been read"
    read_files(now=then, limit=5)
    old.refresh_from_db()
    assert (old.state, the_one(renewal).standing) == ("replaced", "in_force")


def test_what_is_still_to_be_filled_in_holds_one_agreement_up_and_no_other(ours: Tenant) -> None:
    first, second = on_file(ours, "Stichting Zonnehoek"), on_file(ours, "Gemeente Waterrijk")
    Contact.objects.filter(counterparty=second.counterparty).update(email="")
    renewal = renewed(ours, first, second)
    assert set(Amendment.objects.values_list("standing", "obstacle")) == {("ready", ""), ("held", "no_address")}
    sent(ours, renewal)
    assert set(Amendment.objects.values_list("standing", flat=True)) == {"sent", "held"}
    Contact.objects.filter(counterparty=second.counterparty).update(email="ander@waterrijk.example")
    ours.client(Role.OWNER).post(reverse("amendments:again", args=(renewal.pk,)))
    carry_on(now=timezone.now(), limit=5)
    carry_on(now=timezone.now(), limit=5)
    assert set(Amendment.objects.values_list("standing", flat=True)) == {"sent"}
    assert Mail.objects.filter(kind="invitation", recipient="ander@waterrijk.example").exists()


def test_who_declines_is_seen_with_the_reason_and_can_be_put_up_again(ours: Tenant) -> None:
    renewal = renewed(ours, on_file(ours, "Stichting Zonnehoek"))
    sent(ours, renewal)
    row = the_one(renewal)
    signing = Signing.objects.filter(draft=row.draft).latest("begun_at")
    theirs = Party(signing.signatories.get(order=0), Client())
    theirs.be_known()
    theirs.post(what="decline", reason="Wij willen eerst overleg.")
    row = the_one(renewal)
    assert (row.standing, row.reason) == ("declined", "Wij willen eerst overleg.")
    answer = ours.client(Role.OWNER).get(reverse("amendments:detail", args=(renewal.pk,)), {"standing": "declined"})
    assert "Wij willen eerst overleg." in answer.content.decode()
    ours.client(Role.OWNER).post(reverse("amendments:again", args=(renewal.pk,)))
    carry_on(now=timezone.now(), limit=5)
    carry_on(now=timezone.now(), limit=5)
    assert the_one(renewal).standing == "sent"


def test_stopping_takes_back_what_nobody_signed(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    renewal = renewed(ours, old)
    sent(ours, renewal)
    ours.client(Role.OWNER).post(reverse("amendments:stop", args=(renewal.pk,)))
    row = the_one(renewal)
    assert (row.standing, Draft.objects.get(pk=str(row.draft_id)).state) == ("withdrawn", "withdrawn")
    assert Signing.objects.filter(draft=row.draft).latest("begun_at").state == "withdrawn"
    old.refresh_from_db()
    assert old.state == "read"


REVISABLE = {"term__amendment": "processor_with_notice", "term__amendment_notice": "P2M"}


@pytest.mark.provision("S5:13.5[1]")
def test_a_revision_is_told_two_months_ahead_and_holds_then_for_who_stays(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", **REVISABLE)
    soon = timezone.localdate() + timedelta(days=5)
    renewal = renewed(ours, old, way="notice", effective_on=soon)
    sent(ours, renewal)
    row = the_one(renewal)
    assert row.standing == "sent"
    assert row.effective_on is not None
    assert row.effective_on >= timezone.localdate() + timedelta(days=59), "not before its own notice of two months"
    assert Mail.objects.get(kind="revision").recipient == row.recipient
    clock = Obligation.objects.get(agreement=old, action="announce_amendment")
    assert (clock.ended_at is not None, clock.ended_by) == (True, "handed_over")
    page = Client().get(behind(row)).content.decode()
    assert "Opzeggen" in page
    assert the_one(renewal).opened_at is not None
    then = timezone.now() + timedelta(days=75)
    take_effect(now=then, limit=5)
    read_files(now=then, limit=5)
    row = the_one(renewal)
    assert row.standing == "in_force"
    assert row.draft is not None
    assert row.draft.state == "holds"
    old.refresh_from_db()
    assert old.state == "replaced"
    assert row.successor is not None
    assert value_of(row.successor, "requests.deadline") == "P7D"
    assert not FactVersion.objects.filter(agreement=row.successor, key="term.starts", current=True).exists()
    assert {"amendment.told", "amendment.opened", "amendment.in_force"} <= kinds()


def test_what_is_told_by_notice_shows_no_places_for_signatures_or_initials(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", **REVISABLE)
    told = the_one(renewed(ours, old, way="notice", effective_on=timezone.localdate() + timedelta(days=90)))
    asked = the_one(renewed(ours, on_file(ours, "Stichting Maanhoek"), template="customer"))
    for form in ("pdf", "docx", "html", "md"):
        said = _text_of(ours, told, form)
        assert not [word for word in ("Handtekening", "Ondertekening", "Paraaf") if word in said], form
        assert "Handtekening" in _text_of(ours, asked, form), form


def test_what_is_told_by_notice_says_from_when_it_holds(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", **REVISABLE)
    renewal = renewed(ours, old, way="notice", effective_on=timezone.localdate() + timedelta(days=90))
    assert "geldt vanaf de dag die Verwerker in zijn aankondiging noemt" in _text_of(ours, the_one(renewal), "md")
    sent(ours, renewal)
    row = the_one(renewal)
    assert row.effective_on is not None
    said = _text_of(ours, row, "md")
    assert f"geldt vanaf {labels.day(row.effective_on.isoformat(), 'nl')}." in said
    assert "ondertekening" not in said.lower()


def _text_of(ours: Tenant, row: Amendment, form: str) -> str:
    assert row.draft is not None
    asked = reverse("drafts:document", args=(row.draft.pk, row.draft.version, form))
    answer = ours.client(Role.OWNER).get(asked)
    return read_document(b"".join(answer), name=f"t.{form}", limits=Limits()).text


@pytest.mark.provision("S5:13.5[2]")
def test_a_customer_leaves_by_the_link_and_the_agreement_ends_before_the_revision(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", **REVISABLE)
    renewal = renewed(ours, old, way="notice", effective_on=timezone.localdate() + timedelta(days=90))
    sent(ours, renewal)
    address = behind(the_one(renewal))
    client = Client()
    assert client.post(address, {"name": "P. Okkerse"}).status_code == 422, "without saying so nothing happens"
    answer = client.post(address, {"name": "P. Okkerse", "reason": "Te ruim.", "sure": "on"})
    assert answer.status_code == 302, answer.content.decode()
    row = the_one(renewal)
    assert (row.standing, row.answered_by) == ("leaves", "P. Okkerse")
    ending = Ending.objects.get(agreement=old)
    assert row.effective_on is not None
    assert (ending.notice_by, ending.ends_on) == ("controller", row.effective_on - timedelta(days=1))
    assert Obligation.objects.filter(agreement=old, subject_kind="ending").exists()
    assert client.post(address, {"name": "P. Okkerse", "sure": "on"}).status_code == 422
    take_effect(now=timezone.now() + timedelta(days=120), limit=5)
    assert the_one(renewal).standing == "leaves"
    assert "amendment.left" in kinds()


def test_an_agreement_that_wants_consent_is_not_revised_by_notice(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek")
    row = the_one(renewed(ours, old, way="notice", effective_on=timezone.localdate() + timedelta(days=90)))
    assert (row.standing, row.obstacle) == ("held", "no_notice")


def test_after_the_last_day_nobody_leaves_any_more(ours: Tenant) -> None:
    old = on_file(ours, "Stichting Zonnehoek", **REVISABLE)
    renewal = renewed(ours, old, way="notice", effective_on=timezone.localdate() + timedelta(days=90))
    sent(ours, renewal)
    Amendment.objects.update(leave_until=timezone.localdate() - timedelta(days=1))
    answer = Client().post(behind(the_one(renewal)), {"name": "P. Okkerse", "sure": "on"})
    assert answer.status_code == 422
    assert the_one(renewal).standing == "sent"
    assert not Ending.objects.exists()


def test_the_page_of_a_renewal_asks_the_same_number_of_questions_at_any_size(ours: Tenant) -> None:
    owner = ours.client(Role.OWNER)
    counted = []
    for size in (1, 12):
        renewal = Renewal.objects.create(
            organisation=ours.organisation, name=f"Model {size}", way="consent", template="customer", what="Nieuw.",
            made_by=ours.members[Role.OWNER].user, made_at=timezone.now(), agreement_count=size,
        )  # fmt: skip
        for number in range(size):
            row = put_in(ours.organisation, name=f"Stichting {size}-{number}")
            Amendment.objects.create(organisation=ours.organisation, renewal=renewal, agreement=row)
        for name in ("amendments:detail", "amendments:list"):
            args = (renewal.pk,) if name == "amendments:detail" else ()
            owner.get(reverse(name, args=args))
            with CaptureQueriesContext(connection) as asked:
                assert owner.get(reverse(name, args=args)).status_code == 200
            counted.append(len(asked))
    assert counted[:2] == counted[2:]
