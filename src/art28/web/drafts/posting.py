"""Mails about a draft to people outside: queued in the transaction that makes them due, sent by the pump.

What opens a door, a link or a code, stands in no row: it is filled in as the mail leaves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from art28.web.accounts.access import WORKER
from art28.web.audit.actions import record
from art28.web.database import leasing
from art28.web.database.leasing import RELEASED
from art28.web.drafts.joining import FILLINGS
from art28.web.drafts.models import Draft, Mail, MailState
from art28.web.mails import framed
from art28.web.notices import transport
from art28.web.notices.delivery import pause
from art28.web.notices.transport import Outcome

Clock = Callable[[], datetime]

_GIVE_UP_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail to be sent: whom it goes to, about what, and what it says; `{link}` and `{code}` are filled in as it leaves."""

    kind: str
    subject_kind: str
    subject_id: UUID
    recipient: str
    recipient_name: str
    language: str
    subject: str
    text: str
    lapses_at: datetime | None = None


def post(draft: Draft, letter: Letter, *, now: datetime) -> Mail:
    """Queue a mail, within the caller's transaction, which keeps the act."""
    return Mail.objects.create(
        organisation_id=draft.organisation_id,
        draft=draft,
        kind=letter.kind,
        subject_kind=letter.subject_kind,
        subject_id=letter.subject_id,
        recipient=letter.recipient,
        recipient_name=" ".join(letter.recipient_name.split())[:200],
        language=letter.language,
        subject=" ".join(letter.subject.split())[:300],
        text=letter.text,
        made_at=now,
        lapses_at=letter.lapses_at,
        next_attempt_at=now,
    )


def deliver_due(*, now: datetime, limit: int, clock: Clock) -> int:
    """Send at most `limit` mails that are due; returns how many were dealt with."""
    done = 0
    while done < limit:
        due = Mail.objects.filter(leasing.due(now, queued=MailState.QUEUED, leased=MailState.LEASED))
        lease = leasing.take(due, leased=MailState.LEASED, now=now)
        if lease is None:
            break
        mail = Mail.objects.select_related("organisation", "draft").get(lease=lease)
        _deliver(mail, lease, clock=clock)
        done += 1
    return done


class _Filled:
    """A mail as the transport takes it, with its link and code."""

    def __init__(self, mail: Mail) -> None:
        filled = FILLINGS[mail.subject_kind](mail.subject_id)
        text, page = mail.text, escape(mail.text)
        for name, value in filled.items():
            text = text.replace(f"{{{name}}}", value)
            shown = (
                f'<a href="{escape(value)}">{escape(value)}</a>'
                if name == "link"
                else f'<span class="code">{escape(value)}</span>'
            )
            page = page.replace(f"{{{name}}}", shown)
        paragraphs = [part.replace("\n", "<br>") for part in page.split("\n\n")]
        self.subject, self.body_text = mail.subject, text
        body = render_to_string("drafts/mail.html", {"paragraphs": paragraphs, "organisation": mail.organisation.name})
        self.body_html = framed(body, title=mail.subject, language=mail.language)
        self.sender, self.recipient, self.recipient_name = (
            settings.DEFAULT_FROM_EMAIL,
            mail.recipient,
            mail.recipient_name,
        )
        self.message_id = f"<{mail.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>"
        self.handed_over_at = mail.made_at


def _deliver(mail: Mail, lease: UUID, *, clock: Clock) -> None:
    held = leasing.held(mail, lease, leased=MailState.LEASED)
    if mail.lapses_at is not None and mail.lapses_at <= clock():
        held.update(state=MailState.LAPSED, next_attempt_at=None, **RELEASED)
        return
    if held.update(transmitting=True):
        _settle(mail, lease, transport.send(_Filled(mail)), now=clock())


@transaction.atomic
def _settle(mail: Mail, lease: UUID, outcome: Outcome, *, now: datetime) -> None:
    """Effect and state in one transaction, fenced by the lease."""
    held = leasing.held(mail, lease, leased=MailState.LEASED)
    if outcome.accepted:
        changed = held.update(
            state=MailState.ACCEPTED, accepted_at=now, last_error="", next_attempt_at=None, **RELEASED
        )
    elif outcome.permanent or now - mail.made_at > _GIVE_UP_AFTER:
        changed = held.update(state=MailState.FAILED, last_error=outcome.error, next_attempt_at=None, **RELEASED)
    else:
        again = now + pause(mail.attempts)
        changed = held.update(state=MailState.QUEUED, last_error=outcome.error, next_attempt_at=again, **RELEASED)
    if changed != 1 or not (outcome.accepted or outcome.permanent):
        return
    kind = "draft.mail_accepted" if outcome.accepted else "draft.mail_refused"
    content = {"mail": str(mail.pk), "kind": mail.kind, "recipient": mail.recipient, "error": outcome.error}
    record(organisation=mail.organisation, actor=WORKER, kind=kind, subject=mail.draft, at=now, content=content)
