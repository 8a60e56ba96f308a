"""Blocks -> the items of lists that stand within a numbered paragraph: "1." to "6." below "(2) The report states:"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from art28.document.model import Block, BlockKind

_LABEL = re.compile(r"(?P<open>\(?)0?(?P<number>\d{1,2})(?P<close>[.)]*)")


@dataclass(frozen=True, slots=True)
class _Count:
    """How far a list has counted, and how its numbers are written and set."""

    number: int
    style: str
    level: int

    def goes_on(self, other: "_Count") -> bool:
        return (other.number, other.style, other.level) == (self.number + 1, self.style, self.level)


def nested_items(blocks: Sequence[Block], texts: Sequence[str]) -> frozenset[int]:
    """The indexes of `blocks` that are items of such a list; `texts` are what they say, each.

    A list opens with a first item that is set deeper or numbered otherwise than the paragraph above it, or stands below its
    colon. It goes on as it counts; where the next paragraph would bear the same number, until an item ends a sentence.
    """
    found: set[int] = set()
    outer: _Count | None = None
    inner: _Count | None = None
    before = ""
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        count = _count_of(block)
        if block.kind is BlockKind.HEADING:
            outer = inner = None
        elif count is None:
            before = text
            continue
        elif _counts_on(count, inner, outer, before) or (count.number == 1 and outer and _opens(count, outer, before)):
            inner = count
            found.add(index)
        else:
            outer, inner = count, None
        before = text
    return frozenset(found)


def _count_of(block: Block) -> _Count | None:
    match = _LABEL.fullmatch(block.label or "") if block.kind is BlockKind.ITEM and not block.cells else None
    return _Count(int(match["number"]), match["open"] + match["close"], block.level) if match else None


def _counts_on(count: _Count, inner: _Count | None, outer: _Count | None, before: str) -> bool:
    """Whether the list goes on with this item, and not the paragraphs around it."""
    if inner is None or not inner.goes_on(count):
        return False
    return outer is None or not outer.goes_on(count) or not before.rstrip().endswith(".")


def _opens(count: _Count, outer: _Count, before: str) -> bool:
    return count.style != outer.style or count.level > outer.level or before.rstrip().endswith(":")
