"""A breach that is a significant incident too: clocks of their own, against CSIRT and authority."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.obligations.on_incident import NotInForce
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.cybersecurity import actions
from art28.web.cybersecurity.models import Incident, Scope
from web.breaches.world import NOW, World, actor, breach, signed_in, world
from web.events.test_events import local

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def given() -> World:
    found = world({"breach.deadline": "PT24H", "breach.processor_may_notify_authority": False})
    in_scope(found)
    return found


def in_scope(given: World, scope: Scope = Scope.IMPORTANT) -> None:
    actions.set_entity(
        given.organisation,
        scope=scope,
        legal_entity=None,
        sector="beheer van ICT-diensten",
        managed_provider=True,
        csirt="CSIRT-loket",
        authority="Bevoegde autoriteit",
        by=given.owner,
        actor=actor(given.owner),
        now=NOW,
    )


def assessed(given: World, recorded: Breach, *, significant: bool = True, at: datetime = NOW) -> Incident:
    found = actions.Found(
        significant=significant, criteria=("malicious",), reason="inbraak", aware_at=at if significant else None
    )
    return actions.assess(recorded, found, by=given.owner, actor=actor(given.owner), now=at)


def clock(recorded: Breach, action: str) -> Obligation:
    return Obligation.objects.filter(subject_kind="incident", subject_id=recorded.pk, action=action).latest("made_at")


def told(given: World, row: Obligation, at: datetime) -> None:
    clocks.end(row, at=at, by=Proof.DONE, reason="ingediend", actor=actor(given.owner), now=at)


def test_awareness_starts_24_and_72_hours_beside_the_clocks_of_the_breach(given: World) -> None:
    recorded = breach(given)
    before = set(Obligation.objects.values_list("pk", "ends_at"))
    assessed(given, recorded, at=NOW + HOUR)
    warning, report = clock(recorded, "warn_of_incident"), clock(recorded, "report_incident")
    assert (warning.ends_at, report.ends_at) == (NOW + 25 * HOUR, NOW + 73 * HOUR)
    assert (warning.agreement, warning.ours, warning.owner) == (None, True, given.owner)
    assert (warning.start_kind, warning.parameters_version) == ("aware", "cbw.early_warning@2026-08-15")
    assert before <= set(Obligation.objects.values_list("pk", "ends_at"))
    assert Act.objects.filter(kind="incident.assessed").count() == 1


def test_the_month_of_the_final_report_runs_from_the_report(given: World) -> None:
    recorded = breach(given, at=datetime(2026, 11, 12, 9, 0, tzinfo=UTC))
    assessed(given, recorded, at=datetime(2026, 11, 12, 9, 0, tzinfo=UTC))
    told(given, clock(recorded, "report_incident"), datetime(2026, 11, 14, 9, 0, tzinfo=UTC))
    final = clock(recorded, "report_incident_finally")
    assert final.last_day is not None
    assert final.last_day.isoformat() == "2026-12-14"
    assert final.agreement is None


def test_an_incident_that_goes_on_asks_for_progress_and_a_final_report_a_month_after_its_handling(
    given: World,
) -> None:
    recorded = breach(given)
    row = assessed(given, recorded)
    told(given, clock(recorded, "report_incident"), NOW + HOUR)
    by: dict[str, Any] = {"by": given.owner, "actor": actor(given.owner)}
    actions.goes_on(row, reason="herstel loopt", now=NOW + 2 * HOUR, **by)
    assert clock(recorded, "report_incident_finally").state == "cancelled"
    assert clock(recorded, "report_incident_progress").ends_at == clock(recorded, "report_incident_finally").ends_at
    actions.handled(row, at=NOW + timedelta(days=20), now=NOW + timedelta(days=20), **by)
    final = clock(recorded, "report_incident_finally")
    assert (final.state, final.started_at) == ("open", NOW + timedelta(days=20))
    with pytest.raises(actions.NotNow):
        actions.handled(row, at=NOW + timedelta(days=21), now=NOW + timedelta(days=21), **by)


def test_each_request_for_an_intermediate_report_has_a_clock_without_a_number(given: World) -> None:
    recorded = breach(given)
    row = assessed(given, recorded)
    for hours in (5, 9):
        actions.ask_interim(
            row, at=NOW + hours * HOUR, by=given.owner, actor=actor(given.owner), now=NOW + hours * HOUR
        )
    rows = Obligation.objects.filter(subject_id=recorded.pk, action="report_incident_interim")
    assert [(each.ends_at, each.start_kind) for each in rows] == [(None, "asked"), (None, "asked")]


def test_what_proved_not_to_be_significant_stops_and_runs_on_when_it_was_after_all(given: World) -> None:
    recorded = breach(given)
    assessed(given, recorded)
    assessed(given, recorded, significant=False)
    assert clock(recorded, "warn_of_incident").state == "cancelled"
    assessed(given, recorded)
    row = clock(recorded, "warn_of_incident")
    assert (row.state, row.ends_at) == ("open", NOW + 24 * HOUR)
    assert Obligation.objects.filter(action="warn_of_incident").count() == 1


def test_an_organisation_out_of_scope_has_nothing_to_report() -> None:
    given = world()
    recorded = breach(given)
    with pytest.raises(actions.NotInScope):
        assessed(given, recorded)
    in_scope(given, Scope.NONE)
    with pytest.raises(actions.NotInScope):
        assessed(given, recorded)
    assert not Obligation.objects.filter(subject_kind="incident").exists()


def test_no_clock_runs_for_an_incident_from_before_the_act(given: World) -> None:
    with pytest.raises(NotInForce):
        assessed(given, breach(given), at=datetime(2026, 8, 14, 21, 59, tzinfo=UTC))
    recorded = breach(given)
    assessed(given, recorded, at=datetime(2026, 8, 14, 22, 0, tzinfo=UTC))  # midnight in Amsterdam
    assert clock(recorded, "warn_of_incident").ends_at == datetime(2026, 8, 15, 22, 0, tzinfo=UTC)


def test_the_page_shows_the_ban_of_an_agreement_beside_what_the_act_asks(given: World) -> None:
    recorded = breach(given)
    client = signed_in(given.owner)
    data: dict[str, Any] = {
        "criteria": ["malicious"],
        "aware_at": local(timezone.now() - HOUR),
        "reason": "inbraak",
        "significant": "1",
    }
    client.post(reverse("cybersecurity:assess", args=(recorded.pk,)), data)
    page = client.get(reverse("cybersecurity:incident", args=(recorded.pk,))).content.decode()
    assert "passage over breach.processor_may_notify_authority" in page
    assert "binnen 24 uur nadat" in page
    assert "CSIRT-loket" in page
    assert "1 overeenkomst verbiedt" in page
    row = clock(recorded, "warn_of_incident")
    detail = client.get(reverse("clock", args=(row.pk,))).content.decode()
    assert "of kwade opzet wordt vermoed" in detail
    assert "Cbw art. 26(1)" in detail
    listed = client.get(f"{reverse('due:list')}?whose=all&event=incident").content.decode()
    assert "Vroegtijdige waarschuwing" in listed


def test_a_report_handed_in_is_ended_by_hand_and_its_contents_ticked(given: World) -> None:
    recorded = breach(given, at=timezone.now() - HOUR)
    assessed(given, recorded, at=timezone.now() - HOUR)
    row = clock(recorded, "warn_of_incident")
    client = signed_in(given.owner)
    client.post(reverse("clock_tick", args=(row.pk,)), {"item": "content:malice_suspected"})
    client.post(reverse("clock_done", args=(row.pk,)), {"reason": "loket, kenmerk 12"})
    row.refresh_from_db()
    assert (row.state, row.ended_reason) == ("met", "loket, kenmerk 12")
    assert row.ticks.count() == 1


def test_the_room_of_the_breach_leads_to_it_and_the_breach_closes_without_it(given: World) -> None:
    recorded = breach(given)
    assessed(given, recorded)
    room = signed_in(given.owner).get(reverse("breaches:room", args=(recorded.pk,))).content.decode()
    assert reverse("cybersecurity:incident", args=(recorded.pk,)) in room
