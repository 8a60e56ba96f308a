"""A detail of a party, with the range that says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of a party: `field` as in the catalogue, its value, and `start:end` of the text searched."""

    field: str
    value: str
    start: int
    end: int
