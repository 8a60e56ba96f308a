"""Writes of renewals: begun for many, sent, stopped; one agreement left out or looked at again; the other side leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from art28.obligations.ending import agreed_end
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation, User
from art28.web.agreements import deriving
from art28.web.amendments import queries
from art28.web.amendments.models import Amendment, Renewal, Standing, State, Way
from art28.web.audit.actions import record
from art28.web.database import bulk
from art28.web.drafts.models import CHANGEABLE, Draft
from art28.web.drafts.models import State as DraftState
from art28.web.endings import actions as endings
from art28.web.endings.models import NoticeBy, Scope
from art28.web.endings.refusals import Refused
from art28.web.signing import actions as signing
from art28.web.signing.models import Signing

OTHER_SIDE = Actor(None, "other_side")
"""Whoever holds the link of a revision."""
_NAME, _REASON = 200, 2000


class StateChanged(Exception):
    """It no longer stands as it did when it was read."""


class Over(Exception):
    """The days in which one may leave are over, or it was answered already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a renewal is to be: the columns of `Renewal` that a person fills in, and the agreements."""

    about: Mapping[str, Any]
    agreement_ids: Iterable[UUID]


@transaction.atomic
def begin(organisation: Organisation, wanted: Wanted, *, by: User, actor: Actor, now: datetime) -> Renewal:
    """Begin a renewal: the list of agreements is frozen, the worker prepares each. Nothing leaves before it is sent."""
    row = Renewal.objects.create(organisation=organisation, made_by=by, made_at=now, **wanted.about)
    chosen = list(wanted.agreement_ids)
    amendments = (Amendment(organisation=organisation, renewal=row, agreement_id=each, due_at=now) for each in chosen)
    count = bulk.create(Amendment, amendments) if chosen else 0
    Renewal.objects.filter(pk=row.pk).update(agreement_count=len(chosen))
    row.agreement_count = len(chosen)
    content = {
        "way": row.way, "scope": row.scope, "template": row.template, "agreements": count, "what": row.what,
        "effective_on": row.effective_on.isoformat() if row.effective_on else "",
    }  # fmt: skip
    _record(row, "renewal.begun", content, actor=actor, now=now)
    return row


@transaction.atomic
def send(row: Renewal, *, by: User, actor: Actor, now: datetime) -> int:
    """Send what is prepared; what becomes so later follows by itself. Returns how many; raises `StateChanged`."""
    rows = Renewal.objects.filter(pk=row.pk, state__in=(State.PREPARING, State.READY))
    if rows.update(state=State.SENDING, sent_by=by, sent_at=now) != 1:
        raise StateChanged(row.name)
    ready = Amendment.objects.filter(renewal=row, standing=Standing.READY).update(due_at=now)
    _record(row, "renewal.sent", {"agreements": ready}, actor=actor, now=now)
    return ready


@transaction.atomic
def stop(row: Renewal, *, actor: Actor, now: datetime) -> int:
    """Go no further: what nobody has signed is taken back, what was signed stands. Returns how many were left out."""
    if Renewal.objects.filter(pk=row.pk).exclude(state=State.OVER).update(state=State.OVER) != 1:
        raise StateChanged(row.name)
    open_ones = queries.amendments(row).filter(
        standing__in=(Standing.WAITING, Standing.READY, Standing.HELD, Standing.SENT)
    )
    found = list(open_ones.select_related("organisation", "renewal"))
    for each in found:
        _take_back(each, actor=actor, now=now)
    _record(row, "renewal.stopped", {"agreements": len(found)}, actor=actor, now=now)
    return len(found)


@transaction.atomic
def leave_out(amendment: Amendment, *, actor: Actor, now: datetime) -> None:
    """Leave an agreement out of a renewal; raises `StateChanged` where it was signed or is over."""
    may = (Standing.WAITING, Standing.READY, Standing.HELD, Standing.SENT, Standing.DECLINED, Standing.EXPIRED)
    if amendment.standing not in may:
        raise StateChanged(str(amendment.pk))
    _take_back(amendment, actor=actor, now=now)


def _take_back(amendment: Amendment, *, actor: Actor, now: datetime) -> None:
    rows = Amendment.objects.filter(pk=amendment.pk, standing=amendment.standing)
    if rows.update(standing=Standing.WITHDRAWN, due_at=None) != 1:
        raise StateChanged(str(amendment.pk))
    running = Signing.objects.filter(draft=amendment.draft_id, state="open").select_related("organisation").first()
    if running is not None:
        signing.withdraw(running, actor=actor, now=now)
    _withdraw_draft(amendment, now)
    content = {"agreement": str(amendment.agreement_id), "stood": amendment.standing}
    record(
        organisation=amendment.organisation, actor=actor, kind="amendment.left_out", subject=amendment, at=now,
        content=content,
    )  # fmt: skip


@transaction.atomic
def look_again(row: Renewal, *, actor: Actor, now: datetime) -> int:
    """Have what waits for a person looked at again, and what wasn't signed put up anew; returns how many."""
    waiting = (Standing.HELD, Standing.DECLINED, Standing.EXPIRED)
    rows = Amendment.objects.filter(renewal=row, standing__in=waiting)
    count = rows.update(standing=Standing.WAITING, due_at=now)
    if count:
        _record(row, "renewal.looked_again", {"agreements": count}, actor=actor, now=now)
    return count


