"""A draft -> an agreement on file: its facts are those of the draft, by construction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from art28.web.accounts.access import Actor
from art28.web.agreements import actions as agreements
from art28.web.agreements import deciding, rows
from art28.web.agreements.models import Agreement, Direction
from art28.web.drafts.chosen import as_sent
from art28.web.drafts.joining import AMENDS, WAITS
from art28.web.drafts.models import Draft, DraftVersion, State
from art28.web.services import actions as services
from art28.web.services import queries as service_queries

_OF_THE_TEXT = frozenset({"document.annexes", "document.state"})


def waits(draft: Draft, now: datetime) -> bool:
    """Whether a draft is to be put on file on a later day."""
    return any(each(draft, now) for each in WAITS.values())


def put_on_file(
    draft: Draft, data: bytes, ending: str, state: State, *, actor: Actor, now: datetime
) -> Agreement | None:
    """Put the file of a draft in as an agreement, within the caller's transaction; None where it isn't taken in."""
    amends = next((found for each in AMENDS.values() if (found := each(draft)) is not None), None)
    upload = agreements.Upload(f"{draft.title.replace(' · ', ' ')}.{ending}", "", data)
    (taken,) = agreements.put_in(
        draft.organisation,
        (upload,),
        actor=actor,
        now=now,
        largest_bytes=settings.UPLOAD_MAX_BYTES,
        amends=amends,
    )
    if taken.agreement is not None:
        Draft.objects.filter(pk=draft.pk).update(state=state, agreement=taken.agreement, changed_at=now)
    return taken.agreement


def settle(
    agreement: Agreement, draft: Draft, version: DraftVersion, also: Mapping[str, Any], *, actor: Actor, now: datetime
) -> None:
    """Give an agreement that was drafted here the facts of its draft, once it has been read; its duties follow from them."""
    made = as_sent(draft, version)
    worded = {key for article in made.articles for clause in article.clauses if clause.own for key in clause.facts}
    values = {
        key: rows.of_value(value)
        for key, value in made.facts.items()
        # What the parties worded themselves says what it says; that is read, and a person looks at it.
        if key not in _OF_THE_TEXT and key not in worded
    }
    Agreement.objects.filter(pk=agreement.pk, direction=Direction.UNKNOWN).update(direction=draft.direction)
    agreement.direction = draft.direction
    deciding.settle_several(agreement, {**values, **also}, actor=actor, now=now, decision=deciding.new_decision())
    named = made.facts.get("processing.services")
    taken = {str(name) for name in named} if isinstance(named, tuple) else set()
    for service in service_queries.services(agreement.organisation):
        if service.name in taken:
            services.link(service, agreement, services.Use(), actor=actor, now=now)
