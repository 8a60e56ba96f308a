"""Reads of breaches; always of one organisation."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from art28.agreement.duties import Action
from art28.notices.breach import BreachFacts
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.agreements.models import Agreement, Direction
from art28.web.agreements.models import State as AgreementState
from art28.web.breaches import drafting, promises, reached
from art28.web.breaches.facts import facts_of
from art28.web.breaches.models import Breach, Call, FactsVersion, TouchedAgreement
from art28.web.breaches.promises import Promised
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation
from art28.web.exercises import kinds

_FOUND = 100


def breaches(organisation: Organisation) -> QuerySet[Breach]:
    """Every breach that is not played, the open ones first, then by newest; each with how many agreements it touches."""
    return (
        Breach.objects.filter(organisation=organisation, exercise=None)
        .annotate(touched_count=Count("touched", filter=Q(touched__excluded_at=None)))
        .order_by("-state", "-recorded_at", "-id")
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How the clocks of a breach stand: the next end, how many without a number are due now, how many are late."""

    next_end: datetime | None
    due_now: int
    late: int


def to_recount() -> QuerySet[Breach]:
    """The breaches, of whatever organisation, whose clocks are being counted anew, oldest first."""
    rows = Breach.objects.filter(recount_after__isnull=False).select_related("organisation")
    return rows.order_by("recorded_at", "id")


def first_waiting() -> Breach | None:
    """The oldest breach, of whatever organisation, that touches agreements whose clocks are still to start."""
    waiting = TouchedAgreement.objects.filter(started_at=None, excluded_at=None).values("breach")
    return Breach.objects.filter(pk__in=waiting).select_related("organisation").order_by("recorded_at", "id").first()


def waits_since(before: datetime) -> bool:
    """Whether a breach recorded before then, of whatever organisation, still touches agreements without their clocks."""
    waiting = TouchedAgreement.objects.filter(started_at=None, excluded_at=None, breach__recorded_at__lt=before)
    return waiting.exists()


def standings(organisation: Organisation, breach_ids: list[UUID], *, now: datetime) -> Mapping[UUID, Standing]:
    """For each of these breaches how our own clocks stand, in one query; late also before a worker has said so."""
    running = Q(ended_at=None)
    rows = (
        clocks.obligations(organisation)
        .filter(subject_kind__in=("breach", kinds.BREACH), subject_id__in=breach_ids, ours=True)
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
        Breach.objects.filter(organisation=organisation, pk=breach_id, exercise__erased_at=None)
        .select_related("organisation", "recorded_by")
        .first()
    )


