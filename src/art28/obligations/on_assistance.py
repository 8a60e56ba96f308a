"""What an impact assessment or a prior consultation asks for: the processor's help."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, by_agreement, by_law, duty, says
from art28.terms import Role


def assist_dpia(agreement: Said) -> tuple[Duty, ...]:
    """The processor helps with a data protection impact assessment (Arts 28(3)(f) and 35)."""
    return (_assist(agreement, Action.ASSIST_DPIA, "assistance.dpia", "28(3)(f), 35"),)


def assist_prior_consultation(agreement: Said) -> tuple[Duty, ...]:
    """The processor helps with prior consultation of the authority (Arts 28(3)(f) and 36)."""
    return (_assist(agreement, Action.ASSIST_PRIOR_CONSULTATION, "assistance.prior_consultation", "28(3)(f), 36"),)


def _assist(agreement: Said, action: Action, key: str, gdpr: str) -> Duty:
    promised = says(agreement, key)
    promise = Promise(
        action=action,
        trigger=Trigger.DPIA,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.ON_REQUEST),
        gdpr=gdpr,
    )
    return duty(agreement, promise, (key, "assistance.costs") if promised else ())


PROMISING = (assist_dpia, assist_prior_consultation)
