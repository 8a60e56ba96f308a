"""A supplier's report: kept as it came, our clock from receipt, its facts taken over one by one, the chain visible."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.letters.data import report_data
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.clocks.models import Obligation
from art28.web.notices import documents
from art28.web.received.models import Proposal, ReceivedReport
from web.breaches import world as worlds
from web.breaches.test_provisions import recorded, sent
from web.breaches.world import World, breach, signed_in, world

pytestmark = pytest.mark.django_db

SAID: dict[str, Any] = {"breach.deadline": "PT24H", "breach.clock_starts": ["discovery", "report_from_sub_processor"]}
FACTS = {
    "description": "Een map stond open.",
    "data_categories": "namen\nadressen",
    "subjects_least": "10",
    "subjects_most": "20",
}
_LOCAL = "%Y-%m-%dT%H:%M"


def theirs(given: World) -> bytes:
    """The report as data that another art28 sent, as it would reach us."""
    message = sent(given, recorded(given, discovered_at=hours_ago(9), cause="", **FACTS))
    return report_data(documents.of_message(message))


def hours_ago(hours: int) -> str:
    return timezone.localtime(timezone.now() - timedelta(hours=hours)).strftime(_LOCAL)


def put_in(given: World, content: bytes, *, name: str = "report.json", **data: Any) -> Any:
    file = SimpleUploadedFile(name, content, content_type="application/octet-stream")
    form = {"supplier": "Wolkendek B.V.", "received_at": hours_ago(2), "file": file, **data}
    return signed_in(given.owner).post(reverse("received:new"), form)


def at(name: str, report: ReceivedReport, *more: Any) -> str:
    return reverse(f"received:{name}", args=(report.pk, *more))


@pytest.mark.provision("S1:4.1")
def test_our_clock_runs_from_when_the_report_of_a_sub_processor_reached_us() -> None:
    given = world(SAID)
    assert put_in(given, b"%PDF-1.7 ...", name="melding.pdf").status_code == 302
    report = ReceivedReport.objects.get()
    signed_in(given.owner).post(at("record", report), {"title": "Leverancier gehackt"})
    found = Breach.objects.get()
    assert (found.at_sub_processor, found.aware_at) == (True, report.received_at)
    clock = Obligation.objects.get(action="notify_breach")
    assert clock.started_at == report.received_at
    assert clock.ends_at == report.received_at + timedelta(hours=24)
    assert clock.start_reason == "melding ontvangen van Wolkendek B.V."
    assert Act.objects.filter(kind="report.received", subject_id=report.pk).exists()
    assert Act.objects.filter(kind="report.joined", subject_id=report.pk).exists()
    kept = signed_in(given.owner).get(at("file", report))
    assert kept.content == b"%PDF-1.7 ..."
    assert kept.headers["Content-Disposition"].startswith("attachment")


def test_the_facts_of_a_report_are_proposed_one_by_one_and_ours_go_on() -> None:
    given = world(SAID)
    data = theirs(given)
    put_in(given, data)
    report = ReceivedReport.objects.get()
    client = signed_in(given.owner)
    ours = breach(given, at=timezone.now())
    client.post(at("join", report), {"breach": str(ours.pk)})
    fields = list(Proposal.objects.order_by("number").values_list("field", flat=True))
    assert {"description", "data_categories", "subjects", "discovered_at"} <= set(fields)
    page = client.get(at("detail", report)).content.decode()
    assert "namen en adressen" in page
    assert "tussen 10 en 20" in page
    for field in ("data_categories", "subjects"):
        proposal = Proposal.objects.get(field=field)
        client.post(at("decide", report, proposal.pk), {"decision": "take"})
    client.post(at("decide", report, Proposal.objects.get(field="description").pk), {"decision": "leave"})
    newest = FactsVersion.objects.filter(breach=ours).latest("number")
    assert newest.number == 3
    assert newest.facts["data_categories"] == ["namen", "telefoonnummers", "adressen"]
    assert newest.facts["subjects"] == {"least": 10, "most": 20}
    assert newest.facts["description"] == worlds.KNOWN.description
    assert Act.objects.filter(kind="report.proposal_decided", subject_id=report.pk).count() == 3


def test_a_proposal_is_decided_on_once_and_not_before_the_report_belongs_to_a_breach() -> None:
    given = world(SAID)
    put_in(given, theirs(given))
    report, client = ReceivedReport.objects.get(), signed_in(given.owner)
    proposal = Proposal.objects.order_by("number")[0]
    client.post(at("decide", report, proposal.pk), {"decision": "take"})
    proposal.refresh_from_db()
    assert proposal.state == "open"
    ours = breach(given, at=timezone.now())
    client.post(at("join", report), {"breach": str(ours.pk)})
    client.post(at("decide", report, proposal.pk), {"decision": "leave"})
    client.post(at("decide", report, proposal.pk), {"decision": "take"})
    proposal.refresh_from_db()
    assert proposal.state == "left"
    assert FactsVersion.objects.filter(breach=ours).count() == 1


def test_a_value_that_no_field_can_hold_is_proposed_as_worded() -> None:
    given = world(SAID)
    content = json.loads(theirs(given))
    for section in content["sections"]:
        if "description" in section["topics"]:
            section["values"] = {"description": {"no": "text"}}
    put_in(given, json.dumps(content).encode())
    assert Proposal.objects.get(field="description").value == "Een map stond open."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.json", b"{", "Dit is geen melding van art28"),
        ("leeg", b"", "leeg"),
        ("x", None, "Geef het bestand"),
    ],
)
def test_a_report_that_can_not_be_used_is_refused_with_a_reason_and_nothing_is_kept(
    name: str, content: bytes | None, said: str
) -> None:
    given = world(SAID)
    if content is None:
        data = {"supplier": "Wolkendek", "received_at": hours_ago(2)}
        answer = signed_in(given.owner).post(reverse("received:new"), data)
    else:
        answer = put_in(given, content, name=name)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not ReceivedReport.objects.exists()


def test_a_report_received_in_the_future_is_refused() -> None:
    given = world(SAID)
    assert put_in(given, b"x", name="mail.eml", received_at="2126-01-01T10:00").status_code == 422


def test_a_word_that_no_agreement_holds_touches_nothing_and_says_so() -> None:
    given = world(SAID)
    put_in(given, b"x", name="mail.eml")
    report = ReceivedReport.objects.get()
    answer = signed_in(given.owner).post(at("record", report), {"title": "Lek", "words": "Onbekend"})
    assert answer.status_code == 422
    assert "Geen overeenkomst bevat dit woord" in answer.content.decode()
    assert not Breach.objects.exists()


def test_the_chain_shows_who_knew_when_in_order() -> None:
    given = world(SAID)
    put_in(given, b"x", name="mail.eml", noticed_at=hours_ago(9), sent_at=hours_ago(3))
    report, client = ReceivedReport.objects.get(), signed_in(given.owner)
    client.post(at("record", report), {"title": "Leverancier gehackt"})
    found = Breach.objects.get()
    sent(given, found)
    page = client.get(reverse("received:chain", args=(found.pk,)))
    assert [link.code for link in page.context["chain"]] == ["noticed", "they_told", "received", "aware", "told"]
    assert "6 u" in page.content.decode()
    assert "Hun melding bereikte ons" in page.content.decode()


def test_an_earlier_report_that_joins_moves_our_clock_to_when_it_reached_us() -> None:
    given = world(SAID)
    put_in(given, b"%PDF-1.7 ...", name="tweede.pdf", received_at=hours_ago(1))
    signed_in(given.owner).post(at("record", ReceivedReport.objects.get()), {"title": "Leverancier gehackt"})
    put_in(given, b"%PDF-1.7 eerste", name="eerste.pdf", received_at=hours_ago(6))
    first = ReceivedReport.objects.get(breach=None)
    signed_in(given.owner).post(at("join", first), {"breach": str(Breach.objects.get().pk)})
    clock = Obligation.objects.get(action="notify_breach")
    assert (clock.started_at, clock.revision) == (first.received_at, 1)
    joined = Act.objects.get(kind="report.joined", subject_id=first.pk).content.content
    assert '"earlier_than_its_clocks":true' in (joined or "")


def test_a_receipt_of_long_ago_is_asked_about() -> None:
    given = world()
    client, said = signed_in(given.owner), {"supplier": "Wolkendek B.V.", "said": "Er is ingebroken."}
    old = {**said, "received_at": hours_ago(24 * 365)}
    page = client.post(reverse("received:new"), old)
    assert page.status_code == 422
    assert page.content.decode().count('name="long_ago"') == 1
    assert client.post(reverse("received:new"), {**old, "long_ago": "on"}).status_code == 302
