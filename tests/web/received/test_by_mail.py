"""A report that a supplier's mail carries as data: shown first, put in as received when the mail was, with its signal."""

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.access import WORKER
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.clocks.models import Obligation
from art28.web.intake import actions as intake
from art28.web.intake import letters
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import ProvisionalClock, Signal, SignalFile, Source, Where
from art28.web.notices import documents
from art28.web.received.models import Proposal, ReceivedReport
from web.breaches.test_provisions import recorded, sent
from web.breaches.world import World, breach, signed_in, world
from web.received.test_received import SAID, at, theirs

pytestmark = pytest.mark.django_db


def mail(data: bytes, name: str = "report.json") -> bytes:
    message = EmailMessage()
    message["From"] = "Wolkendek <meld@wolkendek.example>"
    message["To"] = "signalen@dijkvaart.example"
    message["Subject"] = "Inbreuk bij Wolkendek"
    message["Message-ID"] = "<7@wolkendek.example>"
    message.set_content("Zie de bijlage.")
    message.add_attachment(data, maintype="application", subtype="json", filename=name)
    return message.as_bytes()


def came(given: World, raw: bytes, *, hours: int = 2) -> Signal:
    """The signal that the mailbox's pump makes of a mail of a sub-processor."""
    now, letter = timezone.now(), letters.read(raw)
    received_at = now - timedelta(hours=hours)
    facts = SignalFacts(
        what=letter.text, where=Where.SUB_PROCESSOR.value, where_name="Wolkendek B.V.", told_at=received_at
    )
    origin = intake.Origin(
        source=Source.EMAIL,
        reporter=letter.sender,
        message_id=letter.message_id,
        files=letter.files,
        received_at=received_at,
    )
    return intake.report(given.organisation, facts, origin=origin, actor=WORKER, now=now)


def address(signal: Signal, name: str = "report.json") -> str:
    return reverse("received:from_signal", args=(signal.pk, SignalFile.objects.get(signal=signal, name=name).pk))


def put_in(given: World, signal: Signal, **data: Any) -> ReceivedReport:
    form = {"supplier": "Wolkendek B.V.", "reference": "W-1", **data}
    answer = signed_in(given.owner).post(address(signal), form)
    assert answer.status_code == 302
    return ReceivedReport.objects.latest("recorded_at")


@pytest.mark.provision("S1:4.1")
def test_a_report_in_a_mail_is_shown_first_and_put_in_as_received_when_the_mail_was() -> None:
    given = world(SAID)
    data = theirs(given)
    signal = came(given, mail(data))
    client = signed_in(given.owner)
    page = client.get(reverse("intake:signal", args=(signal.pk,))).content.decode()
    assert address(signal) in page
    shown = client.get(address(signal)).content.decode()
    for said in ("namen en adressen", "tussen 10 en 20", "Een map stond open.", 'value="Wolkendek B.V."'):
        assert said in shown
    assert not ReceivedReport.objects.exists(), "looking puts nothing in"

    report = put_in(given, signal)
    assert (report.received_at, report.supplier, report.reference) == (signal.received_at, "Wolkendek B.V.", "W-1")
    assert client.get(at("file", report)).content == data
    assert {"description", "data_categories", "subjects"} <= set(Proposal.objects.values_list("field", flat=True))
    assert Act.objects.filter(kind="report.received", subject_id=report.pk).exists()
    page = client.get(reverse("intake:signal", args=(signal.pk,))).content.decode()
    assert at("detail", report) in page
    assert client.post(address(signal), {"supplier": "Ander"}).headers["Location"] == at("detail", report)
    assert ReceivedReport.objects.count() == 1


def test_the_breach_recorded_from_it_takes_the_signal_along_and_its_clocks_over() -> None:
    given = world(SAID)
    signal = came(given, mail(theirs(given)))
    before = set(Breach.objects.values_list("pk", flat=True))
    assert ProvisionalClock.objects.filter(signal=signal, ended_at=None).exists()
    report = put_in(given, signal)
    client = signed_in(given.owner)
    client.post(at("record", report), {"title": "Leverancier gehackt"})
    found = Breach.objects.exclude(pk__in=before).get()
    signal.refresh_from_db()
    assert (signal.state, signal.breach) == ("breach", found)
    assert not ProvisionalClock.objects.filter(signal=signal, ended_at=None).exists()
    clock = Obligation.objects.get(subject_id=found.pk, action="notify_breach")
    assert clock.started_at == signal.received_at
    assert Act.objects.filter(kind="signal.is_breach", subject_id=signal.pk).count() == 1
    client.post(at("decide", report, Proposal.objects.get(field="description").pk), {"decision": "take"})
    assert FactsVersion.objects.filter(breach=found).latest("number").facts["description"] == "Een map stond open."


