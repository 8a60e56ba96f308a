"""Writes to the call list: the next call taken by one caller, given back, made or in vain; others put on the list."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import Entry, record_many
from art28.web.breaches import actions as breaches
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.calls import queries
from art28.web.calls.models import CallLine, State
from art28.web.database import bulk

CLAIM = timedelta(minutes=30)
"""How long a caller keeps what they took up."""
_BEFORE_THE_END = timedelta(minutes=15)
_SOONEST = timedelta(minutes=5)
_TRIES = 25


class NotYours(Exception):
    """Somebody else is calling this one, or it was taken from you after half an hour."""


def claim_next(found: Breach, *, by: User, actor: Actor, now: datetime) -> TouchedAgreement | None:
    """Give `by` what is to be called next, or what they hold already; None where nobody waits for a call now.

    Two callers who ask at once get different ones: each claim is one update that only one can win.
    """
    held = queries.held_by(found, by, now=now)
    if held is not None:
        return held
    for _ in range(_TRIES):
        row = queries.first_claimable(found, now=now)
        if row is None:
            return None
        if claim(row, by=by, actor=actor, now=now):
            return row
    return None


@transaction.atomic
def claim(row: TouchedAgreement, *, by: User, actor: Actor, now: datetime) -> bool:
    """Take up one call; False where somebody else has it, or has reached them."""
    try:
        with transaction.atomic():
            line, _ = CallLine.objects.get_or_create(
                touched=row, defaults={"organisation_id": row.organisation_id, "breach_id": row.breach_id}
            )
    except IntegrityError:  # made by another at this moment
        return False
    free = CallLine.objects.filter(pk=line.pk, state=State.WAITING)
    lapsed = CallLine.objects.filter(pk=line.pk, state=State.CLAIMED, claimed_until__lte=now)
    taken = {"state": State.CLAIMED, "caller": by, "claimed_until": now + CLAIM}
    if not free.update(**taken) and not lapsed.update(**taken):
        return False
    _record(row, "call.claimed", actor, now)
    return True


@transaction.atomic
def give_back(row: TouchedAgreement, *, by: User, actor: Actor, now: datetime) -> None:
    """Let somebody else make the call. Raises `NotYours`."""
    _release(row, by, state=State.WAITING, caller=None, claimed_until=None)
    _record(row, "call.given_back", actor, now)


@transaction.atomic
def reached(
    row: TouchedAgreement, *, at: datetime, spoken_to: str, note: str, by: User, actor: Actor, now: datetime
) -> None:
    """Keep that somebody was reached, with what it does to the clock. Raises `NotYours`."""
    _release(row, by, state=State.REACHED, claimed_until=None, reached_at=at, spoken_to=spoken_to, later_at=None)
    _keep(row, at=at, reached=True, spoken_to=spoken_to, note=note, by=by, actor=actor, now=now)


@transaction.atomic
def in_vain(
    row: TouchedAgreement,
    *,
    at: datetime,
    again_in: timedelta,
    called: str,
    note: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> datetime | None:
    """Keep that `called` was not reached; it comes back after `again_in`, sooner where its limit would end before.

    With no time between, the caller keeps it, and calls the next of those to be called. Returns when it comes back, None
    where it is kept. Raises `NotYours`.
    """
    attempts = CallLine.objects.values_list("attempts", flat=True).get(touched=row) + 1
    later: datetime | None = None
    if again_in:
        later = now + again_in
        if row.due_at is not None and now < row.due_at <= later + _BEFORE_THE_END:
            later = max(now + _SOONEST, row.due_at - _BEFORE_THE_END)
        _release(row, by, state=State.WAITING, caller=None, claimed_until=None, later_at=later, attempts=attempts)
    else:
        _release(row, by, claimed_until=now + CLAIM, attempts=attempts)
    _keep(row, at=at, reached=False, spoken_to=called, note=note, by=by, actor=actor, now=now)
    return later


@transaction.atomic
def put_on(found: Breach, agreement_ids: Iterable[UUID], *, actor: Actor, now: datetime) -> int:
    """Put agreements on the list that don't ask for a call themselves, such as those without an address; returns how many."""
    rows = list(
        TouchedAgreement.objects.filter(
            organisation=found.organisation_id,
            breach=found,
            agreement__in=list(agreement_ids),
            excluded_at=None,
            closed_at=None,
            call_line=None,
        ).order_by("id")
    )
    lines = (CallLine(organisation_id=row.organisation_id, breach_id=found.pk, touched_id=row.pk) for row in rows)
    bulk.create(CallLine, lines)
    entries = [Entry("call.put_on_list", "breach", found.pk, {"agreement": str(row.agreement_id)}) for row in rows]
    record_many(organisation=found.organisation, actor=actor, at=now, entries=entries)
    return len(rows)


def _release(row: TouchedAgreement, by: User, **changes: object) -> None:
    mine = CallLine.objects.filter(touched=row, state=State.CLAIMED, caller=by)
    if mine.update(**changes) != 1:
        raise NotYours(f"the call under agreement {row.agreement_id} is not {by.pk}'s")


def _keep(
    row: TouchedAgreement,
    *,
    at: datetime,
    reached: bool,
    spoken_to: str,
    note: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> None:
    breaches.record_call(row, at=at, reached=reached, spoken_to=spoken_to, note=note, by=by, actor=actor, now=now)


def _record(row: TouchedAgreement, kind: str, actor: Actor, now: datetime) -> None:
    entry = Entry(kind, "breach", row.breach_id, {"agreement": str(row.agreement_id)})
    record_many(organisation=row.organisation, actor=actor, at=now, entries=(entry,))
