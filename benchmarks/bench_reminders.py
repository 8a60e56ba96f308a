"""Reminders among very many open obligations: planning them once, and finding what is due in a round.

    python benchmarks/bench_reminders.py [N] [ROUNDS]

Makes N obligations as bench_due.py does. Prints how many a second are planned, beside inserting the same plans bare; the
time of a round in which nothing is due; of one in which a hundred are; and of a look whether work stands still. On SQLite,
or on the server that DATABASE_URL names. Times are of the wall, since the database's own count.
"""

import sys
import time
from datetime import timedelta

import bench_due
from bench_due import BAR_SECONDS, NOW, connection, make, timed, triggers  # isort: split

from django.db import transaction

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.rights import Role
from art28.web.reminders import composing, planning, watch
from art28.web.reminders.delivery import claim
from art28.web.reminders.models import Plan, Watch

COUNT = bench_due.COUNT
BATCH, BEGUN = 500, 5_000  # as the worker asks
PLANNED = 20_000
DUE = 100


def main() -> int:
    """Make, measure, print; exit code 1 where a round takes longer than a second."""
    bench_due.COUNT = COUNT
    planning._FRESH = -timedelta(days=365 * 7_900)  # ids here are no times: as if all were made long ago
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return measured()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def measured() -> int:
    """Planning, then rounds."""
    organisation = accounts.create_organisation("Dijkvaart", "dijkvaart", now=NOW)
    people = [accounts.create_user(f"p{n}@dijkvaart.example", f"P {n}", password=None, now=NOW) for n in range(8)]
    for user in people:
        accounts.add_member(organisation, user, Role.PRIVACY_OFFICER, actor=SYSTEM, now=NOW)
    triggers.drop("default")
    make(organisation, people[1:], people[0])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    triggers.install("default")
    print(f"{COUNT:,} open obligations on {connection.vendor}")
    planned = planning_time()
    bare = bare_time()
    print(f"planned {1 / planned:,.0f} a second; bare insert {1 / bare:,.0f} a second; {planned / bare:.1f}x")
    plan_the_rest()
    idle, idle_95 = timed(one_round)
    print(f"a round with nothing due {idle * 1000:8.1f} ms  p95 {idle_95 * 1000:8.1f} ms")
    due, due_95 = timed(round_with_some_due)
    print(f"a round with {DUE} due     {due * 1000:8.1f} ms  p95 {due_95 * 1000:8.1f} ms")
    swept, swept_95 = timed(sweep)
    print(f"going through all        {swept * 1000:8.1f} ms  p95 {swept_95 * 1000:8.1f} ms, once in ten minutes")
    looked, looked_95 = timed(lambda: list(watch.findings(now=NOW)))
    print(f"a look for what stands   {looked * 1000:8.1f} ms  p95 {looked_95 * 1000:8.1f} ms, once a minute")
    worst = max(idle_95, due_95)
    held = "held" if worst <= BAR_SECONDS else "NOT HELD"
    print(f"worst p95 of a round {worst * 1000:.0f} ms   bar {BAR_SECONDS * 1000:.0f} ms {held}")
    return 0 if worst <= BAR_SECONDS else 1


def planning_time() -> float:
    """Plans made and moved on for the first obligations, as the pumps do."""
    began = time.perf_counter()
    while Plan.objects.count() < PLANNED and planning.begin(now=NOW, limit=BEGUN):
        Watch.objects.update(swept_at=None)
    while planning.advance(now=NOW, limit=BATCH):
        pass
    return (time.perf_counter() - began) / Plan.objects.count()


def bare_time() -> float:
    """The same plans inserted with nothing else, and rolled back."""
    rows = list(Plan.objects.all())
    with transaction.atomic():
        Plan.objects.all().delete()
        began = time.perf_counter()
        Plan.objects.bulk_create(rows, batch_size=BATCH)
        took = time.perf_counter() - began
        transaction.set_rollback(True)
    return took / len(rows)


def plan_the_rest() -> None:
    """Plans for all others in one statement, due when their limits end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reminders_plan (id, organisation_id, obligation_id, done_until, next_at, at_rest)"
            " SELECT o.id, o.organisation_id, o.id, o.started_at,"
            " CASE WHEN o.due_at > %s THEN o.due_at END, %s FROM clocks_obligation o"
            " WHERE NOT EXISTS (SELECT 1 FROM reminders_plan p WHERE p.obligation_id = o.id)",
            [connection.ops.adapt_datetimefield_value(NOW), False],
        )
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def one_round() -> None:
    """What a worker asks of reminders in a round."""
    planning.begin(now=NOW, limit=BEGUN)
    planning.advance(now=NOW, limit=BATCH)
    composing.digests(now=NOW, limit=BATCH)
    composing.compose(now=NOW, limit=BATCH)
    claim(now=NOW)


def round_with_some_due() -> None:
    """A round that writes the reminders of a hundred clocks and composes their messages, undone afterwards."""
    with transaction.atomic():
        some = list(Plan.objects.filter(next_at__isnull=False).values_list("pk", flat=True)[:DUE])
        Plan.objects.filter(pk__in=some).update(next_at=NOW, done_until=NOW - timedelta(days=1))
        one_round()
        transaction.set_rollback(True)


def sweep() -> None:
    """The round that goes through all obligations."""
    Watch.objects.update(swept_at=None)
    planning.begin(now=NOW, limit=BATCH)


if __name__ == "__main__":
    sys.exit(main())
