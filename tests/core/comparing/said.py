"""Facts as an agreement that was read would say them, each on the same passage."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from art28.agreement.model import Fact, OpenQuestion, Value
from art28.document.model import Citation

HERE = (Citation("een passage", 0, 11, None),)


@dataclass(frozen=True)
class Says:
    """The facts that are settled, and the questions that are open."""

    facts: Mapping[str, Fact]
    questions: tuple[OpenQuestion, ...] = field(default=())


def says(facts: Mapping[str, Value]) -> Says:
    """What says these."""
    return Says({key: Fact(key, value, HERE, "a_rule") for key, value in facts.items()})
