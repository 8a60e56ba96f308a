"""Clocks start, end, fall late, reopen and are cancelled by moves that change exactly one row."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from art28.web.audit.models import Act
from art28.web.clocks import actions, pump
from art28.web.clocks.models import Obligation, Proof, State
from web.breaches.world import NOW, World, actor, breach, world

pytestmark = pytest.mark.django_db
END = NOW + timedelta(hours=24)


@pytest.fixture
def given() -> World:
    return world()


def clock(given: World) -> Obligation:
    recorded = breach(given)
    return Obligation.objects.get(subject_id=recorded.pk, action="notify_breach")


def end(row: Obligation, given: World, *, after: timedelta) -> None:
    at = NOW + after
    actions.end(row, at=at, by=Proof.DONE, reason="gemeld", actor=actor(given.owner), now=at)


def test_a_clock_ends_in_time_at_its_very_last_instant_where_it_is_in_hours(given: World) -> None:
    row = clock(given)
    end(row, given, after=timedelta(hours=24))
    assert (row.state, row.ended_at) == (State.MET, END)


def test_a_clock_that_ends_one_minute_after_is_late_and_says_so(given: World) -> None:
    row = clock(given)
    end(row, given, after=timedelta(hours=24, minutes=1))
    assert row.state == State.LATE
    assert Act.objects.filter(kind="obligation.ended", subject_id=row.pk).count() == 1


def test_a_clock_ends_once(given: World) -> None:
    row = clock(given)
    other = Obligation.objects.get(pk=row.pk)
    end(row, given, after=timedelta(hours=1))
    with pytest.raises(actions.StateChanged):
        end(other, given, after=timedelta(hours=2))
    assert Act.objects.filter(kind="obligation.ended", subject_id=row.pk).count() == 1


def test_the_pump_marks_what_is_past_its_end_and_nothing_else(given: World) -> None:
    row = clock(given)
    assert pump.pump(now=END, limit=10) == 0
    assert pump.pump(now=END + timedelta(seconds=1), limit=10) == 1
    assert pump.pump(now=END + timedelta(hours=1), limit=10) == 0
    row.refresh_from_db()
    assert (row.state, row.ended_at) == (State.LATE, None)


def test_a_late_clock_keeps_running_until_it_is_done_and_stays_late(given: World) -> None:
    row = clock(given)
    pump.pump(now=END + timedelta(hours=1), limit=10)
    row.refresh_from_db()
    actions.explain_lateness(row, reasons="contact onbereikbaar", actor=actor(given.owner), now=END)
    end(row, given, after=timedelta(hours=26))
    assert (row.state, row.late_reasons) == (State.LATE, "contact onbereikbaar")


def test_reasons_are_kept_only_for_what_is_late(given: World) -> None:
    with pytest.raises(actions.StateChanged):
        actions.explain_lateness(clock(given), reasons="x", actor=actor(given.owner), now=NOW)


def test_an_end_that_proved_to_be_none_reopens_the_clock(given: World) -> None:
    row = clock(given)
    actions.end(row, at=NOW, by=Proof.ACCEPTED, reason="<1@x>", actor=actor(given.owner), now=NOW)
    actions.reopen(row, reason="<1@x>", actor=actor(given.owner), now=NOW + timedelta(hours=2))
    assert (row.state, row.ended_at, row.ended_by) == (State.OPEN, None, "")


def test_what_somebody_confirmed_is_not_reopened(given: World) -> None:
    row = clock(given)
    actions.end(row, at=NOW, by=Proof.ACKNOWLEDGED, reason="<1@x>", actor=actor(given.owner), now=NOW)
    with pytest.raises(actions.StateChanged):
        actions.reopen(row, reason="<1@x>", actor=actor(given.owner), now=NOW)


def test_a_cancelled_clock_keeps_its_reason_and_cannot_end(given: World) -> None:
    row = clock(given)
    actions.cancel(row, reason="geen persoonsgegevens", actor=actor(given.owner), now=NOW)
    assert (row.state, row.ended_reason) == (State.CANCELLED, "geen persoonsgegevens")
    with pytest.raises(actions.StateChanged):
        end(row, given, after=timedelta(hours=1))


def test_the_end_of_a_report_starts_the_controllers_clock_from_that_instant(given: World) -> None:
    row = clock(given)
    end(row, given, after=timedelta(hours=3))
    following = Obligation.objects.get(action="notify_authority")
    assert (following.state, following.ours) == (State.WAITING, False)
    assert following.started_at == NOW + timedelta(hours=3)
    assert following.ends_at == NOW + timedelta(hours=75)
    assert following.parameters_version == "gdpr.breach.authority@2018-05-25"


def test_the_database_refuses_to_change_what_an_obligation_was_made_with(given: World) -> None:
    row = clock(given)
    with pytest.raises(DatabaseError), transaction.atomic():
        Obligation.objects.filter(pk=row.pk).update(start_reason="anders")


def test_an_obligation_freezes_clause_passage_and_versions(given: World) -> None:
    row = clock(given)
    assert row.duty["provision"] == "5.1"
    assert row.duty["citations"][0]["text"] == "passage over breach.deadline"
    assert "breach.deadline@1" in row.facts_version
    assert row.limit is not None
    assert row.limit["period"] == "PT24H"
