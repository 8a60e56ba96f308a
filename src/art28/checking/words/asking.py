"""What rules ask of texts, are answered and judge, kept as numbers: the paths that questions took, one a rule and language."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

_MOST_ANSWERS = 64
_MOST_OUTCOMES = 8_000
_MOST_KINDS = 20_000

Outcome = TypeVar("Outcome")
Asked = tuple[Hashable, ...]
Answer = tuple[int, ...]


@dataclass(slots=True)
class Asking(Generic[Outcome]):
    """What is asked after the answers that led here, or came of it, resting on the statements `by`."""

    asked: Asked | None = None
    answers: "OrderedDict[Answer, Asking[Outcome]]" = field(default_factory=OrderedDict)
    outcome: Outcome | None = None
    by: tuple[int, ...] = ()

    def after(self, asked: Asked, answer: Answer) -> "Asking[Outcome]":
        """Where the answer to a question leads, made where it was never given."""
        if self.asked != asked:
            self.asked, self.outcome = asked, None
            self.answers.clear()
        following = self.answers.get(answer)
        if following is None:
            following = self.answers[answer] = Asking()
            if len(self.answers) > _MOST_ANSWERS:
                self.answers.popitem(last=False)
        return following

    def known_after(self, answer: Answer) -> "Asking[Outcome] | None":
        """Where that answer leads; None where it was never given."""
        following = self.answers.get(answer)
        if following is not None:
            self.answers.move_to_end(answer)
        return following


class Asks(Generic[Outcome]):
    """The paths of all rules, and numbers for what they can't tell apart; so much of both at most."""

    __slots__ = ("_count", "_first", "_holding", "_kinds", "_numbers")

    def __init__(self) -> None:
        self._first: dict[Hashable, Asking[Outcome]] = {}
        self._kinds: dict[Hashable, int] = {}
        self._holding: dict[Hashable, dict[int, bool]] = {}
        self._numbers = count()
        self._count = 0

    def clear(self) -> None:
        """Forget it all; no number is given twice."""
        self._first.clear()
        self._kinds.clear()
        self._holding.clear()
        self._count = 0

    def first(self, rule: Hashable) -> Asking[Outcome]:
        """Where the path of a rule begins."""
        return self._first.setdefault(rule, Asking())

    def end(self, at: Asking[Outcome], outcome: Outcome, by: Iterable[int]) -> None:
        """Keep what came of a path."""
        at.outcome, at.by = outcome, tuple(by)
        self._count += 1

    def holding(self, condition: Hashable) -> dict[int, bool]:
        """Of which kinds of statements a condition holds, as far as it was asked."""
        return self._holding.setdefault(condition, {})

    def kinds(self, alike: Iterable[Hashable]) -> list[int]:
        """A number for each, the same for those that are the same; room is made first, where there is too much."""
        if len(self._kinds) > _MOST_KINDS or self._count > _MOST_OUTCOMES:
            self.clear()
        known, found = self._kinds, []
        for each in alike:
            kind = known.get(each)
            if kind is None:
                kind = known[each] = next(self._numbers)
            found.append(kind)
        return found
