"""Agreements for these tests, written as what they say: a value, or a value with the passage that carries it."""

from collections.abc import Mapping
from dataclasses import dataclass

from art28.agreement.model import Fact, OpenQuestion, QuestionKind, Value
from art28.document.model import Citation


@dataclass(frozen=True, slots=True)
class Kept:
    """The facts and questions of an agreement, without its text."""

    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...] = ()


def fact(key: str, value: Value, passage: str = "", provision: str = "5.1") -> Fact:
    return Fact(key, value, (Citation(passage or f"passage over {key}", 0, 9),), rule="test", provision=provision)


def agreement(*facts: Fact, questions: tuple[OpenQuestion, ...] = ()) -> Kept:
    return Kept({item.key: item for item in facts}, questions)


def question(key: str, *candidates: Value) -> OpenQuestion:
    return OpenQuestion(key, QuestionKind.CONFLICT, tuple(fact(key, value) for value in candidates))
