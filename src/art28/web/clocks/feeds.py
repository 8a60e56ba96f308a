"""Calendar feeds: making one, revoking it, finding it by its token, and what stands in it.

A feed is read by a GET without signing in: whoever holds the address reads it, so it holds no more than its `Filters` and
says no more than the kind of duty, its instant and, where chosen, the names of parties. Reading it changes nothing.
"""

import secrets
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.notices.calendar import Alarm, Entry, calendar
from art28.obligations.record import duty_of
from art28.web.accounts.access import Actor
from art28.web.accounts.actions import token_hash
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.audit.actions import record
from art28.web.clocks import due
from art28.web.clocks.filters import EVENTS, Filters, Whose
from art28.web.clocks.models import CalendarFeed, Obligation
from art28.web.clocks.targets import Targets, target_at, targets
from art28.web.exercises import kinds

MOST = 2_000
"""How many entries a feed holds: the first to end."""
_TOKEN_BYTES = 24
_SHORT = timedelta(hours=72)


@transaction.atomic
def make(
    organisation: Organisation, *, user: User | None, with_names: bool, by: User, actor: Actor, now: datetime
) -> tuple[CalendarFeed, str]:
    """A feed of `user`, or of the organisation where None; returns it and its token, which is kept nowhere."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    language = user.language if user and user.language else organisation.language
    feed = CalendarFeed.objects.create(
        organisation=organisation,
        user=user,
        token_hash=token_hash(token),
        with_names=with_names,
        language=language,
        made_by=by,
        made_at=now,
    )
    content = {"of": "person" if user else "organisation", "with_names": with_names}
    record(organisation=organisation, actor=actor, kind="feed.made", subject=feed, at=now, content=content)
    return feed, token


@transaction.atomic
def revoke(feed: CalendarFeed, *, actor: Actor, now: datetime) -> None:
    """Make the address worthless; a second time changes nothing."""
    if CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(revoked_at=now) == 1:
        record(organisation=feed.organisation, actor=actor, kind="feed.revoked", subject=feed, at=now)


def feeds(organisation: Organisation, user: User, *, everybody: bool) -> QuerySet[CalendarFeed]:
    """The feeds of `user`, and, for who manages them, the organisation's own; newest first, without those revoked."""
    whose = Q(user=user) | Q(user=None) if everybody else Q(user=user)
    rows = CalendarFeed.objects.filter(whose, organisation=organisation, revoked_at=None)
    return rows.select_related("organisation", "made_by").order_by("-made_at", "-id")


def by_token(token: str) -> CalendarFeed | None:
    """The feed that an address belongs to; None where it is revoked or made up, or its person works there no longer."""
    feed = (
        CalendarFeed.objects.filter(token_hash=token_hash(token), revoked_at=None)
        .select_related("organisation", "user")
        .first()
    )
    if feed is None or feed.user is None:
        return feed
    works_there = Membership.objects.filter(
        organisation=feed.organisation_id, user=feed.user_id, ended_at=None, user__is_active=True
    )
    return feed if works_there.exists() else None


def body(feed: CalendarFeed, *, now: datetime) -> bytes:
    """The calendar of a feed: a person's own limits and those of nobody, or all of the organisation's."""
    whose = Whose.MINE_OR_NOBODY if feed.user else Whose.ALL
    scope = due.Scope(feed.organisation, feed.user, now)
    known = targets(feed.organisation)
    with translation.override(feed.language):
        name = _("Limits of %(organisation)s") % {"organisation": feed.organisation.name}
        rows = due.every(scope, Filters(whose=whose.value), most=MOST)
        # What stands still has no end to show; what is played is nobody's to see in a calendar.
        running = (row for row in rows if row.paused_at is None and row.subject_kind not in kinds.PLAYED)
        return calendar(name, tuple(entry(row, feed, known) for row in running), language=feed.language)


def entry(row: Obligation, feed: CalendarFeed, known: Targets) -> Entry:
    """An obligation as an entry: what must be done, when, why, and where to read more; of whom only where chosen."""
    zone = ZoneInfo(feed.organisation.time_zone)
    what = labels.action(row.action, feed.language)
    if not row.ours:
        what = _("%(what)s (by the other side)") % {"what": what}
    if feed.with_names and row.counterparty:
        what = f"{what} · {row.counterparty}"
    duty = duty_of(row.duty)
    said = [labels.limit(duty.limit, feed.language) if duty.limit else ""]
    at, day = row.ends_at, row.last_day
    if at is None:
        at = target_at(row, known)
        day = None if at else row.due_at.astimezone(zone).date()
        said.append(_("Own target; the limit has no number.") if at else _("The limit has no number of hours or days."))
    if feed.with_names:
        said.append(f"{EVENTS.get(row.subject_kind, row.subject_kind)} {row.subject_label} · {row.title}".rstrip(" ·"))
    return Entry(
        uid=f"{row.pk}@art28",
        made_at=row.made_at,
        summary=what,
        description="\n".join(filter(None, said)),
        url=f"{settings.PUBLIC_URL}{reverse('clock', args=(row.pk,))}",
        at=None if day else at,
        day=day,
        alarms=_alarms(row),
    )


def _alarms(row: Obligation) -> tuple[Alarm, ...]:
    """For a limit in days the day before and the day itself, both at nine; else hours before, closer for a short limit."""
    if row.ends_at is None or row.last_day is not None:
        return (Alarm(-timedelta(hours=15)), Alarm(timedelta(hours=9)))
    if row.ends_at - row.started_at <= _SHORT:
        return (Alarm(-timedelta(hours=4)), Alarm(-timedelta(hours=1)))
    return (Alarm(-timedelta(days=1)), Alarm(-timedelta(hours=4)))
