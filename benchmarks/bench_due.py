"""What is due, among very many: the time of the page beside a bare SELECT of the same rows, by kind of selection.

    python benchmarks/bench_due.py [N] [ROUNDS]

Makes N open obligations in a database of its own, set-based, spread over agreements, people, kinds and days, and as many
agreements as a hundredth of N. On SQLite in a temporary folder; on the server that DATABASE_URL names where it is set, in a
database that Django makes and drops. Prints the median and the 95th percentile of the keys and rows of a page, of the whole
answer of the page, and of a bare SELECT of its rows by their ids; times are of the wall, since the database's own count.
"""

# ruff: noqa: S608 - statements are made of this file's own words

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from uuid import UUID

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 15
BAR_SECONDS = 1.0
NOW = datetime(2026, 11, 22, 1, 10, tzinfo=UTC)
CHUNK = 50_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "art28.web.settings")
FOLDER = tempfile.mkdtemp(prefix="art28-due-")
os.environ["ART28_DATA_DIR"] = FOLDER

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from art28.web.accounts import actions as accounts  # noqa: E402
from art28.web.accounts.access import SYSTEM  # noqa: E402
from art28.web.accounts.models import Organisation, User  # noqa: E402
from art28.web.accounts.rights import Role  # noqa: E402
from art28.web.agreements.models import Agreement, SourceFile  # noqa: E402
from art28.web.clocks import due  # noqa: E402
from art28.web.clocks.filters import read  # noqa: E402
from art28.web.clocks.models import Obligation  # noqa: E402
from art28.web.database import triggers  # noqa: E402
from art28.web.parties.models import Counterparty  # noqa: E402

ACTIONS = ("notify_breach", "follow_up_breach", "forward_request", "allow_audit")
RARE_ACTION, RARE_EVERY = "certify_deletion", 250_000
DUTY = {
    "id": "d",
    "action": "notify_breach",
    "trigger": "breach",
    "bearer": "processor",
    "beneficiary": "controller",
    "limit": {
        "period": "PT24H",
        "wording": "fixed",
        "regime": "hours",
        "source": "agreement",
        "backward": False,
        "working_days": False,
    },
    "channels": [],
    "content": [],
    "provision": "5.1",
    "gdpr": "",
    "facts": [],
    "provisional": False,
    "citations": [],
}


def numbered(prefix: str, number: int) -> UUID:
    """The identifier that `uuid_of` makes in SQL."""
    return UUID(f"{prefix:0<20}{number:012x}")


def numbers() -> str:
    """A source of the numbers 0 to N as `g(n)`, in both dialects."""
    if connection.vendor == "sqlite":
        return "(WITH RECURSIVE s(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM s WHERE n < %s) SELECT n FROM s) AS g"
    return "(SELECT n FROM generate_series(%s::bigint, %s::bigint) AS n) AS g"


def uuid_of(prefix: str, number: str) -> str:
    """SQL of the identifier that has `number` in its last digits."""
    if connection.vendor == "sqlite":
        return f"'{prefix:0<20}' || printf('%%012x', {number})"
    return f"('{prefix:0<20}' || lpad(to_hex({number}), 12, '0'))::uuid"


def instant(seconds: str) -> str:
    """SQL of the instant that lies `seconds` after NOW."""
    if connection.vendor == "sqlite":
        return f"strftime('%%Y-%%m-%%d %%H:%%M:%%S', {int(NOW.timestamp())} + {seconds}, 'unixepoch')"
    return f"to_timestamp({int(NOW.timestamp())} + {seconds})"


def key(value: object) -> object:
    """An identifier as the database takes it."""
    return getattr(value, "hex", value) if connection.vendor == "sqlite" else value


