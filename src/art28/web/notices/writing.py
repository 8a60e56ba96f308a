"""A letter under an agreement -> the outbox, with its place in the chain; for every app that writes to the other side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from art28.notices.answers import Section
from art28.notices.correspondence import Correspondence, called, letter
from art28.notices.language import Language, language_of
from art28.notices.notice import Evidence, LetterKind
from art28.obligations.settled import Said, choice
from art28.web.accounts.access import Actor
from art28.web.agreements.models import Agreement
from art28.web.audit.sealing import head_of, seal
from art28.web.clocks.models import Obligation
from art28.web.notices import actions as outbox
from art28.web.notices.envelope import Envelope
from art28.web.notices.models import OutboxMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A letter to be sent: what kind, about what, to whom, and what its texts ask for.

    `obligation` is the clock that its acceptance ends, None where it ends none. The same `key` is sent once. `token` is that
    of its link where its texts hold another page by the same token, else empty.
    """

    kind: LetterKind
    subject_kind: str
    subject_id: UUID
    reference: str
    recipient: str
    recipient_name: str
    key: str
    filled: Mapping[str, str]
    provision: str = ""
    sections: tuple[Section, ...] = ()
    obligation: Obligation | None = None
    signed_by: str = ""
    token: str = ""


def language_for(agreement: Agreement) -> Language:
    """The language in which the parties of an agreement write to each other: its own, else the organisation's."""
    return language_of(agreement.language or agreement.organisation.language)


def send(agreement: Agreement, said: Said, writing: Writing, *, actor: Actor, now: datetime) -> OutboxMessage:
    """Put the letter in the outbox. `said` is what the agreement says as it stands. Within the caller's transaction."""
    organisation = agreement.organisation
    seal(organisation.pk, now=now)  # so that the letter witnesses what was done until now
    head = head_of(organisation.pk)
    language, token = language_for(agreement), writing.token or outbox.new_token()
    own = "controller.name" if agreement.direction == "controller" else "processor.name"
    matter = Correspondence(
        kind=writing.kind,
        reference=writing.reference,
        agreement=called(agreement.title, choice(said, "term.signed_on"), language),
        provision=writing.provision,
        sender=choice(said, own) or organisation.name,
        addressee=writing.recipient_name,
        other=agreement.counterparty_name,
        filled=writing.filled,
        sections=writing.sections,
        link=outbox.link(token),
        evidence=Evidence(head.hash, head.count),
        signed_by=writing.signed_by,
    )
    envelope = Envelope(
        agreement=agreement,
        obligation=writing.obligation,
        subject_kind=writing.subject_kind,
        subject_id=writing.subject_id,
        recipient=writing.recipient,
        recipient_name=writing.recipient_name,
        idempotency_key=writing.key,
        token=token,
    )
    return outbox.queue(letter(matter, language=language), envelope, actor=actor, now=now)
