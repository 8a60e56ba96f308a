"""Writes to disclosures: a mark is set, a permission kept, something disclosed or refused, a document handed out."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import Entry, record, record_many
from art28.web.breaches.models import Breach
from art28.web.database import bulk
from art28.web.disclosures import queries
from art28.web.disclosures.models import Disclosure, Ground, Mark, Permission, Towards
from art28.web.disclosures.rules import Attempt, Refusal, refusal


class Refused(Exception):
    """Nothing may leave on this ground; `why` says what lacks. The attempt stands in the trail."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants to disclose, as they said it."""

    recipient: str
    towards: Towards
    what: str
    on: date
    ground: Ground | None = None
    permission: Permission | None = None
    clause: str = ""
    told_on: date | None = None
    not_told_because: str = ""
    consulted: str = ""
    consulted_on: date | None = None
    outcome: str = ""


@transaction.atomic
def mark(agreement: Agreement, *, confidential: bool, reason: str, by: User, actor: Actor, now: datetime) -> Mark:
    """Say whether the document is confidential; what it says of itself is kept with it."""
    wording = queries.standing(agreement).wording
    row = Mark.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        confidential=confidential,
        wording=wording,
        reason=reason,
        at=now,
        by=by,
    )
    content = {"confidential": confidential, "wording": wording, "reason": reason}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.marked",
        subject=agreement,
        at=now,
        content=content,
    )
    return row


@transaction.atomic
def permit(
    agreement: Agreement,
    *,
    recipient: str,
    what: str,
    given_by: str,
    given_on: date,
    kept_at: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> Permission:
    """Keep that the other side allowed something in writing."""
    fields = {"recipient": recipient, "what": what, "given_by": given_by, "kept_at": kept_at}
    row = Permission.objects.create(
        organisation=agreement.organisation, agreement=agreement, given_on=given_on, made_at=now, made_by=by, **fields
    )
    content = {"permission": str(row.pk), "given_on": given_on.isoformat(), **fields}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="permission.kept",
        subject=agreement,
        at=now,
        content=content,
    )
    return row


def disclose(
    agreement: Agreement, breach: Breach | None, wanted: Wanted, *, by: User, actor: Actor, now: datetime
) -> Disclosure:
    """Keep a disclosure that may be made. Raises `Refused`, once the attempt is recorded, for one that may not."""
    silence = breach is not None and queries.is_silent(breach, agreement)
    why = refusal(_attempt(wanted, silence=silence))
    if why is not None:
        _refuse(agreement, breach, wanted, why, actor, now)
        raise Refused(why)
    return _keep(agreement, breach, wanted, by, actor, now)


def _attempt(wanted: Wanted, *, silence: bool) -> Attempt:
    return Attempt(
        towards=wanted.towards,
        on=wanted.on,
        ground=wanted.ground,
        permitted_on=wanted.permission.given_on if wanted.permission else None,
        clause=wanted.clause,
        told_on=wanted.told_on,
        not_told_because=wanted.not_told_because,
        consulted=wanted.consulted,
        consulted_on=wanted.consulted_on,
        outcome=wanted.outcome,
        silence=silence,
    )


def _refuse(
    agreement: Agreement, breach: Breach | None, wanted: Wanted, why: Refusal, actor: Actor, now: datetime
) -> None:
    content = {"agreement": str(agreement.pk), "why": why.value, **_spelled(wanted)}
    subject = breach or agreement
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="disclosure.refused",
        subject=subject,
        at=now,
        content=content,
    )


@transaction.atomic
def _keep(
    agreement: Agreement, breach: Breach | None, wanted: Wanted, by: User, actor: Actor, now: datetime
) -> Disclosure:
    row = Disclosure.objects.create(
        organisation=agreement.organisation,
        agreement=agreement,
        breach=breach,
        recipient=wanted.recipient,
        towards=wanted.towards,
        what=wanted.what,
        on=wanted.on,
        ground=wanted.ground or "",
        permission=wanted.permission,
        clause=wanted.clause,
        told_on=wanted.told_on,
        not_told_because=wanted.not_told_because,
        consulted=wanted.consulted,
        consulted_on=wanted.consulted_on,
        outcome=wanted.outcome,
        made_at=now,
        made_by=by,
    )
    content = {"disclosure": str(row.pk), "agreement": str(agreement.pk), **_spelled(wanted)}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="disclosure.kept",
        subject=breach or agreement,
        at=now,
        content=content,
    )
    return row


def _spelled(wanted: Wanted) -> dict[str, Any]:
    return {
        "recipient": wanted.recipient,
        "towards": wanted.towards.value,
        "what": wanted.what,
        "on": wanted.on.isoformat(),
        "ground": wanted.ground.value if wanted.ground else "",
        "permission": str(wanted.permission.pk) if wanted.permission else "",
        "clause": wanted.clause,
        "told_on": wanted.told_on.isoformat() if wanted.told_on else "",
        "not_told_because": wanted.not_told_because,
        "consulted": wanted.consulted,
        "consulted_on": wanted.consulted_on.isoformat() if wanted.consulted_on else "",
        "outcome": wanted.outcome,
    }


@transaction.atomic
def hand_out(agreement: Agreement, *, permission: Permission | None, actor: Actor, now: datetime) -> None:
    """Keep that a confidential document left art28: to stay inside the organisation, or under a permission."""
    content = {"permission": str(permission.pk) if permission else "", "inside": permission is None}
    record(
        organisation=agreement.organisation,
        actor=actor,
        kind="agreement.handed_out",
        subject=agreement,
        at=now,
        content=content,
    )


@transaction.atomic
def disclose_all(
    organisation: Organisation, under: QuerySet[Agreement], wanted: Wanted, *, by: User, actor: Actor, now: datetime
) -> int:
    """Keep one disclosure that concerns many agreements, as a row under each; returns how many.

    On a written permission it rests under each agreement on that agreement's own, to the same recipient. Raises `Refused`
    where one of them may not leave; then nothing is kept, and the caller records the attempt.
    """
    permitted: dict[UUID, Permission] = {}
    if wanted.ground is Ground.PERMISSION:
        rows = Permission.objects.filter(organisation=organisation, agreement__in=under.order_by().values("pk"))
        for each in rows.filter(recipient__iexact=wanted.recipient).order_by("given_on", "id"):
            permitted[each.agreement_id] = each
    made: list[Disclosure] = []
    entries: list[Entry] = []
    for agreement_id in list(under.values_list("pk", flat=True)):
        one = replace(wanted, permission=permitted.get(agreement_id))
        why = refusal(_attempt(one, silence=False))
        if why is not None:
            raise Refused(why)
        row = _row(organisation, agreement_id, one, by, now)
        made.append(row)
        content = {"disclosure": str(row.pk), "agreement": str(agreement_id), **_spelled(one)}
        entries.append(Entry("disclosure.kept", "agreement", agreement_id, content))
    bulk.create(Disclosure, made)
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    return len(made)


def _row(organisation: Organisation, agreement_id: UUID, wanted: Wanted, by: User, now: datetime) -> Disclosure:
    return Disclosure(
        organisation_id=organisation.pk,
        agreement_id=agreement_id,
        recipient=wanted.recipient,
        towards=wanted.towards,
        what=wanted.what,
        on=wanted.on,
        ground=wanted.ground or "",
        permission=wanted.permission,
        clause=wanted.clause,
        told_on=wanted.told_on,
        not_told_because=wanted.not_told_because,
        made_at=now,
        made_by_id=by.pk,
    )
