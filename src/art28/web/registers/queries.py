"""The register of breaches (Art. 33(5) GDPR): facts, effects, remedial action, and who decided and told what when."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Max, Min, OuterRef, Q, QuerySet, Subquery

from art28.agreement.duties import Action
from art28.notices.breach import BreachFacts
from art28.web.accounts.models import Organisation
from art28.web.agreements.models import Direction
from art28.web.assessments.models import Decision, Notification, Told
from art28.web.breaches.facts import facts_of
from art28.web.breaches.models import Breach, FactsVersion, TouchedAgreement
from art28.web.clocks import queries as clocks
from art28.web.clocks.models import Obligation, State
from art28.web.registers.models import Measure
from art28.web.registers.selection import Selection, selected

PAGE = 50
_CHUNK = 500
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """How the reports to the other sides of agreements stand: how many there are, told, late; and when the first was."""

    agreements: int
    told: int
    late: int
    first_at: datetime | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One breach in the register. `parties` names the first few other sides; `more_parties` counts the rest."""

    breach: Breach
    facts: BreachFacts
    as_controller: bool
    as_processor: bool
    parties: tuple[str, ...]
    more_parties: int
    reported: Reported
    decision: Decision | None
    notifications: tuple[Notification, ...]
    authority_late: bool
    told: tuple[Told, ...]
    measures: tuple[str, ...]


