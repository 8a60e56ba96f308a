"""From a selection to the agreements it touches: found, frozen with their grounds, and most of them left out again.

    python benchmarks/bench_touching.py [AGREEMENTS]

On the database that DATABASE_URL names, else on SQLite. The ground rows stand beside a bare bulk load of the same rows.
"""

import sys
from collections.abc import Iterator

import bench_fanout as fan

# isort: split
from django.core.management import call_command
from django.db import connection, transaction

from art28.agreement.duties import Trigger
from art28.web.accounts.access import SYSTEM, Actor
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.agreements.rules import breach_rules
from art28.web.breaches.models import TouchedAgreement
from art28.web.database import bulk, fresh, triggers
from art28.web.services import actions, queries, touching
from art28.web.services.models import Service, ServiceUse, TouchedGround
from art28.web.services.pump import pump

SERVICES = 20
LINKED = 0.8


def main() -> None:
    large = connection.vendor == "postgresql"
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000 if large else 10_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, owner = fan.people()
    fan.agreements(organisation, count)
    made = services(organisation)
    if large:
        connection.cursor().execute("ANALYZE")
    wanted = touching.Selection(services=frozenset(row.pk for row in made[: SERVICES // 4]))
    finding, found = fan.timed(lambda: touching.scope(organisation, wanted))
    counting, touched = fan.timed(found.agreements.count)
    ruling, rules = fan.timed(lambda: breach_rules(organisation, Trigger.BREACH))
    breach = fan.record(organisation, owner)
    TouchedAgreement.objects.filter(breach=breach).exclude(agreement__in=found.agreements.values("pk")).update(
        excluded_at=fan.NOW
    )
    fan.start(breach)
    keeping, kept = fan.timed(lambda: keep(breach, found))
    rows = list(TouchedGround.objects.filter(breach=breach))
    with triggers_lifted():
        TouchedGround.objects.all().delete()
    bare, _ = fan.timed(lambda: load(rows))
    unknown = queries.touched(breach, queries.Filter(ground="unknown"))
    ids = list(queries.ids(unknown))
    actor = Actor(owner.pk, "owner")
    leaving, _ = fan.timed(
        lambda: actions.exclude_many(breach, ids, reason="x", selection={}, by=owner, actor=actor, now=fan.NOW)
    )
    rest, rounds = fan.timed(lambda: sum(1 for _ in iter(lambda: pump(now=fan.NOW, limit=50), 0)))
    print(f"{connection.vendor}: {count} agreements, {SERVICES} services, {touched} touched")
    print(f"  found in       {(finding + counting) * 1000:7.0f} ms")
    print(f"  rules of all   {ruling * 1000:7.0f} ms   {len(rules)} distinct, as a signal asks for them")
    print(f"  grounds        {keeping:7.2f} s    {kept} rows; a bare load {bare:.2f} s, {keeping / bare:.1f} times")
    print(
        f"  left out       {leaving + rest:7.2f} s    {len(ids)} agreements with their clocks and acts, {rounds} rounds"
    )


def services(organisation: Organisation) -> list[Service]:
    made = [
        actions.add(organisation, actions.About(name=f"Dienst {n}", people=n * 10), actor=SYSTEM, now=fan.NOW)
        for n in range(SERVICES)
    ]
    ids = list(Agreement.objects.filter(organisation=organisation).order_by("pk").values_list("pk", flat=True))

    def uses() -> Iterator[ServiceUse]:
        for number, agreement_id in enumerate(ids[: int(len(ids) * LINKED)]):
            for service in {number % SERVICES, number * 7 % SERVICES}:
                yield ServiceUse(
                    organisation=organisation, service=made[service], agreement_id=agreement_id, changed_at=fan.NOW
                )

    with transaction.atomic():
        bulk.create(ServiceUse, uses())
    return made


def keep(breach: fan.Breach, found: touching.Scope) -> int:
    with transaction.atomic():
        return touching.keep_grounds(breach, found)


def load(rows: list[TouchedGround]) -> int:
    with transaction.atomic():
        return bulk.create(TouchedGround, rows)


class triggers_lifted:  # noqa: N801 - reads as a statement
    def __enter__(self) -> None:
        triggers.drop("default")

    def __exit__(self, *_: object) -> None:
        triggers.install("default")


if __name__ == "__main__":
    main()