def agreements_of(organisation: Organisation) -> None:
    """A hundredth as many agreements as obligations, of a thousandth as many counterparties."""
    parties = [
        Counterparty(pk=numbered("a1", n), organisation=organisation, name=f"Stichting {n}", created_at=NOW)
        for n in range(max(COUNT // 1_000, 1))
    ]
    Counterparty.objects.bulk_create(parties, batch_size=500)
    count = range(max(COUNT // 100, 1))
    sources = [
        SourceFile(organisation=organisation, name=f"{n}.txt", sha256=str(n), size=1, uploaded_at=NOW) for n in count
    ]
    SourceFile.objects.bulk_create(sources, batch_size=500)
    Agreement.objects.bulk_create(
        [
            Agreement(
                pk=numbered("c1", n),
                organisation=organisation,
                source=sources[n],
                title=f"Verwerkersovereenkomst {n}",
                counterparty=parties[n % len(parties)],
                counterparty_name=parties[n % len(parties)].name,
                state="read",
                added_at=NOW,
            )
            for n in count
        ],
        batch_size=500,
    )


def first_of(organisation: Organisation) -> Obligation:
    """The obligation that the others are copies of."""
    return Obligation.objects.create(
        organisation=organisation,
        agreement_id=numbered("c1", 0),
        subject_kind="breach",
        subject_id=numbered("e0", 0),
        subject_label="2026-0",
        duty_key="first",
        action=ACTIONS[0],
        bearer="processor",
        ours=True,
        duty=DUTY,
        engine_version="0",
        started_at=NOW,
        start_reason="ontdekt",
        ends_at=NOW,
        ends_inclusive=True,
        due_at=NOW,
        ends_by="accepted",
        state="open",
        made_at=NOW,
    )


def make(organisation: Organisation, owners: list[User], other: User) -> None:
    """N obligations, in statements of `CHUNK` each.

    Due over half a year, three in a thousand late already; one in ten nobody's, one in a hundred thousand mine.
    """
    agreements_of(organisation)
    first = first_of(organisation)
    agreements = max(COUNT // 100, 1)
    uuid = "" if connection.vendor == "sqlite" else "::uuid"
    people = " ".join(f"WHEN {n} THEN '{key(user.pk)}'{uuid}" for n, user in enumerate(owners))
    actions = " ".join(f"WHEN {n} THEN '{name}'" for n, name in enumerate(ACTIONS))
    at = instant(f"(n * 7919 %% {COUNT}) * 15552000.0 / {COUNT} - 46656")
    changed = {
        "id": uuid_of("d1", "n"),
        "agreement_id": uuid_of("c1", f"n %% {agreements}"),
        "subject_id": uuid_of("e1", "n / 1000"),
        "subject_label": "'2026-' || (n / 1000)",
        "duty_key": "'d' || n",
        "action": f"CASE WHEN n %% {RARE_EVERY} = 7 THEN '{RARE_ACTION}' ELSE"
        f" CASE n %% {len(ACTIONS)} {actions} END END",
        "ends_at": at,
        "due_at": at,
        "owner_id": f"CASE WHEN n %% 10 = 3 THEN NULL WHEN n %% 100000 = 77 THEN '{key(other.pk)}'{uuid}"
        f" ELSE CASE n %% {len(owners)} {people} END END",
    }
    columns = [field.column for field in Obligation._meta.concrete_fields]
    values = [changed.get(column, f'first."{column}"') for column in columns]
    names = ", ".join(f'"{column}"' for column in columns)
    statement = (
        f"INSERT INTO clocks_obligation ({names}) SELECT {', '.join(values)} FROM {numbers()}, clocks_obligation AS first"
        f" WHERE first.id = '{key(first.pk)}'"
    )
    with connection.cursor() as cursor:
        for begin in range(0, COUNT, CHUNK):
            cursor.execute(statement, [begin, min(begin + CHUNK, COUNT) - 1])


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile of `work`, after one round that warms up."""
    work()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def explained(scope: due.Scope, given: dict[str, str]) -> str:
    """How the database finds the keys."""
    rows = due.selected(scope, read(given)).order_by("due_at", "id").values_list("due_at", "id", "ends_at", "state")
    return rows[: due.MOST_COUNTED + 1].explain()


def main() -> int:
    """Make, measure, print; exit code 1 where a page takes longer than a second."""
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return measured()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def measured() -> int:
    """All selections."""
    organisation = accounts.create_organisation("Dijkvaart", "dijkvaart", now=NOW)
    people = [accounts.create_user(f"p{n}@dijkvaart.example", f"P {n}", password=None, now=NOW) for n in range(8)]
    for user in people:
        accounts.add_member(organisation, user, Role.PRIVACY_OFFICER, actor=SYSTEM, now=NOW)
    me, others = people[0], people[1:]
    triggers.drop("default")
    began = time.perf_counter()
    make(organisation, others, me)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    triggers.install("default")
    print(f"{COUNT:,} open obligations on {connection.vendor}, made in {time.perf_counter() - began:.0f} s")
    busy, cores = os.getloadavg()[0], os.cpu_count()
    print(f"load {busy:.1f} on {cores} cores: the bar holds on idle ones, times of the wall grow with what else runs")
    selections: dict[str, dict[str, str]] = {
        "mine and nobody's": {},
        "mine, one in a hundred thousand": {"whose": "me"},
        "all": {"whose": "all"},
        "late": {"whose": "all", "state": "late"},
        "waiting (none)": {"whose": "all", "state": "waiting"},
        "one counterparty": {"whose": "all", "counterparty": str(numbered("a1", min(5, COUNT // 1_000)))},
        "a rare kind of duty": {"whose": "all", "action": RARE_ACTION},
        "within a week": {"whose": "all", "within": "P7D"},
        "words that fit few": {"whose": "all", "q": "Stichting 77"},
        "words that fit none": {"whose": "all", "q": "Zonnebloem"},
        "met (none)": {"whose": "all", "state": "met"},
    }
    scope = due.Scope(organisation, me, NOW)
    client = Client()
    client.force_login(me)
    worst = 0.0
    for name, given in selections.items():
        asked = read(given)
        ids = [row.pk for row in due.listed(scope, asked).rows]
        found, found_95 = timed(partial(due.listed, scope, asked))
        bare, _ = timed(partial(rows_of, ids))
        page, page_95 = timed(partial(answered, client, "/due/", asked.record()))
        worst = max(worst, found_95, page_95)
        print(
            f"{name:34} {len(ids):3} rows  {found * 1000:7.1f} ms  p95 {found_95 * 1000:7.1f} ms"
            f"   bare SELECT {bare * 1000:6.1f} ms  {found / bare:7.1f}x"
            f"   page {page * 1000:7.1f} ms  p95 {page_95 * 1000:7.1f} ms"
        )
        if "--explain" in sys.argv:
            print(explained(scope, given))
    for name, address in (("the calendar of a month", "/due/calendar/"), ("today", "/")):
        page, page_95 = timed(partial(answered, client, address, {"whose": "all"}))
        worst = max(worst, page_95)
        print(f"{name:34} page {page * 1000:7.1f} ms  p95 {page_95 * 1000:7.1f} ms")
    held = "held" if worst <= BAR_SECONDS else "NOT HELD"
    print(f"worst p95 {worst * 1000:.0f} ms   bar {BAR_SECONDS * 1000:.0f} ms {held}")
    return 0 if worst <= BAR_SECONDS else 1


def rows_of(ids: list[UUID]) -> list[Obligation]:
    """The rows of a page, asked for by their ids and nothing else."""
    return list(Obligation.objects.select_related("agreement", "owner").filter(pk__in=ids))


def answered(client: Client, address: str, given: dict[str, str]) -> None:
    """The whole answer of a page."""
    assert client.get(address, given).status_code == HTTPStatus.OK


if __name__ == "__main__":
    sys.exit(main())
