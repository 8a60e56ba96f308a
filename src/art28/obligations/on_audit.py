"""What an audit asks of both parties: announcing it, allowing it, showing evidence."""

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import Promise, Said, Wording, by_agreement, by_law, duty, limit_by, says, settled
from art28.terms import Role

_TERMS = (
    "audit.right",
    "audit.trigger",
    "audit.max_frequency",
    "audit.frequency_basis",
    "audit.auditor",
    "audit.costs",
)


def announce(agreement: Said) -> tuple[Duty, ...]:
    """The controller announces an audit in time, where the agreement asks for it; the law asks for no notice."""
    if settled(agreement, "audit.notice") is None:
        return ()
    promise = Promise(
        action=Action.ANNOUNCE_AUDIT,
        trigger=Trigger.AUDIT_REQUEST,
        bearer=Role.CONTROLLER,
        beneficiary=Role.PROCESSOR,
        limit=limit_by(agreement, "audit.notice", otherwise=Wording.BEFOREHAND, backward=True),
        gdpr="",
    )
    return (duty(agreement, promise, ("audit.notice",)),)


def allow(agreement: Said) -> tuple[Duty, ...]:
    """The processor allows audits and contributes to them (Art. 28(3)(h)); the agreement's terms stand beside it."""
    promise = Promise(
        action=Action.ALLOW_AUDIT,
        trigger=Trigger.AUDIT_REQUEST,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if says(agreement, "audit.right") else by_law)(Wording.ON_REQUEST),
        gdpr="28(3)(h)",
    )
    return (duty(agreement, promise, _TERMS),)


def deliver_evidence(agreement: Said) -> tuple[Duty, ...]:
    """The processor makes available what shows that it complies (Art. 28(3)(h)), within the agreed time if there is one."""
    promise = Promise(
        action=Action.DELIVER_AUDIT_EVIDENCE,
        trigger=Trigger.AUDIT_REQUEST,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "audit.evidence_deadline", otherwise=Wording.ON_REQUEST),
        gdpr="28(3)(h)",
    )
    return (duty(agreement, promise, ("audit.evidence_deadline", "audit.existing_reports_first")),)


PROMISING = (announce, allow, deliver_evidence)
