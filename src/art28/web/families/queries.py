"""Reads of families: which there are, what waits once for all members, who deviates. Always within an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import CharField, Count, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Cast, Coalesce

from art28.families.versions import in_order
from art28.web import listing
from art28.web.accounts.models import Organisation
from art28.web.agreements import weighing
from art28.web.agreements.models import Certainty, FactState, FactVersion
from art28.web.families.models import FactMark, Family, FamilyDecision, Member, RecognisedModel, Version

PAGE_SIZE = 50
GROUPS_SHOWN = 60
LISTED_SHOWN = 100
DECISIONS_SHOWN = 20
_WAITS = Q(fact__current=True, fact__state=FactState.PROPOSED)


def families(organisation: Organisation) -> tuple[QuerySet[Family], int]:
    """The families with more than one member, and how many agreements stand by themselves."""
    counted = Version.objects.filter(family=OuterRef("pk")).order_by().values("family")
    waits = Member.objects.filter(version__family=OuterRef("pk")).order_by().values("version__family")
    found = Family.objects.filter(organisation=organisation, joined=None).annotate(
        member_count=_number(counted.annotate(n=Sum("member_count"))),
        version_count=_number(counted.annotate(n=Count("pk"))),
        waiting_count=_number(waits.annotate(n=Sum("agreement__open_count"))),
    )
    return found.filter(member_count__gt=1), found.filter(member_count=1).count()


def _number(counted: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(counted.values("n")[:1], output_field=IntegerField()), 0)


def family(organisation: Organisation, family_id: UUID) -> Family:
    """One family, by the name it has or had before it was joined; raises Family.DoesNotExist."""
    found = Family.objects.select_related("organisation", "joined__organisation").get(
        organisation=organisation, pk=family_id
    )
    return found.joined or found


def versions(of: Family) -> tuple[Version, ...]:
    """The versions of a family, the oldest first."""
    found = list(
        Version.objects.filter(organisation_id=of.organisation_id, family=of)
        .defer("sketch", "clauses")
        .order_by("began_at", "id")
    )
    return tuple(found[at] for at in in_order([version.label for version in found]))


def members(of: Family, version: UUID | None, number: int) -> Page[Any]:
    """The members of a family or of one of its versions, those that deviate most first."""
    found = Member.objects.filter(organisation_id=of.organisation_id, version__family=of)
    if version is not None:
        found = found.filter(version_id=version)
    shown = found.select_related("agreement", "version").defer("version__sketch", "version__clauses")
    ordered = shown.annotate(off=F("lacking") + F("own")).order_by("-off", "agreement__title", "id")
    return listing.page_of(ordered, found.count(), number, PAGE_SIZE)


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of members that one decision settles: on one passage or, `listed`, out of one blank; `example` is one of them."""

    key: str
    mark: str
    listed: bool
    count: int
    example: FactVersion


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits in a family: decisions that settle many, a page of them, and how many facts each member's person decides."""

    groups: Page[Any]
    once: int
    listed: int
    settled: int
    single: int


def asked(of: Family, number: int) -> Asked:
    """What waits: three queries at any size."""
    waits = FactMark.objects.filter(_WAITS, organisation_id=of.organisation_id, family=of).order_by()
    example = Min(Cast("fact_id", CharField()))
    same = tuple(waits.values_list("key", "blank", "same").annotate(n=Count("pk"), example=example))
    once = [row for row in same if row[3] > 1]
    alone: dict[tuple[str, str], list[str]] = {}
    for key, blank, _, count, fact in same:
        if count == 1:
            alone.setdefault((key, blank), []).append(fact)
    listed = [(key, blank, facts) for (key, blank), facts in alone.items() if len(facts) > 1]
    found = [(key, mark, False, count, fact) for key, _, mark, count, fact in once]
    found += [(key, blank, True, len(facts), min(facts)) for key, blank, facts in listed]
    found.sort(
        key=lambda row: (weighing.urgency(row[0], Certainty.EXPRESS), weighing.place(row[0]), row[2], -row[3], row[1])
    )
    page = listing.page_of(found, len(found), number, GROUPS_SHOWN)
    examples = {str(row.pk).replace("-", ""): row for row in _facts(of, [row[4] for row in page])}
    page.object_list = tuple(
        Group(key, mark, is_listed, count, examples[fact.replace("-", "")])
        for key, mark, is_listed, count, fact in page
        if fact.replace("-", "") in examples
    )
    settled = sum(row[3] for row in found)
    single = sum(len(facts) for facts in alone.values() if len(facts) == 1)
    return Asked(page, len(once), len(listed), settled, single)


