"""A moment of a breach was kept wrongly -> what holds in its place, and the clocks that counted from it count from that.

An earlier moment is stricter. A later one gives more time, which is why it takes who may decide, with the reason: a slip of
the keyboard must not make promises late, and nobody else may loosen them. What has ended stays as it ended.

The facts follow where they hold the same moment, and whoever was told of the wrong one is owed the right one (`developing`).
"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from art28.obligations.beginning import Instant, Known
from art28.web.accounts.access import Actor
from art28.web.accounts.models import User
from art28.web.audit.actions import record
from art28.web.breaches import actions, instants, recounting
from art28.web.breaches.facts import facts_of
from art28.web.breaches.models import Breach, FactsVersion, MomentCorrection, TouchedAgreement
from art28.web.breaches.reached import is_told


class NothingToCorrect(Exception):
    """The moment is no longer, or already, as the correction has it."""


@transaction.atomic
def correct(
    breach: Breach,
    kind: Instant,
    found: Known,
    *,
    seen: datetime,
    why: str,
    by: User,
    actor: Actor,
    now: datetime,
) -> MomentCorrection:
    """Put a moment right; `seen` is what stood there for whoever corrects it. Raises `NothingToCorrect`.

    The clocks of the first chunk of agreements have moved when this returns, the others wait for the worker.
    """
    held = Breach.objects.select_for_update(of=("self",)).get(pk=breach.pk)
    breach.aware_at, breach.aware_reason = held.aware_at, held.aware_reason
    before = instants.of(breach).get(kind)
    if before is None or before.at != seen or before.at == found.at:
        raise NothingToCorrect(f"{kind.value} of {breach.pk} is {before and before.at}, not {seen}")
    correction = MomentCorrection.objects.create(
        organisation_id=breach.organisation_id,
        breach=breach,
        kind=kind.value,
        before_at=before.at,
        before_reason=before.reason[:300],
        at=found.at,
        reason=found.reason,
        why=why,
        by=by,
        recorded_at=now,
    )
    if kind is Instant.AWARENESS:
        breach.aware_at, breach.aware_reason = found.at, found.reason
        breach.save(update_fields=("aware_at", "aware_reason"))
    record(
        organisation=breach.organisation,
        actor=actor,
        kind="breach.moment_corrected",
        subject=breach,
        at=now,
        content={
            "moment": kind.value,
            "before": {"at": before.at.isoformat(), "reason": before.reason},
            "after": {"at": found.at.isoformat(), "reason": found.reason},
            "why": why,
        },
    )
    _into_facts(breach, kind, before, found, by=by, actor=actor, now=now)
    recounting.mark(breach)
    recounting.recount_chunk(breach, actor=actor, now=now)
    return correction


def _into_facts(
    breach: Breach, kind: Instant, before: Known, found: Known, *, by: User, actor: Actor, now: datetime
) -> None:
    """Keep the facts with the right moment; where that stands in none, a version of its own for who was told of the wrong."""
    newest = FactsVersion.objects.filter(breach=breach).order_by("-number")[0]
    facts = facts_of(newest.facts, reference=breach.reference)
    if kind is Instant.OCCURRED and facts.occurred_from == before.at:
        facts = replace(facts, occurred_from=found.at)
    elif kind is Instant.DISCOVERY and facts.discovered_at == before.at:
        facts = replace(facts, discovered_at=found.at)
    elif not TouchedAgreement.objects.filter(is_told(breach.organisation, breach.pk), breach=breach).exists():
        return
    actions.change_facts(
        breach, title=breach.title, facts=facts, based_on=newest.number, news=True, by=by, actor=actor, now=now
    )
