"""Workers and the database killed at random moments during fan-out and sending: nothing lost, nothing double.

    python benchmarks/bench_kills.py [KILLS] [AGREEMENTS] [--sqlite] [--hosts] [--procrastinate] [--seed N]

Two workers run beside each other; every so often one of them is killed (SIGKILL) and started again, and one kill in eight is
the database's, all its processes at once. Breach after breach is recorded over all agreements, fans out, and is reported by a
mailing to a real mail server. When the kills are spent, what is left is done, and everything is counted. Exits with 1 where
an agreement has no clock or two, no report or two, or where a report arrived more often than the database knows.

With `--hosts` each worker has a machine of its own (a network namespace; needs root), and every other time one is cut off for
longer than its leases run, instead of killed. With `--procrastinate` the workers are woken by that.
"""

import hashlib
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import own_cluster
import with_postgres

# isort: split
import fresh_site  # noqa: F401 - before any model is imported

# isort: split
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.management import call_command
from django.db import Error, connection
from django.db.models import Count, Sum
from django.utils import timezone

from art28.notices.breach import BreachFacts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.models import Act
from art28.web.breaches import actions as breaches
from art28.web.breaches import fanout
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.database import fresh
from art28.web.mailings import actions as mailings
from art28.web.mailings import policies, preparing
from art28.web.mailings.models import Mailing, State
from art28.web.mailings.sources import Choice, Words, source_of
from art28.web.notices.models import OutboxMessage
from bench_fanout import agreements, people

WORKERS = 2
_PATIENCE_SECONDS = 300
_CUT_SECONDS = (13, 18)
"""Longer than the leases of a hasty worker run."""
T = TypeVar("T")


@dataclass
class Sink:
    """A mail server that keeps, for each Message-ID, what its mails looked like."""

    arrived: dict[str, list[str]] = field(default_factory=dict)
    accepted: threading.Event = field(default_factory=threading.Event)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        del server, session  # aiosmtpd passes them
        content = envelope.content or b""
        assert isinstance(content, bytes)
        found = re.search(rb"^Message-ID: (.+?)\r?$", content, re.MULTILINE | re.IGNORECASE)
        assert found is not None
        self.arrived.setdefault(found[1].decode(), []).append(hashlib.sha256(content).hexdigest())
        self.accepted.set()
        return "250 accepted"


