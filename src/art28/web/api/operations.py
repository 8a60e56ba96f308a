"""The operations: report a signal, see how it stands, see what is due, see breaches."""

from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Header, Query, Status

from art28.web.api import schemas
from art28.web.api.door import Token, api
from art28.web.api.models import Scope
from art28.web.api.problems import Problem, of_fields
from art28.web.api.tokens import Caller
from art28.web.breaches import instants
from art28.web.breaches import queries as breaches
from art28.web.breaches.models import Breach
from art28.web.clocks import due, filters, targets, telling
from art28.web.intake import actions
from art28.web.intake import queries as signals
from art28.web.intake.facts import SignalFacts
from art28.web.intake.models import Signal, Source, Where
from art28.web.services import queries as services

_CLOCKS_DIFFER = timedelta(minutes=5)
_PER_PAGE = 50
_MOST_PAGES = 100_000
_INSTANTS = ("occurred_from", "occurred_until", "noticed_at", "told_at")


def _caller(request: HttpRequest) -> Caller:
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return caller


@api.post(
    "/signals",
    auth=Token(Scope.SIGNALS),
    response={201: schemas.SignalOut, 200: schemas.SignalOut},
    summary="Report a signal",
)
def report(
    request: HttpRequest,
    payload: schemas.SignalIn,
    idempotency_key: Annotated[
        str, Header(alias="Idempotency-Key", max_length=200, description="The same key reports once.")
    ] = "",
) -> Any:
    """Report something that may be a personal data breach. Clocks that don't wait for an assessment run at once.

    With an Idempotency-Key a request that is sent again returns the signal that is there: 200 instead of 201.
    """
    caller, now = _caller(request), timezone.now()
    where_name = _service(caller, payload) or payload.where_name
    _check(payload, now)
    key = f"api:{caller.token.pk}:{idempotency_key}" if idempotency_key else None
    if key and (known := signals.by_message(caller.organisation, key)):
        return Status(200, _signal(known))
    given = payload.dict(exclude={"service", "where", "where_name", "data"})
    data = tuple(" ".join(each.split())[:200] for each in payload.data if each.strip())
    facts = SignalFacts(**given, where=_where(payload).value, where_name=where_name, data=data)
    reporter = caller.token.name
    origin = actions.Origin(source=Source.API, by=caller.user, reporter=reporter, message_id=key)
    try:
        with transaction.atomic():
            made = actions.report(caller.organisation, facts, origin=origin, actor=caller.actor, now=now)
    except IntegrityError:
        known = signals.by_message(caller.organisation, key) if key else None
        if known is None:
            raise
        return Status(200, _signal(known))
    return Status(201, _signal(made))


def _where(payload: schemas.SignalIn) -> Where:
    if payload.service and payload.where is Where.UNKNOWN:
        return Where.SERVICE
    return payload.where


def _service(caller: Caller, payload: schemas.SignalIn) -> str:
    """The name of the service that is meant; empty where none is. An unknown one is a problem with a way on."""
    if not payload.service:
        return ""
    for row in services.services(caller.organisation):
        if payload.service in (row.name, str(row.pk)):
            return row.name
    raise of_fields([{"loc": ("service",), "type": "unknown_service", "msg": ""}])


def _check(payload: schemas.SignalIn, now: datetime) -> None:
    wrong = [
        {"loc": (name,), "type": "future", "msg": ""}
        for name in _INSTANTS
        if (at := getattr(payload, name)) is not None and at > now + _CLOCKS_DIFFER
    ]
    if payload.occurred_from is not None:
        wrong += [
            {"loc": (name,), "type": "order", "msg": ""}
            for name in _INSTANTS[1:]
            if (at := getattr(payload, name)) is not None and at < payload.occurred_from
        ]
    if wrong:
        raise of_fields(wrong)


@api.get("/signals/{signal_id}", auth=Token(Scope.SIGNALS), response=schemas.SignalOut, summary="How a signal stands")
def signal(request: HttpRequest, signal_id: UUID) -> Any:
    """A signal, whether it was found to be a breach, and the clocks that run meanwhile."""
    found = signals.signal(_caller(request).organisation, signal_id)
    if found is None:
        raise Http404
    return _signal(found)


def _signal(row: Signal) -> dict[str, Any]:
    running = [clock for clock in signals.clocks(row) if clock.ended_at is None]
    return {
        "id": row.pk,
        "reference": row.reference,
        "state": row.state,
        "received_at": row.received_at,
        "noticed_at": row.noticed_at,
        "breach": row.breach.reference if row.breach else None,
        "url": settings.PUBLIC_URL + reverse("intake:signal", args=(row.pk,)),
        "provisional_clocks": [
            {
                "starts": each.starts,
                "started_at": each.started_at,
                "ends_at": each.ends_at,
                "agreements": each.agreements,
            }
            for each in running
        ],
    }


