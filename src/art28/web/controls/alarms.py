"""Checks that nobody did in time -> alarms; alarms -> the owner, then the deputy, then management; and accepting one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from art28.obligations.reminding import Audience
from art28.timelimits.instants import end_of_day
from art28.web.accounts import queries as accounts
from art28.web.accounts.access import WORKER, Actor
from art28.web.accounts.models import Organisation, User
from art28.web.audit.actions import Entry, record, record_many
from art28.web.controls.models import Check, CheckAlarm, Standing, Why
from art28.web.controls.rhythm import Rhythm
from art28.web.database import bulk
from art28.web.database.expressions import Among
from art28.web.reminders import announcing
from art28.web.reminders.people import staff

CHAIN = (Audience.OWNER, Audience.DEPUTY, Audience.MANAGEMENT)
"""Who hears of an alarm, one after the other, as long as it is open."""
_AT_ONCE = 500
_NAMED = 10


class AlreadyClosed(Exception):
    """The alarm was closed meanwhile: by a result that passes, or by somebody else."""


def _locked(rows: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True, of=("self",))
    return rows


@transaction.atomic
def miss(*, now: datetime, limit: int) -> int:
    """Raise an alarm for checks whose result didn't come in time, a few hundred at once; returns for how many."""
    due = Check.objects.filter(due_at__lte=now).select_related("organisation").order_by("due_at", "id")
    rows = list(_locked(due)[: min(limit * 10, _AT_ONCE)])
    ids = [row.pk for row in rows]
    there = (
        set(
            CheckAlarm.objects.filter(Among("check_row_id", ids), thing="", closed_at=None).values_list(
                "check_row_id", flat=True
            )
        )
        if ids
        else set()
    )
    made = [_missed(row, now) for row in rows if row.pk not in there]
    bulk.create(CheckAlarm, made)
    Check.objects.filter(Among("id", ids), standing=Standing.FAILED).update(due_at=None)
    Check.objects.filter(Among("id", ids)).exclude(standing=Standing.FAILED).update(
        due_at=None, standing=Standing.MISSED
    )
    for organisation in {row.organisation_id: row.organisation for row in rows}.values():
        entries = (
            Entry("check.missed", "check", row.pk, {"due_at": row.due_at.isoformat() if row.due_at else ""})
            for row in rows
            if row.organisation_id == organisation.pk
        )
        record_many(organisation=organisation, actor=WORKER, at=now, entries=entries)
    return len(rows)


def _missed(row: Check, now: datetime) -> CheckAlarm:
    return CheckAlarm(
        organisation_id=row.organisation_id,
        check_row_id=row.pk,
        why=Why.MISSED,
        since=row.due_at or now,
        raised_at=now,
        tell_at=now,
    )


@transaction.atomic
def tell(*, now: datetime, limit: int) -> int:
    """Tell whoever is next in the chain of each alarm, one message a person; returns of how many alarms."""
    due = CheckAlarm.objects.filter(tell_at__lte=now, closed_at=None).select_related("check_row", "organisation")
    rows: list[CheckAlarm] = list(_locked(due.order_by("tell_at", "id"))[: min(limit * 10, _AT_ONCE)])
    for organisation in {row.organisation_id: row.organisation for row in rows}.values():
        _tell(organisation, [row for row in rows if row.organisation_id == organisation.pk], now)
    return len(rows)


def _tell(organisation: Organisation, alarms: Sequence[CheckAlarm], now: datetime) -> None:
    people = staff(organisation)
    members = {row.user_id: row for row in accounts.members(organisation) if row.ended_at is None}
    of_person: dict[UUID, list[CheckAlarm]] = {}
    entries = []
    for alarm in alarms:
        audience = CHAIN[min(alarm.told, len(CHAIN) - 1)]
        reached = people.reached((audience,), alarm.check_row.owner_id)
        for user in reached:
            of_person.setdefault(user, []).append(alarm)
        content = {"to": audience.value, "users": sorted(str(user) for user in reached)}
        entries.append(Entry("check.alarm_told", "checkalarm", alarm.pk, content))
        alarm.told += 1
        wait = timedelta(hours=alarm.check_row.escalate_hours)
        alarm.tell_at = now + wait if alarm.told < len(CHAIN) else None
    for user, theirs in of_person.items():
        if user in members:
            announcing.announce(members[user], partial(_said, theirs), now=now)
    CheckAlarm.objects.bulk_update(alarms, ("told", "tell_at"), batch_size=_AT_ONCE)
    record_many(organisation=organisation, actor=WORKER, at=now, entries=entries)


def _said(alarms: Sequence[CheckAlarm]) -> announcing.Said:
    first = alarms[0]
    if len(alarms) == 1:
        subject = {
            Why.MISSED: _("Check missed: %(name)s"),
            Why.FAILED: _("Check failed: %(name)s"),
        }[Why(first.why)] % {"name": first.check_row.name}
    else:
        subject = ngettext("%(n)s check is missed or fails", "%(n)s checks are missed or fail", len(alarms)) % {
            "n": len(alarms)
        }
    lines = [f"{each.check_row.name}: {each.get_why_display()}" for each in alarms[:_NAMED]]
    if len(alarms) > _NAMED:
        lines.append(_("and %(n)s more") % {"n": len(alarms) - _NAMED})
    link = reverse("controls:detail", args=(first.check_row_id,)) if len(alarms) == 1 else reverse("controls:board")
    return announcing.Said(
        subject=subject,
        body="; ".join(lines) + ".",
        advice=_(
            "See to it that a new result passes, or accept it for a time with a reason. Until then the next in line is told."
        ),
        link=settings.PUBLIC_URL + link,
    )


@transaction.atomic
def accept(alarm: CheckAlarm, *, reason: str, until: date, by: User, actor: Actor, now: datetime) -> None:
    """Close an alarm without a result that passes, for a reason and until a day. Raises `AlreadyClosed`."""
    check = Check.objects.select_for_update().select_related("organisation").get(pk=alarm.check_row_id)
    rows = CheckAlarm.objects.filter(pk=alarm.pk, organisation=check.organisation_id, closed_at=None)
    done = rows.update(closed_at=now, tell_at=None, accepted_by=by, accepted_reason=reason, accepted_until=until)
    if done != 1:
        raise AlreadyClosed(str(alarm.pk))
    left = CheckAlarm.objects.filter(check_row=check, closed_at=None).values_list("why", flat=True)
    whys = set(left)
    check.standing = _standing(whys)
    ends = end_of_day(until, ZoneInfo(check.organisation.time_zone))
    if Why.MISSED not in whys and (alarm.why == Why.MISSED or check.rhythm == Rhythm.AGE):
        check.due_at = ends
    check.save(update_fields=("standing", "due_at"))
    content = {"check": str(check.pk), "reason": reason, "until": until.isoformat()}
    record(
        organisation=check.organisation,
        actor=actor,
        kind="check.alarm_accepted",
        subject=alarm,
        at=now,
        content=content,
    )


def _standing(whys: Iterable[str]) -> Standing:
    found = set(whys)
    if Why.FAILED in found:
        return Standing.FAILED
    return Standing.MISSED if Why.MISSED in found else Standing.ACCEPTED
