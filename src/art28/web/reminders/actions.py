"""Writes of a person's own: channels in their order, a test of one, preferences, and what they have seen."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q

from art28.obligations.quiet import Quiet
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Membership, Organisation, User
from art28.web.audit.actions import record
from art28.web.notices.transport import Outcome
from art28.web.reminders import chat, composing, wording
from art28.web.reminders.delivery import send_by
from art28.web.reminders.models import Channel, ChannelKind, Message, MessageKind, Preference, Reminder
from art28.web.reminders.sealing import seal

MOST_CHANNELS = 5
_BETWEEN_TESTS = timedelta(seconds=20)


class TooMany(Exception):
    """A person has a handful of channels."""


class TooSoon(Exception):
    """A test was sent a moment ago."""


def hint_of(kind: ChannelKind, address: str) -> str:
    """What the person recognises a channel by: most of an address is left out. Raises `chat.InvalidAddress`."""
    if kind == ChannelKind.CHAT:
        return chat.hint(address)[:80]
    try:
        validate_email(address)
    except ValidationError as error:
        raise chat.InvalidAddress(" ".join(error.messages)) from error
    name, _, host = address.rpartition("@")
    return f"{name[:1]}…@{host}"[:80]


@transaction.atomic
def add_channel(membership: Membership, kind: ChannelKind, address: str, *, actor: Actor, now: datetime) -> Channel:
    """Use a channel from now on, before the address that the person signs in with.

    Raises `chat.InvalidAddress`, with a message for people, and `TooMany`.
    """
    hint = hint_of(kind, address)
    mine = Channel.objects.filter(organisation=membership.organisation, user=membership.user)
    taken = list(mine.select_for_update().order_by("position").values_list("position", flat=True))
    if len(taken) >= MOST_CHANNELS:
        raise TooMany
    row = Channel.objects.create(
        organisation=membership.organisation,
        user=membership.user,
        kind=kind,
        address=seal(address),
        hint=hint,
        position=taken[-1] + 1 if taken else 1,
        added_at=now,
    )
    _record(row, "reminder.channel_added", actor, now)
    return row


@transaction.atomic
def remove_channel(row: Channel, *, actor: Actor, now: datetime) -> None:
    """Forget a channel and its address."""
    _record(row, "reminder.channel_removed", actor, now)
    row.delete()


@transaction.atomic
def use_first(row: Channel) -> None:
    """Use this channel before the others."""
    others = Channel.objects.filter(organisation=row.organisation_id, user=row.user_id).exclude(pk=row.pk)
    ordered = [row, *others.select_for_update().order_by("position", "id")]
    for position, each in enumerate(ordered, start=1):
        Channel.objects.filter(pk=each.pk).update(position=position)


def send_test(membership: Membership, row: Channel | None, *, now: datetime) -> Outcome:
    """Send a test by one channel, or to the address that the person signs in with; not twice in a row. Raises `TooSoon`."""
    if row is not None:
        pause = Q(tested_at=None) | Q(tested_at__lte=now - _BETWEEN_TESTS)
        if Channel.objects.filter(pause, pk=row.pk).update(tested_at=now) != 1:
            raise TooSoon
    letter = wording.test_letter(membership)
    message = Message(
        organisation=membership.organisation,
        user=membership.user,
        kind=MessageKind.ALARM,
        language=letter.language,
        subject=letter.subject,
        body_text=letter.text,
        body_html=letter.html,
        brief=letter.brief,
        made_at=now,
    )
    outcome = send_by(row, message)
    if row is not None:
        failed = {} if outcome.accepted else {"failed_at": now}
        Channel.objects.filter(pk=row.pk).update(last_error=outcome.error, **failed)
    return outcome


@transaction.atomic
def prefer(
    organisation: Organisation,
    user: User,
    *,
    daily_at: time | None,
    quiet: Quiet | None,
    now: datetime,
) -> None:
    """Keep how the person wants to be reminded: each at once, or in an overview at `daily_at`."""
    hours = quiet is not None and quiet.begins != quiet.ends
    defaults = {
        "next_digest_at": composing.next_digest(organisation, daily_at, now) if daily_at else None,
        "quiet_from": quiet.begins if quiet and hours else None,
        "quiet_until": quiet.ends if quiet and hours else None,
        "quiet_on_days_off": bool(quiet and quiet.days_off),
        **({"digest_time": daily_at} if daily_at else {}),
    }
    Preference.objects.update_or_create(organisation=organisation, user=user, defaults=defaults)


def see(organisation: Organisation, user: User, *, obligation_id: UUID | None, now: datetime) -> int:
    """Mark the person's reminders of a clock, or all of them, as seen; returns how many."""
    rows = Reminder.objects.filter(organisation=organisation, user=user, seen_at=None)
    if obligation_id is not None:
        rows = rows.filter(obligation=obligation_id)
    return rows.update(seen_at=now)


def _record(row: Channel, kind: str, actor: Actor, now: datetime) -> None:
    content = {"user": str(row.user_id), "channel": row.kind}
    record(organisation=row.organisation, actor=actor, kind=kind, subject=row, at=now, content=content)
