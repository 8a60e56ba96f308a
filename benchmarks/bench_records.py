"""The register of processing over many agreements as XLSX and JSON-LD, with the most memory it takes, beside a bare workbook.

    python benchmarks/bench_records.py [AGREEMENTS]

The bare one writes the same cells that were put together beforehand, by openpyxl alone and with no question to a database.
The bar is 20 s at 10,000 agreements, and that twice as many take hardly more memory.
"""

import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date

import bench_fanout as fan

# isort: split
import openpyxl
from django.core.management import call_command
from django.db import connection, transaction

from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement, AgreementText, FactState, FactVersion
from art28.web.database import bulk, fresh
from art28.web.processing import columns, drawing, entries, exporting, queries
from art28.web.spreadsheets import Workbook

ON = date(2026, 11, 28)
TABLE = [
    {"service": service, "data": "Namen; E-mailadressen; Telefoonnummers", "purpose": f"Leveren van {service}",
     "data_subjects": "Medewerkers; Klanten", "retention": "Tot opzegging + 1 maand", "sub_processor": "Wolkenveld Ltd"}
    for service in ("werkplek", "telefonie", "back-up", "beveiliging")
]  # fmt: skip
SAID: dict[str, object] = {
    "processing.activities": TABLE,
    "processing.purposes": [f"Leveren van {each['service']}" for each in TABLE],
    "security.standards": ["ISO27001", "NEN7510"],
}


def written(book: Workbook) -> None:
    """As the answer to a browser does it: to a file."""
    with tempfile.TemporaryFile() as file:
        book.save(file)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    fresh.create()
    call_command("migrate", verbosity=0)
    organisation, _owner = fan.people()
    fan.agreements(organisation, count)
    said(organisation)
    ids = list(Agreement.objects.filter(organisation=organisation).order_by("pk").values_list("pk", flat=True))
    drawing_took = sum(fan.timed(lambda part=part: draw(organisation, part))[0] for part in parts(ids, 50))
    if connection.vendor == "postgresql":  # as autovacuum does a minute later
        connection.cursor().execute("ANALYZE")
    every = found(organisation)
    ours = fan.timed(lambda: written(exporting.as_workbook(every())))[0]
    linked = fan.timed(lambda: sum(map(len, exporting.as_linked(organisation, every(), ON))))[0]
    cells = [columns.cells(entry) for entry in every()]
    row_cells = [columns.row_cells(entry, row) for entry in every() for row in entry.activities]
    bare = fan.timed(lambda: by_openpyxl(cells, row_cells))[0]
    half = peak(lambda: written(exporting.as_workbook(first(every(), count // 2))))
    whole = peak(lambda: written(exporting.as_workbook(every())))
    print(f"{connection.vendor}: {count} agreements with {len(TABLE)} activities each")
    print(f"  drawn up       {drawing_took:7.2f} s   in batches of fifty, as the worker does")
    print(f"  as XLSX        {ours:7.2f} s   20 s is the bar at 10,000")
    print(f"  bare openpyxl  {bare:7.2f} s   the same cells, put together beforehand")
    print(f"  ratio          {ours / bare:7.2f}")
    print(f"  as JSON-LD     {linked:7.2f} s")
    print(f"  memory         {whole / 2**20:7.1f} MB at most for all, {half / 2**20:.1f} MB for half of them")


def found(organisation: Organisation) -> Callable[[], Iterator[entries.Entry]]:
    return lambda: entries.every(organisation, queries.controllers(organisation), ON)


def draw(organisation: Organisation, ids: list[object]) -> None:
    drawing.draw(organisation, ids, actor=SYSTEM, now=fan.NOW)  # type: ignore[arg-type]


def parts(ids: list[object], size: int) -> Iterator[list[object]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def first(rows: Iterator[entries.Entry], most: int) -> Iterator[entries.Entry]:
    for _number, row in zip(range(most), rows, strict=False):
        yield row


def by_openpyxl(cells: list[tuple[str, ...]], row_cells: list[tuple[str, ...]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    for rows in (cells, row_cells):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    with tempfile.TemporaryFile() as kept:
        book.save(kept)


def peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def said(organisation: Organisation) -> None:
    """What the agreements say of processing: this part is not measured."""
    texts = dict(AgreementText.objects.filter(organisation=organisation).values_list("agreement_id", "pk"))
    ids = list(Agreement.objects.filter(organisation=organisation).order_by("pk").values_list("pk", flat=True))

    def facts() -> Iterator[FactVersion]:
        for agreement_id in ids:
            for key, value in SAID.items():
                yield FactVersion(
                    organisation=organisation, agreement_id=agreement_id, text_id=texts[agreement_id], key=key, number=1,
                    value=value, citations=[{"text": f"over {key}", "start": 0, "end": 9, "page": None}], provision="B1",
                    state=FactState.CONFIRMED, at=fan.NOW,
                )  # fmt: skip

    with transaction.atomic():
        bulk.create(FactVersion, facts())


if __name__ == "__main__":
    main()
