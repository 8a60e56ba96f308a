"""Agreement -> duties: who must do what, when what happens, within which limit, by which channel, and by which clause."""

from collections.abc import Callable

from art28.agreement.duties import Duty
from art28.obligations import (
    on_amendment,
    on_assistance,
    on_audit,
    on_breach,
    on_change,
    on_claim,
    on_ending,
    on_instruction,
    on_request,
    standing,
)
from art28.obligations.settled import Said

Promising = Callable[[Said], tuple[Duty, ...]]
"""Reads one kind of duty from an agreement; empty where neither the agreement nor the law knows it."""

PROMISING: tuple[Promising, ...] = (
    *on_breach.PROMISING,
    *on_request.PROMISING,
    *on_change.PROMISING,
    *on_audit.PROMISING,
    *on_instruction.PROMISING,
    *on_ending.PROMISING,
    *on_amendment.PROMISING,
    *on_assistance.PROMISING,
    *on_claim.PROMISING,
    *standing.PROMISING,
)


def duties_of(agreement: Said) -> tuple[Duty, ...]:
    """Everything that `agreement` obliges its parties to, in the order of the events that start it.

    Where the agreement is silent on a duty that the law lays down, the duty stands on the law alone: it names the article
    and no number. Where a fact is an open question, the duty is provisional and stands on the strictest candidate.
    """
    return tuple(duty for promising in PROMISING for duty in promising(agreement))
