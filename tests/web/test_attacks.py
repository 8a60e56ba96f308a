"""What an attacker, a slip of the finger or a second person at the same page may try, and what stands after it."""

import logging
import socket
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.agreements import actions as agreements
from art28.web.agreements import deciding, queries
from art28.web.agreements.models import Agreement, Direction, FactVersion
from art28.web.audit.models import Unsealed
from art28.web.breaches.models import Breach
from art28.web.clocks.models import Obligation
from art28.web.drafts import links
from art28.web.logs import Discreet
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from web.breaches.test_actions import sent
from web.breaches.world import World, breach, signed_in, touched, world
from web.people import NOW, Tenant, tenant
from web.samples import TEXT, read_agreement

pytestmark = pytest.mark.django_db


@pytest.fixture
def given() -> World:
    return world()


@pytest.fixture
def ours() -> Tenant:
    return tenant("veldlicht")


@pytest.fixture
def agreement(ours: Tenant) -> Agreement:
    return read_agreement(ours)


def report(recorded: Breach) -> str:
    return reverse("breaches:report", args=(recorded.pk, touched(recorded).agreement_id))


# --- mail


def test_a_name_with_a_line_end_adds_no_header_and_holds_up_no_other_message(given: World) -> None:
    recorded = breach(given)
    row = touched(recorded)
    signed_in(given.owner).post(
        reverse("breaches:send", args=(recorded.pk, row.agreement_id)),
        {
            "kind": "report",
            "recipient": "datalek@zorg.example",
            "recipient_name": "J. Okkerse\r\nBcc: elders@example.com",
            "version": row.version,
            "late_reasons": "x",
        },
    )
    message = OutboxMessage.objects.get()
    assert "\n" not in message.recipient_name
    assert "\r" not in message.recipient_name


