"""Writes to the outbox: a message is queued, acknowledged by whoever got it, found to have come back, or tried again."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from art28.notices.notice import Notice
from art28.notices.render import Bodies, cover_together, full, subject_together, together
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation
from art28.web.audit.actions import Entry, record, record_many
from art28.web.clocks.models import Proof
from art28.web.database import bulk
from art28.web.database.identifiers import new_id
from art28.web.exercises.kinds import mark
from art28.web.notices import transport
from art28.web.notices.delivery import bearing_clocks, end_by, run_again
from art28.web.notices.diverting import diverted
from art28.web.notices.enclosures import digest
from art28.web.notices.envelope import Envelope, Parcel
from art28.web.notices.models import Delivery, OutboxMessage
from art28.web.notices.record import notice_record
from art28.web.notices.signals import undelivered

RECIPIENT = Actor(None, "contact")
_TOKEN_BYTES = 32
_NAME = 200


class AlreadyAcknowledged(Exception):
    """Receipt was confirmed before; the first confirmation stands."""


class StateChanged(Exception):
    """The message no longer stands as it did when it was read."""


def new_token() -> str:
    """A token that nobody guesses, for the link in a notice."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def link(token: str) -> str:
    """The public address of the notice with `token`."""
    return f"{settings.PUBLIC_URL}{reverse('notices:read', args=(token,))}"


def queue(notice: Notice, envelope: Envelope, *, actor: Actor, now: datetime) -> OutboxMessage:
    """Keep `notice` as it is sent and let the pump send it; queued again under the same key, the first one is returned.

    Belongs in the transaction that makes the message due. Raises `ValueError` for a notice without its place in the chain.
    """
    organisation = envelope.agreement.organisation
    return queue_many(organisation, (((notice, envelope),),), actor=actor, now=now)[0][0]


@transaction.atomic
def queue_many(
    organisation: Organisation, parcels: Sequence[Parcel], *, actor: Actor, now: datetime
) -> tuple[tuple[OutboxMessage, ...], ...]:
    """`queue` for any number of parcels, set-based; the messages of each, in its order."""
    parcels = diverted(organisation, parcels)
    known = _queued(organisation, [envelope.idempotency_key for parcel in parcels for _, envelope in parcel])
    made: list[tuple[OutboxMessage, ...]] = []
    fresh: list[OutboxMessage] = []
    for parcel in parcels:
        keys = [envelope.idempotency_key for _, envelope in parcel]
        if keys[0] in known:
            made.append(tuple(known[key] for key in keys))
            continue
        rows = _rows(organisation, parcel, now)
        made.append(rows)
        fresh += rows
    bulk.create(OutboxMessage, fresh)
    entries = [Entry("notice.handed_over", "outboxmessage", row.pk, _as_sent(row)) for row in fresh]
    record_many(organisation=organisation, actor=actor, at=now, entries=entries)
    for row in fresh:
        end_by(row, Proof.HANDED_OVER, at=now, now=now)
    return tuple(made)


def _queued(organisation: Organisation, keys: Sequence[str]) -> Mapping[str, OutboxMessage]:
    rows = OutboxMessage.objects.filter(organisation=organisation, idempotency_key__in=keys)
    return {row.idempotency_key: row for row in rows.select_related("carrier")}


def _rows(organisation: Organisation, parcel: Parcel, now: datetime) -> tuple[OutboxMessage, ...]:
    notices = [notice for notice, _ in parcel]
    in_full = transport.may_send_in_full()
    (notice, envelope), *others = parcel
    first = _row(organisation, notice, envelope, now)
    bodies = together(notices) if in_full else cover_together(notices)
    first.subject, first.carries = _one_line(subject_together(notices)), len(others)
    first.body_text, first.body_html, first.in_full = bodies.text, bodies.html, in_full
    first.page_html = together(notices).html
    first.next_attempt_at = now
    rows = [first]
    for notice, envelope in others:
        row = _row(organisation, notice, envelope, now)
        own = full(notice) if in_full else Bodies("", "")
        row.body_text, row.body_html, row.page_html, row.in_full = own.text, own.html, full(notice).html, in_full
        row.carrier = first
        rows.append(row)
    return tuple(rows)


