"""A fact is corrected while clocks run on it: stricter at once, looser once a named person says so."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from art28.agreement.duties import Trigger
from art28.obligations.beginning import Instant, Known
from art28.obligations.moving import Pause
from art28.web.agreements import deciding, deriving
from art28.web.agreements.models import FactVersion, Question
from art28.web.audit.models import Act
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks import actions, changing, correcting
from art28.web.clocks.actions import StateChanged
from art28.web.clocks.changing import By
from art28.web.clocks.models import Change, Loosening, Obligation, Proof
from art28.web.database.identifiers import new_id
from art28.web.reminders.models import Reminder
from web.breaches.world import NOW, World, actor, breach, signed_in, world
from web.events.test_events import clocks_of, happened

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LATER = NOW + 2 * HOUR


def corrected(given: World, key: str, value: Any) -> None:
    current = FactVersion.objects.filter(agreement=given.agreement, key=key, current=True).first()
    seen = current.number if current else 0
    deciding.correct(given.agreement, key, value, seen=seen, actor=actor(given.owner), now=LATER)


def clock(recorded: Breach, action: str = "notify_breach") -> Obligation:
    return Obligation.objects.get(subject_id=recorded.pk, action=action)


def question() -> Loosening:
    return Loosening.objects.get(answered_at=None)


def test_a_stricter_fact_applies_at_once_and_keeps_both_versions() -> None:
    given = world({"breach.deadline": "PT48H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT24H")
    row, change = clock(recorded), Change.objects.get(kind="stricter")
    assert row.ends_at == NOW + 24 * HOUR == row.due_at
    assert (change.before["facts_version"], change.after["facts_version"]) == ("breach.deadline@1", "breach.deadline@2")
    assert change.before["ends_at"] == (NOW + 48 * HOUR).isoformat()
    assert change.by == given.owner
    assert Act.objects.filter(kind="obligation.corrected", subject_id=row.pk).count() == 1
    assert TouchedAgreement.objects.get(breach=recorded).due_at == NOW + 24 * HOUR


def test_whoever_sees_to_a_stricter_limit_is_told_at_once() -> None:
    given = world({"breach.deadline": "PT48H"})
    row = clock(breach(given))
    actions.assign(row, owner=given.owner, actor=actor(given.owner), now=NOW)
    corrected(given, "breach.deadline", "PT24H")
    told = Reminder.objects.get(obligation=row, user=given.owner)
    assert (told.step, told.audience, told.send_at) == ("changed:1", "changed", LATER)


def test_a_limit_that_is_past_by_the_stricter_fact_is_late_at_once() -> None:
    given = world({"breach.deadline": "PT48H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT1H")
    assert clock(recorded).state == "late"


def test_a_looser_fact_waits_and_the_clock_runs_on() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT48H")
    row = clock(recorded)
    assert (row.ends_at, row.revision, row.facts_version) == (NOW + 24 * HOUR, 0, "breach.deadline@1")
    assert question().ground["ends_at"] == (NOW + 48 * HOUR).isoformat()
    client = signed_in(given.owner)
    for page in (reverse("clock_corrections"), reverse("clock", args=(row.pk,)), reverse("today")):
        assert "ruimer" in client.get(page).content.decode()


def test_who_applies_the_looser_limit_is_named_with_the_reason() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT48H")
    page = reverse("clock_correction", args=(question().pk,))
    signed_in(given.owner).post(page, {"apply": "1", "reason": "de bijlage geldt"})
    row, change = clock(recorded), Change.objects.get()
    assert (row.ends_at, row.facts_version) == (NOW + 48 * HOUR, "breach.deadline@2")
    assert (change.kind, change.by, change.told["reason"]) == ("looser", given.owner, "de bijlage geldt")
    answered = Loosening.objects.get()
    assert (answered.answer, answered.answered_by) == ("applied", given.owner)
    assert Act.objects.filter(kind="obligation.loosening_answered", subject_id=row.pk).count() == 1


def test_a_limit_that_is_let_stand_is_not_asked_about_again() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT48H")
    asked = question()
    correcting.let_stand(asked, reason="zekerheid", user=given.owner, actor=actor(given.owner), now=LATER)
    corrected(given, "breach.costs", "processor")
    assert clock(recorded).ends_at == NOW + 24 * HOUR
    assert not Loosening.objects.filter(answered_at=None).exists()


def test_a_question_is_answered_once() -> None:
    given = world({"breach.deadline": "PT24H"})
    breach(given)
    corrected(given, "breach.deadline", "PT48H")
    first, second = question(), question()
    correcting.apply(first, reason="x", user=given.owner, actor=actor(given.owner), now=LATER)
    with pytest.raises(StateChanged):
        correcting.let_stand(second, reason="x", user=given.owner, actor=actor(given.owner), now=LATER)


def test_a_later_decision_overtakes_the_question() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT48H")
    corrected(given, "breach.deadline", "PT12H")
    assert Loosening.objects.get().answer == "overtaken"
    assert clock(recorded).ends_at == NOW + 12 * HOUR


def test_losing_the_number_waits_and_gaining_one_applies_at_once() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    deciding.mark_not_said(given.agreement, "breach.deadline", seen=1, actor=actor(given.owner), now=LATER)
    assert clock(recorded).ends_at == NOW + 24 * HOUR
    assert question().ground["ends_at"] is None
    later = breach(given, now=LATER)
    assert clock(later).ends_at is None
    corrected(given, "breach.deadline", "PT12H")
    assert clock(later).ends_at == NOW + 12 * HOUR


def test_a_provisional_clock_runs_on_the_strictest_candidate_and_is_firm_once_somebody_chose() -> None:
    given = world({"breach.wording": "fixed"})
    passage = [{"text": "passage over de termijn", "start": 0, "end": 9, "page": None}]
    kept = {"key": "breach.deadline", "citations": passage, "rule": "x", "provision": "5.1"}
    Question.objects.create(
        organisation=given.organisation,
        agreement=given.agreement,
        key="breach.deadline",
        kind="conflict",
        candidates=[{**kept, "value": value, "strength": 1, "doubts": []} for value in ("PT48H", "PT24H")],
        asked_at=NOW,
    )
    deriving.refresh(given.agreement, actor=actor(given.owner), now=NOW)
    recorded = breach(given)
    row = clock(recorded)
    assert (row.ends_at, row.duty["provisional"]) == (NOW + 24 * HOUR, True)
    assert "voorlopig" in signed_in(given.owner).get(reverse("clock", args=(row.pk,))).content.decode()
    deciding.choose(given.agreement, "breach.deadline", 0, seen=0, actor=actor(given.owner), now=LATER)
    assert clock(recorded).ends_at == NOW + 24 * HOUR
    assert question().ground["ends_at"] == (NOW + 48 * HOUR).isoformat()


def test_a_confirmed_fact_changes_the_ground_and_not_the_end() -> None:
    given = world({"breach.deadline": "PT24H"})
    recorded = breach(given)
    corrected(given, "breach.deadline", "PT24H")
    row = clock(recorded)
    assert (row.ends_at, row.facts_version, row.revision) == (NOW + 24 * HOUR, "breach.deadline@2", 1)
    assert Change.objects.get().kind == "reworded"
    assert not Reminder.objects.exists()


def test_a_stricter_limit_counts_the_time_that_stood_still() -> None:
    given = world({"end.deadline": "P30D"})
    row = clocks_of(happened(given, Trigger.TERMINATION))["return_or_delete"]
    by = By(given.owner.pk, actor(given.owner), NOW)
    changing.pause(row, ground=Pause.CHOICE_AWAITED, at=NOW, reason="x", clause="", by=by)
    corrected(given, "end.deadline", "P10D")
    row.refresh_from_db()
    assert (row.ends_at, row.paused_at) == (None, NOW)
    changing.resume(row, at=NOW + timedelta(days=4), reason="x", by=by)
    assert row.last_day is not None
    assert row.last_day.isoformat() == "2026-12-06"  # 22 November, ten days, and four that stood still


def test_a_clock_that_has_ended_stays_as_it_was() -> None:
    given = world({"breach.deadline": "PT48H"})
    row = clock(breach(given))
    actions.end(row, at=NOW + HOUR, by=Proof.REACHED, reason="x", actor=actor(given.owner), now=NOW + HOUR)
    corrected(given, "breach.deadline", "PT1H")
    row.refresh_from_db()
    assert (row.state, row.ends_at, row.revision) == ("met", NOW + 48 * HOUR, 0)


def test_what_is_promised_besides_since_starts_on_an_event_that_still_runs() -> None:
    given = world({"end.deadline": "P30D"})
    event = happened(given, Trigger.TERMINATION)
    assert "certify_deletion" not in clocks_of(event)
    corrected(given, "end.certificate", value=True)
    assert clocks_of(event)["certify_deletion"].started_at == NOW


def test_what_is_no_longer_promised_lapses_only_when_a_person_says_so() -> None:
    given = world({"end.deadline": "P30D", "end.certificate": True})
    event = happened(given, Trigger.TERMINATION)
    deciding.mark_not_said(given.agreement, "end.certificate", seen=1, actor=actor(given.owner), now=LATER)
    row = clocks_of(event)["certify_deletion"]
    assert row.ended_at is None
    correcting.apply(question(), reason="vervallen", user=given.owner, actor=actor(given.owner), now=LATER)
    row.refresh_from_db()
    assert (row.state, row.ended_reason) == ("cancelled", "vervallen")


def test_another_organisation_cannot_answer() -> None:
    given = world({"breach.deadline": "PT24H"})
    breach(given)
    corrected(given, "breach.deadline", "PT48H")
    page = reverse("clock_correction", args=(question().pk,))
    assert signed_in(given.outsider).post(page, {"apply": "1", "reason": "x"}).status_code == 404
    assert signed_in(given.member).post(page, {"apply": "1", "reason": "x"}).status_code == 403
    assert signed_in(given.owner).post(reverse("clock_correction", args=(new_id(),)), {}).status_code == 404
    assert question().answered_at is None


def counted_from(given: World) -> Breach:
    """Observed at NOW, aware four hours later."""
    seen = {Instant.OBSERVATION: Known(NOW, "storing gezien")}
    return breach(given, at=NOW + 4 * HOUR, instants=seen)


def test_a_fact_that_names_an_earlier_start_moves_the_instant_at_once() -> None:
    given = world({"breach.deadline": "PT24H", "breach.clock_starts": ["awareness"]})
    recorded = counted_from(given)
    assert clock(recorded).started_at == NOW + 4 * HOUR
    corrected(given, "breach.clock_starts", ["observation"])
    row, change = clock(recorded), Change.objects.get()
    assert (row.started_at, row.start_kind, row.ends_at) == (NOW, "observed", NOW + 24 * HOUR)
    assert (change.kind, change.before["start_kind"]) == ("stricter", "aware")


def test_a_fact_that_names_a_later_start_waits_for_a_person() -> None:
    given = world({"breach.deadline": "PT24H", "breach.clock_starts": ["observation"]})
    recorded = counted_from(given)
    corrected(given, "breach.clock_starts", ["awareness"])
    assert clock(recorded).ends_at == NOW + 24 * HOUR
    correcting.apply(question(), reason="bijlage", user=given.owner, actor=actor(given.owner), now=LATER)
    row = clock(recorded)
    assert (row.started_at, row.start_kind, row.ends_at) == (NOW + 4 * HOUR, "aware", NOW + 28 * HOUR)
