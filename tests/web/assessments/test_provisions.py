"""Provisions on the authority, the people concerned and consultation, carried out through the pages, with their record."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.web.assessments.models import Consultation, Decision, Notification, Told
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from web.assessments.world import CONSULT, ENOUGH, breach, clock, controller, know
from web.breaches import world as worlds
from web.breaches.world import World, signed_in

pytestmark = pytest.mark.django_db


def local(hours_ago: float) -> str:
    return timezone.localtime(timezone.now() - timedelta(hours=hours_ago)).strftime("%Y-%m-%dT%H:%M")


def post(given: World, name: str, found: Breach, *more: Any, **data: Any) -> Any:
    return signed_in(given.owner).post(reverse(f"assessments:{name}", args=(found.pk, *more)), data)


def decided(given: World, found: Breach, **changes: Any) -> Any:
    data = {"decide": "1", "risk": "risk", "reasons": "Namen en nummers.", "authority": "yes", "people": "no"}
    return post(given, "decide", found, **{**data, **changes})


def notified(given: World, found: Breach) -> Any:
    return post(given, "notified", found, notified_at=local(1), reference="AP-1", complete="yes")


def consulted(given: World, found: Breach, about: str) -> Any:
    data = {"held_at": local(2), "spoken_to": "M. Berg", "outcome": "agreed", "note": "De tekst is doorgenomen."}
    return post(given, "consult", found, given.agreement.pk, **data, about=about)


def recorded(kind: str, found: Breach) -> str:
    return Act.objects.filter(kind=kind, subject_id=found.pk).latest("at").content.content or ""


@pytest.mark.provision("S1:4.3[2]", "S1:B3.4-5")
def test_the_notification_waits_for_a_recorded_discussion_with_the_processor() -> None:
    given = controller(CONSULT)
    found = breach(given)
    assert notified(given, found).status_code == 409
    assert Notification.objects.count() == 0
    consulted(given, found, "authority")
    assert notified(given, found).status_code == 302
    row = Consultation.objects.get()
    assert (row.spoken_to, row.outcome, row.by) == ("M. Berg", "agreed", given.owner)
    assert "De tekst is doorgenomen." in recorded("assessment.consulted", found)
    assert "AP-1" in recorded("assessment.authority_notified", found)


@pytest.mark.provision("S1:B3.3", "S3:9.1[3]")
def test_the_controllers_judgement_is_kept_with_its_reasons_beside_the_breach() -> None:
    given = controller(CONSULT)
    found = breach(given)
    decided(given, found, risk="unlikely", authority="no", reasons="De schijf was versleuteld.")
    row = Decision.objects.get()
    assert (row.authority, row.reasons, row.by) == (False, "De schijf was versleuteld.", given.owner)
    assert clock(found).state == "cancelled"
    assert "De schijf was versleuteld." in recorded("assessment.decided", found)


@pytest.mark.provision("S2:8.3", "S1:4.3[1]")
def test_only_the_controller_can_mark_authority_and_people_as_told() -> None:
    given = worlds.world({"breach.deadline": "PT24H", "breach.processor_may_notify_authority": False})
    found = breach(given)
    know(found, given, **ENOUGH)
    assert notified(given, found).status_code == 302
    told = post(given, "letter", found, told_at=local(1), means=["letter"])
    assert told.status_code == 302
    assert (Notification.objects.count(), Told.objects.count()) == (0, 0)
    page = signed_in(given.owner).get(reverse("assessments:case", args=(found.pk,))).content.decode()
    assert "passage over breach.processor_may_notify_authority" in page
    assert not Act.objects.filter(kind__in=("assessment.authority_notified", "assessment.people_told")).exists()
    ours = Obligation.objects.get(subject_id=found.pk, action="notify_breach")
    assert Act.objects.filter(kind="obligation.started", subject_id=ours.pk).exists()


@pytest.mark.provision("S5:8.1[1]", "S1:4.3[1]")
def test_the_controllers_72_hours_run_until_its_own_notification() -> None:
    given = controller()
    found = breach(given)
    assert clock(found).ends_at == clock(found).started_at + timedelta(hours=72)
    notified(given, found)
    assert (clock(found).state, clock(found).ended_reason) == ("met", "AP-1")
    assert "AP-1" in recorded("assessment.authority_notified", found)


@pytest.mark.provision("S2:B3.intro")
def test_the_answers_of_the_report_are_the_answers_of_the_authoritys_form() -> None:
    given = controller()
    found = breach(given)
    know(found, given, **ENOUGH)
    asked = signed_in(given.owner).get(reverse("assessments:form_json", args=(found.pk, "ap"))).json()
    answers = {item["number"]: item["answer"] for part in asked["sections"] for item in part["questions"]}
    assert answers["5.3"] == ENOUGH["description"]
    assert answers["9.2"] == ENOUGH["consequences"]
    assert answers["7.3"] == "tussen 100 en 250"
    assert answers["6.1"] == "namen en telefoonnummers"
    notified(given, found)
    assert ENOUGH["consequences"] in recorded("assessment.authority_notified", found)
