"""What a clock stands on changes while it runs only together with what was, what became, and why."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.agreement.duties import Trigger
from art28.obligations.moving import NotAllowed, Pause, Refusal
from art28.web.audit.models import Act
from art28.web.clocks import actions, changing, feeds, pump, queries
from art28.web.clocks.actions import StateChanged
from art28.web.clocks.changing import By
from art28.web.clocks.models import Change, Obligation, Proof, State
from art28.web.reminders import planning
from art28.web.reminders.models import Plan, Reminder
from web.breaches.world import NOW, World, actor, breach, signed_in, world
from web.events.test_events import clocks_of, happened, local

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def given() -> World:
    return world({"end.deadline": "P30D", "end.choice_window": "P1M", "breach.deadline": "PT24H"})


def by(given: World, now: datetime = NOW) -> By:
    return By(given.owner.pk, actor(given.owner), now)


def answer(given: World) -> Obligation:
    """The controller's month, received at NOW (22 November 2026)."""
    return clocks_of(happened(given, Trigger.DATA_SUBJECT_REQUEST))["answer_request"]


def paused(given: World, row: Obligation, at: datetime = NOW + DAY) -> Change:
    return changing.pause(
        row, ground=Pause.IDENTITY_ASKED, at=at, reason="kopie opgevraagd", clause="", by=by(given, at)
    )


def test_a_clock_that_stands_still_has_no_end_falls_not_late_and_keeps_what_was(given: World) -> None:
    row = answer(given)
    before = row.ends_at
    change = paused(given, row)
    assert (row.ends_at, row.paused_at, row.revision) == (None, NOW + DAY, 1)
    assert before is not None
    assert change.before["ends_at"] == before.isoformat()
    assert pump.pump(now=before + 10 * DAY, limit=10) == 0
    assert not queries.is_late(row, before + 10 * DAY)
    act = Act.objects.get(kind="obligation.paused", subject_id=row.pk)
    assert "kopie opgevraagd" in (act.content.content or "")


def test_it_runs_on_with_as_much_time_as_was_left(given: World) -> None:
    row = answer(given)
    before = row.last_day
    assert before is not None
    paused(given, row)
    at = NOW + 5 * DAY
    changing.resume(row, at=at, reason="kopie ontvangen", by=by(given, at))
    assert row.last_day == before + 4 * DAY
    assert (row.paused_at, row.revision, row.due_at) == (None, 2, row.ends_at)
    assert [moved.change.kind for moved in queries.changes(row)] == ["resumed", "paused"]
    assert Act.objects.filter(kind="obligation.resumed", subject_id=row.pk).count() == 1


def test_two_people_cannot_both_let_it_stand_still(given: World) -> None:
    row = answer(given)
    other = Obligation.objects.get(pk=row.pk)
    paused(given, row)
    with pytest.raises(StateChanged):
        paused(given, other)
    assert Change.objects.filter(obligation=row).count() == 1


def test_the_report_of_a_breach_never_stands_still(given: World) -> None:
    row = Obligation.objects.get(subject_id=breach(given).pk, action="notify_breach")
    with pytest.raises(NotAllowed) as error:
        paused(given, row)
    assert error.value.refusal is Refusal.BREACH
    assert row.revision == 0


