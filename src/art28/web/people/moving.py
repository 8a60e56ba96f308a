"""Somebody moves to another role or leaves: what no longer fits is withdrawn at once, and the proof of it stays."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from art28.web.accounts import actions as accounts
from art28.web.accounts import queries as account_queries
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.acting import By, NotNow, StateChanged
from art28.web.audit.actions import record
from art28.web.people import queries, roles
from art28.web.people.models import Concern, Grant, Means, Move, Movement, Responsibility, RoleProfile, StaffMember
from art28.web.people.settling import settle


def keep_move(
    row: StaffMember,
    move: Move,
    on: date,
    *,
    user: User | None,
    now: datetime,
    before: str = "",
    after: str = "",
    withdrawn: int = 0,
) -> None:
    """Keep how somebody's place changed; within the caller's transaction."""
    Movement.objects.create(
        organisation=row.organisation,
        member=row,
        move=move,
        on=on,
        role_before=before,
        role_after=after,
        withdrawn=withdrawn,
        at=now,
        by=user,
    )


def withdraw_all(
    row: StaffMember, grants: Iterable[Grant], *, reason: str, user: User | None, actor: Actor, now: datetime
) -> list[dict[str, str]]:
    """Withdraw access, each with its act; returns what it was, as the trail has it. Within the caller's transaction."""
    done = []
    for each in grants:
        standing = Grant.objects.filter(pk=each.pk, organisation=row.organisation_id, withdrawn_at=None)
        if standing.update(withdrawn_at=now, withdrawn_by=user, withdrawn_reason=reason[:300]) == 1:
            what = {"grant": str(each.pk), "agreement": str(each.agreement_id), "system": each.system}
            content = {**what, "reason": reason}
            record(
                organisation=row.organisation,
                actor=actor,
                kind="access.withdrawn",
                subject=row,
                at=now,
                content=content,
            )
            done.append(what)
    return done


@transaction.atomic
def move(row: StaffMember, role: RoleProfile, *, on: date, based_on: int, by: By) -> int:
    """Give somebody another role; access that it doesn't allow is withdrawn. Returns how much that was."""
    standing = StaffMember.objects.filter(pk=row.pk, organisation=row.organisation_id, version=based_on, left_at=None)
    before = row.role.name if row.role else ""
    if standing.update(role=role, version=based_on + 1) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    known = roles.known(row.organisation)
    beyond = [
        each
        for each in queries.grants_of(row).filter(withdrawn_at=None)
        if not set(each.operations) <= known.allowed(role.pk, each.service_id)
    ]
    reason = _("not within the role of %(role)s") % {"role": role.name}
    gone = withdraw_all(row, beyond, reason=reason, user=by.user, actor=by.actor, now=by.now)
    keep_move(row, Move.MOVED, on, user=by.user, now=by.now, before=before, after=role.name, withdrawn=len(gone))
    content = {"from": before, "to": role.name, "on": on.isoformat(), "withdrawn": gone}
    record(organisation=row.organisation, actor=by.actor, kind="staff.moved", subject=row, at=by.now, content=content)
    settle(row, because=reason, actor=by.actor, now=by.now)
    return len(gone)


@transaction.atomic
def leave(row: StaffMember, *, on: date, by: By) -> None:
    """Keep on which day somebody leaves; from that day on everything is withdrawn, at once where it has come."""
    standing = StaffMember.objects.filter(pk=row.pk, organisation=row.organisation_id, left_at=None)
    if standing.update(leaves_on=on) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    keep_move(row, Move.LEAVES, on, user=by.user, now=by.now, before=row.role.name if row.role else "")
    content = {"on": on.isoformat()}
    record(organisation=row.organisation, actor=by.actor, kind="staff.leaves", subject=row, at=by.now, content=content)
    if on <= by.now.astimezone(ZoneInfo(row.organisation.time_zone)).date():
        carry_out(row, user=by.user, actor=by.actor, now=by.now)
    else:
        settle(row, because=_("leaves"), actor=by.actor, now=by.now)


@transaction.atomic
def stay(row: StaffMember, *, by: By) -> None:
    """Take back that somebody leaves, before it came to that."""
    standing = StaffMember.objects.filter(pk=row.pk, organisation=row.organisation_id, left_at=None)
    if standing.exclude(leaves_on=None).update(leaves_on=None) != 1:
        raise StateChanged(row.reference)
    row.refresh_from_db()
    keep_move(row, Move.STAYS, by.now.date(), user=by.user, now=by.now)
    record(organisation=row.organisation, actor=by.actor, kind="staff.stays", subject=row, at=by.now)
    settle(row, because=_("stays after all"), actor=by.actor, now=by.now)


