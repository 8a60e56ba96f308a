"""Reads of checks, results and alarms; always of one organisation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.controls.models import Check, CheckAlarm, CheckPromise, Import, Result, Standing
from art28.web.controls.rhythm import Rhythm
from art28.web.database.expressions import Among
from art28.web.measures import library
from art28.web.measures.models import Measure
from art28.web.typed import identifier

STRIP = 24
"""How many results a strip shows."""
SORTS: Mapping[str, tuple[str, ...]] = {
    "standing": ("rank", "due_at", "name"),
    "name": ("name",),
    "due": ("due_at", "name"),
    "last": ("last_at", "name"),
}
"""The orders of the list; each also the other way round."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list of checks is narrowed by, as its address says; all empty means the checks that run."""

    words: str = ""
    standing: str = ""
    rhythm: str = ""
    whose: str = ""
    agreement: UUID | None = None
    measure: UUID | None = None
    sort: str = "standing"


def read(given: Mapping[str, str]) -> Narrowing:
    """A narrowing from the parameters of an address; what isn't known counts as not given."""
    standing, rhythm, sort = given.get("standing", ""), given.get("rhythm", ""), given.get("sort", "")
    return Narrowing(
        words=given.get("q", "").replace("\x00", "")[:200].strip(),
        standing=standing if standing in (*Standing.values, "ended") else "",
        rhythm=rhythm if rhythm in Rhythm.values else "",
        whose=given.get("whose", "") if given.get("whose") in ("mine", "nobody") else "",
        agreement=identifier(given.get("agreement", "")),
        measure=identifier(given.get("measure", "")),
        sort=sort if sort.removeprefix("-") in SORTS else "standing",
    )


def checks(organisation: Organisation) -> QuerySet[Check]:
    """All checks, those that ended too."""
    rows = Check.objects.filter(organisation=organisation)
    return rows.select_related("owner", "measure", "service", "asset", "organisation")


def narrowed(organisation: Organisation, narrowing: Narrowing, *, me: UUID) -> QuerySet[Check]:
    """The checks of a list, in its order, each with how many agreements promise it."""
    rows = checks(organisation).filter(ended_at__isnull=narrowing.standing != "ended")
    if narrowing.standing in Standing.values:
        rows = rows.filter(standing=narrowing.standing)
    if narrowing.rhythm:
        rows = rows.filter(rhythm=narrowing.rhythm)
    if narrowing.whose:
        rows = rows.filter(owner=me) if narrowing.whose == "mine" else rows.filter(owner=None)
    if narrowing.agreement:
        standing = CheckPromise.objects.filter(organisation=organisation, withdrawn_at=None)
        rows = rows.filter(pk__in=standing.filter(agreement=narrowing.agreement).values("check_row_id"))
    if narrowing.measure:
        rows = rows.filter(measure=narrowing.measure)
    if narrowing.words:
        in_measure = Q(measure__name__icontains=narrowing.words)
        holds = in_measure | Q(name__icontains=narrowing.words) | Q(code__icontains=narrowing.words)
        rows = rows.filter(holds | Q(shows__icontains=narrowing.words) | Q(service__name__icontains=narrowing.words))
    order = SORTS[narrowing.sort.removeprefix("-")]
    back = narrowing.sort.startswith("-")
    ordered = (F(each).desc(nulls_last=True) if back else F(each).asc(nulls_last=True) for each in (*order, "id"))
    return rows.annotate(rank=_RANK).order_by(*ordered)


_RANK = Case(
    *(When(standing=each, then=Value(rank)) for rank, each in enumerate(Standing.values)),
    output_field=IntegerField(),
)


def check(organisation: Organisation, check_id: UUID) -> Check | None:
    """One check; None where the organisation has none with that id."""
    return checks(organisation).filter(pk=check_id).first()


def by_code(organisation: Organisation, codes: Iterable[str]) -> Mapping[str, Check]:
    """The checks that run under these codes."""
    rows = Check.objects.filter(organisation=organisation, ended_at=None, code__in=sorted(set(codes)))
    return {row.code: row for row in rows}


def results(found: Check) -> QuerySet[Result]:
    """What a check found, in no order."""
    rows = Result.objects.filter(organisation=found.organisation_id, check_row=found)
    return rows.select_related("by", "file").defer("file__data")


def result(organisation: Organisation, result_id: UUID) -> Result | None:
    """One result."""
    rows = Result.objects.filter(organisation=organisation, pk=result_id)
    return rows.select_related("check_row", "file", "by").first()


def strips(checks_: Sequence[Check]) -> Mapping[UUID, tuple[Result, ...]]:
    """The newest results of each check, oldest first: one query for a page of them."""
    if not checks_:
        return {}
    newest = Window(RowNumber(), partition_by=F("check_row_id"), order_by=(F("at").desc(), F("id").desc()))
    rows = Result.objects.filter(Among("check_row_id", [row.pk for row in checks_])).annotate(place=newest)
    found: dict[UUID, list[Result]] = {}
    for row in rows.filter(place__lte=STRIP).order_by("at", "id"):
        found.setdefault(row.check_row_id, []).append(row)
    return {pk: tuple(rows) for pk, rows in found.items()}


