"""What holds all the time: people bound to confidentiality and screened, measures reviewed, data kept in the region."""

from dataclasses import replace

from art28.agreement.duties import Action, Duty, Trigger
from art28.obligations.settled import (
    Promise,
    Said,
    Wording,
    by_agreement,
    by_law,
    choice,
    duty,
    limit_by,
    says,
    settled,
)
from art28.terms import Role


def bind_staff(agreement: Said) -> tuple[Duty, ...]:
    """Those who may process are bound to confidentiality (Art. 28(3)(b))."""
    promised = says(agreement, "confidentiality.staff_bound")
    promise = _standing(Action.BIND_STAFF, gdpr="28(3)(b)", promised=promised)
    keys = ("confidentiality.staff_bound", "confidentiality.duty") if promised else ()
    return (duty(agreement, promise, keys),)


def screen_staff(agreement: Said) -> tuple[Duty, ...]:
    """Certificates of conduct are renewed at the agreed interval; the law asks for none."""
    if settled(agreement, "confidentiality.screening_interval") is None:
        return ()
    promise = replace(
        _standing(Action.SCREEN_STAFF, gdpr="", promised=True),
        trigger=Trigger.STAFF_SCREENING,
        limit=limit_by(agreement, "confidentiality.screening_interval", otherwise=Wording.PERIODICALLY),
    )
    return (duty(agreement, promise, ("confidentiality.screening_interval",)),)


def review_measures(agreement: Said) -> tuple[Duty, ...]:
    """The measures are tested and evaluated regularly (Arts 28(3)(c) and 32(1)(d))."""
    promised = says(agreement, "security.periodic_review")
    promise = replace(
        _standing(Action.REVIEW_MEASURES, gdpr="28(3)(c), 32(1)(d)", promised=promised),
        limit=(by_agreement if promised else by_law)(Wording.PERIODICALLY),
    )
    keys = ("security.periodic_review", "security.standards", "security.measures_change") if promised else ()
    return (duty(agreement, promise, keys),)


def keep_in_region(agreement: Said) -> tuple[Duty, ...]:
    """Data stay where the agreement allows, and leave the EEA on the controller's instruction only (Art. 28(3)(a))."""
    promised = choice(agreement, "transfers.rule") not in (None, "free") or bool(choice(agreement, "transfers.region"))
    promise = replace(
        _standing(Action.KEEP_IN_REGION, gdpr="28(3)(a), 44", promised=promised), trigger=Trigger.TRANSFER
    )
    keys = ("transfers.rule", "transfers.region", "transfers.exceptions", "transfers.carve_outs")
    return (duty(agreement, promise, keys),)


def _standing(action: Action, *, gdpr: str, promised: bool) -> Promise:
    return Promise(
        action=action,
        trigger=Trigger.STANDING,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.AT_ALL_TIMES),
        gdpr=gdpr,
    )


PROMISING = (bind_staff, screen_staff, review_measures, keep_in_region)
