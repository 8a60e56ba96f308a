"""What every case (an instruction, an audit, a claim) does alike: found or not, moved on, recorded, written about."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404

from art28.notices.answers import Section
from art28.notices.notice import LetterKind
from art28.web.acting import By, StateChanged
from art28.web.agreements import deriving
from art28.web.agreements.models import Agreement
from art28.web.audit.actions import record
from art28.web.clocks.actions import Subject
from art28.web.clocks.models import Obligation
from art28.web.notices import writing
from art28.web.notices.models import OutboxMessage

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """To whom a letter goes, and by whom it is signed."""

    recipient: str
    recipient_name: str = ""
    signed_by: str = ""


def found(row: Row | None) -> Row:
    """The row that was asked for; "not found" where there is none, also for one of another organisation."""
    if row is None:
        raise Http404
    return row


def move(row: Any, among: Collection[str], **columns: Any) -> None:
    """Change how a case stands that is in one of the states `among`. Raises `StateChanged` where it no longer is."""
    standing = type(row)._default_manager.filter(pk=row.pk, organisation=row.organisation_id, state__in=among)
    if standing.update(**columns) != 1:
        raise StateChanged(str(row))
    row.refresh_from_db()


def keep_act(row: Model, kind: str, by: By, content: Mapping[str, Any] | None = None) -> None:
    """Record an act about a row of an organisation, by who does it."""
    organisation = row.organisation  # type: ignore[attr-defined]
    record(organisation=organisation, actor=by.actor, kind=kind, subject=row, at=by.now, content=content)


def write(
    agreement: Agreement,
    kind: LetterKind,
    subject: Subject,
    to: To,
    by: By,
    *,
    filled: Mapping[str, str],
    sections: tuple[Section, ...] = (),
    provision: str = "",
    clock: Obligation | None = None,
    again: bool = False,
) -> OutboxMessage:
    """Put a letter about a case in the outbox: once of each kind, or anew each time where it may come `again`."""
    key = f"{subject.kind}:{subject.id}:{kind.value}"
    letter = writing.Writing(
        kind=kind,
        subject_kind=subject.kind,
        subject_id=subject.id,
        reference=subject.label,
        recipient=to.recipient,
        recipient_name=to.recipient_name,
        key=f"{key}:{int(by.now.timestamp())}" if again else key,
        filled=filled,
        provision=provision,
        sections=sections,
        obligation=clock,
        signed_by=to.signed_by,
    )
    return writing.send(agreement, deriving.standing(agreement), letter, actor=by.actor, now=by.now)
