"""Obligations -> plans -> reminders. All of it is derived from what is in the database, so a lost job loses nothing.

A plan says up to where an obligation's reminders were written. Whoever moves a plan on writes the reminders in the same
transaction; what two workers might write both is unique. After an outage only the last step that passed is written for each
person: one catch-up, not one for every step.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import Field, Q, QuerySet

from art28.law.calendars import NL_AWT
from art28.obligations import reminding
from art28.obligations.quiet import next_awake
from art28.obligations.reminding import Audience
from art28.web.accounts.models import Organisation
from art28.web.clocks.models import Obligation
from art28.web.exercises import queries as exercises
from art28.web.reminders.models import Plan, Preference, Reminder, Watch
from art28.web.reminders.people import Staff, addressed, staff
from art28.web.reminders.policies import Policies, policies, quiet_of

_SWEEP_EVERY = timedelta(minutes=10)
_FRESH = _SWEEP_EVERY + timedelta(minutes=2)  # what is older, the next sweep finds
_UUID7_SHIFT = 80
_CHUNK = 500
_COUNTED_BY = (
    "organisation", "action", "owner", "started_at", "ends_at", "internal_target_at", "ended_at", "paused_at",
    "subject_kind", "subject_id",
)  # fmt: skip
"""What of an obligation is read: the rest of a row is long."""


def begin(*, now: datetime, limit: int) -> int:
    """Make a plan for at most `limit` running obligations without one, the new ones first; returns how many.

    Ids grow with time, so the new ones are found by a range of the primary key. Whatever that misses, such as a clock that
    was set back, is found by going through all, every ten minutes.
    """
    fresh = UUID(int=(int((now - _FRESH).timestamp() * 1000)) << _UUID7_SHIFT)
    done = _begin(Obligation.objects.filter(pk__gte=fresh), now, limit)
    if done < limit and _may_sweep(now):
        done += _begin(Obligation.objects.all(), now, limit - done)
        done += Plan.objects.filter(at_rest=True, obligation__ended_at=None).update(at_rest=False, next_at=now)
        # An own target may have changed since.
        Plan.objects.filter(
            at_rest=False, obligation__ended_at=None, obligation__ends_at=None, obligation__paused_at=None
        ).update(next_at=now)
        if done >= limit:  # more may wait: the next round goes on
            Watch.objects.update(swept_at=None)
    return done


def _begin(within: QuerySet[Obligation], now: datetime, limit: int) -> int:
    """Write the plans; one that owes a reminder already is due at once, the others when their first step comes."""
    unplanned = within.filter(ended_at=None, paused_at=None, ours=True, reminder_plan=None)
    found = list(unplanned.only(*_COUNTED_BY)[:limit])
    tenants = _tenants({row.organisation_id for row in found})
    plans = []
    for row in found:
        steps = tenants[row.organisation_id].steps(row)
        first = steps[0].at if steps else None
        owes = first is not None and first <= now
        plans.append(
            Plan(
                organisation_id=row.organisation_id,
                obligation=row,
                done_until=row.started_at,
                next_at=min(row.started_at, now) if owes else first,
            )
        )
    for start in range(0, len(plans), _CHUNK):  # each a transaction of its own, so that nobody waits for long
        Plan.objects.bulk_create(plans[start : start + _CHUNK], ignore_conflicts=True)
    return len(plans)


def _may_sweep(now: datetime) -> bool:
    """Whether it is this worker's turn to go through all; an instant in the future is a clock that was set back."""
    Watch.objects.get_or_create(pk=1)
    due = Q(swept_at=None) | Q(swept_at__lte=now - _SWEEP_EVERY) | Q(swept_at__gt=now)
    return Watch.objects.filter(due, pk=1).update(swept_at=now) == 1


def advance(*, now: datetime, limit: int) -> int:
    """Write the reminders of at most `limit` plans whose next instant has come, and move those plans on; returns how many."""
    due = Plan.objects.filter(next_at__lte=now)
    if not due.exists():  # an idle worker takes no lock
        return 0
    with transaction.atomic():
        rows = (
            due.select_for_update(skip_locked=True, of=("self",))
            .select_related("obligation")
            .only("organisation", "done_until", "next_at", "at_rest", *(f"obligation__{each}" for each in _COUNTED_BY))
        )
        plans = list(rows.order_by("next_at", "id")[:limit])
        tenants = _tenants({plan.organisation_id for plan in plans})
        written = [reminder for plan in plans for reminder in _moved_on(plan, tenants[plan.organisation_id], now)]
        people = {(row.organisation_id, row.user_id) for row in written}
        Preference.objects.bulk_create(
            [Preference(organisation_id=organisation, user_id=user) for organisation, user in sorted(people)],
            ignore_conflicts=True,
            batch_size=500,
        )
        Reminder.objects.bulk_create(written, ignore_conflicts=True, batch_size=500)
        _keep(plans)
    return len(plans)


