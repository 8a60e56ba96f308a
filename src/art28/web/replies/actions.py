"""Writes: a mail that came back is kept, and a failure turns its notice to come back and lets its clock run again."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from art28.web.accounts.access import WORKER
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import record
from art28.web.notices import actions as notices
from art28.web.notices.models import OutboxMessage
from art28.web.replies.models import Reply
from art28.web.replies.recognising import Kind, Returned


@transaction.atomic
def keep(
    organisation: Organisation,
    found: Returned,
    raw: bytes,
    *,
    message: OutboxMessage | None,
    received_at: datetime,
    now: datetime,
) -> Reply:
    """Keep a mail that came back, as it came; where it says that `message` was not delivered, that one came back."""
    reopened = found.kind is Kind.FAILURE and message is not None and _came_back(message, received_at, now)
    reply = Reply.objects.create(
        organisation=organisation,
        message=message,
        kind=found.kind.value,
        mail_id=found.message_id,
        sender=found.sender,
        subject=found.subject,
        status=found.status,
        reopened=reopened,
        received_at=received_at,
        kept_at=now,
        sha256=sha256(raw).hexdigest(),
        data=raw,
    )
    content = {
        "kind": reply.kind,
        "status": reply.status,
        "notice": message.message_id if message is not None else None,
        "came_back": reopened,
        "sha256": reply.sha256,
        "received_at": received_at.isoformat(),
    }
    record(organisation=organisation, actor=WORKER, kind="reply.kept", subject=reply, at=now, content=content)
    return reply


def is_known(organisation: Organisation, mail_id: str) -> bool:
    """Whether the mail of this Message-ID was kept before."""
    return Reply.objects.filter(organisation=organisation, mail_id=mail_id).exists()


def _came_back(message: OutboxMessage, at: datetime, now: datetime) -> bool:
    """Whether it did; not where its receipt was confirmed, or it came back before."""
    try:
        notices.come_back(message, actor=WORKER, now=now, at=at)
    except notices.StateChanged:
        return False
    return True
