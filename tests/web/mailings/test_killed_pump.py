"""A pump killed at any point of a chunk leaves nothing double and nothing lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from art28.web.audit.models import Act
from art28.web.breaches.models import TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.mailings import actions
from art28.web.mailings.models import Mailing, MailingLine
from art28.web.mailings.pump import leave
from art28.web.notices.delivery import deliver_due
from art28.web.notices.models import OutboxMessage
from web.breaches.world import actor, world
from web.mailings.killed_pump import POINTS
from web.mailings.world import LATER, asking, customers, prepared, touching
from web.notices.server import mail_server
from web.processes import database_url

SCRIPT = Path(__file__).with_name("killed_pump.py")
COUNT = 5


def run_until_killed(point: str, data: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "art28.web.settings",
        "DATABASE_URL": database_url(),
        "ART28_DATA_DIR": str(data),
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT), point, LATER.isoformat()],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("point", POINTS)
def test_a_pump_killed_at_any_point_tells_everybody_once(point: str, tmp_path: Path) -> None:
    given = world()
    asking(given, recall_minutes=0)
    mailing = prepared(given, touching(given, customers(given, COUNT)))
    actions.release(mailing, by=given.owner, actor=actor(given.owner), now=LATER)
    run_until_killed(point, tmp_path)
    assert OutboxMessage.objects.count() == (2 if point == "after_a_chunk" else 0)
    while leave(now=LATER, limit=5):
        pass
    with mail_server() as box:
        assert deliver_due(now=LATER, limit=50, clock=lambda: LATER) == COUNT
    assert len({mail["To"] for mail in box.messages}) == COUNT
    assert OutboxMessage.objects.count() == COUNT
    assert set(TouchedAgreement.objects.values_list("sent", flat=True)) == {1}
    assert set(MailingLine.objects.values_list("standing", flat=True)) == {"left"}
    assert Mailing.objects.get().state == "sent"
    assert Obligation.objects.filter(action="notify_breach", state="met").count() == COUNT
    assert Obligation.objects.filter(action="follow_up_breach").count() == COUNT
    for kind in ("notice.handed_over", "breach.notice_sent", "notice.accepted"):
        assert Act.objects.filter(kind=kind).count() == COUNT, kind
    assert Act.objects.filter(kind="mailing.sent").count() == 1
