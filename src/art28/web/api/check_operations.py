"""The operations about checks: report results, many at once, and see how checks stand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query

from art28.web.accounts.rights import RIGHTS, Right
from art28.web.api import check_schemas as schemas
from art28.web.api.door import Token, api
from art28.web.api.models import Scope
from art28.web.api.problems import Problem, of_fields
from art28.web.api.tokens import Caller
from art28.web.controls import queries, taking
from art28.web.controls.models import Check, Source

_PER_PAGE = 100
_MOST_PAGES = 100_000


@api.post("/checks/results", auth=Token(Scope.CHECKS), response=schemas.ResultsOut, summary="Report results of checks")
def report_results(request: HttpRequest, payload: schemas.ResultsIn) -> Any:
    """Keep results, one or many. The newest of each thing decides: failing raises an alarm, passing closes it."""
    caller, now = _caller(request), timezone.now()
    if caller.user is not None and Right.HANDLE not in RIGHTS.get(caller.actor.label, ()):
        raise Problem("forbidden", 403)
    checks = queries.by_code(caller.organisation, (each.check for each in payload.results))
    _check(payload, checks, now)
    given = tuple(_given(each, checks[each.check], caller) for each in payload.results)
    origin = taking.Origin(source=Source.API, by=caller.user, reporter=caller.token.name)
    kept = taking.take(caller.organisation, given, origin=origin, actor=caller.actor, now=now)
    codes = {row.pk: code for code, row in checks.items()}
    said = [
        {"check": codes[row.check_row_id], "passed": row.passed, "verdict": str(row.verdict), "thing": row.thing}
        for row in kept
    ]
    return {"kept": said, "known": len(given) - len(kept)}


def _caller(request: HttpRequest) -> Caller:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return caller


def _check(payload: schemas.ResultsIn, checks: Mapping[str, Check], now: datetime) -> None:
    wrong = []
    for number, each in enumerate(payload.results):
        place = ("results", str(number))
        if each.check not in checks:
            wrong.append({"loc": (*place, "check"), "type": "unknown_check", "msg": ""})
        if each.at > now + taking.CLOCKS_DIFFER:
            wrong.append({"loc": (*place, "at"), "type": "future", "msg": ""})
        if each.of is not None and each.of > each.at:
            wrong.append({"loc": (*place, "of"), "type": "newer", "msg": ""})
    if wrong:
        raise of_fields(wrong)


def _given(each: schemas.ResultIn, check: Check, caller: Caller) -> taking.Given:
    return taking.Given(
        check=check.pk,
        at=each.at,
        said=each.passed,
        value=each.value,
        of_at=each.of,
        unchanged=each.unchanged,
        thing=" ".join(each.thing.split()),
        note=each.note,
        evidence=each.evidence,
        key=f"api:{caller.token.pk}:{each.key}" if each.key else None,
    )


@api.get("/checks", auth=Token(Scope.CHECKS), response=schemas.ChecksOut, summary="How checks stand")
def how_checks_stand(request: HttpRequest, page: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1) -> Any:
    """The checks that run, with their codes, what is waited for, and how many alarms are open."""
    organisation = _caller(request).organisation
    found = Paginator(queries.running(organisation), _PER_PAGE).get_page(page)
    rows = list(found.object_list)
    alarms = queries.alarm_counts(rows)
    items = [
        {
            "id": row.pk,
            "code": row.code,
            "name": row.name,
            "standing": row.standing,
            "last_at": row.last_at,
            "due_at": row.due_at,
            "alarms": alarms.get(row.pk, 0),
            "url": settings.PUBLIC_URL + reverse("controls:detail", args=(row.pk,)),
        }
        for row in rows
    ]
    return {"items": items, "next": found.next_page_number() if found.has_next() else None}
