"""The mailbox's pump: mail that came in -> signals, each message once, whatever is killed meanwhile.

How far it was read stands in the database and moves in the transaction that keeps the signal; the mailbox itself is never
changed. Should its numbering start anew, a week is read again, and what was taken in is known by its Message-ID.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.intake import actions, imap, letters
from art28.web.intake.facts import SignalFacts
from art28.web.intake.letters import Letter
from art28.web.intake.models import MailboxReading, Signal, Source, Where
from art28.web.services import queries as services

_LOG = logging.getLogger(__name__)
_LEASE = timedelta(minutes=5)
_BACK = timedelta(days=7)
_HOUR = timedelta(hours=1)


def pump(*, now: datetime, limit: int) -> int:
    """Take in at most `limit` messages, where a mailbox is named and it is our turn; returns how many."""
    account: imap.Account | None = settings.MAILBOX
    if account is None:
        return 0
    organisation = accounts.organisation_called(settings.MAILBOX_ORGANISATION)
    reading, _made = MailboxReading.objects.get_or_create(
        address=f"{account.user}@{account.host}/{account.folder}"[:300]
    )
    turn = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + _LEASE)
    every = Q(looked_at=None) | Q(looked_at__lte=now - settings.MAILBOX_EVERY) | Q(looked_at__gt=now)
    claimed = MailboxReading.objects.filter(turn & every, pk=reading.pk).update(lease_until=now + _LEASE, looked_at=now)
    if claimed != 1:
        return 0
    reading.refresh_from_db()
    try:
        taken = _read(account, organisation, reading, now=now, limit=limit)
    except imap.Unreachable as error:
        _LOG.warning("the mailbox of signals can't be read: %s", error.code)
        failed_since = reading.failed_since or now
        MailboxReading.objects.filter(pk=reading.pk).update(
            lease_until=None, failed_since=failed_since, last_error=error.code
        )
        return 0
    MailboxReading.objects.filter(pk=reading.pk).update(lease_until=None, failed_since=None, last_error="")
    return taken


def _read(
    account: imap.Account, organisation: Organisation | None, reading: MailboxReading, *, now: datetime, limit: int
) -> int:
    if organisation is None:
        raise imap.Unreachable("organisation")
    taken = 0
    with imap.opened(account) as box:
        known = reading.validity == box.validity
        waiting = box.beyond(reading.last_uid) if known else box.since((now - _BACK).date())
        for uid in waiting[: min(limit, _room(organisation, now))]:
            lying = box.look(uid)
            if lying is not None:
                whole = lying.size <= settings.MAILBOX_MAX_BYTES
                arrived = Arrived(letters.read(box.fetch(uid, whole=whole)), min(lying.received_at, now), whole)
                taken += _take_in(organisation, arrived, now=now)
            MailboxReading.objects.filter(pk=reading.pk).update(validity=box.validity, last_uid=uid)
    return taken


def _room(organisation: Organisation, now: datetime) -> int:
    """How many more signals by mail are taken in this hour; the others stay in the mailbox until then."""
    came = Signal.objects.filter(organisation=organisation, source=Source.EMAIL, kept_at__gt=now - _HOUR).count()
    return max(0, settings.MAILBOX_PER_HOUR - came)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A letter, when the server received it, and whether it was fetched whole or was too large for that."""

    letter: Letter
    at: datetime
    whole: bool


def _take_in(organisation: Organisation, arrived: Arrived, *, now: datetime) -> int:
    """Keep the signal that a letter is; 0 where it was taken in before, or is an answering machine's."""
    letter = arrived.letter
    if letter.is_auto_reply or actions.is_known(organisation, letter.message_id):
        return 0
    sub_processor = services.sub_processor_at(organisation, letter.sender)
    facts = SignalFacts(
        what=_what(organisation, arrived),
        where=(Where.SUB_PROCESSOR if sub_processor else Where.UNKNOWN).value,
        where_name=sub_processor,
        told_at=arrived.at if sub_processor else None,
        reach=letter.sender,
    )
    origin = actions.Origin(
        source=Source.EMAIL,
        reporter=letter.sender or letter.sender_name,
        message_id=letter.message_id,
        files=letter.files,
        received_at=arrived.at,
    )
    try:
        with transaction.atomic():
            actions.report(organisation, facts, origin=origin, actor=WORKER, now=now)
    except IntegrityError:
        if actions.is_known(organisation, letter.message_id):
            return 0
        raise
    return 1


def _what(organisation: Organisation, arrived: Arrived) -> str:
    letter = arrived.letter
    with translation.override(organisation.language):
        lines = [letter.subject or _("Mail without a subject"), letter.text]
        if not arrived.whole:
            lines.append(_("This mail was too large to take in: open it in the mailbox."))
        if letter.left_out:
            lines.append(_("%(n)s more files stand in the mail itself (message.eml).") % {"n": letter.left_out})
    return "\n\n".join(line for line in lines if line)
