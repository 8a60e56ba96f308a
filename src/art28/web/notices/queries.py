"""Reads of the outbox."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.db.models.lookups import Exact

from art28.notices.notice import LetterKind
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Agreement
from art28.web.clocks.actions import RUNNING
from art28.web.clocks.models import Proof
from art28.web.database.expressions import Checked, OneOf
from art28.web.exercises import kinds
from art28.web.notices.models import Delivery, OutboxMessage

_EMPTIED = ""
"""The subject of a message of an exercise that is erased."""
_AMONG_US = (LetterKind.CONTACT_ESCALATED.value,)
"""Letters that stay within the organisation: the other side isn't told anything by them."""
NOT_TOLD = (Delivery.FAILED, Delivery.BOUNCED)
"""How a message stands by which nobody was told."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")


def messages(organisation: Organisation) -> QuerySet[OutboxMessage]:
    """Every message of the organisation, newest first; contents are left in the database."""
    return (
        OutboxMessage.objects.filter(organisation=organisation)
        .exclude(subject=_EMPTIED)
        .select_related("agreement")
        .defer("body_text", "body_html", "page_html", "notice")
        .order_by("-handed_over_at", "-id")
    )


def about(
    organisation: Organisation, *, subject_id: UUID, under: Collection[UUID] | None = None
) -> tuple[OutboxMessage, ...]:
    """The messages to the other sides about one subject, oldest first; only those under some agreements where told so."""
    rows = messages(organisation).filter(subject_id=subject_id).exclude(kind__in=_AMONG_US)
    if under is not None:
        rows = rows.filter(agreement_id__in=under)
    return tuple(rows.order_by("handed_over_at", "id"))


def newest_about(
    organisation: Organisation, *, subject_id: UUID, under: Collection[UUID], most: int
) -> Mapping[UUID, tuple[OutboxMessage, ...]]:
    """The newest `most` messages about one subject under each of some agreements, oldest first; one query.

    Each says in `arrived` how many of all under its agreement were neither refused nor came back.
    """
    newest = Window(RowNumber(), partition_by=F("agreement_id"), order_by=(F("handed_over_at").desc(), F("id").desc()))
    rows = messages(organisation).filter(subject_id=subject_id, agreement_id__in=under).exclude(kind__in=_AMONG_US)
    arrived = Window(Count("pk", filter=~Q(state__in=NOT_TOLD)), partition_by=F("agreement_id"))
    found: dict[UUID, list[OutboxMessage]] = {}
    for row in rows.annotate(place=newest, arrived=arrived).filter(place__lte=most).order_by("handed_over_at", "id"):
        if row.agreement_id is not None:
            found.setdefault(row.agreement_id, []).append(row)
    return {agreement_id: tuple(each) for agreement_id, each in found.items()}


def under(agreement: Agreement) -> QuerySet[OutboxMessage]:
    """The messages under one agreement, newest first."""
    rows = OutboxMessage.objects.filter(organisation=agreement.organisation_id, agreement=agreement)
    return rows.defer("body_text", "body_html", "page_html", "notice").order_by("-handed_over_at", "-id")


def message(organisation: Organisation, message_id: UUID) -> OutboxMessage | None:
    """One message with its content; None where the organisation has none with that id."""
    rows = OutboxMessage.objects.filter(organisation=organisation, pk=message_id).exclude(subject=_EMPTIED)
    return rows.select_related("agreement", "organisation", "obligation", "carrier").first()


def carried_by(message: OutboxMessage) -> tuple[OutboxMessage, ...]:
    """The messages that travel in this one, with their content."""
    if not message.carries:
        return ()
    rows = OutboxMessage.objects.filter(organisation=message.organisation_id, carrier=message)
    return tuple(rows.select_related("agreement").order_by("id"))


def behind(token: str) -> OutboxMessage | None:
    """The message with this link, of whatever organisation: the token itself is the right to read it."""
    if not _TOKEN.fullmatch(token):
        return None
    rows = OutboxMessage.objects.filter(token=token, carrier=None).exclude(subject=_EMPTIED)
    return rows.select_related("organisation", "agreement", "obligation").first()


def sent_under(message_ids: Collection[str]) -> tuple[OutboxMessage, ...]:
    """The messages, of whatever organisation, that left under one of these Message-IDs, with what their clocks need."""
    rows = OutboxMessage.objects.filter(message_id__in=list(message_ids), carrier=None)
    return tuple(rows.select_related("organisation", "agreement", "obligation__organisation"))


def last_said(organisation: Organisation, *, subject_id: UUID, under: Collection[UUID]) -> Mapping[UUID, Any]:
    """What the newest message about a subject said under each of these agreements, as `record.notice_record`."""
    rows = OutboxMessage.objects.filter(organisation=organisation, subject_id=subject_id, agreement_id__in=under)
    rows = rows.exclude(kind__in=_AMONG_US)
    return dict(rows.order_by("handed_over_at", "id").values_list("agreement_id", "notice"))


def lost(organisation: Organisation, *, subject_id: UUID, under: Collection[UUID]) -> frozenset[UUID]:
    """Of these agreements those to whose other side every message about a subject was refused or came back."""
    return frozenset(lost_about(organisation, subject_id=subject_id).filter(agreement_id__in=under))


def lost_about(organisation: Organisation, *, subject_id: UUID) -> QuerySet[OutboxMessage, UUID]:
    """The agreements to whose other side every message about a subject was refused or came back, to be asked within a query.

    What came back is few and has an index of its own; of the others only those under the same agreements are looked up, for
    how a message stands lies behind all that it says, which is much to read past.
    """
    back = OutboxMessage.objects.filter(OneOf("state", NOT_TOLD), organisation=organisation, subject_id=subject_id)
    reached = OutboxMessage.objects.filter(
        Exact(Checked(F("organisation_id")), organisation.pk),
        Exact(Checked(F("subject_id")), subject_id),
        agreement=OuterRef("agreement"),
    )
    reached = reached.exclude(kind__in=_AMONG_US).exclude(state__in=NOT_TOLD)
    back = back.exclude(kind__in=_AMONG_US).order_by()
    return back.filter(~Exists(reached)).values_list("agreement_id", flat=True)


def due_count(*, now: datetime, most: int) -> int:
    """How many messages of every organisation wait to be sent now, counted to `most`."""
    rows = OutboxMessage.objects.filter(state=Delivery.QUEUED, next_attempt_at__lte=now)
    return len(rows.values_list("pk", flat=True)[:most])


def undeliverable(organisation: Organisation, addresses: Collection[str]) -> frozenset[str]:
    """Of these addresses those whose newest message was refused or came back."""
    rows = OutboxMessage.objects.filter(organisation=organisation, carrier=None, recipient__in=addresses)
    rows = rows.exclude(subject_kind__in=kinds.PLAYED)  # what reached a player says nothing of a contact
    newest = dict(rows.order_by("handed_over_at", "id").values_list("recipient", "state"))
    return frozenset(each for each, state in newest.items() if state in NOT_TOLD)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when messages about one subject were handed over, and their receipt confirmed; None where none was."""

    sent: int
    first_sent: datetime | None
    last_sent: datetime | None
    confirmed: int
    first_confirmed: datetime | None
    last_confirmed: datetime | None


