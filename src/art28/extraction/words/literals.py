r"""A pattern -> words without one of which it can't match, so that most texts are passed over without trying it.

`\bmeld(?:t|ing)\b.*\b(?:datalek|inbreuk)` matches only where "datalek" or "inbreuk" stands, and where "meld" does: of such
sets the one that tells most is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_REPEATED = re.compile(r"(?:(?P<sign>[?*+])|\{(?P<least>\d*)(?:,\d*)?\}(?<!\{\}))[?+]?")
_GROUP = re.compile(r"\((?:\?:|\?>|\?P<\w+>|(?!\?))")
_OTHER_GROUP = re.compile(r"\(\??[^|()\\\[]?")
_AROUND = re.compile(r"\(\?<?[=!]")
_EDGES = "bBAZ"
# Letters in a row, the last of which isn't repeated.
_ROW = re.compile(r"[^\\\[().^$*+?{|]+(?![?*+{])")
_CODE = re.compile(r"x..|u.{4}|U.{8}|N\{[^}]*\}|\d+|[A-Za-z]")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_SHORTEST = 2
_LONG_ENOUGH = 4
_MOST_WORDS = 128


def needed_by(pattern: str, flags: int = 0) -> frozenset[str]:
    """Words of which one stands in every text that `pattern` matches; none where that can't be told of any.

    >>> sorted(needed_by(r"meldt? .*(?:datalekken|een inbreuk)"))
    ['datalekken', 'een inbreuk']
    """
    needed = all_needed_by(pattern, flags)
    return needed[0] if needed else frozenset()


def all_needed_by(pattern: str, flags: int = 0) -> tuple[frozenset[str], ...]:
    """Sets of words of each of which one stands in every text that `pattern` matches; what tells most comes first.

    >>> [sorted(words) for words in all_needed_by(r"(?:lek|hack).*melden|melden.*(?:lek|hack)")]
    [['melden'], ['hack', 'lek']]
    """
    if flags & (re.IGNORECASE | re.VERBOSE):
        return ()
    return tuple(map(_least, sorted(_Reader(pattern).alternatives(), key=_weight)))


def _least(words: frozenset[str]) -> frozenset[str]:
    """`words` without those that hold another of them."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)


def _weight(words: frozenset[str]) -> tuple[bool, int]:
    """Sets of a few long words tell most, and come first."""
    return min(map(len, words)) < _LONG_ENOUGH, len(words)


@dataclass(slots=True)
class _Branch:
    """One alternative as far as it was read: the sets that it needs, and the letters that stand in a row at its end."""

    sets: list[frozenset[str]] = field(default_factory=list)
    row: str = ""

    def end_row(self) -> None:
        """Something else than a letter follows."""
        # One sign that few texts hold tells as much as a word: "€".
        if len(self.row) >= _SHORTEST or not self.row.isascii():
            self.sets.append(frozenset((self.row,)))
        self.row = ""

    def add(self, needed: Iterable[frozenset[str]]) -> None:
        """A group follows, which needs this."""
        self.end_row()
        self.sets.extend(needed)


class _Reader:
    """Reads a pattern from left to right."""

    __slots__ = ("_at", "_pattern")

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> list[frozenset[str]]:
        """What the alternatives up to the end of their group need."""
        found = [self._branch()]
        while self._pattern.startswith("|", self._at):
            self._at += 1
            found.append(self._branch())
        if len(found) == 1:
            return found[0]
        if not all(found):
            return []
        # What every alternative needs, then what tells most of each.
        common = [words for words in dict.fromkeys(found[0]) if all(words in sets for sets in found[1:])]
        words = _least(frozenset().union(*(min(sets, key=_weight) for sets in found)))
        return [*common, words] if len(words) <= _MOST_WORDS and words not in common else common

    def _branch(self) -> list[frozenset[str]]:
        branch = _Branch()
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            self._item(branch)
        branch.end_row()
        return branch.sets

    def _item(self, branch: _Branch) -> None:
        """A row of letters, or one letter, class or group, with how often it is repeated."""
        row = _ROW.match(self._pattern, self._at)
        if row is not None:
            branch.row += row[0]
            self._at = row.end()
        elif self._pattern[self._at] in "^$":
            self._at += 1
        elif _AROUND.match(self._pattern, self._at):
            self._inside()
            self._least_times()
        elif self._pattern[self._at] == "(":
            known = _GROUP.match(self._pattern, self._at) is not None
            needed = self._inside()
            branch.add(needed if self._least_times() and known else ())
        elif (letter := self._letter()) is None:
            branch.end_row()
            self._least_times()
        elif letter:
            before = self._at
            often = self._least_times()
            if self._at == before:
                branch.row += letter
            else:
                branch.row += letter * min(often, 1)
                branch.end_row()

    def _inside(self) -> list[frozenset[str]]:
        """What the group that opens here needs; its end is passed."""
        opened = _GROUP.match(self._pattern, self._at) or _OTHER_GROUP.match(self._pattern, self._at)
        self._at = opened.end() if opened else self._at + 1
        needed = self.alternatives()
        self._at += 1
        return needed

    def _letter(self) -> str | None:
        """The letter that stands here, empty where an edge does, None where one of several letters may; it is passed."""
        character = self._pattern[self._at]
        if character == "[":
            found = _CLASS.match(self._pattern, self._at)
            self._at = found.end() if found else len(self._pattern)
            return None
        self._at += 1
        if character == ".":
            return None
        if character != "\\":
            return character
        code = _CODE.match(self._pattern, self._at)
        if code is None:
            self._at += 1
            return self._pattern[self._at - 1]
        self._at = code.end()
        return "" if code[0] in _EDGES else None

    def _least_times(self) -> int:
        """How often what was read stands at the least; how often it is said to be repeated is passed."""
        repeated = _REPEATED.match(self._pattern, self._at)
        if repeated is None:
            return 1
        self._at = repeated.end()
        if repeated["sign"]:
            return int(repeated["sign"] == "+")
        return int(repeated["least"] or 0)
