"""What is known of data, people and circumstances -> a score of severity by ENISA's method, as an aid that decides nothing.

"Recommendations for a methodology of the assessment of severity of personal data breaches" (ENISA, working document 1.0,
December 2013): severity = context of the data × ease of identification + circumstances. The score says how bad it is for
the people concerned; whether authority and people are told is a person's decision (Arts 33(1) and 34(1) GDPR).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class InvalidScore(ValueError):
    """An input that the method does not know."""


class DataClass(StrEnum):
    """The classes of data; each is scored by itself, and the highest counts."""

    SIMPLE = "simple"
    BEHAVIOURAL = "behavioural"
    FINANCIAL = "financial"
    SENSITIVE = "sensitive"


class Circumstance(StrEnum):
    """What makes a breach worse, whatever the data."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"
    MALICE = "malice"


class Level(StrEnum):
    """How severe; the bounds are those of `level_of`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class Flag(StrEnum):
    """What stands beside the score and never changes it."""

    MANY_PEOPLE = "many_people"
    UNINTELLIGIBLE = "unintelligible"


CONTEXTS = range(1, 5)
"""The scores of a class of data."""

BASES: Mapping[DataClass, int] = {
    DataClass.SIMPLE: 1, DataClass.BEHAVIOURAL: 2, DataClass.FINANCIAL: 3, DataClass.SENSITIVE: 4,
}  # fmt: skip
"""From which score each class starts, before what the case itself adds or takes away."""

IDENTIFICATIONS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))
"""How easily people are identified: negligible, limited, significant, maximum."""

ADDITIONS: Mapping[Circumstance, tuple[Decimal, ...]] = {
    Circumstance.CONFIDENTIALITY: (Decimal(0), Decimal("0.25"), Decimal("0.5")),
    Circumstance.INTEGRITY: (Decimal(0), Decimal("0.25"), Decimal("0.5")),
    Circumstance.AVAILABILITY: (Decimal(0), Decimal("0.25"), Decimal("0.5")),
    Circumstance.MALICE: (Decimal(0), Decimal("0.5")),
}
"""What each circumstance adds."""

MANY = 100
"""Above this number of people the method asks for a flag."""

_BOUNDS = ((Decimal(4), Level.VERY_HIGH), (Decimal(3), Level.HIGH), (Decimal(2), Level.MEDIUM))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a person chose: a score for each class of data that is there, the ease of identification, the circumstances."""

    contexts: Mapping[DataClass, int]
    identification: Decimal
    circumstances: Mapping[Circumstance, Decimal]

    def __post_init__(self) -> None:
        if not self.contexts:
            raise InvalidScore("no class of data is scored: score at least one of them from 1 to 4")
        for kind, context in self.contexts.items():
            if context not in CONTEXTS:
                raise InvalidScore(f"{kind.value} is scored {context}; the method knows 1 to 4")
        if self.identification not in IDENTIFICATIONS:
            raise InvalidScore(
                f"ease of identification is {self.identification}; the method knows 0.25, 0.5, 0.75 and 1"
            )
        for circumstance, added in self.circumstances.items():
            if added not in ADDITIONS[circumstance]:
                known = ", ".join(str(value) for value in ADDITIONS[circumstance])
                raise InvalidScore(f"{circumstance.value} adds {added}; the method knows {known}")


@dataclass(frozen=True, slots=True)
class Severity:
    """The outcome, with its three parts: `score` = `context` × `identification` + `circumstances`."""

    context: int
    identification: Decimal
    circumstances: Decimal
    score: Decimal
    level: Level
    flags: tuple[Flag, ...]


def severity(scored: Scored, *, people: int | None, unintelligible: bool) -> Severity:
    """The score of what was chosen. `people` is how many are concerned, None where that isn't known."""
    context = max(scored.contexts.values())
    added = sum(scored.circumstances.values(), Decimal(0))
    score = context * scored.identification + added
    flags = (
        *((Flag.MANY_PEOPLE,) if people is not None and people > MANY else ()),
        *((Flag.UNINTELLIGIBLE,) if unintelligible else ()),
    )
    return Severity(context, scored.identification, added, score, level_of(score), flags)


def level_of(score: Decimal) -> Level:
    """The class of a score; a bound belongs to the class above it."""
    return next((level for bound, level in _BOUNDS if score >= bound), Level.LOW)
