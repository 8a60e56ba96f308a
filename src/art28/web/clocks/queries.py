"""Reads of obligations: what runs, what waits, what belongs to a subject; always of one organisation."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.lookups import Exact

from art28.web.accounts.models import Organisation
from art28.web.clocks.models import Change, Heartbeat, Obligation, State
from art28.web.database.expressions import Checked, OneOf

_ALIVE = timedelta(minutes=2)


def obligations(organisation: Organisation) -> QuerySet[Obligation]:
    """Every obligation of the organisation, with its agreement and owner."""
    return Obligation.objects.filter(organisation=organisation).select_related("agreement", "owner")


def about(
    organisation: Organisation, *, subject_kind: str, subject_id: UUID, under: Collection[UUID] | None = None
) -> tuple[Obligation, ...]:
    """The obligations that one subject started, by what ends first; only those under some agreements where told so."""
    if under is None:
        rows = obligations(organisation).filter(subject_kind=subject_kind, subject_id=subject_id)
    else:  # a subject may start thousands, an agreement has few
        rows = Obligation.objects.select_related("agreement", "owner").filter(
            Exact(Checked(F("organisation_id")), organisation.pk), subject_kind=subject_kind, subject_id=subject_id
        )
        rows = rows.filter(agreement_id__in=under)
    return tuple(rows.order_by("due_at", "made_at", "id"))


def wanting(organisation: Organisation, *, subject_id: UUID, channel: str) -> QuerySet[Obligation, Any]:
    """The agreements under which we must tell by this channel of what one subject started, for use within another query."""
    rows = Obligation.objects.filter(organisation=organisation, subject_id=subject_id, ours=True)
    return rows.filter(duty__channels__icontains=f'"{channel}"').values("agreement_id")


def running(organisation: Organisation, *, subject_kind: str, subject_id: UUID) -> QuerySet[Obligation]:
    """Our own obligations that one subject started and that have not ended."""
    rows = obligations(organisation).select_related("organisation")
    return rows.filter(subject_kind=subject_kind, subject_id=subject_id, ours=True, ended_at=None)


def due_to_be_late(*, now: datetime) -> QuerySet[Obligation]:
    """Obligations of every organisation whose end has passed and that don't say so yet, longest past first."""
    may_be_late = OneOf("state", (State.OPEN, State.WAITING))
    rows = Obligation.objects.filter(may_be_late, ends_at__lte=now, ended_at=None)
    rows = rows.exclude(ends_inclusive=True, ends_at=now)
    return rows.select_related("organisation").order_by("ends_at", "id")


def is_late(row: Obligation, now: datetime) -> bool:
    """Whether the limit was or is not kept, also before a worker has said so."""
    if row.state == State.LATE:
        return True
    if row.ended_at is not None or row.ends_at is None:
        return False
    return now > row.ends_at if row.ends_inclusive else now >= row.ends_at


@dataclass(frozen=True, slots=True)
class Moved:
    """A change of what a clock stands on, with the end before it and after it (None: without one)."""

    change: Change
    before: datetime | None
    before_day: date | None
    after: datetime | None
    after_day: date | None
    ends_moved: bool


def changes(row: Obligation) -> tuple[Moved, ...]:
    """What was changed about an obligation while it ran, newest first; one query."""
    found = Change.objects.filter(organisation=row.organisation_id, obligation=row).select_related("by")
    return tuple(
        Moved(
            change,
            _instant(change.before.get("ends_at")),
            _day(change.before.get("last_day")),
            _instant(change.after.get("ends_at")),
            _day(change.after.get("last_day")),
            ends_moved="ends_at" in change.after,
        )
        for change in found.order_by("-number")
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def workers_alive(*, now: datetime) -> int:
    """How many workers were seen in the last two minutes and have not stopped."""
    return Heartbeat.objects.filter(seen_at__gte=now - _ALIVE, stopped_at=None).count()


def by_agreement(rows: tuple[Obligation, ...]) -> Mapping[UUID, tuple[Obligation, ...]]:
    """Obligations grouped by the agreement they stand on, each group in the order given."""
    groups: dict[UUID, list[Obligation]] = {}
    for row in rows:
        if row.agreement_id is not None:
            groups.setdefault(row.agreement_id, []).append(row)
    return {agreement_id: tuple(each) for agreement_id, each in groups.items()}
