"""Rendered reports on their way to a mail server, from one worker and from two; and what is due, asked for during a fan-out.

    python benchmarks/bench_sending.py [AGREEMENTS] [--sqlite] [--page]

A breach over all agreements is reported by a mailing. Half of its messages leave by one worker, the other half by two, to
a mail server that takes 50 ms for each. Then a second breach fans out over the same agreements by a worker, while the page
of what is due is asked for over and over; `--page` measures that alone. On a PostgreSQL of its own, or on SQLite where asked
for; exits with 1 where two workers send less than 1.7 times what one sends, or the page takes more than twice as long.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import own_cluster  # noqa: F401 - before Django looks for a database
import with_postgres

# isort: split
import fresh_site  # noqa: F401 - before any model is imported

# isort: split
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment
from django.utils import timezone

from art28.notices.breach import BreachFacts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.breaches import actions as breaches
from art28.web.breaches import fanout
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Heartbeat
from art28.web.database import fresh
from art28.web.mailings import actions as mailings
from art28.web.mailings import leaving, policies, preparing
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.notices.models import OutboxMessage
from bench_fanout import agreements, people

SINK_SECONDS = 0.05
SCALE_BAR, DUE_BAR = 1.7, 2.0
WARMING, IDLE_PAGES = 10, 60


class Sink:
    """A mail server that takes its time."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        del server, session, envelope
        await asyncio.sleep(SINK_SECONDS)
        return "250 accepted"


def main() -> int:
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    count = numbers[0] if numbers else 10_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, owner = people()
    agreements(organisation, count)
    policies.set_policy(organisation, approval_from=None, recall_minutes=0, actor=WORKER, now=timezone.now())
    controller = Controller(Sink(), hostname="127.0.0.1", port=with_postgres.free_port())
    controller.start()
    try:
        breach = recorded(organisation, owner)
        while fanout.start_chunk(breach, actor=WORKER, now=timezone.now()):
            pass
        scales = SCALE_BAR if "--page" in sys.argv else scaled(breach, owner, count, controller.port)
        slowed = during_a_fan_out(organisation, owner, controller.port)
    finally:
        controller.stop()
    held = scales >= SCALE_BAR and slowed <= DUE_BAR
    print(f"  {'held' if held else 'NOT HELD'}")
    return 0 if held else 1


def scaled(breach: Breach, owner: User, count: int, port: int) -> float:
    """How many times as fast two workers send as one."""
    reported(breach, owner)
    print(f"{connection.vendor}: {count} reports, {SINK_SECONDS * 1000:.0f} ms each at the mail server")
    one, two = sent_by(1, port, share=count // 2), sent_by(2, port, share=count)
    print(f"  one worker {one:6.1f} a second, two {two:6.1f}: {two / one:.2f} times ({SCALE_BAR} is the bar)")
    return two / one


def recorded(organisation: Organisation, owner: User) -> Breach:
    now = timezone.now()
    return breaches.record_breach(
        organisation,
        Agreement.objects.filter(organisation=organisation).values_list("pk", flat=True).iterator(2_000),
        title="Leverancier gehackt",
        facts=BreachFacts(reference="", description="De leverancier van de back-ups is binnengedrongen."),
        discovery=breaches.Discovery(aware_at=now, aware_reason="gemeld", at_sub_processor=False),
        by=owner,
        actor=WORKER,
        now=now,
    )


def reported(breach: Breach, owner: User) -> None:
    """The report to each agreement, rendered and in the outbox, held back for now."""
    subject = source_of("breach").subject(breach.organisation, breach.pk)
    assert subject is not None
    words, choice = Words(notice_kind="report", signed_by="Owner"), Choice(notice_kind="report")
    mailing = preparing.prepare(subject, choice, words, together=False, by=owner, actor=WORKER, now=timezone.now())
    while preparing.look(mailing, actor=WORKER, now=timezone.now()):
        pass
    mailings.release(mailing, by=owner, actor=WORKER, now=timezone.now())
    while leaving.leave_chunk(mailing, actor=WORKER, now=timezone.now()):
        pass
    OutboxMessage.objects.filter(state="queued").update(next_attempt_at=None)


def workers(number: int, port: int) -> "list[subprocess.Popen[bytes]]":
    """Workers that have looked around: their start is not measured."""
    Heartbeat.objects.all().delete()
    environment = {
        **os.environ,
        "ART28_EMAIL_HOST": "127.0.0.1",
        "ART28_EMAIL_PORT": str(port),
        "ART28_EMAIL_STARTTLS": "0",
    }
    command = [str(Path(sys.executable).with_name("art28")), "worker", "--interval", "0.1"]
    running = [subprocess.Popen(command, env=environment) for _ in range(number)]
    until(lambda: Heartbeat.objects.filter(rounds__gte=5).count() == number)
    return running


def stopped(running: "list[subprocess.Popen[bytes]]") -> None:
    for each in running:
        each.terminate()
    for each in running:
        each.wait(timeout=120)


def until(condition: Callable[[], bool]) -> None:
    while not condition():
        time.sleep(0.05)


def sent_by(number: int, port: int, *, share: int) -> float:
    """How many messages a second leave by so many workers, until `share` in all have left."""
    running = workers(number, port)
    accepted = OutboxMessage.objects.filter(state="accepted")
    before = accepted.count()
    held = OutboxMessage.objects.filter(state="queued", next_attempt_at=None).order_by("id")
    ready = list(held.values_list("pk", flat=True)[: share - before])
    for start in range(0, len(ready), 500):
        OutboxMessage.objects.filter(pk__in=ready[start : start + 500]).update(next_attempt_at=timezone.now())
    began = time.perf_counter()
    until(lambda: accepted.count() >= before + len(ready))
    took = time.perf_counter() - began
    stopped(running)
    return len(ready) / took


def during_a_fan_out(organisation: Organisation, owner: User, port: int) -> float:
    """How many times as long the page of what is due takes while a worker fans out as while nothing else runs."""
    setup_test_environment()
    client = Client()
    client.force_login(owner)
    idle = [page(client) for _ in range(WARMING + IDLE_PAGES)][WARMING:]
    running = workers(1, port)
    breach = recorded(organisation, owner)
    waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None)
    meanwhile = []
    while waiting.exists():
        meanwhile.append(page(client))
    stopped(running)
    if len(meanwhile) < 2:
        print("  the fan-out was over before the page could be asked for twice: take more agreements")
        return 0.0
    before, during = (statistics.quantiles(each, n=20)[-1] for each in (idle, meanwhile))
    print(
        f"  the page of what is due, p95: {before * 1000:.0f} ms idle, {during * 1000:.0f} ms during a fan-out"
        f" ({len(meanwhile)} pages): {during / before:.2f} times ({DUE_BAR:.0f} is the bar)"
    )
    return during / before


def page(client: Client) -> float:
    began = time.perf_counter()
    answer = client.get("/due/")
    assert answer.status_code == HTTPStatus.OK, answer.status_code
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