def _row(organisation: Organisation, notice: Notice, envelope: Envelope, now: datetime) -> OutboxMessage:
    if notice.evidence is None:
        raise ValueError("a notice that leaves carries the head and count of the evidence chain")
    identifier = new_id()
    return OutboxMessage(
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
        notice=notice_record(notice),
        evidence_head=notice.evidence.head,
        evidence_count=notice.evidence.count,
        handed_over_at=now,
    )


def _as_sent(message: OutboxMessage) -> dict[str, Any]:
    """What the trail keeps of a message that was handed over; one that travels in another names the one that leaves."""
    content = {
        "message_id": message.sent_as,
        "kind": message.kind,
        "recipient": message.recipient,
        "subject": message.subject,
        "page_sha256": digest(message.page_html),
        **mark(message),
    }
    if message.carrier is None:
        content |= {"body_sha256": digest(message.body_text), "body_html_sha256": digest(message.body_html)}
    return content


def _one_line(text: str) -> str:
    """Text for a header of a mail, which no line end may part."""
    return " ".join(text.split())


@transaction.atomic
def acknowledge(
    message: OutboxMessage, *, name: str, now: datetime, at: datetime | None = None, actor: Actor = RECIPIENT
) -> None:
    """Keep that the recipient confirmed receipt, and who says so; also of what travelled along.

    `at` is when, where that is not now, and `actor` who keeps it, where it was confirmed by telephone. Raises
    `AlreadyAcknowledged`.
    """
    at = at or now
    unread = OutboxMessage.objects.filter(pk=message.pk, acknowledged_at__isnull=True)
    if unread.update(acknowledged_at=at, acknowledged_by=name[:_NAME]) != 1:
        raise AlreadyAcknowledged
    message.refresh_from_db()
    OutboxMessage.objects.filter(carrier=message).update(acknowledged_at=at, acknowledged_by=name[:_NAME])
    for each in bearing_clocks(message):
        _record(each, "notice.acknowledged", actor, now, {"message_id": each.sent_as, "name": name})
        end_by(each, Proof.ACKNOWLEDGED, at=at, now=now)


@transaction.atomic
def come_back(message: OutboxMessage, *, actor: Actor, now: datetime, at: datetime | None = None) -> None:
    """Keep that the message came back undelivered, at `at` where that is not now; the clocks that its acceptance had ended
    run again, and whoever sees to them is told.

    Raises `StateChanged` for a message that wasn't accepted, whose receipt was confirmed, or that travels in another.
    """
    accepted = OutboxMessage.objects.filter(
        pk=message.pk,
        organisation=message.organisation_id,
        carrier=None,
        state=Delivery.ACCEPTED,
        acknowledged_at__isnull=True,
    )
    at = at or now
    if accepted.update(state=Delivery.BOUNCED, bounced_at=at) != 1:
        raise StateChanged
    message.refresh_from_db()
    OutboxMessage.objects.filter(carrier=message).update(state=Delivery.BOUNCED, bounced_at=at)
    for each in bearing_clocks(message):
        _record(each, "notice.bounced", actor, now, {"message_id": each.sent_as})
        run_again(each, actor=actor, now=now)
        undelivered.send(OutboxMessage, message=each, actor=actor, now=now)


@transaction.atomic
def try_again(message: OutboxMessage, *, actor: Actor, now: datetime) -> None:
    """Send at the next opportunity what waits for its next attempt or was refused. Raises `StateChanged`."""
    waiting = OutboxMessage.objects.filter(
        pk=message.pk,
        organisation=message.organisation_id,
        carrier=None,
        state__in=(Delivery.QUEUED, Delivery.FAILED),
    )
    if waiting.update(state=Delivery.QUEUED, next_attempt_at=now) != 1:
        raise StateChanged
    message.refresh_from_db()
    OutboxMessage.objects.filter(carrier=message).update(state=Delivery.QUEUED)
    _record(message, "notice.tried_again", actor, now, {"message_id": message.message_id})


def _record(message: OutboxMessage, kind: str, actor: Actor, now: datetime, content: Mapping[str, Any]) -> None:
    record(organisation=message.organisation, actor=actor, kind=kind, subject=message, at=now, content=content)
