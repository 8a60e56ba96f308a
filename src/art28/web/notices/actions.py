"""Writes to the outbox: a message is queued, acknowledged by whoever got it, found to have come back, or tried again."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from art28.notices.notice import Notice
from art28.notices.render import cover, full
from art28.web.accounts.access import Actor
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks import actions as clocks
from art28.web.clocks.models import Obligation, Proof
from art28.web.database.identifiers import new_id
from art28.web.notices import transport
from art28.web.notices.delivery import end_by
from art28.web.notices.enclosures import digest
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.notices.record import notice_record

RECIPIENT = Actor(None, "contact")
_TOKEN_BYTES = 32


class AlreadyAcknowledged(Exception):
    """Receipt was confirmed before; the first confirmation stands."""


class StateChanged(Exception):
    """The message no longer stands as it did when it was read."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Whom a notice goes to, what it is about, and the key that keeps it from being queued twice.

    `token` must be the one in the notice's own link, from `new_token`.
    """

    agreement: Agreement
    obligation: Obligation | None
    subject_kind: str
    subject_id: UUID
    recipient: str
    recipient_name: str
    idempotency_key: str
    token: str


def new_token() -> str:
    """A token that nobody guesses, for the link in a notice."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def link(token: str) -> str:
    """The public address of the notice with `token`."""
    return f"{settings.PUBLIC_URL}{reverse('notices:read', args=(token,))}"


@transaction.atomic
def queue(notice: Notice, envelope: Envelope, *, actor: Actor, now: datetime) -> OutboxMessage:
    """Keep `notice` as it is sent and let the pump send it; queued again under the same key, the first one is returned.

    Belongs in the transaction that makes the message due. Raises `ValueError` for a notice without its place in the chain.
    """
    organisation = envelope.agreement.organisation
    if notice.evidence is None:
        raise ValueError("a notice that leaves carries the head and count of the evidence chain")
    existing = OutboxMessage.objects.filter(organisation=organisation, idempotency_key=envelope.idempotency_key).first()
    if existing is not None:
        return existing
    in_full = transport.may_send_in_full()
    bodies = full(notice) if in_full else cover(notice)
    identifier = new_id()
    message = OutboxMessage.objects.create(
        id=identifier,
        organisation=organisation,
        agreement=envelope.agreement,
        obligation=envelope.obligation,
        subject_kind=envelope.subject_kind,
        subject_id=envelope.subject_id,
        kind=notice.kind.value,
        idempotency_key=envelope.idempotency_key,
        message_id=f"<{identifier}@{urlsplit(settings.PUBLIC_URL).hostname}>",
        token=envelope.token,
        sender=settings.DEFAULT_FROM_EMAIL,
        recipient=envelope.recipient,
        recipient_name=_one_line(envelope.recipient_name),
        language=notice.language.value,
        texts_version=notice.texts_version,
        subject=_one_line(notice.subject),
        body_text=bodies.text,
        body_html=bodies.html,
        page_html=full(notice).html,
        notice=notice_record(notice),
        in_full=in_full,
        evidence_head=notice.evidence.head,
        evidence_count=notice.evidence.count,
        handed_over_at=now,
        next_attempt_at=now,
    )
    content = {
        "message_id": message.message_id,
        "kind": message.kind,
        "recipient": message.recipient,
        "subject": message.subject,
        "page_sha256": digest(message.page_html),
        "body_sha256": digest(message.body_text),
        "body_html_sha256": digest(message.body_html),
    }
    _record(message, "notice.handed_over", actor, now, content)
    end_by(message, Proof.HANDED_OVER, at=now, now=now)
    return message


def _one_line(text: str) -> str:
    """Text for a header of a mail, which no line end may part."""
    return " ".join(text.split())


@transaction.atomic
def acknowledge(message: OutboxMessage, *, name: str, now: datetime) -> None:
    """Keep that the recipient confirmed receipt, and who says so. Raises `AlreadyAcknowledged`."""
    unread = OutboxMessage.objects.filter(pk=message.pk, acknowledged_at__isnull=True)
    if unread.update(acknowledged_at=now, acknowledged_by=name) != 1:
        raise AlreadyAcknowledged
    message.refresh_from_db()
    _record(message, "notice.acknowledged", RECIPIENT, now, {"message_id": message.message_id, "name": name})
    end_by(message, Proof.ACKNOWLEDGED, at=now, now=now)


@transaction.atomic
def come_back(message: OutboxMessage, *, actor: Actor, now: datetime) -> None:
    """Keep that the message came back undelivered; the clock that its acceptance had ended runs again.

    Raises `StateChanged` for a message that wasn't accepted, or whose receipt was confirmed.
    """
    accepted = OutboxMessage.objects.filter(
        pk=message.pk, organisation=message.organisation_id, state=Delivery.ACCEPTED, acknowledged_at__isnull=True
    )
    if accepted.update(state=Delivery.BOUNCED, bounced_at=now) != 1:
        raise StateChanged
    message.refresh_from_db()
    _record(message, "notice.bounced", actor, now, {"message_id": message.message_id})
    obligation = message.obligation
    if obligation is not None and obligation.ended_reason == message.message_id:
        clocks.reopen(obligation, reason=message.message_id, actor=actor, now=now)


@transaction.atomic
def try_again(message: OutboxMessage, *, actor: Actor, now: datetime) -> None:
    """Send at the next opportunity what waits for its next attempt or was refused. Raises `StateChanged`."""
    waiting = OutboxMessage.objects.filter(
        pk=message.pk, organisation=message.organisation_id, state__in=(Delivery.QUEUED, Delivery.FAILED)
    )
    if waiting.update(state=Delivery.QUEUED, next_attempt_at=now) != 1:
        raise StateChanged
    message.refresh_from_db()
    _record(message, "notice.tried_again", actor, now, {"message_id": message.message_id})


def _record(message: OutboxMessage, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=message.organisation, actor=actor, kind=kind, subject=message, at=now, content=content)
