"""The rules' own patterns -> how they are sought, and the words that they need, worked out once and kept on disk.

Thousands of them are asked for in a reading; most of the time that a process takes for its first agreement went into this. A
pattern that the text of an agreement went into isn't for here: what is kept outlives the process.
"""

import json
import re
from functools import cache

from art28.document.keeping import kept, stamp
from art28.document.pattern import lasting
from art28.extraction.words import hastening, literals

_HASTENED = f"hastened {stamp(hastening.__file__)}"
_NEEDED = f"needed {stamp(literals.__file__)}"
_Sets = tuple[frozenset[str], ...]


class Phrase:
    """A pattern of a rule over a statement's text, made when it is first tried: many never are.

    Two are the same where they are written the same, as with compiled patterns.
    """

    __slots__ = ("_made", "flags", "key", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.flags = int(re.UNICODE)
        self.key = (pattern, self.flags)
        self._made: re.Pattern[str] | None = None
        _written.add(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in `text`."""
        return (self._made or self._make()).search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The place at `start` of `text`."""
        return (self._made or self._make()).match(text, start)

    def _make(self) -> re.Pattern[str]:
        self._made = hastened(self.pattern)
        return self._made


# What statements are searched for.
Sought = re.Pattern[str] | Phrase
# How the phrases of rules are written, by which a sieve knows them from patterns made out of a text.
_written: set[str] = set()


def hastened(pattern: str) -> re.Pattern[str]:
    """`pattern`, one of the rules' own, compiled as `hastening.hastened` writes it."""
    return lasting(kept(_HASTENED, pattern, lambda: hastening.hastened(pattern).encode()).decode())


def all_needed_by(pattern: str, flags: int = 0) -> _Sets:
    """As `literals.all_needed_by` says, of one of the rules' own patterns."""
    packed = kept(f"{_NEEDED} {flags}", pattern, lambda: _packed(literals.all_needed_by(pattern, flags)))
    return tuple(map(frozenset, json.loads(packed)))


@cache
def needed_by(pattern: str, flags: int) -> frozenset[str]:
    """As `literals.needed_by` says, of any pattern: kept where it is that of a phrase."""
    needed = all_needed_by(pattern, flags) if pattern in _written else literals.all_needed_by(pattern, flags)
    return needed[0] if needed else frozenset()


def _packed(needed: _Sets) -> bytes:
    return json.dumps([sorted(words) for words in needed]).encode()
