"""Workers that are killed at any point, and two at once: every reminder once, none lost."""

import signal
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.reminders.models import Message, Reminder
from web.breaches.world import NOW
from web.notices.server import mail_server
from web.people import tenant
from web.processes import environment
from web.reminders.world import HOUR, breach_clock, office, run

pytestmark = pytest.mark.django_db(transaction=True)
DUE = NOW + 18 * HOUR
LATER = DUE + timedelta(minutes=10)  # past any lease
SCRIPT = Path(__file__).with_name("worker_process.py")


def started(point: str, *, port: int, data: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), point, DUE.isoformat()],
        env=environment(port=port, data=data),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )


@pytest.mark.parametrize(
    ("point", "again"),
    [("plan", 0), ("write", 0), ("compose", 0), ("claim", 0), ("accepted", 1), ("settle", 1), ("done", 0)],
)
def test_a_worker_killed_at_any_point_loses_no_reminder_and_doubles_none(
    point: str, again: int, tmp_path: Path
) -> None:
    given = office()
    with mail_server() as box:
        process = started(point, port=box.port, data=tmp_path)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL, errors
        run(LATER)
    counted = Counter(str(mail["Message-ID"]) for mail in box.messages)
    assert sorted(counted.values()) == [1, 1 + again]  # to the engineer and to the deputy
    assert len({mail.as_bytes() for mail in box.messages}) == 2
    assert sum(Message.objects.values_list("repeats", flat=True)) == again
    assert Reminder.objects.filter(settled=True).count() == Reminder.objects.count() == 2
    assert Act.objects.filter(kind="reminder.sent", subject_id=given.clock.pk).count() == 2


def test_two_workers_at_once_write_to_each_person_once(tmp_path: Path) -> None:
    tenants = [tenant(f"kantoor{number}") for number in range(6)]
    for ours in tenants:
        for number in range(5):
            breach_clock(ours, name=f"{ours.organisation.slug} {number}")
    with mail_server() as box:
        both = [started("run", port=box.port, data=tmp_path) for _ in range(2)]
        for process in both:
            _, errors = process.communicate(timeout=120)
            assert process.returncode == 0, errors
        run(LATER)
    counted = Counter(
        (row.organisation_id, row.user_id) for row in Message.objects.filter(state="accepted") for _ in range(1)
    )
    people = len(tenants) * 2  # the engineer, and the privacy officer who stands in
    assert len(counted) == people
    assert Reminder.objects.count() == Reminder.objects.filter(settled=True).count() == people * 5
    ids = Counter(str(mail["Message-ID"]) for mail in box.messages)
    assert set(ids.values()) == {1}
    assert Act.objects.filter(kind="reminder.sent").count() == people * 5
    reached = {str(mail["To"]).partition("<")[2].rstrip(">") for mail in box.messages}
    assert reached == {
        str(ours.members[role].user.email) for ours in tenants for role in (Role.ENGINEER, Role.PRIVACY_OFFICER)
    }
