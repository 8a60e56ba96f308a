"""Messages leave once, are tried again with growing pauses, and end the clock by the instant that counts for it."""

import logging
import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation, Proof
from art28.web.notices import actions, delivery, pump, queries
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from art28.web.notices.transport import Outcome
from web.breaches.test_actions import sent
from web.breaches.world import NOW, World, actor, breach, world
from web.notices.server import free_port, mail_server, mail_to

HOUR = timedelta(hours=1)
DUE = NOW + HOUR


def at(moment: datetime) -> delivery.Clock:
    return lambda: moment


@pytest.fixture
def given(db: None) -> World:
    return world()


@pytest.fixture
def message(given: World) -> OutboxMessage:
    return sent(given, breach(given))


def clock() -> Obligation:
    return Obligation.objects.get(action="notify_breach")


def test_a_message_leaves_with_its_own_message_id_and_the_clock_ends_when_the_server_accepts(
    message: OutboxMessage,
) -> None:
    with mail_server() as box:
        assert deliver_due(now=DUE, limit=10, clock=at(DUE + timedelta(seconds=2))) == 1
    (mail,) = box.messages
    assert mail["Message-ID"] == message.message_id
    assert "datalek@zorg.example" in mail["To"]
    message.refresh_from_db()
    assert (message.state, message.accepted_at) == ("accepted", DUE + timedelta(seconds=2))
    assert (clock().state, clock().ended_by, clock().ended_at) == ("met", Proof.ACCEPTED, DUE + timedelta(seconds=2))


def test_the_mail_holds_the_way_to_the_notice_in_text_and_html_and_no_fact_of_the_breach(
    message: OutboxMessage,
) -> None:
    with mail_server() as box:
        deliver_due(now=DUE, limit=10, clock=at(DUE))
    bodies = [part.get_content() for part in box.messages[0].walk() if part.get_content_maintype() == "text"]
    assert len(bodies) == 2
    for body in bodies:
        assert message.token in body
        assert "back-up" not in body


def test_the_report_itself_stands_in_the_mail_only_where_delivery_is_encrypted_throughout(
    given: World, settings: pytest.FixtureRequest
) -> None:
    settings.EMAIL_USE_TLS = True  # type: ignore[attr-defined]
    assert not sent(given, breach(given)).in_full
    settings.EMAIL_ENCRYPTED_THROUGHOUT = True  # type: ignore[attr-defined]
    message = sent(given, breach(given))
    assert message.in_full
    assert "back-up" in message.body_text


def test_what_is_accepted_is_not_sent_again(message: OutboxMessage) -> None:
    with mail_server() as box:
        deliver_due(now=DUE, limit=10, clock=at(DUE))
        assert deliver_due(now=DUE + 24 * HOUR, limit=10, clock=at(DUE)) == 0
    assert len(box.messages) == 1


def test_a_server_that_is_down_is_tried_again_after_growing_pauses(message: OutboxMessage) -> None:
    moment = DUE
    pauses = []
    with mail_to(free_port()):
        for _ in range(4):
            assert deliver_due(now=moment, limit=1, clock=at(moment)) == 1
            assert deliver_due(now=moment, limit=1, clock=at(moment)) == 0
            message.refresh_from_db()
            assert message.next_attempt_at is not None
            pauses.append(message.next_attempt_at - moment)
            moment = message.next_attempt_at
    assert pauses == [timedelta(seconds=seconds) for seconds in (30, 60, 120, 240)]
    assert (message.state, message.attempts, message.last_error) == ("queued", 4, "ConnectionRefusedError")
    with mail_server() as box:
        deliver_due(now=moment, limit=1, clock=at(moment))
    assert len(box.messages) == 1
    assert clock().ended_at == moment


@pytest.mark.parametrize("answer", ["451 try later", "421 too busy"])
def test_a_server_that_asks_to_come_back_is_asked_again(message: OutboxMessage, answer: str) -> None:
    with mail_server() as box:
        box.answer = answer
        deliver_due(now=DUE, limit=1, clock=at(DUE))
        message.refresh_from_db()
        assert (message.state, clock().ended_at) == ("queued", None)


@pytest.mark.parametrize(("answer", "recipient_answer"), [("554 no", "250 ok"), ("250 ok", "550 unknown user")])
def test_a_refusal_for_good_waits_for_a_person_and_leaves_the_clock_running(
    given: World, message: OutboxMessage, answer: str, recipient_answer: str
) -> None:
    with mail_server() as box:
        box.answer, box.recipient_answer = answer, recipient_answer
        deliver_due(now=DUE, limit=1, clock=at(DUE))
        message.refresh_from_db()
        assert (message.state, clock().ended_at) == ("failed", None)
        assert "@" not in message.last_error
        box.answer = box.recipient_answer = "250 ok"
        actions.try_again(message, actor=actor(given.owner), now=DUE)
        deliver_due(now=DUE, limit=1, clock=at(DUE))
    message.refresh_from_db()
    assert message.state == "accepted"
    assert clock().state == "met"


