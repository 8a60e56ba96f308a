"""An agreement's facts -> what it asks of whoever reports a breach beyond limit and questions, each with its fact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from art28.agreement.model import Value
from art28.law.parameter import Parameter, parameters
from art28.notices.language import Language
from art28.terms import Role


class Special(StrEnum):
    """What an agreement may ask. CYBER_DUTY is no clause of it but the law that goes before one."""

    EARLY_WARNING = "early_warning"
    LANGUAGE = "language"
    WIDER = "wider"
    NARROWER = "narrower"
    PROCESSOR_TELLS_AUTHORITY = "processor_tells_authority"
    NOT_THE_AUTHORITY = "not_the_authority"
    CYBER_DUTY = "cyber_duty"
    CONSULTED_FIRST = "consulted_first"
    SILENCE = "silence"
    COSTS = "costs"
    FOLLOW_UP = "follow_up"
    OWN_REGISTER = "own_register"


class Weight(StrEnum):
    """How a special stands: two duties that clash, something to do or leave, or something to know."""

    CONFLICT = "conflict"
    MIND = "mind"
    KNOW = "know"


@dataclass(frozen=True, slots=True)
class Found:
    """A special of an agreement. `fact` is the key of the fact it rests on; `value` fills its words, else empty."""

    special: Special
    weight: Weight
    fact: str
    value: str = ""


CYBER_PERIODS = ("cbw.early_warning", "cbw.incident_report", "cbw.final_report")
"""The periods within which an entity in scope reports a significant incident itself (Cyberbeveiligingswet, arts 26 to 29)."""


def specials_of(facts: Mapping[str, Value], *, language: Language, own: Language, on: date) -> tuple[Found, ...]:
    """What the agreement with these `facts` asks besides, what clashes first.

    `language` is the agreement's, `own` that of the organisation. A ban on telling the authority clashes with the duties
    that the Cyberbeveiligingswet lays on an entity in its scope, as far as these are in force `on` that day: no contract sets
    them aside. Whether the organisation is such an entity, or the incident significant, is not for this to say.
    """
    found: list[Found] = []
    if facts.get("breach.processor_may_notify_authority") is False:
        if cyber_periods(on):
            found.append(Found(Special.CYBER_DUTY, Weight.CONFLICT, "breach.processor_may_notify_authority"))
        found.append(Found(Special.NOT_THE_AUTHORITY, Weight.MIND, "breach.processor_may_notify_authority"))
    elif facts.get("breach.authority_notifier") == "processor":
        found.append(Found(Special.PROCESSOR_TELLS_AUTHORITY, Weight.MIND, "breach.authority_notifier"))
    if facts.get("breach.early_warning") is True:
        found.append(Found(Special.EARLY_WARNING, Weight.MIND, "breach.early_warning"))
    if language is not own:
        found.append(Found(Special.LANGUAGE, Weight.MIND, "", language.value))
    covers = facts.get("breach.covers")
    if isinstance(covers, tuple) and "security_incident" in covers:
        found.append(Found(Special.WIDER, Weight.MIND, "breach.covers"))
    elif isinstance(covers, tuple) and "adverse_effects_only" in covers:
        found.append(Found(Special.NARROWER, Weight.KNOW, "breach.covers"))
    for key, special in _FLAGS:
        if facts.get(key) is True:
            found.append(Found(special, Weight.KNOW, key))
    costs = facts.get("breach.costs")
    if isinstance(costs, str):
        found.append(Found(Special.COSTS, Weight.KNOW, "breach.costs", costs))
    registers = facts.get("breach.register")
    if isinstance(registers, tuple) and "processor" in registers:
        found.append(Found(Special.OWN_REGISTER, Weight.KNOW, "breach.register"))
    order = list(Weight)
    return tuple(sorted(found, key=lambda each: order.index(each.weight)))


_FLAGS = (
    ("breach.controller_silence", Special.SILENCE),
    ("breach.duty_to_consult", Special.CONSULTED_FIRST),
    ("breach.follow_up", Special.FOLLOW_UP),
)


def cyber_periods(on: date) -> tuple[Parameter, ...]:
    """The periods of the Cyberbeveiligingswet in force on that day, in their order; none before it entered into force."""
    known = parameters()
    rows = (row for key in CYBER_PERIODS for row in known.get(key, ()))
    return tuple(row for row in rows if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to))


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the agreement names for breaches; whatever it doesn't say is empty."""

    name: str
    role: str
    phone: str
    email: str

    @property
    def called(self) -> str:
        """Name and role in one line; the number or address of who has neither."""
        return ", ".join(part for part in (self.name, self.role) if part) or self.phone or self.email


def named_for_breaches(facts: Mapping[str, Value], of: Role = Role.CONTROLLER) -> tuple[Named, ...]:
    """The people of one side whom the agreement names for breaches, in its own order: the first contact first."""
    rows = facts.get("contacts.list")
    records = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, tuple) else []
    return tuple(
        Named(*(str(row.get(field) or "") for field in ("name", "role", "phone", "email")))
        for row in records
        if row.get("party") == of.value and row.get("purpose") == "breach"
    )


def chain_of(*groups: Iterable[Named]) -> tuple[Named, ...]:
    """Whom to call one after the other until somebody answers: each number once, where it comes first."""
    found: dict[str, Named] = {}
    for each in (person for group in groups for person in group if person.phone):
        found.setdefault("".join(sign for sign in each.phone if sign.isdigit())[-_LOCAL_DIGITS:], each)
    return tuple(found.values())


_LOCAL_DIGITS = 9
"""A number is the same with and without its country in front."""
