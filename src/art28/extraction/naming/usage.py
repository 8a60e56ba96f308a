"""Text -> how it uses a word that may stand for a party: with a capital within sentences, time and again, by definition."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from art28.document.pattern import lasting
from art28.extraction.naming.words import CAPITALISED, STATUTORY
from art28.extraction.words.search import places_of
from art28.terms import Role

_OFTEN = 3
# A word of this length is a term where it stands with a capital but twice.
_LONG_WORD, _TWICE = 14, 2
_NOUN = r"(?<=\b[DdHh]e )(?:{names})\b|(?<=\b[Hh]et )(?:{names})\b"
_A_WORD_OF_ITS_OWN = 8
_QUOTES, _CLOSING = frozenset("\"'"), frozenset(",);")
_IN_QUOTES = lasting(r"[\"'](?:de |het |the )?\Z")
_IN_BRACKETS = lasting(r"\b[A-Z][\w.&-]+ \((?:de |het |the )?\Z")
_CALLED = lasting(r"\b(?:[Hh]ierna|[Vv]erder|[Hh]ereinafter)\b[^.\n\"';,]{0,30}? (?:de |het |the )?\Z")
# The longest of what these find, and of a name before a bracket.
_LONGEST_QUOTED, _LONGEST_CALLED, _LONGEST_NAME = 5, 50, 200


def stands_for_a_party(name: str, text: str) -> bool:
    """Whether `text` writes the word with a capital within sentences, so as a defined term."""
    if name not in text:
        return False
    # Where a longer term ends with the word, "Group Company", it is no term by itself.
    longer = "".join(rf"(?<!{word} )" for word in set(re.findall(rf"[\"']([A-Z]\w+) {name}[\"']", text)))
    within = re.findall(rf"(?<=[a-zà-ÿ,;:] ){longer}{name}\b(?! [A-Z])", text)
    return len(within) >= (_TWICE if len(name) >= _LONG_WORD else _OFTEN) or _is_defined(name, text)


def _is_defined(name: str, text: str) -> bool:
    """Whether the word stands in quotation marks, in brackets behind a name, or behind "hierna"."""
    for at in places_of(name, text):
        after = text[at + len(name) : at + len(name) + 1]
        if after in _QUOTES and _IN_QUOTES.search(text, max(0, at - _LONGEST_QUOTED), at):
            return True
        if after in _CLOSING and _IN_BRACKETS.search(text, max(0, at - _LONGEST_NAME), at):
            return True
        goes_on = after.isalnum() or after == "_"
        if not goes_on and _CALLED.search(text, max(0, at - _LONGEST_CALLED), at):
            return True
    return False


def by_its_noun(text: str, found: Mapping[str, Role]) -> Iterator[tuple[Role, str]]:
    """ "De praktijk", "de school", time and again where nothing else names that party: what a form calls it without defining it."""
    for role, names in CAPITALISED.items():
        often = () if role in found.values() else (name for name in map(str.lower, names) if _is_frequent(name, text))
        nouns = "|".join(often)
        said = Counter(re.findall(_NOUN.format(names=nouns), text)) if nouns else Counter()
        for name, times in said.most_common(1):
            if times >= _A_WORD_OF_ITS_OWN and times > 2 * _statutory(role, text):
                yield role, name


def _is_frequent(name: str, text: str) -> bool:
    return text.count(name) >= _A_WORD_OF_ITS_OWN


def _statutory(role: Role, text: str) -> int:
    """How often `text` calls the party by what the law does."""
    return len(re.findall("|".join(STATUTORY[role]), text, re.IGNORECASE))


def goes_by(name: str, text: str) -> bool:
    """Whether the text calls somebody by `name` time and again, and by no longer one that begins so."""
    return text.count(name) >= _OFTEN and len(re.findall(rf"\b{re.escape(name)}\b(?! [A-Z])", text)) >= _OFTEN
