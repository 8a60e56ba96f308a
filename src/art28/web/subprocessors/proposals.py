"""Reads of proposals: the list, one of them, and the change that it stands for; always of one organisation."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from art28.obligations import impact as core
from art28.web.accounts.models import Organisation
from art28.web.services import queries as services
from art28.web.services.models import Service
from art28.web.subprocessors.impacts import Change
from art28.web.subprocessors.models import Affected, Answer, Proposal, Standing, State

_STANDING = (State.DRAFT, State.ANNOUNCED, State.DECIDED)


def proposals(organisation: Organisation) -> QuerySet[Proposal]:
    """Every proposal, with how many agreements it is about."""
    rows = Proposal.objects.filter(organisation=organisation).select_related("sub_processor", "replaced")
    return rows.annotate(agreement_count=Count("affected"))


def standing(organisation: Organisation) -> int:
    """How many changes are being considered or run."""
    return Proposal.objects.filter(organisation=organisation, state__in=_STANDING).count()


def objecting(organisation: Organisation) -> QuerySet[Affected]:
    """The agreements whose other side objects to a change that runs, or refuses consent: they wait for us to talk."""
    return Affected.objects.filter(
        organisation=organisation,
        proposal__state__in=(State.ANNOUNCED, State.DECIDED),
        standing__in=(Standing.OBJECTED, Standing.REFUSED),
    )


def objected(organisation: Organisation) -> QuerySet[Proposal]:
    """The changes that are objected to, or refused consent, each with by how many as `against`; what comes first first."""
    disputed = Q(affected__standing__in=(Standing.OBJECTED, Standing.REFUSED))
    rows = Proposal.objects.filter(disputed, organisation=organisation, state__in=(State.ANNOUNCED, State.DECIDED))
    return rows.annotate(against=Count("affected")).select_related("sub_processor").order_by("planned_on", "id")


def proposal(organisation: Organisation, proposal_id: UUID) -> Proposal | None:
    """One proposal."""
    rows = Proposal.objects.filter(organisation=organisation, pk=proposal_id)
    return rows.select_related("organisation", "sub_processor", "replaced", "recorded_by", "decided_by").first()


def address(organisation: Organisation, proposal_id: UUID) -> str | None:
    """Where a change stands; None for what is none."""
    rows = Proposal.objects.filter(organisation=organisation, pk=proposal_id)
    return reverse("subprocessors:go", args=(proposal_id,)) if rows.exists() else None


def change_of(found: Proposal) -> Change:
    """What it would change."""
    return Change(
        core.Kind(found.kind),
        found.sub_processor_id,
        tuple(found.countries),
        tuple(UUID(each) for each in found.services),
        found.planned_on,
    )


def services_of(found: Proposal) -> tuple[Service, ...]:
    """The services that it is about."""
    wanted = set(found.services)
    return tuple(each for each in services.choices(found.organisation).services if str(each.pk) in wanted)


def affected(found: Proposal) -> QuerySet[Affected]:
    """The agreements on its frozen list."""
    rows = Affected.objects.filter(organisation=found.organisation_id, proposal=found)
    return rows.select_related("agreement", "message")


def one_affected(found: Proposal, affected_id: UUID) -> Affected | None:
    """One of them."""
    return (
        affected(found).filter(pk=affected_id).select_related("agreement__organisation", "message", "proposal").first()
    )


def answers(row: Affected) -> tuple[Answer, ...]:
    """What was said under one agreement, oldest first."""
    rows = Answer.objects.filter(organisation=row.organisation_id, affected=row).select_related("by")
    return tuple(rows.order_by("recorded_at", "id"))


def needs(found: Proposal) -> Mapping[int, int]:
    """How many agreements on the frozen list ask what."""
    rows = Affected.objects.filter(organisation=found.organisation_id, proposal=found)
    return dict(rows.order_by().values_list("need").annotate(count=Count("pk")))
