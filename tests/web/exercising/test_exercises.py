"""An exercise from start to report: kept apart from what is real, seen as one on every page, and timed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from art28.agreement.duties import Action
from art28.notices.notice import NoticeKind
from art28.web.accounts.models import User
from art28.web.audit.models import Act, ActContent
from art28.web.breaches import queries as breach_queries
from art28.web.breaches import sending, tabs
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach, FactsVersion
from art28.web.calls import actions as calls
from art28.web.clocks import feeds
from art28.web.clocks.models import Obligation
from art28.web.exercises import queries as exercises
from art28.web.exercises.models import Exercise, Inject
from art28.web.exercises.scenarios import scenarios, story_start
from art28.web.exercising import actions, erasing, pump
from art28.web.exercising.report import Code, Standing, figures, report
from art28.web.notices import queries as outbox
from art28.web.notices.models import OutboxMessage
from art28.web.registers import selection, statistics
from art28.web.reminders import planning, watch
from art28.web.reminders.models import Message, Reminder
from web.breaches import world as worlds
from web.breaches.world import NOW, World, actor
from web.exercising.world import play, recorded, started, story

OK, FOUND, NOT_FOUND, FORBIDDEN = 200, 302, 404, 403
LATER = NOW + timedelta(minutes=10)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FORM = {
    "title": "Lijst verkeerd gemaild",
    "aware_at": "2026-11-22T02:10",
    "long_ago": "on",
    "aware_reason": "gemeld door de afzender",
    "origin": "own",
}


@pytest.fixture
def given(db: None) -> World:
    return worlds.world()


def tell(given: World, breach: Breach, at: datetime = LATER) -> None:
    touched = worlds.touched(breach)
    how = Sending(kind=NoticeKind.REPORT, recipient="x@zorg.example", recipient_name="", signed_by="")
    sending.send(touched, how, based_on=touched.version, actor=actor(given.owner), now=at)


def test_every_scenario_is_there_in_both_languages_with_the_same_events() -> None:
    dutch, english = scenarios("nl"), scenarios("en")
    assert [each.key for each in dutch] == [each.key for each in english]
    assert len(dutch) == 3
    for one, other in zip(dutch, english, strict=True):
        assert [event.after for event in one.events] == [event.after for event in other.events]
        assert one.facts.keys() == other.facts.keys()
        assert one.told != other.told


def test_the_night_of_the_supplier_begins_in_the_first_of_the_two_hours() -> None:
    begins = story_start(story("supplier-at-night"), NOW, AMSTERDAM).astimezone(AMSTERDAM)
    assert begins.isoformat() == "2026-10-25T02:10:00+02:00"
    assert (begins + timedelta(0)).fold == 0


def test_who_plays_already_cant_start_another_but_a_colleague_can(given: World) -> None:
    first = started(given)
    with pytest.raises(actions.AlreadyPlaying):
        started(given)
    other = started(given, player=given.member)
    assert (first.reference, other.reference) == ("EX-2026-0001", "EX-2026-0002")


def test_without_an_address_that_works_nobody_starts(given: World) -> None:
    User.objects.filter(pk=given.owner.pk).update(email="geen adres")
    given.owner.refresh_from_db()
    with pytest.raises(actions.NoAddress):
        started(given)
    assert not Exercise.objects.exists()
    client = worlds.signed_in(given.owner)
    page = client.post(reverse("exercises:start"), {"scenario": "ransomware"}, follow=True)
    assert "geen e-mailadres dat werkt" in page.content.decode()


def test_a_scenario_that_there_is_not_starts_nothing(given: World) -> None:
    client = worlds.signed_in(given.owner)
    assert client.post(reverse("exercises:start"), {"scenario": "../x"}).status_code == FOUND
    assert not Exercise.objects.exists()


def record(client: Client, given: World, **changes: str) -> Any:
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    return client.post(address, {**FORM, **changes})


def test_a_breach_recorded_while_playing_belongs_to_the_exercise_and_afterwards_is_real(given: World) -> None:
    client = worlds.signed_in(given.owner)
    client.post(reverse("exercises:start"), {"scenario": "wrong-recipient"})
    exercise = Exercise.objects.get()
    page = client.get(f"{reverse('breaches:new')}?agreement={given.agreement.pk}&filled=1").content.decode()
    assert "exercise-watermark" in page
    assert "Lijst met cliëntgegevens aan verkeerde ontvanger gemaild" in page
    assert record(client, given).status_code == FOUND
    played = Breach.objects.get()
    assert played.exercise == exercise
    answer = record(client, given)
    assert answer.url == reverse("exercises:detail", args=(exercise.pk,))
    assert Breach.objects.count() == 1
    client.post(reverse("exercises:leave", args=(exercise.pk,)))
    assert record(client, given).status_code == FOUND
    real = Breach.objects.exclude(pk=played.pk).get()
    assert (real.exercise, real.reference) == (None, f"{real.recorded_at.astimezone(AMSTERDAM).year}-0001")


def test_an_exercise_that_ended_meanwhile_records_what_is_real(given: World) -> None:
    client = worlds.signed_in(given.owner)
    client.post(reverse("exercises:start"), {"scenario": "wrong-recipient"})
    exercise = Exercise.objects.get()
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=timezone.now())
    page = client.get(f"{reverse('breaches:new')}?agreement={given.agreement.pk}").content.decode()
    assert "exercise-watermark" not in page


def test_more_agreements_than_one_person_can_read_mail_for_are_refused(
    given: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("art28.web.exercises.mode.MOST_AGREEMENTS", 1)
    worlds.agreement(given.organisation, name="Tweede Zorg")
    client = worlds.signed_in(given.owner)
    client.post(reverse("exercises:start"), {"scenario": "ransomware"})
    page = client.get(f"{reverse('breaches:new')}?all=1").content.decode()
    assert "raakt een inbreuk hoogstens 1 overeenkomsten" in page


def test_every_page_about_it_is_marked_and_none_about_a_real_breach_is(given: World) -> None:
    _, breach = play(given)
    real = worlds.breach(given)
    client = worlds.signed_in(given.owner)
    for tab in tabs.TABS:
        for found, marked in ((breach, True), (real, False)):
            page = client.get(reverse(tab.name, args=(found.pk,)))
            assert page.status_code == OK, tab.name
            assert ("exercise-watermark" in page.content.decode()) is marked, (tab.name, found.reference)


@pytest.mark.parametrize("name", ["breaches:report", "breaches:exclude", "calls:call"])
def test_pages_about_one_agreement_of_it_are_marked(given: World, name: str) -> None:
    _, breach = play(given)
    calls.put_on(breach, [given.agreement.pk], actor=actor(given.owner), now=LATER)
    page = worlds.signed_in(given.owner).get(reverse(name, args=(breach.pk, given.agreement.pk)))
    assert "exercise-watermark" in page.content.decode()


def test_the_clock_and_the_message_of_one_are_marked_too(given: World) -> None:
    exercise, breach = play(given)
    tell(given, breach)
    clock = Obligation.objects.filter(subject_id=breach.pk).earliest("id")
    client = worlds.signed_in(given.owner)
    message = outbox.about(given.organisation, subject_id=breach.pk)[0]
    for address in (
        reverse("clock", args=(clock.pk,)),
        reverse("notices:detail", args=(message.pk,)),
        reverse("exercises:detail", args=(exercise.pk,)),
    ):
        assert "exercise-watermark" in client.get(address).content.decode(), address
    behind = client.get(reverse("notices:read", args=(message.token,)))
    assert "exercise-letter" in behind.content.decode()


def test_the_player_stands_for_the_recipient_and_may_confirm_receipt(given: World) -> None:
    _, breach = play(given)
    tell(given, breach)
    message = outbox.about(given.organisation, subject_id=breach.pk)[0]
    client = worlds.signed_in(given.owner)
    assert client.post(reverse("notices:read", args=(message.token,)), {"name": "Speler"}).status_code == FOUND
    message.refresh_from_db()
    assert message.acknowledged_by == "Speler"


def test_no_register_list_or_figure_holds_it(given: World) -> None:
    _, breach = play(given)
    tell(given, breach)
    real = worlds.breach(given)
    assert list(selection.registered(given.organisation)) == [real]
    assert list(breach_queries.breaches(given.organisation)) == [real]
    assert statistics.figures(given.organisation, what="reports", by="party").total.count == 0


def test_what_is_due_says_that_it_is_an_exercise_and_no_calendar_shows_it(given: World) -> None:
    _, breach = play(given)
    clock = Obligation.objects.filter(subject_id=breach.pk, ended_at=None).earliest("id")
    assert (clock.subject_kind, clock.subject_label) == ("exercise", "OEFENING EX-2026-0001")
    page = worlds.signed_in(given.owner).get(reverse("due:list"), {"whose": "all"}).content.decode()
    assert "OEFENING EX-2026-0001" in page
    feed, _ = feeds.make(
        given.organisation, user=None, with_names=True, by=given.owner, actor=actor(given.owner), now=NOW
    )
    assert b"EX-2026" not in feeds.body(feed, now=LATER)
    real = worlds.breach(given)
    assert real.reference.encode() in feeds.body(feed, now=LATER)


def test_only_the_player_is_reminded_and_nobody_is_alarmed(given: World) -> None:
    exercise = started(given, player=given.member)
    breach = recorded(given, exercise)
    near = NOW + timedelta(hours=23)
    planning.begin(now=near, limit=100)
    planning.advance(now=near, limit=100)
    reminded = Reminder.objects.filter(obligation__subject_id=breach.pk)
    assert {row.user_id for row in reminded} == {given.member.pk}
    assert not [each for each in watch.findings(now=near) if each.kind == "ownerless"]
    worlds.breach(given)
    assert [each for each in watch.findings(now=near) if each.kind == "ownerless"]


def test_what_happens_on_the_way_is_told_once_and_to_the_player_alone(given: World) -> None:
    exercise = started(given)
    assert pump.tell(now=NOW + timedelta(minutes=7), limit=10) == 0
    assert pump.tell(now=NOW + timedelta(minutes=9), limit=10) == 1
    assert pump.tell(now=NOW + timedelta(minutes=9), limit=10) == 0
    message = Message.objects.get()
    assert message.user == given.owner
    assert message.subject.startswith("OEFENING EX-2026-0001 · ")
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=NOW + timedelta(minutes=15))
    assert pump.tell(now=NOW + timedelta(hours=1), limit=10) == 0
    assert Inject.objects.filter(told_at=None).count() == 1


def test_the_trail_marks_what_is_played_and_nothing_else(given: World) -> None:
    _, breach = play(given)
    tell(given, breach)
    real = worlds.breach(given)

    def contents(found: Breach) -> list[str]:
        clocks = Obligation.objects.filter(subject_id=found.pk).values_list("pk", flat=True)
        rows = ActContent.objects.filter(act__subject_id__in=[found.pk, *clocks])
        return [content or "" for content in rows.values_list("content", flat=True)]

    assert contents(breach)
    assert all('"exercise":true' in each for each in contents(breach))
    assert not any('"exercise"' in each for each in contents(real))


def test_the_report_times_each_step_and_holds_each_limit_against_what_was_done(given: World) -> None:
    exercise, breach = play(given)
    worlds.agreement(given.organisation, name="Tweede Zorg")
    tell(given, breach)
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=NOW + timedelta(minutes=30))
    found = report(exercises.exercise(given.organisation, exercise.pk) or exercise, now=NOW + timedelta(days=9))
    after: Mapping[Code, timedelta | None] = {step.code: step.after for step in found.steps}
    assert after[Code.RECORDED] == timedelta(minutes=4)
    assert after[Code.FOUND] == timedelta(minutes=4)
    assert after[Code.ENDED] == found.took == timedelta(minutes=30)
    assert after[Code.ASSESSED] is None
    told = next(limit for limit in found.limits if limit.action == Action.NOTIFY_BREACH)
    assert told.sent_at == LATER
    assert told.standing is Standing.OPEN  # no mail server has accepted it
    assert found.people[0][0] == given.owner.name
    assert not Obligation.objects.filter(subject_id=breach.pk, ended_at=None).exists()
    breach.refresh_from_db()
    assert breach.state == "closed"


def test_a_limit_that_passed_before_the_end_was_missed_though_ending_lets_it_lapse(given: World) -> None:
    exercise, _ = play(given)
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=NOW + timedelta(hours=30))
    found = report(exercise, now=NOW + timedelta(hours=30))
    assert [limit.standing for limit in found.limits if limit.action == Action.NOTIFY_BREACH] == [Standing.MISSED]
    assert figures(given.organisation, [exercise])[0].late == 1


def test_it_ends_once(given: World) -> None:
    exercise = started(given)
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=LATER)
    with pytest.raises(actions.StateChanged):
        actions.end(exercise, by=given.owner, actor=actor(given.owner), now=LATER)


def test_past_exercises_stand_beside_each_other_in_a_fixed_number_of_queries(
    given: World, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        exercise = started(given, now=NOW + timedelta(days=number))
        recorded(given, exercise, now=exercise.started_at + timedelta(minutes=9 - 3 * number))
        actions.end(exercise, by=given.owner, actor=actor(given.owner), now=exercise.started_at + timedelta(hours=1))
    rows = list(exercises.exercises(given.organisation).order_by("-started_at"))
    with django_assert_num_queries(2):
        lines = figures(given.organisation, rows)
    assert [line.recorded for line in lines] == [timedelta(minutes=3), timedelta(minutes=6), timedelta(minutes=9)]
    with django_assert_num_queries(2):
        figures(given.organisation, rows[:1])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_report_is_a_document_with_the_same_picture(given: World, language: str) -> None:
    exercise, breach = play(given)
    tell(given, breach)
    client = worlds.signed_in(given.owner)
    with translation.override(language):
        answer = client.get(reverse("exercises:document", args=(exercise.pk,)), headers={"Accept-Language": language})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"ex-2026-0001.pdf" in answer.headers["Content-Disposition"].encode()


def test_erasing_one_that_ended_destroys_what_its_acts_say_and_leaves_the_real_ones(given: World) -> None:
    exercise, breach = play(given)
    tell(given, breach)
    real = worlds.breach(given)
    with pytest.raises(actions.StateChanged):
        erasing.erase(exercise, actor=actor(given.owner), now=LATER)
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=LATER)
    assert erasing.erase(exercise, actor=actor(given.owner), now=LATER) > 0
    played = Act.objects.filter(subject_id=breach.pk)
    assert not ActContent.objects.filter(act__in=played, content__isnull=False).exists()
    assert ActContent.objects.filter(act__subject_id=real.pk, content__isnull=False).exists()
    assert exercises.exercise(given.organisation, exercise.pk) is None
    client = worlds.signed_in(given.owner)
    assert client.get(reverse("exercises:detail", args=(exercise.pk,))).status_code == NOT_FOUND
    assert client.get(reverse("breaches:room", args=(breach.pk,))).status_code == NOT_FOUND
    message = OutboxMessage.objects.get(subject_id=breach.pk)
    assert (message.body_text, message.page_html, message.notice) == ("", "", {})
    assert client.get(reverse("notices:detail", args=(message.pk,))).status_code == NOT_FOUND
    assert client.get(reverse("notices:read", args=(message.token,))).status_code == NOT_FOUND
    assert [version.facts for version in FactsVersion.objects.filter(breach=breach)] == [{}]


def test_what_is_not_erased_stays_as_written(given: World) -> None:
    exercise, breach = play(given)
    tell(given, breach)
    actions.end(exercise, by=given.owner, actor=actor(given.owner), now=LATER)
    for rows, change in (
        (FactsVersion.objects.filter(breach=breach), {"facts": {}}),
        (OutboxMessage.objects.filter(subject_id=breach.pk), {"body_text": ""}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_a_colleague_plays_along_but_only_who_started_it_or_decides_ends_it(given: World) -> None:
    exercise = started(given)
    auditor = worlds.signed_in(given.member)
    assert auditor.post(reverse("exercises:end", args=(exercise.pk,))).status_code == FORBIDDEN
    own = started(given, player=given.member)
    assert auditor.post(reverse("exercises:end", args=(own.pk,))).status_code == FOUND
    assert (
        worlds.signed_in(given.outsider).get(reverse("exercises:detail", args=(exercise.pk,))).status_code == NOT_FOUND
    )
