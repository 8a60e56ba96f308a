"""A fine or a claim of somebody else -> whether the party that bears it can recover it from the other, by which clause."""

from dataclasses import dataclass
from enum import StrEnum

from art28.document.model import Citation
from art28.obligations.settled import Said, Settled, settled
from art28.terms import Role


class Recovery(StrEnum):
    """Whether it can be recovered."""

    YES = "yes"
    NO = "no"
    IF_INTENT = "if_intent"
    IF_ATTRIBUTABLE = "if_attributable"
    BY_LAW = "by_law"


@dataclass(frozen=True, slots=True)
class Recovered:
    """Whether, and by which clause; `BY_LAW` where the agreement is silent. The two conditions stand while they are open."""

    outcome: Recovery
    provision: str = ""
    citations: tuple[Citation, ...] = ()


def fine(agreement: Said, *, borne_by: Role, attributable: bool | None, intent: bool | None) -> Recovered:
    """Whether a fine on `borne_by` is the other's to pay.

    `attributable` says whether its cause lies with the other, `intent` whether that acted with intent or recklessness; None
    while nobody has established it.
    """
    if borne_by is Role.PROCESSOR:
        return _indemnified(agreement, attributable=attributable)
    found = settled(agreement, "liability.fines_on_processor")
    if found is None:
        return Recovered(Recovery.BY_LAW)
    if found.value == "excluded":
        return _by(found, Recovery.NO)
    if found.value == "unless_intent_or_recklessness":
        return _by(found, _if(Recovery.IF_INTENT, intent))
    return _by(found, _if(Recovery.IF_ATTRIBUTABLE, attributable))


def claim_of_another(agreement: Said, *, borne_by: Role, attributable: bool | None) -> Recovered:
    """Whether what a data subject or a third party claims of `borne_by` is the other's to pay.

    Where the agreement has no indemnity, a party that paid in full claims back the other's part (Art. 82(5) GDPR).
    """
    return (
        _indemnified(agreement, attributable=attributable) if borne_by is Role.PROCESSOR else Recovered(Recovery.BY_LAW)
    )


def _indemnified(agreement: Said, *, attributable: bool | None) -> Recovered:
    """The processor's indemnity by the controller, for what the controller's own failure caused."""
    found = settled(agreement, "liability.controller_indemnifies")
    if found is None or found.value is not True:
        return Recovered(Recovery.BY_LAW)
    return _by(found, _if(Recovery.IF_ATTRIBUTABLE, attributable))


def _if(still_open: Recovery, condition: object) -> Recovery:
    if condition is None:
        return still_open
    return Recovery.YES if condition else Recovery.NO


def _by(found: Settled, outcome: Recovery) -> Recovered:
    return Recovered(outcome, found.fact.provision, found.fact.citations)