@transaction.atomic
def remind(row: Renewal, *, actor: Actor, now: datetime) -> int:
    """Have everybody reminded who was sent a new version to sign and hasn't answered; returns how many."""
    waiting = Amendment.objects.filter(organisation=row.organisation_id, renewal=row, standing=Standing.SENT)
    drafts = Draft.objects.filter(organisation=row.organisation_id, pk__in=waiting.values("draft"))
    count = signing.remind_soon(row.organisation, drafts, now=now)
    _record(row, "renewal.reminded", {"signatories": count}, actor=actor, now=now)
    return count


@transaction.atomic
def opened(amendment: Amendment, *, now: datetime) -> None:
    """Keep that somebody at the other side opened it, the first time. It is no answer."""
    if Amendment.objects.filter(pk=amendment.pk, opened_at=None).update(opened_at=now) == 1:
        content = {"agreement": str(amendment.agreement_id)}
        record(
            organisation=amendment.organisation, actor=OTHER_SIDE, kind="amendment.opened", subject=amendment, at=now,
            content=content,
        )  # fmt: skip


@transaction.atomic
def leave(amendment: Amendment, *, name: str, reason: str, now: datetime) -> None:
    """The other side leaves instead of being bound by a revision: the agreement ends the day before it would hold.

    What the end asks for starts at once. Raises `Over` after the last day, or where it was answered.
    """
    today = now.astimezone(ZoneInfo(amendment.organisation.time_zone)).date()
    if amendment.leave_until is None or today > amendment.leave_until or amendment.effective_on is None:
        raise Over
    rows = Amendment.objects.filter(pk=amendment.pk, standing=Standing.SENT, renewal__way=Way.NOTICE)
    changed = rows.update(
        standing=Standing.LEAVES,
        answered_at=now,
        answered_by=name[:_NAME],
        reason=reason[:_REASON],
    )
    if changed != 1:
        raise Over
    _withdraw_draft(amendment, now)
    ends_on = amendment.effective_on - timedelta(days=1)
    content = {"agreement": str(amendment.agreement_id), "name": name[:_NAME], "reason": reason[:_REASON],
               "ends_on": ends_on.isoformat()}  # fmt: skip
    record(
        organisation=amendment.organisation, actor=OTHER_SIDE, kind="amendment.left", subject=amendment, at=now,
        content=content,
    )  # fmt: skip
    _end(amendment, ends_on, today, now)


def _withdraw_draft(amendment: Amendment, now: datetime) -> None:
    if amendment.draft_id is not None:
        rows = Draft.objects.filter(pk=amendment.draft_id, state__in=CHANGEABLE)
        rows.update(state=DraftState.WITHDRAWN, changed_at=now)


def _end(amendment: Amendment, ends_on: date, today: date, now: datetime) -> None:
    """Notice of termination by the customer; an end that runs already stays the end."""
    agreed = agreed_end(deriving.standing(amendment.agreement))
    given = endings.NoticeGiven(
        by=NoticeBy.CONTROLLER,
        scope=Scope.MAIN if agreed.denies("term.separately_terminable") else Scope.ALONE,
        noticed_on=today,
        ends_on=max(ends_on, today),
        clause=amendment.clause,
        # Where the agreement names no term for handing the data back, the day of the end itself.
        target_on=None if agreed.text("end.deadline") else max(ends_on, today),
    )
    try:
        with transaction.atomic():
            endings.give_notice(amendment.agreement, given, by=amendment.renewal.made_by, actor=OTHER_SIDE, now=now)
    except Refused as refused:
        Amendment.objects.filter(pk=amendment.pk).update(detail=str(refused.why)[:300], due_at=F("due_at"))


def _record(row: Renewal, kind: str, content: Mapping[str, Any], *, actor: Actor, now: datetime) -> None:
    record(organisation=row.organisation, actor=actor, kind=kind, subject=row, at=now, content=content)
