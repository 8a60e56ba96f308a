"""The dead man's switch: a queue that nobody mans says so itself, once, to the owners, by whichever process still runs."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.audit.sealing import seal_all
from art28.web.clocks import actions as clocks
from art28.web.clocks import worker
from art28.web.notices.models import OutboxMessage
from art28.web.reminders import queries, watch
from art28.web.reminders.models import Alarm, Message
from art28.web.reminders.pump import look
from web.breaches.test_actions import sent
from web.breaches.world import NOW, breach, world
from web.notices.server import mail_server
from web.people import Tenant, tenant
from web.processes import database_url
from web.reminders.world import HOUR, office

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
QUIET = NOW + 5 * MINUTE
LATE = NOW + 20 * MINUTE


def kinds(ours: Tenant | None = None, *, cleared: bool = False) -> set[str]:
    rows = Alarm.objects.filter(cleared_at__isnull=not cleared)
    return set((rows.filter(organisation=ours.organisation) if ours else rows).values_list("kind", flat=True))


@pytest.fixture
def ours() -> Tenant:
    found = tenant("veldlicht")
    seal_all(found.organisation.pk, now=NOW)
    return found


def test_a_worker_that_dies_is_missed_after_ten_minutes_and_every_owner_is_mailed_once(ours: Tenant) -> None:
    worker.begin(now=NOW)
    watch.look_from_web(now=QUIET)
    assert kinds() == set()
    with mail_server() as box:
        for minutes in (20, 20.5, 21, 25, 40):
            watch.look_from_web(now=NOW + minutes * MINUTE)
    assert kinds(ours) >= {"unmanned"}
    about = [mail for mail in box.messages if "werkproces" in mail["Subject"]]
    assert [mail["To"] for mail in about] == ["Eigenaar veldlicht <owner@veldlicht.example>"]
    assert Act.objects.filter(kind="alarm.raised", content__content__contains="unmanned").count() == 1


def test_a_worker_that_stopped_in_good_order_is_missed_as_well_and_one_that_comes_back_clears_it(ours: Tenant) -> None:
    first = worker.begin(now=NOW)
    worker.end(first, now=NOW)
    watch.look(now=LATE)
    assert "unmanned" in kinds()
    worker.begin(now=LATE + MINUTE)
    watch.look(now=LATE + 2 * MINUTE)
    assert "unmanned" not in kinds()
    assert Act.objects.filter(kind="alarm.cleared").count() >= 1
    assert (
        Message.objects.filter(kind="alarm", subject__contains="werkproces").count() == 1
    )  # told when it began, not again


def test_where_nobody_was_there_to_notice_the_next_worker_tells_of_it_once(ours: Tenant) -> None:
    worker.begin(now=NOW)
    look(now=NOW, limit=1)
    worker.begin(now=NOW + 6 * HOUR)
    for minutes in (0, 1, 2, 5):
        look(now=NOW + 6 * HOUR + minutes * MINUTE, limit=1)
    (message,) = Message.objects.filter(kind="alarm", subject__contains="werkproces")
    assert "zo 22 nov 02:10" in message.body_text
    assert "tot zojuist" in message.body_text
    assert "unmanned" in kinds(cleared=True)


def test_an_organisation_where_no_worker_ever_ran_is_told_so(ours: Tenant) -> None:
    watch.look(now=LATE)
    assert "unmanned" in kinds()


def test_notices_that_wait_while_none_leaves_are_an_alarm_and_a_long_queue_that_moves_is_none() -> None:
    given = world()
    message = sent(given, breach(given))
    worker.begin(now=message.handed_over_at)
    watch.look(now=message.handed_over_at + 20 * MINUTE)
    assert "outbox_stuck" in kinds()
    moving = OutboxMessage.objects.get(pk=message.pk)
    moving.pk, moving.idempotency_key, moving.message_id, moving.token = moving.organisation_id, "k", "<k@x>", "k"
    moving.state, moving.accepted_at = "accepted", message.handed_over_at + 21 * MINUTE
    moving.save(force_insert=True)
    watch.look(now=message.handed_over_at + 22 * MINUTE)
    assert "outbox_stuck" not in kinds()


@override_settings(EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend")
def test_what_waits_where_no_mail_server_is_set_is_no_alarm() -> None:
    given = world()
    message = sent(given, breach(given))
    later = message.handed_over_at + 20 * MINUTE
    worker.begin(now=later)
    watch.look(now=later)
    assert OutboxMessage.objects.get().state == "queued"
    assert not kinds() & {"outbox_stuck", "undelivered"}
    assert queries.health_now(now=later).parts["outbox"]


def test_records_that_pile_up_unsealed_are_an_alarm() -> None:
    given = office()
    watch.look(now=LATE)
    assert "unsealed" in kinds()
    seal_all(given.tenant.organisation.pk, now=LATE)
    found = {each.kind for each in watch.findings(now=LATE)}
    assert "unsealed" not in found


def test_a_clock_near_its_end_that_nobody_sees_to_is_an_alarm_of_its_organisation_alone() -> None:
    given, theirs = office(), tenant("maanzicht")
    clocks.assign(given.clock, owner=None, actor=given.tenant.actor(), now=NOW)
    watch.look(now=NOW + MINUTE)
    assert "ownerless" not in kinds(given.tenant)  # somebody is recording it
    watch.look(now=LATE)
    assert "ownerless" in kinds(given.tenant)
    assert "ownerless" not in kinds(theirs)
    clocks.assign(given.clock, owner=given.tenant.members[Role.ENGINEER].user, actor=given.tenant.actor(), now=LATE)
    watch.look(now=LATE + 2 * MINUTE)
    assert "ownerless" not in kinds(given.tenant)


def test_a_clock_that_ran_ahead_and_was_set_back_hides_nothing(ours: Tenant) -> None:
    ahead = worker.begin(now=NOW + timedelta(days=2))
    assert ahead.seen_at > LATE
    watch.look(now=NOW + timedelta(days=2))
    assert watch.look(now=LATE)
    assert "unmanned" in kinds()


def test_the_alarm_stands_in_the_frame_of_owners_alone(ours: Tenant) -> None:
    watch.look(now=LATE)
    assert "alarm-mark" in ours.client(Role.OWNER).get(reverse("today")).content.decode()
    assert "alarm-mark" not in ours.client(Role.ENGINEER).get(reverse("today")).content.decode()
    page = ours.client(Role.OWNER).get(reverse("reminders:alarms")).content.decode()
    assert "art28 worker" in page


def test_a_request_notices_by_itself(ours: Tenant) -> None:
    with override_settings(WATCH_FROM_WEB=True), mail_server() as box:
        Client().get(reverse("account_login"))
    long_ago = timezone.now() - timedelta(minutes=10) > NOW
    assert ("unmanned" in kinds()) is long_ago
    assert bool(box.messages) is long_ago


def test_monitoring_learns_what_stands_still_and_nothing_else(ours: Tenant) -> None:
    ill = Client().get("/health/")
    assert (ill.status_code, ill.json()["parts"]["worker"]) == (503, "alarm")
    assert "veldlicht" not in ill.content.decode().lower()
    worker.begin(now=timezone.now())
    well = Client().get("/health/")
    assert (well.status_code, well.json()["status"]) == (200, "well")
    assert well.json()["worker_seen_seconds_ago"] < 60


@pytest.mark.django_db(transaction=True)
def test_the_command_says_so_with_its_exit_code(tmp_path: Path) -> None:
    made = tenant("veldlicht")
    seal_all(made.organisation.pk, now=NOW)

    def asked() -> tuple[int, dict[str, object]]:
        environment = {**os.environ, "DATABASE_URL": database_url(), "ART28_DATA_DIR": str(tmp_path)}
        command = [sys.executable, "-m", "art28.cli.main", "worker", "--check"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)

    code, said = asked()
    assert (code, said["status"]) == (1, "alarm")
    worker.begin(now=timezone.now())
    code, said = asked()
    assert (code, said["status"]) == (0, "well")