def page(organisation: Organisation, selection: Selection, number: int) -> tuple[tuple[Entry, ...], int]:
    """A page of the register, from 1, and how many breaches the selection finds; a fixed number of queries."""
    found = selected(organisation, selection)
    count = found.count()
    start = (max(1, min(number, -(-count // PAGE))) - 1) * PAGE
    return entries(organisation, list(found.select_related("recorded_by")[start : start + PAGE])), count


def every(organisation: Organisation, selection: Selection) -> Iterator[Entry]:
    """All that the selection finds, in its order, read by chunks, so that their number costs no memory."""
    rows = selected(organisation, selection).select_related("recorded_by").iterator(_CHUNK)
    while chunk := list(islice(rows, _CHUNK)):
        yield from entries(organisation, chunk)


def entries(
    organisation: Organisation, breaches: Sequence[Breach], *, under: Collection[UUID] | None = None
) -> tuple[Entry, ...]:
    """What the register says of some breaches, in eight queries for any number of them.

    Where `under` names agreements, of the other sides it says what concerns these alone.
    """
    ids = [row.pk for row in breaches]
    facts = {row.breach_id: row for row in _newest(FactsVersion, organisation, ids)}
    decisions = {row.breach_id: row for row in _newest(Decision, organisation, ids).select_related("by")}
    notified = _grouped(Notification.objects.filter(organisation=organisation, breach__in=ids).order_by("number"))
    told = _grouped(Told.objects.filter(organisation=organisation, breach__in=ids).order_by("number"))
    sides, names = _sides(organisation, ids, under), _names(organisation, ids, under)
    reported, late = _reported(organisation, ids, under)
    measures: dict[UUID, list[str]] = {}
    for row in Measure.objects.filter(organisation=organisation, breach__in=ids).order_by("due_on", "id"):
        measures.setdefault(row.breach_id, []).append(row.text)
    found = []
    for breach in breaches:
        as_controller, as_processor = sides.get(breach.pk, (0, 0))
        agreements = as_controller + as_processor
        first, told_count, late_count, reasons = reported.get(breach.pk, (None, 0, 0, ()))
        shown = names.get(breach.pk, ())
        found.append(
            Entry(
                breach=breach,
                facts=facts_of(facts[breach.pk].facts, reference=breach.reference),
                as_controller=as_controller > 0,
                as_processor=as_processor > 0,
                parties=shown,
                more_parties=max(0, agreements - len(shown)),
                reported=Reported(as_processor, told_count, late_count, first, reasons),
                decision=decisions.get(breach.pk),
                notifications=notified.get(breach.pk, ()),
                authority_late=breach.pk in late,
                told=told.get(breach.pk, ()),
                measures=tuple(measures.get(breach.pk, ())),
            )
        )
    return tuple(found)


_Version = TypeVar("_Version", FactsVersion, Decision)


def _newest(model: type[_Version], organisation: Organisation, ids: list[UUID]) -> QuerySet[_Version]:
    """The version that stands of each breach."""
    newest = model.objects.filter(breach=OuterRef("breach")).order_by("-number").values("number")[:1]
    return model.objects.filter(organisation=organisation, breach__in=ids, number=Subquery(newest))


_Row = TypeVar("_Row", bound=Notification | Told)


def _grouped(rows: Iterable[_Row]) -> dict[UUID, tuple[_Row, ...]]:
    groups: dict[UUID, tuple[_Row, ...]] = {}
    for row in rows:
        groups[row.breach_id] = (*groups.get(row.breach_id, ()), row)
    return groups


def _touching(organisation: Organisation, under: Collection[UUID] | None) -> QuerySet[TouchedAgreement]:
    """The agreements that breaches touch, or those of them that are asked after."""
    rows = TouchedAgreement.objects.filter(organisation=organisation, excluded_at=None)
    return rows if under is None else rows.filter(agreement__in=under)


def _sides(organisation: Organisation, ids: list[UUID], under: Collection[UUID] | None) -> dict[UUID, tuple[int, int]]:
    """Of each breach, under how many agreements we are the controller, and under how many the processor."""
    ours = Q(agreement__direction=Direction.CONTROLLER)
    counted = (
        _touching(organisation, under)
        .filter(breach__in=ids)
        .order_by()
        .values_list("breach")
        .annotate(as_controller=Count("id", filter=ours), as_processor=Count("id", filter=~ours))
    )
    return {breach: (controller, processor) for breach, controller, processor in counted}


def _names(organisation: Organisation, ids: list[UUID], under: Collection[UUID] | None) -> dict[UUID, tuple[str, ...]]:
    """The first few other sides of each breach; at most that many rows a breach are read."""
    standing = _touching(organisation, under)
    first = standing.filter(breach=OuterRef("breach")).order_by("due_at", "id").values("pk")[:_NAMED]
    rows = standing.filter(breach__in=ids, pk__in=Subquery(first)).order_by("due_at", "id")
    found: dict[UUID, tuple[str, ...]] = {}
    for breach, name, title in rows.values_list("breach", "agreement__counterparty_name", "agreement__title"):
        found[breach] = (*found.get(breach, ()), name or title)
    return found


def _reported(
    organisation: Organisation, ids: list[UUID], under: Collection[UUID] | None
) -> tuple[dict[UUID, tuple[datetime | None, int, int, tuple[str, ...]]], set[UUID]]:
    """Of each breach: when the first other side was told, how many were, how many late and why; and whose authority's was."""
    rows = Obligation.objects.filter(organisation=organisation, subject_kind="breach", subject_id__in=ids, ours=True)
    rows = rows.filter(action__in=(Action.NOTIFY_BREACH, Action.NOTIFY_AUTHORITY)).order_by()
    if under is not None:
        rows = rows.filter(Q(agreement__in=under) | Q(agreement=None))
    ended = Q(state__in=(State.MET, State.LATE), ended_at__isnull=False)
    late = Q(state=State.LATE)
    counted = rows.values_list("subject_id", "action").annotate(
        first=Min("ended_at", filter=ended),
        told=Count("id", filter=ended),
        late=Count("id", filter=late),
        reasons=Max("late_reasons", filter=late),
    )
    found: dict[UUID, tuple[datetime | None, int, int, tuple[str, ...]]] = {}
    authority: set[UUID] = set()
    for breach, action, first, told, late_count, reasons in counted:
        if action == Action.NOTIFY_BREACH:
            found[breach] = (first, told, late_count, (reasons,) if reasons else ())
        elif late_count:
            authority.add(breach)
    return found, authority


def measures(organisation: Organisation, breach: Breach) -> QuerySet[Measure]:
    """The measures and lessons of a breach, by when they are due."""
    rows = Measure.objects.filter(organisation=organisation, breach=breach)
    return rows.select_related("made_by").order_by("due_on", "made_at", "id")


def measure(organisation: Organisation, breach_id: UUID, measure_id: UUID) -> Measure | None:
    """One measure of a breach."""
    rows = Measure.objects.filter(organisation=organisation, breach=breach_id, pk=measure_id)
    return rows.select_related("breach__organisation").first()


def clocks_of(organisation: Organisation, rows: Sequence[Measure]) -> QuerySet[Obligation]:
    """The clocks of some measures, with who sees to each."""
    found = clocks.obligations(organisation)
    return found.filter(subject_kind="measure", subject_id__in=[row.pk for row in rows])
