"""Results of checks, one or thousands at once -> kept, held against their thresholds, alarms raised and closed; set-based."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Max

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import Entry, record_many
from art28.web.controls.actions import expect
from art28.web.controls.judging import Verdict, judge
from art28.web.controls.models import Check, CheckAlarm, EvidenceFile, Result, Source, Standing, Why
from art28.web.database import bulk
from art28.web.database.expressions import Among

CLOCKS_DIFFER = timedelta(minutes=5)
"""How far ahead of ours another machine's clock may be."""
_AT_ONCE = 500
_Thing = tuple[UUID, str]


@dataclass(frozen=True, slots=True)
class File:
    """A file that shows a result."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A result as reported: `said` whether it passed, None where only a value or an instant tells."""

    check: UUID
    at: datetime
    said: bool | None = None
    value: Decimal | None = None
    of_at: datetime | None = None
    unchanged: bool = False
    thing: str = ""
    note: str = ""
    evidence: str = ""
    key: str | None = None
    file: File | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """By which way results came, and from whom: a member, a token, an address."""

    source: Source
    by: User | None = None
    reporter: str = ""


@transaction.atomic
def take(
    organisation: Organisation, given: Sequence[Given], *, origin: Origin, actor: Actor, now: datetime
) -> tuple[Result, ...]:
    """Keep results that are new, raise alarms where the newest of a thing fails and close them where it passes.

    What came before under the same key, and what is about a check that has ended, is left out. A fixed number of queries
    for each five hundred checks.
    """
    ids = {each.check for each in given}
    checks = {
        row.pk: row
        for row in Check.objects.select_for_update()
        .filter(Among("id", ids), organisation=organisation, ended_at=None)
        .order_by("id")
    }
    new = tuple(_new(checks, given))
    if not new:
        return ()
    newest_before = _newest(ids)
    results = tuple(_result(checks[each.check], each, origin, now) for each in new)
    bulk.create(Result, results)
    for each, result in zip(new, results, strict=True):
        if each.file is not None:
            _keep_file(result, each.file)
    entries = [_kept(result, each) for each, result in zip(new, results, strict=True)]
    entries += _settle(checks, results, newest_before, organisation, now)
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return results


def _new(checks: Mapping[UUID, Check], given: Sequence[Given]) -> Iterator[Given]:
    keys = sorted({each.key for each in given if each.key is not None})
    rows = Result.objects.filter(Among("check_row_id", checks), key__in=keys)
    known = set(rows.values_list("check_row_id", "key")) if keys and checks else set()
    for each in given:
        if each.check not in checks or (each.check, each.key) in known:
            continue
        if each.key is not None:
            known.add((each.check, each.key))
        yield each


def _newest(ids: Iterable[UUID]) -> dict[_Thing, datetime]:
    """Of each thing the newest result there is."""
    rows = Result.objects.filter(Among("check_row_id", ids)).order_by()
    found = rows.values_list("check_row_id", "thing").annotate(newest=Max("at"))
    return {(check, thing): newest for check, thing, newest in found}


def judged(check: Check, each: Given) -> Verdict:
    """A result held against its check."""
    return judge(
        rule=check.rule,
        bound=check.bound,
        max_age_hours=check.max_age_hours,
        said=each.said,
        value=each.value,
        at=each.at,
        of_at=each.of_at,
        unchanged=each.unchanged and check.may_be_unchanged,
    )


def _result(check: Check, each: Given, origin: Origin, now: datetime) -> Result:
    verdict = judged(check, each)
    return Result(
        organisation_id=check.organisation_id,
        check_row_id=check.pk,
        at=each.at,
        kept_at=now,
        passed=verdict == Verdict.GOOD,
        verdict=verdict,
        value=each.value,
        of_at=each.of_at,
        unchanged=each.unchanged and check.may_be_unchanged,
        thing=each.thing[:120],
        note=each.note[:1000],
        evidence=each.evidence[:500],
        source=origin.source,
        by=origin.by,
        reporter=origin.reporter[:254],
        key=each.key,
    )


def _keep_file(result: Result, file: File) -> None:
    EvidenceFile.objects.create(
        organisation_id=result.organisation_id,
        result=result,
        name=file.name[:255],
        media_type=file.media_type[:120],
        size=len(file.data),
        sha256=sha256(file.data).hexdigest(),
        data=file.data,
    )


def _kept(result: Result, each: Given) -> Entry:
    content: dict[str, Any] = {
        "result": str(result.pk),
        "at": result.at.isoformat(),
        "verdict": str(result.verdict),
        "source": str(result.source),
        "reporter": result.reporter,
    }
    if result.value is not None:
        content["value"] = f"{result.value.normalize():f}"
    if result.of_at is not None:
        content["of_at"] = result.of_at.isoformat()
    for name in ("unchanged", "thing", "note", "evidence"):
        if getattr(result, name):
            content[name] = getattr(result, name)
    if each.file is not None:
        content["file"] = {"name": each.file.name, "sha256": sha256(each.file.data).hexdigest()}
    return Entry("check.result_kept", "check", result.check_row_id, content)


