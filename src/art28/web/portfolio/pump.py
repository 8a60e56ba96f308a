"""Checks agreements again, from what is stored of them, and weighs them by another yardstick: batch after batch."""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q

from art28.checking.edition import edition, foundation
from art28.checking.model import Checked
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.agreements import checks
from art28.web.agreements.checks import Held, Turned
from art28.web.agreements.restoring import found_before, keep_found, keep_prepared, restored, stored
from art28.web.audit.actions import Entry, record_many
from art28.web.database.identifiers import new_id
from art28.web.portfolio.models import Cause, Standing, Work
from art28.web.portfolio.standing import keep_letters, weigh

_LEASE = timedelta(minutes=10)
_BATCH = {Work.CHECK: 50, Work.WEIGH: 200}
_MOST_ATTEMPTS = 3
_log = logging.getLogger(__name__)


def pump(*, now: datetime, limit: int) -> int:
    """Carry out one batch of what is due, of `limit` agreements at most; returns how many were done.

    One batch, so that what runs against a limit never waits for thousands of these.
    """
    outdated(now=now)
    claimed = claim(now=now, most=limit)
    return _carry_out(claimed, now=now) if claimed else 0


def outdated(*, now: datetime) -> int:
    """Make due what was checked by another edition of the rules; returns how many."""
    mine = edition()
    other = Q(edition__lt=mine) | Q(edition__gt=mine)
    return Standing.objects.filter(other, due_at=None).update(
        work=Work.CHECK, cause=Cause.RULES, due_at=now, attempts=0
    )


def claim(*, now: datetime, most: int) -> list[Standing]:
    """Take a batch of one organisation that waits for the same work, for as long as the lease lasts; empty for none."""
    free = Standing.objects.filter(due_at__lte=now).filter(Q(leased_until=None) | Q(leased_until__lte=now))
    lease = new_id()
    with transaction.atomic():
        first = free.order_by("due_at", "id").values("organisation_id", "work").first()
        if first is None:
            return []
        alike = free.filter(**first).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            alike = alike.select_for_update(skip_locked=True)
        ids = list(alike.values_list("pk", flat=True)[: min(most, _BATCH[Work(first["work"])])])
        free.filter(pk__in=ids).update(lease=lease, leased_until=now + _LEASE, attempts=F("attempts") + 1)
    return list(Standing.objects.filter(lease=lease, pk__in=ids).select_related("organisation"))


def _carry_out(claimed: Sequence[Standing], *, now: datetime) -> int:
    """One batch; where something in it can't be done, each by itself, so that the others are."""
    try:
        return _batch(claimed, now=now)
    except Exception as error:
        # The kind of error only: its message may quote an agreement.
        _log.error("a batch of %s agreements could not be checked: %s", len(claimed), type(error).__name__)
    return sum(_alone(row, now=now) for row in claimed) if len(claimed) > 1 else _given_up(claimed)


def _alone(row: Standing, *, now: datetime) -> int:
    try:
        return _batch([row], now=now)
    except Exception as error:
        _log.error("agreement %s could not be checked: %s", row.agreement_id, type(error).__name__)
        return _given_up([row])


def _given_up(claimed: Sequence[Standing]) -> int:
    """Leave what failed too often as it stood; the rest is tried again after the lease."""
    over = [row.pk for row in claimed if row.attempts >= _MOST_ATTEMPTS]
    Standing.objects.filter(pk__in=over, lease=claimed[0].lease).update(
        work=Work.NOTHING, due_at=None, lease=None, leased_until=None, edition=edition()
    )
    return 0


def _batch(claimed: Sequence[Standing], *, now: datetime) -> int:
    """Check outside any transaction; keep what came of it, and release, in one short one, where the lease is still ours."""
    organisation = claimed[0].organisation
    with _without_collecting():
        held, inputs = _checked(organisation, [row for row in claimed if row.work == Work.CHECK])
    with transaction.atomic():
        mine = Standing.objects.select_for_update().filter(lease=claimed[0].lease, pk__in=[row.pk for row in claimed])
        standings = list(mine.select_related("organisation").order_by("agreement_id"))
        turned: dict[UUID, tuple[Turned, ...]] = {}
        if held:
            wanted = {row.agreement_id for row in standings}
            turned = checks.keep(organisation, [each for each in held if each.agreement_id in wanted], now=now)
        by_agreement = {each.agreement_id: each.checked for each in held}
        for row in standings:
            if row.agreement_id in by_agreement:
                keep_letters(row, _statuses(by_agreement[row.agreement_id]), now=now)
                row.inputs, row.foundation = inputs[row.agreement_id], foundation()
            elif row.work == Work.CHECK and row.foundation == foundation():
                row.edition, row.checked_at = edition(), now
        cause = claimed[0].cause or Cause.RULES
        weigh(organisation, standings, cause=cause, turned=turned, now=now)
        _record(organisation, standings, turned, cause, now=now)
    return len(standings)


def _checked(organisation: Organisation, rows: Sequence[Standing]) -> tuple[list[Held], dict[UUID, str]]:
    """Each agreement checked anew, from its stored text and the facts that stand, and what the check was made of.

    One that was checked by the same in everything, and of which neither text nor fact changed, comes out the same and is
    left out.
    """
    same = {row.agreement_id: row.inputs for row in rows if row.foundation == foundation()}
    held, inputs = [], {}
    for kept in stored(organisation, [row.agreement_id for row in rows], known=same):
        agreement, statements = restored(kept)
        known = found_before(kept)
        checked, found = checks.check_whole(agreement, statements, known)
        held.append(Held(kept.text.agreement_id, kept.text.pk, checked))
        inputs[kept.text.agreement_id] = kept.inputs
        if statements is None:
            keep_prepared(kept, agreement)
        if known is None:
            keep_found(kept, found)
    return held, inputs


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hold the collector of garbage back for a batch.

    What checking makes refers to nothing in circles and goes by itself, while what is remembered of statements is much to
    search again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _statuses(checked: Checked) -> dict[str, str]:
    own = {each.requirement: each.status.value for each in checked.verdicts}
    return own | {f"{each.pack}.{each.entry}": each.status.value for each in checked.packed}


def _record(
    organisation: Organisation,
    standings: Sequence[Standing],
    turned: dict[UUID, tuple[Turned, ...]],
    cause: str,
    *,
    now: datetime,
) -> None:
    """An act for each agreement of which a verdict turned."""
    entries = [
        Entry(
            "agreement.checked_again",
            "agreement",
            row.agreement_id,
            {
                "cause": cause,
                "edition": row.edition,
                "turned": [[each.requirement, each.before, each.after] for each in turned[row.agreement_id]],
            },
        )
        for row in standings
        if turned.get(row.agreement_id)
    ]
    record_many(organisation=organisation, actor=WORKER, at=now, entries=entries)


PUMPS = (pump,)
