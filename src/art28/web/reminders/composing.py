"""Reminders that wait -> one message a person; and, for who wants it so, one overview a day.

A person's row of preferences is locked meanwhile, so that two workers don't write to the same person at once. A message
that has not left yet is replaced by the newer one: after a day without a mail server there is one to read, not twenty.
"""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from art28.timelimits.instants import in_utc
from art28.web.accounts.models import Membership, Organisation
from art28.web.clocks.models import Obligation
from art28.web.exercises import kinds
from art28.web.reminders import wording
from art28.web.reminders.models import Message, MessageKind, MessageState, Preference, Reminder
from art28.web.reminders.policies import Policies, policies
from art28.web.reminders.wording import Letter, Line

_AHEAD = timedelta(days=7)
_LISTED = 100


def compose(*, now: datetime, limit: int) -> int:
    """Write to at most `limit` people about the reminders that wait for them; returns to how many."""
    people = _sendable(now).order_by().values_list("organisation", "user").distinct()[:limit]
    return sum(_write_to(organisation, user, now) for organisation, user in people)


def digests(*, now: datetime, limit: int) -> int:
    """Write the overviews of at most `limit` people whose hour has come; who has nothing due gets none."""
    due = Preference.objects.filter(next_digest_at__lte=now).order_by("next_digest_at", "id")
    return sum(_digest_for(pk, now) for pk in list(due.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def _write_to(organisation_id: UUID, user_id: UUID, now: datetime) -> int:
    preference = _locked(Preference.objects.filter(organisation=organisation_id, user=user_id))
    if preference is None:
        return 0
    waiting = list(
        _sendable(now).filter(organisation=organisation_id, user=user_id).select_related("obligation__agreement")
    )
    if not waiting:
        return 0
    membership = _membership(organisation_id, user_id)
    wanted = [row for row in waiting if membership is not None and _runs(row.obligation)]
    _settle([row for row in waiting if row not in wanted])
    if not wanted or membership is None:
        return 1
    unsent = _replace(organisation_id, user_id, MessageKind.REMINDER)
    again = Reminder.objects.filter(message__in=unsent, obligation__ended_at=None).select_related(
        "obligation__agreement"
    )
    carried = [*wanted, *again]
    letter = wording.reminder(membership, _lines(carried, policies(membership.organisation)), now=now)
    message = _queue(membership, MessageKind.REMINDER, letter, now)
    Reminder.objects.filter(pk__in=[row.pk for row in carried]).update(message=message)
    return 1


@transaction.atomic
def _digest_for(preference_id: UUID, now: datetime) -> int:
    preference = _locked(Preference.objects.filter(pk=preference_id, next_digest_at__lte=now))
    if preference is None:
        return 0
    organisation, user = preference.organisation, preference.user_id
    preference.next_digest_at = next_digest(organisation, preference.digest_time, now)
    preference.save(update_fields=("next_digest_at",))
    membership = _membership(organisation.pk, user)
    pending = Reminder.objects.filter(organisation=organisation, user=user, message=None, settled=False)
    waiting = list(pending.select_related("obligation__agreement"))
    wanted = [row for row in waiting if membership is not None and _runs(row.obligation)]
    _settle([row for row in waiting if row not in wanted])
    if membership is None:
        return 1
    own = Obligation.objects.filter(
        organisation=organisation, owner=user, ours=True, ended_at=None, paused_at=None, due_at__lte=now + _AHEAD
    )
    known = policies(organisation)
    lines = _lines(wanted, known)
    listed = {line.obligation.pk for line in lines}
    own = own.exclude(subject_kind__in=kinds.PLAYED)  # of what is played only reminders come, and to its player alone
    own = own.select_related("agreement").order_by("due_at", "id")
    lines += [Line(row, known.end_of(row), None) for row in own[:_LISTED] if row.pk not in listed]
    if not lines:
        return 1
    unsent = _replace(organisation.pk, user, MessageKind.DIGEST)
    letter = wording.digest(membership, sorted(lines, key=Line.order), now=now)
    message = _queue(membership, MessageKind.DIGEST, letter, now)
    carried = Q(pk__in=[row.pk for row in wanted]) | Q(message__in=unsent, settled=False)
    Reminder.objects.filter(carried).update(message=message)
    return 1


def next_digest(organisation: Organisation, at: time, now: datetime) -> datetime:
    """The first instant after `now` at which it is `at` in the organisation's zone."""
    zone = ZoneInfo(organisation.time_zone)
    day = now.astimezone(zone).date()
    first = in_utc(datetime.combine(day, at, tzinfo=zone))
    return first if first > now else in_utc(datetime.combine(day + timedelta(days=1), at, tzinfo=zone))


def _sendable(now: datetime) -> QuerySet[Reminder]:
    """Reminders that wait for a message; what isn't urgent waits for the overview of who wants one."""
    daily = Preference.objects.filter(
        organisation=OuterRef("organisation"), user=OuterRef("user"), next_digest_at__isnull=False
    )
    return Reminder.objects.filter(Q(urgent=True) | ~Exists(daily), message=None, settled=False, send_at__lte=now)


def _locked(rows: QuerySet[Preference]) -> Preference | None:
    """The person's row, held until the end of the transaction; None where another worker holds it."""
    return rows.select_for_update(skip_locked=True, of=("self",)).select_related("organisation").first()


def _membership(organisation_id: UUID, user_id: UUID) -> Membership | None:
    rows = Membership.objects.filter(organisation=organisation_id, user=user_id, ended_at=None)
    return rows.select_related("organisation", "user").first()


def _runs(row: Obligation) -> bool:
    return row.ended_at is None and row.paused_at is None


def _settle(rows: list[Reminder]) -> None:
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(settled=True)


def _replace(organisation_id: UUID, user_id: UUID, kind: MessageKind) -> list[UUID]:
    """Messages of this kind that have not left yet, taken out of the queue."""
    queued = Message.objects.filter(organisation=organisation_id, user=user_id, kind=kind, state=MessageState.QUEUED)
    found = list(queued.select_for_update().values_list("pk", flat=True))
    queued.filter(pk__in=found).update(state=MessageState.REPLACED, next_attempt_at=None)
    return found


def _lines(rows: list[Reminder], known: Policies) -> list[Line]:
    """A line an obligation, what ends first at the top; the latest step says in which capacity."""
    latest: dict[UUID, Reminder] = {}
    for row in sorted(rows, key=lambda row: row.due_at):
        latest[row.obligation_id] = row
    lines = (Line(row.obligation, known.end_of(row.obligation), row.audience) for row in latest.values())
    return sorted(lines, key=Line.order)


def _queue(membership: Membership, kind: MessageKind, letter: Letter, now: datetime) -> Message:
    return Message.objects.create(
        organisation=membership.organisation,
        user=membership.user,
        kind=kind,
        language=letter.language,
        subject=letter.subject,
        body_text=letter.text,
        body_html=letter.html,
        brief=letter.brief,
        made_at=now,
        next_attempt_at=now,
    )
