"""What follows a data subject's request: passing it on, helping to answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from art28.agreement.duties import Action, Duty, DutyLimit, LimitSource, Trigger
from art28.agreement.model import Fact, OpenQuestion
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
from art28.obligations.statutory import latest
from art28.terms import Role


def forward(agreement: Said) -> tuple[Duty, ...]:
    """The processor passes on a request that reaches it, unless the parties handle requests jointly.

    Under a silent agreement this follows from Art. 28(3)(a) and (e): it answers nobody without instruction and helps.
    """
    handling = choice(agreement, "requests.handling")
    if handling == "joint":
        return ()
    promise = Promise(
        action=Action.FORWARD_REQUEST,
        trigger=Trigger.DATA_SUBJECT_REQUEST,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=(by_agreement if handling else by_law)(Wording.WITHOUT_UNDUE_DELAY),
        gdpr="28(3)(a), 28(3)(e)",
    )
    return (duty(agreement, promise, ("requests.handling",)),)


def assist(agreement: Said) -> tuple[Duty, ...]:
    """The processor helps the controller to answer within the agreed time (Art. 28(3)(e))."""
    promised = says(agreement, "requests.assist") or settled(agreement, "requests.deadline") is not None
    promise = Promise(
        action=Action.ASSIST_REQUEST,
        trigger=Trigger.DATA_SUBJECT_REQUEST,
        bearer=Role.PROCESSOR,
        beneficiary=Role.CONTROLLER,
        limit=limit_by(agreement, "requests.deadline", otherwise=Wording.ON_REQUEST),
        gdpr="28(3)(e)",
    )
    keys = ("requests.deadline", "requests.assist", "requests.costs") if promised else ()
    return (duty(agreement, promise, keys),)


def answer(agreement: Said) -> tuple[Duty, ...]:
    """The controller answers the person within a month of receipt (Art. 12(3)), whoever received the request for it."""
    promise = Promise(
        action=Action.ANSWER_REQUEST,
        trigger=Trigger.DATA_SUBJECT_REQUEST,
        bearer=Role.CONTROLLER,
        beneficiary=Role.CONTROLLER,
        limit=DutyLimit(latest(Action.ANSWER_REQUEST).period, Wording.FIXED, "eu", LimitSource.LAW),
        gdpr="12(3)",
    )
    return (duty(agreement, promise, ()),)


@dataclass(frozen=True, slots=True)
class _Silent:
    """What no agreement says."""

    facts: Mapping[str, Fact] = field(default_factory=lambda: MappingProxyType({}))
    questions: tuple[OpenQuestion, ...] = ()


def own_answer() -> Duty:
    """The same for a controller whose own data are asked for: on the law alone, under no agreement."""
    return answer(_Silent())[0]


PROMISING = (forward, assist, answer)
