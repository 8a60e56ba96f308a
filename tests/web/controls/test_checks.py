"""Checks: what is waited for, what raises an alarm, who hears of it and what closes it."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.controls.judging import Verdict, judge
from art28.web.controls.models import Check, CheckAlarm, CheckPromise, Result
from art28.web.controls.rhythm import due_at
from art28.web.measures.models import Measure
from art28.web.reminders.models import Message
from web.breaches.world import agreement, signed_in
from web.controls.world import DAY, PROMISED, act, added, form, given_world, kept, local, person, reported, worked

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("rhythm", "last", "due"),
    [
        ("daily", "2026-11-28T09:00", "2026-11-30T00:00"),
        ("weekly", "2026-11-28T09:00", "2026-12-06T00:00"),
        ("monthly", "2026-01-31T09:00", "2026-03-01T00:00"),
        ("quarterly", "2026-11-28T09:00", "2027-03-01T00:00"),
        ("yearly", "2024-02-29T09:00", "2025-03-01T00:00"),
        ("daily", "2026-03-28T23:30", "2026-03-30T00:00"),
    ],
)
def test_the_next_result_may_wait_until_the_end_of_the_day_a_step_after_the_last(
    rhythm: str, last: str, due: str
) -> None:
    assert due_at(rhythm, last_at=at(last), age_from=None, max_age_hours=None, zone=AMSTERDAM) == at(due)


def test_a_thing_grows_too_old_before_its_check_is_due() -> None:
    found = due_at("weekly", last_at=at("2026-11-28T09:00"), age_from=at("2026-11-26T03:00"), max_age_hours=48,
                   zone=AMSTERDAM)  # fmt: skip
    assert found == at("2026-11-28T03:00")
    only_age = due_at("age", last_at=at("2026-11-28T09:00"), age_from=at("2026-11-26T03:00"), max_age_hours=168,
                      zone=AMSTERDAM)  # fmt: skip
    assert only_age == at("2026-12-03T03:00")


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"said": True}, Verdict.GOOD),
        ({"said": None}, Verdict.UNCLEAR),
        ({"said": False}, Verdict.SAID),
        ({"rule": "at_least", "value": Decimal(256)}, Verdict.GOOD),
        ({"rule": "at_least", "value": Decimal("255.9")}, Verdict.BELOW),
        ({"rule": "at_least", "value": Decimal(256), "said": False}, Verdict.SAID),
        ({"rule": "at_most", "value": Decimal(257)}, Verdict.ABOVE),
        ({"rule": "at_least", "said": True}, Verdict.NO_VALUE),
        ({"max_age_hours": 168, "of_at": at("2026-11-21T09:00")}, Verdict.GOOD),
        ({"max_age_hours": 168, "of_at": at("2026-11-21T08:59")}, Verdict.TOO_OLD),
        ({"max_age_hours": 168, "said": True}, Verdict.NO_AGE),
        ({"max_age_hours": 168, "unchanged": True, "of_at": at("2026-01-01T00:00")}, Verdict.GOOD),
    ],
)
def test_what_cant_be_told_counts_as_failed(given: dict[str, Any], verdict: Verdict) -> None:
    said: dict[str, Any] = {"rule": "said", "bound": Decimal(256), "max_age_hours": None, "said": None, "value": None,
                            "at": at("2026-11-28T09:00"), "of_at": None, "unchanged": False}  # fmt: skip
    assert judge(**{**said, **given}) == verdict


pytestmark = pytest.mark.django_db


def test_a_missed_check_is_an_alarm_that_goes_from_the_owner_to_the_deputy_to_management() -> None:
    given = given_world()
    keeper = person(given, "beheerder", Role.ENGINEER)
    officer = person(given, "functionaris", Role.PRIVACY_OFFICER)
    boss = person(given, "directie", Role.MANAGEMENT)
    check = added(given, owner=str(keeper.pk), escalate_hours="4")
    assert check.due_at is not None
    worked(check.due_at - timedelta(minutes=1))
    assert not CheckAlarm.objects.exists()
    late = check.due_at
    worked(late)
    worked(late + timedelta(hours=1))
    assert [row.user for row in Message.objects.order_by("made_at")] == [keeper]
    assert "Back-up van mail" in Message.objects.get().subject
    worked(late + timedelta(hours=4))
    worked(late + timedelta(hours=8))
    worked(late + timedelta(hours=48))
    assert [row.user for row in Message.objects.order_by("made_at")] == [keeper, officer, boss]
    assert Check.objects.filter(standing="missed", due_at=None).count() == 1
    page = signed_in(given.owner).get(reverse("controls:board")).content.decode()
    assert "Geen uitslag op tijd" in page
    assert "de eigenaar, de plaatsvervanger en de directie" in page
    assert Act.objects.filter(kind="check.missed", subject_id=check.pk).exists()
    assert Act.objects.filter(kind="check.alarm_told").count() == 3


def test_a_check_shows_its_alarm_until_a_result_passes_and_then_no_more() -> None:
    given = given_world()
    check = added(given)
    client, where = signed_in(given.owner), reverse("controls:detail", args=(check.pk,))
    reported(given, {"check": check.code, "at": (timezone.now() - timedelta(hours=1)).isoformat(), "passed": False})
    assert "De nieuwste uitslag zakt" in client.get(where).content.decode()
    reported(given, {"check": check.code, "at": timezone.now().isoformat(), "passed": True})
    assert "De nieuwste uitslag zakt" not in client.get(where).content.decode()
    assert CheckAlarm.objects.get().closed_at is not None


def test_an_alarm_of_a_check_that_nobody_owns_reaches_the_privacy_officers() -> None:
    given = given_world()
    officer = person(given, "functionaris", Role.PRIVACY_OFFICER)
    check = added(given, owner="")
    assert check.due_at is not None
    worked(check.due_at)
    assert [row.user for row in Message.objects.all()] == [officer]


def test_many_alarms_at_once_are_one_message_to_each_person() -> None:
    given = given_world()
    checks = [added(given, code=f"backup-{number}", name=f"Back-up {number}") for number in range(12)]
    assert checks[-1].due_at is not None
    worked(checks[-1].due_at)
    message = Message.objects.get()
    assert message.subject == "12 controles zijn gemist of gezakt"
    assert "en nog 2" in message.body_text


def test_a_failing_result_is_an_alarm_that_only_a_passing_one_closes() -> None:
    given = given_world()
    check = added(given)
    kept(given, check, passed=False, note="schijf vol")
    worked(timezone.now())
    alarm = CheckAlarm.objects.get()
    assert (alarm.why, check.standing, alarm.closed_at) == ("failed", "failed", None)
    kept(given, check, passed=False)
    assert CheckAlarm.objects.get().closed_at is None
    passing = kept(given, check)
    alarm.refresh_from_db()
    assert (alarm.closed_by, check.standing, alarm.tell_at) == (passing, "passed", None)
    assert str(passing.pk) in act("check.alarm_closed")


def test_what_passed_before_the_failure_and_comes_in_late_closes_nothing() -> None:
    given = given_world()
    check = added(given)
    kept(given, check, passed=False)
    kept(given, check, at=local(timezone.now() - DAY))
    assert check.standing == "failed"
    assert CheckAlarm.objects.get().closed_at is None


def test_a_result_that_comes_in_late_and_is_too_early_to_count_leaves_a_missed_check_missed() -> None:
    given = given_world()
    check = added(given, rhythm="age", max_age_days="1")
    Check.objects.filter(pk=check.pk).update(due_at=timezone.now() - DAY)
    worked(timezone.now())
    kept(given, check, passed=True, at=local(timezone.now() - 2 * DAY), of_at=local(timezone.now() - 2.5 * DAY))
    assert (check.standing, check.due_at) == ("missed", None)
    kept(given, check, of_at=local(timezone.now()))
    assert check.standing == "passed"
    assert CheckAlarm.objects.get().closed_at is not None


def test_each_thing_of_a_check_has_its_own_alarm() -> None:
    given = given_world()
    check = added(given)
    kept(given, check, passed=False, thing="server A")
    kept(given, check, thing="server B")
    assert check.standing == "failed"
    kept(given, check, thing="server A")
    assert check.standing == "passed"


def test_an_alarm_is_accepted_with_a_reason_and_comes_back_when_its_time_is_over() -> None:
    given = given_world()
    check = added(given)
    kept(given, check, passed=False)
    alarm, today = CheckAlarm.objects.get(), timezone.localdate()
    client = signed_in(given.owner)
    where = reverse("controls:accept", args=(alarm.pk,))
    assert client.post(where, {"reason": "", "until": str(today)}).status_code == 422
    assert client.post(where, {"reason": "x", "until": str(today - DAY)}).status_code == 422
    assert client.post(where, {"reason": "vervanging besteld", "until": str(today)}).status_code == 302
    check.refresh_from_db()
    assert check.standing == "accepted"
    assert "vervanging besteld" in act("check.alarm_accepted")
    kept(given, check, passed=False)
    assert check.standing == "accepted"
    assert CheckAlarm.objects.filter(closed_at=None).count() == 0
    assert "vervanging besteld" in client.get(f"{reverse('controls:board')}?state=closed").content.decode()
    CheckAlarm.objects.update(accepted_until=today - DAY)
    kept(given, check, passed=False)
    assert check.standing == "failed"
    client.post(where, {"reason": "nogmaals", "until": str(today)})
    assert CheckAlarm.objects.filter(closed_at=None).count() == 1


def test_a_result_by_hand_shows_what_it_rests_on_and_its_file_is_handed_out_as_it_came() -> None:
    given = given_world()
    check = added(given)
    where = reverse("controls:result", args=(check.pk,))
    bare = {"at": local(timezone.now()), "said": "yes"}
    client = signed_in(given.owner)
    assert client.post(where, bare).status_code == 422
    assert client.post(where, {**bare, "evidence": "x", "at": local(timezone.now() + DAY)}).status_code == 422
    client.post(where, {**bare, "file": SimpleUploadedFile("rapport.html", b"<b>goed</b>", "text/html")})
    row = Result.objects.get()
    answer = client.get(reverse("controls:file", args=(row.pk,)))
    assert (answer.content, answer.headers["Content-Type"]) == (b"<b>goed</b>", "application/octet-stream")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert row.file.sha256 in act("check.result_kept")


def test_a_promise_is_linked_with_the_passage_that_the_agreement_holds_and_leads_there() -> None:
    given = given_world()
    check = added(given)
    where = reverse("controls:promise", args=(check.pk,))
    client = signed_in(given.owner)
    said = {"agreement": str(given.agreement.pk), "clause": "bijlage 2, 2.1"}
    assert client.post(where, {**said, "passage": "Wij kijken ieder uur."}).status_code == 409
    assert not CheckPromise.objects.exists()
    assert client.post(where, {**said, "passage": PROMISED}).status_code == 302
    page = client.get(reverse("controls:detail", args=(check.pk,))).content.decode()
    assert PROMISED in page
    assert f"/agreements/{given.agreement.pk}/?find=De%20servicedesk" in page
    assert PROMISED in act("check.promised")
    listed = client.get(reverse("controls:list"), {"agreement": str(given.agreement.pk)})
    assert [row.pk for row in listed.context["rows"]] == [check.pk]
    made = CheckPromise.objects.get()
    client.post(reverse("controls:withdraw", args=(check.pk, made.pk)))
    assert PROMISED not in client.get(reverse("controls:detail", args=(check.pk,))).content.decode()
    assert act("check.promise_withdrawn")


def test_a_check_is_changed_by_one_person_at_a_time_and_what_is_waited_for_follows() -> None:
    given = given_world()
    check = added(given)
    client, where = signed_in(given.owner), reverse("controls:edit", args=(check.pk,))
    assert client.post(where, {**form(rhythm="weekly"), "version": "1"}).status_code == 302
    assert client.post(where, {**form(rhythm="yearly"), "version": "1"}).status_code == 409
    check.refresh_from_db()
    assert check.due_at is not None
    assert timedelta(days=7) <= check.due_at - check.begins_at <= timedelta(days=8, hours=1)
    assert '"rhythm":["daily","weekly"]' in act("check.changed")
    assert client.post(reverse("controls:new"), form()).status_code == 409
    assert client.post(reverse("controls:new"), form(code="b", rule="at_least")).status_code == 422
    assert client.post(reverse("controls:new"), form(code="b", rhythm="age")).status_code == 422


def test_a_check_that_stops_waits_for_nothing_and_closes_its_alarms() -> None:
    given = given_world()
    check = added(given)
    kept(given, check, passed=False)
    client = signed_in(given.owner)
    client.post(reverse("controls:end", args=(check.pk,)), {"reason": "dienst gestaakt"})
    check.refresh_from_db()
    worked(timezone.now() + 10 * DAY)
    assert (check.ended_reason, CheckAlarm.objects.filter(closed_at=None).count()) == ("dienst gestaakt", 0)
    assert "dienst gestaakt" in act("check.ended")
    assert client.get(reverse("controls:result", args=(check.pk,))).status_code == 404
    assert not list(client.get(reverse("controls:list")).context["rows"])
    assert list(client.get(reverse("controls:list"), {"standing": "ended"}).context["rows"]) == [check]


def test_the_database_keeps_results_as_they_were_written_and_within_the_organisation() -> None:
    given = given_world()
    kept(given, added(given))
    for change in (lambda: Result.objects.update(passed=False), Result.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    other = agreement(given.organisation, name="Andere")
    made = CheckPromise(organisation=given.organisation, check_row=Check.objects.get(), agreement=other, clause="1",
                        passage="x", at=timezone.now(), by=given.owner)  # fmt: skip
    made.organisation_id = given.outsider.pk
    with pytest.raises(DatabaseError), transaction.atomic():
        made.save(force_insert=True)


def test_the_list_is_narrowed_sorted_and_exported_as_it_stands() -> None:
    given = given_world()
    first, second = added(given, code="a", name="Alfa"), added(given, code="b", name="Bravo", rhythm="weekly", owner="")
    kept(given, second, passed=False)
    client, where = signed_in(given.owner), reverse("controls:list")
    asked: tuple[tuple[dict[str, str], list[Check]], ...] = (
        ({}, [second, first]), ({"sort": "-standing"}, [first, second]), ({"q": "alf"}, [first]),
        ({"standing": "failed"}, [second]), ({"rhythm": "weekly"}, [second]), ({"whose": "nobody"}, [second]),
        ({"whose": "mine"}, [first]), ({"sort": "-name"}, [second, first]), ({"sort": "x\x00"}, [second, first]),
        ({"q": "\x00"}, [second, first]),
    )  # fmt: skip
    for query, rows in asked:
        assert list(client.get(where, query).context["rows"]) == rows, query
    answer = client.get(reverse("controls:export", args=("csv",)), {"standing": "failed"})
    lines = answer.getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("b,Bravo,")
    book = client.get(reverse("controls:export", args=("xlsx",)))
    assert book.getvalue()[:2] == b"PK"
    assert client.get(reverse("controls:export", args=("pdf",))).status_code == 404


def test_a_check_stands_behind_a_measure_whose_page_leads_to_it() -> None:
    given = given_world()
    measure = Measure.objects.create(
        organisation=given.organisation, name="Reservekopieën", text="x", kind="technical", topic="backup",
        changed_at=timezone.now(),
    )  # fmt: skip
    other, check = added(given, code="ander"), added(given, measure=str(measure.pk))
    client = signed_in(given.owner)
    assert f"?measure={measure.pk}" in client.get(reverse("measures:detail", args=(measure.pk,))).content.decode()
    listed = client.get(reverse("controls:list"), {"measure": str(measure.pk)}).context["rows"]
    assert (list(listed), other in listed) == ([check], False)
    assert "Reservekopieën" in client.get(reverse("controls:detail", args=(check.pk,))).content.decode()
    assert str(measure.pk) in act("check.added")


def test_history_is_drawn_as_a_strip_that_says_in_words_how_many_failed() -> None:
    given = given_world()
    check = added(given)
    for passed in (True, False, True):
        kept(given, check, passed=passed)
    page = signed_in(given.owner).get(reverse("controls:list")).content.decode()
    assert 'aria-label="De laatste 3 uitslagen: 1 gezakt"' in page
    assert page.count('<rect class="good"') == 2
    assert page.count('<rect class="bad"') == 1


def test_the_pages_cost_the_same_with_ten_checks_and_with_five_thousand(django_assert_max_num_queries: Any) -> None:
    given = given_world()
    client = signed_in(given.owner)
    now, zone = timezone.now(), timezone.now()
    for size in (10, 4_990):
        start = Check.objects.count()
        made = Check.objects.bulk_create(
            Check(organisation=given.organisation, code=f"c{start + n}", name=f"Controle {n}", shows="x", rhythm="daily",
                  mail_token=f"{start + n}", begins_at=now, changed_at=zone, standing="failed", due_at=now + DAY)
            for n in range(size)
        )  # fmt: skip
        Result.objects.bulk_create(
            Result(organisation=given.organisation, check_row=row, at=now, kept_at=now, passed=False, verdict="said",
                   source="api", reporter="bewaking")
            for row in made
        )  # fmt: skip
        CheckAlarm.objects.bulk_create(
            CheckAlarm(organisation=given.organisation, check_row=row, why="failed", since=now, raised_at=now)
            for row in made
        )  # fmt: skip
        with django_assert_max_num_queries(13):
            assert len(client.get(reverse("controls:list")).context["rows"]) == min(50, start + size)
        with django_assert_max_num_queries(11):
            client.get(reverse("controls:board"))
        with django_assert_max_num_queries(12):
            client.get(reverse("controls:detail", args=(made[0].pk,)))
    with django_assert_max_num_queries(8):
        answer = client.get(reverse("controls:export", args=("csv",)))
        assert len(answer.getvalue().splitlines()) == 5_001


def test_thousands_of_results_cost_as_many_queries_as_ten(django_assert_max_num_queries: Any) -> None:
    given = given_world()
    check = added(given)
    now = timezone.now().isoformat()
    for number in (10, 2_000):
        results = [
            {"check": "backup-mail", "at": now, "passed": n % 2 == 0, "thing": f"schijf {n}"} for n in range(number)
        ]
        with django_assert_max_num_queries(45):
            reported(given, *results)
    assert Result.objects.count() == 2_010
    assert CheckAlarm.objects.filter(check_row=check, closed_at=None).count() == 1_000
