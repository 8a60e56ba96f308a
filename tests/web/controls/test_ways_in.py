"""Results come in by API, by table and by mail from a real IMAP server: once, held against their checks, all or none."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Role
from art28.web.api import tokens
from art28.web.api.models import Scope
from art28.web.audit.models import Act
from art28.web.controls.mailbox import pump
from art28.web.controls.models import Check, CheckAlarm, Import, Result
from art28.web.controls.spelling import given_of
from art28.web.intake import imap
from art28.web.spreadsheets import Workbook
from web.breaches.world import NOW, World, actor, signed_in
from web.controls.world import DAY, act, added, given_world, person, reported, sent
from web.intake.server import PASSWORD, PROGRAM, Server, running

pytestmark = pytest.mark.django_db
with_dovecot = pytest.mark.skipif(PROGRAM is None, reason="no Dovecot on this machine (Debian: dovecot-imapd)")


@pytest.fixture
def given() -> World:
    cache.clear()
    return given_world()


def ago(**past: float) -> str:
    return (timezone.now() - timedelta(**past)).isoformat()


def test_a_program_reports_results_and_is_told_what_became_of_each(given: World) -> None:
    added(given, code="sleutel", rule="at_least", bound="256", unit="bit")
    answer = reported(given, {"check": "sleutel", "at": ago(hours=1), "value": 256, "thing": "noord"},
                      {"check": "sleutel", "at": ago(hours=1), "value": "128", "thing": "zuid"})  # fmt: skip
    assert [(each["thing"], each["passed"], each["verdict"]) for each in answer["kept"]] == [
        ("noord", True, "good"),
        ("zuid", False, "below"),
    ]
    assert CheckAlarm.objects.get().thing == "zuid"
    assert Act.objects.filter(kind="check.result_kept", actor_label="api").count() == 2
    assert set(Result.objects.values_list("source", "reporter")) == {("api", "bewaking")}


def test_the_same_key_is_kept_once(given: World) -> None:
    added(given)
    one = {"check": "backup-mail", "at": ago(hours=1), "passed": True, "key": "nacht-1"}
    _row, secret = tokens.make(given.organisation, user=None, name="x", scopes=(Scope.CHECKS,), expires_at=None,
                               by=given.owner, actor=actor(given.owner), now=NOW)  # fmt: skip
    assert sent(secret, {"results": [one, one]}).json()["known"] == 1
    assert sent(secret, {"results": [one]}).json() == {"kept": [], "known": 1}
    assert Result.objects.count() == 1


def test_one_result_that_cant_be_so_keeps_all_out_and_says_which(given: World) -> None:
    added(given)
    good = {"check": "backup-mail", "at": ago(hours=1), "passed": True}
    answer = reported(given, good, {**good, "check": "elders"}, {**good, "at": ago(hours=-1)},
                      {**good, "of": ago(minutes=1)}, status=422)  # fmt: skip
    assert [(each["field"], each["code"]) for each in answer["errors"]] == [
        ("results.1.check", "unknown_check"),
        ("results.2.at", "future"),
        ("results.3.of", "newer"),
    ]
    assert not Result.objects.exists()
    bad = reported(given, {**good, "at": "2026-11-28T10:00"}, status=422)
    assert bad["errors"][0]["code"] == "timezone_aware"


def test_a_token_reports_only_with_its_scope_for_its_own_organisation_and_as_its_person_may(given: World) -> None:
    added(given)
    result = {"results": [{"check": "backup-mail", "at": ago(hours=1), "passed": True}]}
    elsewhere = Organisation.objects.get(slug="elders")
    engineer, auditor = person(given, "techneut", Role.ENGINEER), given.member
    for user, scope, status in (
        (engineer, Scope.CHECKS, 200), (auditor, Scope.CHECKS, 403), (engineer, Scope.SIGNALS, 403),
    ):  # fmt: skip
        _row, secret = tokens.make(given.organisation, user=user, name="x", scopes=(scope,), expires_at=None, by=user,
                                   actor=actor(user), now=NOW)  # fmt: skip
        assert sent(secret, result).status_code == status
    _row, theirs = tokens.make(elsewhere, user=None, name="x", scopes=(Scope.CHECKS,), expires_at=None, by=given.outsider,
                               actor=actor(given.outsider), now=NOW)  # fmt: skip
    assert sent(theirs, result).json()["errors"][0]["code"] == "unknown_check"
    assert sent("a28_onbekend", result).status_code == 401


def test_how_checks_stand_is_asked_and_the_description_knows_both(given: World) -> None:
    added(given)
    _row, secret = tokens.make(given.organisation, user=None, name="x", scopes=(Scope.CHECKS,), expires_at=None,
                               by=given.owner, actor=actor(given.owner), now=NOW)  # fmt: skip
    client = signed_in(given.owner)
    found = client.get("/api/checks", HTTP_AUTHORIZATION=f"Bearer {secret}").json()["items"]
    assert [(each["code"], each["standing"], each["alarms"]) for each in found] == [("backup-mail", "waiting", 0)]
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/checks", "/api/checks/results"} <= set(paths)
    assert "/api/checks/results" in client.get(reverse("api:operations")).content.decode()


def brought(given: World, data: bytes, name: str = "uitslagen.csv") -> Any:
    return signed_in(given.owner).post(reverse("controls:upload"), {"file": SimpleUploadedFile(name, data)})


def test_a_table_is_shown_first_then_kept_once_and_its_faults_are_named_by_line(given: World) -> None:
    added(given)
    added(given, code="sleutel", name="Sleutel", rule="at_least", bound="256", unit="bit")
    today = timezone.localdate()
    table = (
        "controle;gecontroleerd op;uitslag;waarde;waarvan;opmerking\n"
        f"backup-mail;{today};geslaagd;;;gezien\n"
        f"SLEUTEL;{today - DAY:%d-%m-%Y};;128,0;schijf zuid;\n"
        f"elders;{today};geslaagd;;;\n"
        f"sleutel;{today};misschien;;;\n"
        f"sleutel;{today + DAY};;256;;\n"
        "sleutel;gisteren;;256;;\n"
        f"sleutel;{today};;veel;;\n"
        "sleutel;;;256;;\n"
    )
    answer = brought(given, table.encode())
    client = signed_in(given.owner)
    page = client.get(answer.headers["Location"]).content.decode()
    assert "2 nieuwe uitslagen, waarvan 1 gezakt; 0 waren al vastgelegd, 6 kunnen niet worden overgenomen." in page
    assert "Regel 4" in page
    assert not Result.objects.exists()
    apply = reverse("controls:apply", args=(Import.objects.get().pk,))
    client.post(apply)
    client.post(apply)
    assert set(Result.objects.values_list("source", "verdict", "thing")) == {
        ("table", "good", ""),
        ("table", "below", "schijf zuid"),
    }
    assert '"results":2' in act("checks.imported")
    again = client.get(brought(given, table.encode()).headers["Location"]).content.decode()
    assert "0 nieuwe uitslagen" in again
    assert "2 waren al vastgelegd" in again


def test_a_row_of_today_is_the_same_row_whenever_its_table_is_read(given: World) -> None:
    check, zone = added(given), ZoneInfo("Europe/Amsterdam")
    early, late = (datetime(2026, 11, 28, hour, 5, tzinfo=zone) for hour in (8, 18))
    for at, same in (("2026-11-28", True), ("28-11-2026", True), ("2026-11-28 08:00", False)):
        first = given_of({"check": "x", "at": at, "said": "ja"}, check, zone=zone, now=early)
        second = given_of({"check": "x", "at": "2026-11-28", "said": "ja"}, check, zone=zone, now=late)
        assert (first.key == second.key) is same


def test_a_workbook_is_read_and_what_is_none_is_refused(given: World) -> None:
    added(given)
    book, kept = Workbook(), io.BytesIO()
    sheet = book.sheet("x", ("Check", "Checked on", "Outcome"), widths=(20,))
    sheet.add(("backup-mail", (timezone.localdate() - DAY).isoformat(), "passed"))
    book.save(kept)
    assert brought(given, kept.getvalue(), "results.xlsx").status_code == 302
    assert brought(given, b"een;twee\n1;2\n").status_code == 422
    blank = signed_in(given.owner).get(reverse("controls:blank")).content.decode("utf-8-sig").splitlines()
    assert blank[0].startswith("Controle;Gecontroleerd op;Uitslag")
    assert blank[1].startswith("backup-mail;")


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
    """An empty mailbox for results, named in the settings."""
    found = replace(dovecot, user=uuid4().hex)
    settings.CHECKS = imap.Account("localhost", found.port, found.user, PASSWORD, ca_file=str(found.certificate))
    settings.CHECKS_ADDRESS, settings.CHECKS_EVERY = "controles@dijkvaart.example", timedelta(0)
    return found


def letter(check: Check, subject: str, number: int, *, to: str = "", text: str = "Zie bijlage.") -> bytes:
    message = EmailMessage()
    message["From"] = "Back-up <backup@dijkvaart.example>"
    message["To"] = to or f"controles+{check.mail_token}@dijkvaart.example"
    message["Subject"] = subject
    message["Message-ID"] = f"<{number}@dijkvaart.example>"
    message.set_content(text)
    return message.as_bytes()


@with_dovecot
def test_a_mail_to_the_address_of_a_check_is_its_result_judged_by_its_subject(given: World, server: Server) -> None:
    check = added(given, rhythm="age", max_age_days="7", mail_pass="success, geslaagd", mail_fail="warning")
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=2)
    server.deliver(letter(check, "[Success] Nachtkopie", 1), at=at)
    assert pump(now=datetime.now(UTC), limit=10) == 1
    row = Result.objects.get()
    assert (row.source, row.passed, row.at, row.of_at) == ("email", True, at, at)
    assert row.reporter == "backup@dijkvaart.example"
    check.refresh_from_db()
    assert check.due_at == at + timedelta(days=7)
    server.deliver(letter(check, "[Success with warning] Nachtkopie", 2), at=at + timedelta(minutes=1))
    server.deliver(letter(check, "Nachtkopie", 3), at=at + timedelta(minutes=2))
    pump(now=datetime.now(UTC), limit=10)
    assert list(Result.objects.order_by("at").values_list("verdict", flat=True)) == ["good", "said", "no_age"]
    assert CheckAlarm.objects.filter(closed_at=None).count() == 1
    assert Result.objects.latest("at").file.name == "message.eml"
    assert '"source":"email"' in act("check.result_kept")
    page = signed_in(given.owner).get(reverse("controls:detail", args=(check.pk,))).content.decode()
    assert f"controles+{check.mail_token}@dijkvaart.example" in page


@with_dovecot
def test_a_value_in_a_mail_is_held_against_the_threshold(given: World, server: Server) -> None:
    check = added(given, rule="at_least", bound="256", unit="bit")
    server.deliver(letter(check, "Versleuteling", 1, text="Rapport\nWaarde: 128\n"))
    pump(now=datetime.now(UTC), limit=10)
    assert Result.objects.filter(verdict="below", value=128).count() == 1


@with_dovecot
def test_a_mail_is_taken_in_once_and_one_without_the_secret_is_no_result(given: World, server: Server) -> None:
    check = added(given, mail_pass="ok")
    server.deliver(letter(check, "ok", 1))
    server.deliver(letter(check, "ok", 1))
    server.deliver(letter(check, "ok", 2, to="controles@dijkvaart.example"))
    server.deliver(letter(check, "ok", 3, to=f"controles+{check.mail_token[:-1]}@dijkvaart.example"))
    server.deliver(letter(check, f"ok {check.mail_token}", 4, to="controles@dijkvaart.example"))
    pump(now=datetime.now(UTC), limit=10)
    assert Result.objects.count() == 2


def test_without_a_mailbox_nothing_is_read(given: World, settings: LazySettings) -> None:
    settings.CHECKS = None
    assert pump(now=datetime.now(UTC), limit=10) == 0
    check = added(given)
    assert (
        check.mail_token
        not in signed_in(given.owner).get(reverse("controls:detail", args=(check.pk,))).content.decode()
    )
