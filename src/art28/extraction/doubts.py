"""A fact as read -> why a person should look at it before anything rests on it.

Nothing here is a probability: each doubt is something that can be pointed at in the document or in how it was read.
"""

from enum import StrEnum

from art28.agreement.model import Fact, Strength
from art28.extraction.layout.blanks import has_gap


class Doubt(StrEnum):
    """Something that makes a fact less than express."""

    INFERRED = "inferred"
    PASSING = "passing"
    BLANK = "blank"
    RECOGNISED = "recognised"


_BY_STRENGTH = {Strength.INFERRED: Doubt.INFERRED, Strength.PASSING: Doubt.PASSING}


def doubts_of(fact: Fact) -> tuple[Doubt, ...]:
    """The doubts about `fact`, the gravest first; none for a fact that an express and complete passage settles."""
    found = [_BY_STRENGTH[fact.strength]] if fact.strength in _BY_STRENGTH else []
    if any(has_gap(citation.text) for citation in fact.citations):
        found.append(Doubt.BLANK)
    if any(citation.recognised for citation in fact.citations):
        found.append(Doubt.RECOGNISED)
    return tuple(found)
