"""Reads of the call list of a breach: what ends first in front; always of one organisation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from art28.notices.specials import Named
from art28.web.accounts.models import User
from art28.web.breaches import composing, promises, specials
from art28.web.breaches import queries as breaches
from art28.web.breaches.composing import Known
from art28.web.breaches.models import Breach, TouchedAgreement
from art28.web.calls.models import CallLine, State
from art28.web.clocks import queries as clocks

PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the list is narrowed to; empty means what is still to be called and what is being called."""

    words: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Callee:
    """One line of the list: the agreement, how its call stands, whom to call one after the other, and its clock."""

    touched: TouchedAgreement
    line: CallLine | None
    people: tuple[Named, ...]
    known: Known

    @property
    def state(self) -> str:
        """How the call stands."""
        return self.line.state if self.line else State.WAITING.value

    @property
    def turn(self) -> int:
        """The place in `people` of whom to call now: each call in vain goes on to the next, after the last from the first."""
        return self.line.attempts % len(self.people) if self.line and self.people else 0

    @property
    def now(self) -> Named | None:
        """Whom to call now; None where no number is known."""
        return self.people[self.turn] if self.people else None

    @property
    def then(self) -> Named | None:
        """Whom to call at once where that is in vain; None after the last."""
        return self.people[self.turn + 1] if self.turn + 1 < len(self.people) else None

    @property
    def in_vain(self) -> bool:
        """Whether all of them were called and nobody was reached."""
        reached = self.state == State.REACHED
        return bool(self.line and not reached and self.line.attempts >= max(len(self.people), 1))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the calls are: in all, reached, being called now, in vain and to come back."""

    total: int
    reached: int
    claimed: int
    later: int

    @property
    def to_call(self) -> int:
        """How many are still to be reached."""
        return self.total - self.reached


def listed(found: Breach) -> QuerySet[TouchedAgreement]:
    """The agreements of a breach that are to be called, what ends first in front."""
    wanting = clocks.wanting(found.organisation, subject_id=found.pk, channel=PHONE)
    rows = breaches.narrowed(found, breaches.Narrowing())
    return rows.filter(Q(agreement__in=wanting) | Q(call_line__isnull=False)).select_related(
        "agreement__organisation", "breach__organisation", "organisation", "call_line__caller"
    )


def claimable(*, now: datetime) -> Q:
    """Which of the listed nobody has at `now`."""
    free = Q(call_line__isnull=True) | Q(call_line__state=State.WAITING)
    lapsed = Q(call_line__state=State.CLAIMED, call_line__claimed_until__lte=now)
    return (free | lapsed) & (Q(call_line__later_at=None) | Q(call_line__later_at__lte=now))


def narrowed(found: Breach, narrowing: Narrowing, *, now: datetime) -> QuerySet[TouchedAgreement]:
    """The list, narrowed."""
    rows = listed(found)
    match narrowing.state:
        case "reached":
            rows = rows.filter(call_line__state=State.REACHED)
        case "claimed":
            rows = rows.filter(call_line__state=State.CLAIMED, call_line__claimed_until__gt=now)
        case "later":
            rows = rows.filter(call_line__state=State.WAITING, call_line__later_at__gt=now)
        case "all":
            pass
        case _:
            rows = rows.exclude(call_line__state=State.REACHED)
    if narrowing.words:
        rows = rows.filter(
            Q(agreement__counterparty_name__icontains=narrowing.words) | Q(agreement__title__icontains=narrowing.words)
        )
    return rows


def progress(found: Breach, *, now: datetime) -> Progress:
    """The counts of the list, in one query."""
    counts = (
        listed(found)
        .order_by()
        .aggregate(
            total=Count("id"),
            reached=Count("id", filter=Q(call_line__state=State.REACHED)),
            claimed=Count("id", filter=Q(call_line__state=State.CLAIMED, call_line__claimed_until__gt=now)),
            later=Count("id", filter=Q(call_line__state=State.WAITING, call_line__later_at__gt=now)),
        )
    )
    return Progress(**counts)


def first_claimable(found: Breach, *, now: datetime) -> TouchedAgreement | None:
    """What is to be called next; None where nobody waits for a call now."""
    return listed(found).filter(claimable(now=now)).first()


def held_by(found: Breach, user: User, *, now: datetime) -> TouchedAgreement | None:
    """What somebody is calling now; None for nothing."""
    rows = listed(found).filter(
        call_line__state=State.CLAIMED, call_line__caller=user, call_line__claimed_until__gt=now
    )
    return rows.order_by(F("call_line__claimed_until").desc()).first()


def one(found: Breach, agreement_id: UUID) -> TouchedAgreement | None:
    """One agreement of the list."""
    return listed(found).filter(agreement=agreement_id).first()


def callees(found: Breach, rows: Sequence[TouchedAgreement]) -> tuple[Callee, ...]:
    """The lines of a page with whom to call, in a fixed number of queries."""
    known = composing.known(found, [row.agreement_id for row in rows])
    parties = {row.agreement.counterparty_id for row in rows if row.agreement.counterparty_id is not None}
    people = promises.recipients_of(found.organisation, parties)
    breaches.draw(rows, {key: about.said for key, about in known.items()}, breaches.newest_facts(found))
    return tuple(_callee(row, known[row.agreement_id], people) for row in rows)


def _callee(row: TouchedAgreement, about: Known, people: Mapping[UUID, Iterable[promises.Recipient]]) -> Callee:
    line = getattr(row, "call_line", None)
    party = row.agreement.counterparty_id
    known = people.get(party, ()) if party else ()
    return Callee(row, line, specials.chain(about.said, row.agreement, known), about)
