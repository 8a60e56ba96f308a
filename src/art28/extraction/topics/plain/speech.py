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
from art28.extraction.topics.plain.plain import PERIOD, Plain
from art28.extraction.topics.plain.several import SEVERAL
from art28.extraction.values.durations import durations
from art28.extraction.words.cues import phrase
from art28.extraction.words.lasting import Phrase
from art28.extraction.words.statements import Statement, statements

_OF_LANGUAGE = MappingProxyType({"nl": DUTCH, "en": ENGLISH, "de": GERMAN, "fr": FRENCH})
_LONG_BEFORE = MappingProxyType(
    {"term.amendment": "term.amendment_notice", "subprocessors.change_notice": "subprocessors.notice_period"}
)
"""How long before a change it is told: the period in the sentence that says that it is."""


def _read(reading: Reading) -> Iterator[Candidate]:
    for plain in (*SEVERAL, *_OF_LANGUAGE[reading.language]):
        for statement in statements(reading, *plain.words, headings=False):
            if plain.meets(statement, reading.language):
                yield from _settled(plain, statement, reading.language)
    yield from with_periods(reading)


def _settled(plain: Plain, statement: Statement, language: str) -> Iterator[Candidate]:
    if plain.value is PERIOD:
        yield from _period(plain.key, statement, plain.strength, within=phrase(plain.says[0], language))
        return
    yield Candidate(plain.key, plain.value, statement.passages, plain.strength)
    if plain.key in _LONG_BEFORE:
        yield from _period(_LONG_BEFORE[plain.key], statement, plain.strength)
    if plain.key == "audit.right":
        yield Candidate("audit.trigger", "any", statement.passages, Strength.INFERRED)


def _period(key: str, statement: Statement, strength: Strength, *, within: Phrase | None = None) -> Iterator[Candidate]:
    """The one period that a statement names; of several, the one `within` those words."""
    named = tuple(durations(statement.text))
    match = statement.search(within) if within is not None and len(named) > 1 else None
    if match:
        named = tuple(one for one in named if match.start() <= one.start < match.end())
    if len(named) == 1:
        yield Candidate(key, named[0].iso, statement.passages, strength)


_SETTLED = (
    *(one.key for one in (*SEVERAL, *chain(*_OF_LANGUAGE.values()))),
    *_LONG_BEFORE.values(),
    *("audit.trigger", "end.choice_window", "subprocessors.change_notice"),
)
RULES = (Rule("plain-speech", tuple(dict.fromkeys(_SETTLED)), _read),)
