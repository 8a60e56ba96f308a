"""Provisions on what happens under an agreement, carried out through the pages, with the record they leave."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from art28.agreement.duties import Action, Trigger
from art28.web.audit.models import Act
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation
from art28.web.clocks.targets import set_target
from art28.web.events.models import Event
from art28.web.reminders import planning
from art28.web.reminders.models import Reminder
from web.breaches.world import World, actor, breach, signed_in, world
from web.events.test_events import address, clocks_of, local

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def recorded(given: World, trigger: Trigger, at: datetime, kind: str, **changes: str) -> dict[str, Obligation]:
    """Recorded through the page; the clocks that it started, by what they ask, all given to the owner."""
    data = {"title": "Zaak 17", "at": local(at), "start_kind": kind, "start": "1", **changes}
    answer = signed_in(given.owner).post(address(given, trigger), data)
    assert answer.status_code == 302
    event = Event.objects.latest("recorded_at")
    rows = clocks_of(event)
    for row in rows.values():
        clocks.assign(row, owner=given.owner, actor=actor(given.owner), now=timezone.now())
    assert Act.objects.filter(kind="event.recorded", subject_id=event.pk).exists()
    return rows


def done(given: World, row: Obligation, reason: str) -> None:
    signed_in(given.owner).post(reverse("clock_done", args=(row.pk,)), {"reason": reason})
    row.refresh_from_db()
    assert row.ended_reason == reason
    assert Act.objects.filter(kind="obligation.ended", subject_id=row.pk).exists()


def warned(row: Obligation, at: datetime) -> bool:
    """Whether whoever sees to it has been reminded by then."""
    planning.begin(now=timezone.now(), limit=100)
    planning.advance(now=at, limit=100)
    return Reminder.objects.filter(obligation=row).exists()


@pytest.mark.provision("S2:3.6")
def test_cooperation_with_a_request_has_fourteen_days_and_warns_before_they_lapse() -> None:
    given = world({"requests.deadline": "P14D", "requests.assist": True})
    received = timezone.now() - 2 * DAY
    row = recorded(given, Trigger.DATA_SUBJECT_REQUEST, received, "received")["assist_request"]
    assert row.last_day == timezone.localtime(received).date() + 14 * DAY
    assert row.ends_at is not None
    assert warned(row, row.ends_at - 4 * DAY)
    done(given, row, "gegevens uit twee systemen verstrekt")
    assert row.state == "met"


@pytest.mark.provision("S1:5.1", "S4:3.2[2]")
def test_a_request_is_passed_on_with_both_instants_and_raises_alarm_while_it_is_not() -> None:
    given = world({"requests.handling": "forward"})
    received = timezone.now() - timedelta(hours=20)
    rows = recorded(given, Trigger.DATA_SUBJECT_REQUEST, received, "received")
    row = rows["forward_request"]
    assert row.ends_at is None  # no number is agreed, so none is invented
    assert warned(row, timezone.now() + timedelta(minutes=1))
    assert (rows["answer_request"].ours, rows["answer_request"].last_day is not None) == (False, True)
    done(given, row, "per beveiligde mail aan de functionaris")
    assert local(row.started_at) == local(received)
    assert row.ended_at is not None


@pytest.mark.provision("S2:3.7[1]", "S5:3.5")
def test_help_with_an_impact_assessment_is_a_task_with_what_was_given_and_when() -> None:
    given = world({"assistance.dpia": True, "assistance.prior_consultation": True})
    rows = recorded(given, Trigger.DPIA, timezone.now(), "asked")
    assert {row.ours for row in rows.values()} == {True}
    assert set(rows) == {"assist_dpia", "assist_prior_consultation"}
    client = signed_in(given.owner)
    item = {"item": "evidence:list_of_supplied", "note": "beschrijving van de maatregelen"}
    client.post(reverse("clock_tick", args=(rows["assist_dpia"].pk,)), item)
    done(given, rows["assist_dpia"], "beschrijving verstrekt")
    page = client.get(reverse("clock", args=(rows["assist_dpia"].pk,))).content.decode()
    assert "beschrijving van de maatregelen" in page


@pytest.mark.provision("S3:10.3")
def test_information_for_an_audit_is_supplied_within_two_weeks_of_each_request() -> None:
    given = world({"audit.right": True, "audit.evidence_deadline": "P2W"})
    asked = timezone.now() - DAY
    first = recorded(given, Trigger.AUDIT_REQUEST, asked, "asked")["deliver_audit_evidence"]
    second = recorded(given, Trigger.AUDIT_REQUEST, timezone.now(), "asked")["deliver_audit_evidence"]
    assert first.last_day == timezone.localtime(asked).date() + 14 * DAY
    done(given, first, "logboeken van oktober")
    second.refresh_from_db()
    assert (first.state, second.state) == ("met", "open")


@pytest.mark.provision("S1:B2.personeel.vog", "S4:B2.org.vog")
@pytest.mark.parametrize(("interval", "years"), [("P3Y", 3), ("P5Y", 5)])
def test_a_certificate_of_conduct_is_renewed_at_the_agreed_interval(interval: str, years: int) -> None:
    given = world({"confidentiality.screening_interval": interval})
    last = timezone.now() - 200 * DAY
    row = recorded(given, Trigger.STAFF_SCREENING, last, "last_done")["screen_staff"]
    seen = timezone.localtime(last).date()
    assert row.last_day == seen.replace(year=seen.year + years)
    assert row.ends_at is not None
    assert warned(row, row.ends_at - 5 * DAY)
    done(given, row, "nieuwe verklaring gezien")


@pytest.mark.provision("S4:12.7", "S5:12.7")
def test_a_claim_lapses_after_twelve_months_unless_it_is_reported() -> None:
    given = world({"liability.claim_period": "P12M"})
    arose = timezone.now() - 300 * DAY
    recorded(given, Trigger.CLAIM, arose, "arose")
    rows = Obligation.objects.filter(action="report_claim")
    assert {(row.bearer, row.ours) for row in rows} == {("controller", False), ("processor", True)}
    row = rows.get(bearer="processor")
    clocks.assign(row, owner=given.owner, actor=actor(given.owner), now=timezone.now())
    assert row.last_day is not None
    assert (row.last_day.year, row.last_day.month) == (
        timezone.localtime(arose).year + 1,
        timezone.localtime(arose).month,
    )
    assert warned(row, timezone.now() + timedelta(minutes=1))
    done(given, row, "gespecificeerd gemeld bij aangetekende brief")
    assert (row.state, row.ended_by) == ("met", "reached")


@pytest.mark.provision("S5:8.1[2]")
def test_a_notice_at_once_stands_by_the_own_target_and_escalates_while_it_is_open() -> None:
    given = world({"breach.wording": "immediately"})
    set_target(given.organisation, Action.NOTIFY_BREACH, "PT4H", actor=actor(given.owner), now=timezone.now())
    found = timezone.now() - timedelta(hours=3)
    row = Obligation.objects.get(subject_id=breach(given, at=found).pk, action="notify_breach")
    clocks.assign(row, owner=given.owner, actor=actor(given.owner), now=timezone.now())
    assert (row.ends_at, row.internal_target_at) == (None, found + timedelta(hours=4))
    assert warned(row, found + timedelta(hours=3, minutes=50))
    page = signed_in(given.owner).get(reverse("today")).content.decode()
    assert "onverwijld" in page
    assert "eigen streeftermijn" in page
    audiences = set(Reminder.objects.filter(obligation=row).values_list("audience", flat=True))
    assert audiences <= {"owner", "deputy", "management"}
    assert Act.objects.filter(kind="obligation.started", subject_id=row.pk).exists()
    assert Act.objects.filter(kind="target.set").exists()


@pytest.mark.provision("S5:13.5[1]")
def test_an_amendment_takes_effect_no_sooner_than_two_months_after_its_notice() -> None:
    given = world({"term.amendment": "processor_with_notice", "term.amendment_notice": "P2M"})
    too_soon = timezone.now() + 30 * DAY
    data = {"title": "Nieuwe versie", "at": local(timezone.now()), "start_kind": "planned"}
    client = signed_in(given.owner)
    preview = client.post(address(given, Trigger.AMENDMENT), {**data, "planned_at": local(too_soon)}).content.decode()
    assert "al verstreken" in preview
    in_time = timezone.now() + 100 * DAY
    row = recorded(given, Trigger.AMENDMENT, timezone.now(), "planned", planned_at=local(in_time))["announce_amendment"]
    assert row.last_day is not None
    assert row.last_day < timezone.localtime(in_time).date() - 58 * DAY
    done(given, row, "aangekondigd per brief")
    assert row.state == "met"