def _keep(plans: Iterable[Plan]) -> None:
    """Write plans back by one prepared statement: a CASE of hundreds of branches takes the square of their number."""
    fields = [
        cast("Field[Any, Any]", Plan._meta.get_field(name)) for name in ("done_until", "next_at", "at_rest", "id")
    ]
    values = [
        tuple(field.get_db_prep_save(getattr(plan, field.attname), connection) for field in fields) for plan in plans
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE reminders_plan SET done_until = %s, next_at = %s, at_rest = %s WHERE id = %s", values
        )


class Tenant:
    """What is read once of an organisation to write reminders: its policies, who works there, what each prefers."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        self.zone = ZoneInfo(organisation.time_zone)
        self._counted: dict[tuple[datetime, datetime, str], tuple[reminding.Reminder, ...]] = {}
        self.policies: Policies = policies(organisation)
        self.staff: Staff = staff(organisation)
        self.preferences: Mapping[UUID, Preference] = {
            row.user_id: row for row in Preference.objects.filter(organisation=organisation)
        }

    def steps(self, row: Obligation) -> tuple[reminding.Reminder, ...]:
        """The reminders of an obligation; those of one event often run alike, so they are counted once."""
        end = self.policies.end_of(row)
        key = (row.started_at, end, row.action)
        if key not in self._counted:
            policy = self.policies.of(row.action)
            self._counted[key] = reminding.reminders(row.started_at, end, policy, zone=self.zone)
        return self._counted[key]

    @cached_property
    def _players(self) -> Mapping[UUID, UUID]:
        return exercises.players(self._organisation)

    def reached(self, each: reminding.Reminder, row: Obligation) -> Mapping[UUID, Audience]:
        """Who is reminded of an obligation by a step of its policy."""
        return addressed(self.staff, row, each.step.to, players=lambda: self._players)

    def send_at(self, user: UUID, now: datetime, end: datetime) -> datetime:
        """When a reminder that isn't urgent may leave: after the person's own quiet hours, where that is before the end."""
        preference = self.preferences.get(user)
        if preference is None:
            return now
        quiet = quiet_of(preference.quiet_from, preference.quiet_until, days_off=preference.quiet_on_days_off)
        later = next_awake(now, quiet, zone=self.zone, calendar=NL_AWT) if quiet else now
        return later if later < end else now


def _tenants(wanted: Collection[UUID]) -> dict[UUID, Tenant]:
    return {row.pk: Tenant(row) for row in Organisation.objects.filter(pk__in=wanted)} if wanted else {}


def _moved_on(plan: Plan, tenant: Tenant, now: datetime) -> Iterator[Reminder]:
    """The reminders that `plan` owes at `now`; the plan itself is moved on."""
    row = plan.obligation
    if row.ended_at is not None:
        plan.next_at, plan.at_rest = None, True
        return
    if row.paused_at is not None:  # looked at again when it runs on (following.py)
        plan.next_at = None
        return
    end = tenant.policies.end_of(row)
    steps = tenant.steps(row)
    owed = [each for each in steps if plan.done_until < each.at <= now]
    plan.next_at = next((each.at for each in steps if each.at > now), None)
    plan.done_until = max(plan.done_until, now)
    urgent = reminding.is_urgent(row.started_at, end)
    last: dict[UUID, tuple[reminding.Reminder, Audience]] = {}
    for each in owed:
        for user, audience in tenant.reached(each, row).items():
            last[user] = (each, audience)
    for user, (each, audience) in last.items():
        yield Reminder(
            organisation_id=plan.organisation_id,
            obligation=row,
            user_id=user,
            step=each.step.key,
            audience=audience,
            due_at=each.at,
            made_at=now,
            send_at=now if urgent else tenant.send_at(user, now, end),
            urgent=urgent,
        )
