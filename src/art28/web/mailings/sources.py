"""What a mailing asks of the app whose event it is about: that app's `mailing.py` answers."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import takewhile
from typing import Any, Protocol, cast
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.utils.functional import Promise

from art28.notices.notice import Notice
from art28.web.accounts.access import Actor
from art28.web.accounts.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a mailing is narrowed to. `due_within` is in hours, None for all; `also_calls` takes in who wants a call too."""

    notice_kind: str
    due_within: int | None = None
    channel: str = ""
    language: str = ""
    answered_only: bool = False
    also_calls: bool = False

    def record(self) -> dict[str, Any]:
        """The choice as plain JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What only people say in a notice: who signs, why it is late, why the matter is closed."""

    notice_kind: str
    signed_by: str
    late_reasons: str = ""
    closing_reason: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The event: its id, what people call it, its title, whether it can still be told of, and whether it is played."""

    organisation: Organisation
    kind: str
    id: UUID
    label: str
    title: str
    is_open: bool
    is_exercise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """One agreement that is told: to whom, how, until when, and what stands in the way (a code of `models.Obstacle`)."""

    agreement_id: UUID
    counterparty_id: UUID | None
    due_at: datetime
    ends_at: datetime | None
    channels: tuple[str, ...]
    language: str
    recipient: str
    recipient_name: str
    phone: str
    open_questions: int
    version: int
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Addressees in the order of their rows; the next page begins after `cursor`, and `is_last` says that none follows."""

    addressees: tuple[Addressee, ...]
    looked_at: int
    cursor: UUID | None
    is_last: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One agreement about to be told; `version` None takes its draft as it stands."""

    agreement_id: UUID
    recipient: str
    recipient_name: str
    version: int | None


class Source(Protocol):
    """The events of one kind, as mailings see them. All within an organisation, in a fixed number of queries a call."""

    SUBJECT_KIND: str
    NOTICE_KINDS: Mapping[str, str | Promise]

    def subject(self, organisation: Organisation, subject_id: UUID) -> Subject | None:
        """The event; None where the organisation has none with that id."""

    def count(self, subject: Subject, choice: Choice, *, now: datetime) -> int:
        """How many agreements are looked at for `choice`, at most."""

    def page(self, subject: Subject, choice: Choice, *, after: UUID | None, limit: int, now: datetime) -> Page:
        """The next addressees for `choice`."""

    def again(self, subject: Subject, choice: Choice, agreement_ids: Collection[UUID]) -> tuple[Addressee, ...]:
        """The same for these agreements."""

    def versions(self, subject: Subject, agreement_ids: Collection[UUID]) -> Mapping[UUID, int]:
        """The versions of the drafts as they stand."""

    def limits(self, subject: Subject, choice: Choice) -> Mapping[UUID, datetime | None]:
        """The limits as they run now, by agreement; none for a notice that ends no limit."""

    def notices(
        self, subject: Subject, outgoing: Sequence[Outgoing], words: Words, *, now: datetime
    ) -> Mapping[UUID, Notice]:
        """The notices as they would leave now, by agreement."""

    def hand_over(
        self, subject: Subject, letters: Sequence[Sequence[Outgoing]], words: Words, *, actor: Actor, now: datetime
    ) -> Mapping[UUID, UUID | str]:
        """Put letters in the outbox within the caller's transaction; by agreement the message, or the obstacle met."""


def next_page(
    rows: QuerySet[Any], told: Callable[[list[Any]], Iterable[Addressee]], *, after: UUID | None, limit: int
) -> Page:
    """The page of `rows` (each of an agreement) after `after`, by key; one whose clock is still to start is waited for."""
    if after is not None:
        rows = rows.filter(pk__gt=after)
    found = list(rows.order_by("pk")[:limit])
    started = list(takewhile(lambda row: row.started_at is not None, found))
    cursor = started[-1].pk if started else after
    is_last = len(started) == len(found) < limit
    return Page(tuple(told(started)), len(started), cursor, is_last)


@cache
def sources() -> Mapping[str, Source]:
    """The sources of the installed apps, by the kind of their events."""
    names = (f"{config.name}.mailing" for config in apps.get_app_configs() if config.name.startswith("art28."))
    found = (cast("Source", import_module(name)) for name in names if find_spec(name))
    return {source.SUBJECT_KIND: source for source in found}


def source_of(kind: str) -> Source:
    """The source of events of this kind."""
    return sources()[kind]
