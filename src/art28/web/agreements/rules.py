"""What many agreements promise alike: their rules on one duty, grouped by the database, however many there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from art28.agreement.duties import Action, Duty, Trigger
from art28.terms import Role
from art28.web.accounts.models import Organisation
from art28.web.agreements import rows
from art28.web.agreements.models import Agreement, Direction, FactVersion, PromisedDuty, Question, State


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit and what starts it, as `agreements` of them have it. `unsettled` says that the start is an open question."""

    duty: Duty
    starts: frozenset[str]
    unsettled: bool
    agreements: int


def breach_rules(
    organisation: Organisation, trigger: Trigger, *, within: QuerySet[Agreement, Any] | None = None
) -> tuple[Rule, ...]:
    """The distinct rules on telling the controller of a breach, over the agreements in which we are the processor.

    `within` narrows to some agreements, by their ids. One query for any number.
    """
    starts = FactVersion.objects.filter(
        organisation=organisation, agreement=OuterRef("agreement"), key="breach.clock_starts", current=True
    )
    asked = Question.objects.filter(
        organisation=organisation, agreement=OuterRef("agreement"), key="breach.clock_starts", settled_at=None
    )
    duties = PromisedDuty.objects.filter(
        organisation=organisation,
        trigger=trigger.value,
        action=Action.NOTIFY_BREACH.value,
        retired_at=None,
        agreement__state=State.READ,
    ).exclude(agreement__direction=Direction.CONTROLLER)
    if within is not None:
        duties = duties.filter(agreement__in=within)
    grouped = (
        duties.annotate(starts=Subquery(starts.values("value")[:1]), unsettled=Exists(asked))
        .order_by()
        .values("limit", "starts", "unsettled")
        .annotate(agreements=Count("id"))
    )
    return tuple(_rule(row, trigger) for row in grouped)


def _rule(row: Mapping[str, Any], trigger: Trigger) -> Rule:
    duty = Duty(
        id=f"{trigger}.{Role.PROCESSOR}.{Action.NOTIFY_BREACH}",
        action=Action.NOTIFY_BREACH,
        trigger=trigger,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=rows.to_limit(row["limit"]),
        channels=(),
        content=(),
        citations=(),
        provision="",
        facts=(),
    )
    return Rule(duty, frozenset(row["starts"] or ()), bool(row["unsettled"]), row["agreements"])


def signed_after(organisation: Organisation, day: date) -> QuerySet[Agreement]:
    """The agreements that were signed after `day`, as far as the day of their signature is known."""
    later = FactVersion.objects.filter(
        organisation=organisation,
        agreement=OuterRef("pk"),
        key="term.signed_on",
        current=True,
        value__gt=day.isoformat(),
    )
    return Agreement.objects.filter(Exists(later), organisation=organisation)


def signed_later(organisation: Organisation, found: QuerySet[Agreement], at: datetime) -> int:
    """How many of these agreements were signed after the day of an instant, where people are now."""
    later = signed_after(organisation, timezone.localtime(at).date())
    return later.filter(pk__in=found.order_by().values("pk")).count()
