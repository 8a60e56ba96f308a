"""A worker killed at any point loses nothing, and doubles nothing but the one case that is named and counted."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from art28.web.audit.models import Act
from art28.web.clocks.models import Obligation
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from web.breaches.test_actions import sent
from web.breaches.world import NOW, breach, world
from web.notices.server import mail_server
from web.processes import environment

DUE = NOW + timedelta(hours=1)
LATER = DUE + timedelta(minutes=10)  # past any lease
SCRIPT = Path(__file__).with_name("killed_worker.py")


def run_until_killed(point: str, *, port: int, data: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), point, DUE.isoformat()],
        env=environment(port=port, data=data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("point", "arrived", "repeats"),
    [
        ("before_claim", 1, 0),
        ("after_claim", 1, 0),
        ("before_acceptance", 1, 1),  # the server was about to be spoken to: nobody can know, so it is counted
        ("after_acceptance", 2, 1),  # the named case
        ("before_commit", 2, 1),  # the named case
        ("after_commit", 1, 0),
    ],
)
def test_a_worker_killed_at_any_point_loses_nothing(point: str, arrived: int, repeats: int, tmp_path: Path) -> None:
    given = world()
    message = sent(given, breach(given))
    with mail_server() as box:
        run_until_killed(point, port=box.port, data=tmp_path)
        deliver_due(now=LATER, limit=10, clock=lambda: LATER)
        deliver_due(now=LATER + timedelta(hours=1), limit=10, clock=lambda: LATER)
    assert [mail["Message-ID"] for mail in box.messages] == [message.message_id] * arrived
    assert len({mail.as_bytes() for mail in box.messages}) == 1
    message = OutboxMessage.objects.get(pk=message.pk)
    assert (message.state, message.repeats) == ("accepted", repeats)
    row = Obligation.objects.get(action="notify_breach")
    assert row.state == "met"
    assert row.ended_at == message.accepted_at
    assert Act.objects.filter(kind="notice.accepted").count() == 1
    assert Act.objects.filter(kind="obligation.ended", subject_id=row.pk).count() == 1
    assert Obligation.objects.filter(action="notify_authority").count() == 1
