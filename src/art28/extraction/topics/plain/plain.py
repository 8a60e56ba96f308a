"""What a turn of phrase says and under which heading: the form in which the files of each language and topic write it down."""

from dataclasses import dataclass
from functools import cache

from art28.agreement.model import Value
from art28.document.pattern import lasting
from art28.extraction.rule import Strength
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement

PERIOD = "the one period that the statement names"
"""In the place of a value: what is said is how long."""

_heading = cache(lasting)


@dataclass(frozen=True, slots=True)
class Plain:
    """That a statement with one of `words` which says all of `says` under a heading with `under` settles `key`.

    `after` must stand in it or in the two sentences before it in its clause, which "it" and "this" may refer to.
    """

    key: str
    words: tuple[str, ...]
    says: tuple[str, ...]
    value: Value = True
    under: str = ""
    after: str = ""
    unless: tuple[str, ...] = ()
    strength: Strength = Strength.INFERRED

    def meets(self, statement: Statement, language: str) -> bool:
        """Whether `statement` says so."""
        return (
            not statement.in_annex
            and (not self.under or _heading(self.under).search(statement.heading) is not None)
            and all(statement.search(phrase(said, language)) for said in self.says)
            and not any(statement.search(phrase(said, language)) for said in self.unless)
            and (not self.after or statement.near(phrase(self.after, language)))
        )
