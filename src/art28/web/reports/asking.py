"""A pack is asked for, refused, taken, and removed once its time is over; each is an act in the trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.disclosures.actions import Refused, Wanted, disclose_all
from art28.web.disclosures.models import Ground, Towards
from art28.web.disclosures.rules import Refusal
from art28.web.parties.models import Counterparty
from art28.web.reports import queries
from art28.web.reports.models import Dossier, DossierPart, Goes, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A pack as somebody wants it."""

    agreement: Agreement | None = None
    counterparty: Counterparty | None = None
    language: str
    from_on: date | None = None
    until_on: date | None = None
    goes: Goes = Goes.INSIDE
    recipient: str = ""
    towards: Towards | None = None
    ground: Ground | None = None
    clause: str = ""
    told_on: date | None = None
    not_told_because: str = ""


def ask(organisation: Organisation, asking: Asking, *, by: User, actor: Actor, now: datetime) -> Dossier:
    """Have a pack made by the worker; what goes to somebody else is kept as a disclosure under each of its agreements.

    Raises `Refused`, once the attempt is recorded, where no ground carries the disclosure.
    """
    row = Dossier(
        organisation=organisation,
        agreement=asking.agreement,
        counterparty=asking.counterparty,
        language=asking.language,
        from_on=asking.from_on,
        until_on=asking.until_on,
        goes=asking.goes,
        recipient=asking.recipient,
        towards=asking.towards or "",
        ground=asking.ground or "",
        clause=asking.clause,
        told_on=asking.told_on,
        not_told_because=asking.not_told_because,
        asked_at=now,
        asked_by=by,
        due_at=now,
    )
    try:
        _ask(row, by=by, actor=actor, now=now)
    except Refused as refused:
        _refuse(row, refused.why, actor=actor, now=now)
        raise
    return row


@transaction.atomic
def _ask(row: Dossier, *, by: User, actor: Actor, now: datetime) -> None:
    under = queries.subject_agreements(row)
    row.total = under.count()
    row.save()
    record(organisation=row.organisation, actor=actor, kind="dossier.asked", subject=row, at=now, content=_spelled(row))
    if row.goes == Goes.OUTSIDE:
        disclose_all(row.organisation, under, _wanted(row, now), by=by, actor=actor, now=now)


@transaction.atomic
def _refuse(row: Dossier, why: Refusal, *, actor: Actor, now: datetime) -> None:
    content = {**_spelled(row), "why": why.value}
    record(
        organisation=row.organisation,
        actor=actor,
        kind="dossier.refused",
        subject=row.organisation,
        at=now,
        content=content,
    )


def _wanted(row: Dossier, now: datetime) -> Wanted:
    return Wanted(
        recipient=row.recipient,
        towards=Towards(row.towards),
        what=f"art28 {row.of}"[:500],
        on=now.astimezone(ZoneInfo(row.organisation.time_zone)).date(),
        ground=Ground(row.ground) if row.ground else None,
        clause=row.clause,
        told_on=row.told_on,
        not_told_because=row.not_told_because,
    )


def _spelled(row: Dossier) -> Mapping[str, Any]:
    return {
        "agreement": str(row.agreement_id or ""),
        "counterparty": str(row.counterparty_id or ""),
        "language": row.language,
        "from": row.from_on.isoformat() if row.from_on else "",
        "until": row.until_on.isoformat() if row.until_on else "",
        "goes": row.goes,
        "recipient": row.recipient,
        "towards": row.towards,
        "ground": row.ground,
        "clause": row.clause,
        "agreements": row.total,
    }


@transaction.atomic
def taken(row: Dossier, *, actor: Actor, now: datetime) -> None:
    """Keep that somebody downloaded it."""
    content = {"sha256_of_pack": row.sha256, "size": row.size}
    record(organisation=row.organisation, actor=actor, kind="dossier.taken", subject=row, at=now, content=content)


def remove_over(*, now: datetime, limit: int) -> int:
    """Remove the bytes of packs that were kept long enough; returns of how many."""
    made = Dossier.objects.filter(state=State.MADE, kept_until__lt=now.date()).select_related("organisation")
    removed = 0
    for row in made.order_by("kept_until", "id")[:limit]:
        removed += _remove(row, now)
    return removed


@transaction.atomic
def _remove(row: Dossier, now: datetime) -> int:
    if Dossier.objects.filter(pk=row.pk, state=State.MADE).update(state=State.REMOVED) != 1:
        return 0
    DossierPart.objects.filter(organisation=row.organisation_id, dossier=row).delete()
    content = {"sha256_of_pack": row.sha256}
    record(organisation=row.organisation, actor=WORKER, kind="dossier.removed", subject=row, at=now, content=content)
    return 1
