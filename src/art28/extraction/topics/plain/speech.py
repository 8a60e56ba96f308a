"""Reading -> what agreements say in everyday words: letters in the second person, terms that speak of "wij" and "je".

A plain sentence seldom names its topic: "dat blijft tussen ons", "elk jaar lopen wij dit na". The heading over it does, or the
words around the one that matters. What the usual wording says outranks what is read here.
"""

from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType

from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.topics.plain.de import GERMAN
from art28.extraction.topics.plain.en import ENGLISH
from art28.extraction.topics.plain.fr import FRENCH
from art28.extraction.topics.plain.nl import DUTCH
from art28.extraction.topics.plain.periods import with_periods
from art28.extraction.topics.plain.plain import PERIOD
from art28.extraction.topics.plain.several import SEVERAL
from art28.extraction.values.durations import durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.statements import Statement, statements

_OF_LANGUAGE = MappingProxyType({"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH})


def _read(reading: Reading) -> Iterator[Candidate]:
    language = reading.language
    for plain in (*SEVERAL, *_OF_LANGUAGE[language]):
        for statement in statements(reading, *plain.words, headings=False):
            if plain.meets(statement, language):
                if plain.value is PERIOD:
                    yield from _period(plain.key, statement, plain.strength, plain.says[0])
                    continue
                yield Candidate(plain.key, plain.value, statement.passages, plain.strength)
                if plain.key == "term.amendment":
                    yield from _period("term.amendment_notice", statement)
                if plain.key == "subprocessors.change_notice":
                    yield from _period("subprocessors.notice_period", statement, plain.strength)
                if plain.key == "audit.right":
                    yield Candidate("audit.trigger", "any", statement.passages, Strength.INFERRED)
    yield from with_periods(reading)


def _period(
    key: str, statement: Statement, strength: Strength = Strength.INFERRED, said: str = ""
) -> Iterator[Candidate]:
    """The one period that a statement names; of several, the one within the words `said`."""
    named = tuple(durations(statement.text))
    match = statement.search(phrase(said, "nl")) if said and len(named) > 1 else None
    if match:
        named = tuple(one for one in named if match.start() <= one.start < match.end())
    if len(named) == 1:
        yield Candidate(key, named[0].iso, statement.passages, strength)


RULES = (
    Rule(
        "plain-speech",
        tuple(
            dict.fromkeys(
                (
                    *(one.key for one in (*SEVERAL, *chain(*_OF_LANGUAGE.values()))),
                    *(
                        "term.amendment_notice",
                        "audit.trigger",
                        "end.choice_window",
                        "subprocessors.notice_period",
                        "subprocessors.change_notice",
                    ),
                )
            )
        ),
        _read,
    ),
)
