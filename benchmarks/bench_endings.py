"""Many agreements that end on one day: choices by default, clocks of places, deletions; beside bare writes of the same rows.

    python benchmarks/bench_endings.py [AGREEMENTS]     on SQLite and then on PostgreSQL, where a server is installed

Each agreement has three services with four systems and four sub-processors. The baseline inserts what was inserted into the
same tables, with their indexes and guards (`bare_load.py`), and updates the same columns of the same rows by one bare
statement a table.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from copy import copy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import fresh_site  # noqa: F401 - before any model is imported
from bare_load import again, timed

# isort: split
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model, Q

from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM, WORKER
from art28.web.accounts.models import Organisation, User
from art28.web.accounts.rights import Role
from art28.web.agreements.models import Agreement, SourceFile
from art28.web.audit.models import Act, ActContent, Unsealed
from art28.web.clocks.models import Obligation
from art28.web.database import bulk, fresh, triggers
from art28.web.database.identifiers import new_id
from art28.web.endings import actions, defaults, deleting, pump
from art28.web.endings.models import Ending, Item, NoticeBy, RunLine, Scope
from art28.web.events.models import Event
from art28.web.services.models import Service, ServiceUse

NOTICED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ENDS_ON = date(2026, 12, 31)
WINDOW_OVER = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
BAR = 3
SERVICES = (("Telefonie", 1, 1), ("Werkplek", 2, 2), ("Back-up", 1, 1))
ACTS: tuple[type[Model], ...] = (Act, ActContent, Unsealed)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation = accounts.create_organisation("Meting", "meting", now=NOTICED)
    owner = accounts.create_user("eigenaar@meting.example", "Eigenaar", password=None, now=NOTICED)
    accounts.add_member(organisation, owner, Role.OWNER, actor=SYSTEM, now=NOTICED)
    with transaction.atomic():
        laid_down(organisation, owner, count)
    if connection.vendor == "postgresql":  # as autovacuum does a minute later
        connection.cursor().execute("ANALYZE")
    places = Item.objects.count()
    print(f"{connection.vendor}: {count} agreements ending on one day, {places} places to empty")
    forget(ACTS)
    took, applied = timed(lambda: defaults.apply_defaults(now=WINDOW_OVER, limit=count))
    assert applied == count
    told("choices by default", took, bare(ACTS, updated()), count)
    forget((*ACTS, Obligation), keeping=Q(subject_kind="retention"))
    took, begun = timed(lambda: pump.begin_clocks(now=WINDOW_OVER, limit=places))
    assert begun == places
    told("clocks of places", took, bare((Obligation, *ACTS), ()), places)
    laid_back = list(Item.objects.order_by("id").values_list("pk", flat=True))
    forget(ACTS)
    took, _run = timed(lambda: deleted(organisation, laid_back))
    assert not Item.objects.filter(deleted_at=None).exists()
    told("deletions recorded", took, bare((RunLine, *ACTS), emptied()), places)


def told(what: str, took: float, bare_took: float, count: int) -> None:
    print(f"  {what:<20} {took:7.2f} s   {count / took:,.0f} a second")
    print(f"  bare writes          {bare_took:7.2f} s   of the same rows")
    print(f"  ratio                {took / bare_took:7.2f}     {BAR} is the bar")


def deleted(organisation: Organisation, ids: Sequence[object]) -> None:
    done = deleting.Deletion(at=WINDOW_OVER, method="omgeving verwijderd", attested_by="P. Vos")
    for at in range(0, len(ids), deleting.MOST):
        deleting.delete(organisation, ids[at : at + deleting.MOST], done, by=None, actor=WORKER, now=WINDOW_OVER)  # type: ignore[arg-type]


def updated() -> tuple[str, ...]:
    """What the defaults change, as bare statements."""
    return (
        "UPDATE endings_ending SET choice = choice, chosen_at = chosen_at, chosen_how = chosen_how, chosen_by = chosen_by",
        "UPDATE clocks_obligation SET state = state, ended_at = ended_at, ended_reason = ended_reason "
        "WHERE state = 'cancelled'",
    )


def emptied() -> tuple[str, ...]:
    """What the deletions change, as bare statements."""
    return (
        "UPDATE endings_item SET deleted_at = deleted_at, method = method, proof_sha256 = proof_sha256, "
        "attested_by = attested_by",
        "UPDATE clocks_obligation SET state = state, ended_at = ended_at, ended_by = ended_by, "
        "ended_reason = ended_reason WHERE ended_by = 'done'",
    )


def bare(written: Sequence[type[Model]], statements: Sequence[str]) -> float:
    """The seconds that the rows take by themselves: those inserted once more, those changed once more."""
    seconds = again(written)

    def change() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for each in statements:
                cursor.execute(each)

    return seconds + (timed(change)[0] if statements else 0.0)


def forget(models: Sequence[type[Model]], *, keeping: Q | None = None) -> None:
    """Empty tables, of clocks only what isn't kept, so that what is loaded beside a step is what that step wrote."""
    triggers.drop("default")
    for model in reversed(models):
        rows = model._default_manager.all()
        if model is Obligation and keeping is not None:
            rows = rows.filter(keeping)
        rows._raw_delete(using="default")
    triggers.install("default")


