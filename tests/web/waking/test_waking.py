"""Workers that Procrastinate wakes: at once, sharing what there is, the pumps the same and the rows the only truth."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from art28.web.audit.models import Act
from art28.web.clocks.models import Heartbeat
from art28.web.notices.models import OutboxMessage
from art28.web.waking import queue
from web.breaches.test_actions import sent
from web.breaches.world import breach, signed_in, world
from web.notices.server import Box, mail_server
from web.processes import environment

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="Procrastinate runs on PostgreSQL alone"
    ),
]
LONG = "600"
"""Pauses that no test waits for: what is done meanwhile was called."""


@pytest.fixture(autouse=True)
def _fresh_queue(transactional_db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {queue.SCHEMA} CASCADE")
    queue.install()


@contextmanager
def workers(number: int, *, box: Box, data: Path, interval: str = LONG) -> Iterator[list["subprocess.Popen[str]"]]:
    told = {**environment(port=box.port, data=data), "ART28_PROCRASTINATE": "1"}
    command = [sys.executable, "-m", "art28.cli.main", "worker", "--interval", interval]
    started = [subprocess.Popen(command, env=told, stderr=subprocess.PIPE, text=True) for _ in range(number)]
    try:
        until(lambda: Heartbeat.objects.filter(rounds__gt=0).exists() and Heartbeat.objects.count() == number)
        yield started
    finally:
        for each in started:
            each.terminate()
        said = [each.communicate(timeout=60)[1] for each in started]
    assert [each.returncode for each in started if each.returncode != -signal.SIGKILL] == [0] * sum(
        each.returncode != -signal.SIGKILL for each in started
    ), said


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1200):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("not done in two minutes")


def accepted() -> int:
    return OutboxMessage.objects.filter(state="accepted").count()


@contextmanager
def within_queue() -> Iterator[CursorWrapper]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path TO {queue.SCHEMA}")
        yield cursor


def jobs() -> list[tuple[object, ...]]:
    with within_queue() as cursor:
        cursor.execute("SELECT task_name, status::text FROM procrastinate_jobs")
        return list(cursor.fetchall())


def test_the_queue_stands_beside_the_tables_and_is_made_anew_for_another_version_only() -> None:
    assert queue.call()
    queue.install()
    assert jobs() == [("art28.look", "todo")]
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON SCHEMA {queue.SCHEMA} IS 'another version'")
    queue.install()
    assert jobs() == []


def test_a_call_that_waits_is_not_doubled_and_without_a_queue_nobody_is_called() -> None:
    assert (queue.call(), queue.call()) == (True, False)
    assert len(jobs()) == 1
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {queue.SCHEMA} CASCADE")
    assert not queue.call()


def test_what_somebody_sends_by_a_form_calls_a_worker_and_what_they_read_calls_nobody(settings: LazySettings) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "art28.web.waking.middleware.WakeMiddleware"]
    given = world()
    browser = signed_in(given.owner)
    browser.get("/today/")
    assert jobs() == []
    browser.post(f"/breaches/{breach(given).pk}/nowhere/")
    assert jobs() == [("art28.look", "todo")]


def test_a_worker_that_is_called_does_at_once_what_has_become_due(tmp_path: Path) -> None:
    given = world()
    with mail_server() as box, workers(1, box=box, data=tmp_path):
        until(lambda: jobs() == [])  # it has looked, and would look again in ten minutes
        sent(given, breach(given))
        queue.call()
        until(lambda: accepted() == 1)
    assert Heartbeat.objects.get().stopped_at is not None


def test_what_nobody_called_for_is_found_by_the_next_look(tmp_path: Path) -> None:
    given = world()
    with mail_server() as box, workers(1, box=box, data=tmp_path, interval="0.5"):
        # The story's hours have passed: a look between the two would find that the notice is late and lacks its reasons.
        with transaction.atomic():
            sent(given, breach(given))
        until(lambda: accepted() == 1)
    assert len([mail for mail in box.messages if "datalek@zorg.example" in mail["To"]]) == 1


def test_two_workers_share_what_there_is_and_send_each_message_once(tmp_path: Path) -> None:
    given = world()
    expected = {sent(given, breach(given)).message_id for _ in range(160)}
    with mail_server() as box, workers(2, box=box, data=tmp_path):
        queue.call()
        until(lambda: accepted() == len(expected))
        until(lambda: all(Heartbeat.objects.values_list("carried_out", flat=True)))
    arrived = Counter(str(mail["Message-ID"]) for mail in box.messages if mail["Message-ID"] in expected)
    assert arrived == Counter(expected)
    assert Act.objects.filter(kind="notice.accepted").count() == len(expected)
    assert not OutboxMessage.objects.filter(repeats__gt=0).exists()


def test_a_worker_killed_in_the_midst_holds_up_nobody(tmp_path: Path) -> None:
    given = world()
    for _ in range(120):
        sent(given, breach(given))
    with mail_server() as box, workers(2, box=box, data=tmp_path, interval="1") as both:
        until(lambda: accepted() > 5)
        both[0].kill()
        # What it had in hand comes free when the lease runs out; the test moves the lease, not the clock.
        both[0].wait(timeout=30)
        OutboxMessage.objects.filter(state="leased").update(leased_until=timezone.now())
        until(lambda: accepted() == 120)
    ids = Counter(str(mail["Message-ID"]) for mail in box.messages if "datalek@zorg.example" in mail["To"])
    repeats = sum(OutboxMessage.objects.values_list("repeats", flat=True))
    assert len(ids) == 120
    assert sum(ids.values()) - 120 <= repeats <= 1


def test_a_call_that_a_lost_worker_had_in_hand_is_swept_away(tmp_path: Path) -> None:
    queue.call()
    with within_queue() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", [cursor.fetchone()[0]])
    with mail_server() as box, workers(1, box=box, data=tmp_path):
        until(lambda: jobs() == [])
