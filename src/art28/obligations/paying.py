"""An agreement and a matter -> who bears its costs, by which clause, or that the agreement is silent."""

from dataclasses import dataclass
from enum import StrEnum

from art28.document.model import Citation
from art28.obligations.settled import Said, settled
from art28.terms import Role


class PaidBy(StrEnum):
    """On what it rests who pays."""

    AGREEMENT = "agreement"
    CAUSE = "cause"
    OUTCOME = "outcome"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears costs; `party` is None where nobody can say yet: the agreement is silent, or waits for an outcome."""

    party: Role | None
    ground: PaidBy
    provision: str = ""
    citations: tuple[Citation, ...] = ()


def bearer(
    agreement: Said,
    key: str,
    *,
    compliant: bool | None = None,
    cause: Role | None = None,
    incurred_by: Role | None = None,
) -> Bearer:
    """Who bears the costs on which the fact `key` decides ("breach.costs", "requests.costs", "audit.costs").

    `compliant` is the outcome of an audit, None while it is not known. `cause` is the party to whom the cause is attributed,
    who then bears the costs itself where the agreement lays them on the other. `incurred_by` is whose costs they are: that
    party bears them where each bears its own.
    """
    found = settled(agreement, key)
    if found is None or not isinstance(found.value, str):
        return Bearer(None, PaidBy.SILENT)
    provision, citations = found.fact.provision, found.fact.citations
    if found.value == "processor_if_noncompliant":
        if compliant is None:
            return Bearer(None, PaidBy.OUTCOME, provision, citations)
        return Bearer(Role.CONTROLLER if compliant else Role.PROCESSOR, PaidBy.OUTCOME, provision, citations)
    if found.value == "each_own":
        return Bearer(incurred_by, PaidBy.AGREEMENT, provision, citations)
    party = Role(found.value)
    if cause is not None and cause is not party:
        return Bearer(cause, PaidBy.CAUSE, provision, citations)
    return Bearer(party, PaidBy.AGREEMENT, provision, citations)