def _settle(
    checks: Mapping[UUID, Check],
    results: Sequence[Result],
    before: Mapping[_Thing, datetime],
    organisation: Organisation,
    now: datetime,
) -> list[Entry]:
    """Alarms and standings after new results; what the trail says of it."""
    newest = _newest_of(results, before)
    opened = {(row.check_row_id, row.thing): row for row in _alarms(checks).filter(closed_at=None)}
    excused = _excused(checks, now, ZoneInfo(organisation.time_zone))
    raised: list[CheckAlarm] = []
    closed: list[CheckAlarm] = []
    worse: list[CheckAlarm] = []
    for thing, result in newest.items():
        alarm = opened.get(thing)
        if result.passed and alarm is not None and alarm.why == Why.FAILED:
            closed.append(_closed(opened.pop(thing), result, now))
        elif not result.passed and alarm is None and thing not in excused:
            opened[thing] = _raised(result, now)
            raised.append(opened[thing])
        elif not result.passed and alarm is not None and alarm.why == Why.MISSED:
            alarm.why, alarm.result = Why.FAILED, result
            worse.append(alarm)
    _move_on(checks, results, ZoneInfo(organisation.time_zone))
    for check in checks.values():
        missed = opened.get((check.pk, ""))
        if missed is not None and missed.why == Why.MISSED:
            if check.due_at is not None and check.due_at > now:
                by = max((each for each in results if each.check_row_id == check.pk), key=_order)
                closed.append(_closed(opened.pop((check.pk, "")), by, now))
            else:
                check.due_at = None
    _stand(checks, opened, newest, excused)
    _write(checks, raised, closed, worse)
    entries = [Entry("check.alarm_raised", "checkalarm", row.pk, _said(row)) for row in raised]
    return entries + [Entry("check.alarm_closed", "checkalarm", row.pk, _said(row)) for row in closed]


def _newest_of(results: Sequence[Result], before: Mapping[_Thing, datetime]) -> dict[_Thing, Result]:
    """Of each thing the newest of these results; none where an older one was brought in late."""
    found: dict[_Thing, Result] = {}
    for result in sorted(results, key=_order):
        thing = (result.check_row_id, result.thing)
        if thing not in before or result.at >= before[thing]:
            found[thing] = result
    return found


def _order(result: Result) -> tuple[datetime, UUID]:
    return result.at, result.pk


def _alarms(checks: Mapping[UUID, Check]) -> Any:
    return CheckAlarm.objects.filter(Among("check_row_id", checks))


def _excused(checks: Mapping[UUID, Check], now: datetime, zone: ZoneInfo) -> frozenset[_Thing]:
    """The things whose failing was accepted for a time that lasts."""
    rows = _alarms(checks).filter(accepted_until__gte=now.astimezone(zone).date())
    return frozenset(rows.values_list("check_row_id", "thing"))


def _raised(result: Result, now: datetime) -> CheckAlarm:
    return CheckAlarm(
        organisation_id=result.organisation_id,
        check_row_id=result.check_row_id,
        thing=result.thing,
        why=Why.FAILED,
        since=result.at,
        raised_at=now,
        result_id=result.pk,
        tell_at=now,
    )


def _closed(alarm: CheckAlarm, result: Result, now: datetime) -> CheckAlarm:
    alarm.closed_at, alarm.closed_by, alarm.tell_at = now, result, None
    return alarm


def _move_on(checks: Mapping[UUID, Check], results: Sequence[Result], zone: ZoneInfo) -> None:
    """Say of each check when it was last done, how new what was found is, and until when the next may wait."""
    too_old = set()
    for result in results:
        check = checks[result.check_row_id]
        check.last_at = max(result.at, check.last_at or result.at)
        fresh = result.at if result.unchanged else result.of_at
        if fresh is not None:
            check.age_from = max(fresh, check.age_from or fresh)
        if result.verdict in (Verdict.TOO_OLD, Verdict.NO_AGE):
            too_old.add(check.pk)
    for check in checks.values():
        check.due_at = expect(check, zone=zone)
        if check.pk in too_old and check.due_at is not None and check.due_at <= (check.last_at or check.due_at):
            check.due_at = None  # its alarm says so already


def _stand(
    checks: Mapping[UUID, Check],
    opened: Mapping[_Thing, CheckAlarm],
    newest: Mapping[_Thing, Result],
    excused: frozenset[_Thing],
) -> None:
    whys: dict[UUID, set[str]] = {}
    for (check_id, _), alarm in opened.items():
        whys.setdefault(check_id, set()).add(alarm.why)
    accepted = {thing[0] for thing, row in newest.items() if not row.passed and thing in excused}
    for check in checks.values():
        found = whys.get(check.pk, set())
        if Why.FAILED in found:
            check.standing = Standing.FAILED
        elif Why.MISSED in found:
            check.standing = Standing.MISSED
        else:
            check.standing = Standing.ACCEPTED if check.pk in accepted else Standing.PASSED


def _write(
    checks: Mapping[UUID, Check],
    raised: Sequence[CheckAlarm],
    closed: Sequence[CheckAlarm],
    worse: Sequence[CheckAlarm],
) -> None:
    bulk.create(CheckAlarm, raised)
    fields = ("closed_at", "closed_by", "tell_at", "why", "result")
    CheckAlarm.objects.bulk_update([*closed, *worse], fields, batch_size=_AT_ONCE)
    Check.objects.bulk_update(checks.values(), ("standing", "last_at", "age_from", "due_at"), batch_size=_AT_ONCE)


def _said(row: CheckAlarm) -> dict[str, Any]:
    content: dict[str, Any] = {"check": str(row.check_row_id), "why": str(row.why), "since": row.since.isoformat()}
    if row.thing:
        content["thing"] = row.thing
    by = row.closed_by_id or row.result_id
    if by is not None:
        content["result"] = str(by)
    return content
