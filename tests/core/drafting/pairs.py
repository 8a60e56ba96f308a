"""Choices for drafts in which every two values of any two facts stand together at least once.

All combinations are far more than can be made (over 10^30). What goes wrong goes wrong by one choice or by two that meet.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from art28.agreement.model import Value

Choices = dict[str, Value]


def pairwise(known: Mapping[str, Sequence[Value]]) -> Iterator[Choices]:
    """Rows of choices, greedily filled; the same each time."""
    keys = sorted(known)
    order = Random(28)
    # What of each pair of facts hasn't stood together yet: by the two facts, a set of the places of their values.
    left = {
        (one, other): {(a, b) for a in range(len(known[one])) for b in range(len(known[other]))}
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
    }
    while left:
        (first, second), pairs = max(left.items(), key=lambda each: len(each[1]))
        places = dict(zip((first, second), min(pairs), strict=True))
        rest = [key for key in keys if key not in places]
        order.shuffle(rest)
        for key in rest:
            gains = [_gained(key, at, places, left) for at in range(len(known[key]))]
            most = max(gains)
            places[key] = order.choice([at for at, gain in enumerate(gains) if gain == most])
        for one, other in list(left):
            left[one, other].discard((places[one], places[other]))
            if not left[one, other]:
                del left[one, other]
        yield {key: known[key][places[key]] for key in keys}


def _gained(key: str, at: int, places: Mapping[str, int], left: Mapping[tuple[str, str], set[tuple[int, int]]]) -> int:
    gained = 0
    for other, place in places.items():
        pair, value = ((key, other), (at, place)) if key < other else ((other, key), (place, at))
        gained += value in left.get(pair, ())
    return gained
