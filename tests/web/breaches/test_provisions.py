"""Provisions on breaches as agreements word them, carried out through the pages, with the record they leave."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.clocks.models import Obligation
from art28.web.notices.models import OutboxMessage
from web.breaches.world import World, breach, signed_in, touched, world

pytestmark = pytest.mark.django_db


def questions(*texts: str) -> list[dict[str, Any]]:
    return [{"number": number, "question": text, "kind": "text"} for number, text in enumerate(texts, start=1)]


def recorded(given: World, **changes: Any) -> Breach:
    """Recorded through the form, aware one hour ago."""
    aware = timezone.localtime(timezone.now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
    data = {"title": "Lek", "aware_at": aware, "long_ago": "on", "aware_reason": "ontdekt", "origin": "own", **changes}
    signed_in(given.owner).post(f"{reverse('breaches:new')}?agreement={given.agreement.pk}", data)
    return Breach.objects.latest("recorded_at")


def place(name: str, given: Breach) -> str:
    row = touched(given)
    return reverse(f"breaches:{name}", args=(row.breach_id, row.agreement_id))


def sent(given: World, found: Breach, **changes: Any) -> OutboxMessage:
    data = {"version": touched(found).version, "kind": "report", "recipient": "datalek@zorg.example", **changes}
    signed_in(given.owner).post(place("send", found), data)
    return OutboxMessage.objects.latest("handed_over_at")


def clock(found: Breach, action: str = "notify_breach") -> Obligation:
    return Obligation.objects.get(subject_id=found.pk, action=action)


@pytest.mark.provision("S3:9.2[1]", "S5:8.2[1]")
def test_a_first_report_may_hold_the_fact_of_a_breach_and_nothing_more() -> None:
    given = world({"breach.wording": "immediately", "breach.content": ["description", "cause"]})
    found = recorded(given)
    message = sent(given, found)
    assert all(section["answer"] is None for section in message.notice["sections"] if section["number"] > 2)
    assert "Nog niet bekend" in message.page_html
    assert clock(found, "follow_up_breach").ended_at is None
    assert Act.objects.filter(kind="notice.handed_over", subject_id=message.pk).exists()


@pytest.mark.provision("S3:9.2[2]", "S5:8.2[2]", "S4:5.2")
def test_each_field_of_the_report_can_be_filled_or_left_open_and_what_is_open_is_listed() -> None:
    asked = ["cause", "consequences", "contact_point", "subject_count", "subject_categories", "data_categories",
             "when_occurred", "protection", "measures"]  # fmt: skip
    given = world({"breach.deadline": "PT48H", "breach.content": asked})
    found = recorded(
        given,
        cause="Instelling",
        subjects_least="10",
        subjects_most="20",
        occurred_from="2026-11-20T10:00",
        occurred_until="2026-11-21T10:00",
        protection="no",
        contact_name="M. Berg",
    )
    sections = {item["question"]: item["answer"] for item in sent(given, found).notice["sections"]}
    assert sections["Om hoeveel betrokkenen gaat het, bij benadering?"] == "tussen 10 en 20"
    assert sections["Wanneer heeft de inbreuk plaatsgevonden?"].startswith("tussen vrijdag 20 november 2026, 10:00")
    assert sections["Om welke categorieën betrokkenen gaat het?"] is None
    page = signed_in(given.owner).get(place("report", found)).content.decode()
    still_open = [item for item in touched(found).questions if not item["answer"]]
    assert page.count("Nog niet bekend, omdat") == len(still_open) > 0
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=found.pk).exists()


@pytest.mark.provision("S1:B3.2", "S1:1.1.d", "S2:8.1[2]")
def test_the_report_is_the_agreements_own_form_which_may_be_completed_after_it_left() -> None:
    form = questions("Geef een samenvatting: wat is er gebeurd?", "Welke overige bijzonderheden zijn er?")
    given = world({"breach.deadline": "PT24H", "breach.early_warning": True, "breach.questionnaire": form})
    found = recorded(given, description="Een open map.")
    first = sent(given, found, kind="early_warning")
    assert [section["question"] for section in first.notice["sections"]] == [row["question"] for row in form]
    assert [bool(section["answer"]) for section in first.notice["sections"]] == [True, False]
    row = touched(found)
    data = {"version": row.version, "answer-1": "Een open map.", "answer-2": "Geen."}
    signed_in(given.owner).post(place("report", found), data)
    second = sent(given, found, kind="follow_up")
    assert [section["changed"] for section in second.notice["sections"]] == [False, True]
    assert clock(found, "follow_up_breach").state == "met"
    assert Act.objects.filter(kind="breach.draft_saved", subject_id=found.pk).exists()


@pytest.mark.provision("S2:8.1[1]")
def test_a_call_to_the_person_named_ends_a_clock_of_24_hours_that_warns_before_it_lapses() -> None:
    given = world({"breach.deadline": "PT24H", "breach.channel": ["phone"], "breach.clock_starts": ["discovery"]})
    found = recorded(given)
    assert clock(found).ends_at == found.aware_at + timedelta(hours=24)
    client = signed_in(given.owner)
    assert "0321000418" in client.get(place("report", found)).content.decode()
    assert 'class="linked soon"' in client.get(reverse("today")).content.decode()
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    client.post(place("call", found), {"at": at, "reached": "on", "spoken_to": "J. Okkerse"})
    assert (clock(found).state, clock(found).ended_by) == ("met", "reached")
    assert "J. Okkerse" in Act.objects.get(kind="breach.called").content.content  # type: ignore[operator]


@pytest.mark.provision("S1:4.3[1]", "S3:9.1[3]", "S5:8.1[1]")
def test_the_authoritys_clock_is_the_controllers_from_the_instant_it_was_told() -> None:
    given = world({"breach.deadline": "PT48H", "breach.authority_notifier": "controller"})
    found = recorded(given)
    message = sent(given, found)
    Client().post(reverse("notices:read", args=(message.token,)), {"name": "J. Okkerse"})
    row = clock(found, "notify_authority")
    assert (row.ours, row.state, row.bearer) == (False, "waiting", "controller")
    assert row.ends_at == clock(found).ended_at + timedelta(hours=72)  # type: ignore[operator]
    assert "Wacht op een ander" in signed_in(given.owner).get(reverse("today")).content.decode()
    assert Act.objects.filter(kind="obligation.started", subject_id=row.pk).exists()


@pytest.mark.provision("S2:B3.3", "S2:B3.7")
def test_numbers_are_a_range_that_runs_upward_and_dates_may_be_a_period() -> None:
    given = world({"breach.deadline": "PT24H"})
    refused = signed_in(given.owner).post(
        f"{reverse('breaches:new')}?agreement={given.agreement.pk}",
        {"title": "x", "aware_at": "2026-11-22T02:10", "long_ago": "on", "aware_reason": "x", "origin": "own",
         "subjects_least": "9", "subjects_most": "3"},
    )  # fmt: skip
    assert refused.status_code == 422
    found = recorded(given, subjects_least="3", subjects_most="9", occurred_from="2026-11-20T10:00",
                     occurred_until="2026-11-21T10:00")  # fmt: skip
    facts = FactsVersion.objects.get(breach=found).facts
    assert facts["subjects"] == {"least": 3, "most": 9}
    assert facts["occurred_until"] > facts["occurred_from"]
    assert Act.objects.filter(kind="breach.recorded", subject_id=found.pk).exists()


@pytest.mark.provision("S2:B3.4", "S2:B3.5", "S2:B3.6")
def test_group_vulnerability_reachability_and_cause_have_fields_of_their_own_and_a_cause_may_come_later() -> None:
    form = questions(
        "Omschrijving groep personen om wier gegevens het gaat, met aandacht voor kinderen.",
        "Zijn de contactgegevens van de betrokken personen bekend?",
        "Wat is de oorzaak?",
    )
    given = world({"breach.deadline": "PT24H", "breach.questionnaire": form})
    found = recorded(given, subject_categories="leerlingen", vulnerable_groups="kinderen", reachable="yes")
    assert [item["answer"] for item in touched(found).questions] == ["leerlingen\nkinderen", "Ja", None]
    facts = reverse("breaches:facts", args=(found.pk,))
    changed = {
        "version": 1,
        "title": "Lek",
        "cause": "Een fout",
        "subject_categories": "leerlingen",
        "reachable": "yes",
    }
    signed_in(given.owner).post(facts, changed)
    assert touched(found).questions[2]["answer"] == "Een fout"
    assert Act.objects.filter(kind="breach.facts_changed", subject_id=found.pk).exists()


@pytest.mark.provision("S1:B3.1")
def test_every_breach_the_processor_detects_is_in_its_register() -> None:
    given = world({"breach.deadline": "PT24H", "breach.register": ["controller", "processor"]})
    found = recorded(given)
    assert clock(found, "register_breach").state == "met"
    assert found.reference in signed_in(given.member).get(reverse("breaches:list")).content.decode()
    assert Act.objects.filter(kind="breach.recorded", subject_id=found.pk).exists()


@pytest.mark.provision("S3:9.1[2]")
def test_a_limit_of_48_hours_runs_from_discovery_and_keeps_both_instants() -> None:
    given = world({"breach.deadline": "PT48H", "breach.clock_starts": ["discovery"]})
    found = breach(given, at=timezone.now() - timedelta(hours=30))
    assert clock(found).ends_at == found.aware_at + timedelta(hours=48)
    assert 'class="linked soon"' in signed_in(given.owner).get(reverse("today")).content.decode()
    message = sent(given, found)
    Client().post(reverse("notices:read", args=(message.token,)), {"name": "J. Okkerse"})
    assert (clock(found).state, clock(found).started_at) == ("met", found.aware_at)
    assert Act.objects.filter(kind="obligation.ended", subject_id=clock(found).pk).exists()


def test_an_own_target_orders_what_has_no_limit_in_numbers() -> None:
    given = world({"breach.wording": "immediately"})
    found = recorded(given, target_hours="4")
    row = clock(found)
    assert (row.ends_at, row.internal_target_at, row.due_at) == (
        None,
        found.aware_at + timedelta(hours=4),
        found.aware_at + timedelta(hours=4),
    )
    assert "eigen streeftermijn" in signed_in(given.owner).get(reverse("today")).content.decode()
