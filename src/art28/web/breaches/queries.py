"""Reads of breaches; always of one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from art28.agreement.duties import Action
from art28.notices.breach import BreachFacts
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement
from art28.web.agreements.models import State as AgreementState
from art28.web.breaches import drafting
from art28.web.breaches.facts import facts_of
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.notices import queries as outbox
from art28.web.notices.models import OutboxMessage

_FOUND = 20


@dataclass(frozen=True, slots=True)
class Side:
    """One touched agreement in the room: its clock, its other obligations, its messages, its calls."""

    touched: TouchedAgreement
    clock: Obligation | None
    others: tuple[Obligation, ...]
    messages: tuple[OutboxMessage, ...]
    calls: tuple[Call, ...]
    unanswered: int
    questions: int


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the time line: a code that the page puts into words, and what belongs to it."""

    at: datetime
    code: str
    what: str = ""
    tone: str = ""


def breaches(organisation: Organisation) -> QuerySet[Breach]:
    """Every breach, the open ones first, then by newest; each with how many agreements it touches."""
    return (
        Breach.objects.filter(organisation=organisation)
        .annotate(touched_count=Count("touched"))
        .order_by("-state", "-recorded_at", "-id")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How the clocks of a breach stand: the next end, how many without a number are due now, how many are late."""

    next_end: datetime | None
    due_now: int
    late: int


def standings(organisation: Organisation, breach_ids: list[UUID], *, now: datetime) -> Mapping[UUID, Standing]:
    """For each of these breaches how our own clocks stand, in one query; late also before a worker has said so."""
    running = Q(ended_at=None)
    rows = (
        clocks.obligations(organisation)
        .filter(subject_kind="breach", subject_id__in=breach_ids, ours=True)
        .values("subject_id")
        .annotate(
            next_end=Min("ends_at", filter=running),
            due_now=Count("id", filter=running & Q(ends_at=None)),
            late=Count("id", filter=Q(state="late") | (running & Q(ends_at__lt=now))),
        )
        .order_by()
    )
    return {row["subject_id"]: Standing(row["next_end"], row["due_now"], row["late"]) for row in rows}


def breach(organisation: Organisation, breach_id: UUID) -> Breach | None:
    """One breach; None where the organisation has none with that id."""
    return (
        Breach.objects.filter(organisation=organisation, pk=breach_id)
        .select_related("organisation", "recorded_by")
        .first()
    )


def touched(organisation: Organisation, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement | None:
    """One agreement that a breach touches."""
    rows = TouchedAgreement.objects.filter(organisation=organisation, breach=breach_id, agreement=agreement_id)
    return rows.select_related("breach__organisation", "agreement__organisation", "organisation").first()


def versions(found: Breach) -> tuple[FactsVersion, ...]:
    """The versions of a breach's facts, newest first."""
    rows = FactsVersion.objects.filter(organisation=found.organisation_id, breach=found)
    return tuple(rows.select_related("by").order_by("-number"))


def facts(version: FactsVersion, found: Breach) -> BreachFacts:
    """The facts of a version."""
    return facts_of(version.facts, reference=found.reference)


def sides(found: Breach) -> tuple[Side, ...]:
    """The agreements that a breach touches, by what ends first; a fixed number of queries at any number of agreements."""
    organisation = found.organisation
    rows = TouchedAgreement.objects.filter(organisation=organisation, breach=found).select_related("agreement")
    running = clocks.by_agreement(clocks.about(organisation, subject_kind="breach", subject_id=found.pk))
    messages = outbox.about(organisation, subject_id=found.pk)
    calls = tuple(
        Call.objects.filter(organisation=organisation, touched__breach=found).select_related("by").order_by("at")
    )
    made = [_side(row, running.get(row.agreement_id, ()), messages, calls) for row in rows]
    return tuple(
        sorted(made, key=lambda side: (side.clock is None, side.clock.due_at if side.clock else found.recorded_at))
    )


def _side(
    row: TouchedAgreement, running: tuple[Obligation, ...], messages: tuple[OutboxMessage, ...], calls: tuple[Call, ...]
) -> Side:
    clock = next((item for item in running if item.action == Action.NOTIFY_BREACH), None)
    return Side(
        touched=row,
        clock=clock,
        others=tuple(item for item in running if item is not clock and item.action != Action.REGISTER_BREACH),
        messages=tuple(message for message in messages if message.agreement_id == row.agreement_id),
        calls=tuple(call for call in calls if call.touched_id == row.pk),
        unanswered=drafting.unanswered(row.draft),
        questions=len(row.draft),
    )


def timeline(found: Breach, known: tuple[FactsVersion, ...], touched_sides: tuple[Side, ...]) -> tuple[Happening, ...]:
    """What happened, newest first, from what the room has read already."""
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
    return tuple(sorted(lines, key=lambda line: line.at))[::-1]


def _called(call: Call) -> Happening:
    return Happening(call.at, "called" if call.reached else "called_in_vain", call.spoken_to or str(call.by))


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


def agreements_to_choose(organisation: Organisation, words: str) -> tuple[Agreement, ...]:
    """At most twenty agreements that hold `words`; the newest where there are none."""
    found = agreements.listed(organisation, agreements.Filter(words=words, state="read"))
    return found.agreements[:_FOUND]


def agreement(organisation: Organisation, agreement_id: UUID) -> Agreement | None:
    """One agreement that has been read; None where the organisation has none with that id."""
    try:
        found = agreements.agreement(organisation, agreement_id)
    except Agreement.DoesNotExist:
        return None
    return found if found.state == AgreementState.READ else None
