"""Playbooks: an organisation's own rules over facts and verdicts, with positions that it wants, accepts and refuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from art28.checking.messages import said
from art28.checking.model import Message

Texts = Mapping[str, str]


class Position(StrEnum):
    """Where an agreement stands towards a rule."""

    PREFERRED = "preferred"
    ACCEPTABLE = "acceptable"
    BELOW = "below"
    REQUIRED_LACKING = "required_lacking"
    WALK_AWAY = "walk_away"


class Operator(StrEnum):
    """How a condition compares."""

    ONE_OF = "one of"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a fact or verdict must be: one of some values, a period or amount at most or at least, places within a region.

    `written` is the condition as the playbook has it.
    """

    operator: Operator
    values: tuple[str | int | bool, ...]
    written: str


@dataclass(frozen=True, slots=True)
class PlaybookRule:
    """One rule, about a fact or about a requirement. `silent` is where an agreement stands that says nothing."""

    id: str
    title: Texts
    fact: str = ""
    requirement: str = ""
    required: Condition | None = None
    preferred: Condition | None = None
    acceptable: Condition | None = None
    walk_away: Condition | None = None
    silent: Position = Position.BELOW
    fallback: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaybookTest:
    """Facts and verdicts made up for a test, and where each rule named must then stand."""

    name: str
    facts: Mapping[str, "str | int | bool | tuple[str, ...]"]
    verdicts: Mapping[str, str]
    expected: Mapping[str, Position]
    line: int


@dataclass(frozen=True, slots=True)
class Playbook:
    """A playbook as read from its file."""

    name: str
    title: Texts
    rules: tuple[PlaybookRule, ...]
    tests: tuple[PlaybookTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong on a line of a playbook, counted from 1, and what to do about it."""

    line: int
    message: Message

    def __str__(self) -> str:
        return f"line {self.line}: {said(self.message, 'en')}"


class InvalidPlaybook(ValueError):
    """A playbook that can't be used."""

    def __init__(self, source: str, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{source}, {problem}" for problem in problems))
        self.problems = problems