def test_the_database_refuses_another_end_without_the_change_beside_it(given: World) -> None:
    row = answer(given)
    for moved in ({"ends_at": NOW}, {"ends_at": NOW, "revision": 1}, {"facts_version": "x"}, {"revision": 1}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Obligation.objects.filter(pk=row.pk).update(**moved)


def test_a_change_is_never_rewritten(given: World) -> None:
    change = paused(given, answer(given))
    with pytest.raises(DatabaseError), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(reason="anders")
    with pytest.raises(DatabaseError), transaction.atomic():
        Change.objects.filter(pk=change.pk).delete()


@pytest.mark.provision("S1:5.2[1]", "S3:8.1[2]")
def test_the_month_of_a_request_runs_for_the_controller_and_is_extended_once_with_reasons() -> None:
    given = world({"requests.deadline": "P14D", "requests.assist": True})
    event = happened(given, Trigger.DATA_SUBJECT_REQUEST, at=timezone.now() - 3 * DAY)
    row = clocks_of(event)["answer_request"]
    assert (row.ours, row.state, row.bearer) == (False, State.WAITING, "controller")
    assert row.parameters_version == "gdpr.request.answer@2018-05-25"
    assert clocks_of(event)["assist_request"].ours
    client, page = signed_in(given.owner), reverse("clock_extend", args=(row.pk,))
    said = {"told_at": local(timezone.now()), "how": "brief", "reason": "veel verzoeken tegelijk"}
    client.post(page, said)
    client.post(page, said)
    row.refresh_from_db()
    assert row.parameters_version == "gdpr.request.extended@2018-05-25"
    assert Change.objects.get(obligation=row).reason == "veel verzoeken tegelijk"
    assert Act.objects.filter(kind="obligation.extended", subject_id=row.pk).count() == 1


def test_both_sides_agree_on_a_later_end_and_who_agreed_stands_beside_it(given: World) -> None:
    row = clocks_of(happened(given, Trigger.TERMINATION, at=timezone.now() - DAY))["return_or_delete"]
    until = timezone.now() + 60 * DAY
    said = {"until": local(until), "agreed_by": "J. Okkerse", "agreed_at": local(timezone.now()), "reason": "mail"}
    client = signed_in(given.owner)
    client.post(reverse("clock_postpone", args=(row.pk,)), said)
    row.refresh_from_db()
    assert row.last_day == timezone.localtime(until).date()
    page = client.get(reverse("clock", args=(row.pk,))).content.decode()
    assert "J. Okkerse" in page
    assert "Verlengd in overleg" in page


def test_a_page_says_why_a_limit_cannot_stand_still_and_shows_its_readings(given: World) -> None:
    recorded = breach(given)
    row = Obligation.objects.get(subject_id=recorded.pk, action="notify_breach")
    actions.end(row, at=NOW, by=Proof.REACHED, reason="x", actor=actor(given.owner), now=NOW)
    authority = Obligation.objects.get(subject_id=recorded.pk, action="notify_authority")
    page = signed_in(given.owner).get(reverse("clock", args=(authority.pk,))).content.decode()
    assert "zonder onredelijke vertraging gemeld, wat er ook nog wordt afgewacht" in page
    assert "uren waarin twee werkdagen vallen" in page
    assert "deze telt" in page


def test_reminders_rest_while_time_stands_still_and_are_counted_anew_when_it_runs_on() -> None:
    given = world({"end.deadline": "P30D"})
    row = clocks_of(happened(given, Trigger.TERMINATION))["return_or_delete"]
    planning.begin(now=NOW, limit=50)
    changing.pause(row, ground=Pause.CHOICE_AWAITED, at=NOW + DAY, reason="x", clause="", by=by(given, NOW + DAY))
    planning.advance(now=NOW + 29 * DAY, limit=50)
    assert not Reminder.objects.filter(obligation=row).exists()
    assert Plan.objects.get(obligation=row).next_at is None
    changing.resume(row, at=NOW + 30 * DAY, reason="x", by=by(given, NOW + 30 * DAY))
    planning.advance(now=NOW + 30 * DAY, limit=50)
    plan = Plan.objects.get(obligation=row)
    assert plan.next_at is not None
    assert plan.next_at > NOW + 30 * DAY


def test_a_calendar_leaves_out_what_stands_still(given: World) -> None:
    row = answer(given)
    feed, _token = feeds.make(
        given.organisation, user=None, with_names=True, by=given.owner, actor=actor(given.owner), now=NOW
    )
    assert str(row.pk) in feeds.body(feed, now=NOW).decode()
    paused(given, row)
    assert str(row.pk) not in feeds.body(feed, now=NOW + DAY).decode()


def test_who_handles_may_not_decide_that_a_limit_ends_later(given: World) -> None:
    row = answer(given)
    stranger = signed_in(given.outsider)
    for name in ("pause", "resume", "extend", "postpone"):
        assert stranger.post(reverse(f"clock_{name}", args=(row.pk,)), {}).status_code == 404
        assert signed_in(given.member).post(reverse(f"clock_{name}", args=(row.pk,)), {}).status_code == 403
    assert not Change.objects.exists()
