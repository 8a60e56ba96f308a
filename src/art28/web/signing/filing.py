"""What was signed -> an agreement on file: put in as read by art28, its facts those of the draft, by construction."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from art28.web.accounts.access import Actor
from art28.web.agreements import actions as agreements
from art28.web.agreements import deciding, rows
from art28.web.agreements.models import Agreement, Direction
from art28.web.audit.actions import record
from art28.web.drafts.chosen import drafted
from art28.web.drafts.models import Draft
from art28.web.drafts.models import State as DraftState
from art28.web.services import actions as services
from art28.web.services import queries as service_queries
from art28.web.signing.models import Signatory, Signing, State

_OF_THE_TEXT = frozenset({"document.annexes", "document.state"})


def put_on_file(signing: Signing, data: bytes, ending: str, *, now: datetime) -> Agreement | None:
    """Put the signed file in as an agreement, within the caller's transaction; it is read as any other is."""
    draft = signing.draft
    actor = Actor(signing.begun_by_id, "signing")
    upload = agreements.Upload(f"{draft.title.replace(' · ', ' ')}.{ending}", "", data)
    (taken,) = agreements.put_in(
        signing.organisation, (upload,), actor=actor, now=now, largest_bytes=settings.UPLOAD_MAX_BYTES
    )
    if taken.agreement is None:
        return None
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.SIGNED, agreement=taken.agreement, changed_at=now)
    content = {"agreement": str(taken.agreement.pk), "draft": str(draft.pk)}
    record(
        organisation=signing.organisation, actor=actor, kind="signing.filed", subject=signing, at=now, content=content
    )
    return taken.agreement


def settle(_sender: Any = None, *, agreement: Agreement, now: datetime, **_: Any) -> None:
    """Give an agreement that was signed here the facts of its draft, once it has been read; its duties follow from them."""
    signing = (
        Signing.objects.filter(draft__agreement=agreement, state__in=(State.SEALED, State.PAPER))
        .select_related("version", "draft")
        .first()
    )
    if signing is None:
        return
    made = drafted(signing.draft, signing.version)
    worded = {key for article in made.articles for clause in article.clauses if clause.own for key in clause.facts}
    values = {
        key: rows.of_value(value)
        for key, value in made.facts.items()
        # What the parties worded themselves says what it says; that is read, and a person looks at it.
        if key not in _OF_THE_TEXT and key not in worded
    }
    values |= {"document.state": "signed", "term.signed_on": _last_day(signing)}
    Agreement.objects.filter(pk=agreement.pk, direction=Direction.UNKNOWN).update(direction=signing.draft.direction)
    agreement.direction = signing.draft.direction
    actor = Actor(signing.begun_by_id, "signing")
    deciding.settle_several(agreement, values, actor=actor, now=now, decision=deciding.new_decision())
    named = made.facts.get("processing.services")
    taken = {str(name) for name in named} if isinstance(named, tuple) else set()
    for service in service_queries.services(agreement.organisation):
        if service.name in taken:
            services.link(service, agreement, services.Use(), actor=actor, now=now)


def _last_day(signing: Signing) -> str:
    signed = Signatory.objects.filter(signing=signing).exclude(signed_at=None).order_by("-signed_at").first()
    at = signed.signed_at if signed is not None and signed.signed_at is not None else signing.begun_at
    zone = ZoneInfo(signing.draft.organisation.time_zone)
    return at.astimezone(zone).date().isoformat()
