"""The worker runs every pump, survives one that fails, stops in good order and shows that it lives."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from art28.web.clocks import queries, worker
from art28.web.clocks.models import Heartbeat
from art28.web.notices.models import OutboxMessage
from art28.web.pumps import pumps
from web.breaches.test_actions import sent
from web.breaches.world import NOW, breach, world
from web.notices.server import mail_server
from web.processes import database_url


def test_the_worker_knows_the_pumps_of_clocks_and_notices() -> None:
    assert {"art28.web.clocks.pump", "art28.web.notices.pump"} <= {pump.__module__ for pump in pumps()}


@pytest.mark.django_db
def test_a_pump_that_fails_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    def broken(*, now: datetime, limit: int) -> int:
        raise ValueError("datalek@zorg.example")

    def whole(*, now: datetime, limit: int) -> int:
        return 2

    heartbeat = worker.begin(now=NOW)
    assert worker.round_of((broken, whole), heartbeat=heartbeat, clock=lambda: NOW) == 2
    assert "ValueError" in caplog.text
    assert "zorg.example" not in caplog.text
    heartbeat.refresh_from_db()
    assert (heartbeat.rounds, heartbeat.carried_out) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_where_the_database_is_gone_the_round_ends_and_the_next_connects_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def broken(*, now: datetime, limit: int) -> int:
        raise OperationalError

    def next_one(*, now: datetime, limit: int) -> int:
        asked.append("asked")
        return 1

    heartbeat = worker.begin(now=NOW)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "is_usable", lambda: False)
        assert worker.round_of((broken, next_one), heartbeat=heartbeat, clock=lambda: NOW) == 0
    assert not asked
    assert worker.round_of((next_one,), heartbeat=heartbeat, clock=lambda: NOW) == 1
    assert Heartbeat.objects.get().carried_out == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_starts_before_its_database_waits_for_it() -> None:
    waited: list[str] = []

    def stopped() -> bool:
        waited.append("waited")
        there.undo()
        return False

    there = pytest.MonkeyPatch()
    there.setattr(connection, "is_usable", lambda: False)
    there.setattr(Heartbeat.objects, "create", lambda **_: (_ for _ in ()).throw(OperationalError))
    assert worker.begin_once_there(clock=lambda: NOW, stopped=stopped) is not None
    assert waited == ["waited"]


@pytest.mark.django_db
def test_a_worker_that_was_not_seen_for_long_or_has_stopped_does_not_count_as_alive() -> None:
    heartbeat = worker.begin(now=NOW)
    assert queries.workers_alive(now=NOW + timedelta(minutes=1)) == 1
    assert queries.workers_alive(now=NOW + timedelta(minutes=5)) == 0
    worker.end(heartbeat, now=NOW)
    assert queries.workers_alive(now=NOW) == 0


@pytest.mark.django_db(transaction=True)
def test_the_command_sends_what_is_due_and_stops_in_good_order_when_told(tmp_path: Path) -> None:
    given = world()
    sent(given, breach(given))
    with mail_server() as box:
        environment = {
            **os.environ,
            "DATABASE_URL": database_url(),
            "ART28_DATA_DIR": str(tmp_path),
            "ART28_EMAIL_HOST": "127.0.0.1",
            "ART28_EMAIL_PORT": str(box.port),
            "ART28_EMAIL_STARTTLS": "0",
        }
        command = [sys.executable, "-m", "art28.cli.main", "worker", "--interval", "0.1"]
        running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
        _wait_until(lambda: OutboxMessage.objects.filter(state="accepted").exists())
        running.send_signal(signal.SIGTERM)
        _, errors = running.communicate(timeout=30)
    assert running.returncode == 0, errors.decode()
    assert len([mail for mail in box.messages if "datalek@zorg.example" in mail["To"]]) == 1  # besides reminders
    assert Heartbeat.objects.get().stopped_at is not None


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("the worker did nothing in half a minute")
