"""What is put in the outbox: a notice, and the envelope that says to whom it goes and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from art28.notices.notice import Notice
from art28.web.agreements.models import Agreement
from art28.web.clocks.models import Obligation


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


Parcel = Sequence[tuple[Notice, Envelope]]
"""Notices to one recipient that leave as one message, each under its own agreement; the first carries the others."""
