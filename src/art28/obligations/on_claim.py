"""What a claim of one party on the other asks for: that it is reported before it lapses."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, duty, limit_by, settled
from art28.terms import Role

_PERIOD = "liability.claim_period"


def report(agreement: Said) -> tuple[Duty, ...]:
    """A claim lapses a while after it arose unless it was reported, where the agreement says so; the law says nothing of it.

    The controller is taken for whoever has the claim, since liability of the processor is what such clauses are about. The
    clock of a claim the other way runs as well, and waits for the other side.
    """
    if settled(agreement, _PERIOD) is None:
        return ()
    return tuple(_report(agreement, bearer, other) for bearer, other in _SIDES)


_SIDES = ((Role.CONTROLLER, Role.PROCESSOR), (Role.PROCESSOR, Role.CONTROLLER))


def _report(agreement: Said, bearer: Role, other: Role) -> Duty:
    promise = Promise(
        action=Action.REPORT_CLAIM,
        trigger=Trigger.CLAIM,
        bearer=bearer,
        beneficiary=other,
        limit=limit_by(agreement, _PERIOD, otherwise=Wording.PERIODICALLY),
        gdpr="",
    )
    return duty(agreement, promise, (_PERIOD,))


PROMISING = (report,)
