"""The pump's work on one message: claim it by a lease, send it outside any transaction, write what came of it.

A channel that fails for a while gives way to the next one; the address that the person signs in with is the last. What no
channel takes stays in the queue for a day, and is an alarm meanwhile (watch.py).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Membership
from art28.web.audit.actions import Entry, record_many
from art28.web.database import leasing
from art28.web.database.leasing import RELEASED
from art28.web.mails import framed
from art28.web.notices import transport
from art28.web.notices.delivery import pause
from art28.web.notices.transport import Outcome
from art28.web.reminders import chat
from art28.web.reminders.models import Channel, ChannelKind, Message, MessageKind, MessageState, Reminder
from art28.web.reminders.sealing import Unreadable, unseal

Clock = Callable[[], datetime]

ENOUGH = 5
"""Attempts by one channel before the next one is tried: about eight minutes."""

_GIVE_UP_AFTER = timedelta(days=1)


def deliver_due(*, now: datetime, limit: int, clock: Clock, kinds: tuple[MessageKind, ...] = tuple(MessageKind)) -> int:
    """Send at most `limit` messages that are due at `now`; returns how many were dealt with."""
    done = 0
    while done < limit:
        message = claim(now=now, kinds=kinds)
        if message is None:
            break
        deliver(message, clock=clock)
        done += 1
    return done


def claim(*, now: datetime, kinds: tuple[MessageKind, ...] = tuple(MessageKind)) -> Message | None:
    """Take the message that is due longest, by one update that only one worker can win; None where nothing is due."""
    lease = leasing.take(_due(now).filter(kind__in=kinds), leased=MessageState.LEASED, now=now)
    return None if lease is None else Message.objects.select_related("organisation", "user").get(lease=lease)


def deliver(message: Message, *, clock: Clock) -> None:
    """Send a claimed message by the channel whose turn it is, and write the outcome; nothing where the lease is gone."""
    lease = message.lease
    if lease is None:
        return
    if not _still_wanted(message):
        _lapse(message, lease)
        return
    routes = routes_of(message)
    at = min(message.gave_up, len(routes) - 1)
    if not _held(message, lease).update(transmitting=True, channel=routes[at]):
        return
    outcome = send_by(routes[at], message)
    settle(message, lease, outcome, route=routes[at], last=at == len(routes) - 1, now=clock())


def routes_of(message: Message) -> list[Channel | None]:
    """The person's channels in their order; None, the address that they sign in with, is the last."""
    own = Channel.objects.filter(organisation=message.organisation, user=message.user).order_by("position", "id")
    return [*own, None]


class _Mail:
    """A message as the mail transport takes it."""

    def __init__(self, message: Message, recipient: str) -> None:
        self.subject = message.subject
        self.body_text = message.body_text
        self.body_html = framed(message.body_html, title=message.subject, language=message.language)
        self.sender = settings.DEFAULT_FROM_EMAIL
        self.recipient = recipient
        self.recipient_name = message.user.name
        self.message_id = f"<{message.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"
        self.handed_over_at = message.made_at


def send_by(channel: Channel | None, message: Message) -> Outcome:
    """Send `message` by `channel`, once."""
    if channel is None:
        return transport.send(_Mail(message, message.user.email))
    try:
        address = unseal(channel.address)
    except Unreadable:
        return Outcome(accepted=False, error="address unreadable", permanent=True)
    if channel.kind == ChannelKind.CHAT:
        return chat.send(
            address, title=message.subject if message.kind == MessageKind.ALARM else "art28", body=message.brief
        )
    return transport.send(_Mail(message, address))


@transaction.atomic
def settle(
    message: Message, lease: UUID, outcome: Outcome, *, route: Channel | None, last: bool, now: datetime
) -> bool:
    """Effect and state in one transaction, fenced by the lease; False where another worker holds it by now."""
    changes: dict[str, Any] = {"last_error": outcome.error, **RELEASED}
    gave_up = False
    if outcome.accepted:
        changes |= {"state": MessageState.ACCEPTED, "accepted_at": now, "next_attempt_at": None}
    elif not last and (outcome.permanent or message.attempts >= ENOUGH):
        gave_up = True
        changes |= {
            "state": MessageState.QUEUED, "gave_up": message.gave_up + 1, "attempts": 0, "next_attempt_at": now
        }  # fmt: skip
    elif outcome.permanent or now - message.made_at > _GIVE_UP_AFTER:
        gave_up = True
        changes |= {"state": MessageState.FAILED, "next_attempt_at": None}
    else:
        changes |= {"state": MessageState.QUEUED, "next_attempt_at": now + pause(message.attempts)}
    if _held(message, lease).update(**changes) != 1:
        return False
    if outcome.accepted:
        _record_sent(message, route, now)
    if route is not None:
        failed = {} if outcome.accepted else {"failed_at": now}
        Channel.objects.filter(pk=route.pk).update(last_error=outcome.error, **failed)
    if gave_up:
        content = {"user": str(message.user_id), "channel": name_of(route), "error": outcome.error}
        _record(message, [Entry("reminder.channel_failed", "message", message.pk, content)], now)
    return True


def _record_sent(message: Message, route: Channel | None, now: datetime) -> None:
    """An act for each reminder that the message carried; a message that carried none is an act of its own."""
    rows = Reminder.objects.filter(message=message)
    content = {"message": str(message.pk), "user": str(message.user_id), "channel": name_of(route)}
    entries = [
        Entry("reminder.sent", "obligation", obligation, {**content, "step": step, "audience": audience})
        for obligation, step, audience in rows.values_list("obligation", "step", "audience").order_by("due_at", "id")
    ]
    if not entries:
        kind = "alarm.sent" if message.kind == MessageKind.ALARM else "reminder.overview_sent"
        entries = [Entry(kind, "message", message.pk, content)]
    rows.update(settled=True)
    _record(message, entries, now)


def _record(message: Message, entries: list[Entry], now: datetime) -> None:
    record_many(organisation=message.organisation, actor=WORKER, at=now, entries=entries)


def name_of(route: Channel | None) -> str:
    """A channel as the trail names it."""
    return f"{route.kind}:{route.pk}" if route else "account"


def _still_wanted(message: Message) -> bool:
    """Whether the person still works here and, for a reminder, something that it reminds of still runs."""
    here = Membership.objects.filter(organisation=message.organisation, user=message.user, ended_at=None)
    if not here.exists():
        return False
    if message.kind != MessageKind.REMINDER:
        return True
    return Reminder.objects.filter(message=message, obligation__ended_at=None).exists()


@transaction.atomic
def _lapse(message: Message, lease: UUID) -> None:
    if _held(message, lease).update(state=MessageState.LAPSED, next_attempt_at=None, **RELEASED):
        Reminder.objects.filter(message=message).update(settled=True)


def _due(now: datetime) -> QuerySet[Message]:
    return Message.objects.filter(leasing.due(now, queued=MessageState.QUEUED, leased=MessageState.LEASED))


def _held(message: Message, lease: UUID) -> QuerySet[Message]:
    return leasing.held(message, lease, leased=MessageState.LEASED)
