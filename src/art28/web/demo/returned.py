"""Mails that came back to the sender's address: somebody is away, and somebody answers by mail."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from art28.web.demo.telling import Story
from art28.web.demo.world import World
from art28.web.notices.models import OutboxMessage
from art28.web.replies import actions
from art28.web.replies.recognising import recognise

_CAME = (
    (400, "auto-replied", "Afwezig: {subject}", "Ik ben er weer op maandag. Bel bij spoed onze servicedesk."),
    (210, "", "Re: {subject}", "Dank voor het bericht. Wij hebben het intern uitgezet en komen erop terug."),
    (
        45,
        "auto-replied",
        "Ontvangstbevestiging",
        "Uw bericht is ontvangen en krijgt binnen twee werkdagen een antwoord.",
    ),
    (9, "", "Re: {subject}", "Akkoord. Stuurt u ons ook het eindrapport?"),
)


def stories(world: World) -> Iterator[Story]:
    """One for each mail."""
    return (_came(world, *each) for each in _CAME)


def _came(world: World, days: int, automatic: str, subject: str, text: str) -> Story:
    at = yield world.ago(days, "09:20")
    sent = OutboxMessage.objects.filter(organisation=world.organisation, accepted_at__isnull=False)
    message = sent.order_by("-id").first()
    if message is None:
        return
    at = yield max(at, message.accepted_at or at) + timedelta(minutes=6)
    raw = _mail(message, at, automatic, subject, text)
    actions.keep(world.organisation, recognise(raw), raw, message=message, received_at=at, now=at)


def _mail(message: OutboxMessage, at: datetime, automatic: str, subject: str, text: str) -> bytes:
    """The mail as the other side's server would have sent it."""
    mail = EmailMessage()
    mail["From"], mail["To"] = message.recipient, "privacy@dijkvaart.example"
    mail["Subject"] = subject.format(subject=message.subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{at:%Y%m%d%H%M}@{message.recipient.partition('@')[2]}>"
    mail["In-Reply-To"] = message.message_id
    if automatic:
        mail["Auto-Submitted"] = automatic
    mail.set_content(text)
    return bytes(mail)
