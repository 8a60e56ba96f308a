"""Cues: what a statement must say, and must not say, to settle a fact.

A cue is written in phrases: a space stands for white space and mark-up, "…" for up to 130 characters between two words,
and "{concept}" for the words that the lexicons of the agreement's language have for it. Every phrase of `says` must occur,
in any order, since Dutch and German put the same words in many orders; one of `unless` withdraws the cue.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from art28.agreement.model import Value
from art28.agreement.passages import Reading
from art28.extraction.rule import Candidate, Rule, Strength
from art28.extraction.trace import Look, Why, looks_noted
from art28.extraction.words.lasting import Phrase
from art28.extraction.words.lexicon.de import GERMAN
from art28.extraction.words.lexicon.en import ENGLISH
from art28.extraction.words.lexicon.fr import FRENCH
from art28.extraction.words.lexicon.nl import DUTCH
from art28.extraction.words.statements import Statement, saying, statements
from art28.terms import Role

_LEXICONS = {"nl": (DUTCH, ENGLISH), "en": (ENGLISH,), "de": (GERMAN, ENGLISH), "fr": (FRENCH, ENGLISH)}
_CONCEPT = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_GAP = r"[^;\n]{0,130}?"
_SPACE_OR_CLASS = re.compile(r" (?![?*+])|\[(?:\\.|[^\]])*\]")
# A party's role may have an article before it, or "any" and "each".
_PARTY = re.compile(r"(?<=[ …])(?=CONTROLLER|PROCESSOR|SUBPROCESSOR)")
_ARTICLE = r"(?:(?:de|het|een|elke|iedere|the|an?|any|each|its|der|die|dem|den|des|le|la|un) )?"
# Where "de" may stand before a role, "het" may: "de Klant", "het College". German articles tell who acts from whom.
_DE = re.compile(
    r"\(\?:de (?P<others>(?:\|(?:een|the|an\?|der|die|le|la|un) )*)\)\?(?=CONTROLLER|PROCESSOR|SUBPROCESSOR)"
)
# What a word is made of and what divides words have nothing in common: else a row of blanks is tried in every way.
_WORD_OR_CLASS = re.compile(r"\\w(?=[+*{])|\[(?:\\.|[^\]])*\]")
_WORD = r"[^\W_]"
SPACE = r"[\s*_\",()]+"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a statement says. `by` is whose duty or right it is: a statement about another party's is passed over."""

    says: tuple[str, ...]
    unless: tuple[str, ...] = ()
    by: Role | None = None

    def meets(self, statement: Statement, language: str) -> bool:
        """Whether `statement` says so."""
        for said in self.says:
            if not statement.search(phrase(said, language)):
                return False
        return self._stands(statement, language)

    def met_by(self, among: Sequence[Statement], language: str) -> Sequence[Statement]:
        """Those of `among` that say so."""
        for said in self.says:
            among = saying(among, phrase(said, language))
            if not among:
                return among
        return [statement for statement in among if self._stands(statement, language)]

    def _stands(self, statement: Statement, language: str) -> bool:
        """Whether nothing that `statement` says withdraws the cue, nor speaks of another party."""
        for withdrawing in self.unless:
            if statement.search(phrase(withdrawing, language)):
                return False
        return self.by is None or statement.subject in (None, self.by)

    def nearly(self, key: str, statement: Statement, language: str) -> Look | None:
        """Why `statement`, which says all that `key` needs, is passed over; None where it doesn't say it all."""
        if not all(statement.search(phrase(p, language)) for p in self.says):
            return None
        withdrawing = (statement.search(phrase(p, language)) for p in self.unless)
        words = next((found[0] for found in withdrawing if found), None)
        if words is not None:
            return Look(statement.start, statement.end, Why.WITHDRAWN, words, key)
        return Look(statement.start, statement.end, Why.OTHER_PARTY, str(statement.subject or ""), key)


def cue(*says: str, unless: str | Iterable[str] = (), by: Role | None = None) -> Cue:
    """The cue that every phrase of `says` makes."""
    return Cue(says, (unless,) if isinstance(unless, str) else tuple(unless), by)


def flag(key: str, statement: Statement, strength: Strength = Strength.EXPRESS) -> Candidate:
    """That `statement` sets the flag `key`."""
    return Candidate(key, value=True, passages=statement.passages, strength=strength)


@dataclass(frozen=True, slots=True)
class Reads:
    """One of `cues` settles `key` at `value`, with the given strength."""

    key: str
    value: Value
    cues: tuple[Cue, ...]
    strength: Strength = Strength.EXPRESS


def reads(key: str, *cues: Cue, value: Value = True, strength: Strength = Strength.EXPRESS) -> Reads:
    """That one of `cues` settles `key` at `value`; a flag is true unless said otherwise."""
    return Reads(key, value, cues, strength)


def settled(reading: Reading, among: Sequence[Statement], readers: Iterable[Reads]) -> Iterator[Candidate]:
    """What `readers` find in the statements `among`, statement by statement."""
    looks = looks_noted()
    for reader in readers:
        met: set[Statement] = set()
        for one in reader.cues:
            met.update(one.met_by([s for s in among if s not in met] if met else among, reading.language))
        for statement in among if met or looks is not None else ():
            if statement in met:
                yield Candidate(reader.key, reader.value, statement.passages, reader.strength)
            elif looks is not None:
                looks += filter(None, (one.nearly(reader.key, statement, reading.language) for one in reader.cues))


def topic(name: str, words: Sequence[str], *readers: Reads) -> Rule:
    """The rule that reads a topic's facts by `readers`, in the statements that hold one of `words` (lower case)."""
    keys = tuple(dict.fromkeys(reader.key for reader in readers))

    def read(reading: Reading) -> Iterator[Candidate]:
        yield from settled(reading, statements(reading, *words), readers)

    return Rule(name, keys, read)


@cache
def phrase(pattern: str, language: str) -> Phrase:
    """`pattern`, one of the rules' own, as an expression over a statement's text, in the words of `language`."""
    return Phrase(_written_out(pattern, language))


def goes_on_from(statement: Statement, here: str, before: str, language: str) -> bool:
    """Whether `statement` says `here` of what the sentence before it says by `before`: "Die worden …" behind "De maatregelen …"."""
    above = statement.before
    return (
        above is not None
        and statement.search(phrase(here, language)) is not None
        and above.search(phrase(before, language)) is not None
    )


def _written_out(pattern: str, language: str) -> str:
    lexicons = _LEXICONS[language]

    def words(match: re.Match[str]) -> str:
        found = [word for lexicon in lexicons for word in lexicon.get(match[1], ())]
        if not found:
            raise KeyError(f"no lexicon of {language} has words for {match[1]!r}")
        return f"(?:{'|'.join(dict.fromkeys(found))})"

    written = _CONCEPT.sub(words, pattern)
    written = _CONCEPT.sub(words, written)
    written = _PARTY.sub(_ARTICLE, _DE.sub(r"(?:de |het \g<others>)?", written))
    written = re.sub(r" ?… ?", "…", written)
    written = _WORD_OR_CLASS.sub(lambda match: _WORD if match[0] == r"\w" else match[0], written)
    return _SPACE_OR_CLASS.sub(lambda match: SPACE if match[0] == " " else match[0], written).replace("…", _GAP)
