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
from art28.web.clocks import due  # noqa: E402
from art28.web.clocks.filters import read  # noqa: E402
from art28.web.clocks.models import Obligation  # noqa: E402
from art28.web.database import triggers  # noqa: E402

ACTIONS = ("notify_breach", "follow_up_breach", "forward_request", "allow_audit")
RARE_ACTION, RARE_EVERY = "certify_deletion", 250_000
DUTY = (
    '{"id": "d", "action": "notify_breach", "trigger": "breach", "bearer": "processor", "beneficiary": "controller", '
    '"limit": {"period": "PT24H", "wording": "fixed", "regime": "hours", "source": "agreement", "backward": false, '
    '"working_days": false}, "channels": [], "content": [], "provision": "5.1", "gdpr": "", "facts": [], '
    '"provisional": false, "citations": []}'
)


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


def make(organisation: Organisation, owners: list[User], other: User) -> None:
    """The agreements and obligations, in chunks of one statement."""
    parties = max(COUNT // 1_000, 1)
    agreements = max(COUNT // 100, 1)
    whole = connection.vendor == "sqlite"
    true = "1" if whole else "true"
    at = f"'{NOW:%Y-%m-%d %H:%M:%S}'" if whole else f"'{NOW.isoformat()}'::timestamptz"
    org = f"'{key(organisation.pk)}'"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO parties_counterparty (id, organisation_id, name, registration, street, postcode, city, country,"
            f" created_at) SELECT {uuid_of('a1', 'n')}, {org}, 'Stichting ' || n, '', '', '', '', 'NL', {at}"
            f" FROM {numbers()}", [0, parties - 1],
        )  # fmt: skip
        cursor.execute(
            "INSERT INTO agreements_sourcefile (id, organisation_id, name, media_type, sha256, size, uploaded_at)"
            f" SELECT {uuid_of('b1', 'n')}, {org}, n || '.txt', '', CAST(n AS text), 1, {at} FROM {numbers()}",
            [0, agreements - 1],
        )
        cursor.execute(
            "INSERT INTO agreements_agreement (id, organisation_id, source_id, title, counterparty_id, counterparty_name,"
            " direction, language, state, reason, added_at, duty_count, open_count, asked_count, decided_count,"
            f" finding_count, serious_count, attempts) SELECT {uuid_of('c1', 'n')}, {org}, {uuid_of('b1', 'n')},"
            f" 'Verwerkersovereenkomst ' || n, {uuid_of('a1', f'n %% {parties}')}, 'Stichting ' || (n %% {parties}),"
            f" 'processor', 'nl', 'read', '', {at}, 1, 0, 0, 0, 0, 0, 0 FROM {numbers()}",
            [0, agreements - 1],
        )
        people = [f"'{key(user.pk)}'" for user in owners]
        cast = "" if whole else "::uuid"
        owner = " ".join(f"WHEN {i} THEN {person}{cast}" for i, person in enumerate(people))
        action = " ".join(f"WHEN {i} THEN '{name}'" for i, name in enumerate(ACTIONS))
        # Due over half a year, three in a thousand late already; nobody's: one in ten; mine: one in a hundred thousand.
        seconds = f"(n * 7919 %% {COUNT}) * 15552000.0 / {COUNT} - 46656"
        for begin in range(0, COUNT, CHUNK):
            cursor.execute(
                "INSERT INTO clocks_obligation (id, organisation_id, agreement_id, subject_kind, subject_id,"
                " subject_label, duty_key, action, bearer, ours, duty, following, facts_version, parameters_version,"
                " engine_version, started_at, start_reason, ends_at, ends_inclusive, due_at, ends_by, state, owner_id,"
                " ended_by, ended_reason, late_reasons, made_at)"
                f" SELECT {uuid_of('d1', 'n')}, {org}, {uuid_of('c1', f'n %% {agreements}')}, 'breach',"
                f" {uuid_of('e1', 'n / 1000')}, '2026-' || (n / 1000), 'd' || n,"
                f" CASE WHEN n %% {RARE_EVERY} = 7 THEN '{RARE_ACTION}' ELSE CASE n %% {len(ACTIONS)} {action} END END,"
                f" 'processor', {true}, '{DUTY}', '[]', '1', '', '0.1.0', {at}, 'ontdekt', {instant(seconds)}, {true},"
                f" {instant(seconds)}, 'accepted', 'open',"
                f" CASE WHEN n %% 10 = 3 THEN NULL WHEN n %% 100000 = 77 THEN '{key(other.pk)}'{cast}"
                f" ELSE CASE n %% {len(owners)} {owner} END END, '', '', '', {at} FROM {numbers()}",
                [begin, min(begin + CHUNK, COUNT) - 1],
            )


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
    party = f"a1{'0' * 18}{5:012x}"
    selections: dict[str, dict[str, str]] = {
        "mine and nobody's": {},
        "mine, one in a hundred thousand": {"whose": "me"},
        "all": {"whose": "all"},
        "late": {"whose": "all", "state": "late"},
        "waiting (none)": {"whose": "all", "state": "waiting"},
        "one counterparty": {"whose": "all", "counterparty": party},
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
        page = due.listed(scope, read(given))
        ids = [row.pk for row in page.rows]
        ours, ours_95 = timed(lambda given=given: due.listed(scope, read(given)))  # type: ignore[misc]
        bare, _ = timed(
            lambda ids=ids: list(Obligation.objects.select_related("agreement", "owner").filter(pk__in=ids))
        )  # type: ignore[misc]
        line = f"{name:34} {len(ids):3} rows  {ours * 1000:8.1f} ms  p95 {ours_95 * 1000:8.1f} ms"
        line += f"   bare SELECT {bare * 1000:6.1f} ms  {ours / bare if bare else 0:6.1f}x"
        try:
            whole, whole_95 = timed(
                lambda given=given: client.get("/due/", {**given, "whose": given.get("whose", "mine")})
            )  # type: ignore[misc]
            line += f"   page {whole * 1000:8.1f} ms  p95 {whole_95 * 1000:8.1f} ms"
            worst = max(worst, whole_95)
        except Exception as error:
            line += f"   page {error!r}"
        worst = max(worst, ours_95)
        print(line)
        if "--explain" in sys.argv:
            print(explained(scope, given))
    print(
        f"worst p95 {worst * 1000:.0f} ms   bar {BAR_SECONDS * 1000:.0f} ms {'held' if worst <= BAR_SECONDS else 'NOT HELD'}"
    )
    return 0 if worst <= BAR_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
