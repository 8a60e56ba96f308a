"""What comes back by a real IMAP server: a failure lets the clock run again, and the owner and the call list know."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings

from art28.web.audit.models import Act
from art28.web.breaches.models import TouchedAgreement
from art28.web.calls.models import CallLine
from art28.web.clocks.models import Obligation
from art28.web.intake import imap
from art28.web.intake.models import MailboxReading
from art28.web.notices import actions as notices
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from art28.web.reminders import watch
from art28.web.reminders.models import Alarm, Channel, Message, Reminder
from art28.web.replies.mailbox import pump
from art28.web.replies.models import Reply
from web.breaches.test_actions import sent
from web.breaches.world import World, breach, signed_in, world
from web.intake.server import PASSWORD, PROGRAM, Server, running
from web.notices.server import mail_server
from web.replies import mails

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(PROGRAM is None, reason="no Dovecot on this machine (Debian: dovecot-imapd)"),
]


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="imap-"))
    folder.chmod(0o755)
    try:
        with running(folder) as found:
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(dovecot: Server, settings: LazySettings) -> Server:
    found = replace(dovecot, user=uuid4().hex)
    settings.REPLIES = imap.Account("localhost", found.port, found.user, PASSWORD, ca_file=str(found.certificate))
    settings.REPLIES_ORGANISATION, settings.REPLIES_EVERY = "dijkvaart", timedelta(0)
    return found


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def notice(given: World) -> OutboxMessage:
    """A report that the mail server took, which ended its clock."""
    at = now() - timedelta(minutes=30)
    message = sent(given, breach(given, at=at - timedelta(hours=1), now=at - timedelta(hours=1)))
    OutboxMessage.objects.filter(pk=message.pk).update(next_attempt_at=at)
    with mail_server():
        deliver_due(now=at, limit=1, clock=lambda: at)
    message.refresh_from_db()
    assert (message.state, clock().state) == ("accepted", "met")
    return message


def clock() -> Obligation:
    return Obligation.objects.get(action="notify_breach")


def test_a_failure_lets_the_clock_run_again_and_tells_the_owner_and_the_call_list(
    given: World, notice: OutboxMessage, server: Server
) -> None:
    at = now().replace(microsecond=0) - timedelta(minutes=1)
    server.deliver(mails.report(notice.message_id), at=at)
    assert pump(now=now(), limit=10) == 1
    notice.refresh_from_db()
    assert (notice.state, notice.bounced_at) == ("bounced", at)
    assert (clock().state, clock().ended_at) == ("open", None)
    assert Act.objects.filter(kind="notice.bounced", subject_id=notice.pk, actor_label="worker").count() == 1
    assert Act.objects.filter(kind="obligation.reopened").count() == 1
    kept = json.loads(Act.objects.get(kind="reply.kept").content.content or "")
    assert (kept["kind"], kept["status"], kept["came_back"]) == ("failure", "5.1.1", True)
    assert CallLine.objects.get().touched == TouchedAgreement.objects.get()
    told = Reminder.objects.get(audience="undelivered")
    assert (told.obligation, told.user) == (clock(), given.owner)
    page = signed_in(given.owner).get(f"/notices/{notice.pk}/").content.decode()
    assert "5.1.1" in page
    assert "Kon niet worden afgeleverd" in page


def test_the_same_failure_twice_or_read_again_changes_nothing_more(
    given: World, notice: OutboxMessage, server: Server
) -> None:
    server.deliver(mails.report(notice.message_id))
    server.deliver(mails.with_failed_recipients(notice.message_id))
    assert pump(now=now(), limit=10) == 2
    MailboxReading.objects.update(validity=1, last_uid=0)
    assert pump(now=now() + timedelta(minutes=1), limit=10) == 0
    assert sorted(Reply.objects.values_list("reopened", flat=True)) == [False, True]
    assert Act.objects.filter(kind="notice.bounced").count() == 1
    assert Reminder.objects.filter(audience="undelivered").count() == 1


@pytest.mark.parametrize("write", [mails.out_of_office, mails.answer])
def test_an_answer_is_kept_as_it_came_and_changes_no_clock(
    given: World, notice: OutboxMessage, server: Server, write: "object"
) -> None:
    assert callable(write)
    raw = write(notice.message_id)
    server.deliver(raw)
    pump(now=now(), limit=10)
    reply = Reply.objects.get()
    assert (reply.message_id, reply.reopened) == (notice.pk, False)
    assert bytes(reply.data).replace(b"\r\n", b"\n") == raw
    assert (clock().state, OutboxMessage.objects.get().state) == ("met", "accepted")


def test_a_delay_changes_no_clock(given: World, notice: OutboxMessage, server: Server) -> None:
    server.deliver(mails.report(notice.message_id, action="delayed", status="4.4.1"))
    pump(now=now(), limit=10)
    assert (Reply.objects.get().kind, clock().state) == ("delay", "met")
    assert not CallLine.objects.exists()


def test_a_failure_of_nothing_known_is_kept_for_who_is_named_and_other_mail_stays_in_the_mailbox(
    given: World, server: Server
) -> None:
    server.deliver(mails.report("<elders@x.example>"))
    server.deliver(mails.answer("<elders@x.example>"))
    assert pump(now=now(), limit=10) == 1
    reply = Reply.objects.get()
    assert (reply.organisation, reply.message, reply.kind) == (given.organisation, None, "failure")
    page = signed_in(given.owner).get("/notices/replies/").content.decode()
    assert "geen kennisgeving die hier bekend is" in page
    assert b"Seen" not in server.flags()


def test_a_failure_that_names_two_notices_is_left_to_a_person(
    given: World, notice: OutboxMessage, server: Server
) -> None:
    other = sent(given, breach(given))
    raw = mails.with_failed_recipients(notice.message_id) + f"Message-ID: {other.message_id}\n".encode()
    server.deliver(raw)
    pump(now=now(), limit=10)
    assert Reply.objects.get().message is None
    assert OutboxMessage.objects.get(pk=notice.pk).state == "accepted"


def test_where_receipt_was_confirmed_a_failure_undoes_nothing(
    given: World, notice: OutboxMessage, server: Server
) -> None:
    notices.acknowledge(notice, name="J. Okkerse", now=now())
    server.deliver(mails.report(notice.message_id))
    pump(now=now(), limit=10)
    assert (Reply.objects.get().reopened, clock().state) == (False, "met")


def test_a_reminder_that_comes_back_goes_by_the_next_channel_and_by_none_it_is_an_alarm(
    given: World, server: Server
) -> None:
    channel = Channel.objects.create(
        organisation=given.organisation,
        user=given.owner,
        kind="email",
        address="x",
        hint="o…",
        position=1,
        added_at=now(),
    )
    message = Message.objects.create(
        organisation=given.organisation, user=given.owner, kind="reminder", language="nl", subject="s", body_text="t",
        body_html="t", brief="b", made_at=now(), state="accepted", accepted_at=now(), channel=channel,
    )  # fmt: skip
    own = f"<{message.pk}@127.0.0.1>"
    server.deliver(mails.report(own))
    assert pump(now=now(), limit=10) == 1
    message.refresh_from_db()
    channel.refresh_from_db()
    assert (message.state, message.gave_up, channel.last_error) == ("queued", 1, "came back 5.1.1")
    assert not Reply.objects.exists()
    Message.objects.filter(pk=message.pk).update(state="accepted", channel=None)
    server.deliver(mails.in_words(own))
    pump(now=now(), limit=10)
    message.refresh_from_db()
    assert message.state == "failed"
    watch.look(now=now() + timedelta(minutes=2))
    assert Alarm.objects.filter(kind="undelivered").exists()
    assert Act.objects.filter(kind="reminder.channel_failed").count() == 2


def test_without_a_mailbox_nothing_is_done(given: World, settings: LazySettings) -> None:
    settings.REPLIES = None
    assert pump(now=now(), limit=10) == 0
