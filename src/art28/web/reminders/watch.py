"""A dead man's switch: whichever process still runs notices that work stands still, and says so.

Workers look in every round, the web after a request, monitoring by /health/; at most once a minute, whoever comes first.
What is wrong is derived from the database each time, so nothing has to be told by a process that died.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from art28.web.accounts.access import SYSTEM
from art28.web.accounts.models import Membership, Organisation
from art28.web.accounts.rights import Role
from art28.web.audit.actions import record
from art28.web.audit.models import Unsealed
from art28.web.clocks.models import Heartbeat, Obligation
from art28.web.exercises import kinds
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.notices.transport import mail_leaves
from art28.web.offline import queries as offline
from art28.web.reminders import wording
from art28.web.reminders.delivery import ENOUGH, deliver_due
from art28.web.reminders.models import Alarm, AlarmKind, Message, MessageKind, MessageState, Watch

NEAR = timedelta(days=1)
"""Within this time of its end a clock that nobody sees to is an alarm: a choice of art28, not a limit."""

_EVERY = timedelta(minutes=1)
_RECENT = timedelta(days=1)
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands still in an organisation: since when (for `OWNERLESS`: the first end), and how many."""

    organisation_id: UUID
    kind: AlarmKind
    since: datetime | None
    count: int = 0


def look(*, now: datetime) -> bool:
    """Raise and clear alarms, where nobody looked in the last minute; returns whether it was our turn.

    An instant in the future is a clock that was set back: it holds nobody up.
    """
    watch, _ = Watch.objects.get_or_create(pk=1)
    turn = Q(looked_at=None) | Q(looked_at__lte=now - _EVERY) | Q(looked_at__gt=now)
    if Watch.objects.filter(turn, pk=1).update(looked_at=now) != 1:
        return False
    found = {(each.organisation_id, each.kind): each for each in findings(now=now)}
    with transaction.atomic():
        opened = {(row.organisation_id, AlarmKind(row.kind)): row for row in Alarm.objects.filter(cleared_at=None)}
        _raise([each for key, each in found.items() if key not in opened], now)
        _refresh({row: found[key] for key, row in opened.items() if key in found})
        _clear([row for key, row in opened.items() if key not in found], now)
        _tell_of_gap(watch.looked_at, now)
    return True


def look_from_web(*, now: datetime) -> None:
    """Look and, where no worker is there to do it, send the alarms ourselves."""
    if look(now=now) and not manned(now=now):
        deliver_due(now=now, limit=_AT_ONCE, clock=timezone.now, kinds=(MessageKind.ALARM,))


def patience() -> timedelta:
    """How long something may stand still before it is an alarm."""
    return timedelta(minutes=settings.ALARM_AFTER_MINUTES)


def manned(*, now: datetime) -> bool:
    """Whether a worker was seen lately and has not stopped."""
    lately = Heartbeat.objects.filter(seen_at__gte=now - patience(), seen_at__lte=now + _EVERY)
    return lately.filter(stopped_at=None).exists()


def last_seen(*, now: datetime) -> datetime | None:
    """When a worker was last seen; what a clock that ran ahead wrote doesn't count."""
    rows = Heartbeat.objects.filter(seen_at__lte=now + _EVERY).order_by("-seen_at")
    return rows.values_list("seen_at", flat=True).first()


def findings(*, now: datetime) -> Iterator[Finding]:
    """All that stands still now, in every organisation, in a fixed number of queries."""
    organisations = dict(Organisation.objects.values_list("pk", "created_at"))
    yield from _unmanned(organisations, now)
    yield from _unsealed(now)
    yield from _ownerless(organisations, now)
    yield from _without_pack(now)
    if (
        mail_leaves()
    ):  # art28 on one's own machine may have no mail server, which its pages say; nowhere else it starts so
        yield from _outbox_stuck(now)
        yield from _undelivered(now)


def _unmanned(organisations: Mapping[UUID, datetime], now: datetime) -> Iterator[Finding]:
    if manned(now=now):
        return
    seen = last_seen(now=now)
    for organisation, created_at in organisations.items():
        if (seen or created_at) <= now - patience():
            yield Finding(organisation, AlarmKind.UNMANNED, seen)


def _outbox_stuck(now: datetime) -> Iterator[Finding]:
    """Notices wait and none leaves; a long queue that moves is none."""
    # Asked once for all: by each message that waits, it would cost the square of a long queue.
    moving = OutboxMessage.objects.filter(accepted_at__gte=now - patience()).order_by().values("organisation")
    waiting = OutboxMessage.objects.filter(
        ~Q(organisation__in=moving), state__in=(Delivery.QUEUED, Delivery.LEASED), handed_over_at__lte=now - patience()
    ).exclude(subject_kind__in=kinds.PLAYED)
    grouped = waiting.order_by().values_list("organisation").annotate(Min("handed_over_at"), Count("id"))
    for organisation, since, count in grouped:
        yield Finding(organisation, AlarmKind.OUTBOX_STUCK, since, count)


def _unsealed(now: datetime) -> Iterator[Finding]:
    waiting = Unsealed.objects.filter(act__at__lte=now - patience()).order_by()
    for organisation, since, count in waiting.values_list("organisation").annotate(Min("act__at"), Count("pk")):
        yield Finding(organisation, AlarmKind.UNSEALED, since, count)


