"""The instants of a breach, kept with their reasons, and from which of them each agreement's clock counts."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext

from art28.notices.breach import BreachFacts
from art28.obligations.beginning import Instant, Known
from art28.web.accounts.models import Organisation
from art28.web.agreements import queries as agreements
from art28.web.breaches.models import Breach, BreachInstant, MomentCorrection

_STARTS = "breach.clock_starts"
Instants = Mapping[Instant, Known]


def keep(breach: Breach, instants: Instants, facts: BreachFacts) -> dict[str, str]:
    """Keep the instants beside awareness, those that only the facts hold too; returns them as the trail keeps them."""
    found = {**_of_facts(breach.organisation, facts), **instants}
    found.pop(Instant.AWARENESS, None)
    return add(breach, found)


def add(breach: Breach, found: Instants) -> dict[str, str]:
    """Keep instants beside those that are known, which stay; returns them as the trail keeps them.

    One that was put right before, and is given again, stays put right.
    """
    BreachInstant.objects.bulk_create(
        (
            BreachInstant(
                organisation_id=breach.organisation_id,
                breach=breach,
                kind=kind.value,
                at=known.at,
                reason=known.reason[:300],
            )
            for kind, known in found.items()
        ),
        ignore_conflicts=True,
    )
    return {kind.value: known.at.isoformat() for kind, known in found.items()}


def _of_facts(organisation: Organisation, facts: BreachFacts) -> dict[Instant, Known]:
    with translation.override(organisation.language):
        why = gettext("as the facts of the breach have it")
    given: tuple[tuple[Instant, datetime | None, str], ...] = (
        (Instant.OCCURRED, facts.occurred_from, why),
        (Instant.DISCOVERY, facts.discovered_at, facts.how_discovered or why),
    )
    return {kind: Known(at, reason) for kind, at, reason in given if at is not None}


def of(breach: Breach) -> dict[Instant, Known]:
    """Every instant of the breach that holds, of each kind the earliest, awareness included; two queries."""
    rows = BreachInstant.objects.filter(organisation=breach.organisation_id, breach=breach).order_by("-at", "id")
    held: dict[Instant, dict[datetime, Known]] = {}
    for row in rows:
        held.setdefault(Instant(row.kind), {})[row.at] = Known(row.at, row.reason)
    for done in corrections(breach):
        kind = Instant(done.kind)
        held.setdefault(kind, {}).pop(done.before_at, None)
        held[kind][done.at] = Known(done.at, done.reason)
    found = {kind: each[min(each)] for kind, each in held.items()}
    return {**found, Instant.AWARENESS: Known(breach.aware_at, breach.aware_reason)}


def corrections(breach: Breach) -> tuple[MomentCorrection, ...]:
    """What people put right about its moments, first to last."""
    rows = MomentCorrection.objects.filter(organisation=breach.organisation_id, breach=breach)
    return tuple(rows.select_related("by").order_by("recorded_at", "id"))


def starts(organisation: Organisation, agreement_ids: Collection[UUID]) -> Mapping[UUID, frozenset[str]]:
    """What each of these agreements says starts its clock; of an open question all that it may be. Two queries."""
    found: dict[UUID, frozenset[str]] = {}
    for question in agreements.questions_in(organisation, agreement_ids, (_STARTS,)):
        values = (candidate.get("value") for candidate in question.candidates)
        named = frozenset(item for value in values if isinstance(value, list) for item in value)
        found[question.agreement_id] = named
    said = agreements.facts_under(organisation, agreement_ids, (_STARTS,)).exclude(value=None)
    for agreement_id, value in said.values_list("agreement_id", "value"):
        found[agreement_id] = frozenset(value or ())
    return found