def laid_down(organisation: Organisation, owner: User, count: int) -> None:
    """One agreement of which notice is given, and the others with the same rows: this part is not measured."""
    sources = [
        SourceFile(organisation=organisation, name=f"{number}.pdf", sha256=f"{number:064}", size=1, uploaded_at=NOTICED)
        for number in range(count)
    ]
    agreements = [
        Agreement(organisation=organisation, source=source, title=f"Overeenkomst {number}", direction="processor",
                  language="nl", state="read", added_at=NOTICED, read_at=NOTICED)
        for number, source in enumerate(sources)
    ]  # fmt: skip
    bulk.create(SourceFile, sources)
    bulk.create(Agreement, agreements)
    first = agreements[0]
    for name, systems, others in SERVICES:
        service = Service.objects.create(
            organisation=organisation, name=name, systems=[f"{name} {each}" for each in range(systems)],
            sub_processors=[{"name": f"{name} {each} B.V.", "email": ""} for each in range(others)], changed_at=NOTICED,
        )  # fmt: skip
        ServiceUse.objects.create(organisation=organisation, service=service, agreement=first, changed_at=NOTICED)
    given = actions.NoticeGiven(
        by=NoticeBy.CONTROLLER, scope=Scope.MAIN, noticed_on=NOTICED.date(), ends_on=ENDS_ON, clause="12.2",
        target_on=ENDS_ON + timedelta(days=40), sure=True,
    )  # fmt: skip
    model = actions.give_notice(Agreement.objects.get(pk=first.pk), given, by=owner, actor=WORKER, now=NOTICED)
    Ending.objects.filter(pk=model.pk).update(chosen_at=None, choice="", chosen_how="")
    spread(model, agreements[1:])


def spread(model: Ending, agreements: Sequence[Agreement]) -> None:
    """The same ending, event, clocks and places under the other agreements."""
    triggers.drop("default")
    Ending.objects.filter(pk=model.pk).update(
        default_choice="delete", choice_until=WINDOW_OVER - timedelta(days=1), agreed=model.agreed
    )
    triggers.install("default")
    model.refresh_from_db()
    event = model.event
    clocks = list(Obligation.objects.filter(subject_id=event.pk))
    if not any(each.action == "choose_return_or_deletion" for each in clocks):
        template = copy(clocks[0])
        template.pk, template.action = new_id(), "choose_return_or_deletion"
        template.save(force_insert=True)
        clocks.append(template)
    places = list(Item.objects.filter(ending=model))
    made: dict[type[Model], list[Model]] = {Event: [], Ending: [], Obligation: [], Item: []}
    for number, agreement in enumerate(agreements):
        other, ending = again_under(event, agreement), again_under(model, agreement)
        other.number = number + 2  # type: ignore[attr-defined]
        ending.event, ending.token = other, f"{number:043}"  # type: ignore[attr-defined]
        made[Event].append(other)
        made[Ending].append(ending)
        for clock in clocks:
            row = again_under(clock, agreement)
            row.subject_id = other.pk  # type: ignore[attr-defined]
            made[Obligation].append(row)
        for place in places:
            row = again_under(place, agreement)
            row.ending, row.token = ending, f"{row.pk.hex}" if place.token else None  # type: ignore[attr-defined]
            made[Item].append(row)
    for kind, rows in made.items():
        bulk.create(kind, rows)


def again_under(row: Model, agreement: Agreement) -> Model:
    """A new row like `row`, under another agreement."""
    made = copy(row)
    made.pk, made.agreement = new_id(), agreement  # type: ignore[attr-defined]
    return made


def on_postgresql() -> None:
    """The same once more beside a PostgreSQL that is started for it."""
    beside = Path(__file__).resolve().parent.parent / "scripts" / "with_postgres.py"
    subprocess.run([sys.executable, str(beside), sys.executable, __file__, *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
    if "DATABASE_URL" not in os.environ:
        on_postgresql()
