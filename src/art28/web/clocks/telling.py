"""An obligation -> what a list outside the pages says of it: for the command line, JSON and tables to download."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from django.utils import timezone
from django.utils.translation import gettext as _

from art28.agreement import labels
from art28.obligations.record import duty_of
from art28.web.clocks import queries, words
from art28.web.clocks.filters import EVENTS, STANDINGS, Standing
from art28.web.clocks.models import Obligation, State
from art28.web.clocks.targets import Targets, target_at


@dataclass(frozen=True, slots=True)
class Told:
    """One line. `ends_at` and `own_target_at` are None without a number or a target; `left` is empty once it has ended."""

    id: str
    standing: Standing
    ends_at: datetime | None
    last_day: str
    left: str
    limit: str
    own_target_at: datetime | None
    action: str
    what: str
    event: str
    reference: str
    agreement: str
    counterparty: str
    owner: str
    ground: str
    started_at: datetime
    ours: bool

    @property
    def state(self) -> str:
        """How it stands, in words."""
        return str(STANDINGS[self.standing])

    @property
    def event_label(self) -> str:
        """What started it, in words."""
        return str(EVENTS.get(self.event, self.event))

    def record(self) -> Mapping[str, object]:
        """As JSON: keys stay as they are in every language, instants in UTC."""
        return {
            "id": self.id,
            "state": self.standing.value,
            "ends_at": _utc(self.ends_at),
            "last_day": self.last_day or None,
            "left": self.left,
            "limit": self.limit,
            "own_target_at": _utc(self.own_target_at),
            "action": self.action,
            "what": self.what,
            "event": self.event,
            "reference": self.reference,
            "agreement": self.agreement,
            "counterparty": self.counterparty,
            "owner": self.owner or None,
            "ground": self.ground,
            "started_at": _utc(self.started_at),
            "ours": self.ours,
        }


def told(row: Obligation, *, now: datetime, known: Targets, language: str, zone: tzinfo) -> Told:
    """What is said of `row` at `now`, in `language`, with days of `zone`."""
    limit = duty_of(row.duty).limit
    return Told(
        id=str(row.pk),
        standing=standing(row, now),
        ends_at=row.ends_at,
        last_day=row.last_day.isoformat() if row.last_day else "",
        left=left(row, now, zone=zone),
        limit=labels.limit(limit, language) if limit else "",
        own_target_at=None if row.paused_at else target_at(row, known),
        action=row.action,
        what=labels.action(row.action, language),
        event=row.subject_kind,
        reference=row.subject_label,
        agreement=row.title,
        counterparty=row.counterparty,
        owner=str(row.owner) if row.owner else "",
        ground=str(row.duty["provision"] or row.duty["gdpr"]),
        started_at=row.started_at,
        ours=row.ours,
    )


def standing(row: Obligation, now: datetime) -> Standing:
    """How an obligation stands at `now`, late also before a worker has said so."""
    if row.ended_at is not None:
        ended = {State.MET: Standing.MET, State.LATE: Standing.MET_LATE}
        return ended.get(State(row.state), Standing.CANCELLED)
    if queries.is_late(row, now):
        return Standing.LATE
    return Standing.RUNNING if row.ours else Standing.WAITING


def left(row: Obligation, now: datetime, *, zone: tzinfo | None = None) -> str:
    """What is left of a running limit that has a number, or that it stands still; empty for the others."""
    if row.paused_at is not None and row.ended_at is None:
        return _("stands still")
    if row.ended_at is not None or row.ends_at is None:
        return ""
    return words.left(row.ends_at, now, inclusive=row.ends_inclusive, last_day=row.last_day, zone=zone)


def nothing() -> str:
    """What a list says that has nothing to tell."""
    return _("Nothing is due.")


def local(at: datetime | None, zone: tzinfo) -> str:
    """An instant as tables write it: "2026-11-28 09:00"; empty for None."""
    return f"{timezone.localtime(at, zone):%Y-%m-%d %H:%M}" if at else ""


def _utc(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None
