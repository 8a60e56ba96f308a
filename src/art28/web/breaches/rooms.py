"""A breach and a page of the agreements that it touches -> what its room shows of each, and its time line.

Of what there may be without end under one agreement, messages, calls and versions of the facts, a room shows the newest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from art28.agreement.duties import Action
from art28.notices.breach import BreachFacts
from art28.notices.specials import Found, Named
from art28.web.accounts.models import Organisation
from art28.web.breaches import drafting, promises, queries, specials
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.breaches.promises import Promised, Recipient
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.notices import queries as outbox
from art28.web.notices.models import OutboxMessage

NEWEST = 20
"""How many messages and calls under one agreement, and versions of the facts, a room shows."""
_LINES = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One touched agreement in the room: its clock, its other obligations, its newest messages and calls, oldest first.

    `more` is whether there are others before those. `lost` is whether every notice was refused or came back, so that nobody
    there knows yet; `in_vain` how many calls reached nobody. `to_call` is whom to call one after the other, where its clock
    still wants that; `escalated` what was laid before whoever of us bears final responsibility.
    """

    touched: TouchedAgreement
    clock: Obligation | None
    others: tuple[Obligation, ...]
    messages: tuple[OutboxMessage, ...]
    calls: tuple[Call, ...]
    unanswered: int
    questions: int
    specials: tuple[Found, ...] = ()
    to_call: tuple[Named, ...] = ()
    escalated: tuple[object, ...] = ()
    more: bool = False
    lost: bool = False
    in_vain: int = 0

    @property
    def turn(self) -> int:
        """The place in `to_call` of whom to call now, after as many calls in vain."""
        return self.in_vain % len(self.to_call) if self.to_call else 0


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the time line: a code that the page puts into words, and what belongs to it."""

    at: datetime
    code: str
    what: str = ""
    tone: str = ""


def sides(found: Breach, rows: Sequence[TouchedAgreement], known: BreachFacts, *, now: datetime) -> tuple[Side, ...]:
    """What a page shows of some agreements that a breach touches, in a fixed number of queries."""
    organisation, ids = found.organisation, [row.agreement_id for row in rows]
    running = clocks.by_agreement(
        clocks.about(organisation, subject_kind=found.subject_kind, subject_id=found.pk, under=ids)
    )
    messages = outbox.newest_about(organisation, subject_id=found.pk, under=ids, most=NEWEST + 1)
    calls = _calls(organisation, rows)
    said = promises.promised(organisation, ids)
    people = promises.recipients_of(
        organisation, {party for row in rows if (party := row.agreement.counterparty_id) is not None}
    )
    queries.draw(rows, said, known)
    made = [
        _side(row, running.get(row.agreement_id, ()), messages.get(row.agreement_id, ()), calls.get(row.pk, ()))
        for row in rows
    ]
    return tuple(
        replace(
            side,
            specials=specials.found(said[side.touched.agreement_id], side.touched.agreement, organisation, now=now),
            to_call=_to_call(side, said[side.touched.agreement_id], people),
        )
        for side in made
    )


def _calls(organisation: Organisation, rows: Sequence[TouchedAgreement]) -> Mapping[UUID, tuple[Call, ...]]:
    """The newest calls under each, oldest first, with `in_vain`, how many of all reached nobody; one query."""
    newest = Window(RowNumber(), partition_by=F("touched_id"), order_by=(F("at").desc(), F("id").desc()))
    in_vain = Window(Count("pk", filter=Q(reached=False)), partition_by=F("touched_id"))
    made = Call.objects.filter(organisation=organisation, touched__in=[row.pk for row in rows])
    made = made.annotate(place=newest, in_vain=in_vain).filter(place__lte=NEWEST + 1).select_related("by")
    found: dict[UUID, list[Call]] = {}
    for call in made.order_by("at", "id"):
        found.setdefault(call.touched_id, []).append(call)
    return {pk: tuple(each) for pk, each in found.items()}


def _to_call(side: Side, said: Promised, people: Mapping[UUID, tuple[Recipient, ...]]) -> tuple[Named, ...]:
    clock, agreement = side.clock, side.touched.agreement
    if clock is None or clock.ended_at is not None or "phone" not in clock.duty["channels"]:
        return ()
    return specials.chain(
        said, agreement, people.get(agreement.counterparty_id, ()) if agreement.counterparty_id else ()
    )


def _side(row: TouchedAgreement, running: Sequence[Obligation], messages: Sequence[Any], calls: Sequence[Any]) -> Side:
    clock = next((item for item in running if item.action == Action.NOTIFY_BREACH), None)
    return Side(
        touched=row,
        clock=clock,
        others=tuple(item for item in running if item is not clock and item.action != Action.REGISTER_BREACH),
        messages=tuple(messages[-NEWEST:]),
        calls=tuple(calls[-NEWEST:]),
        more=len(messages) > NEWEST or len(calls) > NEWEST,
        lost=bool(messages) and not messages[0].arrived,
        in_vain=calls[0].in_vain if calls else 0,
        unanswered=drafting.unanswered(row.questions),
        questions=len(row.questions),
    )


def timeline(found: Breach, known: tuple[FactsVersion, ...], touched_sides: tuple[Side, ...]) -> tuple[Happening, ...]:
    """What happened last, newest first, from what the room has read already."""
    lines = [
        Happening(found.aware_at, "aware", found.aware_reason),
        Happening(found.recorded_at, "recorded", str(found.recorded_by)),
    ]
    lines += [Happening(version.at, "facts", str(version.by)) for version in known if version.number > 1]
    for side in touched_sides:
        lines += [line for message in side.messages for line in _journey(message)]
        lines += [
            Happening(call.at, "called" if call.reached else "called_in_vain", call.spoken_to or str(call.by))
            for call in side.calls
        ]
        lines += [line for row in (side.clock, *side.others) if row is not None for line in _ends(row)]
    if found.closed_at is not None:
        lines.append(Happening(found.closed_at, "closed", found.close_reason, "done"))
    return tuple(sorted(lines, key=lambda line: line.at))[: -_LINES - 1 : -1]


def _journey(message: OutboxMessage) -> tuple[Happening, ...]:
    instants = (
        (message.handed_over_at, "handed_over", ""),
        (message.accepted_at, "accepted", ""),
        (message.acknowledged_at, "acknowledged", "done"),
        (message.bounced_at, "bounced", "late"),
    )
    return tuple(
        Happening(at, code, message.acknowledged_by if code == "acknowledged" else message.subject, tone)
        for at, code, tone in instants
        if at is not None
    )


def _ends(row: Obligation) -> tuple[Happening, ...]:
    if row.ends_at is not None and row.state == "late":
        return (Happening(row.ends_at, "limit_passed", row.action, "late"),)
    return ()
