"""What a new or another sub-processor asks for: notice or consent, the right to object, the same duties passed on."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, by_agreement, by_law, choice, duty, limit_by, says
from art28.terms import Role

_AUTHORISATION = "subprocessors.authorisation"


def notify(agreement: Said) -> tuple[Duty, ...]:
    """Under general authorisation the processor announces each change before it makes it (Art. 28(2))."""
    if choice(agreement, _AUTHORISATION) != "general":
        return ()
    promise = Promise(
        action=Action.NOTIFY_SUB_PROCESSOR_CHANGE,
        trigger=Trigger.SUB_PROCESSOR_CHANGE,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "subprocessors.notice_period", otherwise=Wording.IN_TIME_TO_OBJECT, backward=True),
        gdpr="28(2)",
        content=("name", "service", "established_in", "processing_in"),
    )
    return (duty(agreement, promise, ("subprocessors.notice_period", "subprocessors.change_notice", _AUTHORISATION)),)


def obtain_consent(agreement: Said) -> tuple[Duty, ...]:
    """Without general authorisation the processor needs the controller's consent to each one beforehand (Art. 28(2)).

    An agreement that authorises nothing leaves the law's prohibition, so silence is read as this.
    """
    if choice(agreement, _AUTHORISATION) == "general":
        return ()
    promised = choice(agreement, _AUTHORISATION) is not None
    promise = Promise(
        action=Action.OBTAIN_SUB_PROCESSOR_CONSENT,
        trigger=Trigger.SUB_PROCESSOR_CHANGE,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.BEFOREHAND, backward=True),
        gdpr="28(2)",
        content=("name", "service", "established_in", "processing_in"),
    )
    return (duty(agreement, promise, (_AUTHORISATION,)),)


def object_to(agreement: Said) -> tuple[Duty, ...]:
    """Under general authorisation the controller may object until the notice period has run (Art. 28(2))."""
    if choice(agreement, _AUTHORISATION) != "general":
        return ()
    promise = Promise(
        action=Action.OBJECT_TO_SUB_PROCESSOR,
        trigger=Trigger.SUB_PROCESSOR_CHANGE,
        bearer=Role.CONTROLLER,
        beneficiary=Role.PROCESSOR,
        limit=limit_by(agreement, "subprocessors.notice_period", otherwise=Wording.BEFOREHAND),
        gdpr="28(2)",
    )
    return (duty(agreement, promise, ("subprocessors.objection", "subprocessors.notice_period")),)


def flow_down(agreement: Said) -> tuple[Duty, ...]:
    """The processor lays the same duties on the sub-processor before it starts (Art. 28(4))."""
    promised = says(agreement, "subprocessors.flow_down")
    promise = Promise(
        action=Action.FLOW_DOWN,
        trigger=Trigger.SUB_PROCESSOR_CHANGE,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.BEFOREHAND, backward=True),
        gdpr="28(4)",
    )
    keys = ("subprocessors.flow_down", "subprocessors.processor_liable", "subprocessors.contracts_inspectable")
    return (duty(agreement, promise, keys),)


PROMISING = (notify, obtain_consent, object_to, flow_down)
