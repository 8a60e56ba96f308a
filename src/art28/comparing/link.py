"""An agreement of the organisation's with one other party, as a chain is made of them."""

from dataclasses import dataclass

from art28.obligations.settled import Said


@dataclass(frozen=True, slots=True)
class Link:
    """An agreement with one other party: its name, empty where it is left open, where it was read, and what it says."""

    name: str
    source: str
    said: Said