def test_the_reason_of_a_failure_is_logged_without_personal_data(
    message: OutboxMessage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with mail_to(free_port()):
        deliver_due(now=DUE, limit=1, clock=at(DUE))
    assert "zorg.example" not in caplog.text
    assert "zorg.example" not in str(Act.objects.get(kind="notice.delayed").content.content)


def test_a_lease_is_given_to_one_worker_and_to_another_only_when_it_has_run_out(message: OutboxMessage) -> None:
    taken = delivery.claim(now=DUE)
    assert taken is not None
    assert delivery.claim(now=DUE) is None
    assert delivery.claim(now=DUE + timedelta(minutes=1)) is None
    assert delivery.claim(now=DUE + timedelta(minutes=3)) is not None


def test_a_worker_whose_lease_has_gone_writes_nothing(message: OutboxMessage) -> None:
    first = delivery.claim(now=DUE)
    second = delivery.claim(now=DUE + timedelta(minutes=3))
    assert first is not None
    assert second is not None
    with mail_server() as box:
        delivery.deliver(first, clock=at(DUE))
        assert box.messages == []
        delivery.deliver(second, clock=at(DUE))
    assert len(box.messages) == 1


def test_an_outcome_that_comes_after_the_lease_has_gone_changes_nothing(message: OutboxMessage) -> None:
    first = delivery.claim(now=DUE)
    assert first is not None
    assert first.lease is not None
    delivery.claim(now=DUE + timedelta(minutes=3))
    assert not delivery.settle(first, first.lease, Outcome(accepted=True), now=DUE)
    assert clock().ended_at is None


def test_a_bounce_reopens_the_clock_that_acceptance_had_ended(given: World, message: OutboxMessage) -> None:
    with mail_server():
        deliver_due(now=DUE, limit=1, clock=at(DUE))
    found = queries.message(given.organisation, message.pk)
    assert found is not None
    actions.come_back(found, actor=actor(given.owner), now=DUE + HOUR)
    assert (clock().state, clock().ended_at) == ("open", None)
    assert pump.reconcile(now=DUE + HOUR, limit=10) == 0


def test_receipt_confirmed_before_acceptance_is_known_ends_the_clock_as_well(message: OutboxMessage) -> None:
    found = queries.behind(message.token)
    assert found is not None
    actions.acknowledge(found, name="J. Okkerse", now=DUE)
    assert (clock().state, clock().ended_by) == ("met", Proof.ACKNOWLEDGED)


def test_where_only_confirmation_counts_acceptance_leaves_the_clock_running(given: World) -> None:
    message = sent(given, breach(given, ends_by=Proof.ACKNOWLEDGED))
    with mail_server():
        deliver_due(now=DUE, limit=1, clock=at(DUE))
    assert clock().ended_at is None
    found = queries.behind(message.token)
    assert found is not None
    actions.acknowledge(found, name="J. Okkerse", now=DUE + HOUR)
    assert (clock().ended_by, clock().ended_at) == (Proof.ACKNOWLEDGED, DUE + HOUR)


def test_the_reconciler_ends_a_clock_that_a_lost_worker_left_running(message: OutboxMessage) -> None:
    OutboxMessage.objects.filter(pk=message.pk).update(state="accepted", accepted_at=DUE, next_attempt_at=None)
    assert pump.reconcile(now=DUE + HOUR, limit=10) == 1
    assert (clock().state, clock().ended_at) == ("met", DUE)
    assert pump.reconcile(now=DUE + HOUR, limit=10) == 0


def test_the_same_notice_is_queued_once(given: World, message: OutboxMessage) -> None:
    assert OutboxMessage.objects.filter(idempotency_key=message.idempotency_key).count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_send_each_message_once() -> None:
    given = world()
    sent_messages = {sent(given, breach(given)).message_id for _ in range(6)}

    def work() -> None:
        deliver_due(now=DUE, limit=10, clock=at(DUE))
        connection.close()

    with mail_server() as box:
        workers = [threading.Thread(target=work) for _ in range(3)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    assert sorted(mail["Message-ID"] for mail in box.messages) == sorted(sent_messages)
    assert Act.objects.filter(kind="notice.accepted").count() == 6
    assert OutboxMessage.objects.filter(repeats__gt=0).count() == 0
