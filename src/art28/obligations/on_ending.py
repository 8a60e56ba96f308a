"""What the end of the services asks for: a choice, return or deletion, a declaration that the data are gone."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, choice, duty, limit_by, says
from art28.terms import Role

_NO_CHOICE = frozenset({"return_then_delete"})
_TERMS = ("end.data", "end.return_format", "end.withheld_until_payment", "end.legal_retention_exception", "end.costs")


def choose(agreement: Said) -> tuple[Duty, ...]:
    """The controller chooses between return and deletion (Art. 28(3)(g)), within the agreed window if there is one."""
    if choice(agreement, "end.data") in _NO_CHOICE:
        return ()
    promise = Promise(
        action=Action.CHOOSE_RETURN_OR_DELETION,
        trigger=Trigger.TERMINATION,
        bearer=Role.CONTROLLER,
        beneficiary=Role.PROCESSOR,
        limit=limit_by(agreement, "end.choice_window", otherwise=Wording.AFTER_THE_END),
        gdpr="28(3)(g)",
    )
    return (duty(agreement, promise, ("end.choice_window", "end.data")),)


def return_or_delete(agreement: Said) -> tuple[Duty, ...]:
    """The processor returns or deletes all personal data, copies included (Art. 28(3)(g), which gives no number)."""
    promise = Promise(
        action=Action.RETURN_OR_DELETE,
        trigger=Trigger.TERMINATION,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "end.deadline", otherwise=Wording.AFTER_THE_END),
        gdpr="28(3)(g)",
    )
    return (duty(agreement, promise, ("end.deadline", *_TERMS)),)


def certify(agreement: Said) -> tuple[Duty, ...]:
    """The processor declares in writing that the data are gone, where the agreement asks for it."""
    if not says(agreement, "end.certificate"):
        return ()
    promise = Promise(
        action=Action.CERTIFY_DELETION,
        trigger=Trigger.TERMINATION,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "end.deadline", otherwise=Wording.AFTER_THE_END),
        gdpr="",
    )
    return (duty(agreement, promise, ("end.certificate", "end.deadline")),)


PROMISING = (choose, return_or_delete, certify)
