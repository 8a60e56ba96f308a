"""Letters that count within a sentence, "… for: (a) hosting; (b) support" -> whether one belongs to the sentence."""

from itertools import pairwise
from string import ascii_lowercase

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_AFTER = dict(pairwise(ascii_lowercase)) | dict(pairwise(_ROMAN))
_LETTER_BEFORE = {after: letter for letter, after in pairwise(ascii_lowercase)}
_ROMAN_BEFORE = {after: roman for roman, after in pairwise(_ROMAN)}
_FIRST = frozenset("ai")


def counts_within(label: str, said: str, rest: str) -> bool:
    """Whether a letter, or a small Roman number, that begins the line `rest` counts within the sentence that `said` begins.

    `said` then holds the one before it, behind its first word; or the line holds the one after a first.
    """
    bare = label.strip("(.)")
    if bare in _FIRST and label.replace(bare, _AFTER[bare]) in rest.split()[1:]:
        return True
    before = {label.replace(bare, one) for one in (_LETTER_BEFORE.get(bare), _ROMAN_BEFORE.get(bare)) if one}
    return not before.isdisjoint(said.split()[1:])
