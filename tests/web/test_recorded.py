"""What is done by a page here and by its action elsewhere leaves its record by the page too."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.breaches.models import TouchedAgreement
from art28.web.people.models import StaffMember
from traced import methods, unrecorded
from web.breaches.world import breach, signed_in, world
from web.cybersecurity.test_incidents import assessed, clock, in_scope, told
from web.events.test_events import local
from web.people import tenant

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def did(client: Client, address: str, /, *args: object, leaves: str, **data: Any) -> str:
    """Post, and see what was recorded."""
    before = Act.objects.filter(kind=leaves).count()
    answer = client.post(reverse(address, args=args), data)
    assert answer.status_code == 302, answer.content.decode()
    assert Act.objects.filter(kind=leaves).count() == before + 1
    return Act.objects.filter(kind=leaves).latest("at", "id").content.content or ""


def test_a_breach_that_does_not_touch_an_agreement() -> None:
    given = world({"breach.deadline": "PT24H"})
    found = breach(given)
    side = (found.pk, given.agreement.pk)
    reason = "geen gegevens van deze klant"
    assert reason in did(
        signed_in(given.owner), "breaches:exclude", *side, leaves="breach.agreement_excluded", reason=reason
    )
    assert TouchedAgreement.objects.get(breach=found).excluded_at is not None


def test_an_incident_that_goes_on_is_handled_and_reported_on_meanwhile() -> None:
    given = world({"breach.deadline": "PT24H"})
    client = signed_in(given.owner)
    did(client, "cybersecurity:entity", leaves="entity.set", scope="important", sector="ICT", managed_provider="on",
        csirt="CSIRT", authority="RDI")  # fmt: skip
    in_scope(given)
    found = breach(given, at=timezone.now() - 2 * HOUR)
    assessed(given, found, at=timezone.now() - 2 * HOUR)
    at = local(timezone.now() - HOUR)
    assert did(client, "cybersecurity:interim", found.pk, leaves="incident.interim_asked", at=at)
    told(given, clock(found, "report_incident"), timezone.now() - HOUR)
    assert "loopt nog" in did(client, "cybersecurity:goes_on", found.pk, leaves="incident.goes_on", reason="loopt nog")
    assert did(client, "cybersecurity:handled", found.pk, leaves="incident.handled", at=at)


def test_somebody_begins_and_stands_in_the_list() -> None:
    ours = tenant("veldlicht")
    data = {
        "name": "Saar Vliet",
        "kind": "employee",
        "function": "Beheerder",
        "joined_on": timezone.localdate().isoformat(),
    }
    assert did(ours.client(Role.OWNER), "people:new", leaves="staff.joined", **data)
    assert StaffMember.objects.get().identity.name == "Saar Vliet"


def test_the_rules_of_mailings() -> None:
    ours = tenant("veldlicht")
    client = ours.client(Role.OWNER)
    assert did(client, "mailings:rules", leaves="mailing.policy_set", approval_from="50", recall_minutes="10")


def test_a_playbook_that_is_written_on_no_more() -> None:
    ours = tenant("veldlicht")
    client = ours.client(Role.OWNER)
    client.post(reverse("yardsticks:draft"), {"source": "playbook: x"})
    assert '"number":1' in did(client, "yardsticks:drop", leaves="playbook.dropped")


def test_what_is_posted_counts_by_its_address_and_its_act() -> None:
    assert {"people:new", "people strike"} <= set(unrecorded(set()))
    assert "people:new" not in set(unrecorded({"people:new"}))
    assert "people strike" not in set(unrecorded({"people:act_on strike"}))
    assert methods(lambda _: None) == ("GET", "POST")