def promised(checks_: Sequence[Check]) -> Mapping[UUID, int]:
    """By how many agreements each check is promised."""
    rows = CheckPromise.objects.filter(Among("check_row_id", [row.pk for row in checks_]), withdrawn_at=None)
    counted = rows.order_by().values_list("check_row_id").annotate(n=Count("agreement_id", distinct=True))
    return dict(counted) if checks_ else {}


def promises(found: Check) -> QuerySet[CheckPromise]:
    """Where a check is promised."""
    rows = CheckPromise.objects.filter(organisation=found.organisation_id, check_row=found, withdrawn_at=None)
    return rows.select_related("agreement", "check_row__organisation").order_by("agreement__counterparty_name", "id")


def alarms(organisation: Organisation) -> QuerySet[CheckAlarm]:
    """The alarms, open or closed."""
    rows = CheckAlarm.objects.filter(organisation=organisation)
    return rows.select_related("check_row__owner", "result", "closed_by", "accepted_by")


def of_check(found: Check) -> QuerySet[CheckAlarm]:
    """The open alarms of one check."""
    return alarms(found.organisation).filter(check_row=found, closed_at=None)


def alarm(organisation: Organisation, alarm_id: UUID) -> CheckAlarm | None:
    """One alarm."""
    rows = CheckAlarm.objects.filter(organisation=organisation, pk=alarm_id)
    return rows.select_related("check_row__organisation").first()


def waiting(organisation: Organisation) -> QuerySet[CheckAlarm]:
    """The alarms that are open, to count."""
    return CheckAlarm.objects.filter(organisation=organisation, closed_at=None)


def counts(organisation: Organisation) -> Mapping[str, int]:
    """How many checks that run stand how."""
    rows = Check.objects.filter(organisation=organisation, ended_at=None).order_by()
    return dict(rows.values_list("standing").annotate(n=Count("id")))


def pending(organisation: Organisation, import_id: UUID) -> Import | None:
    """A table that was read."""
    return Import.objects.filter(organisation=organisation, pk=import_id).select_related("organisation").first()


def offered(organisation: Organisation, words: str) -> QuerySet[Agreement]:
    """The agreements that a check may be promised in, by words of party or title."""
    rows = agreements.agreements(organisation)
    if words:
        rows = rows.filter(pk__in=agreements.named(organisation, words))
    return rows.order_by("counterparty_name", "title", "id")


def promised_at_all(organisation: Organisation) -> Mapping[UUID, int]:
    """By how many agreements each check of the organisation is promised."""
    rows = CheckPromise.objects.filter(organisation=organisation, withdrawn_at=None).order_by()
    return dict(rows.values_list("check_row_id").annotate(n=Count("agreement_id", distinct=True)))


def mail_address(row: Check) -> str:
    """Where results of this check may be mailed to; empty where no mailbox is read for its organisation."""
    address: str = settings.CHECKS_ADDRESS
    if settings.CHECKS is None or "@" not in address:
        return ""
    box, _at, domain = address.rpartition("@")
    return f"{box}+{row.mail_token}@{domain}"


def running(organisation: Organisation) -> QuerySet[Check]:
    """The checks that run, those that are missed or fail first."""
    return checks(organisation).filter(ended_at=None).annotate(rank=_RANK).order_by("rank", "name", "id")


def alarm_counts(checks_: Sequence[Check]) -> Mapping[UUID, int]:
    """How many alarms of each check are open."""
    rows = CheckAlarm.objects.filter(Among("check_row_id", [row.pk for row in checks_]), closed_at=None).order_by()
    return dict(rows.values_list("check_row_id").annotate(n=Count("id"))) if checks_ else {}


def measures(organisation: Organisation) -> QuerySet[Measure]:
    """The measures that a check may stand behind."""
    return library.measures(organisation).order_by("name", "id")


def known_keys(organisation: Organisation, keys: Iterable[str]) -> frozenset[str]:
    """Which of these keys a result was kept under."""
    rows = Result.objects.filter(organisation=organisation, key__in=sorted(keys))
    return frozenset(str(key) for key in rows.values_list("key", flat=True))


def by_token(tokens: Iterable[str]) -> tuple[Check, ...]:
    """The checks that run, of any organisation, whose address for mail holds one of these."""
    rows = Check.objects.filter(mail_token__in=sorted(set(tokens)), ended_at=None)
    return tuple(rows.select_related("organisation")[:2])


def codes(organisation: Organisation) -> Iterable[str]:
    """The codes of the checks that run."""
    rows = Check.objects.filter(organisation=organisation, ended_at=None).order_by("name", "id")
    return rows.values_list("code", flat=True).iterator(2_000)