def _facts(of: Family, ids: Sequence[str]) -> QuerySet[FactVersion]:
    return FactVersion.objects.filter(organisation_id=of.organisation_id, pk__in=ids).select_related("agreement")


def listed(of: Family, key: str, blank: str) -> tuple[FactVersion, ...]:
    """What members fill into a blank, those that wait and that no other passage settles; the first hundred."""
    waits = FactMark.objects.filter(_WAITS, organisation_id=of.organisation_id, family=of, key=key, blank=blank)
    twins = waits.order_by().values("same").annotate(n=Count("pk")).filter(n=1)
    marks = waits.filter(same__in=twins.values("same")).order_by("fact_id").values("fact_id")
    facts = FactVersion.objects.filter(organisation_id=of.organisation_id, pk__in=marks)
    return tuple(facts.select_related("agreement").order_by("id")[:LISTED_SHOWN])


@dataclass(frozen=True, slots=True)
class Taken:
    """What was decided once for a family, for how many members it stands, and the fact of one of them."""

    decision: FamilyDecision
    stands: int
    example: FactVersion | None


def decisions(of: Family) -> tuple[Taken, ...]:
    """What was decided once for the family and stands, the newest first; three queries at any size."""
    found = tuple(
        FamilyDecision.objects.filter(organisation_id=of.organisation_id, family=of, undone_at=None)
        .select_related("by")
        .order_by("-at", "-id")[:DECISIONS_SHOWN]
    )
    # The keys lead to the index by which the facts are found.
    standing = FactVersion.objects.filter(
        organisation_id=of.organisation_id,
        key__in={each.key for each in found},
        current=True,
        decision__in=[each.pk for each in found],
    )
    counted = standing.order_by().values_list("decision").annotate(n=Count("pk"), example=Min(Cast("pk", CharField())))
    by_decision = {decision: (count, example) for decision, count, example in counted}
    examples = {row.decision: row for row in _facts(of, [example for _, example in by_decision.values()])}
    return tuple(Taken(each, by_decision.get(each.pk, (0, ""))[0], examples.get(each.pk)) for each in found)


def decision(organisation: Organisation, decision_id: UUID) -> FamilyDecision:
    """One decision; raises FamilyDecision.DoesNotExist."""
    return FamilyDecision.objects.select_related("family__organisation").get(organisation=organisation, pk=decision_id)


def member(organisation: Organisation, agreement_id: UUID) -> Member:
    """An agreement as a member; raises Member.DoesNotExist."""
    return Member.objects.select_related("agreement__organisation", "agreement__source", "version__family").get(
        organisation=organisation, agreement_id=agreement_id
    )


def typical(version: Version) -> Member:
    """The member that is nearest to what all have in common."""
    return (
        Member.objects.filter(organisation_id=version.organisation_id, version=version)
        .select_related("agreement__source")
        .order_by("lacking", "own", "id")[0]
    )


def models_of(organisation_id: UUID, agreement_id: UUID) -> tuple[RecognisedModel, ...]:
    """The standard models of an agreement, the surest first."""
    return tuple(
        RecognisedModel.objects.filter(organisation_id=organisation_id, agreement_id=agreement_id).order_by("order")
    )


def places_of(organisation_id: UUID, agreement_id: UUID) -> Member | None:
    """Where an agreement stands; None while it waits to be placed."""
    return (
        Member.objects.filter(organisation_id=organisation_id, agreement_id=agreement_id)
        .select_related("version__family")
        .defer("version__sketch", "version__clauses")
        .annotate(family_count=_number(_in_family()))
        .first()
    )


def _in_family() -> QuerySet[Any]:
    counted = Version.objects.filter(family=OuterRef("version__family")).order_by().values("family")
    return counted.annotate(n=Sum("member_count"))


def titles(organisation: Organisation, family_ids: Sequence[UUID]) -> dict[UUID, str]:
    """What some families are called, by their ids; one without a title by the empty text."""
    rows = Family.objects.filter(organisation=organisation, pk__in=family_ids)
    return dict(rows.values_list("pk", "title"))
