"""How late a worker is when limits pass among very many open obligations, and how long it takes to find what is due.

    python benchmarks/bench_lateness.py [OBLIGATIONS] [DUE] [SECONDS] [--sqlite]

Makes the obligations and their plans of reminders as bench_reminders.py does. DUE of them end at random instants of the next
SECONDS, while an `art28 worker` of its own runs as it does by itself. Late is from the end of a limit to the act that says
so, and from when a reminder was due to its row. On a PostgreSQL of its own, or on SQLite where asked for; exits with 1 where
finding takes longer than a second, or one in a hundred is later than five.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Collection, Mapping
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
_AT_ONCE, _ROUNDS, _LOOK_BACK = 50, 15, timedelta(hours=1)
_READY_SECONDS = 20
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
        until(lambda: Heartbeat.objects.filter(rounds__gte=2).exists() and not waiting())
        ends = falling_due(due, seconds)
        until(lambda: timezone.now() > max(ends.values()) and not waiting())
        until(lambda: Reminder.objects.filter(obligation__in=ends).values("obligation").distinct().count() == len(ends))
    finally:
        running.terminate()
        running.wait(timeout=120)
    return told(count, found, ends)


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


def until(condition: "object") -> None:
    began = time.monotonic()
    assert callable(condition)
    while not condition():
        if time.monotonic() - began > _PATIENCE_SECONDS:
            raise SystemExit(f"still not done after {_PATIENCE_SECONDS} s")
        time.sleep(0.5)


def falling_due(due: int, seconds: int) -> Mapping[UUID, datetime]:
    """Let so many obligations end at random instants of the next seconds; when each does."""
    dice = random.Random(28)  # noqa: S311 - chooses instants
    chosen = list(Obligation.objects.order_by("duty_key").values_list("pk", flat=True)[:due])
    begin = timezone.now() + timedelta(seconds=_READY_SECONDS)
    ends = {pk: begin + timedelta(seconds=dice.uniform(0, seconds)) for pk in chosen}
    rows = Obligation.objects.in_bulk(chosen)
    for pk, at in ends.items():
        rows[pk].ends_at = rows[pk].due_at = at
    plans = Plan.objects.in_bulk(chosen, field_name="obligation_id")
    for pk, plan in plans.items():
        plan.next_at = ends[pk]
    triggers.drop("default")  # ends are moved here as nobody may move them
    Obligation.objects.bulk_update(rows.values(), ("ends_at", "due_at"), batch_size=200)
    Plan.objects.bulk_update(plans.values(), ("next_at",), batch_size=200)
    triggers.install("default")
    return ends


def told(count: int, found: float, ends: Mapping[UUID, datetime]) -> int:
    """Print the figures; the exit code."""
    marked = Act.objects.filter(kind="obligation.late", subject_id__in=list(ends)).values_list("subject_id", "pk")
    written = Reminder.objects.filter(obligation__in=list(ends)).order_by("pk").values_list("obligation_id", "pk")
    late = {"said to be late": after(dict(marked), ends), "first reminder written": after(firsts(written), ends)}
    print(f"{connection.vendor}: {count:,} open obligations, of which {len(ends):,} end while a worker runs")
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
