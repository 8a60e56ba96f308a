"""What a measure said beside what it will say, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+\s*")
_MOST_PAIRS = 1_000_000


class Side(StrEnum):
    """In which of the two a stretch stands."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in both, only before or only after."""

    side: Side
    text: str


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """The words of both in order. Texts too long to be compared word by word stand one after the other.

    >>> [(each.side.value, each.text) for each in stretches("Elke week een kopie", "Elke dag een kopie")]
    [('both', 'Elke '), ('before', 'week '), ('after', 'dag '), ('both', 'een kopie')]
    """
    return tuple(_stretches(_WORD.findall(before), _WORD.findall(after)))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    if len(before) * len(after) > _MOST_PAIRS:
        yield Stretch(Side.BEFORE, "".join(before))
        yield Stretch(Side.AFTER, "".join(after))
        return
    matcher = SequenceMatcher(None, [each.strip() for each in before], [each.strip() for each in after], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch(Side.BOTH, "".join(after[start:end]))
            continue
        if last > first:
            yield Stretch(Side.BEFORE, "".join(before[first:last]))
        if end > start:
            yield Stretch(Side.AFTER, "".join(after[start:end]))
