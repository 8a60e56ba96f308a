"""Messages leave by a real mail server and a real chat server; a channel that fails gives way to the next one."""

from datetime import datetime, time, timedelta
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from json import loads
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings

from art28.web.accounts.actions import set_language
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.reminders import actions, chat
from art28.web.reminders.delivery import ENOUGH, claim, deliver, deliver_due
from art28.web.reminders.models import Channel, ChannelKind, Message, Reminder
from web.breaches.world import NOW
from web.notices.server import Box, free_port, mail_server, mail_to
from web.reminders.world import HOUR, Office, office, run, write

pytestmark = pytest.mark.django_db
HALF = NOW + 12 * HOUR
MINUTE = timedelta(minutes=1)


@pytest.fixture
def given() -> Office:
    return office()


def sent_to(box: Box, given: Office, role: Role = Role.ENGINEER) -> list[EmailMessage]:
    return [mail for mail in box.messages if given.address(role) in mail["To"]]


def channel(given: Office, kind: ChannelKind, address: str, role: Role = Role.ENGINEER) -> Channel:
    return actions.add_channel(given.tenant.members[role], kind, address, actor=given.tenant.actor(role), now=NOW)


def test_a_reminder_says_what_ends_when_in_the_persons_language_and_is_recorded(given: Office) -> None:
    with mail_server() as box:
        run(HALF)
        (mail,) = box.messages
        set_language(given.tenant.members[Role.ENGINEER].user, "en")
        run(NOW + 18 * HOUR)
    assert mail["Subject"].endswith(": nog 12 uur (ma 23 nov 02:10)")
    body = mail.get_body(("plain",))
    assert body is not None
    assert "ma 23 nov 02:10" in body.get_content()
    assert f"/clocks/{given.clock.pk}/" in body.get_content()
    assert "Stichting Zorg" not in body.get_content()  # the connection is not encrypted throughout
    english = sent_to(box, given)[1]
    assert english["Subject"].endswith(": 6 hours left (Mon 23 Nov 02:10)")
    acts = Act.objects.filter(kind="reminder.sent", subject_id=given.clock.pk).order_by("at", "id")
    assert acts.count() == 3
    content = loads(acts[0].content.content or "")
    assert (content["step"], content["audience"], content["channel"]) == ("share:50", "owner", "account")


@override_settings(EMAIL_USE_TLS=False, EMAIL_USE_SSL=False)
def test_a_mail_server_that_is_down_for_a_day_leaves_one_message_to_read(given: Office) -> None:
    with mail_to(free_port()):
        for hours in (12, 13, 18, 19, 21, 22, 23):
            run(NOW + hours * HOUR)
    assert Message.objects.filter(user=given.tenant.members[Role.ENGINEER].user, state="queued").count() == 1
    with mail_server() as box:
        run(NOW + 23.9 * HOUR)
    assert len(sent_to(box, given)) == 1
    assert Reminder.objects.filter(settled=False).count() == 0


def test_an_address_that_refuses_gives_way_to_the_one_people_sign_in_with(given: Office) -> None:
    row = channel(given, ChannelKind.EMAIL, "verhuisd@dijkvaart.example")
    with mail_server() as box:
        box.recipient_answer = "550 no such user"
        deliver_once(HALF)
        row.refresh_from_db()
        assert (row.last_error, row.failed_at) == ("recipient refused 550", HALF)
        box.recipient_answer = "250 ok"
        run(HALF + MINUTE)
    assert len(sent_to(box, given)) == len(box.messages) == 1
    assert Act.objects.filter(kind="reminder.channel_failed").count() == 1


def deliver_at(now: datetime) -> None:
    deliver_due(now=now, limit=1, clock=lambda: now)


def deliver_once(now: datetime) -> None:
    write(now)
    message = claim(now=now)
    assert message is not None
    deliver(message, clock=lambda: now)


def test_a_channel_that_fails_for_a_while_gives_way_after_some_attempts(given: Office) -> None:
    channel(given, ChannelKind.EMAIL, "traag@dijkvaart.example")
    with mail_server() as box:
        box.recipient_answer = "451 later"
        at = HALF
        write(at)
        for _ in range(ENOUGH):
            deliver_at(at)
            at += timedelta(minutes=20)
        assert Message.objects.get().gave_up == 1
        box.recipient_answer = "250 ok"
        deliver_at(at)
    assert len(sent_to(box, given)) == len(box.messages) == 1


