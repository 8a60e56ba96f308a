"""The mailbox's pump: mail that came in -> signals, each message once, whatever is killed meanwhile."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from art28.web.accounts import queries as accounts
from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.intake import actions, imap, letters, reading
from art28.web.intake.facts import SignalFacts
from art28.web.intake.letters import Letter
from art28.web.intake.models import Signal, Source, Where
from art28.web.services import queries as services

_HOUR = timedelta(hours=1)


def pump(*, now: datetime, limit: int) -> int:
    """Take in at most `limit` messages, where a mailbox is named and it is our turn; returns how many."""
    account: imap.Account | None = settings.MAILBOX
    if account is None:
        return 0
    organisation = accounts.organisation_called(settings.MAILBOX_ORGANISATION)
    if organisation is None:
        return reading.read_new(account, None, every=settings.MAILBOX_EVERY, now=now, limit=limit)
    room = min(limit, _room(organisation, now))

    def take(arrived: reading.Arrived) -> int:
        letter = Arrived(letters.read(arrived.raw), arrived.at, arrived.whole)
        return _take_in(organisation, letter, now=now)

    return reading.read_new(account, take, every=settings.MAILBOX_EVERY, now=now, limit=room)


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
