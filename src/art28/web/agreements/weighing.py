"""A fact's key and certainty -> its order among what waits for a person: what a clock runs from comes first."""

from collections.abc import Sequence
from functools import cache

from art28.agreement.catalogue import catalogue
from art28.obligations.driving import DRIVE_A_CLOCK, UNDER_A_DUTY
from art28.web.agreements.models import LAST, Certainty

_CERTAINTIES = (Certainty.CONFLICT, Certainty.UNCERTAIN, Certainty.EXPRESS)


def urgency(key: str, certainty: Certainty) -> int:
    """Lower comes first: facts that drive clocks, those under a duty, the rest; the least certain of each first."""
    tier = 0 if key in DRIVE_A_CLOCK else 1 if key in UNDER_A_DUTY else 2
    return tier * len(_CERTAINTIES) + _CERTAINTIES.index(certainty)


def place(key: str) -> int:
    """Where the fact stands in the catalogue."""
    return _places().get(key, LAST)


@cache
def _places() -> dict[str, int]:
    return {key: number for number, key in enumerate(catalogue())}


def certainty(doubts: Sequence[str]) -> Certainty:
    """Whether what was read is express, or something makes it less: its doubts as a row keeps them."""
    return Certainty.UNCERTAIN if doubts else Certainty.EXPRESS