def test_the_overview_comes_once_a_day_and_says_all_that_is_due_but_short_limits_come_at_once() -> None:
    given = office(deadline="P10D")
    ours = given.tenant
    actions.prefer(ours.organisation, ours.members[Role.ENGINEER].user, daily_at=time(8), quiet=None, now=NOW)
    with mail_server() as box:
        for hours in range(0, 24 * 9, 3):
            run(NOW + hours * HOUR)
    mine = sent_to(box, given)
    assert {mail["Subject"].split(": ")[1] for mail in mine} <= {"1 binnen een week", "1 daarna"}
    days = [mail["Date"][:11] for mail in mine]
    assert len(days) == len(set(days))
    assert 5 <= len(days) <= 8


def test_a_daily_overview_does_not_hold_up_a_short_limit(given: Office) -> None:
    ours = given.tenant
    actions.prefer(ours.organisation, ours.members[Role.ENGINEER].user, daily_at=time(23), quiet=None, now=NOW)
    with mail_server() as box:
        run(HALF)
    assert len(box.messages) == 1


@pytest.mark.parametrize("role", [Role.ENGINEER])
def test_addresses_are_sealed_at_rest_and_shown_as_a_hint(given: Office, role: Role) -> None:
    row = channel(given, ChannelKind.EMAIL, "thuis@dijkvaart.example", role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT address, hint FROM reminders_channel")
        ((address, hint),) = cursor.fetchall()
    assert "thuis" not in address
    assert hint == "t…@dijkvaart.example"
    with mail_server() as box, override_settings(FIELD_KEY="another key"):
        outcome = actions.send_test(given.tenant.members[role], row, now=NOW)
    assert (outcome.accepted, outcome.error) == (False, "address unreadable")
    assert box.messages == []


def test_a_test_arrives_in_the_persons_language_and_not_twice_in_a_row(given: Office) -> None:
    row = channel(given, ChannelKind.EMAIL, "thuis@dijkvaart.example")
    with mail_server() as box:
        assert actions.send_test(given.tenant.members[Role.ENGINEER], row, now=NOW).accepted
        with pytest.raises(actions.TooSoon):
            actions.send_test(given.tenant.members[Role.ENGINEER], row, now=NOW + timedelta(seconds=5))
    assert [mail["Subject"] for mail in box.messages] == ["Proefbericht van art28"]


class _Chat(BaseHTTPRequestHandler):
    """A chat server's webhook: keeps what it gets."""

    kept: list[dict[str, Any]]
    answer = 200

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.kept.append(loads(body))
        self.send_response(self.answer)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def chat_server() -> Any:
    handler = type("Handler", (_Chat,), {"kept": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    with override_settings(CHAT_HOSTS=frozenset({"127.0.0.1"})):
        yield handler, f"mmost://127.0.0.1:{server.server_port}/3ccdd113474722377935511fc85d3dd4"
    server.shutdown()
    server.server_close()


def test_a_chat_gets_no_names_and_a_chat_that_refuses_gives_way_to_mail(given: Office, chat_server: Any) -> None:
    handler, address = chat_server
    channel(given, ChannelKind.CHAT, address)
    with mail_server() as box:
        run(HALF)
        (post,) = handler.kept
        assert "ma 23 nov 02:10" in post["text"]
        assert "Zorg" not in post["text"]
        handler.answer = 500
        at = NOW + 18 * HOUR
        for _ in range(ENOUGH + 1):
            run(at)
            at += timedelta(minutes=16)
    assert len(sent_to(box, given)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "json://127.0.0.1/",
        "file:///etc/passwd",
        "mmost://10.0.0.7/3ccdd113474722377935511fc85d3dd4",
        "https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ?template=/etc/passwd",
        "mmost://127.0.0.1/3ccdd113474722377935511fc85d3dd4?verify=no",
        "nonsense",
    ],
)
@override_settings(CHAT_HOSTS=frozenset({"127.0.0.1"}))
def test_addresses_that_lead_elsewhere_than_to_a_chat_that_is_allowed_are_refused(given: Office, address: str) -> None:
    with pytest.raises(chat.InvalidAddress):
        channel(given, ChannelKind.CHAT, address)
    assert not Channel.objects.exists()


def test_without_apprise_a_chat_is_refused_with_what_to_do(given: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "find_spec", lambda name: None)
    with pytest.raises(chat.InvalidAddress, match=r"art28\[chat\]"):
        channel(given, ChannelKind.CHAT, "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/")


def test_what_comes_after_what_was_sent_is_a_message_of_its_own(given: Office) -> None:
    with mail_server() as box:
        run(HALF)
        run(NOW + 18 * HOUR)
        run(NOW + 18 * HOUR)
    assert len(box.messages) == 3
    assert len({mail["Message-ID"] for mail in box.messages}) == 3
    assert claim(now=NOW + 18 * HOUR) is None