@api.get("/services", auth=Token(Scope.SIGNALS), response=list[schemas.ServiceOut], summary="The services")
def catalogue(request: HttpRequest) -> Any:
    """The services that a signal may name."""
    return [{"id": row.pk, "name": row.name} for row in services.services(_caller(request).organisation)]


@api.get("/due", auth=Token(Scope.DUE), response=schemas.DueOut, summary="What is due")
def what_is_due(
    request: HttpRequest,
    whose: Annotated[str, Query(description="all; with a person's token also me or mine")] = "all",
    counterparty: Annotated[str, Query(description="the id of the other side")] = "",
    action: Annotated[str, Query(description="what must be done, such as notify_breach")] = "",
    event: Annotated[str, Query(description="what started it, such as breach or request")] = "",
    state: Annotated[
        str, Query(description="running, late, waiting, met, met_late or cancelled; else all that is open")
    ] = "",
    within: Annotated[str, Query(description="from now: 24h, 7d or PT24H")] = "",
    q: Annotated[str, Query(description="words of the party or the agreement")] = "",
    after: Annotated[str, Query(description="the next of the answer before")] = "",
) -> Any:
    """What runs, soonest first, by the selection of the page "What is due"."""
    caller, now = _caller(request), timezone.now()
    asked = {"whose": whose, "counterparty": counterparty, "action": action, "event": event, "state": state}
    try:
        selection = filters.read({**asked, "within": within, "q": q})
        place = _place(after)
    except ValueError as error:
        raise Problem("invalid", 422, str(error)) from error
    scope = due.Scope(caller.organisation, caller.user, now)
    found = due.listed(scope, selection, after=place)
    known = targets.targets(caller.organisation)
    items = [
        telling.told(row, now=now, known=known, language=caller.organisation.language, zone=scope.zone).record()
        for row in found.rows
    ]
    return {
        "items": items,
        "next": f"{found.last[0].isoformat()}~{found.last[1]}" if found.has_next and found.last else None,
    }


def _place(text: str) -> due.Place | None:
    if not text:
        return None
    at, _mark, pk = text.partition("~")
    found = datetime.fromisoformat(at.replace(" ", "+"))
    if found.tzinfo is None:
        raise ValueError("after is no place that a list gave")
    return found, UUID(pk)


@api.get("/breaches", auth=Token(Scope.BREACHES), response=schemas.BreachesOut, summary="Breaches")
def all_breaches(request: HttpRequest, state: str = "", page: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1) -> Any:
    """The breaches, open ones first."""
    organisation = _caller(request).organisation
    rows = breaches.breaches(organisation)
    if state:
        rows = rows.filter(state=state)
    found = Paginator(rows, _PER_PAGE).get_page(page)
    listed = list(found.object_list)
    standing = breaches.standings(organisation, [row.pk for row in listed], now=timezone.now())
    items = [_breach(row, standing.get(row.pk), row.touched_count) for row in listed]  # type: ignore[attr-defined]
    return {"items": items, "next": found.next_page_number() if found.has_next() else None}


@api.get("/breaches/{breach_id}", auth=Token(Scope.BREACHES), response=schemas.BreachDetailOut, summary="One breach")
def one_breach(request: HttpRequest, breach_id: UUID) -> Any:
    """One breach, with the chain of its instants and how far its agreements are."""
    organisation = _caller(request).organisation
    row = breaches.breach(organisation, breach_id)
    if row is None:
        raise Http404
    standing = breaches.standings(organisation, [row.pk], now=timezone.now()).get(row.pk)
    progress = breaches.progress(row)
    known = sorted(instants.of(row).items(), key=lambda each: each[1].at)
    return {
        **_breach(row, standing, progress.touched),
        "moments": [{"kind": kind.value, "at": each.at, "reason": each.reason} for kind, each in known],
        "told": progress.told,
        "to_tell": progress.to_tell,
        "left_out": progress.excluded,
        "signals": [each.reference for each in signals.of_breach(organisation, row.pk)],
    }


def _breach(row: Breach, standing: breaches.Standing | None, agreements: int) -> dict[str, Any]:
    return {
        "id": row.pk,
        "reference": row.reference,
        "title": row.title,
        "state": row.state,
        "aware_at": row.aware_at,
        "recorded_at": row.recorded_at,
        "next_end": standing.next_end if standing else None,
        "late": standing.late if standing else 0,
        "agreements": agreements,
        "url": settings.PUBLIC_URL + reverse("breaches:room", args=(row.pk,)),
    }
