"""What an instruction that breaks the law asks for: a warning, at once."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, by_agreement, by_law, duty, says
from art28.terms import Role


def warn(agreement: Said) -> tuple[Duty, ...]:
    """The processor tells the controller immediately when it finds an instruction unlawful (Art. 28(3), last paragraph)."""
    promised = says(agreement, "instructions.infringement_warning")
    promise = Promise(
        action=Action.WARN_UNLAWFUL_INSTRUCTION,
        trigger=Trigger.UNLAWFUL_INSTRUCTION,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.IMMEDIATELY),
        gdpr="28(3) last paragraph",
    )
    keys = ("instructions.infringement_warning",) if promised else ()
    return (duty(agreement, promise, keys),)


PROMISING = (warn,)