@transaction.atomic
def carry_out(row: StaffMember, *, user: User | None, actor: Actor, now: datetime) -> None:
    """Somebody has left: all access is withdrawn, and so is the account in art28; what stays open has a clock."""
    locked = StaffMember.objects.select_for_update().filter(pk=row.pk, left_at=None).first()
    if locked is None or row.leaves_on is None:
        return
    StaffMember.objects.filter(pk=row.pk).update(left_at=now)
    row.refresh_from_db()
    held = list(Means.objects.filter(organisation=row.organisation, member=row, returned_on=None))
    standing = queries.grants_of(row).filter(withdrawn_at=None)
    gone = withdraw_all(row, standing, reason=_("left"), user=user, actor=actor, now=now)
    Responsibility.objects.filter(organisation=row.organisation, member=row, ended_at=None).update(ended_at=now)
    content = {
        "on": row.leaves_on.isoformat(),
        "withdrawn": gone,
        "to_return": [{"means": str(each.pk), "kind": each.kind, "name": each.name} for each in held],
        "account": _end_membership(row, actor, now),
    }
    keep_move(
        row,
        Move.LEFT,
        row.leaves_on,
        user=user,
        now=now,
        before=row.role.name if row.role else "",
        withdrawn=len(gone),
    )
    record(organisation=row.organisation, actor=actor, kind="staff.left", subject=row, at=now, content=content)
    _cleared(row, user, actor, now)


def _end_membership(row: StaffMember, actor: Actor, now: datetime) -> str:
    """End the account in art28 of whoever left; the last owner's stays, and the trail says so."""
    if row.user_id is None:
        return "none"
    found = next((each for each in account_queries.members(row.organisation) if each.user_id == row.user_id), None)
    if found is None:
        return "none"
    try:
        with transaction.atomic():
            accounts.end_membership(found, actor=actor, now=now)
    except accounts.LastOwner:
        return "last_owner"
    return "ended"


@transaction.atomic
def removed(row: StaffMember, grant: Grant, *, by: By) -> None:
    """Keep that a system no longer knows a right that was withdrawn. Raises `StateChanged`; `NotNow` while it stands."""
    if grant.withdrawn_at is None:
        raise NotNow("standing")
    if (
        Grant.objects.filter(pk=grant.pk, organisation=row.organisation_id, removed_at=None).update(
            removed_at=by.now, removed_by=by.user
        )
        != 1
    ):
        raise StateChanged(row.reference)
    content = {"grant": str(grant.pk), "agreement": str(grant.agreement_id), "system": grant.system}
    record(
        organisation=row.organisation, actor=by.actor, kind="access.removed", subject=row, at=by.now, content=content
    )
    _cleared(row, by.user, by.actor, by.now)


@transaction.atomic
def returned(row: StaffMember, means: Means, *, on: date, by: By) -> None:
    """Keep that a means came back, and to whom. Raises `StateChanged`."""
    if (
        Means.objects.filter(pk=means.pk, organisation=row.organisation_id, returned_on=None).update(
            returned_on=on, returned_to=by.user
        )
        != 1
    ):
        raise StateChanged(row.reference)
    content = {"means": str(means.pk), "kind": means.kind, "name": means.name, "on": on.isoformat()}
    record(
        organisation=row.organisation, actor=by.actor, kind="means.returned", subject=row, at=by.now, content=content
    )
    _cleared(row, by.user, by.actor, by.now)


def _cleared(row: StaffMember, user: User | None, actor: Actor, now: datetime) -> None:
    """Once nothing is left of whoever left, the clock ends and the proof of it is kept."""
    row.refresh_from_db()
    done = row.left_at is not None and not queries.still_has(row)
    if done:
        proof = queries.proof(row)
        keep_move(row, Move.CLEARED, now.astimezone(ZoneInfo(row.organisation.time_zone)).date(), user=user, now=now)
        record(organisation=row.organisation, actor=actor, kind="staff.cleared", subject=row, at=now, content=proof)
    because = _("everything withdrawn and returned") if done else _("left")
    settle(row, met=(Concern.LEAVING,) if done else (), because=because, actor=actor, now=now)