def test_a_signal_that_joins_a_breach_takes_its_report_along_and_one_that_had_joined_sends_it_there() -> None:
    given = world(SAID)
    data = theirs(given)
    signal = came(given, mail(data))
    report = put_in(given, signal)
    ours = breach(given, at=timezone.now())
    client = signed_in(given.owner)
    client.post(reverse("intake:join", args=(signal.pk,)), {"breach": str(ours.pk), "reason": "zelfde leverancier"})
    report.refresh_from_db()
    assert report.breach == ours
    assert Act.objects.filter(kind="report.joined", subject_id=report.pk).count() == 1

    second = came(given, mail(data).replace(b"<7@", b"<8@"), hours=1)
    client.post(reverse("intake:join", args=(second.pk,)), {"breach": str(ours.pk), "reason": "vervolg"})
    assert ours.reference in client.get(address(second)).content.decode()
    assert put_in(given, second).breach == ours


@pytest.mark.parametrize("content", [b"[]", b'{"format": "art28-report/1", "kind": "report"}', b"{"])
def test_an_attachment_that_is_no_sound_report_says_what_is_wrong_and_stays_with_the_signal(content: bytes) -> None:
    given = world(SAID)
    signal = came(given, mail(content))
    answer = signed_in(given.owner).get(address(signal))
    assert answer.status_code == 422
    assert "kan niet als melding worden overgenomen" in answer.content.decode()
    assert signed_in(given.owner).post(address(signal), {"supplier": "x"}).status_code == 422
    assert not ReceivedReport.objects.exists()


def test_a_mail_that_is_uploaded_has_its_report_read_as_well() -> None:
    given = world(SAID)
    raw = mail(theirs(given), "MELDING.JSON")
    moment = timezone.localtime(timezone.now() - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    file = SimpleUploadedFile("bericht.eml", raw, content_type="message/rfc822")
    form = {"supplier": "Wolkendek B.V.", "received_at": moment, "file": file}
    assert signed_in(given.owner).post(reverse("received:new"), form).status_code == 302
    report = ReceivedReport.objects.get()
    assert report.file_name == "bericht.eml"
    assert signed_in(given.owner).get(at("file", report)).content == raw
    assert Proposal.objects.filter(report=report, field="description").exists()


def test_a_report_is_read_from_a_file_once_and_from_none_of_another_organisation() -> None:
    given = world(SAID)
    signal = came(given, mail(theirs(given)))
    report = put_in(given, signal)
    with pytest.raises(DatabaseError), transaction.atomic():
        ReceivedReport.objects.filter(pk=report.pk).update(signal_file=None)
    assert signed_in(given.outsider).get(address(signal)).status_code == 404


def test_the_report_that_a_pdf_of_art28_encloses_is_read_from_the_mail_and_from_an_upload() -> None:
    given = world(SAID)
    message = sent(given, recorded(given, description="Een map stond open."))
    pdf = documents.made(documents.of_message(message), "pdf")
    signal = came(given, mail(pdf, "melding.pdf"))
    assert "Een map stond open." in signed_in(given.owner).get(address(signal, "melding.pdf")).content.decode()
    form = {"supplier": "Wolkendek B.V.", "reference": ""}
    assert signed_in(given.owner).post(address(signal, "melding.pdf"), form).status_code == 302
    report = ReceivedReport.objects.get()
    assert (report.file_name, report.reference) == ("melding.pdf", "")
    assert signed_in(given.owner).get(at("file", report)).content == pdf
    assert Proposal.objects.filter(report=report, field="description").exists()

    moment = timezone.localtime(timezone.now() - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    for content, proposed in ((pdf, True), (b"%PDF-1.7 kapot", False)):
        file = SimpleUploadedFile("melding.pdf", content, content_type="application/pdf")
        upload = {"supplier": "Wolkendek B.V.", "received_at": moment, "file": file}
        assert signed_in(given.owner).post(reverse("received:new"), upload).status_code == 302
        kept = ReceivedReport.objects.latest("recorded_at")
        assert Proposal.objects.filter(report=kept).exists() is proposed
