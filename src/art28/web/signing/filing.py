"""What was signed -> an agreement on file."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from art28.web.accounts.access import Actor
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.drafts import filing as drafts
from art28.web.drafts.models import Draft
from art28.web.drafts.models import State as DraftState
from art28.web.lifecycle import actions as lifecycle
from art28.web.signing.models import Signatory, Signing, State

_PLACE = 100


def put_on_file(signing: Signing, data: bytes, ending: str, *, now: datetime) -> Agreement | None:
    """Put the signed file in as an agreement, within the caller's transaction; it is read as any other is."""
    draft = signing.draft
    actor = Actor(signing.begun_by_id, "signing")
    agreement = drafts.put_on_file(draft, data, ending, DraftState.SIGNED, actor=actor, now=now)
    if agreement is None:
        return None
    _keep_signatures(signing, agreement, actor=actor, now=now)
    content = {"agreement": str(agreement.pk), "draft": str(draft.pk)}
    record(
        organisation=signing.organisation, actor=actor, kind="signing.filed", subject=signing, at=now, content=content
    )
    return agreement


def _keep_signatures(signing: Signing, agreement: Agreement, *, actor: Actor, now: datetime) -> None:
    """Who signed, where and when, and with initials on every page: as it happened, so that nobody need type it."""
    zone = ZoneInfo(signing.draft.organisation.time_zone)
    for each in Signatory.objects.filter(signing=signing).order_by("order"):
        if each.signed_at is None:
            continue
        about = {
            "side": each.side,
            "name": each.name,
            "role": each.role,
            "place": each.place[:_PLACE],
            "on": each.signed_at.astimezone(zone).date(),
            "initialled": signing.initials and bool(each.initials),
        }
        lifecycle.sign(agreement, about, by=signing.begun_by, actor=actor, now=now)


def file_or_wait(signing: Signing, data: bytes, ending: str, *, now: datetime) -> None:
    """Put it on file, or leave it signed where it comes to hold only on a later day."""
    if drafts.waits(signing.draft, now):
        Draft.objects.filter(pk=signing.draft_id).update(state=DraftState.SIGNED, changed_at=now)
    else:
        put_on_file(signing, data, ending, now=now)


def settle(_sender: Any = None, *, agreement: Agreement, now: datetime, **_: Any) -> None:
    """Give an agreement that was signed here the facts of its draft, once it has been read; its duties follow from them."""
    signing = (
        Signing.objects.filter(draft__agreement=agreement, state__in=(State.SEALED, State.PAPER))
        .select_related("version", "draft")
        .first()
    )
    if signing is None:
        return
    actor = Actor(signing.begun_by_id, "signing")
    also = {"document.state": "signed", "term.signed_on": _last_day(signing)}
    drafts.settle(agreement, signing.draft, signing.version, also, actor=actor, now=now)


def _last_day(signing: Signing) -> str:
    signed = Signatory.objects.filter(signing=signing).exclude(signed_at=None).order_by("-signed_at").first()
    at = signed.signed_at if signed is not None and signed.signed_at is not None else signing.begun_at
    zone = ZoneInfo(signing.draft.organisation.time_zone)
    return at.astimezone(zone).date().isoformat()