def span(organisation: Organisation, *, subject_id: UUID) -> Span:
    """The first and last instants of the messages about one subject that the other sides have, in one query."""
    rows = OutboxMessage.objects.filter(organisation=organisation, subject_id=subject_id)
    rows = rows.exclude(kind__in=_AMONG_US).exclude(state__in=NOT_TOLD)
    found = rows.aggregate(
        sent=Count("id"),
        first_sent=Min("handed_over_at"),
        last_sent=Max("handed_over_at"),
        confirmed=Count("acknowledged_at"),
        first_confirmed=Min("acknowledged_at"),
        last_confirmed=Max("acknowledged_at"),
    )
    return Span(**found)


def accepted_with_running_clock(*, now: datetime) -> QuerySet[OutboxMessage]:
    """Accepted messages of every organisation whose clock should have ended with them and still runs."""
    return (
        OutboxMessage.objects.filter(
            state=Delivery.ACCEPTED,
            accepted_at__lte=now,
            obligation__ended_at__isnull=True,
            obligation__state__in=RUNNING,
            obligation__ends_by__in=(Proof.HANDED_OVER, Proof.ACCEPTED),
        )
        .select_related("organisation", "obligation__organisation", "carrier")
        .order_by(F("accepted_at").asc(), "id")
    )