def touched(organisation: Organisation, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement | None:
    """One agreement that a breach touches, with its draft; None also where it proved not to be touched."""
    rows = TouchedAgreement.objects.filter(
        organisation=organisation,
        breach=breach_id,
        agreement=agreement_id,
        excluded_at=None,
        breach__exercise__erased_at=None,
    )
    found = rows.select_related("breach__organisation", "agreement__organisation", "organisation").first()
    if found is not None and found.draft is None:
        said = promises.of(found.agreement)
        found.draft = drafting.new(found.agreement, said, facts(newest(found.breach), found.breach))
    return found


def excluded(organisation: Organisation, breach_id: UUID, agreement_id: UUID) -> TouchedAgreement | None:
    """One agreement that proved not to be touched."""
    rows = TouchedAgreement.objects.filter(
        organisation=organisation, breach=breach_id, agreement=agreement_id, excluded_at__isnull=False
    )
    return rows.select_related("breach__organisation", "agreement").first()


def versions(found: Breach, *, most: int | None = None) -> tuple[FactsVersion, ...]:
    """The versions of a breach's facts, newest first; the first `most` of them."""
    rows = FactsVersion.objects.filter(organisation=found.organisation_id, breach=found)
    return tuple(rows.select_related("by").order_by("-number")[:most])


def newest(found: Breach) -> FactsVersion:
    """The version of the facts that counts now."""
    rows = FactsVersion.objects.filter(organisation=found.organisation_id, breach=found)
    return rows.select_related("by").order_by("-number")[0]


def newest_facts(found: Breach) -> BreachFacts:
    """The facts of a breach as they are known now."""
    return facts(newest(found), found)


def calls(row: TouchedAgreement) -> tuple[Call, ...]:
    """The calls made about a breach under one agreement, newest first."""
    rows = Call.objects.filter(organisation=row.organisation_id, touched=row)
    return tuple(rows.select_related("by").order_by("-at"))


def facts(version: FactsVersion, found: Breach) -> BreachFacts:
    """The facts of a version."""
    return facts_of(version.facts, reference=found.reference)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the list of agreements in a breach room is narrowed to; empty means all. `number` is the page, from 1."""

    words: str = ""
    state: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a breach is over all agreements that it touches; under `owed` of them the other side is to be told by us.

    `back` counts those to whom only came what came back, `behind` those who were told, but not of the newest facts.
    """

    touched: int
    starting: int
    owed: int
    told: int
    back: int
    behind: int
    excluded: int

    @property
    def to_tell(self) -> int:
        """How many have not been told yet, those included whose clocks are still to start."""
        return self.owed - self.told


def progress(found: Breach) -> Progress:
    """The counts of a breach, in one query."""
    standing, organisation = Q(excluded_at=None), found.organisation
    counts = TouchedAgreement.objects.filter(organisation=found.organisation_id, breach=found).aggregate(
        touched=Count("id", filter=standing),
        starting=Count("id", filter=standing & Q(started_at=None)),
        owed=Count("id", filter=standing & reached.is_owed()),
        told=Count("id", filter=standing & reached.is_owed() & reached.is_told(organisation, found.pk)),
        back=Count("id", filter=standing & reached.is_lost(organisation, found.pk)),
        behind=Count("id", filter=standing & reached.is_behind(organisation, found.pk)),
        excluded=Count("id", filter=~standing),
    )
    return Progress(**counts)


def unended(found: Breach) -> QuerySet[Obligation]:
    """Clocks of ours that must end before the breach is closed; those to supplement lapse when it is."""
    running = clocks.running(found.organisation, subject_kind=found.subject_kind, subject_id=found.pk)
    return running.exclude(action=Action.FOLLOW_UP_BREACH)


def in_the_way(found: Breach) -> Mapping[str, int]:
    """How many clocks keep the breach from being closed, by the action that they ask."""
    counted = unended(found).order_by().values_list("action").annotate(n=Count("id"))
    return dict(sorted(counted, key=lambda each: (-each[1], each[0])))


def narrowed(found: Breach, narrowing: Narrowing) -> QuerySet[TouchedAgreement]:
    """The agreements of a breach, what is due first in front."""
    rows = TouchedAgreement.objects.filter(
        reached.in_state(found, narrowing.state), organisation=found.organisation_id, breach=found
    )
    if narrowing.words:
        rows = rows.filter(
            Q(agreement__counterparty_name__icontains=narrowing.words) | Q(agreement__title__icontains=narrowing.words)
        )
    return rows.select_related("agreement__organisation", "excluded_by").order_by(
        F("due_at").asc(nulls_last=True), "id"
    )


def draw(rows: Iterable[TouchedAgreement], said: Mapping[UUID, Promised], known: BreachFacts) -> None:
    """Give those agreements a draft in which nobody wrote yet."""
    for row in rows:
        if row.draft is None:
            row.draft = drafting.new(row.agreement, said[row.agreement_id], known)


@dataclass(frozen=True, slots=True)
class Choice:
    """Agreements that a breach may touch: the first of those found, and how many there are in all."""

    agreements: tuple[Agreement, ...]
    total: int


def to_choose(organisation: Organisation, words: str) -> Choice:
    """The agreements in force that hold `words`, by the other side's name, of which the first hundred are listed."""
    found = may_be_touched(organisation, words)
    return Choice(tuple(found[:_FOUND]), found.count())


def may_be_touched(organisation: Organisation, words: str) -> QuerySet[Agreement]:
    """The agreements that have been read and hold `words`; all where there are none."""
    found = agreements.agreements(organisation).filter(state=AgreementState.READ)
    for word in words.split():
        found = found.filter(Q(counterparty_name__icontains=word) | Q(title__icontains=word))
    return found.order_by("counterparty_name", "title", "id")


def has_suppliers(organisation: Organisation) -> bool:
    """Whether anybody processes for the organisation, by the agreements that have been read."""
    found = agreements.agreements(organisation).filter(state=AgreementState.READ, direction=Direction.CONTROLLER)
    return found.exists()


def chosen(organisation: Organisation, agreement_ids: Collection[UUID]) -> tuple[Agreement, ...]:
    """Of these agreements those that the organisation has and that have been read."""
    return tuple(may_be_touched(organisation, "").filter(pk__in=agreement_ids))


def touched_agreements(found: Breach) -> QuerySet[TouchedAgreement, Any]:
    """The ids of the agreements that a breach touches, for use within another query."""
    rows = TouchedAgreement.objects.filter(organisation=found.organisation_id, breach=found, excluded_at=None)
    return rows.values("agreement")


def data_named(organisation: Organisation, agreement_id: UUID) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The breaches that touch an agreement, by reference, each with the categories of data that its facts name now."""
    touched_here = TouchedAgreement.objects.filter(
        organisation=organisation, agreement=agreement_id, excluded_at=None, breach__exercise=None
    )
    found: dict[UUID, tuple[str, tuple[str, ...]]] = {}
    versions_of = FactsVersion.objects.filter(organisation=organisation, breach__in=touched_here.values("breach"))
    for row in versions_of.select_related("breach").order_by("breach__aware_at", "number"):
        found[row.breach_id] = (row.breach.reference, tuple(row.facts.get("data_categories") or ()))
    return tuple(found.values())


def touching(agreement: Agreement) -> QuerySet[Breach]:
    """The breaches that touch one agreement, newest first."""
    rows = TouchedAgreement.objects.filter(
        organisation=agreement.organisation_id, agreement=agreement, excluded_at=None
    )
    found = Breach.objects.filter(organisation=agreement.organisation_id, pk__in=rows.values("breach"))
    return found.order_by("-aware_at", "-id")
