"""The portfolio over many agreements: a page beside the bare query of its rows, checking from what is stored, weighing.

    python benchmarks/bench_portfolio.py [N] [ROUNDS]

Reads the samples once, then copies how they stand N times, with counts that differ. Prints the median and 95th percentile of
pages by the wall, and the processor time of each agreement that is checked or weighed again.
"""

import sys
import time
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from statistics import median, quantiles

from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

import fresh_site  # noqa: F401 - sets Django up
from art28.web.accounts import actions as accounts
from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Organisation
from art28.web.accounts.rights import Role
from art28.web.agreements import actions as agreements
from art28.web.agreements.models import Agreement
from art28.web.agreements.pump import pump as read_files
from art28.web.database import triggers
from art28.web.families.pump import pump as place
from art28.web.portfolio.models import Standing, Work
from art28.web.portfolio.pump import pump

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 15
BAR_SECONDS = 0.3
NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "text"
CHUNK = 500
PAGES = {
    "all, the worst first": {},
    "a page in the middle": {"page": str(max(1, COUNT // 100))},
    "only what is serious": {"severity": "serious"},
    "who lacks one clause": {"key": "c_security", "status": "missing"},
    "by words": {"q": "Zonnehoek 77"},
    "by family": {"by": "family"},
    "a pack of 46 requirements": {"profile": "research", "measure": "research"},
}


def make(organisation: Organisation) -> None:
    """The samples as they are read, and copies of how they stand."""
    files = [agreements.Upload(path.name, "", path.read_bytes()) for path in sorted(SAMPLES.glob("*.txt"))]
    agreements.put_in(organisation, files, actor=SYSTEM, now=NOW, largest_bytes=1_000_000)
    while read_files(now=NOW, limit=10):
        pass
    place(now=NOW, limit=100)
    stood = list(Standing.objects.select_related("agreement"))
    for begin in range(0, COUNT - len(stood), CHUNK):
        made = []
        for number in range(begin, min(begin + CHUNK, COUNT - len(stood))):
            like = stood[number % len(stood)]
            source = like.agreement
            made.append(
                (
                    Agreement(
                        organisation=organisation,
                        source_id=source.source_id,
                        share=number + 2,
                        title=source.title,
                        counterparty_name=f"Stichting Zonnehoek {number}",
                        direction="processor",
                        state="read",
                        added_at=NOW,
                        read_at=NOW,
                    ),
                    like,
                    number,
                )
            )
        Agreement.objects.bulk_create([agreement for agreement, _like, _number in made])
        Standing.objects.bulk_create(
            [
                Standing(
                    organisation=organisation,
                    agreement=agreement,
                    letters=like.letters,
                    layout=like.layout,
                    profile=like.profile,
                    edition=like.edition,
                    serious=number % 17,
                    attention=number % 23,
                    remarks=number % 31,
                    checked_at=NOW,
                )
                for agreement, like, number in made
            ]
        )


def paged(client: Client, given: dict[str, str]) -> tuple[float, float, int]:
    """Median and 95th percentile of a page, and its size."""
    times, size = [], 0
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        answer = client.get("/portfolio/", given)
        times.append(time.perf_counter() - began)
        assert answer.status_code == HTTPStatus.OK
        size = len(answer.content)
    return median(times[1:]), quantiles(times[1:], n=20)[-1], size


def bare(organisation: Organisation) -> float:
    """The rows of a page, asked for in their order and nothing else."""
    rows = Standing.objects.filter(organisation=organisation).select_related("agreement")
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        list(rows.order_by("-serious", "-attention", "-remarks", "agreement_id")[:50])
        times.append(time.perf_counter() - began)
    return median(times)


def again(work: Work) -> float:
    """Processor time for each of the samples to be checked or weighed again, after one round that warms up."""
    least = float("inf")
    for _ in range(4):
        read = Standing.objects.filter(agreement__verdicts__isnull=False).distinct()
        count = Standing.objects.filter(pk__in=list(read.values_list("pk", flat=True))).update(
            work=work, cause="rules", due_at=NOW
        )
        began = time.process_time()
        while pump(now=NOW, limit=200):
            pass
        least = min(least, (time.process_time() - began) / count)
    return least


def main() -> int:
    """Make, measure, print; exit code 1 where a page takes longer than the bar."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        organisation = accounts.create_organisation("Dijkvaart", "dijkvaart", now=NOW)
        user = accounts.create_user("p@dijkvaart.example", "P", password=None, now=NOW)
        accounts.add_member(organisation, user, Role.PRIVACY_OFFICER, actor=SYSTEM, now=NOW)
        triggers.drop("default")
        make(organisation)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        triggers.install("default")
        client = Client()
        client.force_login(user)
        print(f"{COUNT:,} agreements on {connection.vendor}")
        plain = bare(organisation)
        worst = 0.0
        for name, given in PAGES.items():
            page, page_95, size = paged(client, given)
            worst = max(worst, page_95)
            print(
                f"{name:28} page {page * 1000:7.1f} ms  p95 {page_95 * 1000:7.1f} ms  {size // 1024:4} KiB"
                f"   bare SELECT {plain * 1000:5.1f} ms  {page / plain:6.1f}x"
            )
        for name, each in (("checking from what is stored", again(Work.CHECK)), ("weighing", again(Work.WEIGH))):
            print(f"{name:28} {each * 1000:6.1f} ms each, 10,000 on two cores {each * 10_000 / 2:5.0f} s")
        held = "held" if worst <= BAR_SECONDS else "NOT HELD"
        print(f"worst p95 {worst * 1000:.0f} ms   bar {BAR_SECONDS * 1000:.0f} ms {held}")
        return 0 if worst <= BAR_SECONDS else 1
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
