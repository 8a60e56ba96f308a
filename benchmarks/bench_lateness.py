"""How late a worker is when limits pass among very many open obligations, and how long it takes to find what is due.

    python benchmarks/bench_lateness.py [OBLIGATIONS] [DUE] [SECONDS] [--sqlite]

Makes the obligations and their plans of reminders as bench_reminders.py does. DUE of them end at random instants of the next
SECONDS, and of as many others half the time is over then, while an `art28 worker` of its own runs as it does by itself. Late
is from the end of a limit to the act that says so, and from when a reminder was due to its row. On a PostgreSQL of its own,
or on SQLite where asked for; exits with 1 where finding takes longer than a second, or one in a hundred is later than five.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import own_cluster  # noqa: F401 - before Django looks for a database

# isort: split
import fresh_site  # noqa: F401 - before any model is imported

# isort: split
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

import bench_due
import bench_reminders
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.rights import Role
from art28.web.audit.models import Act
from art28.web.clocks import queries
from art28.web.clocks.models import Heartbeat, Obligation
from art28.web.database import fresh, triggers
from art28.web.reminders.models import Plan, Reminder

FOUND_BAR_SECONDS, LATE_BAR_SECONDS = 1.0, 5.0
_AT_ONCE, _ROUNDS = 50, 15
_READY_SECONDS = 20
_HALF = timedelta(hours=10)
_PATIENCE_SECONDS = 300


def main() -> int:
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    count, due, seconds = (*numbers[:3], *(1_000_000, 2_000, 60)[len(numbers[:3]) :])
    os.environ["ART28_DATA_DIR"] = str(settings.DATA_DIR)  # bench_due names another, for itself
    fresh.create()
    call_command("migrate", verbosity=0)
    made(count)
    found = finding_time()
    running = worker()
    try:
        until(lambda: Heartbeat.objects.filter(rounds__gte=2).exists() and not waiting(), "the worker is at rest")
        ends, halves = falling_due(due, seconds)
        last = max((*ends.values(), *halves.values()))
        until(lambda: timezone.now() > last and not waiting(), "all that ended is said to be late")
        reminded = Reminder.objects.filter(obligation__in=list(halves)).values("obligation").distinct()
        until(lambda: reminded.count() == len(halves), "all are reminded of")
    finally:
        running.terminate()
        running.wait(timeout=120)
    return told(count, found, ends, halves)


def made(count: int) -> None:
    """Open obligations over half a year from now, each with its plan, none due yet."""
    bench_due.COUNT = count
    bench_due.NOW = bench_reminders.NOW = now = timezone.now().replace(microsecond=0) + timedelta(hours=16)
    organisation = accounts.create_organisation("Dijkvaart", "dijkvaart", now=now)
    people = [accounts.create_user(f"p{n}@dijkvaart.example", f"P {n}", password=None, now=now) for n in range(8)]
    for user in people:
        accounts.add_member(organisation, user, Role.PRIVACY_OFFICER, actor=SYSTEM, now=now)
    triggers.drop("default")
    bench_due.make(organisation, people[1:], people[0])
    bench_reminders.plan_the_rest()
    triggers.install("default")


def finding_time() -> float:
    """The 95th percentile of finding the next piece of work among all."""
    first = Obligation.objects.order_by("ends_at").values_list("ends_at", flat=True)[_AT_ONCE]
    assert first is not None
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        rows = list(queries.due_to_be_late(now=first)[:_AT_ONCE])
        times.append(time.perf_counter() - began)
        assert rows
    return statistics.quantiles(times, n=20)[-1]


def worker() -> "subprocess.Popen[bytes]":
    """A worker as anybody starts one."""
    return subprocess.Popen([str(Path(sys.executable).with_name("art28")), "worker"], stderr=subprocess.DEVNULL)


def waiting() -> bool:
    """Whether a limit has passed that nobody has called late."""
    return queries.due_to_be_late(now=timezone.now()).exists()


def until(condition: Callable[[], bool], what: str) -> None:
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > _PATIENCE_SECONDS:
            raise SystemExit(f"still not so after {_PATIENCE_SECONDS} s: {what}")
        time.sleep(0.5)


def falling_due(due: int, seconds: int) -> tuple[Mapping[UUID, datetime], Mapping[UUID, datetime]]:
    """Let so many obligations end at random instants of the next seconds, and as many others be halfway; when each is."""
    dice = random.Random(28)  # noqa: S311 - chooses instants
    chosen = list(Obligation.objects.order_by("id").values_list("pk", flat=True)[: 2 * due])
    begin = timezone.now() + timedelta(seconds=_READY_SECONDS)
    instants = {pk: begin + timedelta(seconds=dice.uniform(0, seconds)) for pk in chosen}
    ends, halves = dict(list(instants.items())[:due]), dict(list(instants.items())[due:])
    rows, plans = Obligation.objects.in_bulk(chosen), Plan.objects.in_bulk(chosen, field_name="obligation_id")
    for pk, at in instants.items():
        row, plan = rows[pk], plans[pk]
        row.ends_at = row.due_at = at if pk in ends else at + _HALF
        row.started_at = plan.done_until = at - _HALF
        plan.next_at = at if pk in halves else None
    triggers.drop("default")  # instants are moved here as nobody may move them
    Obligation.objects.bulk_update(rows.values(), ("started_at", "ends_at", "due_at"), batch_size=200)
    Plan.objects.bulk_update(plans.values(), ("done_until", "next_at"), batch_size=200)
    triggers.install("default")
    return ends, halves


def told(count: int, found: float, ends: Mapping[UUID, datetime], halves: Mapping[UUID, datetime]) -> int:
    """Print the figures; the exit code."""
    marked = Act.objects.filter(kind="obligation.late", subject_id__in=list(ends)).values_list("subject_id", "pk")
    written = Reminder.objects.filter(obligation__in=list(halves)).order_by("pk").values_list("obligation_id", "pk")
    late = {"said to be late": after(dict(marked), ends), "reminded of": after(firsts(written), halves)}
    print(
        f"{connection.vendor}: {count:,} open obligations; while a worker runs {len(ends):,} end,"
        f" and {len(halves):,} are to be reminded of"
    )
    print(f"  found {_AT_ONCE} that are due in {found * 1000:.0f} ms (p95; {FOUND_BAR_SECONDS:.0f} s is the bar)")
    worst = 0.0
    for what, seconds in late.items():
        worst = max(worst, share := statistics.quantiles(seconds, n=100)[-1])
        print(
            f"  {what}: {statistics.median(seconds):.1f} s after it was due (median), {share:.1f} s p99, {max(seconds):.1f} s"
            f" at most ({LATE_BAR_SECONDS:.0f} s is the bar at p99)"
        )
    held = (
        found <= FOUND_BAR_SECONDS
        and worst <= LATE_BAR_SECONDS
        and all(len(each) == len(ends) for each in late.values())
    )
    print(f"  {'held' if held else 'NOT HELD'}")
    return 0 if held else 1


def firsts(rows: Collection[tuple[UUID, UUID]]) -> dict[UUID, UUID]:
    """The first row of each obligation."""
    found: dict[UUID, UUID] = {}
    for obligation, pk in rows:
        found.setdefault(obligation, pk)
    return found


def after(rows: Mapping[UUID, UUID], ends: Mapping[UUID, datetime]) -> list[float]:
    """How many seconds after its end each row was made, by the time in its identifier."""
    return [(made_at(pk) - ends[obligation]).total_seconds() for obligation, pk in rows.items()]


def made_at(identifier: UUID) -> datetime:
    """When an identifier was made: its first 48 bits count milliseconds."""
    return datetime.fromtimestamp((identifier.int >> 80) / 1000, tz=UTC)


if __name__ == "__main__":
    sys.exit(main())
