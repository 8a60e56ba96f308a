"""The pump of what comes back: the mailbox of the sender's address is read, and never changed.

A mail that is about a notice goes to the organisation that sent it. A failure or an automatic answer about nothing that is
known is kept for the organisation that is named for it; any other mail stays in the mailbox, for people.
"""

import logging
from datetime import datetime

from django.conf import settings

from art28.web.accounts import queries as accounts
from art28.web.accounts.models import Organisation
from art28.web.intake import reading
from art28.web.intake.reading import Arrived
from art28.web.notices import queries as notices
from art28.web.notices.models import OutboxMessage
from art28.web.reminders import returning
from art28.web.replies import actions
from art28.web.replies.recognising import Kind, Returned, recognise

_PURPOSE = "replies"
_log = logging.getLogger(__name__)


def pump(*, now: datetime, limit: int) -> int:
    """Take in at most `limit` mails, where a mailbox is named and it is our turn; returns how many were of use."""
    if settings.REPLIES is None:
        return 0
    return reading.read_new(
        settings.REPLIES,
        lambda arrived: _take_in(arrived, now=now),
        purpose=_PURPOSE,
        every=settings.REPLIES_EVERY,
        now=now,
        limit=limit,
    )


def _take_in(arrived: Arrived, *, now: datetime) -> int:
    found = recognise(arrived.raw)
    message = _meant(found)
    if (
        message is None
        and found.kind is Kind.FAILURE
        and returning.come_back(found.about, status=found.status, now=now)
    ):
        return 1
    organisation = message.organisation if message is not None else _for_the_unknown(found)
    if organisation is None or actions.is_known(organisation, found.message_id):
        return 0
    actions.keep(organisation, found, arrived.raw, message=message, received_at=arrived.at, now=now)
    return 1


def _meant(found: Returned) -> OutboxMessage | None:
    """The notice that it is about; None where it names none of ours, or several: which is meant isn't guessed."""
    known = notices.sent_under(found.about)
    return known[0] if len(known) == 1 else None


def _for_the_unknown(found: Returned) -> Organisation | None:
    if found.kind is Kind.ANSWER:
        return None
    return accounts.organisation_called(settings.REPLIES_ORGANISATION)
