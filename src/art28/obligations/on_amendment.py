"""What an amendment by the processor asks for: notice."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, choice, duty, limit_by, settled
from art28.terms import Role


def announce(agreement: Said) -> tuple[Duty, ...]:
    """The processor announces an amendment before it takes effect, where the agreement lets it amend with notice."""
    with_notice = choice(agreement, "term.amendment") == "processor_with_notice"
    if not with_notice and settled(agreement, "term.amendment_notice") is None:
        return ()
    promise = Promise(
        action=Action.ANNOUNCE_AMENDMENT,
        trigger=Trigger.AMENDMENT,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "term.amendment_notice", otherwise=Wording.BEFOREHAND, backward=True),
        gdpr="",
    )
    return (duty(agreement, promise, ("term.amendment_notice", "term.amendment")),)


PROMISING = (announce,)
