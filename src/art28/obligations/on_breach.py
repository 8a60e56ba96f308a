"""What follows a personal data breach: telling the controller, keeping it informed, the authority, the register."""

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.obligations.settled import (
    Promise,
    Said,
    Wording,
    by_agreement,
    by_law,
    choice,
    choices,
    duty,
    limit_by,
    says,
    settled,
)
from art28.obligations.statutory import latest
from art28.terms import Role

ART_33_3 = ("nature", "data_categories", "subject_categories", "subject_count", "record_count", "contact_point",
            "consequences", "measures")  # fmt: skip
"""The least content by Art. 33(3)(a) to (d), in the words of the fact `breach.content`."""

_NOTICE = ("breach.deadline", "breach.wording", "breach.clock_starts", "breach.covers", "breach.channel", "breach.content",
           "breach.questionnaire", "breach.early_warning")  # fmt: skip


def notify(agreement: Said) -> tuple[Duty, ...]:
    """The processor tells the controller of a breach of its own (Art. 33(2))."""
    return (_notify(agreement, Trigger.BREACH),)


def notify_of_sub_processor(agreement: Said) -> tuple[Duty, ...]:
    """The processor passes on a breach at a sub-processor, counted from the sub-processor's report.

    An agreement that does not name that start is read so as well: who is told of a breach has discovered it (EDPB
    Guidelines 9/2022, para 44, on the controller, applied by analogy one step down the chain).
    """
    return (_notify(agreement, Trigger.BREACH_AT_SUB_PROCESSOR),)


def _notify(agreement: Said, trigger: Trigger) -> Duty:
    promise = Promise(
        action=Action.NOTIFY_BREACH,
        trigger=trigger,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=_limit(agreement),
        gdpr="33(2)",
        channels=choices(agreement, "breach.channel"),
        content=choices(agreement, "breach.content") or ART_33_3,
    )
    return duty(agreement, promise, _NOTICE)


def _limit(agreement: Said) -> DutyLimit:
    if settled(agreement, "breach.deadline") is not None:
        return limit_by(agreement, "breach.deadline", otherwise=Wording.WITHOUT_UNDUE_DELAY)
    match choice(agreement, "breach.wording"):
        case "immediately":
            return by_agreement(Wording.IMMEDIATELY)
        case "without_undue_delay":
            return by_agreement(Wording.WITHOUT_UNDUE_DELAY)
        case _:
            return by_law(Wording.WITHOUT_UNDUE_DELAY)


def follow_up(agreement: Said) -> tuple[Duty, ...]:
    """The processor reports what becomes known later (Arts 28(3)(f) and 33(4): in phases, without further undue delay)."""
    promised = says(agreement, "breach.follow_up") or says(agreement, "breach.early_warning")
    promise = Promise(
        action=Action.FOLLOW_UP_BREACH,
        trigger=Trigger.BREACH,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if promised else by_law)(Wording.WITHOUT_UNDUE_DELAY),
        gdpr="28(3)(f), 33(4)",
        channels=choices(agreement, "breach.channel"),
        content=choices(agreement, "breach.content") or ART_33_3,
    )
    return (duty(agreement, promise, ("breach.follow_up", "breach.early_warning")),)


def notify_authority(agreement: Said) -> tuple[Duty, ...]:
    """Whoever the agreement names, else the controller, tells the authority within the period of Art. 33(1).

    The clock is the controller's: it runs from its awareness, in principle the processor's report. The authority is no
    party to the agreement, so the beneficiary is the controller, whose duty it is even where the processor carries it out.
    """
    period = latest(Action.NOTIFY_AUTHORITY).period
    promise = Promise(
        action=Action.NOTIFY_AUTHORITY,
        trigger=Trigger.BREACH,
        bearer=Role.PROCESSOR if choice(agreement, "breach.authority_notifier") == "processor" else Role.CONTROLLER,
        beneficiary=Role.CONTROLLER,
        # A period of Union law: the other readings of its hours are kept beside the strict one (docs/adr/0005).
        limit=DutyLimit(period, Wording.FIXED, "eu", LimitSource.LAW),
        gdpr="33(1)",
        content=ART_33_3,
    )
    keys = ("breach.authority_notifier", "breach.processor_may_notify_authority", "breach.duty_to_consult")
    return (duty(agreement, promise, keys),)


def register(agreement: Said) -> tuple[Duty, ...]:
    """The controller documents every breach (Art. 33(5)); the processor too where the agreement says so."""
    keepers = {Role.CONTROLLER: "controller", Role.PROCESSOR: "processor"}
    named = choices(agreement, "breach.register")
    return tuple(
        _register(agreement, role) for role, name in keepers.items() if name in named or role is Role.CONTROLLER
    )


def _register(agreement: Said, keeper: Role) -> Duty:
    named = keeper.value in choices(agreement, "breach.register")
    promise = Promise(
        action=Action.REGISTER_BREACH,
        trigger=Trigger.BREACH,
        bearer=keeper,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if named else by_law)(Wording.AT_ALL_TIMES),
        gdpr="33(5)" if keeper is Role.CONTROLLER else "",
        content=("description", "consequences", "measures"),
    )
    return duty(agreement, promise, ("breach.register",) if named else ())


PROMISING = (notify, notify_of_sub_processor, follow_up, notify_authority, register)
