"""New mail in a mailbox, each message handed over once, whatever is killed meanwhile; the mailbox itself is never changed.

How far it was read stands in the database and moves on after each message. Should the mailbox's numbering start anew, a week
is read again: whoever takes the messages knows by their Message-ID what was taken before.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from art28.web.intake import imap
from art28.web.intake.models import MailboxReading

_LOG = logging.getLogger(__name__)
_LEASE = timedelta(minutes=5)
_BACK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message, when the server received it, and whether it was fetched whole or, too large for that, its head alone."""

    raw: bytes
    at: datetime
    whole: bool


Take = Callable[[Arrived], int]
"""Takes a message in; returns 1, or 0 where there is nothing to do about it."""


def read_new(
    account: imap.Account, take: Take | None, *, purpose: str = "", every: timedelta, now: datetime, limit: int
) -> int:
    """Hand at most `limit` messages over, where it is our turn; returns how many were taken in.

    `purpose` tells readings of one mailbox apart. `take` is None where nobody is named for whom, which is kept as the reason.
    """
    address = f"{account.user}@{account.host}/{account.folder}{f' ({purpose})' if purpose else ''}"[:300]
    reading, _made = MailboxReading.objects.get_or_create(address=address)
    turn = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + _LEASE)
    due = Q(looked_at=None) | Q(looked_at__lte=now - every) | Q(looked_at__gt=now)
    if MailboxReading.objects.filter(turn & due, pk=reading.pk).update(lease_until=now + _LEASE, looked_at=now) != 1:
        return 0
    reading.refresh_from_db()
    try:
        taken = _read(account, take, reading, now=now, limit=limit)
    except imap.Unreachable as error:
        _LOG.warning("a mailbox%s can't be read: %s", f" ({purpose})" if purpose else "", error.code)
        failed_since = reading.failed_since or now
        MailboxReading.objects.filter(pk=reading.pk).update(
            lease_until=None, failed_since=failed_since, last_error=error.code
        )
        return 0
    MailboxReading.objects.filter(pk=reading.pk).update(lease_until=None, failed_since=None, last_error="")
    return taken


def _read(account: imap.Account, take: Take | None, reading: MailboxReading, *, now: datetime, limit: int) -> int:
    if take is None:
        raise imap.Unreachable("organisation")
    taken = 0
    with imap.opened(account) as box:
        known = reading.validity == box.validity
        waiting = box.beyond(reading.last_uid) if known else box.since((now - _BACK).date())
        for uid in waiting[:limit]:
            lying = box.look(uid)
            if lying is not None:
                whole = lying.size <= settings.MAILBOX_MAX_BYTES
                taken += take(Arrived(box.fetch(uid, whole=whole), min(lying.received_at, now), whole))
            MailboxReading.objects.filter(pk=reading.pk).update(validity=box.validity, last_uid=uid)
    return taken
