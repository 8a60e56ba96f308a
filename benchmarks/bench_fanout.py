"""One breach over many agreements: clocks and evidence written, beside a bare bulk load of the very same rows.

    python benchmarks/bench_fanout.py [AGREEMENTS]     on SQLite and then on PostgreSQL, where a server is installed

The baseline loads into the same tables, with their indexes and guards, what the fan-out wrote there: one COPY a table on
PostgreSQL, one executemany a table on SQLite, in chunks of the same size. Memory is the process's growth while it runs.
Exits with 1 where the fan-out takes more than three times as long.
"""

import gc
import os
import resource
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import fresh_site  # noqa: F401 - before any model is imported
from bare_load import again, timed

# isort: split
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from art28.notices.breach import BreachFacts
from art28.obligations.duties import duties_of
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM, WORKER
from art28.web.accounts.models import Organisation, User
from art28.web.accounts.rights import Role
from art28.web.agreements import deriving, rows
from art28.web.agreements.models import Agreement, AgreementText, FactState, FactVersion, PromisedDuty, SourceFile
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.breaches import actions, fanout
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.clocks.models import Obligation
from art28.web.database import bulk, fresh
from art28.web.parties.models import Contact, Counterparty

NOW = datetime(2026, 10, 25, 0, 10, tzinfo=UTC)  # 02:10 in Amsterdam, the first of the two
LIMITS = ("PT24H", "PT36H", "PT48H", "PT72H", "P1D", "P2D")
TEMPLATES = 10
BAR = 3
WRITTEN: tuple[type[Model], ...] = (TouchedAgreement, Obligation, Act, ActContent, Unsealed)


def main() -> int:
    large = connection.vendor == "postgresql"
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000 if large else 10_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, owner = people()
    made, _ = timed(lambda: agreements(organisation, count))
    print(f"{connection.vendor}: {count} agreements on {TEMPLATES} templates, laid down in {made:.1f} s")
    if large:  # as autovacuum does a minute later
        connection.cursor().execute("ANALYZE")
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    freezing, breach = timed(lambda: record(organisation, owner))
    starting, chunks = timed(lambda: start(breach))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    touched = TouchedAgreement.objects.filter(breach=breach).count()
    clocks = Obligation.objects.filter(subject_id=breach.pk).count()
    written = sum(model._default_manager.count() for model in WRITTEN)
    bare = again(WRITTEN)
    fan = freezing + starting
    print(f"  fan-out        {fan:7.2f} s   {touched} agreements, {clocks} clocks, {written} rows, {chunks} chunks")
    print(f"  bare bulk load {bare:7.2f} s   of the same rows into the same tables")
    print(
        f"  ratio          {fan / bare:7.2f}     {BAR} is the bar;"
        f" longest chunk {longest * 1000:.0f} ms; memory +{grown // 1024} MiB"
    )
    return 0 if fan / bare <= BAR else 1


longest = 0.0
Row = TypeVar("Row", bound=Model)


def people() -> tuple[Organisation, User]:
    organisation = accounts.create_organisation("Meting", "meting", now=NOW)
    owner = accounts.create_user("owner@meting.example", "Owner", password=None, now=NOW)
    accounts.add_member(organisation, owner, Role.OWNER, actor=SYSTEM, now=NOW)
    return organisation, owner


def agreements(organisation: Organisation, count: int) -> None:
    """Agreements with their facts and promises, written in bulk: this part is not measured."""
    for start_at in range(0, count, 2_000):
        with transaction.atomic():
            _some(organisation, range(start_at, min(start_at + 2_000, count)))


def _some(organisation: Organisation, numbers: range) -> None:
    made: dict[type[Model], list[Model]] = {}

    def keep(row: Row) -> Row:
        made.setdefault(type(row), []).append(row)
        return row

    for number in numbers:
        party = keep(Counterparty(organisation=organisation, name=f"Klant {number}", created_at=NOW))
        source = keep(
            SourceFile(organisation=organisation, name=f"{number}.pdf", sha256=f"{number:064}", size=1, uploaded_at=NOW)
        )
        agreement = keep(
            Agreement(
                organisation=organisation,
                source=source,
                title=f"Verwerkersovereenkomst {number}",
                counterparty=party,
                counterparty_name=party.name,
                direction="processor",
                language="nl",
                state="read",
                added_at=NOW,
                read_at=NOW,
            )
        )
        text = keep(
            AgreementText(
                organisation=organisation,
                agreement=agreement,
                extraction="1",
                text="x",
                blocks=[],
                pages=[],
                read_at=NOW,
            )
        )
        keep(
            Contact(
                organisation=organisation,
                counterparty=party,
                purpose="breach",
                name="Functionaris gegevensbescherming",
                email=f"fg{number}@klant.example",
                created_at=NOW,
            )
        )
        facts = [keep(fact) for fact in _facts(organisation, agreement, text, number)]
        said = deriving.Standing({fact.key: found for fact in facts if (found := rows.to_fact(fact))}, ())
        for order, duty in enumerate(duties_of(said)):
            keep(deriving.duty_row(agreement, text, duty, order, NOW))
    for model in (Counterparty, SourceFile, Agreement, AgreementText, Contact, FactVersion, PromisedDuty):
        bulk.create(model, made[model])


def _facts(organisation: Organisation, agreement: Agreement, text: AgreementText, number: int) -> list[FactVersion]:
    template = number % TEMPLATES
    form = [
        {"number": n, "question": f"Vraag {n} van model {template}: wat is er bekend?", "kind": "text", "options": None}
        for n in range(1, 10)
    ]
    said = {
        "breach.deadline": LIMITS[number % len(LIMITS)],
        "breach.wording": "fixed",
        "breach.channel": ["email"],
        "breach.questionnaire": form,
        "processor.name": "Meting B.V.",
    }
    return [
        FactVersion(
            organisation=organisation,
            agreement=agreement,
            text=text,
            key=key,
            number=1,
            value=value,
            citations=[{"text": f"de passage over {key} in artikel 5", "start": 0, "end": 1, "page": 3}],
            provision="5.1",
            state=FactState.CONFIRMED,
            at=NOW,
        )
        for key, value in said.items()
    ]


def record(organisation: Organisation, owner: User) -> Breach:
    return actions.record_breach(
        organisation,
        Agreement.objects.filter(organisation=organisation).values_list("pk", flat=True).iterator(2_000),
        title="Leverancier gehackt",
        facts=BreachFacts(reference="", description="De leverancier van de back-ups is binnengedrongen."),
        discovery=actions.Discovery(aware_at=NOW, aware_reason="gemeld door de leverancier", at_sub_processor=False),
        by=owner,
        actor=WORKER,
        now=NOW + timedelta(minutes=1),
    )


def start(breach: Breach) -> int:
    global longest
    chunks = 0
    while True:
        took, done = timed(lambda: fanout.start_chunk(breach, actor=WORKER, now=NOW + timedelta(minutes=2)))
        if not done:
            return chunks
        longest = max(longest, took)
        chunks += 1


def on_postgresql() -> int:
    """The same once more beside a PostgreSQL that is started for it; its exit code."""
    beside = Path(__file__).resolve().parent.parent / "scripts" / "with_postgres.py"
    return subprocess.run(
        [sys.executable, str(beside), sys.executable, __file__, *sys.argv[1:]], check=False
    ).returncode


if __name__ == "__main__":
    code = main()
    if "DATABASE_URL" not in os.environ:
        code = on_postgresql() or code
    sys.exit(code)
