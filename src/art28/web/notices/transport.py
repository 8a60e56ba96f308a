"""A message -> the mail server: one SMTP conversation, and what its outcome means."""

import hashlib
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, formataddr
from typing import Any, Protocol

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from art28.web import environment

_PERMANENT = 500
_TO_FILES = "django.core.mail.backends.filebased.EmailBackend"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the server said. `error` is a code without personal data; `permanent` means that trying again is useless."""

    accepted: bool
    error: str = ""
    permanent: bool = False


class Letter(Protocol):
    """What a mail is made of; the outbox's messages and reminders are such."""

    @property
    def subject(self) -> str: ...
    @property
    def body_text(self) -> str: ...
    @property
    def body_html(self) -> str: ...
    @property
    def sender(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def recipient_name(self) -> str: ...
    @property
    def message_id(self) -> str: ...
    @property
    def handed_over_at(self) -> datetime: ...


class Attachment(Protocol):
    """A document that travels with a mail."""

    @property
    def name(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def media_type(self) -> str: ...


def mail_leaves() -> bool:
    """Whether a mail server is set. Without one, accounts' mail is kept as files for local use, and notices wait."""
    return bool(settings.EMAIL_BACKEND != _TO_FILES)


def may_send_in_full() -> bool:
    """Whether the facts of a breach may stand in the e-mail itself.

    Our own connection must be encrypted, and whoever runs the mail server must have said that it delivers encrypted only
    (ART28_EMAIL_ENCRYPTED_THROUGHOUT): our side of the road is all that art28 sees.
    """
    encrypted = bool(settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL)
    promised: bool = getattr(settings, "EMAIL_ENCRYPTED_THROUGHOUT", None) or environment.flag(
        "ART28_EMAIL_ENCRYPTED_THROUGHOUT", default=False
    )
    return encrypted and promised


class _SameBytes(EmailMultiAlternatives):
    """A mail whose bytes depend on its content alone: the border between its parts comes from its Message-ID."""

    def message(self, **options: Any) -> Any:
        """The mail as it leaves."""
        made = super().message(**options)
        digest = hashlib.sha256(self.extra_headers["Message-ID"].encode()).hexdigest()
        for place, part in enumerate(part for part in made.walk() if part.is_multipart()):
            part.set_boundary(f"=_{digest[:32]}{f'_{place}' if place else ''}")
        return made


def _enclosed(message: Letter) -> Sequence[Attachment]:
    """The documents that travel with a message, where whoever sends it has put any to it."""
    found: Sequence[Attachment] = getattr(message, "enclosed", ())
    return found


def send(message: Letter) -> Outcome:
    """Speak to the mail server once. The Message-ID is the message's own, so the same bytes leave at every attempt."""
    if not mail_leaves():
        return Outcome(accepted=False, error="no mail server")
    mail = _SameBytes(
        subject=message.subject,
        body=message.body_text,
        from_email=message.sender,
        to=[formataddr((message.recipient_name, message.recipient))],
        headers={
            "Message-ID": message.message_id,
            "Date": format_datetime(message.handed_over_at),
            "Auto-Submitted": "auto-generated",
        },
        alternatives=[(message.body_html, "text/html")],
        attachments=[(each.name, each.content, each.media_type) for each in _enclosed(message)],
        connection=get_connection(),
    )
    try:
        sent = mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        code = max((refusal[0] for refusal in error.recipients.values()), default=_PERMANENT)
        return Outcome(accepted=False, error=f"recipient refused {code}", permanent=code >= _PERMANENT)
    except smtplib.SMTPResponseException as error:
        # A server that won't let us in may do so once its settings are mended; only a word on the message is final.
        permanent = error.smtp_code >= _PERMANENT and isinstance(error, smtplib.SMTPDataError)
        return Outcome(accepted=False, error=f"{type(error).__name__} {error.smtp_code}", permanent=permanent)
    except ValueError as error:
        # A header that would break the message (a line end in a name): no attempt can mend it, and none may hold up the rest.
        return Outcome(accepted=False, error=type(error).__name__, permanent=True)
    except (smtplib.SMTPException, OSError) as error:
        return Outcome(accepted=False, error=type(error).__name__)
    return Outcome(accepted=bool(sent), error="" if sent else "not sent")
