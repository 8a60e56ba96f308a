"""The letters of many agreements -> how many fail in each column, and the worst letter of each: column by column."""

from collections.abc import Iterable

FAILING = "AB"
"""The letters of what is contradicted or missing, and of what is walked away from or required and lacking."""
_TOGETHER = 5_000


def failing(spelled: Iterable[str], width: int) -> tuple[int, ...]:
    """How many agreements fail in each of `width` columns; `spelled` has a text of that many letters for each."""
    counts = [0] * width
    batch: list[str] = []
    for each in spelled:
        if len(each) != width:
            continue
        batch.append(each)
        if len(batch) == _TOGETHER:
            _count(batch, counts)
            batch.clear()
    _count(batch, counts)
    return tuple(counts)


def worst(spelled: Iterable[str], width: int) -> str:
    """The worst letter of each column, which is the first by the alphabet; empty where there are none."""
    whole = "".join(each for each in spelled if len(each) == width)
    return "".join(min(whole[column::width]) for column in range(width)) if whole else ""


def _count(batch: list[str], counts: list[int]) -> None:
    whole, width = "".join(batch), len(counts)
    for column in range(width):
        letters = whole[column::width]
        counts[column] += sum(map(letters.count, FAILING))