@dataclass
class House:
    """The workers, and what was killed."""

    port: int
    sink: Sink
    dice: random.Random
    running: dict[int, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    killed: Counter[str] = field(default_factory=Counter)

    def start(self) -> None:
        hosts, cluster = own_cluster.HOSTS, own_cluster.CLUSTER
        environment = {
            **os.environ,
            "ART28_EMAIL_HOST": "127.0.0.1",
            "ART28_EMAIL_PORT": str(self.port),
            "ART28_EMAIL_STARTTLS": "0",
        }
        if "--procrastinate" in sys.argv:
            environment["ART28_PROCRASTINATE"] = "1"
        if hosts is not None and cluster is not None:
            environment |= {"ART28_EMAIL_HOST": hosts.address, "DATABASE_URL": cluster.url_at(hosts.address)}
        worker = [sys.executable, str(Path(__file__).with_name("hasty_worker.py"))]
        for place in set(range(WORKERS)) - set(self.running):
            command = worker if hosts is None else hosts.on(place, worker)
            self.running[place] = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    def wait(self) -> None:
        """Until the next kill: a random moment, half of them within milliseconds of an acceptance by the mail server."""
        if self.dice.random() < 1 / 2:
            self.sink.accepted.clear()
            if self.sink.accepted.wait(timeout=4):
                time.sleep(self.dice.uniform(0, 0.03))
        else:
            time.sleep(self.dice.uniform(0.05, 4))

    def kill_one(self) -> None:
        """Kill a worker or the database, and start it again at once; or cut a machine off, and join it again."""
        cluster, hosts = own_cluster.CLUSTER, own_cluster.HOSTS
        if hosts is not None and self.spent() % 2 == 0:
            which = self.dice.randrange(WORKERS)
            hosts.cut(which)
            time.sleep(self.dice.uniform(*_CUT_SECONDS))  # the other goes on, and takes over what was leased
            hosts.join(which)
            self.killed["host cut off"] += 1
        elif cluster is not None and self.dice.random() < 1 / 8:
            cluster.kill()
            time.sleep(self.dice.uniform(0, 1))  # nobody answers for a while
            cluster.start()
            self.killed["database"] += 1
        else:
            worker = self.running.pop(self.dice.randrange(WORKERS))
            worker.kill()
            worker.wait()
            self.killed["worker"] += 1
        # One that lost the database for good would be seen here: it is expected to come back by itself.
        self.killed["ended by themselves"] += sum(1 for each in self.running.values() if each.poll() is not None)
        self.running = {place: each for place, each in self.running.items() if each.poll() is None}
        self.start()

    def spent(self) -> int:
        """How many were killed or cut off."""
        return self.killed["worker"] + self.killed["database"] + self.killed["host cut off"]

    def stop(self) -> None:
        for worker in self.running.values():
            worker.terminate()
        for worker in self.running.values():
            worker.wait(timeout=60)


def main() -> int:
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else random.randrange(10_000)  # noqa: S311 - chooses whom to kill
    kills, count = (*numbers[:2], *(200, 60)[len(numbers[:2]) :])
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, owner = people()
    agreements(organisation, count)
    policies.set_policy(organisation, approval_from=None, recall_minutes=0, actor=WORKER, now=timezone.now())
    sink = Sink()
    hosts = own_cluster.HOSTS
    controller = Controller(
        sink, hostname=hosts.address if hosts is not None else "127.0.0.1", port=with_postgres.free_port()
    )
    controller.start()
    house = House(controller.port, sink, random.Random(seed))  # noqa: S311 - chooses whom to kill
    house.start()
    try:
        recorded = _kills(house, organisation, owner, kills)
        for breach in recorded:
            _until(lambda breach=breach: _done(breach), house=None)  # type: ignore[misc]
    finally:
        house.stop()
        controller.stop()
    return _told(house, sink, recorded, count, seed)


def _kills(house: House, organisation: Organisation, owner: User, kills: int) -> list[Breach]:
    """Breach after breach, until the kills are spent."""
    recorded: list[Breach] = []

    def spent() -> bool:
        return house.spent() >= kills

    while not spent():
        breach = _retried(lambda: _recorded(organisation, owner))
        recorded.append(breach)
        waiting = TouchedAgreement.objects.filter(breach=breach, started_at=None)
        _until(lambda waiting=waiting: not waiting.exists(), house=house, spent=spent)  # type: ignore[misc]
        _retried(lambda breach=breach: _mailing(breach, owner))  # type: ignore[misc]
        prepared = Mailing.objects.filter(subject_id=breach.pk, state=State.PREPARED)
        _until(prepared.exists, house=house, spent=spent)
        _retried(lambda prepared=prepared: _release(prepared, owner))  # type: ignore[misc]
        _until(lambda breach=breach: _done(breach), house=house, spent=spent)  # type: ignore[misc]
    return recorded


def _until(condition: Callable[[], bool], *, house: House | None, spent: Callable[[], bool] = lambda: True) -> None:
    """Wait, and kill meanwhile; an error of the database is what kills bring about here too."""
    began = time.monotonic()
    while not _retried(condition):
        if time.monotonic() - began > _PATIENCE_SECONDS:
            raise SystemExit(f"still not done after {_PATIENCE_SECONDS} s: work was lost, or nobody does it")
        if house is None or spent():
            time.sleep(0.2)
            continue
        house.wait()
        house.kill_one()


def _retried(work: Callable[[], T]) -> T:
    while True:
        try:
            return work()
        except Error:
            connection.close()
            time.sleep(0.1)


def _recorded(organisation: Organisation, owner: User) -> Breach:
    now, first = timezone.now(), fanout.CHUNK
    fanout.CHUNK = 1  # the rest is the workers'
    try:
        return breaches.record_breach(
            organisation,
            Agreement.objects.filter(organisation=organisation).values_list("pk", flat=True),
            title="Leverancier gehackt",
            facts=BreachFacts(reference="", description="De leverancier van de back-ups is binnengedrongen."),
            discovery=breaches.Discovery(aware_at=now, aware_reason="gemeld", at_sub_processor=False),
            by=owner,
            actor=WORKER,
            now=now,
        )
    finally:
        fanout.CHUNK = first


def _mailing(breach: Breach, owner: User) -> None:
    if Mailing.objects.filter(subject_id=breach.pk).exists():
        return
    subject = source_of("breach").subject(breach.organisation, breach.pk)
    assert subject is not None
    words = Words(notice_kind="report", signed_by="Owner")
    choice = Choice(notice_kind="report")
    preparing.prepare(subject, choice, words, together=False, by=owner, actor=WORKER, now=timezone.now())


def _release(prepared: "Mailing.objects", owner: User) -> None:  # type: ignore[name-defined]
    mailing = prepared.first()
    if mailing is not None:
        mailings.release(mailing, by=owner, actor=WORKER, now=timezone.now())


def _done(breach: Breach) -> bool:
    left = OutboxMessage.objects.filter(subject_id=breach.pk).exclude(state="accepted").exists()
    mailing = Mailing.objects.filter(subject_id=breach.pk).first()
    return not left and mailing is not None and mailing.state == State.SENT


def _told(house: House, sink: Sink, recorded: list[Breach], count: int, seed: int) -> int:
    """Count everything; returns the exit code."""
    ids = [breach.pk for breach in recorded]
    wanted = len(ids) * count
    messages = OutboxMessage.objects.filter(subject_id__in=ids)
    repeats = messages.aggregate(sum=Sum("repeats"))["sum"] or 0
    known = set(messages.values_list("message_id", flat=True))
    started = Obligation.objects.filter(subject_id__in=ids, action="notify_breach")
    clocks = dict(started.values_list("pk", "state"))
    acts = Act.objects.filter(subject_id__in=list(clocks)).values("kind").annotate(number=Count("id"))
    by_kind = {each["kind"]: each["number"] for each in acts}
    extra = sum(len(each) - 1 for each in sink.arrived.values())
    killed = house.spent()
    checks = {
        "every agreement has one clock": started.values("subject_id", "agreement").distinct().count()
        == len(clocks)
        == wanted,
        "every agreement has one report": messages.values("subject_id", "agreement").distinct().count()
        == messages.count()
        == wanted,
        "every report arrived": set(sink.arrived) == known,
        "what arrived twice is the same": all(len(set(each)) == 1 for each in sink.arrived.values()),
        "every clock ended by its report, in time": set(clocks.values()) == {"met"},
        "one act for each start and each end": by_kind.get("obligation.started")
        == by_kind.get("obligation.ended")
        == wanted,
        "arrived twice no more often than counted": extra <= repeats,
        "counted no more often than killed": repeats <= killed + house.killed["database"] * (WORKERS - 1),
        "every worker came back by itself": not house.killed["ended by themselves"],
    }
    print(
        f"{connection.vendor}: {len(ids)} breaches over {count} agreements, {house.killed['worker']} workers and"
        f" {house.killed['database']} databases killed, {house.killed['host cut off']} machines cut off (seed {seed})"
    )
    print(f"  {wanted} clocks and reports; {extra} reports arrived twice, {repeats} were sent again and counted")
    for said, holds in checks.items():
        print(f"  {'ok   ' if holds else 'WRONG'} {said}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
