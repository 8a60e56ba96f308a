"""Signals by mail, from a real IMAP server: each message once, never changed, its files never opened."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.db import DatabaseError

from art28.web.audit.models import Act
from art28.web.intake import actions, imap
from art28.web.intake.mailbox import pump
from art28.web.intake.models import MailboxReading, ProvisionalClock, Signal, SignalFile, SignalVersion
from art28.web.services import actions as services
from web.breaches.world import World, actor, agreement, signed_in, world
from web.intake.server import PASSWORD, PROGRAM, Server, running

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(PROGRAM is None, reason="no Dovecot on this machine (Debian: dovecot-imapd)"),
]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def given() -> World:
    return world({"breach.deadline": "PT24H", "breach.clock_starts": ["observation", "report_from_sub_processor"]})


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Server]:
    """The server; its folder has a short path, since sockets lie in it."""
    folder = Path(tempfile.mkdtemp(prefix="imap-"))
    folder.chmod(0o755)
    try:
        with running(folder) as found:
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(dovecot: Server, settings: LazySettings) -> Server:
    """An empty mailbox, named in the settings."""
    found = replace(dovecot, user=uuid4().hex)
    settings.MAILBOX = imap.Account("localhost", found.port, found.user, PASSWORD, ca_file=str(found.certificate))
    settings.MAILBOX_ORGANISATION, settings.MAILBOX_EVERY = "dijkvaart", timedelta(0)
    return found


def letter(**changes: Any) -> EmailMessage:
    message = EmailMessage()
    heads = {
        "From": "Jo Medewerker <jo@dijkvaart.example>",
        "To": "signalen@dijkvaart.example",
        "Subject": "Vreemde inlog",
        "Message-ID": "<1@dijkvaart.example>",
    }
    for name, value in {**heads, **changes.pop("heads", {})}.items():
        message[name] = value
    message.set_content(changes.pop("text", "Ik zie inlogpogingen op VM-12."))
    return message


def now() -> datetime:
    return datetime.now(UTC)


def test_a_mail_becomes_a_signal_received_when_the_server_had_it(given: World, server: Server) -> None:
    at = now().replace(microsecond=0) - timedelta(hours=3)
    server.deliver(letter().as_bytes(), at=at)
    assert pump(now=now(), limit=10) == 1
    signal = Signal.objects.get()
    assert (signal.source, signal.reporter, signal.received_at) == ("email", "jo@dijkvaart.example", at)
    what = SignalVersion.objects.get().facts["what"]
    assert what == "Vreemde inlog\n\nIk zie inlogpogingen op VM-12."
    assert ProvisionalClock.objects.get().started_at == at
    assert Act.objects.filter(kind="signal.reported", actor_label="worker").exists()
    assert "Vreemde inlog" in signed_in(given.owner).get("/signals/").content.decode()


def test_each_message_is_taken_in_once_also_where_it_lies_there_twice_or_numbers_start_anew(
    given: World, server: Server
) -> None:
    server.deliver(letter().as_bytes())
    server.deliver(letter().as_bytes())
    assert pump(now=now(), limit=10) == 1
    assert pump(now=now() + MINUTE, limit=10) == 0
    MailboxReading.objects.update(validity=1, last_uid=0)
    assert pump(now=now() + 2 * MINUTE, limit=10) == 0
    assert Signal.objects.count() == 1


def test_a_kill_between_two_messages_loses_none(given: World, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2, 3):
        server.deliver(letter(heads={"Message-ID": f"<{number}@x.example>", "Subject": f"Nummer {number}"}).as_bytes())
    report = actions.report

    def killed_at_the_second(*given: Any, **words: Any) -> Signal:
        if "Nummer 2" in given[1].what:
            raise DatabaseError
        return report(*given, **words)

    monkeypatch.setattr(actions, "report", killed_at_the_second)
    with pytest.raises(DatabaseError):
        pump(now=now(), limit=10)
    monkeypatch.undo()
    later = now() + timedelta(minutes=6)  # the lease of who was killed has lapsed
    assert pump(now=later, limit=10) == 2
    assert set(Signal.objects.values_list("summary", flat=True)) >= {
        f"Nummer {n} Ik zie inlogpogingen op VM-12." for n in (1, 2, 3)
    }


def test_a_sub_processor_is_known_by_its_address_and_told_it_when_it_was_received(given: World, server: Server) -> None:
    part = {"name": "Hostwerk", "role": "hosting", "countries": ["NL"], "email": "Meld@Hostwerk.example"}
    what = services.About(name="Back-up", sub_processors=(part,))
    services.add(given.organisation, what, actor=actor(given.owner), now=now())
    agreement(given.organisation, {"breach.deadline": "PT48H", "breach.clock_starts": ["awareness"]}, name="B")
    at = now().replace(microsecond=0) - timedelta(hours=1)
    server.deliver(letter(heads={"From": "Hostwerk <meld@hostwerk.example>"}).as_bytes(), at=at)
    pump(now=now(), limit=10)
    signal = Signal.objects.get()
    assert (signal.where, signal.told_at) == ("sub_processor", at)
    starts = set(ProvisionalClock.objects.values_list("starts", "started_at"))
    assert starts == {("report_from_sub_processor", at)}


def test_what_came_along_is_kept_as_it_came_and_only_to_be_saved(given: World, server: Server) -> None:
    message = letter()
    message.add_attachment(b"<script>alert(1)</script>", maintype="text", subtype="html", filename="../../etc/x.html")
    server.deliver(message.as_bytes())
    pump(now=now(), limit=10)
    kept = {row.name: bytes(row.data) for row in SignalFile.objects.all()}
    assert kept[".._.._etc_x.html"] == b"<script>alert(1)</script>"
    assert b"Vreemde inlog" in kept["message.eml"]
    row = SignalFile.objects.get(name=".._.._etc_x.html")
    answer = signed_in(given.owner).get(f"/signals/{row.signal_id}/files/{row.pk}/")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_page_as_mail_gives_its_words_and_runs_nothing(given: World, server: Server) -> None:
    message = letter()
    message.set_content("<html><script>steel()</script><p>Er is <b>iets</b> weg.</p></html>", subtype="html")
    server.deliver(message.as_bytes())
    pump(now=now(), limit=10)
    assert "Er is iets weg." in SignalVersion.objects.get().facts["what"]
    assert "steel" not in SignalVersion.objects.get().facts["what"]


def test_a_mail_that_is_too_large_is_a_signal_that_says_where_it_lies(
    given: World, server: Server, settings: LazySettings
) -> None:
    settings.MAILBOX_MAX_BYTES = 2_000
    server.deliver(letter(text="x" * 5_000).as_bytes())
    pump(now=now(), limit=10)
    assert "te groot" in SignalVersion.objects.get().facts["what"]


def test_a_flood_waits_in_the_mailbox_and_is_taken_in_later(
    given: World, server: Server, settings: LazySettings
) -> None:
    settings.MAILBOX_PER_HOUR = 2
    for number in range(3):
        server.deliver(letter(heads={"Message-ID": f"<{number}@x.example>"}).as_bytes())
    assert pump(now=now(), limit=10) == 2
    assert pump(now=now() + MINUTE, limit=10) == 0
    assert pump(now=now() + timedelta(minutes=61), limit=10) == 1


def test_an_answering_machine_is_no_signal_and_a_broken_mail_is_one(given: World, server: Server) -> None:
    server.deliver(letter(heads={"Auto-Submitted": "auto-replied", "Message-ID": "<a@x.example>"}).as_bytes())
    server.deliver(
        b"Content-Type: multipart/mixed; boundary=\r\nSubject: =?utf-99?q?x?=\r\nFrom: \xff\xfe\r\n\r\n\x00\xff"
    )
    assert pump(now=now(), limit=10) == 1
    assert SignalFile.objects.filter(name="message.eml").count() == 1


def test_the_mailbox_itself_is_not_changed(given: World, server: Server) -> None:
    server.deliver(letter().as_bytes())
    pump(now=now(), limit=10)
    assert b"Seen" not in server.flags()


def test_a_mailbox_that_cannot_be_read_is_said_to_be_so_and_read_on_when_it_can(
    given: World, server: Server, settings: LazySettings
) -> None:
    server.deliver(letter().as_bytes())
    right = settings.MAILBOX
    assert right is not None
    for wrong, code in (
        (replace(right, password="verkeerd"), "login"),
        (replace(right, folder="Bestaat niet"), "folder"),
        (replace(right, ca_file=""), "connect"),  # who isn't known by a certificate is not talked to
    ):
        MailboxReading.objects.all().delete()
        settings.MAILBOX = wrong
        assert pump(now=now(), limit=10) == 0
        assert MailboxReading.objects.get().last_error == code
        assert "kan niet worden gelezen" in signed_in(given.owner).get("/signals/").content.decode()
    MailboxReading.objects.all().delete()
    settings.MAILBOX = right
    assert pump(now=now(), limit=10) == 1
    assert "kan niet worden gelezen" not in signed_in(given.owner).get("/signals/").content.decode()


def test_without_a_mailbox_nothing_is_done(given: World, settings: LazySettings) -> None:
    settings.MAILBOX = None
    assert pump(now=now(), limit=10) == 0
