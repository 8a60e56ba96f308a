"""A reminder whose mail came back -> the person's next channel; where there is none, the alarm that nothing reaches them."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction

from art28.web.accounts.access import WORKER
from art28.web.audit.actions import record
from art28.web.reminders.delivery import name_of, routes_of
from art28.web.reminders.models import Channel, Message, MessageState


@transaction.atomic
def come_back(message_ids: Iterable[str], *, status: str, now: datetime) -> bool:
    """Give up the channel by which a message left that came back; False where none of these is a message of ours."""
    ours = [identifier for each in message_ids if (identifier := _identifier(each)) is not None]
    message = Message.objects.filter(pk__in=ours).select_related("organisation", "user", "channel").first()
    if message is None:
        return False
    routes = routes_of(message)
    last = message.gave_up >= len(routes) - 1
    error = f"came back {status}".strip()[:80]
    changes = (
        {"state": MessageState.FAILED}
        if last
        else {"state": MessageState.QUEUED, "gave_up": message.gave_up + 1, "attempts": 0, "next_attempt_at": now}
    )
    accepted = Message.objects.filter(pk=message.pk, state=MessageState.ACCEPTED)
    if accepted.update(last_error=error, **changes) != 1:
        return True  # known already, or under way by another channel
    if message.channel_id is not None:
        Channel.objects.filter(pk=message.channel_id).update(last_error=error, failed_at=now)
    content = {"user": str(message.user_id), "channel": name_of(message.channel), "error": error}
    record(
        organisation=message.organisation,
        actor=WORKER,
        kind="reminder.channel_failed",
        subject=message,
        at=now,
        content=content,
    )
    return True


def _identifier(message_id: str) -> UUID | None:
    local, _at, host = message_id.strip("<>").partition("@")
    if host != urlsplit(settings.PUBLIC_URL).hostname:
        return None
    try:
        return UUID(local)
    except ValueError:
        return None
