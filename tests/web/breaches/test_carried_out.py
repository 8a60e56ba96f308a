"""More provisions on breaches, from the first signal to the last lesson, carried out through the pages."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.agreements.models import Direction
from art28.web.assessments.models import Decision, Notification
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.intake.models import ProvisionalClock, Signal
from art28.web.notices.models import OutboxMessage
from art28.web.registers.models import Measure
from art28.web.services.models import Service
from web.api.test_api import asked, signal, token
from web.assessments.test_provisions import consulted, decided, notified
from web.assessments.world import CONSULT
from web.assessments.world import breach as breach_there
from web.breaches.test_provisions import clock, place, questions, recorded, sent
from web.breaches.world import World, agreement, signed_in, touched, world
from web.lifecycle.world import page, paper

pytestmark = pytest.mark.django_db


def local(hours_ago: float) -> str:
    return timezone.localtime(timezone.now() - timedelta(hours=hours_ago)).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.provision("S1:4.5")
def test_a_breach_goes_through_register_report_judgement_consultation_and_notification() -> None:
    form = questions("Wat is er gebeurd?")
    given = world({"breach.deadline": "PT24H", "breach.questionnaire": form, "breach.register": ["processor"]})
    found = recorded(given, description="Een open map.")
    assert clock(found, "register_breach").state == "met"
    message = sent(given, found)
    assert [section["question"] for section in message.notice["sections"]] == ["Wat is er gebeurd?"]
    Client().post(reverse("notices:read", args=(message.token,)), {"name": "J. Okkerse"})
    assert clock(found, "notify_authority").bearer == "controller"

    made = agreement(given.organisation, CONSULT, name="Dijkvaart Diensten", direction=Direction.CONTROLLER)
    there = replace(given, agreement=made)
    told = breach_there(there)
    assert notified(there, told).status_code == 409
    decided(there, told)
    assert notified(there, told).status_code == 409
    consulted(there, told, "authority")
    assert notified(there, told).status_code == 302
    kinds = ("breach.recorded", "assessment.decided", "assessment.consulted", "assessment.authority_notified")
    acts = Act.objects.filter(subject_id=told.pk, kind__in=kinds).order_by("at", "id")
    assert [act.kind for act in acts] == list(kinds)
    assert Act.objects.filter(subject_id=found.pk, kind="breach.notice_sent").exists()


@pytest.mark.provision("S1:B4.vragen.gevolgen")
def test_consequences_are_answered_item_by_item_and_measures_in_words_of_their_own_with_their_day() -> None:
    items = ("Stigmatisering of uitsluiting", "Schade aan de gezondheid", "Identiteitsfraude", "Financiële schade",
             "Spam of phishing")  # fmt: skip
    asked = [
        {"number": n, "question": text, "kind": "yes_no", "options": ["Ja", "Nee"]} for n, text in enumerate(items, 1)
    ]
    asked += [
        {"number": 6, "question": "Anders, namelijk", "kind": "text", "options": None},
        {"number": 7, "question": "Welke maatregelen zijn genomen?", "kind": "text", "options": None},
    ]
    given = world({"breach.deadline": "PT24H", "breach.questionnaire": asked})
    found = recorded(given, measures_taken="Op 22 november 2026 om 03:00 is de map gesloten.")
    data = {"version": touched(found).version, "pick-1": "Nee", "pick-3": "Ja", "answer-3": "Kopieën van passen.",
            "pick-5": "Ja", "answer-6": "onbekend",
            "answer-7": "Op 22 november 2026 om 03:00 is de map gesloten."}  # fmt: skip
    signed_in(given.owner).post(place("report", found), data)
    said = [section["answer"] for section in sent(given, found).notice["sections"]]
    assert said[:5] == ["Nee", None, "Ja. Kopieën van passen.", None, "Ja"]
    assert said[5:] == ["onbekend", "Op 22 november 2026 om 03:00 is de map gesloten."]
    assert Act.objects.filter(kind="breach.draft_saved", subject_id=found.pk).exists()


def measure(found: Breach, given_client: Client, text: str, kind: str, owner: str = "") -> Measure:
    due = (timezone.localdate() + timedelta(days=10)).isoformat()
    where = reverse("registers:measures", args=(found.pk,))
    given_client.post(where, {"kind": kind, "text": text, "due_on": due, "owner": owner})
    return Measure.objects.get(text=text)


@pytest.mark.provision("S4:5.3")
def test_measures_against_the_consequences_have_an_owner_and_a_day_until_they_are_done() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given)
    client = signed_in(given.owner)
    row = measure(found, client, "Wachtwoorden vervangen", "measure", str(given.owner.pk))
    running = Obligation.objects.get(subject_id=row.pk)
    assert (running.owner, running.last_day, running.state) == (given.owner, row.due_on, "open")
    assert "Wachtwoorden vervangen" in client.get(reverse("due:list"), {"whose": "all"}).content.decode()
    client.post(reverse("registers:done", args=(found.pk, row.pk)), {"outcome": "alle 40 vervangen"})
    running.refresh_from_db()
    assert (running.state, running.ended_reason) == ("met", "alle 40 vervangen")
    assert Act.objects.filter(kind="measure.set", subject_id=found.pk).exists()
    assert "alle 40 vervangen" in (Act.objects.get(kind="measure.done", subject_id=found.pk).content.content or "")


@pytest.mark.provision("S3:B2.13")
def test_an_incident_is_followed_from_report_to_closure_with_each_instant() -> None:
    given = world({"breach.deadline": "PT48H", "breach.clock_starts": ["discovery"]})
    client = signed_in(given.member)
    data = {
        "what": "Onbekende aanmelding op de beheerserver.",
        "noticed_at": local(5),
        "occurred": "unknown",
        "where": "own",
    }
    client.post(reverse("intake:report"), data)
    queue = signed_in(given.owner).get(reverse("intake:queue")).content.decode()
    assert "Onbekende aanmelding" in queue
    signal_id = Act.objects.get(kind="signal.reported").subject_id
    known = {"title": "Beheerserver", "aware_at": local(3), "aware_reason": "logboek bekeken", "origin": "own"}
    owner = signed_in(given.owner)
    owner.post(f"{reverse('intake:breach')}?signal={signal_id}", known)
    found = Breach.objects.get()
    Client().post(reverse("notices:read", args=(sent(given, found).token,)), {"name": "J. Okkerse"})
    sent(given, found, kind="closing", closing_reason="Toegang ingetrokken.")
    assert (
        owner.post(reverse("breaches:close", args=(found.pk,)), {"reason": "Toegang ingetrokken."}).status_code == 302
    )
    found.refresh_from_db()
    assert (found.state, found.close_reason) == ("closed", "Toegang ingetrokken.")
    assert found.aware_at < found.recorded_at < found.closed_at  # type: ignore[operator]
    page = owner.get(reverse("intake:moments", args=(found.pk,))).content.decode()
    assert "Onbekende aanmelding" in page
    for kind in ("breach.recorded", "breach.notice_sent", "breach.closed"):
        assert Act.objects.filter(kind=kind, subject_id=found.pk).exists()


@pytest.mark.provision("S3:B2.14")
def test_breaches_are_reported_to_the_controller_who_alone_notifies_the_authority() -> None:
    given = world({"breach.deadline": "PT48H", "breach.authority_notifier": "controller"})
    found = recorded(given)
    message = sent(given, found)
    assert OutboxMessage.objects.get().pk == message.pk
    Client().post(reverse("notices:read", args=(message.token,)), {"name": "J. Okkerse"})
    row = clock(found, "notify_authority")
    assert (row.bearer, row.ours) == ("controller", False)
    notified(given, found)
    assert not Notification.objects.exists()
    assert not Decision.objects.exists()
    assert not Act.objects.filter(kind="assessment.authority_notified").exists()
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=found.pk).exists()


@pytest.mark.provision("S5:6.4")
def test_a_breach_at_a_sub_processor_is_the_processors_own_to_tell_and_to_answer_for() -> None:
    given = world({"breach.wording": "immediately", "subprocessors.processor_liable": True})
    found = recorded(given, origin="sub_processor", told_at=local(2), description="Leverancier gehackt.")
    assert found.at_sub_processor
    row = clock(found)
    assert (row.bearer, row.ours, row.duty["trigger"]) == ("processor", True, "breach_at_sub_processor")
    sent(given, found)
    export = signed_in(given.owner).get(reverse("registers:export", args=("csv",)), {"role": "processor"})
    assert "Leverancier gehackt." in export.getvalue().decode("utf-8-sig")
    told = {"agreement": str(given.agreement.pk), "incurred_by": "processor", "work": "solve", "text": "fout van leverancier",
            "on": timezone.localdate().isoformat(), "hours": "1", "rate": "90"}  # fmt: skip
    signed_in(given.owner).post(reverse("costs:breach", args=(found.pk,)), told)
    room = signed_in(given.owner).get(reverse("breaches:room", args=(found.pk,))).content.decode()
    assert "subverwerker" in room
    assert "fout van leverancier" in (Act.objects.get(kind="cost.kept", subject_id=found.pk).content.content or "")
    assert '"report_from_sub_processor":' in (Act.objects.get(kind="breach.recorded").content.content or "")


def alarmed(given: World, **changes: str) -> Signal:
    """A monitoring system reports what it saw, over HTTP with its token."""
    _row, secret = token(given)
    said = {"what": "Veel mislukte aanmeldingen", "where": "own", "noticed_at": signal()["noticed_at"], **changes}
    assert asked(secret, "post", "/api/signals", said).status_code == 201
    return Signal.objects.latest("number")


@pytest.mark.provision("S3:B2.11")
def test_an_alert_of_monitoring_becomes_a_signal_and_a_breach_that_the_controller_is_told_of() -> None:
    cache.clear()
    given = world({"breach.deadline": "PT48H", "breach.clock_starts": ["observation", "discovery"]})
    seen = alarmed(given, where_name="beheerserver")
    running = ProvisionalClock.objects.get(signal=seen)
    assert running.ends_at == running.started_at + timedelta(hours=48)
    known = {"title": "Beheerserver", "aware_at": local(1), "aware_reason": "logboek bekeken", "origin": "own"}
    signed_in(given.owner).post(f"{reverse('intake:breach')}?signal={seen.pk}", known)
    found = Breach.objects.get()
    assert clock(found).started_at == seen.noticed_at
    sent(given, found)
    act = Act.objects.get(kind="signal.reported", subject_id=seen.pk)
    assert act.actor_label == "api"
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=found.pk).exists()


@pytest.mark.provision("S5:B1.9")
def test_a_service_that_watches_security_stands_in_the_catalogue_and_its_signals_reach_the_breach() -> None:
    cache.clear()
    given = world({"breach.wording": "immediately"})
    client = signed_in(given.owner)
    form = {"name": "Beveiligingsmonitoring", "data_categories": "naam\nIP-adres\nfacturatie", "systems": "sensor-1"}
    assert client.post(reverse("services:new"), form).status_code == 302
    service = Service.objects.get()
    assert service.data_categories == ["naam", "IP-adres", "facturatie"]
    client.post(reverse("services:link", args=(service.pk,)), {"agreement": [str(given.agreement.pk)]})
    seen = alarmed(given, where="service", where_name="Beveiligingsmonitoring")
    queue = client.get(reverse("intake:queue")).content.decode()
    assert "Veel mislukte aanmeldingen" in queue
    known = {"title": "Monitoring", "aware_at": local(1), "aware_reason": "bevestigd", "origin": "own"}
    client.post(f"{reverse('intake:breach')}?signal={seen.pk}", known)
    assert clock(Breach.objects.get()).agreement_id == given.agreement.pk
    assert Act.objects.filter(kind="service.added", subject_id=service.pk).exists()
    assert Act.objects.filter(kind="signal.is_breach", subject_id=seen.pk).exists()


@pytest.mark.provision("S4:B2.org.incidenten")
def test_an_incident_is_kept_with_its_lesson_beside_the_policy_and_procedure_for_incidents() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given, description="Een open map.")
    client = signed_in(given.owner)
    row = measure(found, client, "Delen van mappen staat voortaan uit", "lesson")
    client.post(reverse("registers:done", args=(found.pk, row.pk)), {"outcome": "beleid aangepast"})
    for name in ("Beleid voor incidenten", "Procedure voor communicatie"):
        paper(given, name, "2026-11-01", b"%PDF-1.7", kind="policy")
    assert "Beleid voor incidenten" in page(given)
    export = (
        client.get(reverse("registers:export", args=("csv",)), {"role": "processor"}).getvalue().decode("utf-8-sig")
    )
    assert "Een open map." in export
    assert "Delen van mappen staat voortaan uit" in export
    assert Act.objects.filter(kind="measure.done", subject_id=found.pk).exists()
    assert Act.objects.filter(kind="agreement.paper_kept", subject_id=given.agreement.pk).count() == 2
