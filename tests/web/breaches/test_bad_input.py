"""What can't be so is refused at its field, with the reason and a way on; what was filled in stays in the form."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import FactState, FactVersion
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.mailings.models import Mailing
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from art28.web.received.models import ReceivedReport
from web.breaches.test_pages import form, send_form
from web.breaches.world import SAID, World, agreement, breach, signed_in, touched, world
from web.notices.server import mail_server

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    return world()


def local(ago: timedelta) -> str:
    return timezone.localtime(timezone.now() - ago).strftime("%Y-%m-%dT%H:%M")


def recording(given: World) -> str:
    return f"{reverse('breaches:new')}?agreement={given.agreement.pk}"


def refused(given: World, **changes: Any) -> str:
    """The page that records a breach, which was not recorded."""
    answer = signed_in(given.owner).post(recording(given), form(aware_at=local(HOUR), **changes))
    assert answer.status_code == 422
    assert not Breach.objects.exists()
    page = answer.content.decode()
    assert 'value="Laptop gestolen"' in page
    return page


@pytest.mark.parametrize("field", ["noticed_at", "told_at", "discovered_at", "occurred_from", "occurred_until"])
def test_no_moment_of_a_breach_lies_in_the_future(given: World, field: str) -> None:
    page = refused(given, **{field: local(-3 * HOUR)})
    assert "Dit ligt in de toekomst." in page
    assert "het is nu" in page


def test_awareness_in_the_future_or_without_a_time_is_refused(given: World) -> None:
    client = signed_in(given.owner)
    for at, words in ((local(-3 * HOUR), "toekomst"), ("2026-11-20", "Vermeld ook het tijdstip.")):
        answer = client.post(recording(given), form(aware_at=at))
        assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_an_instant_that_names_its_offset_is_taken_as_it_is_and_one_without_counts_where_people_are(
    given: World,
) -> None:
    client = signed_in(given.owner)
    for at in ("2026-10-25T02:10+01:00", "2026-11-22T02:10"):
        assert client.post(recording(given), form(aware_at=at)).status_code == 302
    kept = [each.isoformat() for each in Breach.objects.order_by("recorded_at").values_list("aware_at", flat=True)]
    assert kept == ["2026-10-25T01:10:00+00:00", "2026-11-22T01:10:00+00:00"]


def test_moments_follow_each_other(given: World) -> None:
    assert "niet worden ontdekt voordat" in refused(given, occurred_from=local(2 * HOUR), discovered_at=local(4 * HOUR))
    assert "niet vaststaan voordat" in refused(given, discovered_at=local(HOUR / 2))
    assert "niet op de hoogte zijn voordat" in refused(given, noticed_at=local(HOUR / 2))


def test_before_the_agreement_it_is_asked_and_may_be_counted_nevertheless(given: World) -> None:
    new = agreement(given.organisation, {**SAID, "term.signed_on": "2035-01-01"}, name="Nieuwe klant")
    address = f"{recording(given)}&agreement={new.pk}"
    client = signed_in(given.owner)
    answer = client.post(address, form())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 overeenkomst is na dit moment ondertekend" in page
    assert 'name="begun_before"' in page
    assert not Breach.objects.exists()
    assert client.post(recording(given), form()).status_code == 302  # the way on: the other one alone
    assert client.post(address, form(begun_before="on")).status_code == 302
    assert TouchedAgreement.objects.filter(agreement=new).count() == 1


def test_a_suppliers_report_from_before_an_agreement_is_asked_about(given: World) -> None:
    given_fact = {"key": "term.signed_on", "number": 1, "value": "2035-01-01", "citations": [], "provision": ""}
    text = given.agreement.texts.get()
    FactVersion.objects.create(
        organisation=given.organisation, agreement=given.agreement, text=text, state=FactState.CONFIRMED,
        at=timezone.now(), **given_fact,
    )  # fmt: skip
    client = signed_in(given.owner)
    file = SimpleUploadedFile("melding.pdf", b"%PDF-1.7")
    client.post(reverse("received:new"), {"supplier": "Wolkendek", "received_at": local(HOUR), "file": file})
    address = reverse("received:record", args=(ReceivedReport.objects.get().pk,))
    answer = client.post(address, {"title": "Leverancier gehackt"})
    assert answer.status_code == 422
    assert "na dit moment ondertekend" in answer.content.decode()
    assert client.post(address, {"title": "Leverancier gehackt", "begun_before": "on"}).status_code == 302
    assert Breach.objects.count() == 1


def test_what_is_learned_later_is_held_to_the_same(given: World) -> None:
    recorded = breach(given, at=timezone.now() - HOUR)
    address = reverse("breaches:facts", args=(recorded.pk,))
    answer = signed_in(given.owner).post(address, {"title": "x", "version": "1", "discovered_at": local(-2 * HOUR)})
    assert answer.status_code == 422
    assert "Dit ligt in de toekomst." in answer.content.decode()
    assert FactsVersion.objects.count() == 1


def test_an_unknown_service_is_named_with_the_way_to_the_catalogue(given: World) -> None:
    choose = f"{reverse('services:choose')}?service=01900000-0000-7000-8000-000000000000"
    answer = signed_in(given.owner).get(choose)
    page = answer.content.decode()
    assert "staat niet (meer) in de catalogus" in page
    assert reverse("services:list") in page


def test_an_agreement_without_contact_says_so_where_it_is_told_and_leads_to_the_contact_and_the_call_list() -> None:
    given = world(contact="")
    recorded = breach(given, at=timezone.now() - HOUR)
    client = signed_in(given.owner)
    pair = (recorded.pk, given.agreement.pk)
    page = client.get(reverse("breaches:report", args=pair)).content.decode()
    party = reverse("parties:detail", args=(given.agreement.counterparty_id,))
    assert "Van deze partij is nog geen contact bekend." in page
    assert f'href="{party}"' in page
    refused = client.post(reverse("breaches:send", args=pair), send_form(recorded, recipient=""))
    assert refused.status_code == 422
    assert "Dit veld is verplicht" in refused.content.decode()
    client.post(reverse("mailings:breach", args=(recorded.pk,)), {"notice_kind": "report", "signed_by": "Owner"})
    mailing = Mailing.objects.get()
    shown = client.get(reverse("mailings:detail", args=(mailing.pk,))).content.decode()
    assert "Geen e-mailadres" in shown
    client.post(reverse("calls:from_mailing", args=(recorded.pk, mailing.pk)))
    listed = client.get(reverse("calls:list", args=(recorded.pk,))).content.decode()
    assert "geen nummer bekend" in listed
    assert party in client.get(reverse("calls:call", args=pair)).content.decode()


def reported(given: World, **changes: Any) -> tuple[Client, Breach]:
    """A breach whose report the mail server refuses for good."""
    recorded = breach(given, at=timezone.now() - HOUR)
    client = signed_in(given.owner)
    client.post(reverse("breaches:send", args=(recorded.pk, given.agreement.pk)), send_form(recorded, **changes))
    with mail_server() as box:
        box.recipient_answer = "550 5.1.1 no such mailbox"
        deliver_due(now=timezone.now(), limit=10, clock=timezone.now)
    return client, recorded


def test_a_recipient_that_is_refused_stands_in_the_room_with_three_ways_on(given: World) -> None:
    client, recorded = reported(given)
    assert OutboxMessage.objects.get().state == "failed"
    room = client.get(reverse("breaches:room", args=(recorded.pk,))).content.decode()
    assert "geweigerd" in room
    assert "Dit heeft niemand bereikt, en de klok loopt door" in room
    for way in (
        reverse("breaches:report", args=(recorded.pk, given.agreement.pk)),
        reverse("parties:detail", args=(given.agreement.counterparty_id,)),
        reverse("calls:list", args=(recorded.pk,)),
    ):
        assert f'href="{way}"' in room
    assert "Stichting Zorg" in client.get(reverse("calls:list", args=(recorded.pk,))).content.decode()


@pytest.mark.parametrize("comes_back", [False, True], ids=["refused", "came back"])
def test_what_reached_nobody_is_reported_again_to_another_address_and_that_ends_the_clock(
    given: World, *, comes_back: bool
) -> None:
    if comes_back:
        recorded = breach(given, at=timezone.now() - HOUR)
        client = signed_in(given.owner)
        client.post(reverse("breaches:send", args=(recorded.pk, given.agreement.pk)), send_form(recorded))
        with mail_server():
            deliver_due(now=timezone.now(), limit=10, clock=timezone.now)
        assert Obligation.objects.get(action="notify_breach").ended_at is not None
        client.post(reverse("notices:came_back", args=(OutboxMessage.objects.get().pk,)))
    else:
        client, recorded = reported(given)
    clock = Obligation.objects.get(action="notify_breach")
    assert clock.ended_at is None
    address = reverse("breaches:report", args=(recorded.pk, given.agreement.pk))
    page = client.get(address).content.decode()
    assert "Wat is verstuurd, heeft niemand bereikt" in page
    assert 'value="report"' in page
    again = send_form(recorded, recipient="nieuw@zorg.example")
    assert client.post(reverse("breaches:send", args=(recorded.pk, given.agreement.pk)), again).status_code == 302
    with mail_server() as box:
        deliver_due(now=timezone.now(), limit=10, clock=timezone.now)
    assert [mail["To"] for mail in box.messages] == ["nieuw@zorg.example"]
    clock.refresh_from_db()
    assert (clock.state, touched(recorded).sent) == ("met", 2)
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=recorded.pk).count() == 2
    later = client.get(address).content.decode()
    assert 'value="report"' not in later  # somebody knows now: what comes is a supplement
    assert 'value="follow_up"' in later