def test_a_message_that_cannot_be_made_is_refused_for_good(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    message = sent(given, breach(given))
    OutboxMessage.objects.filter(pk=message.pk).update(next_attempt_at=NOW)
    monkeypatch.setattr("art28.web.notices.transport.formataddr", lambda _: "a\nBcc: b@c.example <d@e.example>")
    assert deliver_due(now=timezone.now(), limit=5, clock=timezone.now) == 1
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("failed", "BadHeaderError")


def test_an_invitation_that_no_server_took_can_be_made_again(ours: Tenant, settings: LazySettings) -> None:
    data = {"email": "nieuw@veldlicht.example", "role": "engineer"}
    client = ours.client(Role.OWNER)
    usual = settings.EMAIL_BACKEND
    with socket.socket() as bound:
        # A port that is taken and at which nobody listens.
        bound.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = bound.getsockname()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        assert client.post(reverse("accounts:people"), data).status_code == 400
    settings.EMAIL_BACKEND = usual
    assert client.post(reverse("accounts:people"), data).status_code == 302


# --- what PostgreSQL or Python can't hold


@pytest.mark.parametrize("name", ["agreements:list", "parties:list", "breaches:new"])
@pytest.mark.parametrize("words", ["a\x00b", "_", "²", '"', "&|!", "x:*"])
def test_no_word_breaks_a_search(given: World, name: str, words: str) -> None:
    assert signed_in(given.owner).get(reverse(name), {"q": words}).status_code == 200


def test_a_draft_keeps_no_nul_and_no_more_than_its_field_takes(given: World) -> None:
    recorded = breach(given)
    data = {"version": touched(recorded).version, "answer-1": "a\x00b" + "x" * 20_000}
    assert signed_in(given.owner).post(report(recorded), data).status_code == 302
    answer = touched(recorded).questions[0]["answer"]
    assert answer.startswith("abx")
    assert len(answer) == 10_000


@pytest.mark.parametrize("version", ["9" * 5000, "9" * 30, "-1", "²", ""])
def test_a_version_that_is_no_number_is_an_old_one(given: World, version: str) -> None:
    assert signed_in(given.owner).post(report(breach(given)), {"version": version}).status_code == 409


@pytest.mark.parametrize("count", ["²", "9" * 5000, "-1"])
def test_a_count_that_is_none_adds_no_fields(ours: Tenant, agreement: Agreement, count: str) -> None:
    address = reverse("agreements:fact", args=(agreement.pk, "contacts.list"))
    data = {"decision": "correct", "seen": "0", "count": count}
    assert ours.client(Role.OWNER).post(address, data).status_code == 400


@pytest.mark.parametrize("address", ["/notices/read/%00/", "/invitation/%00/", "/notices/read/a%0Ab/"])
def test_a_link_holds_letters_only(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_a_period_beyond_all_years_keeps_no_breach_unrecorded(ours: Tenant, agreement: Agreement) -> None:
    client = ours.client(Role.OWNER)
    data = {"decision": "correct", "seen": "1", "words": "P9999Y"}
    client.post(reverse("agreements:fact", args=(agreement.pk, "breach.deadline")), data)
    form = {"title": "x", "aware_at": "2026-11-22T02:10", "long_ago": "on", "aware_reason": "y", "origin": "own"}
    assert client.post(f"{reverse('breaches:new')}?agreement={agreement.pk}", form).status_code == 302
    assert Obligation.objects.get(action="notify_breach").ends_at is None


@pytest.mark.parametrize("at", ["9998-12-31T23:59", "2126-11-22T02:10"])
def test_nobody_became_aware_in_the_future(given: World, at: str) -> None:
    form = {"title": "x", "aware_at": at, "long_ago": "on", "aware_reason": "y", "origin": "own"}
    address = f"{reverse('breaches:new')}?agreement={given.agreement.pk}"
    assert signed_in(given.owner).post(address, form).status_code == 422
    assert not Breach.objects.exists()


# --- two people at once


def test_a_decision_on_a_fact_does_not_undo_anothers_choice_of_role(ours: Tenant, agreement: Agreement) -> None:
    seen_before = queries.agreement(ours.organisation, agreement.pk)
    other = queries.agreement(ours.organisation, agreement.pk)
    agreements.set_direction(other, Direction.CONTROLLER, actor=ours.actor(), now=NOW)
    deciding.confirm(seen_before, "breach.deadline", seen=1, actor=ours.actor(), now=NOW)
    assert queries.agreement(ours.organisation, agreement.pk).direction == Direction.CONTROLLER


def test_two_who_fill_in_an_unread_fact_make_one_version(ours: Tenant, agreement: Agreement) -> None:
    deciding.correct(agreement, "term.signed_on", "2026-01-01", seen=0, actor=ours.actor(), now=NOW)
    with pytest.raises(deciding.StaleFact):
        deciding.correct(agreement, "term.signed_on", "2026-02-02", seen=0, actor=ours.actor(), now=NOW)


# --- the recipient's word


def test_the_sender_does_not_confirm_receipt_for_the_recipient(given: World) -> None:
    message = sent(given, breach(given))
    address = reverse("notices:read", args=(message.token,))
    for person in (given.owner, given.member):
        assert signed_in(person).post(address, {"name": "J. Okkerse"}).status_code == 403
    message.refresh_from_db()
    assert message.acknowledged_at is None
    assert signed_in(given.outsider).post(address, {"name": "J. Okkerse"}).status_code == 302


def test_the_link_that_confirms_is_shown_to_nobody_but_the_recipient(given: World) -> None:
    message = sent(given, breach(given))
    page = signed_in(given.member).get(reverse("notices:detail", args=(message.pk,))).content.decode()
    assert message.token not in page


# --- headers


def test_a_file_is_only_ever_saved_under_no_rights_of_our_own(ours: Tenant) -> None:
    hostile = read_agreement(
        ours, text="<html><script>alert(1)</script><p>Verwerker</p></html>", name='a"\r\nX-Evil: 1;<b>.html'
    )
    answer = ours.client(Role.AUDITOR).get(reverse("agreements:original", args=(hostile.pk,)))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "X-Evil" not in answer.headers


@pytest.mark.parametrize(
    "path", ["/account/login/", "/nergens/", "/notices/read/abc/", "/invitation/abc/", "/account/password/reset/"]
)
def test_every_answer_has_its_policy(path: str) -> None:
    headers = Client().get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_errors_have_their_policy_too(given: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    client = signed_in(given.owner)
    client.raise_request_exception = False
    monkeypatch.setattr("art28.web.clocks.today.today", broken)
    answers = (client.get("/"), Client(enforce_csrf_checks=True).post("/account/login/", {}))
    assert [answer.status_code for answer in answers] == [500, 403]
    assert all("default-src 'none'" in answer.headers["Content-Security-Policy"] for answer in answers)


def test_a_members_page_is_kept_in_no_shared_cache(given: World) -> None:
    headers = signed_in(given.owner).get("/").headers
    assert headers["Cache-Control"] == "private, no-cache"
    assert "HX-Request" in headers["Vary"]


def test_agreement_text_and_names_are_shown_as_text(ours: Tenant) -> None:
    evil = "<script>alert(1)</script>"
    agreement = read_agreement(
        ours, text=TEXT.replace("Artikel 3. Audit", f"Artikel 3. {evil}"), name="<img src=x>.txt"
    )
    Agreement.objects.filter(pk=agreement.pk).update(title=evil, counterparty_name=evil)
    client = ours.client(Role.OWNER)
    for address in (reverse("agreements:list"), reverse("agreements:detail", args=(agreement.pk,))):
        page = client.get(address).content.decode()
        assert evil not in page
        assert "<img src=x>" not in page
        assert "&lt;script&gt;" in page


# --- size


@override_settings(UPLOAD_MAX_REQUEST_BYTES=4_000_000)
def test_a_large_request_is_refused_before_it_is_read(ours: Tenant) -> None:
    upload, login = reverse("agreements:upload"), reverse("account_login")
    data = b"x" * 3_000_000
    kind = "multipart/form-data; boundary=x"
    assert Client().post(login, data, content_type=kind).status_code == 413
    assert Client().post(upload, data, content_type=kind).status_code == 413
    assert ours.client(Role.AUDITOR).post(upload, data, content_type=kind).status_code == 413
    assert ours.client(Role.OWNER).post(upload, data + data, content_type=kind).status_code == 413
    assert ours.client(Role.OWNER).post(upload, data, content_type=kind).status_code == 400


ANY = uuid4()


@pytest.mark.parametrize(
    ("address", "args"),
    [
        ("signing:paper", (ANY,)),
        ("signing:check", ()),
        ("comparisons:bring", ()),
        ("house:new", ()),
        ("agreements:upload", ()),
        ("assessments:notified", (ANY,)),
        ("audits:act", (ANY, "report")),
        ("audits:own_act", (ANY, "report")),
        ("controls:result", (ANY,)),
        ("endings:handle", (ANY, "delete")),
        ("flowdown:inspection_act", (ANY, "answer")),
        ("lifecycle:paper", (ANY,)),
        ("measures:act", (ANY, "evidence")),
        ("people:act", (ANY, "bind")),
        ("requests:act", (ANY, "file")),
    ],
)
def test_an_address_that_takes_a_file_takes_one_as_large_as_it_says_from_whoever_may(
    ours: Tenant, address: str, args: tuple[object, ...]
) -> None:
    data, kind = b"x" * 3_000_000, "multipart/form-data; boundary=x"
    assert Client().post(reverse(address, args=args), data, content_type=kind).status_code == 413
    answer = ours.client(Role.OWNER).post(reverse(address, args=args), data, content_type=kind)
    assert answer.status_code in (400, 404), "read, and found to be no form"


@pytest.mark.parametrize(("view", "made_for"), [("drafts:read", "round"), ("signing:sign", "signatory")])
def test_a_large_file_comes_back_by_a_link_that_was_given_out_and_by_no_other(view: str, made_for: str) -> None:
    data, kind = b"x" * 3_000_000, "multipart/form-data; boundary=x"
    given, forged = links.token(made_for, uuid4()), links.token("other", uuid4())
    assert Client().post(reverse(view, args=(given,)), data, content_type=kind).status_code == 404
    refused = Client().post(reverse(view, args=(forged,)), data, content_type=kind)
    assert refused.status_code == 413
    assert "hoogstens 2 MB" in refused.content.decode()
    assert "Terug naar het begin" not in refused.content.decode(), "nobody from outside is led to our own pages"


# --- logs

NAME = "Jansen"


def test_a_log_line_quotes_no_error_and_opens_no_link() -> None:
    try:
        raise ValueError(" ".join(("Jan", NAME)))
    except ValueError:
        record = logging.LogRecord(
            "django.request", logging.ERROR, "", 0, "Failed: %s", ("/notices/read/geheim-1/",), sys.exc_info()
        )
    line = Discreet("%(levelname)s %(message)s").format(record)
    assert line.startswith("ERROR Failed: /notices/read/…/")
    assert "builtins.ValueError" in line
    assert Path(__file__).name in line
    assert "Jansen" not in line
    assert "geheim-1" not in line


# --- the database itself


def refused(statement: str, parameters: list[str]) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, parameters)
    except DatabaseError:
        return True
    return False


def test_the_database_keeps_limits_notices_facts_and_marks_as_written(
    given: World, ours: Tenant, agreement: Agreement
) -> None:
    sent(given, breach(given))
    assert refused("UPDATE clocks_obligation SET ends_at = NULL WHERE ends_at IS NOT NULL", [])
    assert refused("UPDATE clocks_obligation SET duty = %s", ["{}"])
    assert refused("UPDATE notices_outboxmessage SET notice = %s", ["{}"])
    assert refused("UPDATE notices_outboxmessage SET obligation_id = NULL", [])
    assert FactVersion.objects.filter(agreement=agreement).exists()
    assert refused("UPDATE agreements_factversion SET value = %s", ["1"])
    assert refused("UPDATE agreements_sourcefile SET sha256 = %s", ["0" * 64])
    assert Unsealed.objects.exists()
    assert refused("DELETE FROM audit_unsealed", [])


def test_sqlite_overwrites_what_is_erased() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reclaims by vacuum")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
