"""What falls due on one day: clocks started and deletions recorded, beside a bare bulk load of the very same rows.

    python benchmarks/bench_retention.py [ITEMS]     on SQLite and then on PostgreSQL, where a server is installed

The baseline loads into the same tables, with their indexes and guards, what the pump and the runs wrote there: one COPY a
table on PostgreSQL, one executemany a table on SQLite. Items lie a hundred to an agreement.
"""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import fresh_site  # noqa: F401 - before any model is imported
from bare_load import again, timed

# isort: split
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, SourceFile
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.clocks.models import Obligation
from art28.web.database import bulk, fresh, triggers
from art28.web.endings import deleting, pump
from art28.web.endings.models import Item, RunLine

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
SINCE = NOW - timedelta(days=175)
DUE = datetime(2026, 11, 11, 23, 0, tzinfo=UTC)
BAR = 3
BEGUN: tuple[type[Model], ...] = (Obligation, Act, ActContent, Unsealed)
RUN: tuple[type[Model], ...] = (RunLine, Act, ActContent, Unsealed)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation = accounts.create_organisation("Meting", "meting", now=NOW)
    with transaction.atomic():
        laid_down(organisation, count)
    if connection.vendor == "postgresql":  # as autovacuum does a minute later
        connection.cursor().execute("ANALYZE")
    print(f"{connection.vendor}: {count} items due on one day")
    took, begun = timed(lambda: pump.begin_clocks(now=NOW, limit=count))
    assert begun == count
    told("clocks started", took, again(BEGUN), count)
    ids = list(Item.objects.order_by("id").values_list("pk", flat=True))
    with transaction.atomic():
        for model in (Unsealed, ActContent, Act):
            forget(model)
    took, _ = timed(
        lambda: [deleted(organisation, ids[at : at + deleting.MOST]) for at in range(0, count, deleting.MOST)]
    )
    assert not Obligation.objects.filter(ended_at=None).exists()
    told("deletions recorded", took, again(RUN), count)


def told(what: str, took: float, bare: float, count: int) -> None:
    print(f"  {what:<20} {took:7.2f} s   {count / took:,.0f} a second")
    print(f"  bare bulk load       {bare:7.2f} s   of the same rows into the same tables")
    print(f"  ratio                {took / bare:7.2f}     {BAR} is the bar")


def deleted(organisation: Organisation, ids: list[object]) -> None:
    done = deleting.Deletion(at=NOW, method="overschreven volgens schema")
    deleting.delete(organisation, ids, done, by=None, actor=WORKER, now=NOW)  # type: ignore[arg-type]


def forget(model: type[Model]) -> None:
    """Empty a table, so that what is loaded beside the runs is what they wrote."""

    triggers.drop("default")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608
    triggers.install("default")


def laid_down(organisation: Organisation, count: int) -> None:
    """Agreements with a hundred items each, due on the same day: this part is not measured."""
    agreements = []
    sources = []
    for number in range(-(-count // 100)):
        source = SourceFile(
            organisation=organisation, name=f"{number}.pdf", sha256=f"{number:064}", size=1, uploaded_at=NOW
        )
        sources.append(source)
        agreements.append(
            Agreement(organisation=organisation, source=source, title=f"Overeenkomst {number}", direction="processor",
                      language="nl", state="read", added_at=NOW, read_at=NOW)
        )  # fmt: skip
    bulk.create(SourceFile, sources)
    bulk.create(Agreement, agreements)
    bulk.create(
        Item,
        (
            Item(organisation=organisation, agreement=agreements[number // 100], kind="data", basis="end",
                 period="P6M", counted="P6M",
                 name=f"Gegevens {number % 100}", provision="Bijlage 1", counts_from=SINCE, due_at=DUE,
                 last_day=date(2026, 11, 11), clock_at=NOW, set_at=NOW)
            for number in range(count)
        ),
    )  # fmt: skip


def on_postgresql() -> None:
    """The same once more beside a PostgreSQL that is started for it."""
    beside = Path(__file__).resolve().parent.parent / "scripts" / "with_postgres.py"
    subprocess.run([sys.executable, str(beside), sys.executable, __file__, *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
    if "DATABASE_URL" not in os.environ:
        on_postgresql()
