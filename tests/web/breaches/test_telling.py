"""What each agreement has been told, phase by phase, and what is newer than its last notice."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.breaches import actions
from art28.web.breaches.models import Breach
from art28.web.notices.models import OutboxMessage
from web.breaches import world as worlds
from web.breaches.test_provisions import clock, place, recorded, sent
from web.breaches.world import World, signed_in, touched, world

pytestmark = pytest.mark.django_db


def told(given: World, found: Breach, query: str = "") -> Any:
    return signed_in(given.owner).get(reverse("breaches:told", args=(found.pk,)) + query)


def learn(given: World, found: Breach, version: int, **facts: str) -> None:
    data = {"title": "Lek", "version": version, "description": "Een map stond open.", **facts}
    signed_in(given.owner).post(reverse("breaches:facts", args=(found.pk,)), data)


@pytest.mark.provision("S2:8.2", "S5:8.3")
def test_developments_are_told_in_phases_and_who_lacks_the_newest_facts_is_named_until_it_is_closed() -> None:
    given = world({"breach.deadline": "PT24H", "breach.early_warning": True, "breach.follow_up": True})
    found = recorded(given, description="Een map stond open.")
    assert "nog niet gemeld" in told(given, found).content.decode()
    sent(given, found, kind="early_warning")
    learn(given, found, 1, cause="Een verkeerde instelling.", measures_taken="De map is dicht.")
    page = told(given, found)
    assert "1 overeenkomst is versie 2 nog niet gemeld." in page.content.decode()
    assert page.context["lines"][0].newer == ("Oorzaak", "Genomen maatregelen")
    second = sent(given, found, kind="follow_up")
    changed = [section["question"] for section in second.notice["sections"] if section["changed"]]
    assert any("maatregelen" in question for question in changed)
    assert (touched(found).phase, touched(found).told_version) == ("follow_up", 2)
    assert "Onder elke overeenkomst is gemeld wat nu bekend is." in told(given, found).content.decode()
    sent(given, found, kind="closing", closing_reason="Onderzoek is klaar.")
    learn(given, found, 2, cause="Toch iets anders.")
    assert told(given, found).context["phases"].behind == 0
    kinds = list(OutboxMessage.objects.order_by("handed_over_at").values_list("kind", flat=True))
    assert kinds == ["early_warning", "follow_up", "closing"]
    assert Act.objects.filter(kind="breach.notice_sent", subject_id=found.pk).count() == 3


def test_the_list_narrows_to_a_phase_and_costs_the_same_for_many() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given)
    sent(given, found)
    assert [line.touched.phase for line in told(given, found, "?state=report").context["lines"]] == ["report"]
    assert told(given, found, "?state=closing").context["lines"] == ()
    others = [worlds.agreement(given.organisation, name=f"Klant {number}").pk for number in range(20)]
    many = actions.record_breach(
        given.organisation,
        others,
        title="Lek",
        facts=worlds.KNOWN,
        discovery=worlds.discovery(),
        by=given.owner,
        actor=worlds.actor(given.owner),
        now=worlds.NOW,
    )
    costs = []
    for each in (found, many):
        with CaptureQueriesContext(connection) as queries:
            told(given, each)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_receipt_that_is_confirmed_by_telephone_counts_as_confirmed_by_whom_was_reached() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given, ends_by="acknowledged")
    message = sent(given, found)
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    call = {"at": at, "reached": "on", "confirmed": "on", "spoken_to": "J. Okkerse"}
    signed_in(given.owner).post(place("call", found), call)
    message.refresh_from_db()
    assert message.acknowledged_by == "J. Okkerse, telefonisch (vastgelegd door Owner)"
    assert (clock(found).state, clock(found).ended_by) == ("met", "acknowledged")
    act = Act.objects.get(kind="notice.acknowledged", subject_id=message.pk)
    assert act.actor_id == given.owner.pk


def test_a_call_that_reached_nobody_confirms_nothing() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = recorded(given)
    message = sent(given, found)
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    signed_in(given.owner).post(place("call", found), {"at": at, "confirmed": "on"})
    message.refresh_from_db()
    assert message.acknowledged_at is None


def test_developments_that_somebody_was_not_told_stand_in_the_room_and_before_closing_until_they_were() -> None:
    given = world({"breach.deadline": "PT24H", "breach.follow_up": True})
    found = recorded(given, description="Een map stond open.")
    sent(given, found)
    client = signed_in(given.owner)
    pages = [reverse(f"breaches:{name}", args=(found.pk,)) for name in ("room", "close")]
    behind = "1 overeenkomst is versie 2 nog niet gemeld."
    assert not any(behind in client.get(page).content.decode() for page in pages)
    learn(given, found, 1, cause="Een verkeerde instelling.")
    assert all(behind in client.get(page).content.decode() for page in pages)
    sent(given, found, kind="follow_up")
    assert not any(behind in client.get(page).content.decode() for page in pages)
    learn(given, found, 2, measures_taken="De map is dicht.")
    sent(given, found, kind="closing", closing_reason="Onderzoek is klaar.")
    learn(given, found, 3, measures_planned="Een training.")
    assert not any("nog niet gemeld." in client.get(page).content.decode() for page in pages)
