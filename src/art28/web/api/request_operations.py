"""The operations about requests of data subjects: take one in, and see how it stands."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Header, Status

from art28.web.accounts.models import Organisation
from art28.web.api import schemas
from art28.web.api.door import Token, api
from art28.web.api.models import Scope
from art28.web.api.problems import of_fields
from art28.web.api.tokens import Caller
from art28.web.events import queries as events
from art28.web.requests import actions, queries
from art28.web.requests.models import Source, SubjectRequest

_CLOCKS_DIFFER = timedelta(minutes=5)


@api.post(
    "/requests",
    auth=Token(Scope.REQUESTS),
    response={201: schemas.RequestOut, 200: schemas.RequestOut},
    summary="Take in a request of a data subject",
)
def take_in(
    request: HttpRequest,
    payload: schemas.RequestIn,
    idempotency_key: Annotated[
        str, Header(alias="Idempotency-Key", max_length=200, description="The same key takes in once.")
    ] = "",
) -> Any:
    """Take in a request; its clocks count from receipt. Without an agreement somebody finds whose data they are.

    With an Idempotency-Key a request that is sent again returns the one that is there: 200 instead of 201.
    """
    caller: Caller = request.auth  # type: ignore[attr-defined]
    organisation, now = caller.organisation, timezone.now()
    if payload.received_at > now + _CLOCKS_DIFFER:
        raise of_fields([{"loc": ("received_at",), "type": "future", "msg": ""}])
    key = f"api:{caller.token.pk}:{idempotency_key}" if idempotency_key else None
    if key and (known := queries.by_key(organisation, key)):
        return Status(200, _request(organisation, known))
    agreement = events.agreement(organisation, payload.agreement) if payload.agreement else None
    if payload.agreement and agreement is None:
        raise of_fields([{"loc": ("agreement",), "type": "unknown_agreement", "msg": ""}])
    given = payload.dict(exclude={"agreement"})
    origin = actions.Origin(source=Source.API, by=caller.user, key=key)
    try:
        with transaction.atomic():
            made = actions.take_in(
                organisation,
                actions.Asking(**given),
                (agreement,) if agreement else (),
                origin=origin,
                actor=caller.actor,
                now=now,
            )
    except IntegrityError:
        known = queries.by_key(organisation, key) if key else None
        if known is None:
            raise
        return Status(200, _request(organisation, known))
    return Status(201, _request(organisation, made))


@api.get(
    "/requests/{request_id}",
    auth=Token(Scope.REQUESTS),
    response=schemas.RequestOut,
    summary="One request as it stands",
)
def one_request(request: HttpRequest, request_id: UUID) -> Any:
    """How a request stands: its state, what became of it, and what ends first."""
    organisation: Organisation = request.auth.organisation  # type: ignore[attr-defined]
    row = queries.request(organisation, request_id)
    if row is None:
        raise Http404
    return _request(organisation, row)


def _request(organisation: Organisation, row: SubjectRequest) -> dict[str, Any]:
    (entry,) = queries.entries(organisation, [row], now=timezone.now())
    return {
        "id": row.pk,
        "reference": row.reference,
        "state": row.state,
        "outcome": row.outcome,
        "received_at": row.received_at,
        "next_end": entry.next_end,
        "late": entry.late,
        "url": settings.PUBLIC_URL + reverse("requests:detail", args=(row.pk,)),
    }
