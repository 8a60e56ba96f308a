"""Nothing of an exercise reaches anybody but whoever started it: by the outbox, and by the database where code would not."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from art28.notices.notice import NoticeKind
from art28.web.breaches import sending
from art28.web.breaches.composing import Sending
from art28.web.breaches.models import Breach
from art28.web.calls.models import CallLine
from art28.web.clocks.models import Obligation
from art28.web.database.identifiers import new_id
from art28.web.exercises.models import Exercise
from art28.web.mailings.pump import ask
from art28.web.mailings.sources import Outgoing, Words, source_of
from art28.web.notices import actions as outbox
from art28.web.notices import documents, queries
from art28.web.notices.models import OutboxMessage
from art28.web.reminders.models import Message, Reminder
from web.breaches import world as worlds
from web.breaches.world import NOW, World, actor
from web.exercising.world import play, recorded, started
from web.mailings.world import LATER as PREPARED
from web.mailings.world import asking as asked_for
from web.mailings.world import prepared, second

LATER = NOW + timedelta(minutes=10)
REAL = "datalek@zorg.example"


@pytest.fixture
def given(db: None) -> World:
    return worlds.world()


def sent(given: World, breach: Breach) -> OutboxMessage:
    touched = worlds.touched(breach)
    how = Sending(kind=NoticeKind.REPORT, recipient=REAL, recipient_name="J. Okkerse", signed_by="O. Wner")
    return sending.send(touched, how, based_on=touched.version, actor=actor(given.owner), now=LATER)


def test_a_notice_goes_to_whoever_started_the_exercise_and_says_to_whom_it_would_have_gone(given: World) -> None:
    exercise, breach = play(given)
    message = sent(given, breach)
    assert (message.recipient, message.recipient_name) == (exercise.address, given.owner.name)
    assert message.subject.startswith("OEFENING · ")
    assert message.subject_kind == "exercise"
    for body in (message.body_text, message.page_html):
        assert "OEFENING" in body
        assert "Er is niets gebeurd" in " ".join(body.split())
        assert REAL in body
    assert message.notice["exercise"] == {"meant_for": f"J. Okkerse <{REAL}>"}


def test_a_real_notice_beside_it_goes_where_it_should_and_bears_no_mark(given: World) -> None:
    play(given)
    message = sent(given, worlds.breach(given))
    assert message.recipient == REAL
    assert "OEFENING" not in message.subject + message.body_text + message.page_html
    assert "exercise" not in message.notice


@pytest.mark.parametrize("form", ["pdf", "docx", "json"])
def test_its_documents_are_marked(given: World, form: str) -> None:
    _, breach = play(given)
    letter = documents.of_message(sent(given, breach))
    assert letter.mark == "OEFENING"
    assert letter.opening[0].startswith("Dit is een oefening.")
    assert documents.made(letter, form)


def row_like(message: OutboxMessage, **changes: object) -> OutboxMessage:
    made = OutboxMessage.objects.get(pk=message.pk)
    made.pk, made.message_id, made.token, made.idempotency_key = new_id(), "<a@b>", "token", "key"
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def refused(row: OutboxMessage | Reminder) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        return "to_player" in str(error)
    return False


def test_the_database_refuses_an_exercises_notice_to_anybody_else_by_whatever_way(given: World) -> None:
    _, breach = play(given)
    message = sent(given, breach)
    assert not refused(row_like(message))
    assert refused(row_like(message, pk=new_id(), recipient=REAL))
    assert refused(row_like(message, recipient=REAL, subject_kind="breach"))
    assert refused(
        row_like(message, recipient=REAL, subject_kind="breach", subject_id=new_id())
    )  # by the clock that it ends
    assert refused(row_like(message, subject_kind="breach"))


def test_the_database_refuses_a_notice_of_an_exercise_that_travels_in_a_real_message(given: World) -> None:
    _, breach = play(given)
    real, played = sent(given, worlds.breach(given)), sent(given, breach)
    assert refused(row_like(played, carrier=real))
    assert refused(row_like(real, carrier=played, obligation=None))


def test_the_database_refuses_what_calls_itself_an_exercise_and_is_none(given: World) -> None:
    real = sent(given, worlds.breach(given))
    assert refused(row_like(real, subject_kind="exercise"))


def test_the_database_refuses_a_reminder_of_an_exercise_to_anybody_else(given: World) -> None:
    _, breach = play(given)
    clock = Obligation.objects.filter(subject_id=breach.pk, ended_at=None).earliest("id")
    row = Reminder(
        organisation=given.organisation,
        obligation=clock,
        user=given.member,
        step="share:50",
        audience="management",
        due_at=NOW,
        made_at=NOW,
        send_at=NOW,
        urgent=True,
    )
    assert refused(row)
    row.user = given.owner
    assert not refused(row)


def test_that_a_message_came_back_is_told_to_the_player_alone_and_puts_the_agreement_on_the_call_list(
    given: World,
) -> None:
    _, breach = play(given)
    message = sent(given, breach)
    clock = message.obligation
    assert clock is not None
    Obligation.objects.filter(pk=clock.pk).update(owner=given.member)
    OutboxMessage.objects.filter(pk=message.pk).update(state="accepted", accepted_at=LATER)
    found = queries.message(given.organisation, message.pk)
    assert found is not None
    outbox.come_back(found, actor=actor(given.owner), now=LATER)
    assert {row.user_id for row in Reminder.objects.filter(obligation=clock)} == {given.owner.pk}
    assert CallLine.objects.filter(breach=breach).count() == 1


def test_a_mailing_about_it_goes_to_the_player_too(given: World) -> None:
    exercise, breach = play(given)
    source = source_of("breach")
    subject = source.subject(given.organisation, breach.pk)
    assert subject is not None
    assert subject.is_exercise
    assert subject.label == "OEFENING EX-2026-0001"
    letter = [Outgoing(given.agreement.pk, REAL, "J. Okkerse", None)]
    words = Words(notice_kind="report", signed_by="O. Wner")
    source.hand_over(subject, [letter], words, actor=actor(given.owner), now=LATER)
    assert OutboxMessage.objects.get(subject_id=breach.pk).recipient == exercise.address


def test_nobody_but_the_player_is_asked_to_approve_a_mailing_of_an_exercise(given: World) -> None:
    _, breach = play(given)
    asked_for(given, approval_from=1)
    other = second(given)
    prepared(given, breach)
    assert ask(now=PREPARED, limit=10) == 1
    message = Message.objects.get()
    assert message.user == given.owner
    assert message.user != other
    assert message.subject.startswith("OEFENING EX-2026-0001 · ")


def test_a_breach_never_leaves_its_exercise_and_a_player_never_changes(given: World) -> None:
    exercise, breach = play(given)
    breaches, exercises = Breach.objects.filter(pk=breach.pk), Exercise.objects.filter(pk=exercise.pk)
    for rows, change in (
        (breaches, {"exercise": None}),
        (exercises, {"address": REAL}),
        (exercises, {"player": given.member}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)


def test_a_contact_is_not_taken_for_undeliverable_by_what_happened_to_an_exercise(given: World) -> None:
    exercise, breach = play(given)
    message = sent(given, breach)
    OutboxMessage.objects.filter(pk=message.pk).update(state="failed")
    assert queries.undeliverable(given.organisation, {exercise.address}) == frozenset()


def test_it_has_a_number_of_its_own_and_takes_none_of_the_register(given: World) -> None:
    first = worlds.breach(given)
    exercise, breach = play(given)
    second = worlds.breach(given)
    assert (first.reference, second.reference) == ("2026-0001", "2026-0002")
    assert breach.reference == exercise.reference == "EX-2026-0001"
    other = started(given, player=given.member)
    assert recorded(given, other).reference == "EX-2026-0002"
