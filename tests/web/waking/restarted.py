"""A database restarted under a running worker: `python restarted.py [--procrastinate]`; fails where work is lost."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import django

_TESTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(_TESTS), str(_TESTS.parent / "scripts")]

from with_postgres import Cluster  # noqa: E402 - found by what stands above

_INTERVAL = "2"
"""Seconds between two looks: what a restart leaves under a lease comes free after minutes, and each look costs."""


def main(*, called: bool) -> None:
    with Cluster() as cluster, tempfile.TemporaryDirectory() as data:
        os.environ |= {"DATABASE_URL": cluster.url, "ART28_DATA_DIR": data}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "art28.web.settings"}
        django.setup()
        _restarted(cluster, Path(data), called=called)


def _restarted(cluster: Cluster, data: Path, *, called: bool) -> None:
    from django.core.management import call_command
    from django.db import Error, connection
    from django.utils import timezone

    from art28.web.database import fresh
    from art28.web.notices.models import OutboxMessage
    from web.breaches.test_actions import sent
    from web.breaches.world import breach, world
    from web.notices.server import mail_server
    from web.processes import environment

    def until(holds: Callable[[], bool]) -> None:
        for _ in range(720):
            try:
                if holds():
                    return
            except Error:
                connection.close()
            time.sleep(0.25)
        raise AssertionError("not done in three minutes")

    def more(count: int) -> set[str]:
        at = timezone.now()
        return {sent(given, breach(given, at=at, now=at), after=at - at).message_id for _ in range(count)}

    def accepted() -> int:
        return OutboxMessage.objects.filter(state="accepted").count()

    fresh.create()
    call_command("migrate", verbosity=0)
    given = world()
    with mail_server() as box:
        told = {**environment(port=box.port, data=data), "ART28_PROCRASTINATE": str(int(called))}
        command = [sys.executable, "-m", "art28.cli.main", "worker", "--interval", _INTERVAL]
        running = subprocess.Popen(command, env=told, stderr=subprocess.DEVNULL)
        expected = more(20)
        until(lambda: accepted() > 2)
        for _ in range(2):
            cluster.stop()
            time.sleep(2)
            cluster.start()
            until(lambda: OutboxMessage.objects.exists())
            expected |= more(5)
        until(lambda: accepted() == len(expected))
        assert running.poll() is None, "the worker did not come back by itself"
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=60) == 0
    arrived = Counter(str(mail["Message-ID"]) for mail in box.messages if mail["Message-ID"] in expected)
    repeats = sum(OutboxMessage.objects.values_list("repeats", flat=True))
    connection.close()  # a server that is told to stop waits for it
    assert set(arrived) == expected, "lost"
    assert sum(arrived.values()) - len(expected) <= repeats <= 2, "double, and not counted"
    print("nothing lost, nothing double")


if __name__ == "__main__":
    main(called="--procrastinate" in sys.argv)