def _ownerless(organisations: Iterable[UUID], now: datetime) -> Iterator[Finding]:
    near = Obligation.objects.filter(
        organisation__in=list(organisations),
        ours=True,
        owner=None,
        ended_at=None,
        due_at__lte=now + NEAR,
        made_at__lte=now - patience(),  # whoever has just recorded it is at work
    ).exclude(subject_kind__in=kinds.PLAYED)
    for organisation, since, count in near.order_by().values_list("organisation").annotate(Min("due_at"), Count("id")):
        yield Finding(organisation, AlarmKind.OWNERLESS, since, count)


def _undelivered(now: datetime) -> Iterator[Finding]:
    """People whom no channel reaches: the last message failed, or waits after the last channel was tried for long."""
    rows = _unreached(now)
    for organisation, since, count in rows.values_list("organisation").annotate(
        Min("made_at"), Count("user", distinct=True)
    ):
        yield Finding(organisation, AlarmKind.UNDELIVERED, since, count)


def unreached(organisation: Organisation, *, now: datetime) -> tuple[str, ...]:
    """The names of the people of an organisation whom no channel reaches."""
    rows = _unreached(now).filter(organisation=organisation)
    return tuple(rows.values_list("user__name", flat=True).distinct().order_by("user__name"))


def _unreached(now: datetime) -> QuerySet[Message]:
    later = Message.objects.filter(
        organisation=OuterRef("organisation"),
        user=OuterRef("user"),
        state=MessageState.ACCEPTED,
        made_at__gte=OuterRef("made_at"),
    )
    failed = Q(state=MessageState.FAILED, made_at__gte=now - _RECENT)
    waits = Q(state__in=(MessageState.QUEUED, MessageState.LEASED), attempts__gte=ENOUGH)
    return Message.objects.filter(failed | waits, ~Exists(later)).exclude(kind=MessageKind.ALARM).order_by()


def _without_pack(now: datetime) -> Iterator[Finding]:
    for organisation, made_at in offline.old(now=now):
        yield Finding(organisation, AlarmKind.OFFLINE_PACK_OLD, made_at)


def _raise(found: list[Finding], now: datetime) -> None:
    rows = [
        Alarm(organisation_id=each.organisation_id, kind=each.kind, raised_at=now, since=each.since, count=each.count)
        for each in found
    ]
    Alarm.objects.bulk_create(rows, ignore_conflicts=True)
    # Where another process raised the same one first, ours was not written.
    for row in Alarm.objects.filter(pk__in=[row.pk for row in rows]).select_related("organisation"):
        _announce(row, now, over=False)


def _announce(row: Alarm, now: datetime, *, over: bool) -> None:
    """Record an alarm and write to every owner."""
    kind = AlarmKind(row.kind)
    content = {"kind": kind.value, "since": row.since.isoformat() if row.since else None, "count": row.count}
    record(organisation=row.organisation, actor=SYSTEM, kind="alarm.raised", subject=row, at=now, content=content)
    owners = Membership.objects.filter(organisation=row.organisation, role=Role.OWNER, ended_at=None)
    for membership in owners.select_related("organisation", "user"):
        letter = wording.alarm(membership, kind, since=row.since, count=row.count, over=over)
        Message.objects.create(
            organisation=row.organisation,
            user=membership.user,
            kind=MessageKind.ALARM,
            language=letter.language,
            subject=letter.subject,
            body_text=letter.text,
            body_html=letter.html,
            brief=letter.brief,
            made_at=now,
            next_attempt_at=now,
        )


def _refresh(changed: Mapping[Alarm, Finding]) -> None:
    """Let an open alarm say how it stands now; it is mailed once."""
    for row, each in changed.items():
        if (row.count, row.since) != (each.count, each.since):
            Alarm.objects.filter(pk=row.pk, cleared_at=None).update(count=each.count, since=each.since)


def _clear(rows: list[Alarm], now: datetime) -> None:
    for row in rows:
        if Alarm.objects.filter(pk=row.pk, cleared_at=None).update(cleared_at=now) == 1:
            organisation = row.organisation
            content = {"kind": row.kind}
            record(organisation=organisation, actor=SYSTEM, kind="alarm.cleared", subject=row, at=now, content=content)


def _tell_of_gap(looked_at: datetime | None, now: datetime) -> None:
    """Say afterwards that no worker ran, where nobody was there to notice: the first look after a worker's start."""
    newest = list(Heartbeat.objects.filter(seen_at__lte=now + _EVERY).order_by("-seen_at", "-started_at")[:2])
    if len(newest) < len(("this", "the one before")):
        return
    this, before = newest
    if this.started_at - before.seen_at < patience() or (looked_at is not None and looked_at >= this.started_at):
        return
    told = Alarm.objects.filter(organisation=OuterRef("pk"), kind=AlarmKind.UNMANNED, raised_at__gte=before.seen_at)
    for organisation in Organisation.objects.filter(~Exists(told), created_at__lte=before.seen_at):
        row = Alarm.objects.create(
            organisation=organisation,
            kind=AlarmKind.UNMANNED,
            raised_at=now,
            since=before.seen_at,
            cleared_at=now,
        )
        _announce(row, now, over=True)
