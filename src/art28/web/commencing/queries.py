"""Reads of commencements; always of one organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from art28.web.accounts.models import Organisation
from art28.web.commencing.models import Candidate, Commencement, Standing, State
from art28.web.lifecycle import gate
from art28.web.lifecycle.gathering import gather


def commencements(organisation: Organisation) -> QuerySet[Commencement]:
    """The commencements, each with how many agreements came into force, how many can, and how many can't."""
    rows = Commencement.objects.filter(organisation=organisation).select_related("by")
    in_force = Count("candidates", filter=Q(candidates__standing=Standing.IN_FORCE))
    out = Count("candidates", filter=Q(candidates__standing__in=(Standing.LACKS, Standing.REFUSED)))
    ready = Count("candidates", filter=Q(candidates__standing=Standing.READY))
    return rows.annotate(in_force=in_force, ready=ready, out=out)


def commencement(organisation: Organisation, commencement_id: UUID) -> Commencement | None:
    """One commencement."""
    rows = Commencement.objects.filter(organisation=organisation, pk=commencement_id)
    return rows.select_related("organisation", "by", "confirmed_by").first()


def candidates(of: Commencement) -> QuerySet[Candidate]:
    """The agreements of a commencement, in no order."""
    rows = Candidate.objects.filter(organisation=of.organisation_id, commencement=of)
    return rows.select_related("agreement")


def candidate(organisation: Organisation, candidate_id: UUID) -> Candidate | None:
    """One agreement of a commencement."""
    rows = Candidate.objects.filter(organisation=organisation, pk=candidate_id)
    return rows.select_related("commencement__organisation", "agreement").first()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agreements there are, how many stand how, and how many miss what, by its code."""

    all: int
    standing: Mapping[str, int]
    missing: Mapping[str, int]

    @property
    def most_missing(self) -> list[tuple[str, int]]:
        """What is missing, by code and under how many, most first."""
        return sorted(self.missing.items(), key=lambda each: -each[1])

    def done(self, state: str) -> int:
        """How many of those that aren't left out the worker has had in this state."""
        if state == State.GOING:
            return self.standing[Standing.IN_FORCE] + self.standing[Standing.REFUSED]
        return self.all - self.standing[Standing.LEFT_OUT] - self.standing[Standing.WAITING]

    @property
    def out(self) -> int:
        """How many can't come into force, or stayed out."""
        return self.standing[Standing.LACKS] + self.standing[Standing.REFUSED]


def counts(of: Commencement) -> Counts:
    """Of a commencement, in one query."""
    stands = {f"standing_{value}": Count("pk", filter=Q(standing=value)) for value in Standing.values}
    lacks = {f"missing_{code}": Count("pk", filter=Q(missing__contains=f" {code} ")) for code in gate.NAMES}
    rows = Candidate.objects.filter(organisation=of.organisation_id, commencement=of)
    found: dict[str, int] = rows.aggregate(all=Count("pk"), **stands, **lacks)
    return Counts(
        found["all"],
        {value: found[f"standing_{value}"] for value in Standing.values},
        {code: found[f"missing_{code}"] for code in gate.NAMES if found[f"missing_{code}"]},
    )


def missed(organisation: Organisation, rows: Sequence[Candidate]) -> dict[UUID, tuple[gate.Item, ...]]:
    """What some agreements miss now of what they missed as they were looked at, by candidate; as many queries for any."""
    asked = [row for row in rows if row.missing]
    if not asked:
        return {}
    known = gather(organisation, [row.agreement for row in asked])
    return {
        row.pk: tuple(
            item for item in gate.items_of(known[row.agreement_id]) if item.code in row.codes and not item.passes
        )
        for row in asked
    }
